package coverage

import (
	"context"
	"math/big"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/day"
	rights "github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/page"
)

// Ending summarizes the coverages of one product line that end on a day. If it is counted by unit, it is about coverages of lines in
// that unit; otherwise Unit is 0.
type Ending struct {
	// Holder is the account asked for.
	Holder            int64
	On                day.Day
	ProductLine, Unit int64
	ProductLineName   string
	UnitCode          string
	Scale             int64
	Coverages         int64
	// Quantity is the sum of what they cover on that day, in base units, without unlimited lines.
	Quantity *big.Int
}

// ending is a row of the statements below; fields that a statement does not select are zero.
type ending struct {
	Holder          int64   `sql:"holder"`
	On              day.Day `sql:"ends_on"`
	ProductLine     int64   `sql:"product_line"`
	ProductLineName string  `sql:"product_line_name"`
	Unit            int64   `sql:"unit"`
	UnitCode        string  `sql:"unit_code"`
	Scale           int64   `sql:"scale"`
	Coverages       int64   `sql:"coverages"`
	QuantityHigh    int64   `sql:"quantity_high"`
	QuantityLow     int64   `sql:"quantity_low"`
}

func (f ending) public() Ending {
	return Ending{f.Holder, f.On, f.ProductLine, f.Unit, f.ProductLineName, f.UnitCode, f.Scale, f.Coverages,
		page.Sum(f.QuantityHigh, f.QuantityLow)}
}

// CountEnding counts the coverages that end, with one statement; with byUnit separately for each unit of the lines that they
// cover.
//
// A coverage ends for a line unless another coverage of the same kind continues it: one that begins by the next day and
// ends later. A coverage does not count if it, the line, or the entitlement of either is WITHDRAWN, DRAFT or TEST. A
// coverage counts if it ends for at least one line that the viewer may see.
func CountEnding(
	ctx context.Context, v *page.View, ask rights.EndingOf, byUnit bool, accounts []int64,
) ([]Ending, error) {
	var found []ending
	err := v.Scan(ctx, coverage.Table, func(q *page.Query) {
		columns, _, _ := endingItems(q, ask, accounts)
		if !byUnit {
			columns = columns[:4]
		}
		selectEnding(q, columns).AppendSelect(sql.As(sql.Count(sql.Distinct(q.C(coverage.FieldID))), "coverages")).
			GroupBy(columns...)
	}, &found)
	return public(found), err
}

// SumEnding sums the quantities that ending coverages cover, by unit, with two statements: one for coverages of a part of a
// line, and one for coverages of a whole line.
func SumEnding(ctx context.Context, v *page.View, ask rights.EndingOf, accounts []int64) ([]Ending, error) {
	var parts, wholes []ending
	err := v.Scan(ctx, coverage.Table, func(q *page.Query) {
		columns, item, _ := endingItems(q, ask, accounts)
		selectEnding(q, columns).SelectSum(item.C(coverageitem.FieldQuantity), "quantity").
			Where(sql.NotNull(item.C(coverageitem.FieldQuantity))).GroupBy(columns...)
	}, &parts)
	if err != nil {
		return nil, err
	}
	err = v.Scan(ctx, coverage.Table, func(q *page.Query) {
		columns, item, line := endingItems(q, ask, accounts)
		p := rights.JoinInForce(q, line.C(lineitem.FieldID), "pf", q.Value(q.C(coverage.FieldEndsOn)))
		selectEnding(q, columns).SelectSum(rights.Limited(p), "quantity").
			Where(sql.And(sql.IsNull(item.C(coverageitem.FieldQuantity)), sql.EQ(p.C(period.FieldUnlimited), false))).
			GroupBy(columns...)
	}, &wholes)
	return public(append(parts, wholes...)), err
}

func public(found []ending) []Ending {
	out := make([]Ending, len(found))
	for i, f := range found {
		out[i] = f.public()
	}
	return out
}

// selectEnding selects the grouping columns of ending coverages: account, day and product line, and
// the unit if it is among them.
func selectEnding(q *page.Query, columns []string) *page.Query {
	q.Select()
	for i, name := range []string{"holder", "ends_on", "product_line", "product_line_name", "unit", "unit_code", "scale"} {
		if i < len(columns) {
			q.AppendSelect(sql.As(columns[i], name))
		}
	}
	return q
}

// endingItems joins coverages with the items that end, and with their lines. It returns the columns for grouping.
func endingItems(q *page.Query, ask rights.EndingOf, accounts []int64) (columns []string, item, line *sql.SelectTable) {
	holder := account.Each(q, coverage.FieldAccountID, accounts, ask.Below)
	item = q.Join(coverageitem.Table, "ci", func(i *sql.SelectTable) *sql.Predicate {
		return sql.ColumnsEQ(i.C(coverageitem.FieldCoverageID), q.C(coverage.FieldID))
	})
	line = q.Join(lineitem.Table, "li", func(l *sql.SelectTable) *sql.Predicate {
		return sql.ColumnsEQ(l.C(lineitem.FieldID), item.C(coverageitem.FieldLineItemID))
	})
	ends := q.C(coverage.FieldEndsOn)
	q.Where(sql.And(sql.GTE(ends, int64(ask.From)), sql.LTE(ends, int64(ask.To)))).
		Where(rights.Renewable(q, q.C(coverage.FieldDecision), q.C(coverage.FieldEntitlementID), "en")).
		Where(rights.Renewable(q, line.C(lineitem.FieldDecision), line.C(lineitem.FieldEntitlementID), "le")).
		Where(sql.Not(goesOn(q, item)))
	return append([]string{holder, ends},
		rights.JoinGroups(q, q.C(coverage.FieldProductLineID), line.C(lineitem.FieldUnitID))...), item, line
}

// goesOn is the condition that another coverage of the same kind continues an item.
func goesOn(q *page.Query, item *sql.SelectTable) *sql.Predicate {
	next := q.Sub(coverageitem.Table, "ni")
	c := next.Join(coverage.Table, "nc", func(c *sql.SelectTable) *sql.Predicate {
		return sql.ColumnsEQ(c.C(coverage.FieldID), next.C(coverageitem.FieldCoverageID))
	})
	begins := sql.Or(sql.LTE(c.C(coverage.FieldStartsOn), q.Next(q.C(coverage.FieldEndsOn))),
		sql.And(sql.IsNull(c.C(coverage.FieldStartsOn)), sql.EQ(c.C(coverage.FieldPerpetual), true)))
	next.Select(next.C(coverageitem.FieldID)).Where(sql.And(
		sql.ColumnsEQ(next.C(coverageitem.FieldLineItemID), item.C(coverageitem.FieldLineItemID)),
		sql.ColumnsEQ(c.C(coverage.FieldKind), q.C(coverage.FieldKind)),
		sql.ColumnsGT(c.C(coverage.FieldEndsOn), q.C(coverage.FieldEndsOn)), begins)).
		Where(rights.Renewable(next, c.C(coverage.FieldDecision), c.C(coverage.FieldEntitlementID), "ne"))
	return sql.Exists(next.Selector)
}
