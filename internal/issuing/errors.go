package issuing

import (
	"slices"

	"github.com/muniment/muniment/internal/fault"
)

// Error codes of this package.
const (
	// OrderDiffers: the order was issued before, with another content.
	OrderDiffers fault.Code = "ORDER_DIFFERS"
	// OrderOvertaken: on the day, the right is not what the order made it any more.
	OrderOvertaken fault.Code = "ORDER_OVERTAKEN"
	// NumberTaken: the account has another entitlement with the number.
	NumberTaken fault.Code = "NUMBER_TAKEN"
	// NotADraft: only a draft is deployed.
	NotADraft fault.Code = "NOT_A_DRAFT"
	// DraftChanged: something was recorded since the draft was issued, so that its days are not moved.
	DraftChanged fault.Code = "DRAFT_CHANGED"
)

// The limits of texts, in characters, and of lines and pieces.
const (
	longestName        = 100
	longestDescription = 2000
	maxLines           = 1000
	maxPieces          = 1_000_000_000
)

// addOnce adds a refusal that is not there yet: several rows may be refused for one reason.
func addOnce(wrong *fault.List, refusal *fault.Error) {
	if refusal != nil && !slices.ContainsFunc(*wrong, func(e error) bool { return e.Error() == refusal.Error() }) {
		wrong.Add(refusal)
	}
}
