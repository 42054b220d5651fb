package entitlement

import (
	"cmp"
	"context"
	"fmt"
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
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Position sums what an account may use and uses in one unit: of a product, of a product line, of one of the accounts
// below it, or of everything. Ids by which it is not grouped are 0. Sums are exact, in base units.
type Position struct {
	Product, ProductLine, Account, Unit gid.ID
	// Scale is how many base units make one unit.
	Scale int64
	// Granted, Free, Excess, Overdraft and OverdraftUsed are sums over the lines with a limit; Used is the sum over all
	// lines. OverdraftUsed is how much of Overdraft is in use.
	Granted, Used, Free, Excess, Overdraft, OverdraftUsed *big.Int

	LineItemCount, UnlimitedLineItemCount int64
	// Numbers of lines whose last day is among the next 30, 60 and 90 days, of which On is the first.
	EndingWithin30Days, EndingWithin60Days, EndingWithin90Days int64
	// FirstStart is the first day of the line that began first, and FirstEnd the last day of the one that ends first.
	FirstStart, FirstEnd day.Day
	// Holder is the account asked about, and Query what was asked.
	Holder gid.ID
	Query  PositionQuery
	// Aggregation says how use in the unit becomes one number.
	Aggregation vocabulary.Aggregation
}

// Key identifies a position among those of one query.
func (p *Position) Key() PositionKey {
	return PositionKey{int64(p.Holder), int64(p.Product + p.ProductLine + p.Account), int64(p.Unit)}
}

// PositionQuery selects positions on a day. Below adds the lines of the accounts below; it is implied if By is
// ACCOUNT.
type PositionQuery struct {
	By        vocabulary.PositionGrouping
	Below     bool
	On, Today day.Day
}

// Positions returns the positions of each account, in the order of accounts, sorted by names and units. For today the
// database sums the lines that are not due, in one statement. All other lines are read one by one, and AmountsOn
// computes their amounts.
//
// A line counts if it is ACTIVE or IN_GRACE on the day and the period in force is no trial.
func Positions(ctx context.Context, v *page.View, query PositionQuery, accounts []int64) ([][]*Position, error) {
	if len(accounts) == 0 {
		return nil, nil
	}
	query.Below = query.Below || query.By == vocabulary.PositionGroupingAccount
	sums := positionSums{at: map[PositionKey]int{}}
	due, err := true, error(nil)
	if query.On == query.Today {
		due, err = sums.addStored(ctx, v, query, accounts)
	}
	if due && err == nil {
		err = sums.addJudged(ctx, v, query, accounts)
	}
	if err != nil {
		return nil, err
	}
	slices.SortFunc(sums.list, func(a, b positionSum) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.label, b.label),
			cmp.Compare(a.of.Group, b.of.Group), cmp.Compare(a.unitCode, b.unitCode))
	})
	byHolder := map[int64][]*Position{}
	for i := range sums.list {
		s := &sums.list[i]
		switch query.By {
		case vocabulary.PositionGroupingProduct:
			s.Product = gid.ID(s.of.Group)
		case vocabulary.PositionGroupingProductLine:
			s.ProductLine = gid.ID(s.of.Group)
		case vocabulary.PositionGroupingAccount:
			s.Account = gid.ID(s.of.Group)
		}
		s.Unit, s.Holder, s.Query = gid.ID(s.of.Unit), gid.ID(s.of.Holder), query
		byHolder[s.of.Holder] = append(byHolder[s.of.Holder], &s.Position)
	}
	out := make([][]*Position, len(accounts))
	for i, id := range accounts {
		out[i] = byHolder[id]
	}
	return out, nil
}

// PositionKey identifies a position by the account asked about, the group and the unit. Group is 0 if positions are
// grouped by unit alone.
type PositionKey struct{ Holder, Group, Unit int64 }

type positionSum struct {
	of PositionKey
	// key is the label folded, as lists of accounts are ordered.
	key, label, unitCode string
	Position
}

// positionSums are what has been summed so far.
type positionSums struct {
	list []positionSum
	at   map[PositionKey]int
}

// get returns the sum with a key, and adds one if there is none.
func (s *positionSums) get(key PositionKey, label string, u countedIn) *positionSum {
	n, known := s.at[key]
	if !known {
		n = len(s.list)
		s.at[key] = n
		s.list = append(s.list, positionSum{key, search.Key(label), label, u.code, Position{Scale: u.scale,
			Aggregation: vocabulary.Aggregation(u.aggregation), FirstStart: day.Forever, FirstEnd: day.Forever,
			Granted: new(big.Int), Used: new(big.Int), Free: new(big.Int), Excess: new(big.Int),
			Overdraft: new(big.Int), OverdraftUsed: new(big.Int)}})
	}
	return &s.list[n]
}

// countedIn is the unit of a position.
type countedIn struct {
	code, aggregation string
	scale             int64
}

// lasting narrows the days that all lines of the position have in common.
func (p *Position) lasting(first, last day.Day) {
	p.FirstStart, p.FirstEnd = min(p.FirstStart, first), min(p.FirstEnd, last)
}

// selectGroups writes the part of a statement that is the same for every day: which lines count, and the columns that
// identify their position. It returns these columns.
func (query PositionQuery) selectGroups(q *page.Query, asked []int64) []string {
	holder := account.Each(q, lineitem.FieldAccountID, asked, query.Below)
	unit := q.Join(unitofmeasure.Table, "un", func(u *sql.SelectTable) *sql.Predicate {
		return sql.ColumnsEQ(u.C(unitofmeasure.FieldID), q.C(lineitem.FieldUnitID))
	})
	group, label := query.group(q)
	columns := []string{holder, q.C(lineitem.FieldUnitID), unit.C(unitofmeasure.FieldCode),
		unit.C(unitofmeasure.FieldScale), unit.C(unitofmeasure.FieldAggregation)}
	q.Select(sql.As(columns[0], "holder"), sql.As(columns[1], "unit"), sql.As(columns[2], "unit_code"),
		sql.As(columns[3], "scale"), sql.As(columns[4], "aggregation"))
	if group != "" {
		columns = append(columns, group)
		q.AppendSelect(sql.As(group, "grouped")).AppendSelectExprAs(label, "label")
	}
	q.Where(LinesUsable(q, query.On))
	q.Where(sql.Not(query.line(q).isTrial()))
	return columns
}

// line writes conditions on the lines of the statement on the day.
func (query PositionQuery) line(q *page.Query) lineSQL {
	return lineSQL{q: q, line: q.C(lineitem.FieldID), on: int64(query.On)}
}

// group returns the column by which positions are grouped besides the unit, and a subquery for the name of what the
// column refers to; "" and nil if they are grouped by unit only.
func (query PositionQuery) group(q *page.Query) (column string, label sql.Querier) {
	named := func(table, name string) (string, sql.Querier) {
		t := q.Sub(table, "la")
		t.Where(sql.ColumnsEQ(t.C("id"), column))
		if table == product.Table {
			return column, t.SelectWords(t.C(name), t.C(product.FieldVersion))
		}
		return column, t.Select(t.C(name))
	}
	switch query.By {
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

// within are the numbers of days within which lines are counted as ending.
var within = []day.Day{30, 60, 90}

// addStored adds the stored amounts of the lines that are not due, and reports whether there are lines that are due.
func (s *positionSums) addStored(ctx context.Context, v *page.View, query PositionQuery, accounts []int64) (bool,
	error) {
	var found []struct {
		Holder      int64   `sql:"holder"`
		Group       *int64  `sql:"grouped"`
		Label       *string `sql:"label"`
		Unit        int64   `sql:"unit"`
		UnitCode    string  `sql:"unit_code"`
		Scale       int64   `sql:"scale"`
		Aggregation string  `sql:"aggregation"`
		Due         int64   `sql:"due"`
		Lines       int64   `sql:"lines"`
		Unlimited   int64   `sql:"without_limit"`
		In30        int64   `sql:"in_30"`
		In60        int64   `sql:"in_60"`
		In90        int64   `sql:"in_90"`
		GrantedHigh int64   `sql:"granted_high"`
		GrantedLow  int64   `sql:"granted_low"`
		ExcessHigh  int64   `sql:"excess_high"`
		ExcessLow   int64   `sql:"excess_low"`
		UsedHigh    int64   `sql:"used_high"`
		UsedLow     int64   `sql:"used_low"`
		FreeHigh    int64   `sql:"free_high"`
		FreeLow     int64   `sql:"free_low"`
		RoomHigh    int64   `sql:"overdraft_high"`
		RoomLow     int64   `sql:"overdraft_low"`
		TakenHigh   int64   `sql:"overdraft_used_high"`
		TakenLow    int64   `sql:"overdraft_used_low"`
		FirstStart  day.Day `sql:"first_start"`
		FirstEnd    day.Day `sql:"first_end"`
	}
	err := v.Scan(ctx, lineitem.Table, func(q *page.Query) {
		due := dueColumn(q.C, query.Today)
		columns := append(query.selectGroups(q, accounts), due)
		limited := func(column string) string {
			return "CASE WHEN " + q.C(lineitem.FieldUnlimited) + " THEN 0 ELSE " + q.C(column) + " END"
		}
		q.AppendSelect(sql.As(due, "due"), sql.As(sql.Count("*"), "lines"),
			sql.As(sql.Min(firstDay(q)), "first_start"), sql.As(sql.Min(q.C(lineitem.FieldEndsOn)), "first_end"))
		q.SelectCount(sql.EQ(q.C(lineitem.FieldUnlimited), true), "without_limit")
		for i, name := range []string{"in_30", "in_60", "in_90"} {
			q.SelectCount(sql.And(sql.GTE(q.C(lineitem.FieldEndsOn), int64(query.On)),
				sql.LT(q.C(lineitem.FieldEndsOn), int64(query.On+within[i]))), name)
		}
		q.SelectSum(limited(lineitem.FieldGranted), "granted").SelectSum(limited(lineitem.FieldExcess), "excess").
			SelectSum(limited(lineitem.FieldOverdraft), "overdraft").
			SelectSum(overdraftUsedOfStored(q.C), "overdraft_used").SelectSum(q.C(lineitem.FieldUsed), "used").
			SelectSumUnless(query.line(q).inGrace, freeOfStored(q.C), "free").GroupBy(columns...)
	}, &found)
	if err != nil {
		return false, err
	}
	others := false
	for _, f := range found {
		if f.Due != 0 {
			others = true
			continue
		}
		p := s.get(PositionKey{f.Holder, orZero(f.Group), f.Unit}, orZero(f.Label),
			countedIn{f.UnitCode, f.Aggregation, f.Scale})
		p.Overdraft, p.OverdraftUsed = page.Sum(f.RoomHigh, f.RoomLow), page.Sum(f.TakenHigh, f.TakenLow)
		p.lasting(f.FirstStart, f.FirstEnd)
		p.Granted, p.Excess = page.Sum(f.GrantedHigh, f.GrantedLow), page.Sum(f.ExcessHigh, f.ExcessLow)
		p.Used = page.Sum(f.UsedHigh, f.UsedLow)
		p.Free = page.Sum(f.FreeHigh, f.FreeLow)
		p.LineItemCount, p.UnlimitedLineItemCount = f.Lines, f.Unlimited
		p.EndingWithin30Days, p.EndingWithin60Days, p.EndingWithin90Days = f.In30, f.In60, f.In90
	}
	return others, nil
}

// addJudged reads the lines that count on a day, and adds what AmountsOn says of them. Of today they are those that
// are due.
func (s *positionSums) addJudged(ctx context.Context, v *page.View, query PositionQuery, accounts []int64) error {
	var found []struct {
		Holder       int64    `sql:"holder"`
		Group        *int64   `sql:"grouped"`
		Label        *string  `sql:"label"`
		Unit         int64    `sql:"unit"`
		UnitCode     string   `sql:"unit_code"`
		Scale        int64    `sql:"scale"`
		Aggregation  string   `sql:"aggregation"`
		Line         int64    `sql:"id"`
		Used         int64    `sql:"used"`
		StartsOn     *day.Day `sql:"starts_on"`
		EndsOn       day.Day  `sql:"ends_on"`
		InForceUntil *day.Day `sql:"in_force_until"`
		NextStartsOn *day.Day `sql:"next_starts_on"`
	}
	err := v.Scan(ctx, lineitem.Table, func(q *page.Query) {
		query.selectGroups(q, accounts)
		q.AppendSelect(q.Columns(lineitem.FieldID, lineitem.FieldUsed, lineitem.FieldStartsOn,
			lineitem.FieldEndsOn, lineitem.FieldInForceUntil, lineitem.FieldNextStartsOn)...)
		if query.On == query.Today {
			q.Where(dueIs(q.C, query.Today, true))
		}
	}, &found)
	if err != nil {
		return err
	}
	lines, stored := make([]int64, len(found)), make([]Stored, len(found))
	for i, f := range found {
		lines[i] = f.Line
		stored[i] = Stored{Amounts{Used: f.Used}, f.InForceUntil, f.NextStartsOn}
	}
	amounts, err := AmountsOn(ctx, v, query.On, query.Today, lines, stored)
	if err != nil {
		return err
	}
	for i, f := range found {
		p := s.get(PositionKey{f.Holder, orZero(f.Group), f.Unit}, orZero(f.Label),
			countedIn{f.UnitCode, f.Aggregation, f.Scale})
		p.add(amounts[i], f.EndsOn-query.On)
		p.lasting(orBeginning(f.StartsOn), f.EndsOn)
	}
	return nil
}

// firstDay is the first day of a line item as an expression.
func firstDay(q *page.Query) string {
	return fmt.Sprintf("COALESCE(%s, %d)", q.C(lineitem.FieldStartsOn), int64(day.Beginning))
}

// add adds the amounts of a line whose last day is daysLeft days after the day asked for.
func (p *Position) add(a Amounts, daysLeft day.Day) {
	p.LineItemCount++
	p.Used.Add(p.Used, big.NewInt(a.Used))
	for i, n := range []*int64{&p.EndingWithin30Days, &p.EndingWithin60Days, &p.EndingWithin90Days} {
		if daysLeft >= 0 && daysLeft < within[i] {
			*n++
		}
	}
	if a.Unlimited {
		p.UnlimitedLineItemCount++
		return
	}
	p.Granted.Add(p.Granted, big.NewInt(a.Granted))
	p.Excess.Add(p.Excess, big.NewInt(a.Excess))
	p.Free.Add(p.Free, big.NewInt(a.Free()))
	p.Overdraft.Add(p.Overdraft, big.NewInt(a.Overdraft))
	p.OverdraftUsed.Add(p.OverdraftUsed, big.NewInt(a.OverdraftUsed()))
}

func orZero[T any](v *T) T {
	if v == nil {
		var none T
		return none
	}
	return *v
}
