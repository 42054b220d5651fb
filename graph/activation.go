package graph

import (
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/activation"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
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
				"activations": plan.Page(plan.List{Partition: "device_id", Order: activation.NewestActivations,
					Filter: activationFilterOfOwn}),
				"externalIds": externalIDs(), "customFields": customFields(),
			}},
			{Name: "LicenseServer", ID: gid.LicenseServer, Table: table("license_servers"), Fields: plan.Fields{
				"account":     plan.One("account_id"),
				"machine":     machineKind(),
				"allocations": pageOf("license_server_id", activation.AllocationsByID),
				"devices":     pageOf("license_server_id", activation.DevicesByName),
				"externalIds": externalIDs(),
			}},
			{Name: "Allocation", ID: gid.Allocation, Table: table("allocations"), Fields: plan.Fields{
				"account": plan.One("account_id"),
				"perpetual": plan.Plain(func(_ *plan.Call, r plan.Row) any {
					return r.Null("ends_on") && entitlement.Perpetual(periodsOfLines.Of(r).Periods)
				}, "ends_on").Using(&periodsOfLines.Fact),
				"licenseServer": plan.One("license_server_id"),
				"lineItem":      plan.One("line_item_id"),
				"period":        plan.One("period_id"),
				"quantity":      amount("quantity", unitOfLine),
				"requested":     amount("requested", unitOfLine),
			}},
			{Name: "Activation", ID: gid.Activation, Table: table("activations"), Fields: plan.Fields{
				"account": plan.One("account_id"),
				"endsOn": plan.Plain(func(_ *plan.Call, r plan.Row) any {
					if hasOwnTerm(r) {
						return r.Day("ends_on")
					}
					return r.Day("line_item_id.ends_on")
				}, "ends_on", "line_item_id.ends_on", "period_id.start_rule"),
				"perpetual": plan.Plain(func(_ *plan.Call, r plan.Row) any {
					if hasOwnTerm(r) {
						return r.Null("ends_on") && r.Bool("period_id.perpetual")
					}
					return entitlement.Perpetual(periodsOfLines.Of(r).Periods)
				}, "ends_on", "period_id.start_rule", "period_id.perpetual").Using(&periodsOfLines.Fact),
				"recordedEndsOn": dayColumn("ends_on"),
				"lineItem":       plan.One("line_item_id"),
				"period":         plan.One("period_id"),
				"device":         plan.One("device_id"),
				"quantity":       amount("quantity", unitOfLine),
				"overdraft":      amount("overdraft", unitOfLine),
			}},
		},
		queries: plan.Fields{
			"device":        byID(),
			"licenseServer": byID(),
			"allocation":    byID(),
			"activation":    byID(),
			"devices": pageBy[model.DeviceOrder](deviceOrders, plan.List{Filter: deviceFilter}).
				Unless(licensedBy(func(f *model.DeviceFilterInput) (*gid.ID, *bool) {
					return f.Account, f.IncludeSubAccounts
				})),
			"licenseServers": pageBy[model.LicenseServerOrder](licenseServerOrders,
				plan.List{Filter: licenseServerFilter}).
				Unless(licensedBy(func(f *model.LicenseServerFilterInput) (*gid.ID, *bool) {
					return f.Account, f.IncludeSubAccounts
				})),
			"activations": pageBy[model.ActivationOrder](activationOrders, plan.List{Filter: activationFilter}).
				Unless(licensedBy(func(f *model.ActivationFilterInput) (*gid.ID, *bool) {
					return f.Account, f.IncludeSubAccounts
				})),
		},
	}
}

// hasOwnTerm reports whether an activation has its own last day. Otherwise it ends with its line item.
func hasOwnTerm(r plan.Row) bool {
	return !r.Null("period_id.start_rule") &&
		vocabulary.StartRule(r.Text("period_id.start_rule")) == vocabulary.StartRuleEachActivation
}

// periodsOfLines reads the periods of the line items to which rows belong.
var periodsOfLines = plan.NewFacts(func(c *plan.Call, rows []plan.Row) ([]*entitlement.Facts, error) {
	return entitlement.PeriodsOf(c, c.View, plan.IDs(rows, "line_item_id"))
}, "line_item_id")

// machineKind declares the field for the kind of machine. Rows of older imports hold the text of the source; text that
// is not a known kind gives null.
func machineKind() *plan.Field {
	return plan.Plain(
		func(_ *plan.Call, r plan.Row) any { return vocabulary.MachineKindOf(r.Text("machine")) }, "machine")
}

// The orders of the lists of all accounts.
var (
	deviceOrders        = []page.Order{activation.DevicesUpdated, activation.DevicesByName}
	licenseServerOrders = []page.Order{activation.LicenseServersUpdated, activation.LicenseServersByName}
	activationOrders    = []page.Order{activation.ActivationsUpdated, activation.NewestActivations}
)

func deviceFilter(c *plan.Call) (page.Where, any, error) {
	var filter activation.DeviceFilter
	if f := plan.Arg[*model.DeviceFilterInput](c, "filter"); f != nil {
		filter = activation.DeviceFilter{Account: orNone(f.Account), IncludeSubAccounts: orFalse(f.IncludeSubAccounts),
			Kinds: f.Kind, Statuses: f.Status, Text: searched(f.Text), ProductLine: orNone(f.ProductLine),
			Today: dayOf(f.ProductLine, c.Today), NotSeenSince: f.NotSeenSince, UpdatedSince: f.UpdatedSince}
	}
	where, err := filter.Where(chosenOrder[model.DeviceOrder](c, deviceOrders))
	return where, filter, err
}

// deviceFilterOfAccount is the filter for the devices of one account.
func deviceFilterOfAccount(c *plan.Call) (page.Where, any, error) {
	f := plan.Arg[*model.AccountDeviceFilterInput](c, "filter")
	if f == nil {
		return nil, activation.DeviceFilter{}, nil
	}
	filter := activation.DeviceFilter{Kinds: f.Kind, Statuses: f.Status, Text: searched(f.Text),
		ProductLine: orNone(f.ProductLine), Today: dayOf(f.ProductLine, c.Today), NotSeenSince: f.NotSeenSince,
		UpdatedSince: f.UpdatedSince}
	return filter.Condition, filter, nil
}

func licenseServerFilter(c *plan.Call) (page.Where, any, error) {
	var filter activation.LicenseServerFilter
	if f := plan.Arg[*model.LicenseServerFilterInput](c, "filter"); f != nil {
		filter = activation.LicenseServerFilter{Account: orNone(f.Account),
			IncludeSubAccounts: orFalse(f.IncludeSubAccounts),
			Deployments:        f.Deployment, Statuses: f.Status, Text: searched(f.Text), UpdatedSince: f.UpdatedSince}
	}
	where, err := filter.Where(chosenOrder[model.LicenseServerOrder](c, licenseServerOrders))
	return where, filter, err
}

// licenseServerFilterOfAccount is the filter for the license servers of one account.
func licenseServerFilterOfAccount(c *plan.Call) (page.Where, any, error) {
	f := plan.Arg[*model.AccountLicenseServerFilterInput](c, "filter")
	if f == nil {
		return nil, activation.LicenseServerFilter{}, nil
	}
	filter := activation.LicenseServerFilter{Deployments: f.Deployment, Statuses: f.Status,
		Text: searched(f.Text), UpdatedSince: f.UpdatedSince}
	return filter.Condition, filter, nil
}

// liveOn returns the day on which activations must be live; nil means no condition.
func liveOn(c *plan.Call, liveOnly *bool) *day.Day {
	if !orFalse(liveOnly) {
		return nil
	}
	return &c.Today
}

func activationFilter(c *plan.Call) (page.Where, any, error) {
	var filter activation.Filter
	if f := plan.Arg[*model.ActivationFilterInput](c, "filter"); f != nil {
		filter = activation.Filter{Account: orNone(f.Account), IncludeSubAccounts: orFalse(f.IncludeSubAccounts),
			LineItem: orNone(f.LineItem), Device: orNone(f.Device), LiveOn: liveOn(c, f.LiveOnly),
			UpdatedSince: f.UpdatedSince}
	}
	where, err := filter.Where(chosenOrder[model.ActivationOrder](c, activationOrders))
	return where, filter, err
}

// activationFilterOfAccount is the filter for the activations of one account.
func activationFilterOfAccount(c *plan.Call) (page.Where, any, error) {
	var filter activation.Filter
	if f := plan.Arg[*model.AccountActivationFilterInput](c, "filter"); f != nil {
		filter = activation.Filter{LineItem: orNone(f.LineItem), Device: orNone(f.Device),
			LiveOn:       liveOn(c, f.LiveOnly),
			UpdatedSince: f.UpdatedSince}
	}
	return conditionOrNil(filter.Condition, filter != (activation.Filter{})), filter, nil
}

// activationFilterOfOwn is the filter for the activations of a line item or a device.
func activationFilterOfOwn(c *plan.Call) (page.Where, any, error) {
	var filter activation.Filter
	if f := plan.Arg[*model.OwnActivationFilterInput](c, "filter"); f != nil {
		filter = activation.Filter{LiveOn: liveOn(c, f.LiveOnly), UpdatedSince: f.UpdatedSince}
	}
	return conditionOrNil(filter.Condition, filter != (activation.Filter{})), filter, nil
}

// dayOf returns the day for a condition, and 0 without it, so that cursors of other lists last beyond midnight.
func dayOf(condition *gid.ID, today day.Day) day.Day {
	if condition == nil {
		return 0
	}
	return today
}
