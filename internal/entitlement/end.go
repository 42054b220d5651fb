package entitlement

import (
	"cmp"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// A line ends with an amendment by decisions that withdraw the other periods from the day after on. The amendment is
// their cause: if it is voided, they are lifted from their first day; if its end is corrected, they are lifted, and
// others are made for the new end.

// endAfter withdraws the periods of the line that rank before an amendment and last longer, from the day after its last
// day on, so that none of them is in force any more. Nothing is decided about periods of except. Nobody asks about the
// days after day.Latest.
func (c *lineChange) endAfter(amendment PeriodFact, except map[gid.ID]bool) {
	last := orForever(amendment.Last)
	if last >= day.Latest {
		return
	}
	var decisions []NewDecision
	for i := range c.facts.Periods {
		p := &c.facts.Periods[i]
		if except[p.ID] || !ranksBefore(p, &amendment) || orForever(p.Last) <= last {
			continue
		}
		if _, free := p.Decisions.LastFree(max(last+1, orBeginning(p.First)), orForever(p.Last)); free {
			decisions = append(decisions, NewDecision{Account: c.line.AccountID, Subject: p.ID,
				Kind: vocabulary.DecisionWithdrawn, First: last + 1, Last: day.Forever, Reason: c.all.reason,
				Cause: amendment.ID})
		}
	}
	c.decide(decisions...)
}

// madeWith returns the decisions that were made with a period, in the order in which they were recorded.
func (c *lineChange) madeWith(cause gid.ID) (made []*ent.Decision) {
	for _, d := range c.decided {
		if orNone(d.CauseID) == cause {
			made = append(made, d)
		}
	}
	return made
}

// liftAll lifts those of the decisions that stand, from their first day on, so that they hold on no day. What was
// decided about a voided period stays as it is.
func (c *lineChange) liftAll(decisions []*ent.Decision) {
	now := c.done.Now()
	for _, d := range decisions {
		if d.LiftedAt != nil || c.isVoided(d.SubjectID) {
			continue
		}
		before := *d
		d.EndsOn, d.LiftedAt = min(d.StartsOn-1, d.EndsOn), &now
		c.all.lifted = append(c.all.lifted, d)
		c.all.notes = append(c.all.notes, func() {
			before.ID = d.ID // it has none until it is stored
			noteLift(c.done, &before, d, c.line.ActivationID)
		})
	}
	c.judge()
}

// endAnew lets the decisions that were made with replaced periods be those of the replacements. If the end of one has
// moved, its decisions are lifted, and others are made for the new end; but a period about which the decision was
// released stays released. Replacements that last longer than an amendment with which the line ended are withdrawn as
// others were.
func (c *lineChange) endAnew(pairs []pair) {
	for _, p := range pairs {
		c.endOneAnew(p, c.madeWith(p.old.ID))
	}
	c.endLonger(pairs)
}

// endOneAnew is endAnew for one period and the decisions that were made with it.
func (c *lineChange) endOneAnew(p pair, made []*ent.Decision) {
	released, stand := map[gid.ID]bool{}, []*ent.Decision(nil)
	for _, d := range made {
		if d.EndsOn != day.Forever {
			released[d.SubjectID] = true
		}
		if p.endMoved() && d.EndsOn == day.Forever {
			stand = append(stand, d)
			continue
		}
		if d.CauseID = &p.fresh.ID; d.ID != 0 { // else it is kept, and stored with this cause
			c.all.caused = append(c.all.caused, d)
		}
	}
	if len(stand) == 0 {
		return
	}
	c.liftAll(stand)
	c.endAfter(FactOf(p.fresh, nil), c.withReplacements(released))
}

// endLonger withdraws replacements that last longer than an amendment with which the line ended, and about whose
// originals nothing was decided with it, because they ended earlier.
func (c *lineChange) endLonger(pairs []pair) {
	replacement := map[gid.ID]bool{}
	for _, p := range pairs {
		replacement[p.fresh.ID] = p.endMoved()
	}
	for _, amendment := range c.endings() {
		except := c.withReplacements(amendment.decided)
		for i := range c.facts.Periods {
			if id := c.facts.Periods[i].ID; !replacement[id] {
				except[id] = true
			}
		}
		c.endAfter(amendment.period, except)
	}
}

// withReplacements adds to periods what replaced them, and what replaced those.
func (c *lineChange) withReplacements(of map[gid.ID]bool) map[gid.ID]bool {
	for again := true; again; {
		again = false
		for i := range c.facts.Periods {
			if p := &c.facts.Periods[i]; of[p.Replaces] && !of[p.ID] {
				of[p.ID], again = true, true
			}
		}
	}
	return of
}

// ending is an amendment with which the line ended, and the periods about which something was decided with it.
type ending struct {
	period  PeriodFact
	decided map[gid.ID]bool
}

// endings returns the amendments with which the line ended and that were not voided, by their ranks.
func (c *lineChange) endings() (list []ending) {
	for i := range c.facts.Periods {
		e := ending{c.facts.Periods[i], map[gid.ID]bool{}}
		for _, d := range c.madeWith(e.period.ID) {
			e.decided[d.SubjectID] = true
		}
		if len(e.decided) > 0 && !e.period.isVoided() {
			list = append(list, e)
		}
	}
	slices.SortFunc(list, func(a, b ending) int {
		return cmp.Or(cmp.Compare(a.period.Ranked, b.period.Ranked), cmp.Compare(a.period.ID, b.period.ID))
	})
	return list
}
