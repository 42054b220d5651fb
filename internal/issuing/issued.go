package issuing

import (
	"context"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
)

// issuedLine is a line item as it was issued.
type issuedLine struct {
	item *ent.LineItem
	// issued is the period as it was issued, and granted what took its place, if it was corrected, or else the same.
	issued, granted *ent.Period
	// amended are the amendments of the order, in the order of their ranks. An amendment is one of the order if it has
	// its number and that of the line.
	amended []*ent.Period
	// credited are the amendments of the credit notes for the order. They have the numbers and the systems of these.
	credited []*ent.Period
	// activationID is the one that it was issued with; it may have been replaced since.
	activationID string
	// numbers are those that the line has had.
	numbers []string
	// said is what the order said of the line when it was accepted last; nil if it was accepted before that was kept.
	said *Line
	// back is what credit notes gave back.
	back []givenBack
}

// givenBack is what a line of a credit note gave back of a line item from a day on.
type givenBack struct {
	on day.Day
	// amount is in base units.
	amount int64
	// ranked is the rank of the first amendment of the credit note.
	ranked clock.Instant
}

// last is the period that the order recorded last.
func (l *issuedLine) last() *ent.Period {
	if n := len(l.amended); n > 0 {
		return l.amended[n-1]
	}
	return l.granted
}

// recorded are the periods of the order and of its credit notes.
func (l *issuedLine) recorded() []*ent.Period {
	return slices.Concat([]*ent.Period{l.granted}, l.amended, l.credited)
}

// changesFrom is the day from which a change counts that gives none: today, or the first day of a right that starts
// later.
func (l *issuedLine) changesFrom(today day.Day) day.Day {
	if first := l.granted.StartsOn; first != nil {
		return max(today, *first)
	}
	return today
}

// givenBack returns what credit notes gave back that count on a day and rank before a moment, or all of them if that is
// 0, in base units.
func (l *issuedLine) givenBack(on day.Day, before clock.Instant) (amount int64) {
	for _, b := range l.back {
		if b.on <= on && (before == 0 || b.ranked < before) {
			amount += b.amount
		}
	}
	return amount
}

// creditDays returns the days after another one from which amendments of credit notes count, in their order.
func (l *issuedLine) creditDays(after day.Day) []day.Day { return daysAfter(after, l.credited) }

// daysAfter returns the first days of periods that are after a day, in their order.
func daysAfter(after day.Day, periods []*ent.Period) (days []day.Day) {
	for _, p := range periods {
		if p.StartsOn != nil && *p.StartsOn > after {
			days = append(days, *p.StartsOn)
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// paid is what was paid for all periods of the order, in minor units; nil if that is not known of one of them, or if
// they have different currencies.
func (l *issuedLine) paid() *int64 {
	var all int64
	for _, p := range append([]*ent.Period{l.granted}, l.amended...) {
		if p.PriceMinor == nil || l.granted.Currency == nil || *p.Currency != *l.granted.Currency {
			return nil
		}
		all += *p.PriceMinor
	}
	return &all
}

// overtaken returns ORDER_OVERTAKEN if the period that is in force on a day is none of those that an order may change.
func (l *issuedLine) overtaken(field string, on day.Day, inForce *entitlement.PeriodFact,
	own ...*ent.Period) *fault.Error {
	if slices.ContainsFunc(own, func(p *ent.Period) bool { return p.ID == inForce.ID }) {
		return nil
	}
	return fault.New(OrderOvertaken, field, "On {on}, the period {period} is in force, which is not what the order "+
		"recorded last.", "Give a day on which that is in force, or change the line item with amendLineItem.",
		fault.With("on", value.OfDay(on)), fault.With("period", value.OfReference(inForce.ID, l.item.ActivationID)))
}

// present is what the order granted with its amendments, as one period: the quantity is that before credit notes, and
// the price what was paid for all of it. If that is not known, it is what the order said.
func (l *issuedLine) present() *ent.Period {
	p, last := *l.granted, l.last()
	p.Quantity, p.Unlimited = last.Quantity, last.Unlimited
	if last.Quantity != nil && last != l.granted {
		before := *last.Quantity + l.givenBack(firstOf(last), last.RankedAt)
		p.Quantity = &before
	}
	if p.PriceMinor = l.paid(); p.PriceMinor == nil && len(l.amended) > 0 && l.said != nil && l.said.Price != nil {
		if minor, err := catalog.MinorOf("", l.said.Price.Amount, l.said.Price.Currency); err == nil {
			p.PriceMinor, p.Currency = &minor, &l.said.Price.Currency
		}
	}
	for _, a := range l.amended {
		p.Edges.Instalments = addInstalments(p.Edges.Instalments, a.Edges.Instalments)
	}
	return &p
}

// readIssued returns the line items of an entitlement that were made with it and are still there, in the order of the
// lines of the order. number is that of the order, and name its name.
func readIssued(ctx context.Context, tx store.Tx, header *ent.Entitlement, number string, name *ent.ExternalID) (
	[]*issuedLine, error) {
	said, err := saidBy(name)
	if err != nil {
		return nil, err
	}
	items, err := tx.Client().LineItem.Query().Where(lineitem.EntitlementID(header.ID),
		lineitem.CreatedAt(header.CreatedAt)).Order(ent.Asc(lineitem.FieldID)).All(ctx)
	if err != nil {
		return nil, wrap("read the line items that were issued", err)
	}
	keys := make([]int64, len(items))
	for i, item := range items {
		keys[i] = int64(item.ID)
	}
	first, err := entitlement.FirstActivationIDs(ctx, tx, items)
	if err != nil {
		return nil, err
	}
	periods, err := tx.Client().Period.Query().Where(store.KeyIn(period.FieldLineItemID, keys)).WithPartNumber().
		WithInstalments(entitlement.ByDueDay).Order(ent.Asc(period.FieldRankedAt), ent.Asc(period.FieldID)).All(ctx)
	if err != nil {
		return nil, wrap("read the periods of what was issued", err)
	}
	of, replacement, amended := map[gid.ID]*ent.Period{}, map[gid.ID]*ent.Period{}, []gid.ID{}
	rows := map[gid.ID]*ent.Period{}
	for _, p := range periods {
		rows[p.ID] = p
		switch {
		case p.ReplacesID != nil:
			replacement[*p.ReplacesID] = p
		case p.CreatedAt == header.CreatedAt && p.RenewsID == nil && p.AmendsID == nil:
			of[p.LineItemID] = p
		}
		if p.AmendsID != nil {
			amended = append(amended, p.ID)
		}
	}
	decisions, err := entitlement.DecisionsAbout(ctx, tx, amended...)
	if err != nil {
		return nil, err
	}
	credits, err := readCredits(ctx, tx, header, rows)
	if err != nil {
		return nil, err
	}
	var issued []*issuedLine
	byItem := map[gid.ID]*issuedLine{}
	for i, item := range items {
		p := of[item.ID]
		if p == nil {
			continue
		}
		l := &issuedLine{item: item, issued: p, granted: p, activationID: first[i], numbers: []string{p.OrderLine}}
		if lines := said[item.ID]; len(lines) > 0 {
			l.said, l.numbers = &lines[0].Line, append(l.numbers, lines[0].Name)
		}
		for replacement[l.granted.ID] != nil {
			l.granted = replacement[l.granted.ID]
			l.numbers = append(l.numbers, l.granted.OrderLine)
		}
		issued = append(issued, l)
		byItem[item.ID] = l
	}
	for _, a := range periods {
		l := byItem[a.LineItemID]
		voided := slices.ContainsFunc(decisions[a.ID], func(d entitlement.Decided) bool { return d.Voids })
		if l == nil || a.AmendsID == nil || voided {
			continue
		}
		for was := a; was != nil; was = rows[orNone(was.ReplacesID)] { // its numbers may have been corrected
			if was.OrderID == number && slices.Contains(l.numbers, was.OrderLine) {
				l.amended = append(l.amended, a)
				break
			}
			if credit := credits.of(was); credit != nil {
				l.credited = append(l.credited, a)
				credits.count(credit, l, a)
				break
			}
		}
	}
	return issued, nil
}
