package entitlement

import (
	"cmp"
	"context"
	"math/big"
	"slices"

	"entgo.io/ent/dialect/sql"

	accounts "github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/product"
	"github.com/muniment/muniment/ent/productline"
	"github.com/muniment/muniment/ent/unitofmeasure"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Position sums what an account may use and uses in one unit, by product, by product line, by sub-account, or in total. The ids by
// which it is not grouped are 0. Sums are exact numbers of base units.
type Position struct {
	Product, ProductLine, Account, Unit gid.ID
	// Scale is the number of base units in one unit.
	Scale int64
	// Granted, Free and Excess sum the lines with a limit; Used sums all lines.
	Granted, Used, Free, Excess   *big.Int
	LineItems, UnlimitedLineItems int64
	// EndingWithin30Days and so on count the lines whose last day is among the next 30, 60 and 90 days, On included.
	EndingWithin30Days, EndingWithin60Days, EndingWithin90Days int64
}

// PositionsOf selects positions on a day. Below includes the lines of accounts below; grouping by account always does.
type PositionsOf struct {
	By        vocabulary.PositionGrouping
	Below     bool
	On, Today day.Day
}

// Positions returns the positions of accounts, in the order of accounts, each sorted by name and unit.
// Those of today are summed by the database, in one statement. For another day the lines are read, and AmountsOn
// computes their amounts.
//
// A line counts if it is ACTIVE or IN_GRACE on the day and the period in force is not a trial.
func Positions(ctx context.Context, v *page.View, ask PositionsOf, accounts []int64) ([][]*Position, error) {
	if len(accounts) == 0 {
		return nil, nil
	}
	ask.Below = ask.Below || ask.By == vocabulary.PositionGroupingAccount
	read := sumsOfToday
	if ask.On != ask.Today {
		read = sumsOfDay
	}
	sums, err := read(ctx, v, ask, accounts)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(sums, func(a, b positionSum) int {
		return cmp.Or(cmp.Compare(a.label, b.label), cmp.Compare(a.of.group, b.of.group), cmp.Compare(a.unitCode, b.unitCode))
	})
	byHolder := map[int64][]*Position{}
	for i := range sums {
		s := &sums[i]
		switch ask.By {
		case vocabulary.PositionGroupingProduct:
			s.Product = gid.ID(s.of.group)
		case vocabulary.PositionGroupingProductLine:
			s.ProductLine = gid.ID(s.of.group)
		case vocabulary.PositionGroupingAccount:
			s.Account = gid.ID(s.of.group)
		}
		s.Unit = gid.ID(s.of.unit)
		byHolder[s.of.holder] = append(byHolder[s.of.holder], &s.Position)
	}
	out := make([][]*Position, len(accounts))
	for i, id := range accounts {
		out[i] = byHolder[id]
	}
	return out, nil
}

// positionKey identifies a sum: the account asked for, the group and the unit.
type positionKey struct{ holder, group, unit int64 }

type positionSum struct {
	of              positionKey
	label, unitCode string
	Position
}

// grouped adds what the statements for today and for other days have in common: which lines count, and the grouping. It
// returns the columns for GROUP BY.
func (ask PositionsOf) grouped(q *page.Query, asked []int64) []string {
	holder := account.Each(q, lineitem.FieldAccountID, asked, ask.Below)
	unit := q.Join(unitofmeasure.Table, "un", func(u *sql.SelectTable) *sql.Predicate {
		return sql.ColumnsEQ(u.C(unitofmeasure.FieldID), q.C(lineitem.FieldUnitID))
	})
	group, label := ask.group(q)
	columns := []string{holder, q.C(lineitem.FieldUnitID), unit.C(unitofmeasure.FieldCode),
		unit.C(unitofmeasure.FieldScale)}
	q.Select(sql.As(columns[0], "holder"), sql.As(columns[1], "unit"), sql.As(columns[2], "unit_code"),
		sql.As(columns[3], "scale"))
	if group != "" {
		columns = append(columns, group)
		q.AppendSelect(sql.As(group, "grouped")).AppendSelectExprAs(label, "label")
	}
	j := conditions{q: q, line: q.C(lineitem.FieldID), on: int64(ask.On)}
	q.Where(statusIn(q, []vocabulary.Status{vocabulary.StatusActive, vocabulary.StatusInGrace}, ask.On))
	q.Where(sql.Not(j.isTrial()))
	return columns
}

// group returns the column by which positions are grouped besides the unit, or "", and a subquery for the group's name.
func (ask PositionsOf) group(q *page.Query) (column string, label sql.Querier) {
	named := func(table, name string) (string, sql.Querier) {
		t := q.Sub(table, "la")
		t.Where(sql.ColumnsEQ(t.C("id"), column))
		if table == product.Table {
			return column, t.SelectWords(t.C(name), t.C(product.FieldVersion))
		}
		return column, t.Select(t.C(name))
	}
	switch ask.By {
	case vocabulary.PositionGroupingProduct:
		column = q.C(lineitem.FieldProductID)
		return named(product.Table, product.FieldName)
	case vocabulary.PositionGroupingProductLine:
		column = q.C(lineitem.FieldProductLineID)
		return named(productline.Table, productline.FieldName)
	case vocabulary.PositionGroupingAccount:
		column = q.C(lineitem.FieldAccountID)
		return named(accounts.Table, accounts.FieldName)
	}
	return "", nil
}

// endingWindows are the numbers of days of EndingWithin30Days and so on.
var endingWindows = []day.Day{30, 60, 90}

// sumsOfToday sums the amounts that lines store.
func sumsOfToday(ctx context.Context, v *page.View, ask PositionsOf, accounts []int64) ([]positionSum, error) {
	var found []struct {
		Holder        int64   `sql:"holder"`
		Group         *int64  `sql:"grouped"`
		Label         *string `sql:"label"`
		Unit          int64   `sql:"unit"`
		UnitCode      string  `sql:"unit_code"`
		Scale         int64   `sql:"scale"`
		Lines         int64   `sql:"lines"`
		Unlimited     int64   `sql:"without_limit"`
		In30          int64   `sql:"in_30"`
		In60          int64   `sql:"in_60"`
		In90          int64   `sql:"in_90"`
		GrantedHigh   int64   `sql:"granted_high"`
		GrantedLow    int64   `sql:"granted_low"`
		OverdraftHigh int64   `sql:"overdraft_high"`
		OverdraftLow  int64   `sql:"overdraft_low"`
		ExcessHigh    int64   `sql:"excess_high"`
		ExcessLow     int64   `sql:"excess_low"`
		UsedHigh      int64   `sql:"used_high"`
		UsedLow       int64   `sql:"used_low"`
		AllHigh       int64   `sql:"used_of_all_high"`
		AllLow        int64   `sql:"used_of_all_low"`
	}
	err := v.Scan(ctx, lineitem.Table, func(q *page.Query) {
		columns := ask.grouped(q, accounts)
		limited := func(column string) string {
			return "CASE WHEN " + q.C(lineitem.FieldUnlimited) + " THEN 0 ELSE " + q.C(column) + " END"
		}
		q.AppendSelect(sql.As(sql.Count("*"), "lines"))
		q.SelectCount(sql.EQ(q.C(lineitem.FieldUnlimited), true), "without_limit")
		for i, name := range []string{"in_30", "in_60", "in_90"} {
			q.SelectCount(sql.And(sql.GTE(q.C(lineitem.FieldEndsOn), int64(ask.On)),
				sql.LT(q.C(lineitem.FieldEndsOn), int64(ask.On+endingWindows[i]))), name)
		}
		for _, column := range []string{lineitem.FieldGranted, lineitem.FieldOverdraft,
			lineitem.FieldExcess, lineitem.FieldUsed} {
			q.SelectSum(limited(column), column)
		}
		q.SelectSum(q.C(lineitem.FieldUsed), "used_of_all").GroupBy(columns...)
	}, &found)
	if err != nil {
		return nil, err
	}
	sums := make([]positionSum, len(found))
	for i, f := range found {
		granted, excess := page.Sum(f.GrantedHigh, f.GrantedLow), page.Sum(f.ExcessHigh, f.ExcessLow)
		// A constraint ensures that a line with a limit never uses more than granted, overdraft and excess together, so the free
		// amounts add up to the difference of the sums.
		free := page.Sum(f.OverdraftHigh, f.OverdraftLow)
		free.Add(free, granted).Add(free, excess).Sub(free, page.Sum(f.UsedHigh, f.UsedLow))
		sums[i] = positionSum{positionKey{f.Holder, orZero(f.Group), f.Unit}, orZero(f.Label), f.UnitCode, Position{
			Scale: f.Scale, Granted: granted, Used: page.Sum(f.AllHigh, f.AllLow), Free: free, Excess: excess,
			LineItems: f.Lines, UnlimitedLineItems: f.Unlimited,
			EndingWithin30Days: f.In30, EndingWithin60Days: f.In60, EndingWithin90Days: f.In90}}
	}
	return sums, nil
}

// sumsOfDay reads the lines that count on a day, and sums the amounts that AmountsOn returns.
func sumsOfDay(ctx context.Context, v *page.View, ask PositionsOf, accounts []int64) ([]positionSum, error) {
	var found []struct {
		Holder   int64   `sql:"holder"`
		Group    *int64  `sql:"grouped"`
		Label    *string `sql:"label"`
		Unit     int64   `sql:"unit"`
		UnitCode string  `sql:"unit_code"`
		Scale    int64   `sql:"scale"`
		Line     int64   `sql:"id"`
		Used     int64   `sql:"used"`
		EndsOn   day.Day `sql:"ends_on"`
	}
	err := v.Scan(ctx, lineitem.Table, func(q *page.Query) {
		ask.grouped(q, accounts)
		q.AppendSelect(q.C(lineitem.FieldID), q.C(lineitem.FieldUsed), q.C(lineitem.FieldEndsOn))
	}, &found)
	if err != nil {
		return nil, err
	}
	lines, stored := make([]int64, len(found)), make([]Amounts, len(found))
	for i, f := range found {
		lines[i], stored[i].Used = f.Line, f.Used
	}
	amounts, err := AmountsOn(ctx, v, ask.On, ask.Today, lines, stored)
	if err != nil {
		return nil, err
	}
	var sums []positionSum
	at := map[positionKey]int{}
	for i, f := range found {
		key := positionKey{f.Holder, orZero(f.Group), f.Unit}
		n, known := at[key]
		if !known {
			n = len(sums)
			at[key] = n
			sums = append(sums, positionSum{key, orZero(f.Label), f.UnitCode, Position{Scale: f.Scale,
				Granted: new(big.Int), Used: new(big.Int), Free: new(big.Int), Excess: new(big.Int)}})
		}
		sums[n].add(amounts[i], f.EndsOn-ask.On)
	}
	return sums, nil
}

// add adds a line; left is the number of days from the day asked about to its last day.
func (p *Position) add(a Amounts, left day.Day) {
	p.LineItems++
	p.Used.Add(p.Used, big.NewInt(a.Used))
	for i, n := range []*int64{&p.EndingWithin30Days, &p.EndingWithin60Days, &p.EndingWithin90Days} {
		if left >= 0 && left < endingWindows[i] {
			*n++
		}
	}
	if a.Unlimited {
		p.UnlimitedLineItems++
		return
	}
	p.Granted.Add(p.Granted, big.NewInt(a.Granted))
	p.Excess.Add(p.Excess, big.NewInt(a.Excess))
	p.Free.Add(p.Free, big.NewInt(a.Free()))
}

func orZero[T any](v *T) T {
	if v == nil {
		var none T
		return none
	}
	return *v
}
