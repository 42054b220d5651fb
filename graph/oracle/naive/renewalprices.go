package naive

import (
	"cmp"
	"math/big"
	"slices"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/quantity"
)

// duePrice is what the next term of a line item costs, or a sum of such prices.
type duePrice struct {
	basis, currency string
	// over and under are the exact price; minor is it rounded, or a sum of such prices.
	over, under, minor *big.Int
	lines              int
}

func exactPrice(basis, currency string, over, under *big.Int) *duePrice {
	return &duePrice{basis, currency, over, under, nil, 1}
}

// round sets the rounded price.
func (p *duePrice) round() *duePrice {
	if p != nil {
		p.minor = halfUp(p.over, p.under)
	}
	return p
}

// priceOfDue returns what the term after the last day of a line item costs; nil if it has no price.
func (a *Answerer) priceOfDue(line row, left *due, last day.Day) *duePrice {
	return a.priceFrom(line, left, last, last+1).round()
}

// priceFrom returns what a full term after the last day of a line item costs that begins on a day.
func (a *Answerer) priceFrom(line row, left *due, last, first day.Day) *duePrice {
	p := a.Base.get("periods", a.factsOf(line.number("id")).inForce(last).id)
	part := a.partOfNext(p)
	if price := a.priceAtRate(p, part, left, last); price != nil {
		return price
	}
	if part == nil || part.number("unit_id") != line.number("unit_id") || part.null("unit_id") || left.amount == nil {
		return nil
	}
	return a.priceByList(line, part, left.amount, first)
}

// partOfNext returns the part number under which a period is renewed; nil if that is not known.
func (a *Answerer) partOfNext(p row) row {
	if p.null("part_number_id") {
		return nil
	}
	part := a.Base.get("part_numbers", p.number("part_number_id"))
	for steps := 0; steps < 100 && !part.null("successor_id") && (steps == 0 || !part.null("retired_at")); steps++ {
		part = a.Base.get("part_numbers", part.number("successor_id"))
	}
	return part
}

// priceAtRate returns the price that follows from what was paid for the term that ends with a period.
func (a *Answerer) priceAtRate(p, part row, left *due, last day.Day) *duePrice {
	was := p
	for !was.null("amends_id") {
		was = a.Base.get("periods", was.number("amends_id"))
	}
	switch {
	case was.null("price_minor") || !quantity.IsCurrencyInUse(was.text("currency")) ||
		!a.seesPaid(gid.FromKey(gid.Period, was.number("id"))):
		return nil
	case was.null("starts_on") || was.null("ends_on") || was.truth("unlimited") != left.unlimited:
		return nil
	case part != nil && part.text("term") == "PERPETUAL":
		return nil
	}
	over, under := big.NewInt(was.number("price_minor")), big.NewInt(1)
	if !left.unlimited {
		if left.amount == nil || was.number("quantity") == 0 {
			return nil
		}
		over.Mul(over, left.amount)
		under.SetInt64(was.number("quantity"))
	}
	from, to := day.Day(was.number("starts_on")), day.Day(was.number("ends_on"))
	if part != nil && !part.null("term_length") && termAfter(from, part) != to {
		over.Mul(over, big.NewInt(int64(termAfter(last+1, part)-last)))
		under.Mul(under, big.NewInt(int64(to-from)+1))
	}
	return exactPrice("LAST_PRICE", was.text("currency"), over, under)
}

// termAfter is the last day of a term of a part number that begins on a day.
func termAfter(first day.Day, part row) day.Day {
	n := int(part.number("term_length"))
	switch part.text("term_unit") {
	case "DAYS":
		return first + day.Day(n) - 1
	case "WEEKS":
		return first + day.Day(7*n) - 1
	case "YEARS":
		n *= 12
	}
	if next := first.AddMonths(n); next.Time().Day() == first.Time().Day() {
		return next - 1
	}
	return first.AddMonths(n) // a shorter month ends before the day would come
}

// priceByList returns the list price of a part number on a day, of all that is due.
func (a *Answerer) priceByList(line, part row, amount *big.Int, on day.Day) *duePrice {
	valid := map[string]row{}
	for _, l := range a.Base.having("list_prices", "part_number_id", part.number("id")) {
		before := valid[l.text("currency")]
		if l.number("valid_from") <= int64(on) &&
			(before == nil || before.number("valid_from") < l.number("valid_from")) {
			valid[l.text("currency")] = l
		}
	}
	if len(valid) > 1 {
		for currency := range valid {
			if !a.hasPaidIn(line.number("account_id"), currency) {
				delete(valid, currency)
			}
		}
	}
	if len(valid) != 1 {
		return nil
	}
	for currency, l := range valid {
		scale := a.Base.get("units_of_measure", line.number("unit_id")).number("scale")
		return exactPrice("LIST_PRICE", currency, new(big.Int).Mul(amount, big.NewInt(l.number("amount_minor"))),
			big.NewInt(scale))
	}
	return nil
}

// hasPaidIn tells whether an account has a right that was paid in a currency, as far as the viewer sees it.
func (a *Answerer) hasPaidIn(account int64, currency string) bool {
	for _, line := range a.seenHaving("line_items", "account_id", account) {
		for _, p := range a.seenHaving("periods", "line_item_id", line.number("id")) {
			if p.text("currency") == currency && !ruledOut(daysOf(p), a.decisionsAbout(p)) &&
				a.seesPaid(gid.FromKey(gid.Period, p.number("id"))) {
				return true
			}
		}
	}
	return false
}

// halfUp divides two numbers that are not negative, and rounds half up.
func halfUp(over, under *big.Int) *big.Int {
	whole, rest := new(big.Int).QuoRem(over, under, new(big.Int))
	if rest.Lsh(rest, 1).Cmp(under) >= 0 {
		whole.Add(whole, big.NewInt(1))
	}
	return whole
}

// addPrice adds the price of a line item, or counts it if it has none.
func (r *renewal) addPrice(price *duePrice) {
	if price == nil || !price.minor.IsInt64() {
		r.unpriced++
		return
	}
	for _, sum := range r.prices {
		if sum.basis == price.basis && sum.currency == price.currency {
			sum.minor.Add(sum.minor, price.minor)
			sum.lines++
			return
		}
	}
	r.prices = append(r.prices, price)
}

// amountsOf are sums of prices as values of the contract.
func amountsOf(prices []*duePrice) []*value {
	slices.SortFunc(prices, func(a, b *duePrice) int {
		return cmp.Or(cmp.Compare(a.currency, b.currency), cmp.Compare(a.basis, b.basis)) // LAST before LIST
	})
	list := make([]*value, len(prices))
	for i, p := range prices {
		list[i] = &value{"RenewalAmount", map[string]any{"basis": p.basis, "lineItemCount": p.lines,
			"price": p.money()}}
	}
	return list
}

// money is the price as a value of the contract.
func (p *duePrice) money() *value {
	minor, _ := quantity.MinorUnits(p.currency)
	main := new(big.Rat).SetFrac(p.minor, big.NewInt(max(minor, 1)))
	places, _ := main.FloatPrec()
	return &value{"Money", map[string]any{"amount": main.FloatString(places), "minorUnits": p.minor.String(),
		"currency": p.currency}}
}
