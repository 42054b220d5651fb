package coverage

import (
	"context"
	"errors"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	rights "github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/store"
)

// Service changes coverages, for the producer's operators: people, and programs whose key may write. It
// is safe for concurrent use.
type Service struct {
	changes *change.Pipeline
	today   func() day.Day
}

// NewService returns a service over a pipeline of changes. today returns the day on which rights are judged.
func NewService(changes *change.Pipeline, today func() day.Day) *Service {
	return &Service{changes, today}
}

// attempts is the maximum number of runs of a change whose coverage is linked to further lines meanwhile.
const attempts = 5

// do runs a change of the producer's operators. The rule reads without the scope of the viewer.
func (s *Service) do(ctx context.Context, r change.Request, rule change.Rule) (change.Outcome, error) {
	r.Needs = change.Needs{Right: change.Operate}
	for attempt := 1; ; attempt++ {
		outcome, err := s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
			return rule(store.Unscoped(ctx), tx, done)
		})
		if attempt == attempts || !errors.Is(err, rights.ErrLinked) {
			return outcome, err
		}
	}
}
