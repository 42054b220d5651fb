package entitlement

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/decision"
	"github.com/muniment/muniment/ent/lineagestep"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Correction says what of a period was recorded wrongly; nil was recorded rightly.
type Correction struct {
	Period           gid.ID
	Grant            Grant
	StartsOn, EndsOn *day.Day
	Perpetual        *bool
	Purchase         Purchase
}

// Correct voids a period and adds its replacement, which takes its place: what renewed the period renews the
// replacement, the decisions about it hold about the replacement, and a period that starts together with it and was
// recorded later, or renews it, is recorded anew behind it. The change counts from the first day of the period. The
// outcome has the ids of the replacement and of the line. It returns PERIOD_VOIDED, TERM_UNDATED, BAD_INPUT or
// BAD_RANGE.
func (s *Service) Correct(ctx context.Context, r change.Request, n Correction) (change.Outcome, error) {
	return s.do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		c, old, err := s.changePeriod(ctx, tx, done, n.Period)
		if err != nil {
			return err
		}
		var wrong refusals
		wrong.reason(r.Reason)
		fresh := *old
		if err := c.apply(&wrong, &fresh, n); err != nil {
			return err
		}
		if len(wrong) == 0 && len(change.Difference(c.periodAttributes(old), c.periodAttributes(&fresh))) == 0 {
			wrong.add(badInput("input", "Nothing of the period would change.",
				"Give what was recorded wrongly, or void the period with voidPeriod."))
		}
		if err := wrong.err(); err != nil {
			return err
		}
		fresh.ID, fresh.ReplacesID = gid.New(gid.Period, old.AccountID.Locality()), &old.ID
		return c.correct(ctx, r.Reason, old, &fresh)
	})
}

// Void withdraws a period on all its days, as if it had never been recorded. The outcome has the ids of the period and
// of the line. It returns PERIOD_VOIDED or BAD_INPUT.
func (s *Service) Void(ctx context.Context, r change.Request, id gid.ID) (change.Outcome, error) {
	return s.do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		c, old, err := s.changePeriod(ctx, tx, done, id)
		if err != nil {
			return err
		}
		var wrong refusals
		wrong.reason(r.Reason)
		if err := wrong.err(); err != nil {
			return err
		}
		if err := c.void(ctx, r.Reason, old); err != nil {
			return err
		}
		done.Result(id, c.line.ID)
		return c.settle(ctx, vocabulary.LedgerKindAdjust, r.Reason, id, old.StartsOn, c.countsFrom(old, old))
	})
}

// changePeriod locks the line of a period, and reads the period. It returns NOT_FOUND, HOME_ELSEWHERE or
// PERIOD_VOIDED.
func (s *Service) changePeriod(ctx context.Context, tx store.Tx, done *change.Record, id gid.ID) (
	*lineChange, *ent.Period, error) {
	found, err := tx.Client().Period.Query().Where(period.ID(id)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil, fault.Missing("input.period", "Period", id)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", id, err)
	}
	c, err := s.changeLine(ctx, tx, done, "input.period", found.LineItemID)
	if err != nil {
		return nil, nil, err
	}
	old, err := c.row(ctx, id)
	if err != nil {
		return nil, nil, err
	}
	for i := range c.facts.Periods {
		p := &c.facts.Periods[i]
		if p.ID == id && p.isVoided() {
			return nil, nil, fault.New(PeriodVoided, "input.period", "The period was voided already.",
				"Correct its replacement instead, which Period.replacedBy names.")
		}
	}
	return c, old, nil
}

// isVoided tells whether a decision withdraws the period on every day that there is.
func (p *PeriodFact) isVoided() bool {
	for _, d := range p.Decisions {
		if d.voids() {
			return true
		}
	}
	return false
}

func (d Decided) voids() bool {
	return d.Kind == vocabulary.DecisionWithdrawn && d.First == day.Beginning && d.Last == day.Forever
}

// apply sets in a period what the correction says.
func (c *lineChange) apply(wrong *refusals, p *ent.Period, n Correction) error {
	c.grant(wrong, p, n.Grant)
	if err := purchase(wrong, p, n.Purchase); err != nil {
		return err
	}
	days := n.StartsOn != nil || n.EndsOn != nil || n.Perpetual != nil
	switch {
	case days && p.StartsOn == nil && !p.Perpetual && p.StartRule != vocabulary.StartRuleFixed:
		wrong.add(fault.New(TermUndated, "input.period", "The term has no days before its first activation.",
			"Leave the days out."))
		return nil
	case n.Perpetual != nil && *n.Perpetual && n.EndsOn != nil:
		wrong.add(badInput("input.endsOn", "A last day and no end contradict each other.",
			"Give endsOn, or perpetual: true."))
		return nil
	case n.Perpetual != nil && !*n.Perpetual && p.Perpetual && n.EndsOn == nil:
		wrong.add(badInput("input.endsOn", "The last day is missing.", "Give endsOn, too."))
		return nil
	}
	if n.StartsOn != nil {
		p.StartsOn = n.StartsOn
	}
	if n.EndsOn != nil {
		p.EndsOn, p.Perpetual = n.EndsOn, false
	}
	if n.Perpetual != nil && *n.Perpetual {
		p.EndsOn, p.Perpetual = nil, true
	}
	if days {
		endTerm(p)
	}
	field := "input.endsOn"
	if n.EndsOn == nil {
		field = "input.startsOn"
	}
	wrong.days(field, p.StartsOn, p.EndsOn)
	return nil
}

// correct replaces a period, and what must stay in force before it.
func (c *lineChange) correct(ctx context.Context, reason string, old, fresh *ent.Period) error {
	behind, err := c.behind(ctx, old, fresh)
	if err != nil {
		return err
	}
	fresh.CreatedAt = c.recordedNow()
	if err := c.replace(ctx, reason, old, fresh); err != nil {
		return err
	}
	by := map[gid.ID]gid.ID{old.ID: fresh.ID}
	for i, was := range behind {
		again := *was
		again.ID, again.ReplacesID = gid.New(gid.Period, was.AccountID.Locality()), &was.ID
		again.CreatedAt = fresh.CreatedAt + clock.Instant(i+1)
		if renewed := by[orNone(was.RenewsID)]; renewed != 0 {
			again.RenewsID = &renewed
		}
		if err := c.replace(ctx, reason, was, &again); err != nil {
			return err
		}
		by[was.ID] = again.ID
	}
	if err := c.pointOn(ctx, by); err != nil {
		return err
	}
	if grows(old, fresh) {
		if err := c.warnOfGrowingCoverage(ctx, orBeginning(fresh.StartsOn)); err != nil {
			return err
		}
	}
	c.done.Result(fresh.ID, c.line.ID)
	first := old.StartsOn
	if first != nil && fresh.StartsOn != nil {
		first = earlier(first, *fresh.StartsOn)
	}
	return c.settle(ctx, vocabulary.LedgerKindAdjust, reason, fresh.ID, first, c.countsFrom(old, fresh))
}

// behind returns the periods that start together with a replacement and go before what it replaces, because they were
// recorded later or renew it. The replacement is recorded last, and would go before them.
func (c *lineChange) behind(ctx context.Context, old, fresh *ent.Period) ([]*ent.Period, error) {
	own := FactOf(old, nil)
	var facts []*PeriodFact
	for i := range c.facts.Periods {
		p := &c.facts.Periods[i]
		if p.ID != old.ID && compareFirst(p.First, fresh.StartsOn) == 0 && !p.isVoided() &&
			(recordedBefore(&own, p) || p.Renews == old.ID) {
			facts = append(facts, p)
		}
	}
	slices.SortFunc(facts, func(a, b *PeriodFact) int {
		return cmp.Or(cmp.Compare(a.Recorded, b.Recorded), cmp.Compare(a.ID, b.ID))
	})
	rows := make([]*ent.Period, len(facts))
	for i, p := range facts {
		var err error
		if rows[i], err = c.row(ctx, p.ID); err != nil {
			return nil, err
		}
	}
	return rows, nil
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
				First: d.StartsOn, Last: d.EndsOn, Reason: d.Reason})
		}
	}
	return c.decide(ctx, decisions...)
}

// void records that a period does not count on any day.
func (c *lineChange) void(ctx context.Context, reason string, old *ent.Period) error {
	return c.decide(ctx, NewDecision{Account: old.AccountID, Subject: old.ID, Kind: vocabulary.DecisionWithdrawn,
		First: day.Beginning, Last: day.Forever, Reason: reason})
}

// pointOn lets the periods that renew replaced ones renew the replacements, which by names, and lets what other lines
// took over from the replaced ones be taken over from the replacements.
func (c *lineChange) pointOn(ctx context.Context, by map[gid.ID]gid.ID) error {
	client := c.tx.Client()
	voided := slices.Collect(maps.Keys(by))
	for old, fresh := range by {
		if err := client.Period.Update().Where(period.RenewsID(old), period.IDNotIn(voided...)).SetRenewsID(fresh).
			SetUpdatedAt(c.done.Now()).Exec(ctx); err != nil {
			return fmt.Errorf("let what renews %s renew %s: %w", old, fresh, err)
		}
		if err := client.LineageStep.Update().Where(lineagestep.PeriodID(old)).SetPeriodID(fresh).
			Exec(ctx); err != nil {
			return fmt.Errorf("let the lineage of %s be that of %s: %w", old, fresh, err)
		}
	}
	return nil
}

// countsFrom is the day from which a correction counts: the first day of the period, as it was recorded or as it is
// now, whichever is earlier, but not a day to come. A period without a first day counts from the day on which it was
// recorded.
func (c *lineChange) countsFrom(old, fresh *ent.Period) day.Day {
	on := min(c.today, day.Of(old.CreatedAt.Time()))
	if old.StartsOn != nil {
		on = min(c.today, *old.StartsOn)
	}
	if fresh.StartsOn != nil {
		on = min(on, *fresh.StartsOn)
	}
	return on
}
