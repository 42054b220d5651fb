package graph

import (
	"context"

	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/page"
)

// An interval is startsOn, endsOn and perpetual, wherever the contract has one.

// untilSaid declares perpetual of what goes on without end unless a column holds its last day.
func untilSaid(last string) *plan.Field {
	return plan.Plain(func(_ *plan.Call, r plan.Row) any { return r.Null(last) }, last)
}

// untilNext declares the interval of rows that hold each until the next one begins. lastDays finds their last days.
func untilNext(first string, lastDays func(context.Context, *page.View, []int64) ([]*day.Day, error)) plan.Fields {
	last := plan.Know(func(c *plan.Call, rows []plan.Row) ([]*day.Day, error) {
		return lastDays(c, c.View, plan.IDs(rows, "id"))
	}, "id")
	return plan.Fields{
		"startsOn":  plan.Plain(func(_ *plan.Call, r plan.Row) any { return r.Day(first) }, first),
		"endsOn":    plan.Plain(func(_ *plan.Call, r plan.Row) any { return last.Of(r) }).Using(&last.Fact),
		"perpetual": plan.Plain(func(_ *plan.Call, r plan.Row) any { return last.Of(r) == nil }).Using(&last.Fact),
	}
}

// dayIn declares a day that stands in a column of another name.
func dayIn(column string) *plan.Field {
	return plan.Plain(func(_ *plan.Call, r plan.Row) any { return r.Day(column) }, column)
}
