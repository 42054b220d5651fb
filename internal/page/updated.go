package page

import (
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
)

// UpdatedOrder is the name of the order by updated_at, in every list that has it.
const UpdatedOrder = "UPDATED"

// updatedColumn is the column with the time of the last change of a row, in every table that has it.
const updatedColumn = "updated_at"

// Since keeps the rows that were changed at a moment or later; nil adds no condition.
func (q *Query) Since(moment *clock.Instant) *Query {
	if moment == nil {
		return q
	}
	return q.AtLeast(updatedColumn, int64(*moment))
}

// CheckSince returns FILTER_TOO_BROAD if a list of the rows of all accounts is filtered by the moment of the change and
// its order is not UPDATED. Only that order has an index for this filter. A nil moment is allowed with every order.
func CheckSince(moment *clock.Instant, o Order) error {
	if moment == nil || o.Name == UpdatedOrder {
		return nil
	}
	return fault.New(fault.FilterTooBroad, "orderBy", "This filter and order together would read too many rows.",
		"Order by UPDATED, or give filter.account.")
}

// CheckSinceAlone is CheckSince for lists with so many rows that the order UPDATED allows no other filter. narrowed
// says that another filter is given.
func CheckSinceAlone(moment *clock.Instant, narrowed bool, o Order) error {
	if narrowed && o.Name == UpdatedOrder {
		return fault.New(fault.FilterTooBroad, "filter", "This filter and order together would read too many rows.",
			"In the order UPDATED give filter.updatedSince alone, or filter.account.")
	}
	return CheckSince(moment, o)
}
