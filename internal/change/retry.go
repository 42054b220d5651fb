package change

import (
	"errors"

	"github.com/muniment/muniment/internal/store"
)

// attempts is the maximum number of runs of a change that conflicts with concurrent ones.
const attempts = 5

// ErrOvertaken is returned by a rule that found, once it had its locks, that a concurrent change had changed what it
// decided upon. The rule runs again.
var ErrOvertaken = errors.New("a concurrent change overtook this one")

// Retry runs a change again, at most five times in all, while it fails because a concurrent one took the same id, name,
// address or idempotency key, deleted a row that it refers to, or overtook it. The next run sees what the other change
// wrote. Do retries by itself; Retry is for what decides before the transaction begins.
func Retry(change func() error) error {
	for attempt := 1; ; attempt++ {
		err := change()
		if attempt == attempts || !errors.Is(err, store.ErrUnique) && !errors.Is(err, store.ErrForeignKey) &&
			!errors.Is(err, ErrOvertaken) {
			return err
		}
	}
}
