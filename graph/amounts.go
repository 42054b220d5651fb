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

// lineAmount declares an amount of a line item on a day. Today's is what the line stores, for which no statement is
// run, unless the line is due. needs are the columns of which it is made.
func lineAmount(of func(entitlement.Amounts) *measured, needs ...string) *plan.Field {
	return quantityOrError(ownUnit, func(c *plan.Call, r plan.Row) (*measured, error) {
		s := entitlement.Stored{InForceUntil: r.Day("in_force_until"), NextStartsOn: r.Day("next_starts_on")}
		if on := c.On(); on != c.Today || s.Due(c.Today) {
			a, err := amountsOfLines.Of(c, r, on)
			return of(a), err
		}
		for _, column := range needs {
			switch column {
			case "granted":
				s.Granted = r.Int(column)
			case "overdraft":
				s.Overdraft = r.Int(column)
			case "excess":
				s.Excess = r.Int(column)
			case "used":
				s.Used = r.Int(column)
			case "unlimited":
				s.Unlimited = r.Bool(column)
			}
		}
		return of(s.Amounts), nil
	}, append(needs, "in_force_until", "next_starts_on")...).Asking(&amountsOfLines.Question)
}

// amountsOfLines are the amounts of line items on another day than today, or of today if they are due. The stored ones
// are not asked for.
var amountsOfLines = plan.Ask(func(c *plan.Call, on day.Day, rows []plan.Row) ([]entitlement.Amounts, error) {
	stored := make([]entitlement.Stored, len(rows))
	for i, r := range rows {
		stored[i] = entitlement.Stored{Amounts: entitlement.Amounts{Used: r.Int("used")},
			InForceUntil: r.Day("in_force_until"), NextStartsOn: r.Day("next_starts_on")}
	}
	return entitlement.AmountsOn(c, c.View, on, c.Today, plan.IDs(rows, "id"), stored)
}, "id", "used", "in_force_until", "next_starts_on")
