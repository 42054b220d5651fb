package entitlement

import (
	"fmt"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/day"
)

// The expressions below are about one row each. column returns the qualified name of a column of that row.

// dueColumn is Stored.Due as an expression over line items: 1 or 0. The day is part of the text, because PostgreSQL
// takes two parameters of the same value for two expressions, and would group by only one of them.
func dueColumn(column func(string) string, today day.Day) string {
	return fmt.Sprintf("CASE WHEN %s < %d OR %s <= %[2]d THEN 1 ELSE 0 END",
		column(lineitem.FieldInForceUntil), int64(today), column(lineitem.FieldNextStartsOn))
}

// dueIs is the condition that a line item is due, or that it is not.
func dueIs(column func(string) string, today day.Day, due bool) *sql.Predicate {
	want := " = 0"
	if due {
		want = " = 1"
	}
	return sql.ExprP(dueColumn(column, today) + want)
}

// storedRoom is how much of a line item may be used, by the amounts that it stores.
func storedRoom(column func(string) string) string {
	return column(lineitem.FieldGranted) + " + " + column(lineitem.FieldOverdraft)
}

// freeOfStored is Amounts.Free as an expression over what line items store, 0 for those without a limit.
func freeOfStored(column func(string) string) string {
	room, used := storedRoom(column), column(lineitem.FieldUsed)
	return "CASE WHEN " + column(lineitem.FieldUnlimited) + " OR " + room + " <= " + used + " THEN 0 ELSE " +
		room + " - " + used + " END"
}

// overdraftUsedOfStored is Amounts.OverdraftUsed as an expression over what line items store.
func overdraftUsedOfStored(column func(string) string) string {
	granted, overdraft, used := column(lineitem.FieldGranted), column(lineitem.FieldOverdraft),
		column(lineitem.FieldUsed)
	return "CASE WHEN " + column(lineitem.FieldUnlimited) + " OR " + used + " <= " + granted + " THEN 0 WHEN " +
		used + " >= " + storedRoom(column) + " THEN " + overdraft + " ELSE " + used + " - " + granted + " END"
}

// storedFree is the condition that something can still be put to use, by the amounts that the line item stores.
func storedFree(column func(string) string) *sql.Predicate {
	return sql.ExprP("(" + column(lineitem.FieldUnlimited) + " OR " + storedRoom(column) + " > " +
		column(lineitem.FieldUsed) + ")")
}

// expression writes an SQL expression.
type expression func(*sql.Builder)

func isPositive(e expression) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		e(b)
		b.WriteString(" > 0")
	})
}

// grantsThan is the condition that a period grants, with overdraft, more than is used if than is " > ", or at least as
// much if it is " >= ".
func grantsThan(column func(string) string, than string, used expression) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		b.WriteString("(" + column(period.FieldUnlimited) + " OR COALESCE(" + column(period.FieldQuantity) +
			", 0) + " +
			column(period.FieldOverdraft) + than)
		used(b)
		b.WriteString(")")
	})
}
