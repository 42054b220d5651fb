package graph

import (
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/activation"
	"github.com/muniment/muniment/internal/coverage"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

func entitlementSubject() subject {
	return subject{
		objects: []*plan.Object{
			quantityObject(),
			{Name: "Entitlement", ID: gid.Entitlement, Table: table("entitlements"), Fields: plan.Fields{
				"account":        plan.One("account_id"),
				"channelPartner": plan.One("channel_partner_id"),
				"decisions":      few("subject_id", newestFirst),
				"lineItems": plan.Page(plan.List{Partition: "entitlement_id", Order: entitlement.OldestLineItems,
					Ordered: oldestUnlessAsked, Orders: []page.Order{entitlement.LineItemsByExpiry}}),
				"coverages":   of("entitlement_id", coverage.ByLastDay),
				"externalIds": externalIDs(),
			}},
			{Name: "DecisionRecord", ID: gid.Decision, Table: table("decisions")},
			{Name: "LineItem", ID: gid.LineItem, Table: table("line_items"), Fields: merge(lineRelations(), lineAmounts(), lineState())},
			{Name: "Period", ID: gid.Period, Table: table("periods"), Fields: plan.Fields{
				"lineItem":            plan.One("line_item_id"),
				"quantity":            amountOrUnlimited("quantity", unitOfLine),
				"overdraft":           amount("overdraft", unitOfLine),
				"status":              plan.Value(periodStatus, "id").Using(&factsOfPeriods.Fact),
				"renews":              plan.One("renews_id"),
				"partNumber":          plan.One("part_number_id"),
				"licenseModelVersion": plan.One("license_model_version_id"),
				"price":               money("price_minor"),
			}},
			{Name: "LineageStep", Table: table("lineage_steps"), Fields: plan.Fields{
				"quantity":    amount("quantity", unitOfLine),
				"counterpart": plan.One("counterpart_id"),
			}},
			{Name: "LedgerEntry", Table: table("ledger_entries"), Fields: plan.Fields{
				"amount": amount("amount", unitOfLine),
				"excess": amount("excess", unitOfLine),
			}},
		},
		queries: plan.Fields{
			"entitlement": byID(),
			"entitlements": plan.Page(plan.List{Order: entitlement.NewestEntitlements, Ordered: entitlementOrder,
				Orders: []page.Order{entitlement.EntitlementsByNumber}, Filter: entitlementFilter}),
			"lineItem": byID(),
			"lineItems": plan.Page(plan.List{Order: entitlement.LineItemsByExpiry, Ordered: lineItemOrder,
				Orders: []page.Order{entitlement.NewestLineItems}, Filter: lineFilter}),
		},
	}
}

func lineRelations() plan.Fields {
	return plan.Fields{
		"account":       plan.One("account_id"),
		"entitlement":   plan.One("entitlement_id"),
		"product":       plan.One("product_id"),
		"productLine":   plan.One("product_line_id"),
		"unit":          plan.One("unit_id"),
		"periodInForce": plan.Key(periodInForce).Using(&factsOfLines.Fact),
		"periods":       of("line_item_id", entitlement.PeriodsInOrder),
		"coverageItems": of("line_item_id", inOrder),
		"activations":   of("line_item_id", activation.NewestActivations),
		"allocations":   of("line_item_id", activation.AllocationsByID),
		"lineage":       few("line_item_id", inOrder),
		"ledger":        of("line_item_id", newestFirst),
		"externalIds":   externalIDs(),
		"decisions":     plan.Short(plan.List{Partition: "subject_id", Order: newestFirst, Keys: subjectsOfLine}).Using(&factsOfLines.Fact),
	}
}

const unitOfItself = "unit_id"

func lineAmounts() plan.Fields {
	return plan.Fields{
		"quantity":  quantityOf(unitOfItself, governing).Using(&factsOfLines.Fact),
		"granted":   amountOrUnlimited("granted", unitOfItself),
		"overdraft": amount("overdraft", unitOfItself),
		"excess":    amount("excess", unitOfItself),
		"used":      amount("used", unitOfItself),
		"free":      quantityOf(unitOfItself, free, "granted", "overdraft", "excess", "used", "unlimited"),
	}
}

func lineState() plan.Fields {
	return plan.Fields{
		"status": plan.Plain(func(c *plan.Call, r plan.Row) any {
			return factsOfLines.Of(r).Status(c.On())
		}).Using(&factsOfLines.Fact),
		"daysLeft": plan.Plain(func(c *plan.Call, r plan.Row) any {
			return daysOrNil(factsOfLines.Of(r).DaysLeft(c.On()))
		}).Using(&factsOfLines.Fact),
		"isCovered":      plan.Plain(isCovered).Using(&coveragesOfLines.Fact),
		"coverageEndsOn": plan.Plain(coverageEndsOn).Using(&lastCoveredDays.Fact),
	}
}

// factsOfLines is what judging lines needs to know.
var factsOfLines = plan.Know(func(c *plan.Call, rows []plan.Row) ([]*entitlement.Facts, error) {
	return entitlement.FactsOf(c, c.View, plan.IDs(rows, "id"))
}, "id")

// factsOfPeriods is the same of the lines to which periods belong.
var factsOfPeriods = plan.Know(func(c *plan.Call, rows []plan.Row) ([]*entitlement.Facts, error) {
	return entitlement.FactsOf(c, c.View, plan.IDs(rows, "line_item_id"))
}, "line_item_id")

func periodStatus(c *plan.Call, r plan.Row) (any, error) {
	facts := factsOfPeriods.Of(r)
	for i := range facts.Periods {
		if facts.Periods[i].ID == r.ID("id") {
			return facts.PeriodStatus(&facts.Periods[i], c.On()), nil
		}
	}
	return nil, fmt.Errorf("period %s is not among the periods of its line", r.ID("id"))
}

func periodInForce(c *plan.Call, r plan.Row) gid.ID {
	if p := factsOfLines.Of(r).InForce(c.On()); p != nil {
		return p.ID
	}
	return 0
}

// subjectsOfLine are what decisions on a line can be about: the line, and its periods.
func subjectsOfLine(_ *plan.Call, r plan.Row) []gid.ID {
	ids := []gid.ID{r.ID("id")}
	for _, p := range factsOfLines.Of(r).Periods {
		ids = append(ids, p.ID)
	}
	return ids
}

// governing is the amount of the period that speaks for a line on a day; nil if it is not known.
func governing(c *plan.Call, r plan.Row) *measured {
	p := factsOfLines.Of(r).Governing(c.On())
	switch {
	case p == nil || p.Quantity == nil && !p.Unlimited:
		return nil
	case p.Unlimited:
		return &measured{Unlimited: true, denominator: 1}
	}
	return &measured{numerator: *p.Quantity, denominator: 1}
}

func free(_ *plan.Call, r plan.Row) *measured {
	if r.Bool("unlimited") {
		return &measured{Unlimited: true, denominator: 1}
	}
	return &measured{denominator: 1, numerator: entitlement.Free(&ent.LineItem{Granted: r.Int("granted"), Overdraft: r.Int("overdraft"),
		Excess: r.Int("excess"), Used: r.Int("used")})}
}

// daysOrNil writes a number of days; nil if there is no last one.
func daysOrNil(days int, ends bool) any {
	if !ends {
		return nil
	}
	return days
}

func entitlementOrder(c *plan.Call) page.Order {
	if o := plan.Arg[*model.EntitlementOrder](c, "orderBy"); o != nil && *o == model.EntitlementOrderNumber {
		return entitlement.EntitlementsByNumber
	}
	return entitlement.NewestEntitlements
}

// lineItemOrder is the order of line items that was asked for.
func lineItemOrder(c *plan.Call) page.Order { return lineItemOrderOr(c, entitlement.LineItemsByExpiry) }

// oldestUnlessAsked is the order inside an entitlement, where lines stand as they were ordered.
func oldestUnlessAsked(c *plan.Call) page.Order {
	return lineItemOrderOr(c, entitlement.OldestLineItems)
}

func lineItemOrderOr(c *plan.Call, none page.Order) page.Order {
	o := plan.Arg[*model.LineItemOrder](c, "orderBy")
	switch {
	case o == nil:
		return none
	case *o == model.LineItemOrderNewest:
		return entitlement.NewestLineItems
	case *o == model.LineItemOrderOldest:
		return entitlement.OldestLineItems
	}
	return entitlement.LineItemsByExpiry
}

func entitlementFilter(c *plan.Call) (page.Where, any, error) {
	var filter entitlement.Filter
	if f := plan.Arg[*model.EntitlementFilterInput](c, "filter"); f != nil {
		filter = entitlement.Filter{
			Account: orNone(f.Account), IncludeSubAccounts: orFalse(f.IncludeSubAccounts), ChannelPartner: orNone(f.ChannelPartner),
			ProductLine: orNone(f.ProductLine), Product: orNone(f.Product), NumberStartsWith: orEmpty(f.NumberStartsWith),
		}
	}
	where, err := filter.Where(entitlementOrder(c))
	return where, filter, err
}

func lineFilterOf(c *plan.Call) entitlement.LineFilter {
	f := plan.Arg[*model.LineItemFilterInput](c, "filter")
	if f == nil {
		return entitlement.LineFilter{}
	}
	on := c.Today
	if f.On != nil {
		on = *f.On
	}
	return entitlement.LineFilter{
		Account: orNone(f.Account), IncludeSubAccounts: orFalse(f.IncludeSubAccounts), ProductLine: orNone(f.ProductLine),
		Product: orNone(f.Product), Unit: orNone(f.Unit), Statuses: f.Status, On: on, Ends: dayRange(f.EndsBetween),
		CoverageEnds: dayRange(f.CoverageEndsBetween), ActivationIDStartsWith: orEmpty(f.ActivationIDStartsWith),
	}
}

func lineFilter(c *plan.Call) (page.Where, any, error) {
	filter := lineFilterOf(c)
	where, err := filter.Where(lineItemOrder(c))
	return where, filter, err
}

// ownLineFilter is lineFilter for the lines of one account.
func ownLineFilter(c *plan.Call) (page.Where, any, error) {
	filter := lineFilterOf(c)
	if err := ownRows(filter.Account, filter.IncludeSubAccounts); err != nil {
		return nil, nil, err
	}
	return filter.Condition, filter, nil
}

// ownRows refuses a filter by account below an account, where it could only contradict.
func ownRows(account gid.ID, includeSubAccounts bool) error {
	if account == 0 && !includeSubAccounts {
		return nil
	}
	return fault.New(fault.BadInput, "filter.account", "The list below an account has the rows of that account only.",
		"Leave filter.account and filter.includeSubAccounts out, or ask the root list of the same name.")
}

func dayRange(d *model.DayRangeInput) *entitlement.Interval {
	if d == nil {
		return nil
	}
	return &entitlement.Interval{First: d.From, Last: d.To}
}
