package apply

import (
	"context"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/legacy/plan"
)

// dryRun judges and changes nothing.
type dryRun struct {
	read plan.Reader
	now  clock.Clock
}

func (dryRun) Size() int { return 500 }

// Do uses the careful comparison, so that the plan shows what an import would do after it found keys taken.
func (d dryRun) Do(ctx context.Context, chunk *plan.Chunk) error {
	changes, err := chunk.Judge(ctx, d.read, d.now(), true)
	if err != nil {
		return err
	}
	chunk.Settle(changes)
	return nil
}
