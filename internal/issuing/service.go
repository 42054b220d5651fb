// Package issuing grants rights: it makes entitlements from orders. See README.md.
package issuing

import (
	"context"
	"errors"
	"fmt"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
)

// Service issues entitlements, for the producer's operators: people, and programs whose key may write. It is safe for
// concurrent use. Its methods return a fault of this package, RETIRED, ACCOUNT_RETIRED, NOT_FOUND, HOME_ELSEWHERE,
// BAD_INPUT, TEXT_TOO_LONG, LIST_TOO_LONG, or an error of change.Pipeline.Do.
type Service struct {
	changes *change.Pipeline
	outbox  *mail.Outbox
	today   func() day.Day
}

// NewService returns a service over a pipeline of changes. today returns the day on which rights are judged.
func NewService(changes *change.Pipeline, outbox *mail.Outbox, today func() day.Day) *Service {
	return &Service{changes, outbox, today}
}

// attempts is the maximum number of runs of a change that conflicts with a concurrent one over the name of an order.
const attempts = 3

// do runs a change of the producer's operators. If a concurrent change issued the same order, do retries; the retry
// finds what the other change wrote. The rule reads without the scope of the viewer.
func (s *Service) do(ctx context.Context, r change.Request, rule change.Rule) (change.Outcome, error) {
	r.Needs = change.Needs{Right: change.Operate}
	for attempt := 1; ; attempt++ {
		outcome, err := s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
			return rule(store.Unscoped(ctx), tx, done)
		})
		if attempt == attempts || !errors.Is(err, store.ErrUnique) {
			return outcome, err
		}
	}
}

func wrap(doing string, err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}
