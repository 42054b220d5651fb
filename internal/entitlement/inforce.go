package entitlement

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// isInForce is Facts.InForce in SQL: the period p has no decision and contains the day,
// and no other such period has precedence. A test compares the two.
func (j conditions) isInForce(p columns) *sql.Predicate {
	before := j.period("pb", func(o columns) *sql.Predicate {
		return sql.And(undecided(o), j.contains(o), goesBefore(o, p))
	})
	return sql.And(undecided(p), j.contains(p), sql.Not(before))
}

// goesBefore is the condition that o has precedence over p if both contain a day: o starts later, or it starts together with p and
// renews p or has the higher id. A perpetual period without a first day has precedence over those with one.
func goesBefore(o, p columns) *sql.Predicate {
	start, id, renews := period.FieldStartsOn, period.FieldID, period.FieldRenewsID
	together := sql.Or(sql.ColumnsEQ(o.C(start), p.C(start)), sql.And(sql.IsNull(o.C(start)), sql.IsNull(p.C(start))))
	younger := sql.And(sql.ColumnsGT(o.C(id), p.C(id)),
		sql.Or(sql.IsNull(p.C(renews)), sql.ColumnsNEQ(p.C(renews), o.C(id))))
	return sql.Or(
		sql.And(sql.IsNull(o.C(start)), sql.NotNull(p.C(start))),
		sql.ColumnsGT(o.C(start), p.C(start)),
		sql.And(together, sql.Or(sql.ColumnsEQ(o.C(renews), p.C(id)), younger)))
}

// isTrial is the condition that the period in force on the day is a trial.
func (j conditions) isTrial() *sql.Predicate {
	return j.period("pf", func(p columns) *sql.Predicate {
		return sql.And(sql.EQ(p.C(period.FieldTerm), string(vocabulary.TermTrial)), j.isInForce(p))
	})
}

// JoinInForce joins the period in force on a day to a statement about line items, or one that has joined them.
// line is the column with the id of the line. A line without a period in force is left out.
func JoinInForce(q *page.Query, line, alias string, on any) *sql.SelectTable {
	return q.Join(period.Table, alias, func(p *sql.SelectTable) *sql.Predicate {
		return sql.And(sql.ColumnsEQ(p.C(period.FieldLineItemID), line), conditions{q: q, line: line, on: on}.isInForce(p))
	})
}
