package graph

import (
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/usage"
)

func usageSubject() subject {
	const unit = "meter_id.unit_id"
	return subject{objects: []*plan.Object{
		{Name: "Meter", ID: gid.Meter, Table: table("meters"), Fields: plan.Fields{
			"productLine": plan.One("product_line_id"),
			"unit":        plan.One("unit_id"),
		}},
		{Name: "UsageRecord", ID: gid.UsageRecord, Table: table("usage_records"), Fields: plan.Fields{
			"account": plan.One("account_id"),
			"meter":   plan.One("meter_id"),
			"granted": amount("granted", unit),
			"used":    fraction("used_numerator", "denominator", unit),
			"excess":  fraction("excess_numerator", "denominator", unit),
		}},
	}, queries: plan.Fields{
		"meter":       byID(),
		"usageRecord": byID(),
		"meters":      plan.Page(plan.List{Order: usage.MetersByCode, Filter: meterFilter}),
	}}
}

func meterFilter(c *plan.Call) (page.Where, any, error) {
	var filter usage.MeterFilter
	if f := plan.Arg[*model.MeterFilterInput](c, "filter"); f != nil {
		filter.ProductLine = orNone(f.ProductLine)
	}
	return filter.Where, filter, nil
}

// usageFilter is the filter for the usage records of one account.
func usageFilter(c *plan.Call) (page.Where, any, error) {
	f := plan.Arg[*model.UsageRecordFilterInput](c, "filter")
	if f == nil {
		return nil, usage.Filter{}, nil
	}
	filter := usage.Filter{Meter: orNone(f.Meter)}
	if f.Days == nil {
		return filter.Where, filter, nil
	}
	filter.First, filter.Last = f.Days.From, f.Days.To
	return filter.Where, filter, page.CheckDays("filter.days", filter.First, filter.Last)
}
