package entitlement

import (
	"context"
	"math/big"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/ent/productline"
	"github.com/muniment/muniment/ent/unitofmeasure"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// EndingQuery selects what ends from one day to another, both included, in the accounts asked for. Below adds the
// accounts below them.
type EndingQuery struct {
	From, To day.Day
	Below    bool
}

// Ending are the line items that end on a day, of one product line and in one unit. Held counts those that are
// SUSPENDED or ON_HOLD, and Evergreen those that are renewed by themselves, unless that is cancelled. Quantity is how
// much of them is due, in base units, without those that have no limit.
type Ending struct {
	// Holder is the account asked for.
	Holder                 int64
	On                     day.Day
	ProductLine, Unit      int64
	ProductLineName        string
	UnitCode               string
	Scale                  int64
	Lines, Held, Evergreen int64
	Unlimited              int64
	Quantity               *big.Int
}

// endingRow is what a statement about line items that end returns: the sums of a group, or a single line.
type endingRow struct {
	Holder          int64   `sql:"holder"`
	On              day.Day `sql:"ends_on"`
	ProductLine     int64   `sql:"product_line"`
	ProductLineName string  `sql:"product_line_name"`
	Unit            int64   `sql:"unit"`
	UnitCode        string  `sql:"unit_code"`
	Scale           int64   `sql:"scale"`
	Line            *int64  `sql:"line"`
	Lines           int64   `sql:"lines"`
	Held            int64   `sql:"held"`
	Evergreen       int64   `sql:"evergreen"`
	Unlimited       int64   `sql:"without_limit"`
	QuantityHigh    int64   `sql:"quantity_high"`
	QuantityLow     int64   `sql:"quantity_low"`
}

func (r *endingRow) ending(quantity *big.Int) Ending {
	return Ending{r.Holder, r.On, r.ProductLine, r.Unit, r.ProductLineName, r.UnitCode, r.Scale, r.Lines, r.Held,
		r.Evergreen, r.Unlimited, quantity}
}

// EndingLines sums the line items that end, with four statements at most.
//
// A line ends on its ends_on, so that a renewed line ends with its renewal. It does not end if no period is in force
// on that day, if the one in force is a trial, or if it or its entitlement is WITHDRAWN, DRAFT or TEST on that day. One
// that is SUSPENDED or ON_HOLD then ends all the same, and is counted as held. Of a line that has successors in force
// on that day or on the next, what they leave is due; Renewing says how much that is.
func EndingLines(ctx context.Context, v *page.View, query EndingQuery, accounts []int64) ([]Ending, error) {
	var sums, single []endingRow
	for _, read := range []struct {
		into *[]endingRow
		one  bool
	}{{&sums, false}, {&single, true}} {
		err := v.Scan(ctx, lineitem.Table, func(q *page.Query) { query.lines(q, accounts, read.one) }, read.into)
		if err != nil {
			return nil, err
		}
	}
	out := make([]Ending, 0, len(sums)+len(single))
	for _, r := range sums {
		out = append(out, r.ending(page.Sum(r.QuantityHigh, r.QuantityLow)))
	}
	lines := make([]int64, len(single))
	for i, r := range single {
		lines[i] = *r.Line
	}
	renewing, err := RenewingOf(ctx, v, lines)
	if err != nil {
		return nil, err
	}
	for i, r := range single {
		if quantity, due := renewing[i].Due(r.On); due {
			out = append(out, r.ending(quantity))
		}
	}
	return out, nil
}

// lines writes the statement about line items that end: the sums of those without successors, or each of those that
// have some.
func (query EndingQuery) lines(q *page.Query, accounts []int64, succeeded bool) {
	holder := account.Each(q, lineitem.FieldAccountID, accounts, query.Below)
	columns := append([]string{holder, q.C(lineitem.FieldEndsOn)},
		JoinGroups(q, q.C(lineitem.FieldProductLineID), q.C(lineitem.FieldUnitID))...)
	lastDay := q.ColumnValue(q.C(lineitem.FieldEndsOn))
	p := JoinInForce(q, q.C(lineitem.FieldID), "pf", lastDay)
	q.Select(sql.As(columns[0], "holder"), columns[1], sql.As(columns[2], "product_line"),
		sql.As(columns[3], "product_line_name"), sql.As(columns[4], "unit"), sql.As(columns[5], "unit_code"),
		sql.As(columns[6], "scale"), sql.As(sql.Count("*"), "lines")).
		SelectCount(hasDecision(q, held, q, q.C(lineitem.FieldEntitlementID), "eh", lastDay), "held").
		SelectCount(endsEvergreenWith(q, p), "evergreen").
		SelectCount(sql.EQ(p.C(period.FieldUnlimited), true), "without_limit").
		SelectSum(Limited(p), "quantity").
		Where(sql.And(sql.GTE(q.C(lineitem.FieldEndsOn), int64(query.From)),
			sql.LTE(q.C(lineitem.FieldEndsOn), int64(query.To)))).
		Where(sql.NEQ(p.C(period.FieldTerm), string(vocabulary.TermTrial))).
		Where(Renewable(q, q, q.C(lineitem.FieldEntitlementID), "en", lastDay))
	onLast := lineSQL{q: q, line: q.C(lineitem.FieldID), on: lastDay}.succeeded(p)
	onNext := lineSQL{q: q, line: q.C(lineitem.FieldID), on: q.DayAfter(q.C(lineitem.FieldEndsOn))}.succeeded(p)
	q.Where(negateUnless(succeeded, sql.Or(onLast, onNext)))
	if succeeded {
		columns = append(columns, q.C(lineitem.FieldID))
		q.AppendSelect(sql.As(q.C(lineitem.FieldID), "line"))
	}
	q.GroupBy(columns...)
}

// Limited is the expression for what a period grants in a statement that has it joined; null if it has no limit or
// the amount is not known.
func Limited(p columns) string {
	return "CASE WHEN " + p.C(period.FieldUnlimited) + " THEN NULL ELSE " + p.C(period.FieldQuantity) + " END"
}

// JoinGroups joins the product line and the unit whose ids are in two columns. It returns the columns by which a
// statement about ends is grouped: product line, its name, unit, its code and its scale.
func JoinGroups(q *page.Query, productLine, unit string) []string {
	l := q.Join(productline.Table, "pl", func(l *sql.SelectTable) *sql.Predicate {
		return sql.ColumnsEQ(l.C(productline.FieldID), productLine)
	})
	u := q.Join(unitofmeasure.Table, "un", func(u *sql.SelectTable) *sql.Predicate {
		return sql.ColumnsEQ(u.C(unitofmeasure.FieldID), unit)
	})
	return []string{productLine, l.C(productline.FieldName), unit,
		u.C(unitofmeasure.FieldCode), u.C(unitofmeasure.FieldScale)}
}

var (
	// notRenewed are the decisions that rule a renewal out.
	notRenewed = []vocabulary.Decision{vocabulary.DecisionWithdrawn, vocabulary.DecisionDraft, vocabulary.DecisionTest}
	// held are the decisions that suspend a right and do not rule its renewal out.
	held = []vocabulary.Decision{vocabulary.DecisionSuspended, vocabulary.DecisionOnHold}
)

// Renewable is the condition that no decision that rules a renewal out holds on a day: neither about the row of t, nor
// about the entitlement whose id is in the column header. alias names the subquery over entitlements.
func Renewable(q *page.Query, t columns, header, alias string, on any) *sql.Predicate {
	return sql.Not(hasDecision(q, notRenewed, t, header, alias, on))
}

// hasDecision is the condition that a decision of one of the kinds holds on a day about the row of t, or about the
// entitlement whose id is in the column header, which may be null.
func hasDecision(q *page.Query, kinds []vocabulary.Decision, t columns, header, alias string, on any) *sql.Predicate {
	return sql.Or(IsDecided(q, t, on, kinds...), HeaderIsDecided(q, header, alias, on, kinds...))
}

// HeaderIsDecided is IsDecided for the entitlement whose id is in a column, which may be null. The scope is not applied
// to the entitlement, because decisions about it are part of the state of its lines and coverages.
func HeaderIsDecided(q *page.Query, header, alias string, on any, kinds ...vocabulary.Decision) *sql.Predicate {
	e := q.SubOf(entitlement.Table, alias)
	e.Select(e.C(entitlement.FieldID)).Where(sql.And(
		sql.ColumnsEQ(e.C(entitlement.FieldID), header), IsDecided(q, e, on, kinds...)))
	return sql.Exists(e.Selector)
}
