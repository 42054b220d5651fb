package renewal

import (
	"cmp"
	"context"
	"math/big"
	"slices"

	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Amount is an exact sum of prices in one currency and on one basis, in minor units. Amounts in different currencies
// are never added.
type Amount struct {
	Basis    vocabulary.PriceBasis
	Currency string
	Minor    *big.Int
	// LineItemCount counts the lines whose prices it holds.
	LineItemCount int64
	last          gid.ID // the line that was added last
}

// Priced is what the lines that end in one group would cost for a full next term.
type Priced struct {
	// Amounts are in the order of currencies and bases.
	Amounts []*Amount
	// WithoutPrice counts the lines that have no price, so that the amounts say what is due at least.
	WithoutPrice int64
}

// Prices returns what the lines of renewals cost, in the order of accounts and by the renewals of each. All renewals
// must be of one request, and of these accounts. entitlement.DueLines says what the lines are. It takes thirteen
// statements at most, if no part number has more than one successor after another.
func Prices(ctx context.Context, v *page.View, who *viewer.Viewer, renewals []*Renewal, accounts []int64) (
	[][]*Priced, error) {
	if len(renewals) == 0 {
		return make([][]*Priced, len(accounts)), nil
	}
	request := renewals[0].request
	lines, err := entitlement.DueLines(ctx, v, who, request.EndingQuery, accounts)
	if err != nil {
		return nil, err
	}
	terms, err := nextTerms(ctx, v, who, lines)
	if err != nil {
		return nil, err
	}
	groups := map[key]*Priced{}
	for i := range lines {
		l := &lines[i]
		k := request.key(l.Holder, l.On, l.ProductLine, l.ProductLineName, l.Unit, l.UnitCode)
		if groups[k] == nil {
			groups[k] = &Priced{}
		}
		groups[k].add(l.Line, terms[i].price(terms[i].first, l.Quantity))
	}
	of := map[int64][]*Priced{}
	for _, r := range renewals {
		p := groups[r.key]
		if p == nil {
			p = &Priced{} // only coverages end in it
		}
		of[r.key.holder] = append(of[r.key.holder], p)
	}
	out := make([][]*Priced, len(accounts))
	for i, id := range accounts {
		out[i] = of[id]
	}
	return out, nil
}

// add adds what a line costs; nil stands for a line without a price.
func (p *Priced) add(line gid.ID, price *Price) {
	var minor *int64
	if price != nil {
		minor = entitlement.RoundHalfUp(price.Exact)
	}
	if minor == nil {
		p.WithoutPrice++
		return
	}
	p.Amounts = addAmount(p.Amounts, line, price.Basis, price.Currency, *minor)
}

// addAmount adds an amount for a line to the one with the same currency and basis. The list is sorted by both. A line
// counts once in each: the amounts of one line are added one after another.
func addAmount(list []*Amount, line gid.ID, basis vocabulary.PriceBasis, currency string, minor int64) []*Amount {
	order := func(of vocabulary.PriceBasis) int { return slices.Index(of.Values(), string(of)) }
	at, known := slices.BinarySearchFunc(list, basis, func(a *Amount, b vocabulary.PriceBasis) int {
		return cmp.Or(cmp.Compare(a.Currency, currency), cmp.Compare(order(a.Basis), order(b)))
	})
	if !known {
		list = slices.Insert(list, at, &Amount{Basis: basis, Currency: currency, Minor: new(big.Int)})
	}
	sum := list[at]
	sum.Minor.Add(sum.Minor, big.NewInt(minor))
	if sum.last != line {
		sum.last = line
		sum.LineItemCount++
	}
	return list
}
