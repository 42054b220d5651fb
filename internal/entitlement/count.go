package entitlement

import (
	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/page"
)

// PeriodsInOrder lists the periods of a line in the order in which they were made.
var PeriodsInOrder = page.Order{Name: "ORDINAL", Columns: []string{period.FieldCreatedAt}}

// PeriodsOn keeps the periods whose days contain a day, whatever was decided.
func PeriodsOn(on day.Day) page.Where {
	return func(q *page.Query) { q.Where(judge{q: q, on: int64(on)}.contains(q)) }
}

// Free returns how many base units of a line can still be put to use; 0 where more is in use than is allowed.
// Excess covers what is in use already and allows nothing new.
func Free(l *ent.LineItem) int64 {
	return max(0, l.Granted+l.Overdraft+l.Excess-l.Used)
}
