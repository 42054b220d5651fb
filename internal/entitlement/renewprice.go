package entitlement

import (
	"math/big"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// A term that nobody ordered costs what the term before it cost, at its rate (PaidTerm.Rate). If nothing was paid, or
// no rate can be told, the term has no price: a list price was agreed by nobody. How the price is paid goes on, too:
// without its instalments, the term would say that it is paid at once.

// carryPrice sets in the new period the price and the instalments of the term before it.
func (r *renewal) carryPrice(fresh *ent.Period) {
	was := beginning(r.old, func(p *ent.Period) gid.ID { return orNone(p.AmendsID) }, r.row)
	factor, isFull := paidTermOf(was).Rate(NextTerm{First: *fresh.StartsOn, Last: fresh.EndsOn,
		Unlimited: fresh.Unlimited, Quantity: fresh.Quantity, Length: orZero(r.sold.TermLength),
		Unit: orZero(r.sold.TermUnit)})
	if factor == nil {
		return
	}
	price := times(*was.PriceMinor, factor)
	if price == nil {
		return
	}
	fresh.PriceMinor, fresh.Currency = price, was.Currency
	if months := r.months(); isFull && months > 0 {
		fresh.Edges.Instalments = carryInstalments(was, fresh, func(on day.Day) day.Day { return on.AddMonths(months) })
	}
	if fresh.Edges.Instalments == nil {
		later := *fresh.StartsOn - *was.StartsOn
		fresh.Edges.Instalments = carryInstalments(was, fresh, func(on day.Day) day.Day { return on + later })
	}
}

// carryInstalments returns the instalments of a period for another one: each has the share of the price that it had,
// and is due on the day that moved returns for its day. They add up to the price exactly. It returns nil if there are
// none, or if they would not be due one after another.
func carryInstalments(was, fresh *ent.Period, moved func(day.Day) day.Day) []*ent.Instalment {
	var rows []*ent.Instalment
	before, paid := int64(0), int64(0)
	for _, one := range was.Edges.Instalments {
		before += one.PriceMinor
		until, on := times(*fresh.PriceMinor, big.NewRat(before, *was.PriceMinor)), moved(one.DueOn)
		if *until == paid {
			continue // its share is less than any amount
		}
		if on > day.Latest || len(rows) > 0 && on <= rows[len(rows)-1].DueOn {
			return nil
		}
		rows = append(rows, &ent.Instalment{DueOn: on, PriceMinor: *until - paid, Currency: *fresh.Currency})
		paid = *until
	}
	return rows
}

// months is how many months the new term has; 0 if it is counted in days or weeks.
func (r *renewal) months() int {
	switch *r.sold.TermUnit {
	case vocabulary.TermUnitYears:
		return 12 * *r.sold.TermLength
	case vocabulary.TermUnitMonths:
		return *r.sold.TermLength
	case vocabulary.TermUnitDays, vocabulary.TermUnitWeeks:
	}
	return 0
}
