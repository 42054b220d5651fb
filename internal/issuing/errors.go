package issuing

import (
	"errors"
	"slices"

	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/fault"
)

// Error codes of this package.
const (
	// OrderDiffers: the order was issued before, with another content.
	OrderDiffers fault.Code = "ORDER_DIFFERS"
	// NumberTaken: the account has another entitlement with the number.
	NumberTaken fault.Code = "NUMBER_TAKEN"
	// NotADraft: only a draft is deployed.
	NotADraft fault.Code = "NOT_A_DRAFT"
	// DraftChanged: something was recorded since the draft was issued, so that its days are not moved.
	DraftChanged fault.Code = "DRAFT_CHANGED"
	// TrialUsed: the account had a trial of the product not long ago.
	TrialUsed fault.Code = "TRIAL_USED"
)

// The limits of texts, in characters, and of lines and pieces.
const (
	longestName        = 100
	longestDescription = 2000
	maxLines           = 1000
	maxPieces          = 1_000_000_000
)

func badInput(field, message, remedy string, parameters ...fault.Parameter) *fault.Error {
	return fault.New(fault.BadInput, field, message, remedy, parameters...)
}

// refusals collects what is wrong with an input, so that one answer tells all of it.
type refusals []error

func (r *refusals) add(list ...*fault.Error) {
	for _, refusal := range list {
		if refusal != nil {
			*r = append(*r, refusal)
		}
	}
}

// addOnce adds a refusal that is not there yet: several rows may be refused for one reason.
func (r *refusals) addOnce(refusal *fault.Error) {
	if refusal != nil && !slices.ContainsFunc(*r, func(e error) bool { return e.Error() == refusal.Error() }) {
		r.add(refusal)
	}
}

// addIf adds refusals and returns nil, or returns the error if it is a failure of the server.
func (r *refusals) addIf(err error) error {
	var refusal *fault.Error
	if errors.As(err, &refusal) {
		r.add(refusal)
		return nil
	}
	return err
}

// maybeLine checks a line that may be empty.
func (r *refusals) maybeLine(field, text string) {
	if text != "" {
		r.add(catalog.CheckLine(field, text, longestName))
	}
}

func (r refusals) err() error { return errors.Join(r...) }
