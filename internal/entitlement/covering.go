package entitlement

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// covering is a coverage of a line.
type covering struct {
	// whole says that it covers whatever the line grants.
	whole bool
	// days are those on which no decision holds about the item of the line, the coverage or the entitlement of that.
	days []Interval
}

// readCovering reads the coverages of the lines, if they are not known yet.
func (b *LineChanges) readCovering(ctx context.Context) error {
	if b.covering != nil {
		return nil
	}
	keys := make([]gid.ID, len(b.order))
	for i, c := range b.order {
		keys[i] = c.line.ID
	}
	items, err := b.tx.Client().CoverageItem.Query().Where(store.KeyIn(coverageitem.FieldLineItemID, keys)).
		WithCoverage().All(ctx)
	if err != nil {
		return fmt.Errorf("read the coverages of lines: %w", err)
	}
	about, err := decisionsAboutCoverages(ctx, b.tx, items)
	if err != nil {
		return err
	}
	b.covering = map[gid.ID][]covering{}
	for _, item := range items {
		coverage := item.Edges.Coverage
		days := Interval{First: coverage.StartsOn, Last: &coverage.EndsOn}
		if coverage.Perpetual && days.First == nil {
			since := day.Beginning
			days.First = &since
		}
		b.covering[item.LineItemID] = append(b.covering[item.LineItemID], covering{item.Quantity == nil,
			days.without(slices.Concat(about[item.ID], about[coverage.ID], about[orNone(coverage.EntitlementID)]))})
	}
	return nil
}

// daysToCompare returns the days on which two states of a line may begin to differ, or no longer differ, and the first
// of some further days.
func daysToCompare(was, is *Facts, within Interval) []day.Day {
	return append(append(is.ChangeDays(), was.ChangeDays()...), *within.First)
}
