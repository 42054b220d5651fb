package entitlement

import (
	"cmp"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/value"
)

// checkPlace refuses the days of a replacement with which it would take another place among the periods of the line
// than what it replaces: an amendment lies within the period that it amends, and what was recorded later was recorded
// with regard to what stood before it.
func (c *lineChange) checkPlace(wrong *fault.List, old, fresh *ent.Period) {
	was, is := FactOf(old, nil), FactOf(fresh, nil)
	for _, p := range c.standingPeriods() {
		if p.ID == old.ID {
			continue
		}
		switch {
		case ranksBefore(&was, p) && goesBefore(&was, p) != goesBefore(&is, p):
			wrong.Add(fault.New(OtherPeriodFirst, "input.startsOn", "The period would change places with {other}, "+
				"which was recorded later and starts on {startsOn}.",
				"Correct or void that one first, or give another day.",
				fault.With("other", c.reference(p)), fault.With("startsOn", value.OfDay(orBeginning(p.First)))))
		case was.Amends == p.ID && compareFirst(is.First, p.First) < 0:
			wrong.Add(fault.New(OtherPeriodFirst, "input.startsOn", "The amendment would start before {other}, which "+
				"it amends and which starts on {startsOn}.", "Correct that one first, or give a later day.",
				fault.With("other", c.reference(p)), fault.With("startsOn", value.OfDay(orBeginning(p.First)))))
		case was.Amends == p.ID && orForever(is.Last) > orForever(p.Last):
			wrong.Add(fault.New(OtherPeriodFirst, "input.endsOn", "The amendment would end after {other}, which it "+
				"amends and which ends on {endsOn}.", "Correct that one first, or give an earlier day.",
				fault.With("other", c.reference(p)), fault.With("endsOn", value.OfDay(orForever(p.Last)))))
		case was.Renews == p.ID && compareFirst(is.First, was.First) != 0 && compareFirst(is.First, p.First) < 0:
			wrong.Add(fault.New(OtherPeriodFirst, "input.startsOn", "The renewal would start before {other}, which "+
				"it renews and which starts on {startsOn}.", "Correct that one first, or give a later day.",
				fault.With("other", c.reference(p)), fault.With("startsOn", value.OfDay(orBeginning(p.First)))))
		case p.Renews == old.ID && compareFirst(is.First, was.First) != 0 && compareFirst(p.First, is.First) < 0:
			wrong.Add(fault.New(OtherPeriodFirst, "input.startsOn", "The period would start after {other}, which "+
				"renews it and starts on {startsOn}.", "Correct or void that one first, or give an earlier day.",
				fault.With("other", c.reference(p)), fault.With("startsOn", value.OfDay(orBeginning(p.First)))))
		case was.Renews == p.ID && !sameEnd(old, fresh) && orForever(is.Last) < orForever(p.Last):
			wrong.Add(fault.New(OtherPeriodFirst, "input.endsOn", "The renewal would end before {other}, which it "+
				"renews, which ends on {endsOn} and would be in force again.",
				"Correct that one first, or give a later day.", fault.With("other", c.reference(p)),
				fault.With("endsOn", value.OfDay(orForever(p.Last)))))
		}
	}
	if !sameEnd(old, fresh) {
		c.checkAmendments(wrong, old, fresh)
	}
}

// checkAmended refuses to void a period on which amendments rest.
func (c *lineChange) checkAmended(wrong *fault.List, old *ent.Period) {
	for _, p := range c.standingPeriods() {
		if p.Amends == old.ID {
			wrong.Add(fault.New(OtherPeriodFirst, "input.period", "The period is amended by {other}, which starts on "+
				"{startsOn} and would stay in force.",
				"Void that one first, or correct this period with correctPeriod.", fault.With("other", c.reference(p)),
				fault.With("startsOn", value.OfDay(orBeginning(p.First)))))
		}
	}
}

// checkAmendments refuses an end with which amendments would not lie within the replacement: those that end with it and
// start later, and those that end earlier than before, but after the new end. It also refuses one with which the
// period, or an amendment that ends with it, would be in force again after what renews it.
func (c *lineChange) checkAmendments(wrong *fault.List, old, fresh *ent.Period) {
	periods := c.standingPeriods()
	moved, judged := map[gid.ID]bool{old.ID: true}, map[gid.ID]bool{}
	last := lastOfPeriod(fresh)
	for again := true; again; {
		again = false
		for _, p := range periods {
			if !moved[p.Amends] || judged[p.ID] {
				continue
			}
			judged[p.ID] = true
			ends := p.Perpetual == old.Perpetual && orForever(p.Last) == lastOfPeriod(old)
			if ends {
				moved[p.ID], again = true, true
			}
			if ends && orBeginning(p.First) <= last || !ends && orForever(p.Last) <= last {
				continue
			}
			wrong.Add(fault.New(OtherPeriodFirst, "input.endsOn", "The amendment {other}, which starts on {startsOn}, "+
				"would not lie within the period any more.", "Correct or void that one first, or give a later day.",
				fault.With("other", c.reference(p)), fault.With("startsOn", value.OfDay(orBeginning(p.First)))))
		}
	}
	for _, p := range periods {
		if moved[p.Renews] && orForever(p.Last) < last {
			wrong.Add(fault.New(OtherPeriodFirst, "input.endsOn", "The period would be in force again after {other}, "+
				"which renews it and ends on {endsOn}.", "Correct or void that one first, or give an earlier day.",
				fault.With("other", c.reference(p)), fault.With("endsOn", value.OfDay(orForever(p.Last)))))
		}
	}
}

// standingPeriods returns the periods of the line that were not voided, in the order of their first days and of their
// ranks, so that refusals have an order.
func (c *lineChange) standingPeriods() (list []*PeriodFact) {
	for i := range c.facts.Periods {
		if p := &c.facts.Periods[i]; !p.isVoided() {
			list = append(list, p)
		}
	}
	slices.SortFunc(list, func(p, q *PeriodFact) int {
		return cmp.Or(compareFirst(p.First, q.First), cmp.Compare(p.Ranked, q.Ranked), cmp.Compare(p.ID, q.ID))
	})
	return list
}

// reference names a period of the line.
func (c *lineChange) reference(p *PeriodFact) value.Value {
	return value.OfReference(p.ID, c.line.ActivationID)
}

// goesBefore tells whether p comes before q in the order of the periods of a line.
func goesBefore(p, q *PeriodFact) bool {
	switch order := compareFirst(p.First, q.First); {
	case order != 0:
		return order < 0
	case q.Renews == p.ID:
		return true
	case p.Renews == q.ID:
		return false
	}
	return ranksBefore(p, q)
}
