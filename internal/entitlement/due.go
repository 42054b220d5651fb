package entitlement

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/predicate"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/page"
)

// A line is due on a day if its period in force has ended before, or another has begun, since it was settled last.
// What it stores is not that day's any more until the sweep has come by, so that its amounts are judged from its
// periods. The rule stands here in the three forms that the program needs.

// Stored are the amounts that a line stores, and the days that say until when they hold.
type Stored struct {
	Amounts
	InForceUntil, NextStartsOn *day.Day
}

// Due tells whether the amounts of a line have to be judged from its periods.
func (s Stored) Due(today day.Day) bool {
	return s.InForceUntil != nil && *s.InForceUntil < today || s.NextStartsOn != nil && *s.NextStartsOn <= today
}

// isDue is Due as a condition of ent.
func isDue(today day.Day) predicate.LineItem {
	return lineitem.Or(lineitem.InForceUntilLT(today), lineitem.NextStartsOnLTE(today))
}

// ifDue is one condition for lines that are due, and another for those that are not.
func ifDue(q *page.Query, today day.Day, due, stored *sql.Predicate) *sql.Predicate {
	return sql.Or(sql.And(dueIs(q.C, today, true), due), sql.And(dueIs(q.C, today, false), stored))
}

// hasFree is the condition that something of a line can still be put to use today: the line can be used, and its
// amounts leave something.
func hasFree(q *page.Query, today day.Day) *sql.Predicate {
	return sql.And(LinesUsable(q, today), ifDue(q, today, grants(q, today, " > "), storedFree(q.C)))
}

// hasExcess is the condition that more of a line is in use today than fits.
func hasExcess(q *page.Query, today day.Day) *sql.Predicate {
	return ifDue(q, today,
		sql.And(sql.GT(q.C(lineitem.FieldUsed), 0), sql.Not(grants(q, today, " >= "))),
		sql.GT(q.C(lineitem.FieldExcess), 0))
}

// grants says that the period in force grants, with overdraft, more than is in use, or as much.
func grants(q *page.Query, today day.Day, than string) *sql.Predicate {
	j := judge{q: q, line: q.C(lineitem.FieldID), on: int64(today)}
	return j.period("pf", func(p columns) *sql.Predicate {
		return sql.And(j.isInForce(p), grantsThan(p.C, q.C(lineitem.FieldUsed), than))
	})
}
