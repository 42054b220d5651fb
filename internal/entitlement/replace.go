package entitlement

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/decision"
	"github.com/muniment/muniment/ent/lineagestep"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
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
func (c *lineChange) replacements(ctx context.Context, old, fresh *ent.Period) ([]pair, error) {
	fresh.ReplacesID, fresh.ID, fresh.CreatedAt = &old.ID, c.idInPlace(old), c.done.Now()
	pairs := []pair{{old, fresh}}
	if !pairs[0].endMoved() {
		return pairs, nil
	}
	for i := 0; i < len(pairs); i++ {
		p := pairs[i]
		for _, id := range c.amendmentsEndingWith(p.old) {
			was, err := c.row(ctx, id)
			if err != nil {
				return nil, err
			}
			again := *was
			again.ReplacesID, again.ID, again.CreatedAt = &was.ID, c.idInPlace(was), c.done.Now()
			again.AmendsID, again.EndsOn, again.Perpetual = &p.fresh.ID, p.fresh.EndsOn, p.fresh.Perpetual
			again.EndsOrdered = p.fresh.EndsOrdered
			endTerm(&again)
			pairs = append(pairs, pair{was, &again})
		}
	}
	return pairs, nil
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
func (c *lineChange) replace(ctx context.Context, reason string, old, fresh *ent.Period) error {
	stand, err := c.tx.Client().Decision.Query().Where(decision.SubjectID(old.ID)).Order(ent.Asc(decision.FieldID)).
		All(ctx)
	if err != nil {
		return fmt.Errorf("read the decisions about %s: %w", old.ID, err)
	}
	if err := c.void(ctx, reason, old); err != nil {
		return err
	}
	if err := c.create(ctx, fresh); err != nil {
		return err
	}
	var decisions []NewDecision
	for _, d := range stand {
		if d.EndsOn >= d.StartsOn {
			decisions = append(decisions, NewDecision{Account: d.AccountID, Subject: fresh.ID, Kind: d.Kind,
				First: d.StartsOn, Last: d.EndsOn, Reason: d.Reason, Cause: orNone(d.CauseID)})
		}
	}
	return c.decide(ctx, decisions...)
}

// void records that a period does not count on any day.
func (c *lineChange) void(ctx context.Context, reason string, old *ent.Period) error {
	return c.decide(ctx, NewDecision{Account: old.AccountID, Subject: old.ID, Kind: vocabulary.DecisionWithdrawn,
		First: day.Beginning, Last: day.Forever, Reason: reason, Voids: true})
}

// decide records decisions about periods of the line.
func (c *lineChange) decide(ctx context.Context, decisions ...NewDecision) error {
	made, err := Decide(ctx, c.tx, c.done.Now(), c.by, decisions...)
	if err != nil {
		return err
	}
	for _, d := range made {
		noteDecision(c.done, d, c.line.ActivationID)
	}
	return nil
}

// pointOn lets what names a replaced period name its replacement: the periods that renew or amend it, and what other
// lines took over from it.
func (c *lineChange) pointOn(ctx context.Context, pairs []pair) error {
	replaced := map[gid.ID]bool{}
	for _, p := range pairs {
		replaced[p.old.ID] = true
	}
	for _, p := range pairs {
		named, err := c.tx.Client().Period.Query().Where(period.Or(period.RenewsID(p.old.ID),
			period.AmendsID(p.old.ID))).Order(ent.Asc(period.FieldID)).All(ctx)
		if err != nil {
			return fmt.Errorf("read what names %s: %w", p.old.ID, err)
		}
		for _, row := range named {
			if replaced[row.ID] {
				continue
			}
			if err := c.pointPeriodOn(ctx, row, p); err != nil {
				return err
			}
		}
		if err := c.pointLineageOn(ctx, p); err != nil {
			return err
		}
	}
	return nil
}

// pointPeriodOn lets a period that renews or amends a replaced one renew or amend the replacement.
func (c *lineChange) pointPeriodOn(ctx context.Context, row *ent.Period, p pair) error {
	was, is := ofReference(p.old.ID, c.line.ActivationID), ofReference(p.fresh.ID, c.line.ActivationID)
	update := c.tx.Client().Period.UpdateOne(row).SetUpdatedAt(clock.Later(row.UpdatedAt, c.done.Now()))
	note := change.Note{Kind: vocabulary.EffectKindChanged, Event: "PeriodPointedOn", Account: row.AccountID,
		Subject: row.ID, Label: c.line.ActivationID}
	if orNone(row.RenewsID) == p.old.ID {
		update.SetRenewsID(p.fresh.ID)
		note.Fields = append(note.Fields, change.Became("renews", was, is)...)
	}
	if orNone(row.AmendsID) == p.old.ID {
		update.SetAmendsID(p.fresh.ID)
		note.Fields = append(note.Fields, change.Became("amends", was, is)...)
	}
	if err := update.Exec(ctx); err != nil {
		return fmt.Errorf("let %s name %s: %w", row.ID, p.fresh.ID, err)
	}
	c.done.Note(note)
	return nil
}

// pointLineageOn lets the lineage of a replaced period be that of the replacement.
func (c *lineChange) pointLineageOn(ctx context.Context, p pair) error {
	moved, err := c.tx.Client().LineageStep.Update().Where(lineagestep.PeriodID(p.old.ID)).SetPeriodID(p.fresh.ID).
		Save(ctx)
	if err != nil {
		return fmt.Errorf("let the lineage of %s be that of %s: %w", p.old.ID, p.fresh.ID, err)
	}
	if moved > 0 {
		c.done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "LineagePointedOn",
			Account: c.line.AccountID, Subject: c.line.ID, Label: c.line.ActivationID,
			Fields: change.Became("lineage", ofReference(p.old.ID, c.line.ActivationID),
				ofReference(p.fresh.ID, c.line.ActivationID)),
			Effects: []change.Effect{}}) // the contract does not tell the period of a step
	}
	return nil
}
