package entitlement

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/ent/predicate"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// standingCoverages returns, for each of the coverage items of a line that meet the conditions, the days on which no
// decision holds about it, its coverage or the entitlement of that. The line is locked.
func standingCoverages(ctx context.Context, tx store.Tx, line gid.ID, of ...predicate.CoverageItem) ([][]Interval,
	error) {
	items, err := tx.Client().CoverageItem.Query().Where(coverageitem.LineItemID(line)).Where(of...).WithCoverage().
		All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the coverages of %s: %w", line, err)
	}
	about, err := decisionsAboutCoverages(ctx, tx, items)
	if err != nil {
		return nil, err
	}
	standing := make([][]Interval, len(items))
	for i, item := range items {
		coverage := item.Edges.Coverage
		days := Interval{First: coverage.StartsOn, Last: &coverage.EndsOn}
		if coverage.Perpetual && days.First == nil {
			since := day.Beginning
			days.First = &since
		}
		standing[i] = days.without(slices.Concat(about[item.ID], about[coverage.ID],
			about[orNone(coverage.EntitlementID)]))
	}
	return standing, nil
}

// daysToCompare returns the days on which two states of a line may begin to differ, or no longer differ, and the first
// of some further days.
func daysToCompare(was, is *Facts, within Interval) []day.Day {
	return append(append(is.ChangeDays(), was.ChangeDays()...), *within.First)
}

// warnOfGrowingCoverage warns of the coverages of the whole line that cover more, because the line grants more than
// before on a day on which they are under no decision. The periods of the line are stored as they are now.
func (c *lineChange) warnOfGrowingCoverage(ctx context.Context) error {
	if err := c.read(ctx, c.line.ID); err != nil {
		return err
	}
	standing, err := standingCoverages(ctx, c.tx, c.line.ID, coverageitem.QuantityIsNil())
	if err != nil {
		return err
	}
	grow := 0
	for _, days := range standing {
		if slices.ContainsFunc(days, c.growsWithin) {
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
