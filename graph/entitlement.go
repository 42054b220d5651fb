package graph

import (
	"cmp"
	"fmt"

	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/activation"
	"github.com/muniment/muniment/internal/coverage"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

func entitlementSubject() subject {
	return subject{
		objects: []*plan.Object{
			quantityObject(),
			positionObject(),
			paceObject(),
			renewalObject(),
			renewalAmountObject(),
			renewalForecastObject(),
			forecastMonthObject(),
			forecastSumsObject(),
			forecastLinePageObject(),
			forecastLineObject(),
			coveredQuantityObject(),
			coverageSegmentObject(),
			{Name: "EvergreenTerm", Value: (*entitlement.EvergreenTerm)(nil)},
			{Name: "Entitlement", ID: gid.Entitlement, Table: table("entitlements"), Fields: plan.Fields{
				"account":        plan.One("account_id"),
				"channelPartner": plan.One("channel_partner_id"),
				"orderReference": orderReference("order_reference"),
				"decision":       decisionOn(),
				"decisions":      shortList("subject_id", newestFirst),
				"lineItems": pageBy[model.LineItemOrder](lineItemOrdersOfEntitlement,
					plan.List{Partition: "entitlement_id"}),
				"coverages":   pageOf("entitlement_id", coverage.ByLastDay),
				"externalIds": externalIDs(), "customFields": customFields(),
			}},
			{Name: "OrderReference", Value: (*order)(nil)},
			{Name: "DecisionRecord", ID: gid.Decision, Table: table("decisions"),
				Fields: plan.Fields{
					"account": plan.One("account_id"), "actor": author("actor_id", "actor"),
					"perpetual": plan.Plain(func(_ *plan.Call, r plan.Row) any {
						return day.Day(r.Int("ends_on")) == day.Forever
					}, "ends_on"),
					"liftedBy": author("lifted_by_id", "lifted_by"),
				}},
			{Name: "LineItem", ID: gid.LineItem, Table: table("line_items"),
				Fields: merge(lineRelations(), lineAmounts(), lineState(), lineCoverage())},
			{Name: "Period", ID: gid.Period, Table: table("periods"), Fields: plan.Fields{
				"account":        plan.One("account_id"),
				"decision":       decisionOn(),
				"decisions":      shortList("subject_id", newestFirst),
				"orderReference": orderReference("order_id", "order_line"),
				"lineItem":       plan.One("line_item_id"),
				"quantity":       amountOrUnlimited("quantity", unitOfLine),
				"overdraft":      amount("overdraft", unitOfLine),
				"evergreen": plan.Plain(func(_ *plan.Call, r plan.Row) any {
					return !r.Null("cancel_days") && !r.Bool("perpetual")
				}, "cancel_days", "perpetual"),
				"status":   plan.Value(periodStatus, "id", "created_at").Using(&factsOfPeriods.Fact),
				"renews":   plan.One("renews_id"),
				"amends":   plan.One("amends_id"),
				"replaces": plan.One("replaces_id"),
				"replacedBy": plan.Key(func(_ *plan.Call, r plan.Row) gid.ID {
					return replacements.Of(r)
				}).Using(&replacements.Fact),
				"partNumber":          plan.One("part_number_id"),
				"licenseModelVersion": plan.One("license_model_version_id"),
				"price":               paid("price_minor"),
				"instalments":         paidList("period_id", entitlement.InstalmentsInOrder),
			}},
			{Name: "Instalment", Table: table("instalments"), Fields: plan.Fields{"price": money("price_minor")}},
			{Name: "LineageStep", Table: table("lineage_steps"), Fields: plan.Fields{
				"quantity":    amount("quantity", unitOfLine),
				"counterpart": plan.One("counterpart_id"),
			}},
			{Name: "LedgerEntry", Table: table("ledger_entries"), Fields: plan.Fields{
				"amount": amount("amount", unitOfLine),
				"excess": amount("excess", unitOfLine),
				"actor":  author("actor_id", "actor"),
			}},
		},
		queries: plan.Fields{
			"period":      byID(),
			"entitlement": byID(),
			"entitlements": pageBy[model.EntitlementOrder](entitlementOrders,
				plan.List{Filter: entitlementFilter}).
				Unless(licensedBy(func(f *model.EntitlementFilterInput) (*gid.ID, *bool) {
					return f.Account, f.IncludeSubAccounts
				})),
			"lineItem": byID(),
			"lineItems": pageBy[model.LineItemOrder](lineItemOrders, plan.List{Filter: lineFilter}).
				Unless(licensedBy(func(f *model.LineItemFilterInput) (*gid.ID, *bool) {
					return f.Account, f.IncludeSubAccounts
				})),
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
		"periods": plan.Page(plan.List{Partition: "line_item_id", Order: entitlement.PeriodsInOrder,
			Filter: onDay(entitlement.PeriodsOn)}),
		"coverageItems": plan.Page(plan.List{Partition: "line_item_id", Order: ordered,
			Filter: onDay(coverage.ItemsOn)}),
		"activations": plan.Page(plan.List{Partition: "line_item_id", Order: activation.NewestActivations,
			Filter: activationFilterOfOwn}),
		"allocations": pageOf("line_item_id", activation.AllocationsByID),
		"lineage":     shortList("line_item_id", ordered),
		"ledger":      pageOf("line_item_id", newestFirst),
		"externalIds": externalIDs(), "customFields": customFields(),
		"decision":  decisionOn(),
		"decisions": shortList("subject_id", newestFirst),
	}
}

// decisionOn answers which decision about the object itself holds on a day.
func decisionOn() *plan.Field {
	return ifKnown(func(c *plan.Call, r plan.Row) any {
		decisions := decisionsAbout.Of(r)
		if at := knownAt(c); at != nil {
			decisions = decisions.KnownAt(*at)
		}
		return decisions.On(c.On())
	}).Using(&decisionsAbout.Fact)
}

// decisionsAbout are the decisions about each entitlement, line item or period.
var decisionsAbout = plan.NewFacts(func(c *plan.Call, rows []plan.Row) ([]entitlement.Decisions, error) {
	out := make([]entitlement.Decisions, len(rows))
	var decisions entitlement.DecisionReader
	for i, r := range rows {
		decisions.About(r.Bool("decided"), int64(r.ID("id")), func(d entitlement.Decisions) { out[i] = d })
	}
	return out, decisions.Read(c, c.View)
}, "id", "decided")

const ownUnit = "unit_id"

func lineState() plan.Fields {
	return plan.Fields{
		"status": ifKnown(func(c *plan.Call, r plan.Row) any {
			return factsOfLines.Of(r).KnownAt(knownAt(c)).Status(c.On())
		}).Using(&factsOfLines.Fact),
		"daysLeft": ifKnown(func(c *plan.Call, r plan.Row) any {
			return daysOrNil(factsOfLines.Of(r).KnownAt(knownAt(c)).DaysLeft(c.On()))
		}).Using(&factsOfLines.Fact),
		"evergreen": ifKnown(func(c *plan.Call, r plan.Row) any {
			if term := factsOfLines.Of(r).KnownAt(knownAt(c)).Evergreen(c.On()); term != nil {
				return term
			}
			return nil
		}).Using(&factsOfLines.Fact),
		"isCovered":         ifKnown(isCovered).Using(&coveragesOfLines.Fact, &factsOfLines.Fact),
		"coverageInForce":   plan.Key(coveringItem).Using(&coveragesOfLines.Fact, &factsOfLines.Fact),
		"coverageEndsOn":    plan.Plain(coverageEndsOn).Using(&coveredUntil.Fact),
		"coveragePerpetual": plan.Plain(coveragePerpetual).Using(&coveredUntil.Fact),
		"perpetual": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			return entitlement.Perpetual(factsOfLines.Of(r).Periods)
		}).Using(&factsOfLines.Fact),
	}
}

// factsOfLines is the data from which the status of each line item is computed.
var factsOfLines = plan.NewFacts(func(c *plan.Call, rows []plan.Row) ([]*entitlement.Facts, error) {
	return entitlement.FactsOf(c, c.View, plan.IDs(rows, "id"))
}, "id")

// factsOfPeriods is the same for the line item of each period.
var factsOfPeriods = plan.NewFacts(func(c *plan.Call, rows []plan.Row) ([]*entitlement.Facts, error) {
	return entitlement.FactsOf(c, c.View, plan.IDs(rows, "line_item_id"))
}, "line_item_id")

// replacements are the periods that replace each period.
var replacements = plan.NewFacts(func(c *plan.Call, rows []plan.Row) ([]gid.ID, error) {
	return entitlement.ReplacementsOf(c, c.View, plan.IDs(rows, "id"))
}, "id")

func periodStatus(c *plan.Call, r plan.Row) (any, error) {
	at := knownAt(c)
	if isLater(r, at) {
		return nil, nil
	}
	facts := factsOfPeriods.Of(r).KnownAt(at)
	for i := range facts.Periods {
		if facts.Periods[i].ID == r.ID("id") {
			return facts.PeriodStatus(&facts.Periods[i], c.On()), nil
		}
	}
	return nil, fmt.Errorf("period %s is not among the periods of its line", r.ID("id"))
}

func periodInForce(c *plan.Call, r plan.Row) gid.ID {
	if p := factsOfLines.Of(r).KnownAt(knownAt(c)).InForce(c.On()); p != nil {
		return p.ID
	}
	return 0
}

// governingQuantity returns the quantity of the period that governs a line item on a day; nil if it is unknown.
func governingQuantity(c *plan.Call, r plan.Row) *measured {
	p := factsOfLines.Of(r).KnownAt(knownAt(c)).Governing(c.On())
	switch {
	case p == nil || p.Quantity == nil && !p.Unlimited:
		return nil
	case p.Unlimited:
		return &measured{Unlimited: true, denominator: 1}
	}
	return &measured{numerator: *p.Quantity, denominator: 1}
}

// daysOrNil returns days, or nil if there is no last day.
func daysOrNil(days int, ends bool) any {
	if !ends {
		return nil
	}
	return days
}

// onDay returns a filter with the condition where for the argument on, if that is given.
func onDay(where func(day.Day) page.Where) func(*plan.Call) (page.Where, any, error) {
	return func(c *plan.Call) (page.Where, any, error) {
		on := plan.Arg[*day.Day](c, "on")
		if on == nil {
			return nil, nil, nil
		}
		return where(*on), *on, nil
	}
}

var (
	entitlementOrders = []page.Order{entitlement.NewestEntitlements, entitlement.EntitlementsByNumber,
		entitlement.EntitlementsUpdated}
	lineItemOrders = []page.Order{entitlement.LineItemsByLastDay, entitlement.NewestLineItems,
		entitlement.LineItemsUpdated}
	// lineItemOrdersOfEntitlement begin with the oldest line items if they are sorted by creation.
	lineItemOrdersOfEntitlement = []page.Order{entitlement.OldestLineItems, entitlement.LineItemsByLastDay,
		entitlement.LineItemsUpdated}
)

func entitlementFilter(c *plan.Call) (page.Where, any, error) {
	var filter entitlement.Filter
	if f := plan.Arg[*model.EntitlementFilterInput](c, "filter"); f != nil {
		filter = entitlement.Filter{
			Account: orNone(f.Account), IncludeSubAccounts: orFalse(f.IncludeSubAccounts),
			ChannelPartner: orNone(f.ChannelPartner),
			ProductLine:    orNone(f.ProductLine), Product: orNone(f.Product),
			NumberStartsWith: searched(f.NumberStartsWith),
			Decisions:        f.Decision, On: dayOfDecisions(c, f.Decision),
			UpdatedSince: f.UpdatedSince,
		}
	}
	where, err := filter.Where(chosenOrder[model.EntitlementOrder](c, entitlementOrders))
	return where, filter, err
}

// entitlementFilterOfAccount is the filter for the entitlements of one account.
func entitlementFilterOfAccount(c *plan.Call) (page.Where, any, error) {
	var filter entitlement.Filter
	if f := plan.Arg[*model.AccountEntitlementFilterInput](c, "filter"); f != nil {
		filter = entitlement.Filter{ChannelPartner: orNone(f.ChannelPartner), ProductLine: orNone(f.ProductLine),
			Product: orNone(f.Product), NumberStartsWith: searched(f.NumberStartsWith),
			Decisions: f.Decision, On: dayOfDecisions(c, f.Decision), UpdatedSince: f.UpdatedSince}
	}
	return conditionOrNil(filter.Condition, filter.Narrows()), filter, nil
}

// dayOfDecisions is the day on which one of some decisions is to hold: today, or none if there are no decisions. A
// cursor is valid for the filter with its day.
func dayOfDecisions(c *plan.Call, decisions []vocabulary.Decision) day.Day {
	if len(decisions) == 0 {
		return 0
	}
	return c.Today
}

// conditionOrNil returns the condition of a filter, or nil if the filter is empty. A list without a condition is
// cheaper.
func conditionOrNil(where page.Where, narrows bool) page.Where {
	if !narrows {
		return nil
	}
	return where
}

// coveredLines is a filter for line items that adds a condition on coverage to entitlement.LineFilter.
type coveredLines struct {
	entitlement.LineFilter
	Covered *bool
}

func (f coveredLines) condition(q *page.Query) {
	f.Condition(q)
	if f.Covered != nil {
		coverage.LinesCovered(*f.Covered, f.On)(q)
	}
}

func lineFilterOf(c *plan.Call, f *model.AccountLineItemFilterInput) (coveredLines, error) {
	ends, endsErr := dayRange("filter.endsBetween", f.EndsBetween)
	coverageEnds, coverageErr := dayRange("filter.coverageEndsBetween", f.CoverageEndsBetween)
	dayErr := page.CheckDayIsRead(f.On,
		len(f.Status) > 0 || f.Covered != nil || f.HasFree != nil || f.HasExcess != nil,
		"Give one of status, covered, hasFree and hasExcess too, or leave filter.on out.")
	return coveredLines{entitlement.LineFilter{
		Entitlement: orNone(f.Entitlement), ProductLine: orNone(f.ProductLine), Product: orNone(f.Product),
		Unit: orNone(f.Unit), Statuses: f.Status, On: dayOr(f.On, c.Today), Today: c.Today, Ends: ends,
		CoverageEnds: coverageEnds, ActivationIDStartsWith: searched(f.ActivationIDStartsWith),
		Text:    searched(f.Text),
		HasFree: f.HasFree, HasExcess: f.HasExcess, Perpetual: f.Perpetual, Evergreen: f.Evergreen,
		UpdatedSince: f.UpdatedSince,
	}, f.Covered}, cmp.Or(endsErr, coverageErr, dayErr)
}

func lineFilter(c *plan.Call) (page.Where, any, error) {
	var filter coveredLines
	if f := plan.Arg[*model.LineItemFilterInput](c, "filter"); f != nil {
		var err error
		filter, err = lineFilterOf(c, &model.AccountLineItemFilterInput{Entitlement: f.Entitlement,
			ProductLine: f.ProductLine,
			Product:     f.Product, Unit: f.Unit, Text: f.Text, Status: f.Status, Covered: f.Covered, On: f.On,
			HasFree:   f.HasFree,
			HasExcess: f.HasExcess, Perpetual: f.Perpetual, Evergreen: f.Evergreen, EndsBetween: f.EndsBetween,
			CoverageEndsBetween:    f.CoverageEndsBetween,
			ActivationIDStartsWith: f.ActivationIDStartsWith, UpdatedSince: f.UpdatedSince})
		if err != nil {
			return nil, nil, err
		}
		filter.Account, filter.IncludeSubAccounts = orNone(f.Account), orFalse(f.IncludeSubAccounts)
	}
	order := chosenOrder[model.LineItemOrder](c, lineItemOrders)
	return filter.condition, filter, filter.Check(order, filter.Covered != nil)
}

// lineFilterOfAccount is the filter for the line items of one account.
func lineFilterOfAccount(c *plan.Call) (page.Where, any, error) {
	f := plan.Arg[*model.AccountLineItemFilterInput](c, "filter")
	if f == nil {
		return nil, coveredLines{}, nil
	}
	filter, err := lineFilterOf(c, f)
	return filter.condition, filter, err
}

func dayOr(on *day.Day, today day.Day) day.Day {
	if on == nil {
		return today
	}
	return *on
}

// dayRange reads a range of days. It returns BAD_RANGE if it ends before it begins.
func dayRange(field string, d *model.DayRangeInput) (*entitlement.Interval, error) {
	if d == nil {
		return nil, nil
	}
	return &entitlement.Interval{First: d.From, Last: d.To}, page.CheckDays(field, d.From, d.To)
}
