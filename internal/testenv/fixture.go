package testenv

import (
	"context"
	"fmt"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/productline"
	"github.com/muniment/muniment/ent/unitofmeasure"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Fixture writes rows for tests. Its ids and instants follow from the order of the calls, so that a test sees the same
// database every time.
type Fixture struct {
	t      testing.TB
	tx     store.Tx
	client *ent.Client
	ctx    context.Context
	count  int

	ProductLine, Product, LicenseModel, Seat, APICalls gid.ID
}

// Fill runs fill in one transaction over a small catalog: one product line with one product, counted in seats (one
// base unit each) or in thousands of calls.
func (e *Env) Fill(t testing.TB, fill func(f *Fixture)) {
	t.Helper()
	err := e.Store.Write(Operator(t), func(ctx context.Context, tx store.Tx) error {
		f := &Fixture{t: t, tx: tx, client: tx.Client(), ctx: ctx}
		f.catalog()
		fill(f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// After lets the fixture count on from a number, so that it can be filled a second time.
func (f *Fixture) After(count int) *Fixture {
	f.count = count
	return f
}

// Client returns the client of the transaction.
func (f *Fixture) Client() *ent.Client { return f.client }

// Context returns the context of the transaction.
func (f *Fixture) Context() context.Context { return f.ctx }

func (f *Fixture) must(err error) {
	f.t.Helper()
	if err != nil {
		f.t.Fatal(err)
	}
}

func (f *Fixture) id(t gid.Type, owner gid.ID) gid.ID {
	f.count++
	return gid.Derive(t, owner.Locality(), "fixture", fmt.Sprint(f.count), 0)
}

func (f *Fixture) now() clock.Instant {
	return clock.At(Today.Time()) + clock.Instant(f.count)
}

func (f *Fixture) catalog() {
	f.ProductLine, f.Product, f.LicenseModel = f.id(gid.ProductLine, 0), f.id(gid.Product, 0), f.id(gid.LicenseModel, 0)
	f.Seat, f.APICalls = f.unit("SEAT", "seat", 1), f.unit("API_CALL_THOUSAND", "call", 1000)
	there, err := f.client.ProductLine.Query().Where(productline.ID(f.ProductLine)).Exist(f.ctx)
	f.must(err)
	if there {
		return
	}
	f.must(f.client.ProductLine.Create().SetID(f.ProductLine).SetName("Harbor").SetCreatedAt(f.now()).Exec(f.ctx))
	f.must(f.client.LicenseModel.Create().SetID(f.LicenseModel).SetName("Node-locked").SetMetered(false).
		SetActivationModel(vocabulary.ActivationModelNodeLocked).Exec(f.ctx))
	f.must(f.client.Product.Create().SetID(f.Product).SetProductLineID(f.ProductLine).SetLicenseModelID(f.LicenseModel).
		SetName("Harbor Packager").SetVersion("2026.1").SetKind(vocabulary.ProductKindProduct).
		SetState(vocabulary.CatalogStateAvailable).SetCreatedAt(f.now()).Exec(f.ctx))
}

func (f *Fixture) unit(code, base string, scale int64) gid.ID {
	known, err := f.client.UnitOfMeasure.Query().Where(unitofmeasure.Code(code)).IDs(f.ctx)
	f.must(err)
	if len(known) > 0 {
		return known[0]
	}
	id := f.id(gid.UnitOfMeasure, 0)
	f.must(f.client.UnitOfMeasure.Create().SetID(id).SetCode(code).SetSingular(code).SetPlural(code).
		SetKind(vocabulary.UnitKindCount).SetPool(vocabulary.UnitPoolNamed).SetAggregation(vocabulary.AggregationSum).
		SetBaseUnit(base).SetScale(scale).SetDecimals(0).SetRule("Counted one by one.").Exec(f.ctx))
	return id
}

// Account makes an account and returns its id.
func (f *Fixture) Account(name string) gid.ID {
	f.count++
	id := gid.Derive(gid.Account, gid.DeriveLocality("fixture", name), "fixture", fmt.Sprint(f.count), 0)
	f.must(f.client.Account.Create().SetID(id).SetName(name).SetNameKey(name).SetKind(vocabulary.AccountKindCustomer).
		SetVisible(true).SetCreatedAt(f.now()).SetUpdatedAt(f.now()).Exec(f.ctx))
	f.must(f.client.AccountPath.Create().SetAncestorID(id).SetDescendantID(id).SetDepth(0).Exec(f.ctx))
	return id
}

// Below places an account directly below another that has nothing above it.
func (f *Fixture) Below(parent, child gid.ID) {
	f.must(f.client.AccountLink.Create().SetParentID(parent).SetChildID(child).Exec(f.ctx))
	f.must(f.client.AccountPath.Create().SetAncestorID(parent).SetDescendantID(child).SetDepth(1).Exec(f.ctx))
}

// Member makes a user who is a reader in an account.
func (f *Fixture) Member(account gid.ID, userName string) gid.ID {
	user := f.id(gid.User, account)
	f.must(f.client.User.Create().SetID(user).SetUserName(userName).SetActive(true).SetShared(false).
		SetCreatedAt(f.now()).SetUpdatedAt(f.now()).Exec(f.ctx))
	roles, err := vocabulary.Roles(vocabulary.RoleReader)
	f.must(err)
	f.must(f.client.Membership.Create().SetID(f.id(gid.Membership, account)).SetAccountID(account).SetUserID(user).
		SetRoles(roles).SetServiceAccess(0).SetIncludeSubAccounts(false).SetCreatedAt(f.now()).Exec(f.ctx))
	return user
}

// Entitlement makes a header.
func (f *Fixture) Entitlement(account gid.ID, number string) gid.ID {
	id := f.id(gid.Entitlement, account)
	f.must(f.client.Entitlement.Create().SetID(id).SetAccountID(account).SetNumber(number).SetVisible(true).
		SetCreatedAt(f.now()).SetUpdatedAt(f.now()).Exec(f.ctx))
	return id
}

// Line makes a line item of the product, counted in unit, with granted base units and no period.
func (f *Fixture) Line(account, entitlement, unit gid.ID, activationID string, granted int64) gid.ID {
	id := f.id(gid.LineItem, account)
	f.must(f.client.LineItem.Create().SetID(id).SetAccountID(account).SetEntitlementID(entitlement).
		SetProductID(f.Product).SetProductLineID(f.ProductLine).SetUnitID(unit).SetActivationID(activationID).
		SetUnlimited(false).SetGranted(granted).SetOverdraft(0).SetExcess(0).SetUsed(0).SetSettledOn(Today).
		SetEndsOn(day.Forever).SetCreatedAt(f.now()).SetUpdatedAt(f.now()).Exec(f.ctx))
	return id
}

// Period makes a period of a line; nil days stand for none. amount is in base units.
func (f *Fixture) Period(account, line gid.ID, first, last *day.Day, amount int64) *ent.PeriodCreate {
	return f.client.Period.Create().SetID(f.id(gid.Period, account)).SetAccountID(account).SetLineItemID(line).
		SetTerm(vocabulary.TermSubscription).SetStartRule(vocabulary.StartRuleFixed).SetNillableStartsOn(first).
		SetNillableEndsOn(last).SetPerpetual(last == nil && first != nil).SetUnlimited(false).SetQuantity(amount).
		SetOverdraft(0).SetCreatedAt(f.now()).SetUpdatedAt(f.now())
}

// Device makes a device.
func (f *Fixture) Device(account gid.ID, fingerprint string) gid.ID {
	id := f.id(gid.Device, account)
	f.must(f.client.Device.Create().SetID(id).SetAccountID(account).SetFingerprint(fingerprint).SetName(fingerprint).
		SetKind(vocabulary.DeviceKindClient).SetStatus(vocabulary.DeviceStatusActive).
		SetCreatedAt(f.now()).SetUpdatedAt(f.now()).Exec(f.ctx))
	return id
}

// Activation puts base units of a line to use on a device.
func (f *Fixture) Activation(account, line, device gid.ID, amount int64) gid.ID {
	id := f.id(gid.Activation, account)
	f.must(f.client.Activation.Create().SetID(id).SetAccountID(account).SetLineItemID(line).SetDeviceID(device).
		SetQuantity(amount).SetOverdraft(0).SetActivatedAt(f.now()).SetCreatedAt(f.now()).SetUpdatedAt(f.now()).Exec(f.ctx))
	return id
}

// Coverage makes a maintenance of lines that ends on a day.
func (f *Fixture) Coverage(account gid.ID, first, last day.Day, lines ...gid.ID) gid.ID {
	id := f.id(gid.Coverage, account)
	f.must(f.client.Coverage.Create().SetID(id).SetAccountID(account).SetProductLineID(f.ProductLine).
		SetActivationID(id.String()).SetKind(vocabulary.CoverageKindMaintenance).SetStartsOn(first).SetEndsOn(last).
		SetPerpetual(false).SetCreatedAt(f.now()).SetUpdatedAt(f.now()).Exec(f.ctx))
	for _, line := range lines {
		f.must(f.client.CoverageItem.Create().SetID(f.id(gid.CoverageItem, account)).SetAccountID(account).
			SetCoverageID(id).SetLineItemID(line).Exec(f.ctx))
	}
	return id
}

// Record appends audit entries in the name of the viewer of the context.
func (f *Fixture) Record(ctx context.Context, entries ...audit.Entry) error {
	return audit.Record(ctx, f.tx, f.now(), entries...)
}
