// Package renewal lists what ends when, so that it can be renewed. See README.md.
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
	"github.com/muniment/muniment/internal/vocabulary"
)

// maxMonths is the maximum length of the range of days asked for.
const maxMonths = 36

// Ask selects what ends in a range of days, and how it is grouped.
type Ask struct {
	entitlement.EndingOf
	ByMonth, ByProductLine, ByUnit bool
}

// NewAsk creates an Ask for the days from and to, both inclusive. It returns BAD_INPUT unless by has one or two different values, and
// to is not before from and less than 36 months after it.
func NewAsk(from, to day.Day, by []vocabulary.RenewalGrouping, below bool) (Ask, error) {
	ask := Ask{EndingOf: entitlement.EndingOf{From: from, To: to, Below: below},
		ByMonth:       slices.Contains(by, vocabulary.RenewalGroupingMonth),
		ByProductLine: slices.Contains(by, vocabulary.RenewalGroupingProductLine),
		ByUnit:        slices.Contains(by, vocabulary.RenewalGroupingUnit)}
	switch {
	case len(by) == 0 || len(by) > 2:
		return Ask{}, fault.New(fault.BadInput, "by", "Renewals are grouped by one or two of MONTH, PRODUCT_LINE and UNIT.",
			"Give one or two values.")
	case len(by) == 2 && by[0] == by[1]:
		return Ask{}, fault.New(fault.BadInput, "by", "The same grouping is given twice.", "Give each value once.")
	case from > to:
		return Ask{}, fault.New(fault.BadInput, "to", "The last day is before the first.",
			"Give a day that is not before from.")
	case to >= from.AddMonths(maxMonths):
		return Ask{}, fault.New(fault.BadInput, "to", "The days are more than 36 months apart.", "Ask for shorter times.")
	}
	return ask, nil
}

// Renewal summarizes what ends in one group. Fields by which it is not grouped are nil or 0.
type Renewal struct {
	// Month is the first day of a calendar month.
	Month             *day.Day
	ProductLine, Unit gid.ID
	// LineItems counts the lines that end; Trials and UnlimitedLineItems count those of them that are trials, or unlimited.
	LineItems, Trials, UnlimitedLineItems int64
	// Coverages counts the coverages that end.
	Coverages int64
	// Quantities sums what the lines grant, and CoveredQuantities what the coverages cover, by unit, without unlimited lines.
	Quantities, CoveredQuantities []*Quantity
	key                           key
}

// Quantity is an exact sum of base units of a unit.
type Quantity struct {
	Unit  gid.ID
	Scale int64
	Base  *big.Int
	code  string
}

// key identifies a group and determines the order of rows.
type key struct {
	holder          int64
	month           day.Day
	productLineName string
	productLine     int64
	unitCode        string
	unit            int64
}

func (k key) compare(o key) int {
	return cmp.Or(cmp.Compare(k.month, o.month), cmp.Compare(k.productLineName, o.productLineName),
		cmp.Compare(k.productLine, o.productLine), cmp.Compare(k.unitCode, o.unitCode))
}

// Renewals returns what ends in accounts, in the order of accounts, each sorted by month, product line and
// unit. It runs four statements regardless of the number of accounts and rows. entitlement.EndingLines and
// coverage.CountEnding define what counts.
func Renewals(ctx context.Context, v *page.View, ask Ask, accounts []int64) ([][]*Renewal, error) {
	if len(accounts) == 0 {
		return nil, nil
	}
	lines, err := entitlement.EndingLines(ctx, v, ask.EndingOf, accounts)
	if err != nil {
		return nil, err
	}
	counts, err := coverage.CountEnding(ctx, v, ask.EndingOf, ask.ByUnit, accounts)
	if err != nil {
		return nil, err
	}
	covered, err := coverage.SumEnding(ctx, v, ask.EndingOf, accounts)
	if err != nil {
		return nil, err
	}
	rows := groups{ask, map[key]*Renewal{}}
	for _, l := range lines {
		r := rows.at(ask.key(l.Holder, l.On, l.ProductLine, l.ProductLineName, l.Unit, l.UnitCode))
		r.LineItems += l.Lines
		r.Trials += l.Trials
		r.UnlimitedLineItems += l.Unlimited
		if l.Lines > l.Unlimited {
			r.Quantities = add(r.Quantities, Quantity{gid.ID(l.Unit), l.Scale, l.Quantity, l.UnitCode})
		}
	}
	for _, c := range counts {
		rows.at(ask.key(c.Holder, c.On, c.ProductLine, c.ProductLineName, c.Unit, c.UnitCode)).Coverages += c.Coverages
	}
	for _, c := range covered {
		r := rows.at(ask.key(c.Holder, c.On, c.ProductLine, c.ProductLineName, c.Unit, c.UnitCode))
		r.CoveredQuantities = add(r.CoveredQuantities, Quantity{gid.ID(c.Unit), c.Scale, c.Quantity, c.UnitCode})
	}
	return rows.of(accounts), nil
}

// key returns the group of something that ends on a day.
func (a Ask) key(holder int64, on day.Day, productLine int64, productLineName string, unit int64, unitCode string) key {
	k := key{holder: holder}
	if a.ByMonth {
		t := on.Time()
		k.month = day.Date(t.Year(), t.Month(), 1)
	}
	if a.ByProductLine {
		k.productLine, k.productLineName = productLine, productLineName
	}
	if a.ByUnit {
		k.unit, k.unitCode = unit, unitCode
	}
	return k
}

// groups collects rows by key.
type groups struct {
	ask  Ask
	rows map[key]*Renewal
}

func (g groups) at(k key) *Renewal {
	r := g.rows[k]
	if r == nil {
		r = &Renewal{ProductLine: gid.ID(k.productLine), Unit: gid.ID(k.unit), key: k}
		if g.ask.ByMonth {
			r.Month = &k.month
		}
		g.rows[k] = r
	}
	return r
}

// of returns the rows of each account, sorted.
func (g groups) of(accounts []int64) [][]*Renewal {
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

// add adds a quantity to that of the same unit. list is sorted by the code of the unit.
func add(list []*Quantity, q Quantity) []*Quantity {
	at, known := slices.BinarySearchFunc(list, &q, func(a, b *Quantity) int { return cmp.Compare(a.code, b.code) })
	if known {
		list[at].Base = new(big.Int).Add(list[at].Base, q.Base)
		return list
	}
	return slices.Insert(list, at, &q)
}
