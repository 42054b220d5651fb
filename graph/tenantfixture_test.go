package graph_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/muniment/muniment/ent/apikey"
	"github.com/muniment/muniment/ent/coverageitem"
	entdevice "github.com/muniment/muniment/ent/device"
	"github.com/muniment/muniment/ent/licenseserver"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/unitofmeasure"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// tenantFixture is one customer with a row of every kind that a customer can own. Every text in these rows contains
// its mark.
type tenantFixture struct {
	mark                    string
	account, below, outside gid.ID
	// club is an account without members that users with the fixture's domain may join.
	club                  gid.ID
	administrator, member gid.ID
	// limited is a suspended member.
	limited        gid.ID
	line           gid.ID
	externalValues []string
	texts          []string
	// hidden are the rows of a draft, which only the producer sees. Every text in them begins with undeployed.
	hidden []gid.ID
	// catalog are rows of the catalog that everybody may read, one of each type that has a root of its own.
	catalog []gid.ID
}

// domain is the domain of the e-mail addresses of the fixture's users.
func (h *tenantFixture) domain() string { return strings.ToLower(h.mark) + ".example" }

// oneTenant fills the database with one customer.
func oneTenant(t testing.TB, env *testenv.Env) (h *tenantFixture) {
	t.Helper()
	env.Fill(t, func(f *testenv.Fixture) { h = newTenantFixture(t, f, "Alpha", nil) })
	return h
}

// twoTenants fills the database with two customers. Rows of bravo refer to rows of alpha.
func twoTenants(t testing.TB, env *testenv.Env) (alpha, bravo *tenantFixture) {
	t.Helper()
	alpha = oneTenant(t, env)
	env.Fill(t, func(f *testenv.Fixture) { bravo = newTenantFixture(t, f.After(1000), "Bravo", alpha) })
	return alpha, bravo
}

// rowsOfSeats returns the unit into which seats convert. All customers share it.
func rowsOfSeats(t testing.TB, f *testenv.Fixture) gid.ID {
	t.Helper()
	const code = "ROW_OF_SEATS"
	if id, err := f.Client().UnitOfMeasure.Query().Where(unitofmeasure.Code(code)).OnlyID(f.Context()); err == nil {
		return id
	}
	seat := f.Client().UnitOfMeasure.GetX(f.Context(), f.Seat)
	id := gid.New(gid.UnitOfMeasure, 0)
	must(t, f.Client().UnitOfMeasure.Create().SetID(id).SetCode(code).SetSingular("row").SetPlural("rows").
		SetKind(seat.Kind).SetPool(seat.Pool).SetAggregation(seat.Aggregation).SetBaseUnit(seat.BaseUnit).
		SetScale(8*seat.Scale).SetDecimals(0).SetRule("Eight seats.").SetCountsAsOneEnglish("Eight seats.").
		SetCountsAsOneGerman("Acht Plätze.").Exec(f.Context()))
	return id
}

// newTenantFixture creates a fixture. If neighbor is not nil, rows of the fixture refer to rows of the neighbor
// wherever the data model allows it, so that a test notices if a viewer reads another customer's rows through these
// references.
func newTenantFixture(t testing.TB, f *testenv.Fixture, mark string, neighbor *tenantFixture) *tenantFixture {
	t.Helper()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	ctx, c := f.Context(), f.Client()
	now := clock.At(testenv.Today.Time())
	every, err := vocabulary.Roles(vocabulary.RoleAccountAdministrator)
	must(err)
	reader, err := vocabulary.Roles(vocabulary.RoleReader)
	must(err)
	text := func(what string) string { return mark + " " + what }
	h := &tenantFixture{mark: mark, account: f.Account(text("company")), below: f.Account(text("subsidiary"))}
	h.outside = h.below
	if neighbor != nil {
		h.outside = neighbor.account
	}
	f.Below(h.account, h.below)
	h.administrator, h.member = f.Member(h.account, mark+".admin"), f.Member(h.account, mark+".member")
	h.limited = f.Member(h.account, mark+".limited")
	must(c.Membership.Update().Where(membership.AccountID(h.account)).SetRoles(every).
		SetServiceAccess(vocabulary.EveryService).
		SetIncludeSubAccounts(true).SetGrantedByID(h.member).Exec(ctx))
	must(c.Membership.Update().Where(membership.UserID(h.limited)).SetProductLineID(f.ProductLine).
		SetEndsOn(testenv.Today + 100).
		SetSuspendedAt(now).Exec(ctx))
	for _, user := range []gid.ID{h.administrator, h.member} {
		must(c.User.UpdateOneID(user).SetEmail(mark + "@" + mark + ".example").SetEmailKey(mark + "@" +
			mark + ".example").
			SetDisplayName(text("person")).SetFirstName(text("first")).SetLastName(text("last")).
			SetLocale(text("locale")).SetTimeZone(text("zone")).SetPhone(text("+1")).SetEmailProvenAt(now).
			SetNotificationLanguage(vocabulary.LanguageEN).
			SetLastSignInAt(now).SetErasedAt(now).Exec(ctx))
	}
	must(c.Account.UpdateOneID(h.account).SetDescription(text("note")).SetStreet(text("street")).SetCity(text("city")).
		SetState(text("state")).SetPostalCode(text("code")).SetCountry(text("country")).SetRegion(text("region")).
		Exec(ctx))
	must(c.Account.UpdateOneID(h.below).SetRetiredAt(now).Exec(ctx))

	entitlement := f.Entitlement(h.account, text("entitlement"))
	must(c.Entitlement.UpdateOneID(entitlement).SetChannelPartnerID(h.outside).SetOrderReference(text("order")).
		SetDescription(text("description")).SetShipToEmail(mark + "@" + mark + ".example").
		Exec(ctx))
	f.Decide(h.account, entitlement, vocabulary.DecisionOnHold)
	h.line = f.Line(h.account, entitlement, f.Seat, text("line"), 10)
	other := f.Line(h.account, entitlement, f.Seat, text("other line"), 10)
	counterpart := other
	if neighbor != nil {
		counterpart = neighbor.line
	}
	first, last := testenv.Today-10, testenv.Today+10
	part, version, level := h.terms(t, f)
	rows := rowsOfSeats(t, f)
	h.catalog = append(h.catalog, f.ProductLine, f.Product, f.LicenseModel, f.Seat, rows, part, version, level)
	granted := f.Period(h.account, h.line, &first, &last, 10)
	must(granted.SetSourceNote(text("source")).SetSourceLine(text("source line")).
		SetSourceEntitlement(text("source entitlement")).
		SetTimeZoneNote(text("zone")).SetOrderID(text("order")).SetOrderLine(text("order line")).SetPartNumberID(part).
		SetLicenseModelVersionID(version).
		SetPriceMinor(99900).SetCurrency("EUR").SetStartsLatestOn(last).SetTermLength(1).
		SetCancelDays(5).SetCancelUntil(last - 5).SetRenewsOn(last - 4).
		SetTermUnit(vocabulary.TermUnitYears).Exec(ctx))
	period, _ := granted.Mutation().ID()
	must(c.Instalment.Create().SetAccountID(h.account).SetPeriodID(period).SetDueOn(first).SetPriceMinor(99900).
		SetCurrency("EUR").Exec(ctx))
	renewal := f.Period(h.account, h.line, &first, &last, 10).SetRenewsID(period)
	must(renewal.Exec(ctx))
	renewed, _ := renewal.Mutation().ID()
	f.Decide(h.account, renewed, vocabulary.DecisionTest)
	mistaken, err := f.Period(h.account, h.line, &first, &last, 10).Save(f.Context())
	must(err)
	f.Decide(h.account, mistaken.ID, vocabulary.DecisionWithdrawn)
	corrected, err := f.Period(h.account, h.line, &first, &last, 10).SetReplacesID(mistaken.ID).
		SetAmendsID(period).Save(f.Context())
	must(err)
	f.Decide(h.account, corrected.ID, vocabulary.DecisionTest)
	liveEntitlement := f.Entitlement(h.account, text("live entitlement"))
	must(c.Entitlement.UpdateOneID(liveEntitlement).SetChannelPartnerID(h.below).Exec(ctx))
	live := f.Line(h.account, liveEntitlement, f.Seat, text("live line"), 10)
	// The account below is the partner, so that administrators, who are its people too, see what was paid.
	paidFor := f.Period(h.account, live, &first, &last, 10).SetPriceMinor(1).SetCurrency("EUR")
	must(paidFor.Exec(ctx))
	paidPeriod, _ := paidFor.Mutation().ID()
	must(c.Instalment.Create().SetAccountID(h.account).SetPeriodID(paidPeriod).SetDueOn(first).SetPriceMinor(1).
		SetCurrency("EUR").Exec(ctx))
	must(c.LineItem.UpdateOneID(live).SetStartsOn(first).SetEndsOn(last).Exec(ctx))
	device := f.Device(h.account, text("device"))
	activation := f.Activation(h.account, h.line, device, 1)
	must(c.Activation.UpdateOneID(activation).SetPeriodID(period).SetStartsOn(first).SetEndsOn(last).
		SetReturnedOn(last).
		SetLabel(text("activation")).SetChannel(text("channel")).Exec(ctx))
	server := gid.New(gid.LicenseServer, h.account.Locality())
	must(c.LicenseServer.Create().SetID(server).SetAccountID(h.account).SetFingerprint(text("server")).
		SetName(text("server")).
		SetWords(search.OfLicenseServer(text("server"), string(vocabulary.MachineKindVirtual), text("server"))).
		SetFingerprintKind(text("kind")).SetMachine(string(vocabulary.MachineKindVirtual)).
		SetDeployment(vocabulary.DeploymentLocal).SetStatus(vocabulary.DeviceStatusActive).SetLastSeenAt(now).
		SetCreatedAt(now).SetUpdatedAt(now).Exec(ctx))
	must(c.Device.UpdateOneID(device).SetLicenseServerID(server).SetUserLabel(mark + ".member").
		SetFingerprintKind(text("kind")).SetMachine(string(vocabulary.MachineKindVirtual)).SetLastSeenAt(now).
		Exec(ctx))
	allocation := gid.New(gid.Allocation, h.account.Locality())
	must(c.Allocation.Create().SetID(allocation).SetAccountID(h.account).SetLicenseServerID(server).
		SetLineItemID(h.line).
		SetQuantity(1).SetRequested(1).SetPeriodID(period).SetEndsOn(last).SetCreatedAt(now).SetUpdatedAt(now).
		Exec(ctx))
	coverage := f.Coverage(h.account, first, last, h.line, other)
	must(c.Coverage.UpdateOneID(coverage).SetOrderID(text("order")).SetOrderLine(text("order line")).
		SetEntitlementID(entitlement).Exec(ctx))
	covering := f.Coverage(h.account, first, last, h.line, live) // live is ACTIVE, so that it is covered
	must(c.CoverageItem.Update().Where(coverageitem.CoverageID(covering), coverageitem.LineItemID(live)).
		SetPriceMinor(1).SetCurrency("EUR").Exec(ctx))
	must(c.Coverage.UpdateOneID(coverage).SetProductID(f.Product).SetPartNumberID(part).SetLevelID(level).
		Exec(ctx))
	mistakenCoverage := f.Coverage(h.account, first, last, other)
	f.Decide(h.account, mistakenCoverage, vocabulary.DecisionWithdrawn)
	must(c.Coverage.UpdateOneID(coverage).SetReplacesID(mistakenCoverage).Exec(ctx))
	successor := f.Coverage(h.account, last+1, last+10, other)
	must(c.Coverage.UpdateOneID(successor).SetRenewsID(coverage).Exec(ctx))
	unlinked, err := c.CoverageItem.Query().Where(coverageitem.CoverageID(successor)).OnlyID(ctx)
	must(err)
	f.Decide(h.account, unlinked, vocabulary.DecisionWithdrawn)
	f.Decide(h.account, coverage, vocabulary.DecisionSuspended)
	must(c.CoverageItem.Update().Where(coverageitem.CoverageID(coverage)).SetQuantity(1).SetLevelID(level).
		SetPriceMinor(1).
		SetCurrency("EUR").Exec(ctx))
	must(c.LineItem.UpdateOneID(h.line).SetStartsOn(first).SetEndsOn(last).Exec(ctx))
	f.Decide(h.account, h.line, vocabulary.DecisionOnHold)
	f.DecideFor(h.account, period, vocabulary.DecisionOnHold, first-9, first-5)
	for _, subject := range []gid.ID{h.line, entitlement, period, coverage} {
		must(c.Decision.Create().SetAccountID(h.account).SetSubjectID(subject).SetKind(vocabulary.DecisionOnHold).
			SetStartsOn(first - 4).SetEndsOn(first - 3).SetReason(text("reason")).
			SetActor(text("actor")).SetRecordedAt(now).SetLiftedAt(now).SetLiftedBy(text("lifter")).
			SetLiftReason(text("lift reason")).Exec(ctx))
	}
	must(c.LedgerEntry.Create().SetAccountID(h.account).SetLineItemID(h.line).SetKind(vocabulary.LedgerKindOpen).
		SetAmount(10).SetExcess(0).
		SetEffectiveOn(testenv.Today).SetRecordedAt(now).SetActor(text("actor")).SetCause(text("cause")).Exec(ctx))
	must(c.LineageStep.Create().SetAccountID(h.account).SetLineItemID(h.line).SetCounterpartID(counterpart).
		SetCounterpartLabel(text("counterpart")).SetDirection(vocabulary.LineageDirectionTo).
		SetReason(vocabulary.LineageReasonSplit).SetHappenedOn(first).
		SetQuantity(1).Exec(ctx))
	must(c.LineageStep.Create().SetAccountID(h.account).SetLineItemID(live).SetCounterpartID(other).
		SetCounterpartLabel(text("other line")).
		SetDirection(vocabulary.LineageDirectionTo).SetReason(vocabulary.LineageReasonSplit).SetHappenedOn(first).
		SetQuantity(1).Exec(ctx))
	meter := gid.New(gid.Meter, 0)
	must(c.Meter.Create().SetID(meter).SetProductLineID(f.ProductLine).SetUnitID(f.APICalls).SetCode("calls for " +
		mark[:1]).SetName("Calls").
		SetResetInterval(vocabulary.ResetIntervalMonth).Exec(ctx))
	feature, price := gid.New(gid.Feature, 0), gid.New(gid.ListPrice, 0)
	must(c.Feature.Create().SetID(feature).SetCode("feature of " + mark[:1]).Exec(ctx))
	must(c.ListPrice.Create().SetID(price).SetPartNumberID(part).SetAmountMinor(100).SetCurrency("EUR").
		SetValidFrom(first).Exec(ctx))
	must(c.UsageRecord.Create().SetID(gid.New(gid.UsageRecord, h.account.Locality())).SetAccountID(h.account).
		SetMeterID(meter).
		SetStartsOn(first).SetEndsOn(last).SetOpening(true).SetGranted(1).SetUsedNumerator(1).SetExcessNumerator(0).
		SetDenominator(1).
		SetRecordedAt(now).Exec(ctx))

	seats := gid.New(gid.Meter, 0)
	must(c.Meter.Create().SetID(seats).SetProductLineID(f.ProductLine).SetUnitID(f.Seat).SetCode("seats for " +
		mark[:1]).SetName("Seats").SetResetInterval(vocabulary.ResetIntervalNever).Exec(ctx))
	must(c.UsageRecord.Create().SetID(gid.New(gid.UsageRecord, h.account.Locality())).SetAccountID(h.account).
		SetMeterID(seats).SetStartsOn(testenv.Today - 40).SetEndsOn(testenv.Today - 1).SetOpening(false).SetGranted(1).
		SetUsedNumerator(280).SetExcessNumerator(0).SetDenominator(1).SetRecordedAt(now).Exec(ctx))
	system := gid.New(gid.System, 0)
	must(c.System.Create().SetID(system).SetCode("system of " + mark[:1]).SetName("Older system").
		SetKind(vocabulary.SystemKindEntitlement).Exec(ctx))
	field := gid.New(gid.CustomField, 0)
	must(c.CustomField.Create().SetID(field).SetSubject(vocabulary.CustomFieldSubjectLineItem).
		SetCode("field-" + mark[:1]).SetType(vocabulary.CustomFieldTypeText).SetLabelEnglish("Note").
		SetLabelGerman("Notiz").
		SetForCustomers(true).SetCreatedAt(now).Exec(ctx))
	must(c.CustomValue.Create().SetAccountID(h.account).SetSubjectID(h.line).SetCustomFieldID(field).
		SetValue(text("custom value")).SetUpdatedAt(now).Exec(ctx))
	for _, of := range []struct {
		subject vocabulary.CustomFieldSubject
		typ     vocabulary.CustomFieldType
		object  gid.ID
		value   string
	}{{vocabulary.CustomFieldSubjectAccount, vocabulary.CustomFieldTypeNumber, h.account, "12.5"},
		{vocabulary.CustomFieldSubjectEntitlement, vocabulary.CustomFieldTypeDay, entitlement, "2027-03-31"},
		{vocabulary.CustomFieldSubjectDevice, vocabulary.CustomFieldTypeBoolean, device, "true"},
		{vocabulary.CustomFieldSubjectLineItem, vocabulary.CustomFieldTypeChoice, h.line, "two"}} {
		id := gid.New(gid.CustomField, 0)
		must(c.CustomField.Create().SetID(id).SetSubject(of.subject).SetType(of.typ).SetForCustomers(true).
			SetCode("field-" + mark[:1] + "-" + string(of.typ)).SetLabelEnglish("Field").SetLabelGerman("Feld").
			SetDescription("What is noted").SetChoices("one\ntwo").SetCreatedAt(now).SetRetiredAt(now).Exec(ctx))
		must(c.CustomValue.Create().SetAccountID(h.account).SetSubjectID(of.object).SetCustomFieldID(id).
			SetValue(of.value).SetUpdatedAt(now).Exec(ctx))
		h.catalog = append(h.catalog, id)
	}
	h.catalog = append(h.catalog, meter, feature, price, system, field)
	for kind, entity := range map[string]gid.ID{"account": h.account, "user": h.member, "entitlement": entitlement,
		"line":     h.line,
		"coverage": coverage, "device": device, "server": server} {
		value := text(kind)
		create := c.ExternalID.Create().SetSystemID(system).SetKind(kind).SetValue(value).SetEntityID(entity)
		if kind != "user" {
			create.SetAccountID(h.account)
		}
		must(create.Exec(ctx))
		h.externalValues = append(h.externalValues, value)
	}
	for _, word := range []struct {
		entity gid.ID
		typ    gid.Type
	}{{h.account, gid.Account}, {h.member, gid.User}} {
		must(c.SearchWord.Create().SetEntityType(int16(word.typ)).SetWord(strings.ToLower(mark)).
			SetEntityID(word.entity).
			SetAccountID(h.account).Exec(ctx))
	}

	must(c.Invitation.Create().SetID(gid.New(gid.Invitation, h.account.Locality())).SetAccountID(h.account).
		SetEmail(mark + "@new.example").
		SetEmailKey(mark + "@new.example").SetGreeting(text("greeting")).SetRoles(reader).SetServiceAccess(1).
		SetIncludeSubAccounts(false).
		SetProductLineID(f.ProductLine).SetEndsOn(last).SetInvitedByID(h.administrator).SetCreatedAt(now).
		SetExpiresAt(now + 1e12).Exec(ctx))
	must(c.Invitation.Create().SetID(gid.New(gid.Invitation, h.account.Locality())).SetAccountID(h.account).
		SetEmail(mark + "@old.example").
		SetEmailKey(mark + "@old.example").SetRoles(reader).SetServiceAccess(1).SetIncludeSubAccounts(false).
		SetInvitedByID(h.administrator).SetAcceptedAt(now).SetAcceptedByID(h.member).SetCreatedAt(now).
		SetExpiresAt(now).Exec(ctx))
	must(c.Invitation.Create().SetID(gid.New(gid.Invitation, h.account.Locality())).SetAccountID(h.account).
		SetEmail(mark + "@gone.example").
		SetEmailKey(mark + "@gone.example").SetRoles(reader).SetServiceAccess(1).SetIncludeSubAccounts(false).
		SetRevokedAt(now).
		SetCreatedAt(now).SetExpiresAt(now).Exec(ctx))
	for _, user := range []gid.ID{h.administrator, h.member} {
		must(c.AccessRequest.Create().SetID(gid.New(gid.AccessRequest, h.account.Locality())).SetAccountID(h.account).
			SetUserID(user).
			SetRoles(reader).SetServiceAccess(1).SetNote(text("request")).SetGranted(true).SetAnswer(text("answer")).
			SetDecidedAt(now).
			SetDecidedByID(h.administrator).SetCreatedAt(now).Exec(ctx))
		must(c.OutsideRequest.Create().SetUserID(user).SetReference(text("reference")).SetGranted(true).
			SetAnswer(text("outside answer")).SetAccountID(h.account).SetDecidedAt(now).SetCreatedAt(now).Exec(ctx))
	}
	must(c.Identity.Create().SetUserID(h.administrator).SetIssuer("https://provider.example").SetSubject(mark).
		SetCreatedAt(now + noon).Exec(ctx))
	h.club = f.Account(text("club"))
	must(c.JoiningDomain.Create().SetAccountID(h.club).SetDomain(strings.ToLower(mark) + ".example").SetRoles(reader).
		SetServiceAccess(1).SetCreatedAt(now).Exec(ctx))
	must(c.JoiningDomain.Create().SetAccountID(h.account).SetDomain(strings.ToLower(mark) + ".example").
		SetRoles(reader).SetServiceAccess(1).
		SetCreatedAt(now).Exec(ctx))
	for _, owner := range []gid.ID{h.club, h.account} {
		must(c.DomainProof.Create().SetAccountID(owner).SetDomain(strings.ToLower(mark) + ".example").
			SetChallenge(text("challenge")).
			SetApproved(true).SetApprovedByID(h.administrator).SetProvenAt(now).SetCheckedAt(now).SetCreatedAt(now).
			Exec(ctx))
	}
	must(c.DomainProof.Create().SetAccountID(h.account).SetDomain("failing-" + strings.ToLower(mark) + ".example").
		SetChallenge(testenv.Published).
		SetProvenAt(now).SetCheckedAt(now).SetFailingSince(now).SetDueAt(now).SetCreatedAt(now).Exec(ctx))
	must(c.DomainProof.Create().SetAccountID(h.account).SetDomain("lapsed." + strings.ToLower(mark) + ".example").
		SetChallenge(text("challenge")).
		SetProvenAt(now).SetCheckedAt(now).SetFailingSince(now).SetLapsedAt(now).SetCreatedAt(now).Exec(ctx))
	group := gid.New(gid.DirectoryGroup, h.account.Locality())
	must(c.DirectoryGroup.Create().SetID(group).SetAccountID(h.account).SetName(text("group")).
		SetNameKey(text("group")).SetRoles(reader).SetServiceAccess(1).
		SetCreatedAt(now).SetUpdatedAt(now).Exec(ctx))
	for _, m := range c.Membership.Query().Where(membership.AccountID(h.account)).AllX(ctx) {
		record := gid.New(gid.DirectoryRecord, h.account.Locality())
		must(c.DirectoryRecord.Create().SetID(record).SetAccountID(h.account).
			SetUserName(text("record " + m.ID.String())).
			SetUserNameKey(text("record " + m.ID.String())).SetExternalID(text("external")).
			SetDisplayName(text("record")).
			SetEmail(mark + "@" + strings.ToLower(mark) + ".example").SetEmailKey(strings.ToLower(mark) + "@" +
			strings.ToLower(mark) + ".example").SetActive(true).SetUserID(m.UserID).SetLinkedAt(now).SetCreatedAt(now).
			SetUpdatedAt(now).Exec(ctx))
		must(c.DirectoryGroupMember.Create().SetAccountID(h.account).SetDirectoryGroupID(group).
			SetDirectoryRecordID(record).Exec(ctx))
		must(c.Membership.UpdateOneID(m.ID).SetDirectoryRoles(reader).SetDirectoryServices(1).Exec(ctx))
	}
	must(c.APIKey.Create().SetID(gid.New(gid.APIKey, h.account.Locality())).SetSecretHash(mark + " hash 1").
		SetHint(text("hint")).
		SetName(text("key")).SetAccountID(h.account).SetRoles(reader).SetServiceAccess(1).
		SetScopes(vocabulary.EveryKeyScope).SetCreatedAt(now).
		SetCreatedByID(h.administrator).SetExpiresAt(now + 1e15).SetLastUsedAt(now).SetRevokedAt(now + 1e15).Exec(ctx))
	must(c.APIKey.Create().SetID(gid.New(gid.APIKey, h.administrator.Locality())).SetSecretHash(mark + " hash 2").
		SetHint(text("hint")).
		SetName(text("own key")).SetUserID(h.administrator).SetScopes(1).SetCreatedAt(now).SetExpiresAt(now + 1e15).
		Exec(ctx))
	must(c.APIKey.Create().SetID(gid.New(gid.APIKey, h.account.Locality())).SetSecretHash(mark + " hash 3").
		SetHint(text("hint")).
		SetName(text("working key")).SetAccountID(h.account).SetRoles(reader).SetServiceAccess(1).SetScopes(1).
		SetIncludeSubAccounts(true).
		SetCreatedAt(now).SetCreatedByID(h.administrator).SetExpiresAt(now + 1e15).Exec(ctx))
	for _, user := range []gid.ID{h.administrator, h.member} {
		must(c.Session.Create().SetID(gid.New(gid.Session, user.Locality())).SetTokenHash(mark + user.String()).
			SetUserID(user).
			SetMethod(vocabulary.SignInMethodLink).SetUserAgent(text("browser")).SetAddress(text("address")).
			SetCreatedAt(now).
			SetLastSeenAt(now + noon).SetExpiresAt(now + 1e12).Exec(ctx))
	}
	must(f.Record(viewer.With(ctx, h.asAdministrator()),
		audit.Entry{Account: h.account, Action: "inviteMembers", Subject: h.line,
			Label: text("subject"), Reason: text("reason"), RequestID: text("request"),
			Fields: everyValue(h)}))
	addHiddenDraft(t, f, h)
	return h
}

// undeployed begins every text of a draft.
const undeployed = "Undeployed"

// addHiddenDraft gives a tenant a draft with a row of every kind that hangs below an entitlement.
func addHiddenDraft(t testing.TB, f *testenv.Fixture, h *tenantFixture) {
	t.Helper()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	ctx, c := f.Context(), f.Client()
	text := func(what string) string { return undeployed + " " + h.mark + " " + what }
	now, first, last := clock.At(testenv.Today.Time()), testenv.Today-10, testenv.Today+10
	entitlement := f.Entitlement(h.account, text("entitlement"))
	must(c.Entitlement.UpdateOneID(entitlement).SetVisible(false).SetOrderReference(text("order")).
		SetDescription(text("description")).SetShipToEmail(undeployed + "@draft.example").Exec(ctx))
	called := text("line")
	if len(h.hidden) > 0 {
		called += " again" // no two line items have one activation id
	}
	line := f.Line(h.account, entitlement, f.Seat, called, 10)
	must(c.LineItem.UpdateOneID(line).SetVisible(false).SetStartsOn(first).SetEndsOn(last).
		SetInForceUntil(last).Exec(ctx))
	granted := f.Period(h.account, line, &first, &last, 10).SetOrderID(text("order")).SetSourceNote(text("source"))
	must(granted.Exec(ctx))
	period, _ := granted.Mutation().ID()
	coverage := f.Coverage(h.account, first, last, line)
	must(c.Coverage.UpdateOneID(coverage).SetVisible(false).SetEntitlementID(entitlement).SetOrderID(text("order")).
		Exec(ctx))
	item, err := c.CoverageItem.Query().Where(coverageitem.CoverageID(coverage)).OnlyID(ctx)
	must(err)
	// A coverage of the draft is for a line that is live, and one that is live is for a line of the draft.
	must(c.CoverageItem.Create().SetID(gid.New(gid.CoverageItem, h.account.Locality())).SetAccountID(h.account).
		SetCoverageID(coverage).SetLineItemID(h.line).SetQuantity(7).Exec(ctx))
	device := c.Device.Query().Where(entdevice.AccountID(h.account)).FirstIDX(ctx)
	activation := f.Activation(h.account, line, device, 1)
	must(c.Activation.UpdateOneID(activation).SetLabel(text("activation")).Exec(ctx))
	server := c.LicenseServer.Query().Where(licenseserver.AccountID(h.account)).FirstIDX(ctx)
	allocation := gid.New(gid.Allocation, h.account.Locality())
	must(c.Allocation.Create().SetID(allocation).SetAccountID(h.account).SetLicenseServerID(server).
		SetLineItemID(line).SetQuantity(1).SetRequested(1).SetCreatedAt(now).SetUpdatedAt(now).Exec(ctx))
	must(c.LedgerEntry.Create().SetAccountID(h.account).SetLineItemID(line).SetKind(vocabulary.LedgerKindOpen).
		SetAmount(10).SetExcess(0).SetEffectiveOn(testenv.Today).SetRecordedAt(now).SetActor(text("actor")).
		SetCause(text("cause")).Exec(ctx))
	must(c.LineageStep.Create().SetAccountID(h.account).SetLineItemID(h.line).SetCounterpartID(line).
		SetCounterpartLabel(text(line.String())).SetDirection(vocabulary.LineageDirectionFrom).
		SetReason(vocabulary.LineageReasonSplit).SetHappenedOn(first).SetQuantity(1).Exec(ctx))
	system := c.System.Query().FirstIDX(ctx)
	h.hidden = append(h.hidden, entitlement, line, period, coverage, item, activation, allocation)
	for _, subject := range []gid.ID{entitlement, line, period, coverage, item} {
		decided, err := c.Decision.Create().SetAccountID(h.account).SetSubjectID(subject).
			SetKind(vocabulary.DecisionDraft).SetReason(text("reason")).SetActor(text("actor")).SetRecordedAt(now).
			Save(ctx)
		must(err)
		f.MarkDecided(subject)
		decision := gid.FromKey(gid.Decision, decided.ID)
		must(c.ExternalID.Create().SetSystemID(system).SetKind("draft").SetValue(text(subject.String())).
			SetEntityID(subject).SetAccountID(h.account).Exec(ctx))
		h.hidden = append(h.hidden, decision)
		for _, of := range []gid.ID{subject, decision, activation} {
			must(f.Record(viewer.With(ctx, h.asAdministrator()), audit.Entry{Account: h.account,
				Action: "issueEntitlement", Subject: of, Label: text("subject"), Reason: text("reason")}))
		}
	}
}

// everyValue returns one audit field for each type of value.
func everyValue(h *tenantFixture) []audit.Field {
	return slices.Concat(change.Became("note", h.mark, h.mark+" again"), change.Was("memberships", "7"),
		change.Became("roles", "READER,DOWNLOADER", ""),
		change.Is("origin", string(vocabulary.MembershipOriginDirectory)),
		change.Became("active", "true", "false"), change.Is("endsOn", "2027-03-31"),
		change.Became("expiresAt", "2027-03-31T12:00:00Z", "tomorrow"),
		change.Became("account", h.account.String(), value.OfReference(h.account, h.mark).Form))
}

const noon = clock.Instant(12 * time.Hour / time.Microsecond)

// terms creates the part number, the license model version and the coverage level to which rights of the fixture
// refer.
func (h *tenantFixture) terms(t testing.TB, f *testenv.Fixture) (part, version, level gid.ID) {
	t.Helper()
	part, version, level = gid.New(gid.PartNumber, 0), gid.New(gid.LicenseModelVersion, 0),
		gid.New(gid.CoverageLevel, 0)
	ctx, c, number := f.Context(), f.Client(), int(h.mark[0])
	for _, err := range []error{
		c.PartNumber.Create().SetID(part).SetCode("PART-" + h.mark[:1]).SetProductID(f.Product).SetUnitID(f.Seat).
			SetLicenseModelID(f.LicenseModel).Exec(ctx),
		c.LicenseModelVersion.Create().SetID(version).SetLicenseModelID(f.LicenseModel).SetNumber(number).
			SetValidFrom(testenv.Today).
			SetLeaseSeconds(3600).SetGraceDays(7).SetOverdraftAllowed(true).SetOfflineAllowed(true).Exec(ctx),
		c.CoverageLevel.Create().SetID(level).SetCode("LEVEL-" + h.mark[:1]).SetName("Gold").SetRank(number).Exec(ctx),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return part, version, level
}

// asAdministrator returns the fixture's administrator with the credential of an identity provider, for which no row is
// needed.
func (h *tenantFixture) asAdministrator() *viewer.Viewer {
	roles, _ := vocabulary.Roles(vocabulary.RoleAccountAdministrator)
	return (&viewer.Viewer{Credential: vocabulary.CredentialKindAccessToken, User: h.administrator,
		Name:   h.mark + ".admin",
		Scopes: vocabulary.EveryKeyScope, Grants: []viewer.Grant{{Account: h.account,
			Accounts: []gid.ID{h.account, h.below}, Roles: roles,
			Services: vocabulary.EveryService}}}).Settle()
}

// asMember returns a member of the fixture's account with the given services and roles.
func (h *tenantFixture) asMember(services vocabulary.ServiceSet, roles ...vocabulary.Role) *viewer.Viewer {
	set, _ := vocabulary.Roles(roles...)
	return (&viewer.Viewer{Credential: vocabulary.CredentialKindAccessToken, User: h.member, Name: h.mark + ".member",
		Scopes: vocabulary.EveryKeyScope, Grants: []viewer.Grant{{Account: h.account, Accounts: []gid.ID{h.account},
			Roles:    set,
			Services: services}}}).Settle()
}

// asProgram returns a program of the account with a new key that has the role reader only.
func (h *tenantFixture) asProgram(t testing.TB, env *testenv.Env, scopes ...vocabulary.KeyScope) *viewer.Viewer {
	t.Helper()
	ctx := viewer.With(context.WithoutCancel(t.Context()), viewer.CommandLine())
	in := access.NewKey{Name: "a program", Account: h.account, Scopes: scopes,
		Services: []vocabulary.Service{vocabulary.ServiceLicensing}}
	for n := 1; ; n++ {
		_, secret, err := env.Services.Access.CreateKey(ctx, change.Request{Action: "createApiKey", Input: in}, in)
		if fault.CodeOf(err) == access.KeyLimit && n < 10 {
			in.Name += "."
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		v, err := env.Services.Access.Key(ctx, secret)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// ids returns the ids of all rows of the fixture, of every table whose rows have global ids.
func (h *tenantFixture) ids(t testing.TB, env *testenv.Env) []gid.ID {
	t.Helper()
	c := env.Store.Client()
	ctx := viewer.With(context.WithoutCancel(t.Context()), h.asAdministrator())
	all := []gid.ID{h.club}
	for _, list := range []func(context.Context) ([]gid.ID, error){
		c.Account.Query().IDs, c.Membership.Query().IDs, c.User.Query().IDs, c.Entitlement.Query().IDs,
		c.LineItem.Query().IDs,
		c.Period.Query().IDs, c.Coverage.Query().IDs, c.CoverageItem.Query().IDs, c.Device.Query().IDs,
		c.LicenseServer.Query().IDs,
		c.Allocation.Query().IDs, c.Activation.Query().IDs, c.UsageRecord.Query().IDs, c.Invitation.Query().IDs,
		c.AccessRequest.Query().IDs, c.DirectoryGroup.Query().IDs, c.DirectoryRecord.Query().IDs, c.APIKey.Query().IDs,
		c.Session.Query().IDs, numbered(gid.AuditEntry, c.AuditEntry.Query().IDs),
		numbered(gid.Decision, c.Decision.Query().IDs),
	} {
		ids, err := list(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if len(ids) == 0 {
			t.Fatalf("%s owns no row of some type", h.mark)
		}
		all = append(all, ids...)
	}
	return all
}

// numbered converts numeric keys to global ids.
func numbered(t gid.Type, list func(context.Context) ([]int64, error)) func(context.Context) ([]gid.ID, error) {
	return func(ctx context.Context) ([]gid.ID, error) {
		keys, err := list(ctx)
		ids := make([]gid.ID, len(keys))
		for i, key := range keys {
			ids[i] = gid.FromKey(t, key)
		}
		return ids, err
	}
}

// ownKey returns the personal key of the administrator.
func (h *tenantFixture) ownKey(t testing.TB, env *testenv.Env) gid.ID {
	t.Helper()
	return env.Store.Client().APIKey.Query().Where(apikey.UserID(h.administrator)).FirstIDX(testenv.Operator(t))
}

// keyOf returns the key of a program of the account.
func (h *tenantFixture) keyOf(t testing.TB, env *testenv.Env) gid.ID {
	t.Helper()
	return env.Store.Client().APIKey.Query().Where(apikey.AccountID(h.account)).FirstIDX(testenv.Operator(t))
}
