package entitlement

import (
	"context"
	"errors"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/store"
)

// Service changes rights that were issued, for the producer's operators: people, and programs whose key may write. It
// is safe for concurrent use.
type Service struct {
	changes *change.Pipeline
	today   func() day.Day
}

// NewService returns a service over a pipeline of changes. today returns the day on which rights are judged.
func NewService(changes *change.Pipeline, today func() day.Day) *Service {
	return &Service{changes, today}
}

// attempts is the maximum number of runs of a change that conflicts with concurrent ones.
const attempts = 5

// do runs a change of the producer's operators. The rule reads without the scope of the viewer. If a concurrent change
// took a unique key, or linked a line to a coverage, do retries, so that the rule sees what the other change wrote.
func (s *Service) do(ctx context.Context, r change.Request, rule change.Rule) (change.Outcome, error) {
	r.Needs = change.Needs{Right: change.Operate}
	for attempt := 1; ; attempt++ {
		outcome, err := s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
			return rule(store.Unscoped(ctx), tx, done)
		})
		if attempt == attempts || !errors.Is(err, store.ErrUnique) && !errors.Is(err, ErrLinked) {
			return outcome, err
		}
	}
}
