// Package job runs background jobs: a change records a job in its transaction, and the job runs after the
// commit, in this process or another one, at least once.
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
	// attempts is the maximum number of attempts of a job. With River's pauses, the fourth power of the attempt's
	// number in seconds, the last is made about an hour and a quarter after the first.
	attempts = 8
	// atOnce is the maximum number of concurrent jobs of one queue in a process. Jobs mostly wait for remote servers.
	atOnce = 4
	// workTime is the timeout of one attempt.
	workTime = time.Minute
	// rescueAfter is the time after which River retries a running job, whose process must have died. On SQLite adopt
	// does so at the start.
	rescueAfter = 2 * time.Minute
	// pollEvery is how often a process looks for jobs. With these drivers, River cannot be notified of a commit.
	pollEvery = time.Second
	// keepDone and keepFailed are how long finished jobs stay in the table. Arguments contain personal data, so what
	// succeeded goes soon; what failed waits for somebody who comes back from a long weekend. Forget removes both.
	keepDone   = time.Hour
	keepFailed = 7 * 24 * time.Hour
	// lastWait is how long Stop waits for work after it has canceled its context.
	lastWait = 5 * time.Second
)

var (
	// ErrUnknownKind is returned for a job whose kind was neither registered nor left to other processes.
	ErrUnknownKind = errors.New("no work is registered for this kind of job")
	// ErrRunning is returned by Start if the queue is already running.
	ErrRunning = errors.New("the queue is running already")
	// ErrCutOff is returned by Stop if work was canceled because it did not end in time. The jobs will be retried.
	ErrCutOff = errors.New("work in the background was cut off")
)

// Queue records jobs and runs them. It is safe for concurrent use.
type Queue struct {
	store    *store.Store
	workers  *Workers
	log      *slog.Logger
	inserter *river.Client[*sql.Tx]
	mu       sync.Mutex
	running  *river.Client[*sql.Tx] // nil unless started
}

// New returns a queue that records jobs, but runs none before Start. Work may be registered until then. If workers is
// nil, the queue only records jobs, of any kind, for other processes. It returns store.ErrReadOnly for a read-only
// store.
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

// Insert records a job in the transaction of a change. If the change is committed, a running queue starts the job
// within about a second. It returns ErrUnknownKind, or a store error.
func (q *Queue) Insert(ctx context.Context, tx store.Tx, args Args) error {
	if q.workers != nil && !q.workers.knows(args.Kind()) {
		return fmt.Errorf("%w: %s", ErrUnknownKind, args.Kind())
	}
	if err := ctx.Err(); err != nil {
		return store.Translate(err)
	}
	if tx.Engine() == store.SQLite {
		// Interrupting a statement can roll back the whole transaction.
		ctx = context.WithoutCancel(ctx)
	}
	text, err := json.Marshal(args)
	if err != nil {
		return fmt.Errorf("record a job: %w", err)
	}
	if _, err := q.inserter.InsertTx(ctx, tx.SQL(), recorded{args.Kind(), string(text)},
		&river.InsertOpts{Queue: queueOf(args)}); err != nil {
		return fmt.Errorf("record a job: %w", store.Translate(err))
	}
	return nil
}

// Start starts to run jobs, until Stop is called; a canceled ctx does not stop it. Work sees the values of ctx, such
// as the viewer. It returns ErrRunning, ErrUnknownKind if no work is registered, or a store error.
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

// Stop fetches no further jobs and waits for the running ones. If ctx is done before they end, it cancels their
// contexts and returns ErrCutOff; they will be retried. For a queue that is not running it does nothing.
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
