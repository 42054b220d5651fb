package change

import (
	"context"
	"errors"

	"github.com/muniment/muniment/internal/store"
)

// attempts is the maximum number of runs of a change that conflicts with concurrent ones.
const attempts = 5

// ErrOvertaken is returned by a rule that found, once it had its locks, that a concurrent change had changed what it
// decided upon. The rule runs again.
var ErrOvertaken = errors.New("a concurrent change overtook this one")

// retried is the key of a context in which Retry runs a change again.
type retried struct{}

// Retry runs a change again, at most five times in all, while it fails because a concurrent one took the same id, name,
// address or idempotency key, deleted a row that it refers to, or overtook it. The next run sees what the other change
// wrote. Do retries by itself; Retry is for what decides before the transaction begins. Within it, Do and another Retry
// run once, so that the runs do not multiply.
func Retry(ctx context.Context, change func(context.Context) error) error {
	if ctx.Value(retried{}) != nil {
		return change(ctx)
	}
	ctx = context.WithValue(ctx, retried{}, true)
	for attempt := 1; ; attempt++ {
		err := change(ctx)
		if attempt == attempts || !errors.Is(err, store.ErrUnique) && !errors.Is(err, store.ErrForeignKey) &&
			!errors.Is(err, ErrOvertaken) {
			return err
		}
	}
}
