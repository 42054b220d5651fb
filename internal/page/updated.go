package page

import (
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
)

// UpdatedOrder is the name of the order by updated_at, in every list that has it.
const UpdatedOrder = "UPDATED"

// updatedColumn is the column that holds when a row was last changed, in every table that has one.
const updatedColumn = "updated_at"

// Since keeps the rows that were changed at a moment or later; nil is no condition.
func (q *Query) Since(moment *clock.Instant) *Query {
	if moment == nil {
		return q
	}
	return q.AtLeast(updatedColumn, int64(*moment))
}

// CheckSince returns FILTER_TOO_BROAD if rows of all accounts that were changed since a moment are to be listed in
// another order than that of the changes, which alone has an index. A nil moment is allowed in every order.
func CheckSince(moment *clock.Instant, o Order) error {
	if moment == nil || o.Name == UpdatedOrder {
		return nil
	}
	return fault.New(fault.FilterTooBroad, "orderBy", "This filter and order together would read too many rows.",
		"Order by UPDATED, or give filter.account.")
}

// CheckSinceAlone is CheckSince for lists whose rows are too many to look at each: in the order of the changes they
// have no other filter. narrowed says that another one is given.
func CheckSinceAlone(moment *clock.Instant, narrowed bool, o Order) error {
	if narrowed && o.Name == UpdatedOrder {
		return fault.New(fault.FilterTooBroad, "filter", "This filter and order together would read too many rows.",
			"In the order UPDATED give filter.updatedSince alone, or filter.account.")
	}
	return CheckSince(moment, o)
}
