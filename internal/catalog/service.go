package catalog

import (
	"fmt"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
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

// setText sets a text that an empty one removes, unless text is nil.
func setText(target **string, text *string) {
	if text != nil {
		*target = nilIfEmpty(*text)
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
