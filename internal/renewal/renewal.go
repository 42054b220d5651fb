// Package renewal lists the line items and coverages that end in a range of days. See README.md.
package renewal

import (
	"cmp"
	"context"
	"maps"
	"math/big"
	"slices"

	"github.com/muniment/muniment/internal/coverage"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/vocabulary"
)

// maxMonths is how many months after the first day the last day asked for must have come.
const maxMonths = 36

// maxGroupings is by how many values renewals may be grouped at once.
const maxGroupings = 2

// Request is a request for what ends in a range of days, both ends included, and by what it is grouped.
type Request struct {
	entitlement.EndingQuery
	ByMonth, ByProductLine, ByUnit bool
	// Today is the day before which a line that has ended is overdue.
	Today day.Day
}

// NewRequest makes a request. It returns BAD_RANGE if the last day is before the first, and BAD_INPUT unless by has
// one or two values that differ and the last day is before the one 36 months after the first.
func NewRequest(from, to day.Day, by []vocabulary.RenewalGrouping, below bool) (Request, error) {
	request := Request{EndingQuery: entitlement.EndingQuery{From: from, To: to, Below: below},
		ByMonth:       slices.Contains(by, vocabulary.RenewalGroupingMonth),
		ByProductLine: slices.Contains(by, vocabulary.RenewalGroupingProductLine),
		ByUnit:        slices.Contains(by, vocabulary.RenewalGroupingUnit)}
	switch {
	case len(by) == 0 || len(by) > maxGroupings:
		return Request{}, fault.New(fault.BadInput, "by",
			"Renewals are grouped by {min} or {max} of MONTH, PRODUCT_LINE and UNIT.",
			"Give one or two values.", fault.WithNumber("min", 1), fault.WithNumber("max", maxGroupings),
			fault.WithNumber("given", len(by)))
	case len(by) == 2 && by[0] == by[1]:
		return Request{}, fault.New(fault.BadInput, "by", "The same grouping is given twice.", "Give each value once.")
	}
	if err := page.CheckMonths("to", from, to, maxMonths); err != nil {
		return Request{}, err
	}
	return request, nil
}

// Renewal is what ends in one group. Keys by which it is not grouped are nil or 0.
type Renewal struct {
	// Month is the first day of a calendar month.
	Month             *day.Day
	ProductLine, Unit gid.ID
	// LineItemCount counts the lines that end; HeldLineItemCount counts those of them that are SUSPENDED or ON_HOLD,
	// EvergreenLineItemCount those that are renewed by themselves, and UnlimitedLineItemCount those that have no limit.
	LineItemCount, HeldLineItemCount, EvergreenLineItemCount, UnlimitedLineItemCount int64
	// OverdueLineItemCount counts the lines whose last days have passed.
	OverdueLineItemCount int64
	// CoverageCount counts the coverages that end.
	CoverageCount int64
	// Quantities is how much of the lines is due, without what has no limit.
	Quantities []*Quantity
	// CoveredQuantities is what stops being covered, for each kind of coverage, without what has no limit.
	CoveredQuantities []*CoveredQuantity
	key               key
	request           Request
	seen              map[gid.ID]bool // the coverages that are already counted
}

// CoveredQuantity is an exact sum of what coverages of one kind cover. Kinds are never added, because the same right
// may have both maintenance and support.
type CoveredQuantity struct {
	Kind vocabulary.CoverageKind
	*Quantity
}

// Quantity is an exact sum in one unit. Base is in base units, and Scale base units make one unit.
type Quantity struct {
	Unit  gid.ID
	Scale int64
	Base  *big.Int
	code  string
}

// key identifies a row, and rows are sorted by it.
type key struct {
	holder          int64
	month           day.Day
	productLineName string
	productLine     int64
	unitCode        string
	unit            int64
}

func (k key) compare(o key) int {
	return cmp.Or(cmp.Compare(k.month, o.month),
		cmp.Compare(search.Key(k.productLineName), search.Key(o.productLineName)),
		cmp.Compare(k.productLineName, o.productLineName), cmp.Compare(k.productLine, o.productLine),
		cmp.Compare(k.unitCode, o.unitCode))
}

// Renewals returns what ends in accounts, in the order of the accounts, each in the order of months, product lines and
// units. It takes eight statements at most, however many accounts and rows there are. entitlement.EndingLines and
// coverage.EndingItems say what counts.
func Renewals(ctx context.Context, v *page.View, request Request, accounts []int64) ([][]*Renewal, error) {
	if len(accounts) == 0 {
		return nil, nil
	}
	lines, err := entitlement.EndingLines(ctx, v, request.EndingQuery, accounts)
	if err != nil {
		return nil, err
	}
	items, err := coverage.EndingItems(ctx, v, request.EndingQuery, accounts)
	if err != nil {
		return nil, err
	}
	rows := groups{request, map[key]*Renewal{}}
	for _, l := range lines {
		r := rows.at(request.key(l.Holder, l.On, l.ProductLine, l.ProductLineName, l.Unit, l.UnitCode))
		r.LineItemCount += l.Lines
		r.HeldLineItemCount += l.Held
		r.EvergreenLineItemCount += l.Evergreen
		r.UnlimitedLineItemCount += l.Unlimited
		if l.On < request.Today {
			r.OverdueLineItemCount += l.Lines
		}
		if l.Lines > l.Unlimited {
			r.Quantities = add(r.Quantities, Quantity{gid.ID(l.Unit), l.Scale, l.Quantity, l.UnitCode})
		}
	}
	for _, c := range items {
		r := rows.at(request.key(c.Holder, c.On, c.ProductLine, c.ProductLineName, c.Unit, c.UnitCode))
		if !r.seen[c.Coverage] {
			r.seen[c.Coverage] = true
			r.CoverageCount++
		}
		if c.Quantity != nil && c.Quantity.Sign() > 0 {
			r.cover(c.Kind, Quantity{gid.ID(c.Unit), c.Scale, c.Quantity, c.UnitCode})
		}
	}
	return rows.byAccount(accounts), nil
}

// key returns the key of the row to which a line or coverage belongs that ends on a day.
func (r Request) key(holder int64, on day.Day, productLine int64, productLineName string, unit int64,
	unitCode string) key {
	k := key{holder: holder}
	if r.ByMonth {
		t := on.Time()
		k.month = day.Date(t.Year(), t.Month(), 1)
	}
	if r.ByProductLine {
		k.productLine, k.productLineName = productLine, productLineName
	}
	if r.ByUnit {
		k.unit, k.unitCode = unit, unitCode
	}
	return k
}

// groups are the rows so far.
type groups struct {
	request Request
	rows    map[key]*Renewal
}

func (g groups) at(k key) *Renewal {
	r := g.rows[k]
	if r == nil {
		r = &Renewal{ProductLine: gid.ID(k.productLine), Unit: gid.ID(k.unit), key: k, request: g.request,
			seen: map[gid.ID]bool{}}
		if g.request.ByMonth {
			r.Month = &k.month
		}
		g.rows[k] = r
	}
	return r
}

// Holder is the account asked for.
func (r *Renewal) Holder() int64 { return r.key.holder }

// byAccount returns the sorted rows of each account, in the order of accounts.
func (g groups) byAccount(accounts []int64) [][]*Renewal {
	byHolder := map[int64][]*Renewal{}
	for _, r := range slices.SortedFunc(maps.Values(g.rows), func(a, b *Renewal) int { return a.key.compare(b.key) }) {
		byHolder[r.key.holder] = append(byHolder[r.key.holder], r)
	}
	out := make([][]*Renewal, len(accounts))
	for i, id := range accounts {
		out[i] = byHolder[id]
	}
	return out
}

// add adds a quantity to the one with the same unit. The list is sorted by the codes of the units. It ignores a
// quantity that is not known.
func add(list []*Quantity, q Quantity) []*Quantity {
	if q.Base == nil {
		return list
	}
	at, known := slices.BinarySearchFunc(list, &q, func(a, b *Quantity) int { return cmp.Compare(a.code, b.code) })
	if known {
		list[at].Base = new(big.Int).Add(list[at].Base, q.Base)
		return list
	}
	return slices.Insert(list, at, &q)
}

// cover adds a quantity to the one with the same kind and unit. The list is sorted by kinds and by the codes of units.
func (r *Renewal) cover(kind vocabulary.CoverageKind, q Quantity) {
	kinds := kind.Values()
	at, known := slices.BinarySearchFunc(r.CoveredQuantities, &q, func(a *CoveredQuantity, b *Quantity) int {
		return cmp.Or(cmp.Compare(slices.Index(kinds, string(a.Kind)), slices.Index(kinds, string(kind))),
			cmp.Compare(a.code, b.code))
	})
	if known {
		sum := r.CoveredQuantities[at]
		sum.Base = new(big.Int).Add(sum.Base, q.Base)
		return
	}
	r.CoveredQuantities = slices.Insert(r.CoveredQuantities, at, &CoveredQuantity{kind, &q})
}
