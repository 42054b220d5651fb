package entitlement

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/value"
)

// WarnOfOverhang warns that coverages of the lines stand on days on which their periods grant nothing any more.
func (b *LineChanges) WarnOfOverhang(ctx context.Context) error {
	b.covering = nil // they may have changed since they were read
	if err := b.readCovering(ctx); err != nil {
		return err
	}
	for _, c := range b.order {
		c.warnOfOverhang()
		c.covered = c.facts.Periods
	}
	return nil
}

func (c *lineChange) warnOfOverhang() {
	before, is := Facts{Periods: c.covered}, Facts{Periods: c.facts.Periods}
	lost := day.Forever // the first day that is lost to a coverage
	for _, covering := range c.all.covering[c.line.ID] {
		for _, days := range covering.days {
			for _, on := range daysToCompare(&before, &is, days) {
				if days.Contains(on) && before.InForce(on) != nil && is.InForce(on) == nil {
					lost = min(lost, on)
				}
			}
		}
	}
	switch last, grants := lastGranted(is.Periods, day.Forever); {
	case lost == day.Forever:
	case grants && last < lost:
		WarnThatCoverageOutlasts(c.done, c.line, last)
	default:
		c.done.Warn("COVERAGE_OVERHANG", "The line item {lineItem} grants nothing on {on} any more, and its coverage "+
			"stands.", fault.With("lineItem", value.OfReference(c.line.ID, c.line.ActivationID)),
			fault.With("on", value.OfDay(lost)))
	}
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
