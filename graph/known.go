package graph

import (
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/clock"
)

// knownAt returns the argument with this name: the moment as of whose records the field answers; nil for now.
func knownAt(c *plan.Call) *clock.Instant { return plan.Arg[*clock.Instant](c, "knownAt") }

// isLater tells whether an object was not recorded yet at a moment.
func isLater(r plan.Row, at *clock.Instant) bool { return at != nil && *r.Instant("created_at") > *at }

// ifKnown declares a field that is null if the object was not recorded yet at the moment in the argument knownAt.
func ifKnown(of func(*plan.Call, plan.Row) any, columns ...string) *plan.Field {
	return plan.Plain(func(c *plan.Call, r plan.Row) any {
		if isLater(r, knownAt(c)) {
			return nil
		}
		return of(c, r)
	}, append([]string{"created_at"}, columns...)...)
}
