// Package activation has the rules of where rights are in use: devices, license servers, allocations and activations.
// See README.md.
package activation

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/activation"
	"github.com/muniment/muniment/ent/device"
	"github.com/muniment/muniment/ent/licenseserver"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Sort orders of the lists of this package.
var (
	DevicesByName         = page.Order{Name: "NAME", Columns: []string{device.FieldName}}
	LicenseServersByName  = page.Order{Name: "NAME", Columns: []string{licenseserver.FieldName}}
	NewestActivations     = page.Order{Name: "ACTIVATED", Columns: []string{activation.FieldActivatedAt}, Descending: true}
	DevicesUpdated        = page.Order{Name: page.UpdatedOrder, Columns: []string{device.FieldUpdatedAt}}
	LicenseServersUpdated = page.Order{Name: page.UpdatedOrder, Columns: []string{licenseserver.FieldUpdatedAt}}
	ActivationsUpdated    = page.Order{Name: page.UpdatedOrder, Columns: []string{activation.FieldUpdatedAt}}
	AllocationsByID       = page.Order{Name: "ID"}
)

// DeviceFilter selects devices. Zero values mean no condition.
type DeviceFilter struct {
	Account            gid.ID
	IncludeSubAccounts bool
	Kind               vocabulary.DeviceKind
	Status             vocabulary.DeviceStatus
	Text               string
	UpdatedSince       *clock.Instant
}

// Where returns the condition, or FILTER_TOO_BROAD: without an account the order is UPDATED, with UpdatedSince only.
func (f DeviceFilter) Where(o page.Order) (page.Where, error) {
	return f.Condition, across(f.Account, f.UpdatedSince, f.Kind != "" || f.Status != "" || f.Text != "", o)
}

// across returns FILTER_TOO_BROAD for a list of all accounts in another order than UPDATED, or with other filters than since.
func across(account gid.ID, since *clock.Instant, other bool, o page.Order) error {
	if account != 0 {
		return nil
	}
	if o.Name != page.UpdatedOrder {
		return fault.New(fault.FilterTooBroad, "filter.account", "The rows of all accounts together are not listed in this order.",
			"Give filter.account, or order by UPDATED.")
	}
	return page.CheckAcross(since != nil, other, o)
}

// Condition is the condition alone, for lists that belong to one account already.
func (f DeviceFilter) Condition(q *page.Query) {
	if f.Account != 0 {
		account.Within(device.FieldAccountID, f.Account, f.IncludeSubAccounts)(q)
	}
	search.WhereListed(q, device.FieldWords, f.Text)
	changedSince(q, device.FieldUpdatedAt, f.UpdatedSince)
	if f.Kind != "" {
		q.Where(sql.EQ(q.C(device.FieldKind), string(f.Kind)))
	}
	if f.Status != "" {
		q.Where(sql.EQ(q.C(device.FieldStatus), string(f.Status)))
	}
}

func changedSince(q *page.Query, column string, since *clock.Instant) {
	if since != nil {
		q.Where(sql.GTE(q.C(column), int64(*since)))
	}
}

// LicenseServerFilter selects license servers. Zero values mean no condition.
type LicenseServerFilter struct {
	Account            gid.ID
	IncludeSubAccounts bool
	Deployment         vocabulary.Deployment
	UpdatedSince       *clock.Instant
}

// Where returns the condition, or FILTER_TOO_BROAD as DeviceFilter.Where does.
func (f LicenseServerFilter) Where(o page.Order) (page.Where, error) {
	return f.Condition, across(f.Account, f.UpdatedSince, f.Deployment != "", o)
}

// Condition is the condition alone, for lists that belong to one account already.
func (f LicenseServerFilter) Condition(q *page.Query) {
	if f.Account != 0 {
		account.Within(licenseserver.FieldAccountID, f.Account, f.IncludeSubAccounts)(q)
	}
	changedSince(q, licenseserver.FieldUpdatedAt, f.UpdatedSince)
	if f.Deployment != "" {
		q.Where(sql.EQ(q.C(licenseserver.FieldDeployment), string(f.Deployment)))
	}
}

// Filter selects activations. Zero values mean no condition. LiveOnly leaves out returned ones.
type Filter struct {
	Account, LineItem, Device gid.ID
	LiveOnly                  bool
	UpdatedSince              *clock.Instant
}

// Where returns the condition, or FILTER_TOO_BROAD if neither account, line item nor device is given and the order is not UPDATED.
func (f Filter) Where(o page.Order) (page.Where, error) {
	if f.Account != 0 || f.LineItem != 0 || f.Device != 0 {
		return f.Condition, nil
	}
	if o.Name != page.UpdatedOrder {
		return nil, fault.New(fault.FilterTooBroad, "filter", "The activations of all accounts together are not listed in this order.",
			"Give filter.account, filter.lineItem or filter.device, or order by UPDATED.")
	}
	return f.Condition, page.CheckAcross(f.UpdatedSince != nil, f.LiveOnly, o)
}

// Condition is the condition alone, for lists that belong to one account, line item or device already.
func (f Filter) Condition(q *page.Query) {
	for _, c := range []struct {
		column string
		id     gid.ID
	}{{activation.FieldAccountID, f.Account}, {activation.FieldLineItemID, f.LineItem}, {activation.FieldDeviceID, f.Device}} {
		if c.id != 0 {
			q.Where(sql.EQ(q.C(c.column), int64(c.id)))
		}
	}
	if f.LiveOnly {
		q.Where(sql.IsNull(q.C(activation.FieldReturnedOn)))
	}
	changedSince(q, activation.FieldUpdatedAt, f.UpdatedSince)
}
