package entitlement

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// isInForce says in SQL what Facts.InForce says in Go: the period p of the line has no decision, contains the day,
// and no other such period goes before it. A test compares the two.
func (j judge) isInForce(p columns) *sql.Predicate {
	before := j.period("pb", func(o columns) *sql.Predicate {
		return sql.And(undecided(o), j.contains(o), goesBefore(o, p))
	})
	return sql.And(undecided(p), j.contains(p), sql.Not(before))
}

// goesBefore says that of two periods that contain a day the first is in force: it begins later, or renews the
// other, or has the higher id. A perpetual period without a first day goes before those with one.
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

// isTrial says that the period in force on the day is for trying out.
func (j judge) isTrial() *sql.Predicate {
	return j.period("pf", func(p columns) *sql.Predicate {
		return sql.And(sql.EQ(p.C(period.FieldTerm), string(vocabulary.TermTrial)), j.isInForce(p))
	})
}

// JoinInForce adds to a statement about line items, or that has joined them under an alias, the period that is in
// force on a day. line is the column that holds the id of the line. A line of which none is in force is left out.
func JoinInForce(q *page.Query, line, alias string, on any) *sql.SelectTable {
	return q.Join(period.Table, alias, func(p *sql.SelectTable) *sql.Predicate {
		return sql.And(sql.ColumnsEQ(p.C(period.FieldLineItemID), line), judge{q: q, line: line, on: on}.isInForce(p))
	})
}
