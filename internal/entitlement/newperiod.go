package entitlement

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/quantity"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Grant says how much a period grants, as the client wrote it, in the unit of the line. Nil says nothing.
type Grant struct {
	// Quantity is a decimal number.
	Quantity  *string
	Unlimited *bool
	// Overdraft is a decimal number.
	Overdraft *string
}

// Price is an amount of money, as the client wrote it.
type Price struct {
	// Amount is a decimal number in the main unit of the currency, such as dollars.
	Amount string
	// Currency is the ISO 4217 code.
	Currency string
}

// Purchase is the order from which a period came, and what was paid for it. Nil says nothing.
type Purchase struct {
	OrderNumber, OrderLine *string
	// CreditSystem is the system that names the credit note OrderNumber; 0 if that is the number of anything else.
	CreditSystem gid.ID
	Price        *Price
	// Instalments are how the price is paid; an empty list says that it is paid at once.
	Instalments []Instalment
}

// largest is the largest quantity and the largest overdraft of a period, in base units. The sum of both, and of the
// excess of a line, fits into 64 bits.
const largest = 1 << 60

// grant sets in a period what the input says about how much it grants. It adds OVERDRAFT_NOT_ALLOWED or BAD_INPUT.
func (c *lineChange) grant(ctx context.Context, wrong *fault.List, p *ent.Period, g Grant) error {
	unlimited := g.Unlimited != nil && *g.Unlimited
	switch {
	case unlimited && g.Quantity != nil:
		wrong.Add(fault.Bad("input.quantity", "A quantity and no limit contradict each other.",
			"Give quantity, or unlimited: true."))
	case unlimited:
		p.Unlimited, p.Quantity = true, nil
	case g.Quantity != nil:
		base := c.base(wrong, "input.quantity", *g.Quantity)
		p.Unlimited, p.Quantity = false, &base
	case g.Unlimited != nil && p.Unlimited:
		wrong.Add(fault.Bad("input.quantity", "The quantity is missing.", "Give quantity, too."))
	}
	if g.Overdraft == nil {
		return nil
	}
	p.Overdraft = c.base(wrong, "input.overdraft", *g.Overdraft)
	if p.Overdraft == 0 || p.LicenseModelVersionID == nil {
		return nil
	}
	terms, err := c.all.version(ctx, *p.LicenseModelVersionID)
	if err != nil {
		return err
	}
	if !catalog.AllowsOverdraft(terms) {
		wrong.Add(fault.New(OverdraftNotAllowed, "input.overdraft", "The license model does not allow that more is "+
			"used than was granted.", "Leave the overdraft out, or grant more."))
	}
	return nil
}

// base returns an amount of the input in base units.
func (c *lineChange) base(wrong *fault.List, field, text string) int64 {
	base, ok := quantity.ParseUnits(text, c.unit.Scale)
	if !ok || base > largest {
		wrong.Add(fault.Bad(field, "This is not an amount of the unit: a decimal number from 0 to {largest} that is a "+
			"whole number of base units.", "Give the amount in the unit of the line item.",
			fault.With("largest", c.quantity(largest))))
		return 0
	}
	return base
}

// purchase sets in a period what the input says about its order and its price.
func purchase(wrong *fault.List, p *ent.Period, b Purchase) error {
	for _, text := range []struct {
		field string
		given *string
		into  *string
	}{{"input.orderNumber", b.OrderNumber, &p.OrderID}, {"input.orderLine", b.OrderLine, &p.OrderLine}} {
		if text.given != nil {
			wrong.MaybeLine(text.field, *text.given, longestOrder)
			*text.into = *text.given
		}
	}
	if b.OrderNumber != nil {
		if p.CreditSystemID = nil; b.CreditSystem != 0 {
			p.CreditSystemID = &b.CreditSystem
		}
	}
	if b.Price != nil {
		minor, err := catalog.MinorOf("input.price", b.Price.Amount, b.Price.Currency)
		if err != nil {
			return wrong.AddIf(err)
		}
		p.PriceMinor, p.Currency = &minor, &b.Price.Currency
	}
	instalments(wrong, p, b.Instalments)
	return nil
}

// version returns a version of a license model.
func (b *LineChanges) version(ctx context.Context, id gid.ID) (*ent.LicenseModelVersion, error) {
	if b.versions[id] == nil {
		v, err := b.tx.Client().LicenseModelVersion.Get(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("read the terms %s: %w", id, err)
		}
		if b.versions == nil {
			b.versions = map[gid.ID]*ent.LicenseModelVersion{}
		}
		b.versions[id] = v
	}
	return b.versions[id], nil
}

// create records a new period.
func (c *lineChange) create(p *ent.Period) {
	c.all.periods = append(c.all.periods, p)
	c.add(p)
	c.note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "PeriodRecorded", Account: p.AccountID,
		Subject: p.ID, Label: c.line.ActivationID, Fields: change.Difference(nil, c.periodAttributes(p))})
}

func (c *lineChange) periodAttributes(p *ent.Period) []change.Attribute {
	granted := ""
	switch {
	case p.Unlimited:
		granted = c.unlimited().Form
	case p.Quantity != nil:
		granted = c.quantity(*p.Quantity).Form
	}
	return []change.Attribute{{"lineItem", ofReference(p.LineItemID, c.line.ActivationID)},
		{"renews", ofReference(orNone(p.RenewsID), c.line.ActivationID)},
		{"replaces", ofReference(orNone(p.ReplacesID), "")},
		{"amends", ofReference(orNone(p.AmendsID), c.line.ActivationID)}, {"term", string(p.Term)},
		{"startRule", string(p.StartRule)}, {"startsOn", ofDay(p.StartsOn)}, {"endsOn", ofDay(p.EndsOn)},
		{"perpetual", ofBoolean(p.Perpetual)}, {"evergreen", ofEvergreen(p)},
		{"cancelUntil", ofDay(cancelUntilOf(p))}, {"quantity", granted},
		{"overdraft", c.quantity(p.Overdraft).Form},
		{"orderReference", strings.TrimSpace(p.OrderID + " " + p.OrderLine)}, {"price", ofPrice(p)},
		{"instalments", FormOfInstalments(p.Edges.Instalments)}}
}

// ofPrice returns the form of what was paid for a period.
func ofPrice(p *ent.Period) string {
	if p.PriceMinor == nil {
		return ""
	}
	return catalog.FormOfMoney(*p.PriceMinor, *p.Currency)
}

// row returns a period of the line.
func (c *lineChange) row(id gid.ID) *ent.Period {
	return c.rows[slices.IndexFunc(c.rows, func(p *ent.Period) bool { return p.ID == id })]
}

// nextRank is the rank of a new period: after those of all other periods of the line, so that of two that start
// together the one recorded by the later change is in force.
func (c *lineChange) nextRank() clock.Instant {
	rank := c.done.Now()
	for i := range c.facts.Periods {
		rank = clock.Later(c.facts.Periods[i].Ranked, rank)
	}
	return rank
}

// endTerm lets the term of a period follow from whether it has an end. A trial stays one, so that it is still counted
// when another trial is granted.
func endTerm(p *ent.Period) {
	if p.Perpetual {
		p.EndsOn, p.EndsOrdered = nil, false
	}
	switch {
	case p.Term == vocabulary.TermTrial:
	case p.Perpetual:
		p.Term = vocabulary.TermPerpetual
	case p.EndsOn != nil && p.Term == vocabulary.TermPerpetual:
		p.Term = vocabulary.TermSubscription
	}
}

// grows tells whether a period grants more than an earlier one.
func grows(from, to *ent.Period) bool {
	was, is := FactOf(from, nil), FactOf(to, nil)
	return grantsMore(&was, &is)
}

// lastOfPeriod is the last day of a period; day.Forever if it has none, or none is known yet.
func lastOfPeriod(p *ent.Period) day.Day { return orForever(p.EndsOn) }

func missingPeriod(on day.Day) *fault.Error {
	return fault.New(PeriodMissing, "input.startsOn", "No period of the line item is in force on {on}.",
		"Give a day on which a period is in force, or renew the line item.", fault.With("on", value.OfDay(on)))
}
