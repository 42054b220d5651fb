package usage

import (
	"context"
	"math/big"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// The numbers of days over which a pace is found. The rule is section 7 of the design of rights.
const (
	meanDays   day.Day = 28
	growthDays day.Day = 90
)

// Pace is how much of a unit is put to use each day.
type Pace struct {
	// PerDay is an exact number of base units, greater than 0.
	PerDay *big.Rat
	Rule   vocabulary.PaceRule
	// RunsOutOn is the day on which the last of the unit is used at this pace; nil if something else comes first.
	RunsOutOn *day.Day
}

// Paces returns the pace of each position, in the order of positions; nil for one that has none. All positions are of
// one query about these accounts. It takes at most two statements: one for the units that are added up, and one for
// those that grow.
func Paces(ctx context.Context, v *page.View, accounts []int64, positions []*entitlement.Position) ([]*Pace, error) {
	out := make([]*Pace, len(positions))
	if len(positions) == 0 || positions[0].Query.On > positions[0].Query.Today {
		return out, nil
	}
	query := positions[0].Query
	var summed, growing bool
	for _, p := range positions {
		switch p.Aggregation {
		case vocabulary.AggregationSum:
			summed = summed || query.By != vocabulary.PositionGroupingProduct
		case vocabulary.AggregationLast, vocabulary.AggregationPeak:
			growing = true
		}
	}
	var reported map[entitlement.PositionKey]*reports
	var grown map[entitlement.PositionKey]*big.Int
	var err error
	if summed {
		if reported, err = reportsOf(ctx, v, query, accounts); err != nil {
			return nil, err
		}
	}
	if growing {
		if grown, err = entitlement.Growth(ctx, v, query, growthDays, accounts); err != nil {
			return nil, err
		}
	}
	for i, p := range positions {
		switch p.Aggregation {
		case vocabulary.AggregationSum:
			out[i] = paceOfReports(p, reported[p.Key()])
		case vocabulary.AggregationLast, vocabulary.AggregationPeak:
			out[i] = paceOfGrowth(p, grown[p.Key()])
		}
	}
	return out, nil
}

// paceOfGrowth is the pace of a unit of which so much more is in use than 90 days before; nil if that is not known.
func paceOfGrowth(p *entitlement.Position, grown *big.Int) *Pace {
	if grown == nil || grown.Sign() <= 0 || p.FirstStart > p.Query.On-growthDays {
		return nil
	}
	pace := &Pace{PerDay: new(big.Rat).SetFrac(grown, big.NewInt(int64(growthDays))),
		Rule: vocabulary.PaceRuleGrowth90Days}
	// What is in use on the day is known, so that the next day is the first one that takes more.
	pace.RunsOutOn = runsOut(p, new(big.Rat).SetInt(p.Free), pace.PerDay, p.Query.On, day.Forever)
	return pace
}

// paceOfReports is the pace of a unit whose use is added up; nil if too little is known of it.
func paceOfReports(p *entitlement.Position, r *reports) *Pace {
	mean, ok := r.mean()
	if !ok || mean.Sign() <= 0 {
		return nil
	}
	pace := &Pace{PerDay: mean, Rule: vocabulary.PaceRuleMean28Days}
	left := new(big.Rat).SetInt(new(big.Int).Add(p.Granted, p.Overdraft))
	left.Sub(left, r.sinceReset)
	_, last := resetPeriod(r.reset, p.Query.On)
	// What is used on the day itself is not known before it is over, so that it is the first one that takes more.
	pace.RunsOutOn = runsOut(p, left, pace.PerDay, p.Query.On-1, last)
	return pace
}

// runsOut returns the day on which the last of left is used, if the days after known take so much each. It is nil if a
// line has no limit, or if the day is after last or after the end of a line.
func runsOut(p *entitlement.Position, left, perDay *big.Rat, known, last day.Day) *day.Day {
	if p.UnlimitedLineItemCount > 0 {
		return nil
	}
	on := p.Query.On
	if left.Sign() > 0 {
		quotient := new(big.Rat).Quo(left, perDay)
		days, rest := new(big.Int).QuoRem(quotient.Num(), quotient.Denom(), new(big.Int))
		if rest.Sign() > 0 {
			days.Add(days, big.NewInt(1))
		}
		if !days.IsInt64() || days.Int64() > int64(day.Latest) {
			return nil
		}
		on = known + day.Day(days.Int64())
	}
	if on > min(last, p.FirstEnd, day.Latest) {
		return nil
	}
	return &on
}
