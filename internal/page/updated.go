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

// Bounds is the filter that limits a list to a small part of its rows, in which every filter and every order may be
// combined. Remedies name it.
type Bounds int

const (
	// Unbounded is for lists that have no such filter.
	Unbounded Bounds = iota
	// ByAccount is for lists with the filter account.
	ByAccount
)

// CheckSinceAlone returns FILTER_TOO_BROAD if no index serves a list of the rows of all accounts. The filter by the
// moment of the change needs the order UPDATED, and in that order no other filter is allowed. other is the field of
// another filter that is given, "" if there is none; the refusal names it. A nil moment is allowed in every order.
func CheckSinceAlone(moment *clock.Instant, other string, o Order, by Bounds) error {
	field, remedy := "", ""
	switch inOrder := o.Name == UpdatedOrder; {
	case other != "" && inOrder && by == ByAccount:
		field, remedy = other, "In the order UPDATED give filter.updatedSince alone, or filter.account."
	case other != "" && inOrder:
		field, remedy = other, "In the order UPDATED give filter.updatedSince alone."
	case moment != nil && !inOrder && by == ByAccount:
		field, remedy = "orderBy", "Order by UPDATED, or give filter.account."
	case moment != nil && !inOrder:
		field, remedy = "orderBy", "Order by UPDATED."
	default:
		return nil
	}
	return fault.New(fault.FilterTooBroad, field, "This filter and order together would read too many rows.", remedy)
}
