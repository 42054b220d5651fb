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
// in force on that day, and its end unless an earlier one is given. A later period of the line keeps its own total. If
// the line is to end with the amendment, every other period that lasts longer is withdrawn from the day after on. The
// outcome has the ids of the period and of the line. It returns PERIOD_MISSING, TERM_UNDATED, RIGHT_WITHDRAWN,
// OVERDRAFT_NOT_ALLOWED, ACCOUNT_RETIRED, BAD_INPUT or BAD_RANGE.
func (s *Service) Amend(ctx context.Context, r change.Request, a Amendment) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		b, err := ChangeLines(ctx, tx, done, s.today(), r.Reason, "input.lineItem", true, a.LineItem)
		if err != nil {
			return err
		}
		id, err := b.Amend(ctx, a)
		if err != nil {
			return err
		}
		done.Result(id, a.LineItem)
		return b.Write(ctx)
	})
}

// Amend is Service.Amend for one of the lines. It returns the id of the period.
func (b *LineChanges) Amend(ctx context.Context, a Amendment) (gid.ID, error) {
	c, err := b.change(ctx, a.LineItem)
	if err != nil {
		return 0, err
	}
	return c.amend(ctx, a)
}

func (c *lineChange) amend(ctx context.Context, a Amendment) (gid.ID, error) {
	var wrong fault.List
	fact := c.amended(&wrong, a.StartsOn)
	if fact == nil {
		return 0, wrong.Err()
	}
	old := c.row(fact.ID)
	fresh := *old
	fresh.ID, fresh.RenewsID, fresh.ReplacesID = gid.New(gid.Period, c.line.AccountID.Locality()), nil, nil
	fresh.AmendsID, fresh.StartsOn, fresh.StartsLatestOn = &old.ID, &a.StartsOn, nil
	fresh.CreatedAt, fresh.RankedAt = c.done.Now(), c.nextRank()
	fresh.OrderID, fresh.OrderLine, fresh.CreditSystemID = "", "", nil
	fresh.PriceMinor, fresh.Currency = nil, nil
	fresh.Edges.Instalments = nil
	fresh.SourceNote, fresh.SourceLine, fresh.SourceEntitlement = "", "", ""
	if a.Grant.Quantity == nil && (a.Grant.Unlimited == nil || !*a.Grant.Unlimited) {
		wrong.Add(fault.Bad("input.quantity", "The new total is missing.", "Give quantity, or unlimited: true."))
	}
	if err := c.grant(ctx, &wrong, &fresh, a.Grant); err != nil {
		return 0, err
	}
	if err := purchase(&wrong, &fresh, a.Purchase); err != nil {
		return 0, err
	}
	wrong.Days("input.endsOn", &a.StartsOn, a.EndsOn)
	checkEnd(&wrong, a, lastOfPeriod(old))
	if a.EndsOn != nil {
		fresh.EndsOn, fresh.EndsOrdered, fresh.Perpetual = a.EndsOn, true, false
		endTerm(&fresh)
		if *a.EndsOn < lastOfPeriod(old) {
			fresh.CancelDays = nil // its end was decided
		}
	}
	if grows(old, &fresh) {
		wrong.Add(c.retired)
	}
	if err := wrong.Err(); err != nil {
		return 0, err
	}
	return fresh.ID, c.record(ctx, a, old, &fresh)
}

// record records an amendment and what follows it.
func (c *lineChange) record(ctx context.Context, a Amendment, old, fresh *ent.Period) error {
	c.create(fresh)
	on := min(a.StartsOn, c.today)
	if a.After != nil && *a.After == vocabulary.AmendmentEndEnd {
		c.endAfter(FactOf(fresh, nil), nil)
		if *a.EndsOn < c.today {
			on = *a.EndsOn + 1
		}
	}
	if grows(old, fresh) {
		if err := c.warnOfGrowingCoverage(ctx); err != nil {
			return err
		}
	}
	c.settle(c.kind(), cause(c.all.reason, "the line item was amended"), fresh.ID, &a.StartsOn, on)
	return nil
}

// kind is the kind of the ledger entry of an amendment: REDUCE if the line grants less today than before, else STEP.
func (c *lineChange) kind() vocabulary.LedgerKind {
	is := Summarize(c.facts.Periods, c.today)
	if !is.Unlimited && (c.line.Unlimited || is.Granted < c.line.Granted) {
		return vocabulary.LedgerKindReduce
	}
	return vocabulary.LedgerKindStep
}

// amended returns the period that an amendment from a day on amends, or refuses it and returns nil.
func (c *lineChange) amended(wrong *fault.List, on day.Day) *PeriodFact {
	if c.withdrawnOn(on) {
		wrong.Add(fault.New(RightWithdrawn, "input.lineItem", "The right is withdrawn on {on}.",
			"Release the decision with releaseDecision first.", fault.With("on", value.OfDay(on))))
		return nil
	}
	if p := c.facts.InForce(on); p != nil {
		return p
	}
	for i := range c.facts.Periods {
		if p := &c.facts.Periods[i]; p.First == nil && !p.Perpetual && p.Decisions.On(on) == nil {
			wrong.Add(fault.New(TermUndated, "input.lineItem", "The term of the line item has no days before its "+
				"first activation.", "Correct the quantity of the period with correctPeriod."))
			return nil
		}
	}
	wrong.Add(missingPeriod(on))
	return nil
}

// checkEnd refuses an amendment that ends after the period that it amends, that does not say what follows it, or that
// says it although nothing does. last is the last day of the amended period.
func checkEnd(wrong *fault.List, a Amendment, last day.Day) {
	ends := a.EndsOn != nil && *a.EndsOn < last
	switch {
	case a.EndsOn != nil && *a.EndsOn > last:
		wrong.Add(fault.Bad("input.endsOn", "The amendment would end after the period that it amends, which ends on "+
			"{endsOn}.", "Give {endsOn} or an earlier day, or renew the line item.",
			fault.With("endsOn", value.OfDay(last))))
	case ends && a.After == nil:
		wrong.Add(fault.Bad("input.after", "The amendment ends before the period that it amends, and it is not said "+
			"what follows.", "Give RETURN for the older period, or END for the end of the line item."))
	case !ends && a.After != nil:
		wrong.Add(fault.Bad("input.after", "The amendment does not end before the period that it amends, so that "+
			"nothing follows by this rule.", "Leave after out, or give an earlier endsOn."))
	}
}

// cause is the text of a ledger entry: the reason of the change, or what was done.
func cause(reason, otherwise string) string {
	if reason == "" {
		return otherwise
	}
	return reason
}
