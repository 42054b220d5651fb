package job

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"

	"github.com/riverqueue/river"

	"github.com/muniment/muniment/internal/store"
)

// Workers holds the work that is registered, one function for each kind of job.
type Workers struct {
	river *river.Workers
	// kinds are the works by kind; each takes the arguments as they are kept.
	kinds map[string]func(ctx context.Context, text string) error
	// left are the kinds that other processes do, and queues those from which this process takes jobs.
	left   map[string]bool
	queues map[string]river.QueueConfig
	log    *slog.Logger
}

// NewWorkers returns a place to register work.
func NewWorkers() *Workers {
	return &Workers{river: river.NewWorkers(), kinds: make(map[string]func(context.Context, string) error), left: make(map[string]bool),
		queues: make(map[string]river.QueueConfig), log: slog.New(slog.DiscardHandler)}
}

func (w *Workers) knows(kind string) bool { return w.kinds[kind] != nil || w.left[kind] }

// Do does one job at once, without a queue, for tests that do not wait. arguments are as the table of jobs has them. It returns
// ErrUnknownKind, or what the work returns.
func (w *Workers) Do(ctx context.Context, kind string, arguments []byte) error {
	var kept recorded
	if err := json.Unmarshal(arguments, &kept); err != nil {
		return errors.New("the arguments cannot be read")
	}
	work := w.kinds[kind]
	if work == nil {
		return ErrUnknownKind
	}
	return work(store.Routine(ctx, false), kept.Text)
}

// Register says how jobs with arguments of a type are done. The work may be done more than once: the process may die
// between the end of it and the record of that. An attempt is canceled after a minute. An error is kept with the job and
// logged, so it holds no secret and no personal data; unless it is Permanent, the job is tried again, a few times, after
// growing pauses. Register panics for a kind that has its work already.
func Register[T Args](w *Workers, work func(ctx context.Context, args T) error) {
	registered := &worker[T]{workers: w, work: work}
	river.AddWorker(w.river, registered)
	var args T
	w.kinds[args.Kind()] = registered.unpack
	w.queues[queueOf(args)] = river.QueueConfig{MaxWorkers: atOnce}
}

// Leave says that jobs with arguments of a type are recorded here and done by another process. River has to know them all the
// same: it gives up jobs of unknown kinds when it looks after those of a process that died. Leave panics for a kind that has its
// work already.
func Leave[T Args](w *Workers) {
	river.AddWorker(w.river, &leaver[T]{})
	var args T
	w.left[args.Kind()] = true
}

type leaver[T Args] struct {
	river.WorkerDefaults[packed[T]]
}

// Work implements river.Worker.
func (*leaver[T]) Work(context.Context, *river.Job[packed[T]]) error {
	return river.JobSnooze(leftWait)
}

type worker[T Args] struct {
	river.WorkerDefaults[packed[T]]
	workers *Workers
	work    func(context.Context, T) error
}

// Work implements river.Worker.
func (w *worker[T]) Work(ctx context.Context, job *river.Job[packed[T]]) error {
	err := w.unpack(store.Routine(ctx, false), job.Args.Text)
	var permanent *permanentError
	if errors.As(err, &permanent) {
		w.workers.log.ErrorContext(ctx, "a job failed for good", slog.String("kind", job.Kind),
			slog.Int64("job", job.ID), slog.String("error", err.Error()))
		return river.JobCancel(err)
	}
	return err
}

func (w *worker[T]) unpack(ctx context.Context, text string) error {
	var args T
	if err := json.Unmarshal([]byte(text), &args); err != nil {
		// The error would quote the arguments. Another version may be able to read them.
		return errors.New("the arguments cannot be read")
	}
	return w.work(ctx, args)
}

// Permanent marks an error that would come again: the job is given up at once.
func Permanent(err error) error { return &permanentError{err} }

type permanentError struct{ cause error }

func (e *permanentError) Error() string { return e.cause.Error() }

func (e *permanentError) Unwrap() error { return e.cause }
