package entitlement

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/decision"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Grace lets a line serve the devices that it has for some days after a period has ended: for the days of grace of the
// period, and as long as a decision of the kind GRACE says that begins on the day after the end. The line is then
// IN_GRACE and grants what it granted on the last day. A line is in grace only while no period is in force, and only
// after the period that ended last; a trial and a period without an end have no grace. The rule is written here twice,
// for Go and for statements; tests compare the two.

// graceUntil returns the last day of grace of a period; nil if it has none.
func (p *PeriodFact) graceUntil() *day.Day {
	if p.Trial || p.Perpetual || p.First == nil || p.Last == nil {
		return nil
	}
	until := *p.Last + day.Day(p.GraceDays)
	for _, g := range p.Graces {
		if g.First == *p.Last+1 {
			until = max(until, g.Last)
		}
	}
	if until == *p.Last {
		return nil
	}
	return &until
}

// Graced returns the period in whose days of grace a day is; nil if there is none, or if a period is in force.
func (f *Facts) Graced(on day.Day) *PeriodFact {
	if f.InForce(on) != nil {
		return nil
	}
	var last *day.Day
	ended := func(p *PeriodFact) bool {
		return p.First != nil && p.Last != nil && *p.Last < on && p.Decisions.On(on) == nil
	}
	for i := range f.Periods {
		if p := &f.Periods[i]; ended(p) && (last == nil || *last < *p.Last) {
			last = p.Last
		}
	}
	p := f.lastOf(func(p *PeriodFact) bool { return ended(p) && *p.Last == *last })
	if p == nil {
		return nil
	}
	if until := p.graceUntil(); until == nil || *until < on {
		return nil
	}
	return p
}

// lastGrace returns the last day of grace of any of the periods; nil if none has grace.
func lastGrace(periods []PeriodFact) *day.Day {
	var last *day.Day
	for i := range periods {
		if until := periods[i].graceUntil(); until != nil && (last == nil || *last < *until) {
			last = until
		}
	}
	return last
}

// inGrace is the condition that Graced finds a period. Few lines have grace, so the last day of grace that the line
// stores is compared first. It is for statements that read line items.
func (j lineSQL) inGrace() *sql.Predicate {
	return sql.And(sql.NotNull(j.q.C(lineitem.FieldGraceUntil)), sql.GTE(j.q.C(lineitem.FieldGraceUntil), j.on),
		j.period("pe", j.isGraced))
}

// isGraced is the condition that p is the period that Graced finds.
func (j lineSQL) isGraced(p columns) *sql.Predicate {
	ended := func(t columns) *sql.Predicate {
		return sql.And(j.undecided(t), sql.NotNull(t.C(period.FieldStartsOn)), sql.LT(t.C(period.FieldEndsOn), j.on))
	}
	endedLast := func(t columns) *sql.Predicate {
		return sql.And(ended(t), sql.Not(j.period("pg", func(o columns) *sql.Predicate {
			return sql.And(ended(o), sql.ColumnsGT(o.C(period.FieldEndsOn), t.C(period.FieldEndsOn)))
		})))
	}
	return sql.And(sql.NEQ(p.C(period.FieldTerm), string(vocabulary.TermTrial)), sql.Not(sql.EQ(
		p.C(period.FieldPerpetual), true)), sql.Or(j.hasDaysOfGrace(p), j.isExtended(p)),
		sql.Not(j.period("pi", j.inForce)), j.isLast(p, endedLast))
}

// hasDaysOfGrace is the condition that a day is not after the days of grace that the terms of a period give.
func (j lineSQL) hasDaysOfGrace(p columns) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		b.WriteString(p.C(period.FieldEndsOn) + " + " + p.C(period.FieldGraceDays) + " >= ").Arg(j.on)
	})
}

// isExtended is the condition that a decision extends a period until a day or a later one.
func (j lineSQL) isExtended(p columns) *sql.Predicate {
	d := j.q.SubOf(decision.Table, "dg")
	d.Select(d.C(decision.FieldID)).Where(sql.And(
		sql.ColumnsEQ(d.C(decision.FieldSubjectID), p.C(period.FieldLineItemID)),
		sql.EQ(d.C(decision.FieldKind), string(vocabulary.DecisionGrace)),
		sql.EQ(d.C(decision.FieldStartsOn), j.q.DayAfter(p.C(period.FieldEndsOn))),
		sql.GTE(d.C(decision.FieldEndsOn), j.on)))
	return sql.Exists(d.Selector)
}

// grantsOn is the condition that p is the period that says what the line grants on the day: the one in force, or the
// one in whose days of grace the day is.
func (j lineSQL) grantsOn(p columns) *sql.Predicate { return sql.Or(j.isInForce(p), j.isGraced(p)) }
