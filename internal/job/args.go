package job

import (
	"time"

	"github.com/riverqueue/river"
)

// Args are the arguments of a job. Their method Kind returns the kind of the job. They are stored in the database as
// JSON, so they must not contain secrets, and a later version of the program must be able to read them.
type Args = river.JobArgs

// Queued are arguments of jobs with a separate queue. Its name has 1 to 64 lower-case letters, digits and underscores.
// A process takes jobs only from the queues of the kinds registered with it, so kinds that only some processes do need
// a separate queue.
type Queued interface {
	Args
	Queue() string
}

// queueOf returns the queue in which a job waits.
func queueOf(args Args) string {
	if own, ok := args.(Queued); ok {
		return own.Queue()
	}
	return river.QueueDefault
}

// leftWait is how long a job is snoozed if a process fetches it that leaves its kind to others (see Leave).
const leftWait = time.Minute

// recorded and packed are arguments in the form in which River stores them: JSON with our JSON as a string in it. If
// it were stored directly in a column of PostgreSQL's type jsonb, numbers above 2^53, such as ids, would lose digits,
// and a NUL in a text would be refused.
type recorded struct {
	kind string
	Text string `json:"args"`
}

// Kind implements Args.
func (r recorded) Kind() string { return r.kind }

type packed[T Args] struct {
	Text string `json:"args"`
}

// Kind implements Args.
func (packed[T]) Kind() string {
	var args T
	return args.Kind()
}
