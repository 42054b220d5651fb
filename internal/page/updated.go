package page

import "github.com/muniment/muniment/internal/fault"

// UpdatedOrder is the name of the order of changes, of every list that has one.
const UpdatedOrder = "UPDATED"

// CheckAcross returns FILTER_TOO_BROAD for what the index of changes does not answer over all accounts: rows changed since a moment
// in another order, and any other filter in the order of the changes.
func CheckAcross(since, other bool, o Order) error {
	switch isUpdated := o.Name == UpdatedOrder; {
	case since && !isUpdated:
		return fault.New(fault.FilterTooBroad, "orderBy", "This filter and order together would read too many rows.",
			"Order by UPDATED, or give filter.account.")
	case other && isUpdated:
		return fault.New(fault.FilterTooBroad, "filter", "This filter and order together would read too many rows.",
			"In the order UPDATED give filter.updatedSince alone, or filter.account.")
	}
	return nil
}
