package entitlement

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/lineagestep"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/page"
)

// The rule of Facts.Evergreen stands here a second time, as a condition on the last day that a line stores; a test
// compares the two.

// endsEvergreen is the condition, in a statement that reads line items, that a line is renewed by itself after its last
// day, and that this is not cancelled: Facts.Evergreen as of that day.
func endsEvergreen(q *page.Query) *sql.Predicate {
	last := q.ColumnValue(q.C(lineitem.FieldEndsOn))
	j := lineSQL{q: q, line: q.C(lineitem.FieldID), on: last}
	return sql.And(j.period("ev", func(p columns) *sql.Predicate {
		return sql.And(isFollowedByItself(q, p), j.isInForce(p))
	}), sql.Not(isCancelledAfter(q, q, last)), Renewable(q, q, q.C(lineitem.FieldEntitlementID), "el", last))
}

// endsEvergreenWith is endsEvergreen in a statement that has joined the period p in force on the last day, and reads
// only lines that are renewable then.
func endsEvergreenWith(q *page.Query, p columns) *sql.Predicate {
	return sql.And(isFollowedByItself(q, p), sql.Not(isCancelledAfter(q, q, q.ColumnValue(q.C(lineitem.FieldEndsOn)))))
}

// isFollowedByItself is the condition that a line is renewed by itself after a period that is in force on its last day,
// if nothing that is decided about the line prevents it on that day.
func isFollowedByItself(q *page.Query, p columns) *sql.Predicate {
	last, next := q.ColumnValue(q.C(lineitem.FieldEndsOn)), q.DayAfter(q.C(lineitem.FieldEndsOn))
	j := lineSQL{q: q, line: q.C(lineitem.FieldID), on: last}
	after := lineSQL{q: q, line: j.line, on: next}
	undated := func(t columns) *sql.Predicate {
		return sql.And(sql.IsNull(t.C(period.FieldStartsOn)), sql.EQ(t.C(period.FieldPerpetual), false),
			sql.Not(isRuledOut(q, t)))
	}
	// The period ends on the last day: it is in force then, and no longer. An equation would let SQLite look for the
	// periods of all lines that end on that day.
	grants := sql.Or(sql.EQ(p.C(period.FieldUnlimited), true), sql.IsNull(p.C(period.FieldQuantity)),
		sql.NEQ(p.C(period.FieldQuantity), 0))
	return sql.And(sql.NotNull(p.C(period.FieldRenewsOn)), grants, sql.Not(sql.GT(p.C(period.FieldEndsOn), last)),
		sql.Not(j.isTakenOver(p)), sql.Not(after.period("ea", after.inForce)), sql.Not(j.period("eu", undated)),
		Renewable(q, q, q.C(lineitem.FieldEntitlementID), "en", next))
}

// isTakenOver is the condition that another line took the place of the one that ends with a period on the day.
func (j lineSQL) isTakenOver(p columns) *sql.Predicate {
	s := j.q.Sub(lineagestep.Table, "lt")
	n := joinSuccessors(s).period
	s.Select(s.C(lineagestep.FieldID)).Where(sql.And(
		sql.ColumnsEQ(s.C(lineagestep.FieldLineItemID), j.line),
		sql.Or(sql.IsNull(s.C(lineagestep.FieldPeriodID)),
			sql.ColumnsEQ(s.C(lineagestep.FieldPeriodID), p.C(period.FieldID))),
		sql.Or(sql.IsNull(n.C(period.FieldEndsOn)), sql.GTE(n.C(period.FieldEndsOn), j.on)),
		sql.Not(isRuledOut(s, n))))
	return sql.Exists(s.Selector)
}
