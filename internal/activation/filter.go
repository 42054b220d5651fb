// Package activation holds the rules of where rights are in use: devices, license servers, allocations and activations.
// See README.md.
package activation

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/activation"
	"github.com/muniment/muniment/ent/device"
	"github.com/muniment/muniment/ent/licenseserver"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// The orders in which the rows of this subject are listed.
var (
	DevicesByName        = page.Order{Name: "NAME", Columns: []string{device.FieldName}}
	LicenseServersByName = page.Order{Name: "NAME", Columns: []string{licenseserver.FieldName}}
	NewestActivations    = page.Order{Name: "NEWEST", Columns: []string{activation.FieldActivatedAt}, Descending: true}
	AllocationsByID      = page.Order{Name: "ID"}
)

// DeviceFilter says which devices of an account. Zero values of Kind and Status stand for no condition.
type DeviceFilter struct {
	Account            gid.ID
	IncludeSubAccounts bool
	Kind               vocabulary.DeviceKind
	Status             vocabulary.DeviceStatus
}

// Where returns the condition.
func (f DeviceFilter) Where(q *page.Query) {
	account.Within(device.FieldAccountID, f.Account, f.IncludeSubAccounts)(q)
	if f.Kind != "" {
		q.Where(sql.EQ(q.C(device.FieldKind), string(f.Kind)))
	}
	if f.Status != "" {
		q.Where(sql.EQ(q.C(device.FieldStatus), string(f.Status)))
	}
}

// LicenseServerFilter says which license servers of an account.
type LicenseServerFilter struct {
	Account            gid.ID
	IncludeSubAccounts bool
	Deployment         vocabulary.Deployment
}

// Where returns the condition.
func (f LicenseServerFilter) Where(q *page.Query) {
	account.Within(licenseserver.FieldAccountID, f.Account, f.IncludeSubAccounts)(q)
	if f.Deployment != "" {
		q.Where(sql.EQ(q.C(licenseserver.FieldDeployment), string(f.Deployment)))
	}
}

// Filter says which activations: those of an account, of a line item or on a device. LiveOnly leaves returned ones out.
type Filter struct {
	Account, LineItem, Device gid.ID
	LiveOnly                  bool
}

// Where returns the condition, or FILTER_TOO_BROAD where neither account, line item nor device is given.
func (f Filter) Where() (page.Where, error) {
	if f.Account == 0 && f.LineItem == 0 && f.Device == 0 {
		return nil, fault.New(fault.FilterTooBroad, "filter", "The activations of all accounts together are not listed.",
			"Give filter.account, filter.lineItem or filter.device.")
	}
	return func(q *page.Query) {
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
	}, nil
}
