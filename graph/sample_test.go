package graph_test

import (
	"path/filepath"
	"testing"

	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/legacy/apply"
	"github.com/muniment/muniment/internal/legacy/csvbundle"
	"github.com/muniment/muniment/internal/legacy/plan"
	"github.com/muniment/muniment/internal/legacy/sample"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// load imports the sample export.
func load(t *testing.T, env *testenv.Env) {
	t.Helper()
	_, err := apply.Run(testenv.Operator(t), env.Store, apply.Options{
		Source: csvbundle.New(sample.Bundle()), StagePath: filepath.Join(t.TempDir(), "stage.db"), System: "legacy",
		Home: plan.HomeHere, Today: testenv.Today, Now: clock.Freeze(clock.At(testenv.Today.Time())).Now,
	})
	if err != nil {
		t.Fatal(err)
	}
}

// fillRest adds rows that an export in this format cannot contain: features, prices, a limited membership, an
// unlimited right. It returns the ids of the rows from which the others can be reached.
func fillRest(t *testing.T, f *testenv.Fixture) []gid.ID {
	t.Helper()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	ctx, c := f.Context(), f.Client()
	account := f.Account("the rest")
	feature := gid.New(gid.Feature, 0)
	must(c.Feature.Create().SetID(feature).SetCode("pack").SetVersion("1").SetName("Packing").Exec(ctx))
	must(c.ProductFeature.Create().SetProductID(f.Product).SetFeatureID(feature).SetQuantity(2).Exec(ctx))
	part := gid.New(gid.PartNumber, 0)
	must(c.PartNumber.Create().SetID(part).SetCode("HARBOR-SEAT").SetProductID(f.Product).SetUnitID(f.Seat).
		SetLicenseModelID(f.LicenseModel).Exec(ctx))
	must(c.ListPrice.Create().SetID(gid.New(gid.ListPrice, 0)).SetPartNumberID(part).SetCurrency("EUR").
		SetAmountMinor(129900).SetValidFrom(testenv.Today).Exec(ctx))
	must(c.ListPrice.Create().SetID(gid.New(gid.ListPrice, 0)).SetPartNumberID(part).SetCurrency("EUR").
		SetAmountMinor(139900).SetValidFrom(testenv.Today + 100).Exec(ctx)) // it ends the price before
	version := gid.New(gid.LicenseModelVersion, 0)
	must(c.LicenseModelVersion.Create().SetID(version).SetLicenseModelID(f.LicenseModel).SetNumber(1).
		SetValidFrom(testenv.Today).SetLeaseSeconds(3600).SetGraceDays(7).SetOverdraftAllowed(true).SetRehostLimit(3).
		SetOfflineAllowed(true).SetOfflineDays(30).Exec(ctx))
	must(c.LicenseModelVersion.Create().SetID(gid.New(gid.LicenseModelVersion, 0)).SetLicenseModelID(f.LicenseModel).
		SetNumber(2).
		SetValidFrom(testenv.Today + 100).SetLeaseSeconds(3600).SetGraceDays(7).SetOverdraftAllowed(true).
		SetOfflineAllowed(false).Exec(ctx))
	level := gid.New(gid.CoverageLevel, 0)
	must(c.CoverageLevel.Create().SetID(level).SetCode("GOLD").SetName("Gold").SetRank(9).Exec(ctx))
	fillRetired(t, f, part, level)
	user := f.Member(account, "limited")
	must(c.Membership.Update().Where(membership.UserID(user)).
		SetProductLineID(f.ProductLine).SetEndsOn(testenv.Today).Exec(ctx))
	must(c.User.UpdateOneID(user).SetPhone("+1").SetLastSignInAt(clock.At(testenv.Today.Time())).Exec(ctx))
	header := f.Entitlement(account, "REST-1")
	line := f.Line(account, header, f.Seat, "REST-LINE", 0)
	must(c.LineItem.UpdateOneID(line).SetUnlimited(true).Exec(ctx))
	f.Decide(account, line, vocabulary.DecisionOnHold)
	first, last := testenv.Today-10, testenv.Today+10
	granted := f.Period(account, line, &first, &last, 10)
	must(granted.SetPartNumberID(part).SetLicenseModelVersionID(version).
		SetPriceMinor(99900).SetCurrency("EUR").SetTermLength(1).SetTermUnit(vocabulary.TermUnitYears).
		SetTimeZoneNote("UTC").SetSourceNote("-1").Exec(ctx))
	period, _ := granted.Mutation().ID()
	must(c.Instalment.Create().SetAccountID(account).SetPeriodID(period).SetDueOn(first).SetPriceMinor(99900).
		SetCurrency("EUR").Exec(ctx))
	f.Decide(account, period, vocabulary.DecisionTest)
	must(c.Decision.Create().SetAccountID(account).SetSubjectID(line).SetKind(vocabulary.DecisionOnHold).
		SetReason("asked").
		SetStartsOn(first - 4).SetEndsOn(first - 3).SetLiftedBy("tester").SetLiftReason("settled").
		SetActor("tester").SetRecordedAt(clock.At(testenv.Today.Time())).SetLiftedAt(clock.At(testenv.Today.Time())).
		Exec(ctx))
	other := f.Line(account, header, f.Seat, "REST-OTHER", 5)
	must(c.LineageStep.Create().SetAccountID(account).SetLineItemID(line).SetCounterpartID(other).
		SetCounterpartLabel("REST-OTHER").
		SetDirection(vocabulary.LineageDirectionTo).SetReason(vocabulary.LineageReasonSplit).
		SetHappenedOn(testenv.Today).
		SetQuantity(5).Exec(ctx))
	covered := f.Coverage(account, first, last, line)
	must(c.CoverageItem.Update().Where(coverageitem.CoverageID(covered)).
		SetQuantity(3).SetLevelID(level).SetPriceMinor(100).SetCurrency("EUR").Exec(ctx))
	f.Decide(account, covered, vocabulary.DecisionSuspended)
	must(c.ProductLine.UpdateOneID(f.ProductLine).SetDescription("Programs for harbors").Exec(ctx))
	must(c.Product.UpdateOneID(f.Product).SetAvailableUntil(testenv.Today).Exec(ctx))
	items, err := c.CoverageItem.Query().Where(coverageitem.CoverageID(covered)).IDs(ctx)
	must(err)
	device := f.Device(account, "rest device")
	fillCustomFields(t, f, account, account, header, line, device)
	return append(items, line, period, covered, account, header, device)
}
