package entitlement

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/lineagestep"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// pair is a period that was recorded wrongly, and its replacement.
type pair struct{ old, fresh *ent.Period }

// endMoved tells whether the replacement has another end.
func (p pair) endMoved() bool { return !sameEnd(p.old, p.fresh) }

func sameEnd(a, b *ent.Period) bool {
	return a.Perpetual == b.Perpetual && lastOfPeriod(a) == lastOfPeriod(b)
}

// replacements returns a corrected period with its replacement, and then the amendments that ended with it, which end
// with the replacement.
func (c *lineChange) replacements(old, fresh *ent.Period) []pair {
	fresh.ReplacesID, fresh.ID, fresh.CreatedAt = &old.ID, c.idInPlace(old), c.done.Now()
	pairs := []pair{{old, fresh}}
	if !pairs[0].endMoved() {
		return pairs
	}
	for i := 0; i < len(pairs); i++ {
		p := pairs[i]
		for _, id := range c.amendmentsEndingWith(p.old) {
			was := c.row(id)
			again := *was
			again.ReplacesID, again.ID, again.CreatedAt = &was.ID, c.idInPlace(was), c.done.Now()
			again.AmendsID, again.EndsOn, again.Perpetual = &p.fresh.ID, p.fresh.EndsOn, p.fresh.Perpetual
			again.EndsOrdered = p.fresh.EndsOrdered
			endTerm(&again)
			pairs = append(pairs, pair{was, &again})
		}
	}
	return pairs
}

// amendmentsEndingWith returns the amendments of a period that end with it, and were not voided.
func (c *lineChange) amendmentsEndingWith(of *ent.Period) (ids []gid.ID) {
	for i := range c.facts.Periods {
		p := &c.facts.Periods[i]
		if p.Amends == of.ID && !p.isVoided() && p.Perpetual == of.Perpetual && orForever(p.Last) == lastOfPeriod(of) {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

// idInPlace returns an id for the replacement of a period. Ids decide between periods of equal rank, as an import may
// bring them; so the id of the replacement is one that has the same place among those.
func (c *lineChange) idInPlace(old *ent.Period) gid.ID {
	place := func(id gid.ID) (n int) {
		for i := range c.facts.Periods {
			if p := &c.facts.Periods[i]; p.ID != old.ID && p.Ranked == old.RankedAt && !p.isVoided() && p.ID < id {
				n++
			}
		}
		return n
	}
	id := gid.New(gid.Period, old.AccountID.Locality())
	for range 10_000 { // few are enough, unless two ids stand next to each other
		if place(id) == place(old.ID) {
			break
		}
		id = gid.New(gid.Period, old.AccountID.Locality())
	}
	return id
}

// replace voids a period and records another one in its place, about which the same is decided.
func (c *lineChange) replace(old, fresh *ent.Period) {
	stand := c.decided
	c.void(old)
	c.create(fresh)
	var decisions []NewDecision
	for _, d := range stand {
		if d.SubjectID == old.ID && d.EndsOn >= d.StartsOn {
			decisions = append(decisions, NewDecision{Account: d.AccountID, Subject: fresh.ID, Kind: d.Kind,
				First: d.StartsOn, Last: d.EndsOn, Reason: d.Reason, Cause: orNone(d.CauseID)})
		}
	}
	c.decide(decisions...)
}

// void records that a period does not count on any day.
func (c *lineChange) void(old *ent.Period) {
	c.decide(NewDecision{Account: old.AccountID, Subject: old.ID, Kind: vocabulary.DecisionWithdrawn,
		First: day.Beginning, Last: day.Forever, Reason: c.all.reason, Voids: true})
}

// decide records decisions about periods of the line.
func (c *lineChange) decide(decisions ...NewDecision) {
	for _, d := range decisions {
		row := &ent.Decision{SubjectID: d.Subject, Kind: d.Kind, StartsOn: d.First, EndsOn: d.Last,
			PlannedEndsOn: d.Last, RecordedAt: c.done.Now(), Voids: d.Voids, Reason: d.Reason, AccountID: d.Account}
		if d.Cause != 0 {
			row.CauseID = &d.Cause
		}
		c.decided = append(c.decided, row)
		c.all.decisions = append(c.all.decisions, keptDecision{d, row})
		c.all.notes = append(c.all.notes, func() {
			recorded := *row
			recorded.EndsOn = d.Last // it may have been lifted since
			noteDecision(c.done, &recorded, c.line.ActivationID)
		})
	}
	c.judge()
}

// pointOn lets what names a replaced period name its replacement: the periods that renew or amend it, and what other
// lines took over from it.
func (c *lineChange) pointOn(ctx context.Context, pairs []pair) error {
	replaced := map[gid.ID]bool{}
	for _, p := range pairs {
		replaced[p.old.ID] = true
	}
	for _, p := range pairs {
		for _, row := range c.rows {
			if !replaced[row.ID] {
				c.pointPeriodOn(row, p)
			}
		}
		c.judge()
		if err := c.pointLineageOn(ctx, p); err != nil {
			return err
		}
	}
	return nil
}

// pointPeriodOn lets a period that renews or amends a replaced one renew or amend the replacement.
func (c *lineChange) pointPeriodOn(row *ent.Period, p pair) {
	was, is := ofReference(p.old.ID, c.line.ActivationID), ofReference(p.fresh.ID, c.line.ActivationID)
	note := change.Note{Kind: vocabulary.EffectKindChanged, Event: "PeriodPointedOn", Account: row.AccountID,
		Subject: row.ID, Label: c.line.ActivationID}
	if orNone(row.RenewsID) == p.old.ID {
		row.RenewsID = &p.fresh.ID
		note.Fields = append(note.Fields, change.Became("renews", was, is)...)
	}
	if orNone(row.AmendsID) == p.old.ID {
		row.AmendsID = &p.fresh.ID
		note.Fields = append(note.Fields, change.Became("amends", was, is)...)
	}
	if len(note.Fields) > 0 {
		c.all.pointed = append(c.all.pointed, row)
		c.note(note)
	}
}

// pointLineageOn lets the lineage of a replaced period be that of the replacement.
func (c *lineChange) pointLineageOn(ctx context.Context, p pair) error {
	if has, err := c.all.hasLineage(ctx, p.old.ID); err != nil || !has {
		return err
	}
	delete(c.all.lineage, p.old.ID)
	c.all.lineage[p.fresh.ID] = true
	c.all.steps = append(c.all.steps, p)
	c.note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "LineagePointedOn",
		Account: c.line.AccountID, Subject: c.line.ID, Label: c.line.ActivationID,
		Fields: change.Became("lineage", ofReference(p.old.ID, c.line.ActivationID),
			ofReference(p.fresh.ID, c.line.ActivationID)),
		Effects: []change.Effect{}}) // the contract does not tell the period of a step
	return nil
}

// hasLineage tells whether a step of a lineage names a period of one of the lines.
func (b *LineChanges) hasLineage(ctx context.Context, id gid.ID) (bool, error) {
	if b.lineage == nil {
		var ids, named []gid.ID
		for _, c := range b.order {
			for _, p := range c.rows {
				ids = append(ids, p.ID)
			}
		}
		if err := b.tx.Client().LineageStep.Query().Where(store.KeyIn(lineagestep.FieldPeriodID, ids)).
			Select(lineagestep.FieldPeriodID).Scan(ctx, &named); err != nil {
			return false, fmt.Errorf("read the lineage of periods: %w", err)
		}
		b.lineage = map[gid.ID]bool{}
		for _, period := range named {
			b.lineage[period] = true
		}
	}
	return b.lineage[id], nil
}
