package entitlement

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// warnOfGrowingCoverage warns of the coverages of the whole line that cover more, because the line grants more than
// before on a day on which they are under no decision.
func (c *lineChange) warnOfGrowingCoverage(ctx context.Context) error {
	if err := c.all.readCovering(ctx); err != nil {
		return err
	}
	grow := 0
	for _, free := range c.all.covering[c.line.ID] {
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

// readCovering reads on which days the coverages of whole lines cover these and are under no decision, if that is not
// known yet.
func (b *LineChanges) readCovering(ctx context.Context) error {
	if b.covering != nil {
		return nil
	}
	keys := make([]int64, len(b.order))
	for i, c := range b.order {
		keys[i] = int64(c.line.ID)
	}
	items, err := b.tx.Client().CoverageItem.Query().Where(store.KeyIn(coverageitem.FieldLineItemID, keys),
		coverageitem.QuantityIsNil()).WithCoverage().All(ctx)
	if err != nil {
		return fmt.Errorf("read the coverages of lines: %w", err)
	}
	about, err := decisionsAboutCoverages(ctx, b.tx, items)
	if err != nil {
		return err
	}
	b.covering = map[gid.ID][][]Interval{}
	for _, item := range items {
		coverage := item.Edges.Coverage
		days := Interval{First: coverage.StartsOn, Last: &coverage.EndsOn}
		if coverage.Perpetual && days.First == nil {
			since := day.Beginning
			days.First = &since
		}
		b.covering[item.LineItemID] = append(b.covering[item.LineItemID], days.without(
			slices.Concat(about[item.ID], about[coverage.ID], about[orNone(coverage.EntitlementID)])))
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
