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

// EndingOf selects what ends from one day to another, both included, in the accounts asked for. Below adds the
// accounts below them.
type EndingOf struct {
	From, To day.Day
	Below    bool
}

// Ending sums the line items of one product line and one unit that end on a day. Held counts those that are SUSPENDED
// or ON_HOLD. Quantity is what they grant on that day, in base units; unlimited ones are left out of it.
type Ending struct {
	// Holder is the account asked for.
	Holder                 int64
	On                     day.Day
	ProductLine, Unit      int64
	ProductLineName        string
	UnitCode               string
	Scale                  int64
	Lines, Held, Unlimited int64
	Quantity               *big.Int
}

// EndingLines sums the line items that end, with one statement.
//
// A line ends on its ends_on, the last day of its last period, so a renewed line ends with its renewal. It is left out
// if no period is in force on that day, if the period in force is a trial, if a line that renews it or that it was
// upgraded to is in force on that day or on the next, or if it or its entitlement is WITHDRAWN, DRAFT or TEST. A line
// that is SUSPENDED or ON_HOLD is not left out, and is counted as held.
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
		Held            int64   `sql:"held"`
		Unlimited       int64   `sql:"without_limit"`
		QuantityHigh    int64   `sql:"quantity_high"`
		QuantityLow     int64   `sql:"quantity_low"`
	}
	err := v.Scan(ctx, lineitem.Table, func(q *page.Query) {
		holder := account.Each(q, lineitem.FieldAccountID, accounts, ask.Below)
		columns := append([]string{holder, q.C(lineitem.FieldEndsOn)},
			JoinGroups(q, q.C(lineitem.FieldProductLineID), q.C(lineitem.FieldUnitID))...)
		lastDay := q.ColumnValue(q.C(lineitem.FieldEndsOn))
		p := JoinInForce(q, q.C(lineitem.FieldID), "pf", lastDay)
		q.Select(sql.As(columns[0], "holder"), columns[1], sql.As(columns[2], "product_line"),
			sql.As(columns[3], "product_line_name"), sql.As(columns[4], "unit"), sql.As(columns[5], "unit_code"),
			sql.As(columns[6], "scale"), sql.As(sql.Count("*"), "lines")).
			SelectCount(hasDecision(q, held, q.C(lineitem.FieldDecision), q.C(lineitem.FieldEntitlementID), "eh"),
				"held").
			SelectCount(sql.EQ(p.C(period.FieldUnlimited), true), "without_limit").
			SelectSum(Limited(p), "quantity").
			Where(sql.And(sql.GTE(q.C(lineitem.FieldEndsOn), int64(ask.From)),
				sql.LTE(q.C(lineitem.FieldEndsOn), int64(ask.To)))).
			Where(sql.NEQ(p.C(period.FieldTerm), string(vocabulary.TermTrial))).
			Where(Renewable(q, q.C(lineitem.FieldDecision), q.C(lineitem.FieldEntitlementID), "en")).
			GroupBy(columns...)
		for _, on := range []any{lastDay, q.Next(q.C(lineitem.FieldEndsOn))} {
			q.Where(sql.Not(lineSQL{q: q, line: q.C(lineitem.FieldID), on: on}.succeeded(p)))
		}
	}, &found)
	if err != nil {
		return nil, err
	}
	out := make([]Ending, len(found))
	for i, f := range found {
		out[i] = Ending{f.Holder, f.On, f.ProductLine, f.Unit, f.ProductLineName, f.UnitCode, f.Scale, f.Lines, f.Held,
			f.Unlimited, page.Sum(f.QuantityHigh, f.QuantityLow)}
	}
	return out, nil
}

// Limited returns the SQL expression for what the joined period p grants: null if it has no limit, or if the amount
// is not known.
func Limited(p *sql.SelectTable) string {
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

// Renewable is the condition that no decision rules a renewal out: neither the one in the column decision, nor that on
// the entitlement whose id is in the column header. alias names the subquery over entitlements.
func Renewable(q *page.Query, decision, header, alias string) *sql.Predicate {
	return sql.Not(hasDecision(q, notRenewed, decision, header, alias))
}

// hasDecision is the condition that the decision in a column, or that on the entitlement whose id is in the column
// header, is one of several. If header is null, only the first is compared. The scope is not applied to the
// entitlement, because its decision is part of the state of its lines and coverages.
func hasDecision(q *page.Query, as []vocabulary.Decision, decision, header, alias string) *sql.Predicate {
	e := q.SubOf(entitlement.Table, alias)
	e.Select(e.C(entitlement.FieldID)).Where(sql.And(
		sql.ColumnsEQ(e.C(entitlement.FieldID), header), sql.In(e.C(entitlement.FieldDecision), values(as)...)))
	return sql.Or(sql.And(sql.NotNull(decision), sql.In(decision, values(as)...)), sql.Exists(e.Selector))
}
