package entitlement

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// periodsAtOnce is how many periods one statement adds. A statement has at most 32,766 parameters on SQLite.
const periodsAtOnce = 200

// write stores the new periods, settles the lines, and notes what changed.
func (b *renewing) write(ctx context.Context, reason string, lines []*renewal) ([]*Renewed, error) {
	now, c := b.done.Now(), b.tx.Client()
	var fresh []*ent.Period
	for part := range slices.Chunk(lines, periodsAtOnce) {
		rows := make([]*ent.PeriodCreate, len(part))
		for i, l := range part {
			rows[i] = Insertion(c, l.fresh, now)
		}
		if err := c.Period.CreateBulk(rows...).Exec(ctx); err != nil {
			return nil, fmt.Errorf("record periods: %w", err)
		}
		for _, l := range part {
			fresh = append(fresh, l.fresh)
		}
	}
	if err := WriteInstalments(ctx, b.tx, fresh...); err != nil {
		return nil, err
	}
	by := Cause{Kind: vocabulary.LedgerKindStep, Author: b.by, Text: cause(reason, "the line item was renewed"),
		Of: map[gid.ID]LineCause{}}
	before, facts := make([]*ent.LineItem, len(lines)), map[gid.ID][]PeriodFact{}
	for i, l := range lines {
		on := min(*l.fresh.StartsOn, b.today)
		before[i], by.Of[l.line.ID] = l.line, LineCause{l.fresh.ID, &on}
		fact := FactOf(l.fresh, nil)
		fact.Graces = l.facts.Periods[0].Graces // they are about the line
		facts[l.line.ID] = append(slices.Clone(l.facts.Periods), fact)
	}
	if err := b.noteFollowed(ctx, lines, reason); err != nil {
		return nil, err
	}
	settled, err := settleLocked(ctx, b.tx, before, facts, b.today, now, by)
	if err != nil {
		return nil, err
	}
	renewed := make([]*Renewed, len(lines))
	for i, l := range lines {
		l.line = settled[i]
		b.done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "PeriodRecorded", Account: l.line.AccountID,
			Subject: l.fresh.ID, Label: l.line.ActivationID, Fields: change.Difference(nil, l.attributes())})
		l.noteLine(before[i])
		l.warn()
		renewed[i] = &Renewed{l.index, l.line, l.fresh, l.sold}
	}
	return renewed, nil
}

// Insertion returns the statement that adds a period with all that it says. now is when it is written; the moment at
// which the period counts as recorded is its own CreatedAt.
func Insertion(c *ent.Client, p *ent.Period, now clock.Instant) *ent.PeriodCreate {
	keepEvergreen(p)
	return c.Period.Create().SetID(p.ID).SetAccountID(p.AccountID).SetLineItemID(p.LineItemID).
		SetNillableRenewsID(p.RenewsID).SetNillableReplacesID(p.ReplacesID).SetNillableAmendsID(p.AmendsID).
		SetRankedAt(p.RankedAt).SetTerm(p.Term).SetStartRule(p.StartRule).
		SetNillableTermLength(p.TermLength).SetNillableTermUnit(p.TermUnit).SetNillableStartsOn(p.StartsOn).
		SetNillableEndsOn(p.EndsOn).SetEndsOrdered(p.EndsOrdered).SetNillableStartsLatestOn(p.StartsLatestOn).
		SetPerpetual(p.Perpetual).
		SetUnlimited(p.Unlimited).SetNillableQuantity(p.Quantity).SetOverdraft(p.Overdraft).SetGraceDays(p.GraceDays).
		SetNillableCancelDays(p.CancelDays).SetNillableCancelUntil(p.CancelUntil).SetNillableRenewsOn(p.RenewsOn).
		SetNillableRenewalDecidedAt(p.RenewalDecidedAt).
		SetNillablePartNumberID(p.PartNumberID).SetNillableLicenseModelVersionID(p.LicenseModelVersionID).
		SetOrderID(p.OrderID).SetOrderLine(p.OrderLine).SetNillableCreditSystemID(p.CreditSystemID).
		SetNillablePriceMinor(p.PriceMinor).SetNillableCurrency(p.Currency).SetTimeZoneNote(p.TimeZoneNote).
		SetSourceNote(p.SourceNote).SetSourceLine(p.SourceLine).SetSourceEntitlement(p.SourceEntitlement).
		SetCreatedAt(p.CreatedAt).SetUpdatedAt(now)
}
