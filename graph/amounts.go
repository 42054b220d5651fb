package graph

import (
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/eligibility"
	"github.com/muniment/muniment/internal/entitlement"
)

// lineAmounts declares the amounts of line items on a day.
func lineAmounts() plan.Fields {
	return plan.Fields{
		"quantity":  quantityOf(ownUnit, governingQuantity).Using(&factsOfLines.Fact),
		"granted":   lineAmount(granted, "granted", "unlimited"),
		"overdraft": storedAmount(func(a entitlement.Amounts) int64 { return a.Overdraft }, "overdraft"),
		"excess":    storedAmount(func(a entitlement.Amounts) int64 { return a.Excess }, "excess"),
		"used":      storedAmount(func(a entitlement.Amounts) int64 { return a.Used }, "used"),
		"free": lineAmount(free, "granted", "overdraft", "used", "unlimited",
			"id").UsingKeyed(&activeLines.KeyedFact).UsingKeyedFor("knownAt", &activeKnown.KeyedFact),
	}
}

func granted(_ *plan.Call, _ plan.Row, a entitlement.Amounts) (*measured, error) {
	return orUnlimited(a, a.Granted), nil
}

// storedAmount declares an amount that line items store in a column.
func storedAmount(of func(entitlement.Amounts) int64, column string) *plan.Field {
	return lineAmount(func(_ *plan.Call, _ plan.Row, a entitlement.Amounts) (*measured, error) {
		return baseUnits(of(a)), nil
	}, column)
}

// free is what of a line item can still be put to use on a day: nothing unless the line item is ACTIVE.
func free(c *plan.Call, r plan.Row, a entitlement.Amounts) (*measured, error) {
	if at := knownAt(c); at != nil {
		active, err := activeKnown.Of(c, r, dayKnown{c.On(), *at})
		if err != nil || !active {
			return baseUnits(0), err
		}
		return orUnlimited(a, a.Free()), nil
	}
	active, err := activeLines.Of(c, r, c.On())
	if err != nil || !active {
		return baseUnits(0), err
	}
	return orUnlimited(a, a.Free()), nil
}

// activeLines says which line items are ACTIVE on a day.
var activeLines = plan.NewKeyedFacts(func(c *plan.Call, on day.Day, rows []plan.Row) ([]bool, error) {
	return entitlement.AreActive(c, c.View, on, plan.IDs(rows, "id"))
}, "id")

// activeKnown says which line items were ACTIVE on a day as was known at a moment.
var activeKnown = plan.NewKeyedFacts(func(c *plan.Call, k dayKnown, rows []plan.Row) ([]bool, error) {
	facts, err := entitlement.FactsOf(c, c.View, plan.IDs(rows, "id"))
	if err != nil {
		return nil, err
	}
	out := make([]bool, len(facts))
	for i, f := range facts {
		out[i] = eligibility.TakesNew(f.KnownAt(&k.at).Status(k.on))
	}
	return out, nil
}, "id")

// amountOf returns an amount of a line item, of what the line item grants and uses on the day that is asked about.
type amountOf func(*plan.Call, plan.Row, entitlement.Amounts) (*measured, error)

func baseUnits(n int64) *measured { return &measured{numerator: n, denominator: 1} }

func orUnlimited(a entitlement.Amounts, n int64) *measured {
	if a.Unlimited {
		return &measured{Unlimited: true, denominator: 1}
	}
	return baseUnits(n)
}

// lineAmount declares an amount of a line item on a day. Today's is what the line stores, for which no statement is
// run, unless the line is due. needs are the columns of which it is made.
func lineAmount(of amountOf, needs ...string) *plan.Field {
	return quantityOrError(ownUnit, func(c *plan.Call, r plan.Row) (*measured, error) {
		if at := knownAt(c); at != nil {
			if isLater(r, at) {
				return nil, nil
			}
			a, err := amountsKnown.Of(c, r, dayKnown{c.On(), *at})
			if err != nil {
				return nil, err
			}
			return of(c, r, a)
		}
		s := entitlement.Stored{InForceUntil: r.Day("in_force_until"), NextStartsOn: r.Day("next_starts_on")}
		if on := c.On(); on != c.Today || s.Due(c.Today) {
			a, err := amountsOfLines.Of(c, r, on)
			if err != nil {
				return nil, err
			}
			return of(c, r, a)
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
		return of(c, r, s.Amounts)
	}, append(needs, "in_force_until", "next_starts_on", "created_at")...).UsingKeyed(&amountsOfLines.KeyedFact).
		UsingKeyedFor("knownAt", &amountsKnown.KeyedFact)
}

// dayKnown is a day, and the moment as of whose records it is asked about.
type dayKnown struct {
	on day.Day
	at clock.Instant
}

// amountsKnown are the amounts of line items on a day as they were known at a moment.
var amountsKnown = plan.NewKeyedFacts(func(c *plan.Call, k dayKnown, rows []plan.Row) ([]entitlement.Amounts, error) {
	return entitlement.AmountsKnown(c, c.View, k.on, k.at, plan.IDs(rows, "id"))
}, "id")

// amountsOfLines are the amounts of line items on another day than today, or of today if they are due. The stored ones
// are not asked for.
var amountsOfLines = plan.NewKeyedFacts(func(c *plan.Call, on day.Day, rows []plan.Row) ([]entitlement.Amounts,
	error) {
	stored := make([]entitlement.Stored, len(rows))
	for i, r := range rows {
		stored[i] = entitlement.Stored{Amounts: entitlement.Amounts{Used: r.Int("used")},
			InForceUntil: r.Day("in_force_until"), NextStartsOn: r.Day("next_starts_on")}
	}
	return entitlement.AmountsOn(c, c.View, on, c.Today, plan.IDs(rows, "id"), stored)
}, "id", "used", "in_force_until", "next_starts_on")
