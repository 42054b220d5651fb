package catalog

import (
	"context"
	"errors"
	"fmt"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/store"
)

// Service changes the catalog, for the producer's operators: people, and programs whose key may write. It is safe for
// concurrent use. Its methods return a fault of this package, NOT_FOUND, BAD_INPUT, BAD_RANGE, TEXT_TOO_LONG,
// LIST_TOO_LONG, or an error of change.Pipeline.Do.
type Service struct {
	changes *change.Pipeline
	today   func() day.Day
}

// NewService returns a service over a pipeline of changes. today returns the day on which terms and prices are judged.
func NewService(changes *change.Pipeline, today func() day.Day) *Service {
	return &Service{changes, today}
}

// attempts is the maximum number of runs of a change that conflicts with a concurrent one over a code, a name or an id.
const attempts = 3

// do runs a change of the catalog. If a concurrent change won, do retries; the retry sees what the other change wrote
// and refuses what it took. The rule reads without the scope of the viewer: what was sold to any
// account counts.
func (s *Service) do(ctx context.Context, r change.Request, rule change.Rule) (change.Outcome, error) {
	r.Needs = change.Needs{Right: change.Operate}
	for attempt := 1; ; attempt++ {
		outcome, err := s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
			return rule(store.Unscoped(ctx), tx, done)
		})
		if attempt == attempts || !errors.Is(err, store.ErrUnique) && !errors.Is(err, store.ErrForeignKey) {
			return outcome, err
		}
	}
}

// retiredAt returns the new moment of retirement: that of the change if retire is true, none if it is false, and the
// stored one if it is nil or if the object is retired already.
func retiredAt(stored *clock.Instant, retire *bool, now clock.Instant) *clock.Instant {
	switch {
	case retire == nil || *retire && stored != nil:
		return stored
	case *retire:
		return &now
	}
	return nil
}

// set replaces a value by one of the input, which is nil if it stays as it is.
func set[T any](target *T, given *T) {
	if given != nil {
		*target = *given
	}
}

// assign stores a value in a column that may be null, or clears the column.
func assign[T, U any](value *T, store func(T) U, clear func() U) {
	if value == nil {
		clear()
		return
	}
	store(*value)
}

func wrap(doing string, err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}
