package entitlement

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/change"
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
	// EndsOrdered says that the order gives the last day.
	EndsOrdered bool
	Perpetual   *bool
	Purchase    Purchase
}

// Correct voids a period and adds its replacement, which takes its place: its rank, what renewed or amended the period,
// and the decisions about it and by it. Amendments that ended with the period end with the replacement. The change
// counts from the first day of the period. The outcome has the ids of the replacement and of the line. It returns
// PERIOD_VOIDED, TERM_UNDATED, OTHER_PERIOD_FIRST, OVERDRAFT_NOT_ALLOWED, TRIAL_USED, BAD_INPUT or BAD_RANGE.
func (s *Service) Correct(ctx context.Context, r change.Request, n Correction) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		b, err := changePeriod(ctx, tx, done, s.today(), r.Reason, n.Period)
		if err != nil {
			return err
		}
		id, err := b.Correct(ctx, n)
		if err != nil {
			return err
		}
		done.Result(id, b.order[0].line.ID)
		return b.Write(ctx)
	})
}

// Correct is Service.Correct for a period of one of the lines. It returns the id of the replacement.
func (b *LineChanges) Correct(ctx context.Context, n Correction) (gid.ID, error) {
	c, old, err := b.standing(ctx, n.Period)
	if err != nil {
		return 0, err
	}
	var wrong fault.List
	wrong.Reason(b.reason)
	fresh := *old
	if err := c.apply(ctx, &wrong, &fresh, n); err != nil {
		return 0, err
	}
	if len(wrong) == 0 && len(change.Difference(c.periodAttributes(old), c.periodAttributes(&fresh))) == 0 {
		wrong.Add(fault.Bad("input", "Nothing of the period would change.",
			"Give what was recorded wrongly, or void the period with voidPeriod."))
	}
	if len(wrong) == 0 {
		c.checkPlace(&wrong, old, &fresh)
	}
	if len(wrong) == 0 {
		if err := c.checkTrial(ctx, &wrong, old, &fresh); err != nil {
			return 0, err
		}
	}
	if err := wrong.Err(); err != nil {
		return 0, err
	}
	return fresh.ID, c.correct(ctx, old, &fresh)
}

// Void withdraws a period on all its days, as if it had never been recorded, and lifts the decisions that were made
// with it. A period is not voided before the amendments that rest on it. The outcome has the ids of the period and of
// the line. It returns PERIOD_VOIDED, OTHER_PERIOD_FIRST or BAD_INPUT.
func (s *Service) Void(ctx context.Context, r change.Request, id gid.ID) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		b, err := changePeriod(ctx, tx, done, s.today(), r.Reason, id)
		if err != nil {
			return err
		}
		c, old, err := b.standing(ctx, id)
		if err != nil {
			return err
		}
		var wrong fault.List
		wrong.Reason(r.Reason)
		c.checkAmended(&wrong, old)
		if err := wrong.Err(); err != nil {
			return err
		}
		c.void(old)
		c.liftAll(c.madeWith(old.ID))
		done.Result(id, c.line.ID)
		c.settle(vocabulary.LedgerKindAdjust, r.Reason, id, old.StartsOn, c.countsFrom(old, old))
		return b.Write(ctx)
	})
}

// changePeriod locks the line of a period. It returns NOT_FOUND.
func changePeriod(ctx context.Context, tx store.Tx, done *change.Record, today day.Day, reason string, id gid.ID) (
	*LineChanges, error) {
	found, err := tx.Client().Period.Query().Where(period.ID(id)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, fault.Missing("input.period", "Period", id)
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", id, err)
	}
	return ChangeLines(ctx, tx, done, today, reason, "input.period", false, found.LineItemID)
}

// standing returns a period that was not voided, and its line. It returns NOT_FOUND, HOME_ELSEWHERE or PERIOD_VOIDED.
func (b *LineChanges) standing(ctx context.Context, id gid.ID) (*lineChange, *ent.Period, error) {
	c, err := b.ofPeriod(ctx, id)
	if err != nil {
		return nil, nil, err
	}
	if c.isVoided(id) {
		return nil, nil, fault.New(PeriodVoided, "input.period", "The period was voided already.",
			"Correct its replacement instead, which Period.replacedBy names.")
	}
	return c, c.row(id), nil
}

// isVoided tells whether the period was voided.
func (p *PeriodFact) isVoided() bool {
	return slices.ContainsFunc(p.Decisions, func(d Decided) bool { return d.Voids })
}

// isVoided tells whether a period of the line was voided.
func (c *lineChange) isVoided(id gid.ID) bool {
	return slices.ContainsFunc(c.facts.Periods, func(p PeriodFact) bool { return p.ID == id && p.isVoided() })
}

// apply sets in a period what the correction says.
func (c *lineChange) apply(ctx context.Context, wrong *fault.List, p *ent.Period, n Correction) error {
	if err := c.grant(ctx, wrong, p, n.Grant); err != nil {
		return err
	}
	if err := purchase(wrong, p, n.Purchase); err != nil {
		return err
	}
	days := n.StartsOn != nil || n.EndsOn != nil || n.Perpetual != nil
	switch {
	case days && p.StartsOn == nil && !p.Perpetual && p.StartRule != vocabulary.StartRuleFixed:
		wrong.Add(fault.New(TermUndated, "input.period", "The term has no days before its first activation.",
			"Leave the days out."))
		return nil
	case n.EndsOn != nil && p.EndsOn == nil && !p.Perpetual && p.StartRule == vocabulary.StartRuleEachActivation:
		wrong.Add(fault.Bad("input.endsOn", "Each copy of the right has an end of its own.", "Leave endsOn out."))
		return nil
	case n.EndsOn != nil && *n.EndsOn > day.Latest:
		wrong.Add(fault.EndsTooLate("input.endsOn", *n.EndsOn))
		return nil
	case n.Perpetual != nil && *n.Perpetual && n.EndsOn != nil:
		wrong.Add(fault.Bad("input.endsOn", "A last day and no end contradict each other.",
			"Give endsOn, or perpetual: true."))
		return nil
	case n.Perpetual != nil && *n.Perpetual && p.Term == vocabulary.TermTrial && !p.Perpetual:
		wrong.Add(fault.Bad("input.perpetual", "A trial has a last day.",
			"Give endsOn, or let the trial become a paid right with convertTrial."))
		return nil
	case n.Perpetual != nil && !*n.Perpetual && p.Perpetual && n.EndsOn == nil:
		wrong.Add(fault.Bad("input.endsOn", "The last day is missing.", "Give endsOn, too."))
		return nil
	}
	if n.StartsOn != nil {
		p.StartsOn = n.StartsOn
	}
	if n.EndsOn != nil {
		p.EndsOn, p.Perpetual = n.EndsOn, false
	}
	p.EndsOrdered = p.EndsOrdered || n.EndsOrdered
	if n.Perpetual != nil && *n.Perpetual {
		p.EndsOn, p.Perpetual = nil, true
	}
	if days {
		endTerm(p)
		c.reopenRenewal(p)
	}
	field := "input.endsOn"
	if n.EndsOn == nil {
		field = "input.startsOn"
	}
	wrong.Days(field, p.StartsOn, p.EndsOn)
	return nil
}

// correct replaces a period, and the amendments that end with it.
func (c *lineChange) correct(ctx context.Context, old, fresh *ent.Period) error {
	pairs := c.replacements(old, fresh)
	for _, p := range pairs {
		c.replace(p.old, p.fresh)
	}
	if err := c.pointOn(ctx, pairs); err != nil {
		return err
	}
	c.endAnew(pairs)
	if grows(old, fresh) {
		if err := c.warnOfGrowingCoverage(ctx); err != nil {
			return err
		}
	}
	first := old.StartsOn
	if first != nil && fresh.StartsOn != nil {
		first = earlier(first, *fresh.StartsOn)
	}
	c.settle(vocabulary.LedgerKindAdjust, c.all.reason, fresh.ID, first, c.countsFrom(old, fresh))
	return nil
}

// countsFrom is the day from which a correction counts: the first day of the period, as it was recorded or as it is
// now, whichever is earlier, but not a day to come. A period without a first day counts from the day on which it was
// recorded.
func (c *lineChange) countsFrom(old, fresh *ent.Period) day.Day {
	on := min(c.today, day.Local(old.CreatedAt.Time()))
	if old.StartsOn != nil {
		on = min(c.today, *old.StartsOn)
	}
	if fresh.StartsOn != nil {
		on = min(on, *fresh.StartsOn)
	}
	return on
}
