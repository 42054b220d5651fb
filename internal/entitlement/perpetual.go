package entitlement

import (
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/period"
)

// A line is perpetual if one of its periods has no end. Periods under a decision do not count, unless all of them are:
// a line that is held as a whole is as perpetual as it was before. Its first and last day follow the same periods. The
// rule stands here twice, for Go and for statements; a test compares them.

// counted are the periods by which the extent of a line is judged.
func counted(periods []PeriodFact) []PeriodFact {
	free := slices.DeleteFunc(slices.Clone(periods), func(p PeriodFact) bool { return p.Decision != nil })
	if len(free) == 0 {
		return periods
	}
	return free
}

// Perpetual tells whether a line with these periods has no end.
func Perpetual(periods []PeriodFact) bool {
	return slices.ContainsFunc(counted(periods), func(p PeriodFact) bool { return p.Perpetual })
}

// isPerpetual is Perpetual as a condition.
func (j judge) isPerpetual() *sql.Predicate {
	endless := func(t columns) *sql.Predicate { return sql.EQ(t.C(period.FieldPerpetual), true) }
	return sql.Or(
		j.period("pp", func(t columns) *sql.Predicate { return sql.And(undecided(t), endless(t)) }),
		sql.And(j.period("pp", endless), sql.Not(j.period("pu", undecided))))
}
