package graph

import (
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
)

// lineAmounts declares the amounts of line items on a day.
func lineAmounts() plan.Fields {
	return plan.Fields{
		"quantity": quantityOf(ownUnit, governingQuantity).Using(&factsOfLines.Fact),
		"granted": lineAmount(func(a entitlement.Amounts) *measured { return orUnlimited(a, a.Granted) },
			"granted", "unlimited"),
		"overdraft": lineAmount(func(a entitlement.Amounts) *measured { return baseUnits(a.Overdraft) }, "overdraft"),
		"excess":    lineAmount(func(a entitlement.Amounts) *measured { return baseUnits(a.Excess) }, "excess"),
		"used":      lineAmount(func(a entitlement.Amounts) *measured { return baseUnits(a.Used) }, "used"),
		"free": lineAmount(func(a entitlement.Amounts) *measured { return orUnlimited(a, a.Free()) },
			"granted", "overdraft", "excess", "used", "unlimited"),
	}
}

func baseUnits(n int64) *measured { return &measured{numerator: n, denominator: 1} }

func orUnlimited(a entitlement.Amounts, n int64) *measured {
	if a.Unlimited {
		return &measured{Unlimited: true, denominator: 1}
	}
	return baseUnits(n)
}

// lineAmount declares an amount of a line item on a day. The amounts of today are stored with the line item and need no
// statement. needs are the columns from which the amount is computed.
func lineAmount(of func(entitlement.Amounts) *measured, needs ...string) *plan.Field {
	return quantityOrError(ownUnit, func(c *plan.Call, r plan.Row) (*measured, error) {
		if on := c.On(); on != c.Today {
			a, err := amountsOfLines.Of(c, r, on)
			return of(a), err
		}
		var a entitlement.Amounts
		for _, column := range needs {
			switch column {
			case "granted":
				a.Granted = r.Int(column)
			case "overdraft":
				a.Overdraft = r.Int(column)
			case "excess":
				a.Excess = r.Int(column)
			case "used":
				a.Used = r.Int(column)
			case "unlimited":
				a.Unlimited = r.Bool(column)
			}
		}
		return of(a), nil
	}, needs...).AskingFor("on", &amountsOfLines.Question)
}

// amountsOfLines is the amounts of line items on a day other than today.
var amountsOfLines = plan.Ask(func(c *plan.Call, on day.Day, rows []plan.Row) ([]entitlement.Amounts, error) {
	stored := make([]entitlement.Amounts, len(rows))
	for i, r := range rows {
		stored[i].Used = r.Int("used")
	}
	return entitlement.AmountsOn(c, c.View, on, c.Today, plan.IDs(rows, "id"), stored)
}, "id", "used")
