package graph

import (
	"cmp"

	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/coverage"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

func coverageSubject() subject {
	return subject{
		objects: []*plan.Object{
			{Name: "Coverage", ID: gid.Coverage, Table: table("coverages"), Fields: plan.Fields{
				"account": plan.One("account_id"),
				"decision": ifKnown(func(c *plan.Call, r plan.Row) any {
					return coverageFact(r).KnownAt(knownAt(c)).Own.On(c.On())
				}, coverageFactColumns...).Using(&decisionsOfCoverages.Fact),
				"decisions":      shortList("subject_id", newestFirst),
				"orderReference": orderReference("order_id", "order_line"),
				"entitlement":    plan.One("entitlement_id"),
				"level":          plan.One("level_id"),
				"product":        plan.One("product_id"),
				"productLine":    plan.One("product_line_id"),
				"partNumber":     plan.One("part_number_id"),
				"renews":         plan.One("renews_id"),
				"replaces":       plan.One("replaces_id"),
				"replacedBy": plan.Key(func(_ *plan.Call, r plan.Row) gid.ID {
					return correctionsOfCoverages.Of(r)
				}).Using(&correctionsOfCoverages.Fact),
				"status": ifKnown(func(c *plan.Call, r plan.Row) any {
					return coverageFact(r).KnownAt(knownAt(c)).Status(c.On())
				}, coverageFactColumns...).Using(&decisionsOfCoverages.Fact),
				"daysLeft": ifKnown(func(c *plan.Call, r plan.Row) any {
					return daysOrNil(coverageFact(r).KnownAt(knownAt(c)).DaysLeft(c.On()))
				}, coverageFactColumns...).Using(&decisionsOfCoverages.Fact),
				"items":       pageOf("coverage_id", ordered),
				"externalIds": externalIDs(),
			}},
			{Name: "CoverageItem", ID: gid.CoverageItem, Table: table("coverage_items"), Fields: plan.Fields{
				"account":  plan.One("account_id"),
				"coverage": plan.One("coverage_id"),
				"lineItem": plan.One("line_item_id"),
				"quantity": amount("quantity", unitOfLine),
				"level":    plan.Key(levelForLine, "level_id", "coverage_id.level_id"),
				"price":    paid("price_minor"),
				"decision": plan.Plain(func(c *plan.Call, r plan.Row) any {
					return decisionsAbout.Of(r).On(c.On())
				}).Using(&decisionsAbout.Fact),
				"decisions": shortList("subject_id", newestFirst),
			}},
		},
		queries: plan.Fields{
			"coverage":     byID(),
			"coverageItem": byID(),
			"coverages": pageBy[model.CoverageOrder](coverageOrders, plan.List{Filter: coverageFilter}).
				Unless(licensedBy(func(f *model.CoverageFilterInput) (*gid.ID, *bool) {
					return f.Account, f.IncludeSubAccounts
				})),
		},
	}
}

// correctionsOfCoverages are the coverages that correct coverages.
var correctionsOfCoverages = plan.NewFacts(func(c *plan.Call, rows []plan.Row) ([]gid.ID, error) {
	return coverage.CorrectionsOf(c, c.View, plan.IDs(rows, "id"))
}, "id")

// decisionsOfCoverages are the decisions about each coverage and its entitlement.
var decisionsOfCoverages = plan.NewFacts(func(c *plan.Call, rows []plan.Row) ([]coverage.Ruled, error) {
	return coverage.RuledOf(c, c.View, plan.IDs(rows, "id"))
}, "id")

var coverageFactColumns = []string{"kind", "starts_on", "ends_on", "perpetual"}

// coverageFact returns the data from which the status of a coverage is computed.
func coverageFact(r plan.Row) coverage.Fact {
	ruled := decisionsOfCoverages.Of(r)
	return coverage.Fact{Kind: vocabulary.CoverageKind(r.Text("kind")), First: r.Day("starts_on"),
		Last: day.Day(r.Int("ends_on")), Perpetual: r.Bool("perpetual"), Own: ruled.Own, Header: ruled.Header}
}

// coveragesOfLines is the coverages of each line item.
var coveragesOfLines = plan.NewFacts(func(c *plan.Call, rows []plan.Row) ([][]coverage.Fact, error) {
	return coverage.FactsOfLines(c, c.View, plan.IDs(rows, "id"))
}, "id")

// isCovered tells whether a coverage of a kind, or of any kind, covers a line item on a day.
func isCovered(c *plan.Call, r plan.Row) any {
	return coveringItem(c, r) != 0
}

// coveringItem is the item of the coverage that covers a line item on a day; 0 if none does.
func coveringItem(c *plan.Call, r plan.Row) gid.ID {
	line, coverages := coverageKnown(c, r)
	f := coverage.InForce(line, coverages, kindAsked(c), c.On())
	if f == nil {
		return 0
	}
	return f.Item
}

// levelForLine returns the level of a coverage item, or the level of its coverage if the item has none.
func levelForLine(_ *plan.Call, r plan.Row) gid.ID {
	if id := r.ID("level_id"); id != 0 {
		return id
	}
	return r.ID("coverage_id.level_id")
}

// coveredUntil is the end of the coverages of each line item.
var coveredUntil = plan.NewFacts(func(c *plan.Call, rows []plan.Row) ([]coverage.Until, error) {
	return coverage.UntilOfLines(c, c.View, plan.IDs(rows, "id"))
}, "id")

func coverageEndsOn(_ *plan.Call, r plan.Row) any { return coveredUntil.Of(r).Last }

func coveragePerpetual(_ *plan.Call, r plan.Row) any { return coveredUntil.Of(r).Perpetual }

var coverageOrders = []page.Order{coverage.ByLastDay, coverage.Newest, coverage.Updated}

func coverageFilterOf(c *plan.Call, f *model.AccountCoverageFilterInput) (coverage.Filter, error) {
	ends, endsErr := dayRange("filter.endsBetween", f.EndsBetween)
	dayErr := page.CheckDayIsRead(f.On, len(f.Status) > 0 || len(f.Decision) > 0,
		"Give filter.status or filter.decision too, or leave filter.on out.")
	return coverage.Filter{
		ProductLine: orNone(f.ProductLine), Product: orNone(f.Product), Level: orNone(f.Level), Kinds: f.Kind,
		Decisions: f.Decision, Statuses: f.Status, On: dayOr(f.On, c.Today), Ends: ends,
		UpdatedSince: f.UpdatedSince,
	}, cmp.Or(endsErr, dayErr)
}

func coverageFilter(c *plan.Call) (page.Where, any, error) {
	var filter coverage.Filter
	if f := plan.Arg[*model.CoverageFilterInput](c, "filter"); f != nil {
		var err error
		filter, err = coverageFilterOf(c, &model.AccountCoverageFilterInput{ProductLine: f.ProductLine,
			Product: f.Product, Level: f.Level,
			Kind: f.Kind, Decision: f.Decision, Status: f.Status, On: f.On, EndsBetween: f.EndsBetween,
			UpdatedSince: f.UpdatedSince})
		if err != nil {
			return nil, nil, err
		}
		filter.Account, filter.IncludeSubAccounts = orNone(f.Account), orFalse(f.IncludeSubAccounts)
	}
	where, err := filter.Where(chosenOrder[model.CoverageOrder](c, coverageOrders))
	return where, filter, err
}

// coverageFilterOfAccount is the filter for the coverages of one account.
func coverageFilterOfAccount(c *plan.Call) (page.Where, any, error) {
	f := plan.Arg[*model.AccountCoverageFilterInput](c, "filter")
	if f == nil {
		return nil, coverage.Filter{}, nil
	}
	filter, err := coverageFilterOf(c, f)
	return filter.Condition, filter, err
}
