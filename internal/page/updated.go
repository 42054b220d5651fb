package page

import "github.com/muniment/muniment/internal/fault"

// UpdatedOrder is the name of the order by updated_at, in every list that has it.
const UpdatedOrder = "UPDATED"

// CheckAcross returns FILTER_TOO_BROAD for lists over all accounts that the index on updated_at cannot serve: a filter by updated_at
// (since) in another order, and any other filter (other) in the order by updated_at.
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
