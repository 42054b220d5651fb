// Package job runs work in the background: what a change asks for is recorded in its transaction and done after its
// commit, by this process or another one, at least once.
package job

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/riverqueue/river"

	"github.com/muniment/muniment/internal/store"
)

const (
	// attempts is how often a job may fail before it is given up. With River's pauses, the fourth power of the attempt
	// in seconds, the last is made about an hour and a quarter after the first.
	attempts = 8
	// atOnce is how many jobs of one queue a process does at the same time. They wait for others' servers, not for the processor.
	atOnce = 4
	// workTime is how long one attempt may take.
	workTime = time.Minute
	// rescueAfter is when a job counts as lost whose process died; on SQLite the next start finds it at once.
	rescueAfter = 2 * time.Minute
	// pollEvery is how often a process looks for jobs. River has no way to be told of a commit on these drivers.
	pollEvery = time.Second
	// keepDone and keepFailed are how long jobs stay in the table: their arguments name people.
	keepDone   = time.Hour
	keepFailed = 24 * time.Hour
	// lastWait is how long work may take to return once its context has been canceled.
	lastWait = 5 * time.Second
)

var (
	// ErrUnknownKind is returned for a job for whose kind no work is registered, and that is not left for another process.
	ErrUnknownKind = errors.New("no work is registered for this kind of job")
	// ErrRunning is returned by Start for a queue that runs already.
	ErrRunning = errors.New("the queue is running already")
	// ErrCutOff is returned by Stop when work was canceled because it did not end in time. It is done again later.
	ErrCutOff = errors.New("work in the background was cut off")
)

// Queue is where jobs are put and from which they are done. It is safe for concurrent use.
type Queue struct {
	store    *store.Store
	workers  *Workers
	log      *slog.Logger
	inserter *river.Client[*sql.Tx]
	mu       sync.Mutex
	running  *river.Client[*sql.Tx] // nil unless started
}

// New returns a queue that takes jobs and does none before Start. Work may be registered until then. Without workers
// it only takes jobs, of any kind, for another process to do. It returns store.ErrReadOnly for a store that only reads.
func New(s *store.Store, workers *Workers, log *slog.Logger) (*Queue, error) {
	q := &Queue{store: s, workers: workers, log: slog.New(quiet{log.Handler()})}
	if workers != nil {
		workers.log = log
	}
	config := q.config()
	config.SkipUnknownJobCheck = true
	var err error
	q.inserter, err = q.client(config)
	return q, err
}

func (q *Queue) config() *river.Config {
	return &river.Config{
		Logger:                      q.log,
		MaxAttempts:                 attempts,
		JobTimeout:                  workTime,
		RescueStuckJobsAfter:        rescueAfter,
		FetchPollInterval:           pollEvery,
		CompletedJobRetentionPeriod: keepDone,
		CancelledJobRetentionPeriod: keepFailed,
		DiscardedJobRetentionPeriod: keepFailed,
	}
}

func (q *Queue) client(config *river.Config) (*river.Client[*sql.Tx], error) {
	driver, err := q.store.JobDriver()
	if err != nil {
		return nil, err
	}
	client, err := river.NewClient(driver, config)
	if err != nil {
		return nil, fmt.Errorf("set up the job queue: %w", err)
	}
	return client, nil
}

// Insert records a job in the transaction of a change. It is done after the commit, within about a second where a queue
// runs, and never if there is none. It returns ErrUnknownKind, or a store error.
func (q *Queue) Insert(ctx context.Context, tx store.Tx, args Args) error {
	if q.workers != nil && !q.workers.knows(args.Kind()) {
		return fmt.Errorf("%w: %s", ErrUnknownKind, args.Kind())
	}
	if err := ctx.Err(); err != nil {
		return store.Translate(err)
	}
	if tx.Engine() == store.SQLite {
		// A statement that is cut off would take the whole transaction with it.
		ctx = context.WithoutCancel(ctx)
	}
	text, err := json.Marshal(args)
	if err != nil {
		return fmt.Errorf("record a job: %w", err)
	}
	if _, err := q.inserter.InsertTx(ctx, tx.SQL(), recorded{args.Kind(), string(text)}, &river.InsertOpts{Queue: queueOf(args)}); err != nil {
		return fmt.Errorf("record a job: %w", store.Translate(err))
	}
	return nil
}

// Start begins to do jobs, until Stop and not only until ctx is done. Work sees the values of ctx, such as who is asking.
// It returns ErrRunning, or a store error.
func (q *Queue) Start(ctx context.Context) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.running != nil {
		return ErrRunning
	}
	if q.workers == nil || len(q.workers.kinds) == 0 {
		return fmt.Errorf("start the job queue: %w", ErrUnknownKind)
	}
	config := q.config()
	config.Workers = q.workers.river
	config.Queues = q.workers.queues
	client, err := q.client(config)
	if err != nil {
		return err
	}
	ctx = store.Routine(context.WithoutCancel(ctx), true)
	if err := q.adopt(ctx); err != nil {
		return err
	}
	if err := client.Start(ctx); err != nil {
		return fmt.Errorf("start the job queue: %w", store.Translate(err))
	}
	q.running = client
	return nil
}

// Stop takes no further jobs and waits for those that are being done. When ctx is done before them, their contexts are
// canceled, and Stop returns ErrCutOff; they are done again later. A queue that does not run is stopped already.
func (q *Queue) Stop(ctx context.Context) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.running == nil {
		return nil
	}
	client := q.running
	q.running = nil
	if client.Stop(ctx) == nil {
		return nil
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), lastWait)
	defer cancel()
	return errors.Join(ErrCutOff, client.StopAndCancel(last))
}
