package job

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"

	"github.com/riverqueue/river"

	"github.com/muniment/muniment/internal/store"
)

// Workers holds one work function for each kind of job.
type Workers struct {
	river *river.Workers
	// kinds maps a kind to its work function, which takes the arguments as JSON.
	kinds map[string]func(ctx context.Context, text string) error
	// left has the kinds that other processes do; queues has the queues from which this process takes jobs.
	left   map[string]bool
	queues map[string]river.QueueConfig
	log    *slog.Logger
}

// NewWorkers returns Workers without any work.
func NewWorkers() *Workers {
	return &Workers{river: river.NewWorkers(), kinds: make(map[string]func(context.Context, string) error),
		left:   make(map[string]bool),
		queues: make(map[string]river.QueueConfig), log: slog.New(slog.DiscardHandler)}
}

func (w *Workers) knows(kind string) bool { return w.kinds[kind] != nil || w.left[kind] }

// Do runs one job immediately, without a queue, for tests. arguments have the form in which the job table stores them.
// It returns ErrUnknownKind, or the error of the work.
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

// Register sets the work function for jobs with arguments of type T. It may run more than once for a job: the process
// may die after the work is done, but before that is recorded. An attempt is canceled after a minute. An error is
// stored with the job and logged, so it must not contain secrets or personal data. Unless the error is Permanent, the
// job is retried a few times after growing pauses. Register panics if the kind is already registered or left.
func Register[T Args](w *Workers, work func(ctx context.Context, args T) error) {
	registered := &worker[T]{workers: w, work: work}
	river.AddWorker(w.river, registered)
	var args T
	w.kinds[args.Kind()] = registered.unpack
	w.queues[queueOf(args)] = river.QueueConfig{MaxWorkers: atOnce}
}

// Leave declares that this process records jobs with arguments of type T, but other processes run them. River must
// know the kind even so: it discards jobs of unknown kinds when it rescues the jobs of a process that died. Leave
// panics if the kind is already registered or left.
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
		// The original error would quote the arguments. It is not Permanent, because another version may be able to
		// read them.
		return errors.New("the arguments cannot be read")
	}
	return w.work(ctx, args)
}

// Permanent marks an error that a retry cannot avoid: the job is canceled at once.
func Permanent(err error) error { return &permanentError{err} }

type permanentError struct{ cause error }

func (e *permanentError) Error() string { return e.cause.Error() }

func (e *permanentError) Unwrap() error { return e.cause }
