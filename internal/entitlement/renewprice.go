package entitlement

import (
	"math/big"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/quantity"
	"github.com/muniment/muniment/internal/vocabulary"
)

// A term that nobody ordered costs what the term before it cost, at its rate: that is what was agreed last. The rate is
// that of the period with which the term before began. The price of an amendment is that of its difference for the rest
// of the term, and tells no rate of the whole. If nothing was paid, or no rate can be told, the term has no price: a
// list price was agreed by nobody. How the price is paid goes on, too: without its instalments, the term would say that
// it is paid at once.

// carryPrice sets in the new period the price and the instalments of the term before it.
func (r *renewal) carryPrice(fresh *ent.Period) {
	was := r.old
	for was.AmendsID != nil {
		was = r.row(*was.AmendsID)
	}
	if was.PriceMinor == nil || !quantity.IsCurrencyInUse(*was.Currency) {
		return
	}
	factor := rateOf(was, fresh)
	if factor == nil {
		return
	}
	isFull := r.isFullTerm(was)
	if !isFull {
		factor.Mul(factor, big.NewRat(int64(*fresh.EndsOn-*fresh.StartsOn)+1, int64(*was.EndsOn-*was.StartsOn)+1))
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

// isFullTerm tells whether a period is as long as the part number of the new one says, so that both cost the same,
// however many days their months have.
func (r *renewal) isFullTerm(p *ent.Period) bool {
	return catalog.LastDay(*p.StartsOn, *r.sold.TermLength, *r.sold.TermUnit) == *p.EndsOn
}

// rateOf returns the factor from the price of a period to the price of what another one grants; nil if that cannot be
// told, or if one of them has no length.
func rateOf(was, fresh *ent.Period) *big.Rat {
	switch {
	case was.StartsOn == nil || was.EndsOn == nil || fresh.EndsOn == nil || was.Unlimited != fresh.Unlimited:
		return nil
	case was.Unlimited:
		return big.NewRat(1, 1)
	case was.Quantity == nil || *was.Quantity == 0:
		return nil
	}
	return big.NewRat(*fresh.Quantity, *was.Quantity)
}

// times returns an amount of minor units times a factor, rounded half up; nil if it is larger than any price.
func times(minor int64, factor *big.Rat) *int64 {
	twice := new(big.Int).Mul(big.NewInt(minor), factor.Num())
	twice.Lsh(twice, 1).Add(twice, factor.Denom())
	rounded := twice.Quo(twice, new(big.Int).Lsh(factor.Denom(), 1))
	if !rounded.IsInt64() {
		return nil
	}
	n := rounded.Int64()
	return &n
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
