// Package issuing grants rights: it makes entitlements from orders. See README.md.
package issuing

import (
	"fmt"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/mail"
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

func wrap(doing string, err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}
