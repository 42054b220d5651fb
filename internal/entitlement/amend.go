package entitlement

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Amendment is a new total of a line from a day on.
type Amendment struct {
	LineItem gid.ID
	StartsOn day.Day
	Grant    Grant
	// EndsOn is the last day; nil is that of the amended period.
	EndsOn *day.Day
	// After says what follows an amendment that ends before the amended period. It is nil for every other.
	After    *vocabulary.AmendmentEnd
	Purchase Purchase
}

// Amend adds a period that states the new total of a line from a day on. The period keeps the terms of the one that is
// in force on that day, and its end unless another is given. A later period of the line keeps its own total. If the
// line is to end with the amendment, every other period that lasts longer is withdrawn from the day after on. The
// outcome has the ids of the period and of the line. It returns PERIOD_MISSING, TERM_UNDATED, RIGHT_WITHDRAWN,
// BAD_INPUT or BAD_RANGE.
func (s *Service) Amend(ctx context.Context, r change.Request, a Amendment) (change.Outcome, error) {
	return s.do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		c, err := s.changeLine(ctx, tx, done, "input.lineItem", a.LineItem)
		if err != nil {
			return err
		}
		return c.amend(ctx, r.Reason, a)
	})
}

func (c *lineChange) amend(ctx context.Context, reason string, a Amendment) error {
	var wrong refusals
	fact := c.amended(&wrong, a.StartsOn)
	if fact == nil {
		return wrong.err()
	}
	old, err := c.row(ctx, fact.ID)
	if err != nil {
		return err
	}
	fresh := *old
	fresh.ID, fresh.RenewsID, fresh.ReplacesID = gid.New(gid.Period, c.line.AccountID.Locality()), nil, nil
	fresh.CreatedAt, fresh.StartsOn = c.recordedNow(), &a.StartsOn
	fresh.OrderID, fresh.OrderLine, fresh.PriceMinor, fresh.Currency = "", "", nil, nil
	fresh.SourceNote, fresh.SourceLine, fresh.SourceEntitlement = "", "", ""
	if a.Grant.Quantity == nil && (a.Grant.Unlimited == nil || !*a.Grant.Unlimited) {
		wrong.add(badInput("input.quantity", "The new total is missing.", "Give quantity, or unlimited: true."))
	}
	c.grant(&wrong, &fresh, a.Grant)
	if err := purchase(&wrong, &fresh, a.Purchase); err != nil {
		return err
	}
	wrong.days("input.endsOn", &a.StartsOn, a.EndsOn)
	wrong.after(a, lastOfPeriod(old))
	if a.EndsOn != nil {
		fresh.EndsOn, fresh.Perpetual = a.EndsOn, false
		endTerm(&fresh)
	}
	if err := wrong.err(); err != nil {
		return err
	}
	return c.record(ctx, reason, a, old, &fresh)
}

// record stores an amendment and what follows it.
func (c *lineChange) record(ctx context.Context, reason string, a Amendment, old, fresh *ent.Period) error {
	if err := c.create(ctx, fresh); err != nil {
		return err
	}
	on := min(a.StartsOn, c.today)
	if a.After != nil && *a.After == vocabulary.AmendmentEndEnd {
		if err := c.endAfter(ctx, reason, *a.EndsOn, fresh.ID); err != nil {
			return err
		}
		if *a.EndsOn < c.today {
			on = *a.EndsOn + 1
		}
	}
	if grows(old, fresh) {
		if err := c.warnOfGrowingCoverage(ctx, a.StartsOn); err != nil {
			return err
		}
	}
	kind, err := c.kind(ctx)
	if err != nil {
		return err
	}
	c.done.Result(fresh.ID, c.line.ID)
	return c.settle(ctx, kind, cause(reason, "the line item was amended"), fresh.ID, &a.StartsOn, on)
}

// kind is the kind of the ledger entry of an amendment: REDUCE if the line grants less today than before, else STEP.
func (c *lineChange) kind(ctx context.Context) (vocabulary.LedgerKind, error) {
	facts, err := periodFacts(ctx, c.tx, []*ent.LineItem{c.line})
	if err != nil {
		return "", err
	}
	is := Summarize(facts[c.line.ID], c.today)
	if !is.Unlimited && (c.line.Unlimited || is.Granted < c.line.Granted) {
		return vocabulary.LedgerKindReduce, nil
	}
	return vocabulary.LedgerKindStep, nil
}

// amended returns the period that an amendment from a day on amends, or refuses it and returns nil.
func (c *lineChange) amended(wrong *refusals, on day.Day) *PeriodFact {
	if c.withdrawnOn(on) {
		wrong.add(fault.New(RightWithdrawn, "input.lineItem", "The right is withdrawn on {on}.",
			"Release the decision with releaseDecision first.", fault.With("on", value.OfDay(on))))
		return nil
	}
	if p := c.facts.InForce(on); p != nil {
		return p
	}
	for i := range c.facts.Periods {
		if p := &c.facts.Periods[i]; p.First == nil && !p.Perpetual && p.Decisions.On(on) == nil {
			wrong.add(fault.New(TermUndated, "input.lineItem", "The term of the line item has no days before its "+
				"first activation.", "Correct the quantity of the period with correctPeriod."))
			return nil
		}
	}
	wrong.add(missingPeriod(on))
	return nil
}

// after refuses an amendment that does not say what follows it, or says it although nothing does. last is the last day
// of the amended period.
func (r *refusals) after(a Amendment, last day.Day) {
	ends := a.EndsOn != nil && *a.EndsOn < last
	switch {
	case ends && a.After == nil:
		r.add(badInput("input.after", "The amendment ends before the period that it amends, and it is not said what "+
			"follows.", "Give RETURN for the older period, or END for the end of the line item."))
	case !ends && a.After != nil:
		r.add(badInput("input.after", "The amendment does not end before the period that it amends, so that nothing "+
			"follows by this rule.", "Leave after out, or give an earlier endsOn."))
	}
}

// endAfter withdraws the periods of the line, except one, from the day after a last day on, so that none is in force
// any more.
func (c *lineChange) endAfter(ctx context.Context, reason string, last day.Day, except gid.ID) error {
	var decisions []NewDecision
	for i := range c.facts.Periods {
		p := &c.facts.Periods[i]
		if p.ID == except || !p.Perpetual && p.Last != nil && *p.Last <= last {
			continue
		}
		if _, free := p.Decisions.LastFree(max(last+1, orBeginning(p.First)), orForever(p.Last)); free {
			decisions = append(decisions, NewDecision{Account: c.line.AccountID, Subject: p.ID,
				Kind: vocabulary.DecisionWithdrawn, First: last + 1, Last: day.Forever, Reason: reason})
		}
	}
	return c.decide(ctx, decisions...)
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

// cause is the text of a ledger entry: the reason of the change, or what was done.
func cause(reason, otherwise string) string {
	if reason == "" {
		return otherwise
	}
	return reason
}
