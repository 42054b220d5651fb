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

// EndingOf selects what ends from one day to another, both inclusive, in accounts, and with Below also in the accounts
// below them.
type EndingOf struct {
	From, To day.Day
	Below    bool
}

// Ending summarizes the line items of one product line and one unit that end on a day. Quantity is the sum of what they grant on
// that day, in base units, without unlimited lines.
type Ending struct {
	// Holder is the account asked for.
	Holder                   int64
	On                       day.Day
	ProductLine, Unit        int64
	ProductLineName          string
	UnitCode                 string
	Scale                    int64
	Lines, Trials, Unlimited int64
	Quantity                 *big.Int
}

// EndingLines summarizes the line items that end, with one statement.
//
// A line ends on its last day over all periods; a renewed line thus ends with its renewal. It does not count if no
// period is in force on that day, if a line that renews it or to which it was upgraded is in force on that day or on
// the next, or if the line or its entitlement is WITHDRAWN, DRAFT or TEST. A line that is SUSPENDED or ON_HOLD counts.
func EndingLines(ctx context.Context, v *page.View, ask EndingOf, accounts []int64) ([]Ending, error) {
	var found []struct {
		Holder          int64   `sql:"holder"`
		On              day.Day `sql:"ends_on"`
		ProductLine     int64   `sql:"product_line"`
		ProductLineName string  `sql:"product_line_name"`
		Unit            int64   `sql:"unit"`
		UnitCode        string  `sql:"unit_code"`
		Scale           int64   `sql:"scale"`
		Lines           int64   `sql:"lines"`
		Trials          int64   `sql:"trials"`
		Unlimited       int64   `sql:"without_limit"`
		QuantityHigh    int64   `sql:"quantity_high"`
		QuantityLow     int64   `sql:"quantity_low"`
	}
	err := v.Scan(ctx, lineitem.Table, func(q *page.Query) {
		holder := account.Each(q, lineitem.FieldAccountID, accounts, ask.Below)
		columns := append([]string{holder, q.C(lineitem.FieldEndsOn)},
			JoinGroups(q, q.C(lineitem.FieldProductLineID), q.C(lineitem.FieldUnitID))...)
		lastDay := q.Value(q.C(lineitem.FieldEndsOn))
		p := JoinInForce(q, q.C(lineitem.FieldID), "pf", lastDay)
		q.Select(sql.As(columns[0], "holder"), columns[1], sql.As(columns[2], "product_line"),
			sql.As(columns[3], "product_line_name"), sql.As(columns[4], "unit"), sql.As(columns[5], "unit_code"),
			sql.As(columns[6], "scale"), sql.As(sql.Count("*"), "lines")).
			SelectCount(sql.EQ(p.C(period.FieldTerm), string(vocabulary.TermTrial)), "trials").
			SelectCount(sql.EQ(p.C(period.FieldUnlimited), true), "without_limit").
			SelectSum(Limited(p), "quantity").
			Where(sql.And(sql.GTE(q.C(lineitem.FieldEndsOn), int64(ask.From)),
				sql.LTE(q.C(lineitem.FieldEndsOn), int64(ask.To)))).
			Where(Renewable(q, q.C(lineitem.FieldDecision), q.C(lineitem.FieldEntitlementID), "en")).
			GroupBy(columns...)
		for _, on := range []any{lastDay, q.Next(q.C(lineitem.FieldEndsOn))} {
			q.Where(sql.Not(conditions{q: q, line: q.C(lineitem.FieldID), on: on}.succeeded(p)))
		}
	}, &found)
	if err != nil {
		return nil, err
	}
	out := make([]Ending, len(found))
	for i, f := range found {
		out[i] = Ending{f.Holder, f.On, f.ProductLine, f.Unit, f.ProductLineName, f.UnitCode, f.Scale, f.Lines, f.Trials,
			f.Unlimited, page.Sum(f.QuantityHigh, f.QuantityLow)}
	}
	return out, nil
}

// Limited is the SQL expression for the quantity of a joined period; NULL if the period is unlimited or its quantity is not
// known.
func Limited(p *sql.SelectTable) string {
	return "CASE WHEN " + p.C(period.FieldUnlimited) + " THEN NULL ELSE " + p.C(period.FieldQuantity) + " END"
}

// JoinGroups joins the product line and the unit that two columns name. It returns the columns for grouping: the id and the name of
// the product line, and the id, the code and the scale of the unit.
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

// notRenewable are the decisions after which a line is not renewed.
var notRenewable = []vocabulary.Decision{vocabulary.DecisionWithdrawn, vocabulary.DecisionDraft, vocabulary.DecisionTest}

// Renewable is the condition that no decision rules a renewal out: neither the one in the column decision nor that of the
// entitlement in the column header, if there is one. The viewer's scope does not limit the entitlement, because its decision is part
// of the state of its lines.
func Renewable(q *page.Query, decision, header, alias string) *sql.Predicate {
	e := q.SubOf(entitlement.Table, alias)
	e.Select(e.C(entitlement.FieldID)).Where(sql.And(
		sql.ColumnsEQ(e.C(entitlement.FieldID), header), sql.In(e.C(entitlement.FieldDecision), values(notRenewable)...)))
	return sql.And(sql.Or(sql.IsNull(decision), sql.NotIn(decision, values(notRenewable)...)), sql.Not(sql.Exists(e.Selector)))
}
