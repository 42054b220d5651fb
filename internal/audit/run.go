package audit

import (
	"context"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/routine"
	"github.com/muniment/muniment/internal/store"
)

// Sealing returns the routine that seals recorded entries. Several processes may run it concurrently.
func Sealing(db *store.Store, now clock.Clock) routine.Routine {
	return routine.Routine{
		Do: func(ctx context.Context) (bool, error) {
			n, err := Seal(ctx, db, now())
			return n == atOnce, err
		},
		Fails: "audit entries are not sealed", Works: "audit entries are sealed again",
	}
}
