package entitlement

import (
	"context"

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

// do runs a change of the producer's operators. The rule reads without the scope of the viewer.
func (s *Service) do(ctx context.Context, r change.Request, rule change.Rule) (change.Outcome, error) {
	r.Needs = change.Needs{Right: change.Operate}
	return s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		return rule(store.Unscoped(ctx), tx, done)
	})
}
