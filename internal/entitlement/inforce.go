package entitlement

import (
	"cmp"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// The period in force on a day is one of those that contain the day and are under no decision: the one that starts
// last; of equal starts the one recorded last; of equal moments the one with the highest id. A perpetual period
// without a first day sorts first, so any other period that contains the day is in force instead. The rule is written
// here twice, in Go and in SQL; a test compares both with a simple implementation.

// precedes reports whether p comes before q in the order of periods: of those that contain a day, the last is in
// force.
func precedes(p, q *PeriodFact) bool {
	return cmp.Or(compareFirst(p.First, q.First), cmp.Compare(p.Recorded, q.Recorded), cmp.Compare(p.ID, q.ID)) < 0
}

// compareFirst compares first days; nil comes before all days.
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

// precedesSQL is precedes as an SQL condition.
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
func (j lineSQL) isInForce(p columns) *sql.Predicate {
	later := j.period("pb", func(o columns) *sql.Predicate {
		return sql.And(undecided(o), j.contains(o), precedesSQL(p, o))
	})
	return sql.And(undecided(p), j.contains(p), sql.Not(later))
}

// isTrial is the condition that the period in force on the day is a trial.
func (j lineSQL) isTrial() *sql.Predicate {
	return j.period("pf", func(p columns) *sql.Predicate {
		return sql.And(sql.EQ(p.C(period.FieldTerm), string(vocabulary.TermTrial)), j.isInForce(p))
	})
}

// JoinInForce joins the period in force on a day to a statement that reads or joins line items. line is the column
// that holds the id of the line; on is a day as int64, or an expression. A line without a period in force is left out.
func JoinInForce(q *page.Query, line, alias string, on any) *sql.SelectTable {
	return q.Join(period.Table, alias, func(p *sql.SelectTable) *sql.Predicate {
		return sql.And(sql.ColumnsEQ(p.C(period.FieldLineItemID), line),
			lineSQL{q: q, line: line, on: on}.isInForce(p))
	})
}
