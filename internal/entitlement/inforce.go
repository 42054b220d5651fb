package entitlement

import (
	"cmp"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// In force on a day is, of the periods that contain the day and are under no decision, the one that starts last; of
// equal starts the one recorded later; of equal moments the one with the higher id. A perpetual period without a first
// day sorts first, so that any amendment goes before it. The rule stands here twice, for Go and for statements; a test
// compares both with a plain reading of it.

// precedes tells whether p comes before q in the order of periods: of those that contain a day, the last is in force.
func precedes(p, q *PeriodFact) bool {
	return cmp.Or(compareFirst(p.First, q.First), cmp.Compare(p.Recorded, q.Recorded), cmp.Compare(p.ID, q.ID)) < 0
}

// compareFirst compares first days; none comes before all.
func compareFirst(a, b *day.Day) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return -1
	case b == nil:
		return 1
	}
	return cmp.Compare(*a, *b)
}

// precedesSQL is precedes as a condition.
func precedesSQL(p, q columns) *sql.Predicate {
	first, recorded, id := period.FieldStartsOn, period.FieldCreatedAt, period.FieldID
	same := sql.Or(sql.ColumnsEQ(p.C(first), q.C(first)), sql.And(sql.IsNull(p.C(first)), sql.IsNull(q.C(first))))
	return sql.Or(
		sql.And(sql.IsNull(p.C(first)), sql.NotNull(q.C(first))),
		sql.ColumnsLT(p.C(first), q.C(first)),
		sql.And(same, sql.Or(
			sql.ColumnsLT(p.C(recorded), q.C(recorded)),
			sql.And(sql.ColumnsEQ(p.C(recorded), q.C(recorded)), sql.ColumnsLT(p.C(id), q.C(id))))))
}

// InForce returns the period in force on a day, or nil if none is.
func (f *Facts) InForce(on day.Day) *PeriodFact {
	var best *PeriodFact
	for i := range f.Periods {
		p := &f.Periods[i]
		if p.Decision == nil && p.Contains(on) && (best == nil || precedes(best, p)) {
			best = p
		}
	}
	return best
}

// isInForce is the condition that the period p of the line is in force.
func (j judge) isInForce(p columns) *sql.Predicate {
	later := j.period("pb", func(o columns) *sql.Predicate {
		return sql.And(undecided(o), j.contains(o), precedesSQL(p, o))
	})
	return sql.And(undecided(p), j.contains(p), sql.Not(later))
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
