package entitlement

import (
	"cmp"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// In force on a day is one of the periods that contain the day and are under no decision on it: the one that starts
// last. If several start last, a period that another of them renews is left out, whatever their ranks; of the others,
// the one that ranks last is in force, and of equal ranks the one with the highest id. A period ranks by the moment at
// which it was recorded; a correction has the rank of what it replaces. A perpetual
// period without a first day comes before all others, so that an amendment takes its place. The rule stands here
// twice, for Go and for statements. A test compares both with a plain reading of it.

// ranksBefore is the order of periods that start on the same day.
func ranksBefore(p, q *PeriodFact) bool {
	return cmp.Or(cmp.Compare(p.Ranked, q.Ranked), cmp.Compare(p.ID, q.ID)) < 0
}

// lastOf returns the last of the periods among those that meet a condition; nil if none does.
func (f *Facts) lastOf(among func(*PeriodFact) bool) *PeriodFact {
	var best *PeriodFact
	for i := range f.Periods {
		p := &f.Periods[i]
		if !among(p) {
			continue
		}
		if best == nil || f.precedes(best, p, among) {
			best = p
		}
	}
	return best
}

// precedes tells whether p comes before q in the order of the periods that meet a condition.
func (f *Facts) precedes(p, q *PeriodFact, among func(*PeriodFact) bool) bool {
	switch order := compareFirst(p.First, q.First); {
	case order != 0:
		return order < 0
	case f.isFollowed(q, among):
		return false
	case f.isFollowed(p, among):
		return true
	}
	return ranksBefore(p, q)
}

// isFollowed tells whether one of the periods that meet a condition renews or replaces p and starts on the same day.
func (f *Facts) isFollowed(p *PeriodFact, among func(*PeriodFact) bool) bool {
	return slices.ContainsFunc(f.Periods, func(q PeriodFact) bool {
		return p.ID != 0 && (q.Renews == p.ID || q.Replaces == p.ID) && compareFirst(p.First, q.First) == 0 && among(&q)
	})
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

// InForce returns the period in force on a day, or nil if none is.
func (f *Facts) InForce(on day.Day) *PeriodFact {
	return f.lastOf(func(p *PeriodFact) bool { return p.Decisions.On(on) == nil && p.Contains(on) })
}

// isInForce is the condition that the period p of the line is in force.
func (j lineSQL) isInForce(p columns) *sql.Predicate { return j.isLast(p, j.inForce) }

// inForce is the condition that the days of an undecided period contain the day.
func (j lineSQL) inForce(p columns) *sql.Predicate { return sql.And(j.undecided(p), j.contains(p)) }

// isLast is lastOf as a condition: p is the last of the periods of the line that meet the condition.
func (j lineSQL) isLast(p columns, among func(columns) *sql.Predicate) *sql.Predicate {
	first, rank, id := period.FieldStartsOn, period.FieldRankedAt, period.FieldID
	same := func(a, b columns) *sql.Predicate {
		return sql.Or(sql.ColumnsEQ(a.C(first), b.C(first)), sql.And(sql.IsNull(a.C(first)), sql.IsNull(b.C(first))))
	}
	isRenewed := func(of columns) *sql.Predicate {
		return j.period("pr", func(r columns) *sql.Predicate {
			return sql.And(sql.ColumnsEQ(r.C(period.FieldRenewsID), of.C(id)), same(of, r), among(r))
		})
	}
	later := j.period("pb", func(o columns) *sql.Predicate {
		return sql.And(among(o), sql.Or(
			sql.And(sql.IsNull(p.C(first)), sql.NotNull(o.C(first))),
			sql.ColumnsLT(p.C(first), o.C(first)),
			sql.And(same(p, o), sql.Or(
				sql.ColumnsEQ(o.C(period.FieldRenewsID), p.C(id)),
				sql.And(sql.Or(
					sql.ColumnsLT(p.C(rank), o.C(rank)),
					sql.And(sql.ColumnsEQ(p.C(rank), o.C(rank)), sql.ColumnsLT(p.C(id), o.C(id)))),
					sql.Not(isRenewed(o)))))))
	})
	return sql.And(among(p), sql.Not(later))
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
