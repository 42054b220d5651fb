package graph

import (
	"context"

	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/page"
)

// An interval of the schema has the fields startsOn, endsOn and perpetual. Objects that have a last day only, such as
// memberships and invitations, have endsOn and perpetual.

// perpetualIfNull declares the field perpetual: true if the column of the last day is null.
func perpetualIfNull(last string) *plan.Field {
	return plan.Plain(func(_ *plan.Call, r plan.Row) any { return r.Null(last) }, last)
}

// intervalUntilNext declares the interval of rows each of which is valid until the next one begins. lastDays returns
// the last day of each row; nil if it has no end.
func intervalUntilNext(first string, lastDays func(context.Context, *page.View, []int64) ([]*day.Day,
	error)) plan.Fields {
	last := plan.NewFacts(func(c *plan.Call, rows []plan.Row) ([]*day.Day, error) {
		return lastDays(c, c.View, plan.IDs(rows, "id"))
	}, "id")
	return plan.Fields{
		"startsOn":  plan.Plain(func(_ *plan.Call, r plan.Row) any { return r.Day(first) }, first),
		"endsOn":    plan.Plain(func(_ *plan.Call, r plan.Row) any { return last.Of(r) }).Using(&last.Fact),
		"perpetual": plan.Plain(func(_ *plan.Call, r plan.Row) any { return last.Of(r) == nil }).Using(&last.Fact),
	}
}

// dayColumn declares a day whose column has a name other than that of the field.
func dayColumn(column string) *plan.Field {
	return plan.Plain(func(_ *plan.Call, r plan.Row) any { return r.Day(column) }, column)
}

// isGiven declares a field that is true if a column is not null.
func isGiven(column string) *plan.Field {
	return plan.Plain(func(_ *plan.Call, r plan.Row) any { return !r.Null(column) }, column)
}
