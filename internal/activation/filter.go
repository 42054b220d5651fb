// Package activation has the rules of devices, license servers, allocations and activations.
// See README.md.
package activation

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/activation"
	"github.com/muniment/muniment/ent/device"
	"github.com/muniment/muniment/ent/licenseserver"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Sort orders of the lists of this package.
var (
	DevicesByName        = page.Order{Name: "NAME", Columns: []string{device.FieldName}}
	LicenseServersByName = page.Order{Name: "NAME", Columns: []string{licenseserver.FieldName}}
	NewestActivations    = page.Order{Name: "ACTIVATED", Columns: []string{activation.FieldActivatedAt},
		Descending: true}
	DevicesUpdated        = page.Order{Name: page.UpdatedOrder, Columns: []string{device.FieldUpdatedAt}}
	LicenseServersUpdated = page.Order{Name: page.UpdatedOrder, Columns: []string{licenseserver.FieldUpdatedAt}}
	ActivationsUpdated    = page.Order{Name: page.UpdatedOrder, Columns: []string{activation.FieldUpdatedAt}}
	AllocationsByID       = page.Order{Name: "ID"}
)

// DeviceFilter selects devices. Zero values mean no condition. ProductLine keeps those with an activation of it that is
// live on Today, and NotSeenSince those that were last seen before a moment, or never.
type DeviceFilter struct {
	Account            gid.ID
	IncludeSubAccounts bool
	Kinds              []vocabulary.DeviceKind
	Statuses           []vocabulary.DeviceStatus
	Text               string
	ProductLine        gid.ID
	Today              day.Day
	NotSeenSince       *clock.Instant
	UpdatedSince       *clock.Instant
}

// Where returns the condition, or FILTER_TOO_BROAD: without an account the order is UPDATED, with UpdatedSince only.
func (f DeviceFilter) Where(o page.Order) (page.Where, error) {
	return f.Condition, checkAllAccounts(f.Account, f.IncludeSubAccounts, f.UpdatedSince,
		page.FirstGiven(page.GivenIf("filter.kind", len(f.Kinds) > 0),
			page.GivenIf("filter.status", len(f.Statuses) > 0), page.GivenIf("filter.text", f.Text != ""),
			page.GivenIf("filter.productLine", f.ProductLine != 0),
			page.GivenIf("filter.notSeenSince", f.NotSeenSince != nil)), o)
}

// checkAllAccounts returns FILTER_TOO_BROAD if the rows of all accounts are listed in an order other than UPDATED, or
// with a filter besides since. other is the field of such a filter, "" if there is none.
func checkAllAccounts(of gid.ID, below bool, since *clock.Instant, other string, o page.Order) error {
	if of != 0 {
		return nil
	}
	if err := account.CheckWithin(of, below); err != nil {
		return err
	}
	if o.Name != page.UpdatedOrder {
		return fault.New(fault.FilterTooBroad, "orderBy",
			"The rows of all accounts cannot be listed in this order.",
			"Give filter.account, or order by UPDATED.")
	}
	return page.CheckSinceAlone(since, other, o, page.ByAccount)
}

// Condition adds the conditions of the filter to q, without the check of Where; for lists within one account.
func (f DeviceFilter) Condition(q *page.Query) {
	if f.Account != 0 {
		account.Within(device.FieldAccountID, f.Account, f.IncludeSubAccounts)(q)
	}
	search.WhereListed(q, device.FieldWords, f.Text)
	q.Since(f.UpdatedSince)
	page.OneOf(q, device.FieldKind, f.Kinds)
	page.OneOf(q, device.FieldStatus, f.Statuses)
	if f.ProductLine != 0 {
		q.Where(usesProductLine(q, f.ProductLine, f.Today))
	}
	if f.NotSeenSince != nil {
		seen := q.C(device.FieldLastSeenAt)
		q.Where(sql.Or(sql.IsNull(seen), sql.LT(seen, int64(*f.NotSeenSince))))
	}
}

// usesProductLine is the condition that a device has an activation of a product line that is live on a day.
func usesProductLine(q *page.Query, line gid.ID, on day.Day) *sql.Predicate {
	uses := q.Sub(activation.Table, "us")
	lines := uses.Sub(lineitem.Table, "ul")
	lines.Select(lines.C(lineitem.FieldID)).Where(sql.And(
		sql.ColumnsEQ(lines.C(lineitem.FieldID), uses.C(activation.FieldLineItemID)),
		sql.EQ(lines.Unindexed(lineitem.FieldProductLineID), int64(line))))
	uses.Select(uses.C(activation.FieldID)).Where(sql.And(
		sql.ColumnsEQ(uses.C(activation.FieldDeviceID), q.C(device.FieldID)), live(uses, on),
		sql.Exists(lines.Selector)))
	return sql.Exists(uses.Selector)
}

// LicenseServerFilter selects license servers. Zero values mean no condition.
type LicenseServerFilter struct {
	Account            gid.ID
	IncludeSubAccounts bool
	Deployments        []vocabulary.Deployment
	Statuses           []vocabulary.DeviceStatus
	Text               string
	UpdatedSince       *clock.Instant
}

// Where returns the condition, or FILTER_TOO_BROAD as DeviceFilter.Where does.
func (f LicenseServerFilter) Where(o page.Order) (page.Where, error) {
	return f.Condition, checkAllAccounts(f.Account, f.IncludeSubAccounts, f.UpdatedSince,
		page.FirstGiven(page.GivenIf("filter.deployment", len(f.Deployments) > 0),
			page.GivenIf("filter.status", len(f.Statuses) > 0), page.GivenIf("filter.text", f.Text != "")), o)
}

// Condition adds the conditions of the filter to q, without the check of Where; for lists within one account.
func (f LicenseServerFilter) Condition(q *page.Query) {
	if f.Account != 0 {
		account.Within(licenseserver.FieldAccountID, f.Account, f.IncludeSubAccounts)(q)
	}
	search.WhereListed(q, licenseserver.FieldWords, f.Text)
	q.Since(f.UpdatedSince)
	page.OneOf(q, licenseserver.FieldDeployment, f.Deployments)
	page.OneOf(q, licenseserver.FieldStatus, f.Statuses)
}

// Filter selects activations. Zero values mean no condition. LiveOn keeps those that are live on a day: neither
// returned nor ended.
type Filter struct {
	Account            gid.ID
	IncludeSubAccounts bool
	LineItem, Device   gid.ID
	LiveOn             *day.Day
	UpdatedSince       *clock.Instant
}

// Where returns the condition, or FILTER_TOO_BROAD. If neither account, line item nor device is given, the order must
// be UPDATED, and LiveOn must be nil.
func (f Filter) Where(o page.Order) (page.Where, error) {
	if err := account.CheckWithin(f.Account, f.IncludeSubAccounts); err != nil {
		return nil, err
	}
	if f.Account != 0 || f.LineItem != 0 || f.Device != 0 {
		return f.Condition, nil
	}
	if o.Name != page.UpdatedOrder {
		return nil, fault.New(fault.FilterTooBroad, "orderBy",
			"The activations of all accounts cannot be listed in this order.",
			"Give filter.account, filter.lineItem or filter.device, or order by UPDATED.")
	}
	return f.Condition, page.CheckSinceAlone(f.UpdatedSince,
		page.FirstGiven(page.GivenIf("filter.liveOnly", f.LiveOn != nil)), o, page.ByAccount)
}

// Condition adds the conditions of the filter to q, without the check of Where; for lists within one account, line
// item or device.
func (f Filter) Condition(q *page.Query) {
	if f.Account != 0 {
		account.Within(activation.FieldAccountID, f.Account, f.IncludeSubAccounts)(q)
	}
	for _, c := range []struct {
		column string
		id     gid.ID
	}{{activation.FieldLineItemID, f.LineItem}, {activation.FieldDeviceID, f.Device}} {
		if c.id != 0 {
			q.Equal(c.column, int64(c.id))
		}
	}
	if f.LiveOn != nil {
		q.Where(live(q, *f.LiveOn))
	}
	q.Since(f.UpdatedSince)
}

// live is the condition that an activation counts on a day: it was not returned, and its own term has not ended
// (RIGHTS 39). It has its own term if the start rule of its period is EACH_ACTIVATION; the last day of any other
// activation is only recorded.
func live(q *page.Query, on day.Day) *sql.Predicate {
	last := q.C(activation.FieldEndsOn)
	terms := q.Sub(period.Table, "tm")
	terms.Select(terms.C(period.FieldID)).Where(sql.And(
		sql.ColumnsEQ(terms.C(period.FieldID), q.C(activation.FieldPeriodID)),
		sql.EQ(terms.C(period.FieldStartRule), vocabulary.StartRuleEachActivation)))
	return sql.And(sql.IsNull(q.C(activation.FieldReturnedOn)),
		sql.Or(sql.IsNull(last), sql.GTE(last, int64(on)), sql.Not(sql.Exists(terms.Selector))))
}
