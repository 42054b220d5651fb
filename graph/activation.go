package graph

import (
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/activation"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

func activationSubject() subject {
	return subject{
		objects: []*plan.Object{
			{Name: "Device", ID: gid.Device, Table: table("devices"), Fields: plan.Fields{
				"account":       plan.One("account_id"),
				"machine":       machineKind(),
				"licenseServer": plan.One("license_server_id"),
				"activations":   of("device_id", activation.NewestActivations),
				"externalIds":   externalIDs(),
			}},
			{Name: "LicenseServer", ID: gid.LicenseServer, Table: table("license_servers"), Fields: plan.Fields{
				"account":     plan.One("account_id"),
				"machine":     machineKind(),
				"allocations": of("license_server_id", activation.AllocationsByID),
				"devices":     of("license_server_id", activation.DevicesByName),
				"externalIds": externalIDs(),
			}},
			{Name: "Allocation", ID: gid.Allocation, Table: table("allocations"), Fields: plan.Fields{
				"account":       plan.One("account_id"),
				"perpetual":     untilSaid("ends_on"),
				"licenseServer": plan.One("license_server_id"),
				"lineItem":      plan.One("line_item_id"),
				"period":        plan.One("period_id"),
				"quantity":      amount("quantity", unitOfLine),
				"requested":     amount("requested", unitOfLine),
			}},
			{Name: "Activation", ID: gid.Activation, Table: table("activations"), Fields: plan.Fields{
				"account":   plan.One("account_id"),
				"perpetual": untilSaid("ends_on"),
				"lineItem":  plan.One("line_item_id"),
				"period":    plan.One("period_id"),
				"device":    plan.One("device_id"),
				"quantity":  amount("quantity", unitOfLine),
				"overdraft": amount("overdraft", unitOfLine),
			}},
		},
		queries: plan.Fields{
			"device":         byID(),
			"licenseServer":  byID(),
			"allocation":     byID(),
			"activation":     byID(),
			"devices":        plan.Page(plan.List{Order: activation.DevicesByName, Filter: deviceFilter}),
			"licenseServers": plan.Page(plan.List{Order: activation.LicenseServersByName, Filter: licenseServerFilter}),
			"activations":    plan.Page(plan.List{Order: activation.NewestActivations, Filter: activationFilter}),
		},
	}
}

// machineKind declares the sort of machine. Rows of older imports hold what the source said; other words are no answer.
func machineKind() *plan.Field {
	return plan.Plain(func(_ *plan.Call, r plan.Row) any { return vocabulary.MachineKindOf(r.Text("machine")) }, "machine")
}

func deviceFilter(c *plan.Call) (page.Where, any, error) {
	f := plan.Arg[model.DeviceFilterInput](c, "filter")
	filter := activation.DeviceFilter{Account: f.Account, IncludeSubAccounts: orFalse(f.IncludeSubAccounts),
		Kind: orEmpty(f.Kind), Status: orEmpty(f.Status)}
	return filter.Where, filter, nil
}

func licenseServerFilter(c *plan.Call) (page.Where, any, error) {
	f := plan.Arg[model.LicenseServerFilterInput](c, "filter")
	filter := activation.LicenseServerFilter{Account: f.Account, IncludeSubAccounts: orFalse(f.IncludeSubAccounts),
		Deployment: orEmpty(f.Deployment)}
	return filter.Where, filter, nil
}

func activationFilter(c *plan.Call) (page.Where, any, error) {
	f := plan.Arg[model.ActivationFilterInput](c, "filter")
	filter := activation.Filter{Account: orNone(f.Account), LineItem: orNone(f.LineItem), Device: orNone(f.Device),
		LiveOnly: orFalse(f.LiveOnly)}
	where, err := filter.Where()
	return where, filter, err
}
