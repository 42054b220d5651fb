package entitlement

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/page"
)

// PeriodsInOrder lists the periods of a line in the order in which they were made.
var PeriodsInOrder = page.Order{Name: "ORDINAL", Columns: []string{period.FieldCreatedAt}}

// hasFree is the condition that something of a line can still be put to use; column tells how the columns of lines are written.
func hasFree(column func(string) string) *sql.Predicate {
	return sql.ExprP(column(lineitem.FieldUnlimited) + " OR " + column(lineitem.FieldGranted) + " + " + column(lineitem.FieldOverdraft) +
		" + " + column(lineitem.FieldExcess) + " > " + column(lineitem.FieldUsed))
}
