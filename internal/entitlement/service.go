package entitlement

import (
	"context"
	"errors"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/store"
)

// Service changes rights that were issued, for the producer's operators: people, and programs whose key may write. Its
// method GrantGrace is for support agents, too. It is safe for concurrent use.
type Service struct {
	changes *change.Pipeline
	today   func() day.Day
}

// NewService returns a service over a pipeline of changes. today returns the day on which rights are judged.
func NewService(changes *change.Pipeline, today func() day.Day) *Service {
	return &Service{changes, today}
}

// attempts is the maximum number of runs of a change that conflicts with a concurrent one over a unique key.
const attempts = 3

// do runs a change of the producer's operators. The rule reads without the scope of the viewer. If a concurrent change
// took a unique key, do retries, so that the rule sees what the other change wrote.
func (s *Service) do(ctx context.Context, r change.Request, rule change.Rule) (change.Outcome, error) {
	return s.doAs(ctx, r, change.Operate, rule)
}

// doAs is do for a change that needs another right.
func (s *Service) doAs(ctx context.Context, r change.Request, right change.Right, rule change.Rule) (
	change.Outcome, error) {
	r.Needs = change.Needs{Right: right}
	for attempt := 1; ; attempt++ {
		outcome, err := s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
			return rule(store.Unscoped(ctx), tx, done)
		})
		if attempt == attempts || !errors.Is(err, store.ErrUnique) {
			return outcome, err
		}
	}
}
