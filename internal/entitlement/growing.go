package entitlement

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
)

// warnOfGrowingCoverage warns of the coverages of the whole line that cover more, because the line grants more than
// before on a day on which they are under no decision. The periods of the line are stored as they are now.
func (c *lineChange) warnOfGrowingCoverage(ctx context.Context) error {
	if err := c.read(ctx, c.line.ID); err != nil {
		return err
	}
	items, err := c.tx.Client().CoverageItem.Query().Where(coverageitem.LineItemID(c.line.ID),
		coverageitem.QuantityIsNil()).WithCoverage().All(ctx)
	if err != nil {
		return fmt.Errorf("read the coverages of %s: %w", c.line.ID, err)
	}
	about, err := decisionsAboutCoverages(ctx, c.tx, items)
	if err != nil {
		return err
	}
	grow := 0
	for _, item := range items {
		coverage := item.Edges.Coverage
		days := Interval{First: coverage.StartsOn, Last: &coverage.EndsOn}
		if coverage.Perpetual && days.First == nil {
			since := day.Beginning
			days.First = &since
		}
		free := days.without(slices.Concat(about[item.ID], about[coverage.ID], about[orNone(coverage.EntitlementID)]))
		if slices.ContainsFunc(free, c.growsWithin) {
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
	days := append(is.ChangeDays(), was.ChangeDays()...)
	days = append(days, *within.First)
	return slices.ContainsFunc(days, func(on day.Day) bool {
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
