package entitlement

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/ledgerentry"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/predicate"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/page"
)

// A line is due on a day if its period in force has ended before that day, or another period has begun, since the line
// was last settled. Until Sweep settles it, the amounts it stores are out of date, so they are computed from its
// periods. The rule is written here in three forms: in Go, as an ent predicate, and as an SQL expression.

// Stored are the amounts that a line stores, and the days that limit how long they are valid: the last day of the
// period in force, and the first day of the next one. Both days are inclusive and may be nil.
type Stored struct {
	Amounts
	InForceUntil, NextStartsOn *day.Day
}

// Due reports whether the stored amounts are out of date, so that they must be computed from the periods.
func (s Stored) Due(today day.Day) bool {
	return s.InForceUntil != nil && *s.InForceUntil < today || s.NextStartsOn != nil && *s.NextStartsOn <= today
}

// isDue is Due as an ent predicate.
func isDue(today day.Day) predicate.LineItem {
	return lineitem.Or(lineitem.InForceUntilLT(today), lineitem.NextStartsOnLTE(today))
}

// ifDue returns the condition due for lines that are due, and the condition stored for the others.
func ifDue(q *page.Query, today day.Day, due, stored *sql.Predicate) *sql.Predicate {
	return sql.Or(sql.And(dueIs(q.C, today, true), due), sql.And(dueIs(q.C, today, false), stored))
}

// hasFree is the condition that something of a line can still be put to use on a day: the line is ACTIVE, and its
// amounts leave something. The amounts are those of AmountsOn.
func hasFree(q *page.Query, on, today day.Day) *sql.Predicate {
	judged := grants(q, on, " > ", usedOn(q, on, today))
	if on == today {
		judged = ifDue(q, today, judged, storedFree(q.C))
	}
	return sql.And(linesActive(q, on), judged)
}

// hasExcess is the condition that more of a line is in use on a day than it grants with its overdraft.
func hasExcess(q *page.Query, on, today day.Day) *sql.Predicate {
	used := usedOn(q, on, today)
	judged := sql.And(isPositive(used), sql.Not(grants(q, on, " >= ", used)))
	if on == today {
		return ifDue(q, today, judged, sql.GT(q.C(lineitem.FieldExcess), 0))
	}
	return ForEachLine(judged)
}

// usedOn is how much of a line is in use on a day: on a past day the sum of its ledger, and otherwise what it stores.
// The sum fits into 64 bits for a ledger that agrees with its line.
func usedOn(q *page.Query, on, today day.Day) expression {
	if on >= today {
		return func(b *sql.Builder) { b.WriteString(q.C(lineitem.FieldUsed)) }
	}
	return func(b *sql.Builder) {
		entries := q.Sub(ledgerentry.Table, "le")
		entries.Select("COALESCE(SUM(" + usedOf(entries.C) + "), 0)").
			Where(sql.ColumnsEQ(entries.C(ledgerentry.FieldLineItemID), q.C(lineitem.FieldID))).
			Where(sql.LTE(entries.C(ledgerentry.FieldEffectiveOn), int64(on)))
		entries.WriteScalar(b)
	}
}

// grants is the condition that the period in force or in grace on a day grants, with its overdraft, more than is used.
// than is the comparison: " > ", or " >= " if as much is enough.
func grants(q *page.Query, on day.Day, than string, used expression) *sql.Predicate {
	j := lineSQL{q: q, line: q.C(lineitem.FieldID), on: int64(on)}
	return j.period("pf", func(p columns) *sql.Predicate {
		return sql.And(j.grantsOn(p), grantsThan(p.C, than, used))
	})
}
