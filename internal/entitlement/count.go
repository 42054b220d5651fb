package entitlement

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/page"
)

// PeriodsInOrder sorts the periods of a line by creation.
var PeriodsInOrder = page.Order{Name: "ORDINAL", Columns: []string{period.FieldCreatedAt}}

// hasFree is the condition that a line has something available; column returns how a column of lines is written.
func hasFree(column func(string) string) *sql.Predicate {
	return sql.ExprP(column(lineitem.FieldUnlimited) + " OR " + column(lineitem.FieldGranted) + " + " + column(lineitem.FieldOverdraft) +
		" + " + column(lineitem.FieldExcess) + " > " + column(lineitem.FieldUsed))
}
