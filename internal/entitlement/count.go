package entitlement

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/page"
)

// PeriodsInOrder lists the periods of a line in the order in which they were made.
var PeriodsInOrder = page.Order{Name: "ORDINAL", Columns: []string{period.FieldCreatedAt}}

// Free returns how many base units of a line can still be put to use; 0 where more is in use than is allowed.
// Excess covers what is in use already and allows nothing new.
func Free(l *ent.LineItem) int64 {
	return max(0, l.Granted+l.Overdraft+l.Excess-l.Used)
}

// hasFree is the condition that something of a line can still be put to use; column tells how the columns of lines are written.
func hasFree(column func(string) string) *sql.Predicate {
	return sql.ExprP(column(lineitem.FieldUnlimited) + " OR " + column(lineitem.FieldGranted) + " + " + column(lineitem.FieldOverdraft) +
		" + " + column(lineitem.FieldExcess) + " > " + column(lineitem.FieldUsed))
}
