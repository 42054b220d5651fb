package entitlement

import (
	"context"
	"slices"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
)

// warnOfGrowingCoverage warns of the coverages of the whole line that cover more, because the line grants more than
// before on a day on which they are under no decision.
func (c *lineChange) warnOfGrowingCoverage(ctx context.Context) error {
	if err := c.all.readCovering(ctx); err != nil {
		return err
	}
	grow := 0
	for _, covering := range c.all.covering[c.line.ID] {
		if covering.whole && slices.ContainsFunc(covering.days, c.growsWithin) {
			grow++
		}
	}
	if grow > 0 {
		c.done.Warn("COVERAGE_GROWS", "Coverages of the whole line item grow with it. Their number is {count}.",
			fault.WithNumber("count", grow))
	}
	return nil
}

// growsWithin tells whether the line grants more than before on one of some days.
func (c *lineChange) growsWithin(within Interval) bool {
	was, is := Facts{Periods: c.was}, Facts{Periods: c.facts.Periods}
	return slices.ContainsFunc(daysToCompare(&was, &is, within), func(on day.Day) bool {
		return within.Contains(on) && grantsMore(was.InForce(on), is.InForce(on))
	})
}

// grantsMore tells whether a period grants more than another one; nil stands for a day without one.
func grantsMore(was, is *PeriodFact) bool {
	switch {
	case is == nil:
		return false
	case was == nil:
		return is.Unlimited || is.Quantity != nil && *is.Quantity > 0
	case was.Unlimited || is.Unlimited:
		return is.Unlimited && !was.Unlimited
	}
	return is.Quantity != nil && (was.Quantity == nil || *is.Quantity > *was.Quantity)
}
