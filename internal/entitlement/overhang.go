package entitlement

import (
	"context"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
)

// WarnOfOverhang warns that coverages of a line stand on days on which its periods grant nothing any more. was are the
// periods before the change. The line is locked.
func WarnOfOverhang(ctx context.Context, tx store.Tx, done *change.Record, line *ent.LineItem,
	was []PeriodFact) error {
	now, err := periodFacts(ctx, tx, []*ent.LineItem{line})
	if err != nil {
		return err
	}
	standing, err := standingCoverages(ctx, tx, line.ID)
	if err != nil {
		return err
	}
	before, is := Facts{Periods: was}, Facts{Periods: now[line.ID]}
	lost, covered := day.Forever, day.Beginning
	for _, days := range slices.Concat(standing...) {
		for _, on := range daysToCompare(&before, &is, days) {
			if days.Contains(on) && before.InForce(on) != nil && is.InForce(on) == nil {
				lost, covered = min(lost, on), max(covered, orForever(days.Last))
			}
		}
	}
	switch last, grants := lastGranted(is.Periods, day.Forever); {
	case lost == day.Forever:
	case grants && last < covered:
		WarnThatCoverageOutlasts(done, line, last)
	default:
		done.Warn("COVERAGE_OVERHANG", "The line item {lineItem} grants nothing on {on} any more, and its coverage "+
			"stands.", fault.With("lineItem", value.OfReference(line.ID, line.ActivationID)),
			fault.With("on", value.OfDay(lost)))
	}
	return nil
}

// WarnThatCoverageOutlasts warns that the right to a line ends on a day, before its coverage ends.
func WarnThatCoverageOutlasts(done *change.Record, line *ent.LineItem, last day.Day) {
	done.Warn("COVERAGE_OVERHANG", "The right to the line item {lineItem} ends on {endsOn}, before the coverage ends.",
		fault.With("lineItem", value.OfReference(line.ID, line.ActivationID)),
		fault.With("endsOn", value.OfDay(last)))
}

// lastGranted returns the last day, up to one, on which one of the periods is under no decision; false if there is
// none.
func lastGranted(periods []PeriodFact, upTo day.Day) (last day.Day, grants bool) {
	for i := range periods {
		p := &periods[i]
		if p.First == nil && !p.Perpetual {
			continue // it waits for its activation
		}
		until, free := p.Decisions.LastFree(orBeginning(p.First), min(orForever(p.Last), upTo))
		if free && (!grants || last < until) {
			last, grants = until, true
		}
	}
	return last, grants
}
