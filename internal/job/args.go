package job

import (
	"time"

	"github.com/riverqueue/river"
)

// Args are the arguments of a job, of a type that names its kind by a method Kind. They are kept in the database as
// JSON: they hold no secrets, and what is in the table may be read by a later version of the program.
type Args = river.JobArgs

// Queued are arguments whose jobs wait in a queue of their own, of 1 to 64 small letters, digits and underscores. A process takes
// jobs from the queues of the work that is registered with it, so kinds that not every process does are kept apart.
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

// leftWait is how long a job waits that came to a process which leaves it for another one.
const leftWait = time.Minute

// recorded and packed are arguments as River keeps them: the JSON is a text in it. On its way into a column of
// PostgreSQL's own JSON type, numbers above 2^53, such as ids, would lose digits, and a NUL in a text would be refused.
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
