package entitlement

import (
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/period"
)

// A line is perpetual if one of its periods has no end. Periods under a decision do not count, unless all periods are
// under one, so that a hold on all of them does not change it. The first and last day of a line follow the same
// periods. The rule is written here twice, in Go and in SQL; a test compares them.

// countedPeriods returns the periods that determine the first and last day of a line.
func countedPeriods(periods []PeriodFact) []PeriodFact {
	withoutDecision := slices.DeleteFunc(slices.Clone(periods), func(p PeriodFact) bool { return p.Decision != nil })
	if len(withoutDecision) == 0 {
		return periods
	}
	return withoutDecision
}

// Perpetual reports whether a line with these periods has no end.
func Perpetual(periods []PeriodFact) bool {
	return slices.ContainsFunc(countedPeriods(periods), func(p PeriodFact) bool { return p.Perpetual })
}

// isPerpetual is Perpetual as an SQL condition.
func (j lineSQL) isPerpetual() *sql.Predicate {
	endless := func(t columns) *sql.Predicate { return sql.EQ(t.C(period.FieldPerpetual), true) }
	return sql.Or(
		j.period("pp", func(t columns) *sql.Predicate { return sql.And(undecided(t), endless(t)) }),
		sql.And(j.period("pp", endless), sql.Not(j.period("pu", undecided))))
}
