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
	switch last, grants := lastGranted(is.Periods); {
	case lost == day.Forever:
	case grants && last < covered:
		WarnThatCoverageOutlasts(done, line, last)
	default:
		done.Warn(coverageOverhang, "The line item {lineItem} grants nothing on {on} any more, and its coverage stands.",
			ofLine(line), fault.With("on", value.OfDay(lost)))
	}
	return nil
}

// coverageOverhang is the code of the warning of coverage that is of no use.
const coverageOverhang = "COVERAGE_OVERHANG"

// WarnThatCoverageOutlasts warns that the right to a line ends on a day, before its coverage ends.
func WarnThatCoverageOutlasts(done *change.Record, line *ent.LineItem, last day.Day) {
	done.Warn(coverageOverhang, "The right to the line item {lineItem} ends on {endsOn}, before the coverage ends.",
		ofLine(line), fault.With("endsOn", value.OfDay(last)))
}

func ofLine(line *ent.LineItem) fault.Parameter {
	return fault.With("lineItem", value.OfReference(line.ID, line.ActivationID))
}

// lastGranted returns the last day on which one of the periods is under no decision; false if there is none.
func lastGranted(periods []PeriodFact) (last day.Day, grants bool) {
	for i := range periods {
		p := &periods[i]
		if p.First == nil && !p.Perpetual {
			continue // it waits for its activation
		}
		if until, free := p.Decisions.LastFree(orBeginning(p.First), orForever(p.Last)); free {
			last, grants = max(last, until), true
		}
	}
	return last, grants
}
