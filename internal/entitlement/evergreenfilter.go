package entitlement

import (
	"fmt"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/decision"
	"github.com/muniment/muniment/ent/lineagestep"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// The rule of Facts.Evergreen stands here a second time, as a condition on the last day that a line stores; a test
// compares the two.

// endsEvergreen is the condition, in a statement that reads line items, that a line is renewed by itself after its last
// day, and that this is not cancelled: Facts.Evergreen as of that day.
func endsEvergreen(q *page.Query) *sql.Predicate {
	last, next := q.ColumnValue(q.C(lineitem.FieldEndsOn)), dayAfter(q.C(lineitem.FieldEndsOn))
	j := lineSQL{q: q, line: q.C(lineitem.FieldID), on: last}
	after := lineSQL{q: q, line: j.line, on: next}
	undated := func(p columns) *sql.Predicate {
		return sql.And(sql.IsNull(p.C(period.FieldStartsOn)), sql.EQ(p.C(period.FieldPerpetual), false),
			sql.Not(isRuledOut(q, p)))
	}
	return sql.And(j.period("ev", func(p columns) *sql.Predicate {
		return sql.And(sql.NotNull(p.C(period.FieldRenewsOn)), sql.EQ(p.C(period.FieldEndsOn), last), j.isInForce(p),
			sql.Not(j.isTakenOver(p)))
	}), sql.Not(j.isCancelled()), Renewable(q, q, q.C(lineitem.FieldEntitlementID), "el", last),
		Renewable(q, q, q.C(lineitem.FieldEntitlementID), "en", next), sql.Not(after.period("ea", after.inForce)),
		sql.Not(j.period("eu", undated)))
}

// dayAfter is the expression for the day after the one in a column; it is that day itself if no other can be written, as
// that of a line without an end.
func dayAfter(column string) any {
	return sql.Raw(fmt.Sprintf("(CASE WHEN %[1]s < %[2]d THEN %[1]s + 1 ELSE %[1]s END)", column, int64(day.Latest)))
}

// isCancelled is the condition that the renewal of the line after the day is cancelled, if it is still open.
func (j lineSQL) isCancelled() *sql.Predicate {
	d := j.q.SubOf(decision.Table, "dc")
	d.Select(d.C(decision.FieldID)).Where(sql.And(
		sql.ColumnsEQ(d.C(decision.FieldSubjectID), j.line),
		sql.EQ(d.C(decision.FieldKind), string(vocabulary.DecisionRenewalCancelled)),
		sql.GTE(d.C(decision.FieldEndsOn), j.on),
		sql.Or(sql.LTE(d.C(decision.FieldStartsOn), j.on), sql.IsNull(d.C(decision.FieldLiftedAt)))))
	return sql.And(sql.EQ(j.q.C(decidedColumn), true), sql.Exists(d.Selector))
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
