package renewal

import (
	"context"
	"math/big"
	"slices"

	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// The price of what is due is, in this order, what was paid for the last term at its rate, or the list price that is
// valid on the day after the last one. If there is neither, it has no price, which is not a price of 0. What the viewer
// may not see of what was paid counts as if it had not been paid.

// priceBook is what the prices of lines that are due follow from.
type priceBook struct {
	parts  map[gid.ID]*catalog.Sold
	listed map[gid.ID]catalog.PriceList
	// paid are the currencies in which accounts paid, for those accounts for which that decides.
	paid map[gid.ID][]string
}

// nextTerms returns the terms by which lines would be renewed, in the order of the lines, with what their prices follow
// from. The number of its statements depends on how many part numbers follow one another, and not on the lines: one for
// each step, and two for list prices.
func nextTerms(ctx context.Context, v *page.View, who *viewer.Viewer, lines []entitlement.DueLine) ([]nextTerm, error) {
	book, err := &priceBook{}, error(nil)
	var parts []gid.ID
	for i := range lines {
		if id := lines[i].PartNumber; id != 0 {
			parts = append(parts, id)
		}
	}
	if book.parts, err = catalog.SoldTerms(ctx, v, parts); err != nil {
		return nil, err
	}
	terms := make([]nextTerm, len(lines))
	var unpaid []*nextTerm
	var wanted []gid.ID
	for i := range lines {
		terms[i] = book.next(&lines[i])
		if t := &terms[i]; t.listed() && t.paid() == nil {
			unpaid, wanted = append(unpaid, t), append(wanted, t.sold.ID)
		}
	}
	if book.listed, err = catalog.PriceListsOf(ctx, v, wanted); err != nil {
		return nil, err
	}
	var accounts []int64
	for _, t := range unpaid {
		if isInSeveral(book.listed[t.sold.ID]) {
			accounts = append(accounts, int64(t.line.Account))
		}
	}
	slices.Sort(accounts)
	book.paid, err = entitlement.CurrenciesPaid(ctx, v, who, slices.Compact(accounts))
	return terms, err
}

func isInSeveral(list catalog.PriceList) bool {
	return slices.ContainsFunc(list, func(l catalog.Listed) bool { return l.Currency != list[0].Currency })
}

// nextTerm is the term by which a line would be renewed.
type nextTerm struct {
	line *entitlement.DueLine
	book *priceBook
	// sold is its part number; nil if that is not known.
	sold *catalog.Sold
	// length and unit are how long it is; 0 if it has no end or that is not known.
	length int
	unit   vocabulary.TermUnit
	// perpetual says that it has no end.
	perpetual bool
	// first and last are its days, both inclusive; last is nil if it has no end or that is not known.
	first day.Day
	last  *day.Day
}

// next returns the term by which a line would be renewed: a full term of the part number that follows from that of the
// last term. Without a part number, or if it does not say how long its terms are, the term is as long as the last one.
func (b *priceBook) next(l *entitlement.DueLine) nextTerm {
	t := nextTerm{line: l, book: b, sold: entitlement.NextSold(b.parts, l.PartNumber), first: l.On + 1}
	switch {
	case t.sold != nil && t.sold.Term != nil && *t.sold.Term == vocabulary.TermPerpetual:
		t.perpetual = true
	case t.sold != nil && t.sold.TermLength != nil:
		t.length, t.unit = *t.sold.TermLength, *t.sold.TermUnit
	case l.Paid.First != nil && l.Paid.Last != nil:
		t.length, t.unit = catalog.LengthOf(*l.Paid.First, *l.Paid.Last)
	}
	t.last = t.lastOf(t.first)
	return t
}

// lastOf returns the last day of a full term from a first day on; nil if it has none.
func (t *nextTerm) lastOf(first day.Day) *day.Day {
	if t.length == 0 {
		return nil
	}
	last := catalog.LastDay(first, t.length, t.unit)
	return &last
}

// listed tells whether a list price can tell what the term costs: it is the price of a unit, so that there must be a
// known number of the same unit.
func (t *nextTerm) listed() bool {
	return t.sold != nil && t.sold.Unit != nil && int64(t.sold.Unit.ID) == t.line.Unit && t.line.Quantity != nil
}

// Price is what a term costs: an exact amount in minor units of a currency.
type Price struct {
	Basis    vocabulary.PriceBasis
	Currency string
	Exact    *big.Rat
}

// paid returns the price of what is due, as it follows from what was paid for the last term; nil if that tells none.
func (t *nextTerm) paid() *Price { return t.paidFor(t.line.Quantity) }

func (t *nextTerm) paidFor(quantity *int64) *Price {
	rate, _ := t.line.Paid.Rate(entitlement.NextTerm{First: t.first, Last: t.last, Unlimited: t.line.Unlimited,
		Quantity: quantity, Length: t.length, Unit: t.unit})
	if rate == nil {
		return nil
	}
	return &Price{vocabulary.PriceBasisLastPrice, t.line.Paid.Currency,
		rate.Mul(rate, new(big.Rat).SetInt64(*t.line.Paid.PriceMinor))}
}

// price returns what a full term costs from a first day on, with a quantity in base units; nil if it has no price.
func (t *nextTerm) price(first day.Day, quantity *int64) *Price {
	if p := t.paidFor(quantity); p != nil {
		return p
	}
	if !t.listed() || quantity == nil {
		return nil
	}
	l := t.book.listedOn(t.sold.ID, t.line.Account, first)
	if l == nil {
		return nil
	}
	exact := big.NewRat(*quantity, t.line.Scale)
	return &Price{vocabulary.PriceBasisListPrice, l.Currency, exact.Mul(exact, new(big.Rat).SetInt64(l.Minor))}
}

// listedOn returns the list price of a part number on a day for an account: the only one, or of those in several
// currencies the only one in a currency in which the account paid before; else nil.
func (b *priceBook) listedOn(part, account gid.ID, on day.Day) *catalog.Listed {
	valid := b.listed[part].On(on)
	if len(valid) > 1 {
		valid = slices.DeleteFunc(valid, func(l catalog.Listed) bool {
			return !slices.Contains(b.paid[account], l.Currency)
		})
	}
	if len(valid) != 1 {
		return nil
	}
	return &valid[0]
}
