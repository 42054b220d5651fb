package entitlement

import (
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/day"
)

// A line is perpetual if one of its periods has no end, and neither a decision on that period. A period does not count
// if one decision rules it in or out on all its days, unless this is so of all periods. The first and last day of a
// line follow the same periods. The rule is written here twice, in Go and in SQL; a test compares them.

// countedPeriods returns the periods that determine the first and last day of a line.
func countedPeriods(periods []PeriodFact) []PeriodFact {
	counted := slices.DeleteFunc(slices.Clone(periods), func(p PeriodFact) bool { return p.isRuledOut() })
	if len(counted) == 0 {
		return periods
	}
	return counted
}

// isRuledOut reports whether one decision rules the period in or out on all its days.
func (p *PeriodFact) isRuledOut() bool {
	return slices.ContainsFunc(p.Decisions, p.isRuledOutBy)
}

// isRuledOutBy reports whether a decision rules the period in or out on all its days.
func (p *PeriodFact) isRuledOutBy(d Decided) bool {
	return d.rules() && d.First <= orBeginning(p.First) && d.Last >= orForever(p.Last)
}

func orBeginning(first *day.Day) day.Day {
	if first == nil {
		return day.Beginning
	}
	return *first
}

// Perpetual reports whether a line with these periods has no end.
func Perpetual(periods []PeriodFact) bool {
	counted := countedPeriods(periods)
	return slices.ContainsFunc(counted, func(p PeriodFact) bool {
		return p.Perpetual && (p.isRuledOut() || p.Decisions.On(day.Forever) == nil)
	})
}

// isPerpetual is Perpetual as an SQL condition.
func (j lineSQL) isPerpetual() *sql.Predicate {
	endless := func(t columns) *sql.Predicate { return sql.EQ(t.C(period.FieldPerpetual), true) }
	free := lineSQL{q: j.q, line: j.line, on: int64(day.Forever)}.undecided
	return sql.Or(
		j.period("pp", func(t columns) *sql.Predicate { return sql.And(endless(t), free(t)) }),
		sql.And(j.period("pp", endless),
			sql.Not(j.period("pu", func(t columns) *sql.Predicate { return sql.Not(isRuledOut(j.q, t)) }))))
}
