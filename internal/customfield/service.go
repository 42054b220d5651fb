// Package customfield holds the fields that the producer adds to accounts, entitlements, line items and devices, and
// their values. See README.md.
package customfield

import (
	"errors"
	"fmt"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
)

// Error codes of this package.
const (
	// ChoiceInUse: an object has the choice as its value, so that it cannot be removed.
	ChoiceInUse fault.Code = "CHOICE_IN_USE"
	// TooManyFields: the kind of objects has as many custom fields as it may have.
	TooManyFields fault.Code = "TOO_MANY_CUSTOM_FIELDS"
)

// Service changes custom fields and their values, for the producer's operators: people, and programs whose key may
// write. It is safe for concurrent use. Its methods return a fault of this package, CODE_TAKEN, RETIRED, NOT_FOUND,
// BAD_INPUT, TEXT_TOO_LONG, LIST_TOO_LONG, HOME_ELSEWHERE, or an error of change.Pipeline.Do.
type Service struct{ changes *change.Pipeline }

// NewService returns a service over a pipeline of changes.
func NewService(changes *change.Pipeline) *Service { return &Service{changes} }

func badInput(field, message, remedy string, parameters ...fault.Parameter) *fault.Error {
	return fault.New(fault.BadInput, field, message, remedy, parameters...)
}

// refusals collects what is wrong with an input, so that one answer tells all of it.
type refusals []error

// add adds a refusal, unless it is nil.
func (r *refusals) add(refusal *fault.Error) {
	if refusal != nil {
		*r = append(*r, refusal)
	}
}

func (r refusals) err() error { return errors.Join(r...) }

func wrap(doing string, err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}
