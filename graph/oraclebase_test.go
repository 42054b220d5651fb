package graph_test

import (
	"context"
	"fmt"
	"os"
	"regexp"
	"testing"

	"github.com/99designs/gqlgen/graphql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/accessrequest"
	"github.com/muniment/muniment/ent/apikey"
	"github.com/muniment/muniment/ent/auditentry"
	entcoverage "github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/ent/customfield"
	"github.com/muniment/muniment/ent/customvalue"
	"github.com/muniment/muniment/ent/device"
	"github.com/muniment/muniment/ent/domainproof"
	entitlements "github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/ent/invitation"
	"github.com/muniment/muniment/ent/lineitem"
	memberships "github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/graph"
	"github.com/muniment/muniment/graph/oracle"
	"github.com/muniment/muniment/graph/oracle/naive"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// oracleWorld is a database that no longer changes, with the viewers who query it.
type oracleWorld struct {
	env      *testenv.Env
	base     *naive.Base
	sdl      string
	viewers  map[string]*viewer.Viewer
	compares *oracle.Comparison
	schema   graphql.ExecutableSchema
	// account is the account of the viewers who are not operators.
	account gid.ID
	// preferred are the accounts that have rows of every kind.
	preferred []gid.ID
}

// referEverywhere makes every row that can refer to another customer's rows refer to those of one, so that a random
// document is likely to find a relation that is read without the scope.
func referEverywhere(t *testing.T, f *testenv.Fixture, to *tenantFixture) {
	t.Helper()
	ctx, c := f.Context(), f.Client()
	for _, err := range []error{
		c.Entitlement.Update().SetChannelPartnerID(to.account).Exec(ctx),
		c.LineageStep.Update().SetCounterpartID(to.line).Exec(ctx),
		c.Membership.Update().SetGrantedByID(to.member).Exec(ctx),
		c.Invitation.Update().SetInvitedByID(to.member).Exec(ctx),
		c.Invitation.Update().Where(invitation.AcceptedByIDNotNil()).SetAcceptedByID(to.member).Exec(ctx),
		c.AccessRequest.Update().Where(accessrequest.DecidedByIDNotNil()).SetDecidedByID(to.member).Exec(ctx),
		c.APIKey.Update().SetCreatedByID(to.member).Exec(ctx),
		c.AuditEntry.Update().Where(auditentry.ActorIDNotNil()).SetActorID(to.member).Exec(ctx),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	program := c.APIKey.Query().Where(apikey.AccountID(to.account)).FirstIDX(ctx)
	for _, err := range []error{
		c.Membership.Update().Where(memberships.SuspendedAtNotNil()).ClearGrantedByID().SetGrantedByKeyID(program).
			Exec(ctx),
		c.Invitation.Update().Where(invitation.AcceptedByIDIsNil()).ClearInvitedByID().SetInvitedByKeyID(program).
			Exec(ctx),
		c.AccessRequest.Update().Where(accessrequest.DecidedByIDNotNil(), accessrequest.AccountIDNEQ(to.account)).
			ClearDecidedByID().SetDecidedByKeyID(program).Exec(ctx),
		c.DomainProof.Update().Where(domainproof.ApprovedByIDNotNil(), domainproof.AccountIDNEQ(to.account)).
			ClearApprovedByID().SetApprovedByKeyID(program).Exec(ctx),
		c.APIKey.Update().Where(apikey.LastUsedAtIsNil()).ClearCreatedByID().SetCreatedByKeyID(program).Exec(ctx),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
}

// newOracleWorld fills a database with the sample, and with two tenant fixtures whose rows refer to each other.
func newOracleWorld(t *testing.T, env *testenv.Env) *oracleWorld {
	t.Helper()
	load(t, env)
	env.Fill(t, func(f *testenv.Fixture) { fillRest(t, f) })
	var alpha, bravo *tenantFixture
	env.Fill(t, func(f *testenv.Fixture) { alpha = newTenantFixture(t, f.After(1000), "Alpha", nil) })
	env.Fill(t, func(f *testenv.Fixture) { bravo = newTenantFixture(t, f.After(2000), "Bravo", alpha) })
	env.Fill(t, func(f *testenv.Fixture) {
		addCrossReferences(t, f.After(3000), alpha, bravo)
	})
	var harbor gid.ID
	env.Fill(t, func(f *testenv.Fixture) {
		harbor = f.ProductLine
		newDenseFixture(t, f.After(4000), alpha).fill()
		decided(t, f.After(6000), alpha)
		decided(t, f.After(6500), bravo)
		across(t, f, alpha, bravo)
		ofProducer(t, f.After(7000))
		referEverywhere(t, f, bravo)
	})
	w := &oracleWorld{env: env, account: alpha.account, preferred: []gid.ID{alpha.account, bravo.account}}
	w.viewers = viewersOf(t, env, alpha, harbor)
	w.base = naive.NewBase(context.WithoutCancel(t.Context()), env.Store)
	sdl, err := os.ReadFile("testdata/schema.golden.graphql")
	if err != nil {
		t.Fatal(err)
	}
	w.sdl = withoutOperations(string(sdl))
	if w.compares, err = oracle.NewComparison(w.sdl); err != nil {
		t.Fatal(err)
	}
	w.schema, err = graph.NewSchema(graph.Options{Store: env.Store, Services: env.Services, Today: testenv.Day,
		ServiceLinks: testenv.ServiceLinks})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func viewersOf(t *testing.T, env *testenv.Env, h *tenantFixture, line gid.ID) map[string]*viewer.Viewer {
	t.Helper()
	reader, err := vocabulary.Roles(vocabulary.RoleReader)
	if err != nil {
		t.Fatal(err)
	}
	licensing, err := vocabulary.Services(vocabulary.ServiceLicensing)
	if err != nil {
		t.Fatal(err)
	}
	community, err := vocabulary.Services(vocabulary.ServiceCommunity)
	if err != nil {
		t.Fatal(err)
	}
	narrowed := h.asAdministrator()
	narrowed.NarrowedTo, narrowed.Grants[0].Accounts = h.below, []gid.ID{h.below}
	limited := &viewer.Viewer{Credential: vocabulary.CredentialKindAccessToken, User: h.limited,
		Name:   h.mark + ".limited",
		Scopes: vocabulary.EveryKeyScope, Grants: []viewer.Grant{{Account: h.account,
			Accounts:    []gid.ID{h.account, h.below},
			ProductLine: line, Roles: reader, Services: licensing}}}
	return map[string]*viewer.Viewer{
		"operator":      signedIn(t, env, named(t, env, "operator 0")),
		"administrator": h.asAdministrator(),
		"narrowed":      narrowed.Settle(),
		"member":        h.asMember(licensing, vocabulary.RoleReader),
		"community":     h.asMember(community, vocabulary.RoleReader),
		"limited":       limited.Settle(),
		"key":           h.asProgram(t, env, vocabulary.KeyScopeRead),
	}
}

// odd is a text with every kind of character that JSON escapes.
const odd = "quote \" backslash \\ tab \t line\n\u2028 é 𝒳 \u0001"

var decisionKinds = []vocabulary.Decision{vocabulary.DecisionWithdrawn, vocabulary.DecisionDraft,
	vocabulary.DecisionTest,
	vocabulary.DecisionSuspended, vocabulary.DecisionOnHold}

// denseFixture adds rows to a tenant fixture: a second product line, rights in every state, and more rows of every
// kind.
type denseFixture struct {
	*testenv.Fixture
	*tenantFixture
	t                                testing.TB
	c                                *ent.Client
	ctx                              context.Context
	now                              clock.Instant
	quay, crane, part, meter, server gid.ID
	lines                            []gid.ID
	headers                          map[gid.ID]gid.ID
}

func newDenseFixture(t testing.TB, f *testenv.Fixture, h *tenantFixture) *denseFixture {
	return &denseFixture{Fixture: f, tenantFixture: h, t: t, c: f.Client(), ctx: f.Context(),
		now:     clock.At(testenv.Today.Time()),
		headers: map[gid.ID]gid.ID{}}
}

func (b *denseFixture) must(err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
}

func (b *denseFixture) near(t gid.Type) gid.ID { return gid.New(t, b.account.Locality()) }

func (b *denseFixture) fill() {
	b.catalog()
	for i := range 4 {
		child := b.Account(fmt.Sprintf("Alpha child %d", i))
		b.Below(b.account, child)
		if i == 0 {
			b.must(b.c.AccountLink.Create().SetParentID(b.below).SetChildID(child).Exec(b.ctx))
		}
		if i == 1 {
			b.must(b.c.Account.UpdateOneID(child).SetRetiredAt(b.now).Exec(b.ctx))
		}
	}
	b.server = b.near(gid.LicenseServer)
	b.must(b.c.LicenseServer.Create().SetID(b.server).SetAccountID(b.account).SetFingerprint("denseFixture").
		SetName(odd).SetWords(search.OfLicenseServer(odd, "", "denseFixture")).
		SetDeployment(vocabulary.DeploymentCloud).SetStatus(vocabulary.DeviceStatusActive).SetCreatedAt(b.now).
		SetUpdatedAt(b.now).Exec(b.ctx))
	accounts := []gid.ID{b.account, b.account, b.below}
	for n := range 18 {
		account := accounts[n%len(accounts)]
		line, period := b.line(n, account)
		b.about(n, account, line)
		b.use(n, account, line, period)
		b.people(n, account)
		b.coverage(n, account, line)
		b.must(b.Record(viewer.With(b.ctx, b.asAdministrator()), audit.Entry{Account: account,
			Action: []string{"inviteMembers", "addUser"}[n%2], Subject: line, Label: odd, Reason: "denseFixture",
			RequestID: fmt.Sprint(n), Fields: []audit.Field{{Field: "f", Before: &b.mark}}}))
	}
	b.names()
}

func (b *denseFixture) catalog() {
	suite := gid.New(gid.Product, 0)
	b.quay, b.crane, b.meter = gid.New(gid.ProductLine, 0), gid.New(gid.Product, 0), gid.New(gid.Meter, 0)
	b.must(b.c.ProductLine.Create().SetID(b.quay).SetName("Quay").SetDescription(odd).SetCreatedAt(b.now).Exec(b.ctx))
	for id, kind := range map[gid.ID]vocabulary.ProductKind{b.crane: vocabulary.ProductKindProduct,
		suite: vocabulary.ProductKindSuite} {
		b.must(b.c.Product.Create().SetID(id).SetProductLineID(b.quay).SetName("Quay " + string(kind)).SetVersion("1").
			SetKind(kind).SetState(vocabulary.CatalogStateDraft).SetAvailableFrom(testenv.Today).SetCreatedAt(b.now).
			Exec(b.ctx))
	}
	for i, id := range []gid.ID{b.crane, b.Product} {
		b.must(b.c.SuiteMember.Create().SetSuiteID(suite).SetProductID(id).SetQuantity(i + 1).Exec(b.ctx))
	}
	for i := range 3 {
		b.part = gid.New(gid.PartNumber, 0)
		b.must(b.c.PartNumber.Create().SetID(b.part).SetCode(fmt.Sprint("QUAY-", 3-i)).SetProductID(b.crane).
			SetUnitID(b.APICalls).SetCancelDays(i).Exec(b.ctx))
		for n := range 2 {
			b.must(b.c.ListPrice.Create().SetID(gid.New(gid.ListPrice, 0)).SetPartNumberID(b.part).
				SetCurrency([]string{"JPY", "EUR"}[n]).SetAmountMinor(int64(1050 + i)).
				SetValidFrom(testenv.Today - day.Day(10*n)).Exec(b.ctx))
		}
	}
	for i, typ := range vocabulary.CustomFieldType("").Values() {
		for j, subject := range vocabulary.CustomFieldSubject("").Values() {
			b.customField(i+j, vocabulary.CustomFieldSubject(subject), vocabulary.CustomFieldType(typ))
		}
	}
	b.must(b.c.UnitOfMeasure.UpdateOneID(b.Seat).SetAggregation(vocabulary.AggregationLast).Exec(b.ctx))
	b.must(b.c.Meter.Create().SetID(b.meter).SetProductLineID(b.quay).SetUnitID(b.APICalls).SetCode("quay calls").
		SetName(odd).SetResetInterval(vocabulary.ResetIntervalNever).Exec(b.ctx))
}

// line adds a line item with up to three periods. It returns the line item and its last period.
func (b *denseFixture) line(n int, account gid.ID) (line, period gid.ID) {
	header := b.headers[account]
	if header == 0 || n > 11 {
		header = b.Entitlement(account, fmt.Sprintf("CROWD-%02d", n))
		b.headers[account] = header
	}
	if n == 13 {
		b.must(b.c.Entitlement.UpdateOneID(header).SetDescription(odd).Exec(b.ctx))
		b.Decide(account, header, vocabulary.DecisionDraft)
	}
	line = b.Line(account, header, []gid.ID{b.Seat, b.APICalls}[n%2], fmt.Sprintf("CROWD-LINE-%d", n), int64(1500+n))
	first, last := testenv.Today+day.Day(20*(n%5)-50), testenv.Today+day.Day(20*(n%5)-30)
	ends := last + day.Day(15*(n%4-1)) // of the last period
	if n%4 == 0 || n == 6 || n == 9 {
		ends = day.Forever // without periods, or with periods without days
	}
	update := b.c.LineItem.UpdateOneID(line).SetUsed(int64(n * 50)).SetOverdraft(int64(n % 3)).SetUnlimited(n == 7).
		SetStartsOn(first).SetEndsOn(ends)
	if n%2 == 1 {
		update.SetProductLineID(b.quay).SetProductID(b.crane)
	}
	switch n % 5 { // what the line stores is that of a day before
	case 1:
		update.SetInForceUntil(testenv.Today - 1)
	case 2:
		update.SetNextStartsOn(testenv.Today - day.Day(n%2))
	case 3:
		update.SetInForceUntil(testenv.Today).SetNextStartsOn(testenv.Today + 1)
	}
	b.must(update.Exec(b.ctx))
	if n%6 == 3 {
		b.Decide(account, line, decisionKinds[n%5])
	}
	b.lines = append(b.lines, line)
	for p := range n % 4 {
		period = b.period(n, p, account, line, period, first+day.Day(15*p), last+day.Day(15*p))
	}
	b.grace(n, account, line, last+day.Day(15*(n%4-1)))
	return line, period
}

// grace gives a line item grace after the last day of its last period, by the terms of its periods and by a decision.
func (b *denseFixture) grace(n int, account, line gid.ID, last day.Day) {
	b.must(b.c.LineItem.UpdateOneID(line).SetGraceUntil(last + 60).Exec(b.ctx))
	if n%4 == 2 || n%4 == 3 {
		b.DecideFor(account, line, vocabulary.DecisionGrace, last+1, last+25)
	}
	switch n % 8 {
	case 1:
		b.DecideFor(account, line, vocabulary.DecisionRenewalCancelled, last-10, day.Forever)
	case 2:
		b.DecideFor(account, line, vocabulary.DecisionRenewalCancelled, last+10, day.Forever)
	case 5:
		b.DecideFor(account, line, vocabulary.DecisionRenewalCancelled, last-20, last-10)
	}
	if n%3 == 0 {
		b.DecideFor(account, line, vocabulary.DecisionGrace, last+2, last+50) // after no period
	}
}

func (b *denseFixture) period(n, p int, account, line, before gid.ID, first, last day.Day) gid.ID {
	create := b.Period(account, line, &first, &last, int64(100*n+p))
	switch n {
	case 6:
		create = b.Period(account, line, nil, nil, 5).SetPerpetual(true)
	case 9:
		create = b.Period(account, line, nil, nil, 5)
	case 11:
		create.SetUnlimited(true)
	case 10:
		create.SetTerm(vocabulary.TermTrial)
	}
	if n%4 != 0 && n%4 != 3 && n != 9 {
		if create.SetCancelDays(3); n != 6 {
			create.SetCancelUntil(max(first, last-3))
		}
		if n == 17 || n == 14 && p == 0 {
			create.SetRenewalDecidedAt(b.now)
		} else if n != 6 {
			create.SetRenewsOn(max(first, last-3) + 1)
		}
	}
	if n%3 != 0 {
		create.SetGraceDays(12)
	}
	if n%7 == 5 || n == 6 {
		create.SetStartRule(vocabulary.StartRuleEachActivation)
	}
	if before != 0 && n%3 == 2 {
		create.SetRenewsID(before)
	}
	if p > 0 {
		create.SetPriceMinor(int64(1234 * p)).SetCurrency([]string{"EUR",
			"JPY"}[n%2]).SetTermLength(p).SetPartNumberID(b.part).
			SetTermUnit(vocabulary.TermUnitMonths).SetTimeZoneNote(odd).SetSourceLine("line")
	}
	b.must(create.Exec(b.ctx))
	period, _ := create.Mutation().ID()
	for i := range p { // in another order than that of their days
		b.must(b.c.Instalment.Create().SetAccountID(account).SetPeriodID(period).SetPriceMinor(1234).
			SetDueOn(testenv.Today - day.Day(i*(n+1))).SetCurrency([]string{"EUR", "JPY"}[n%2]).Exec(b.ctx))
	}
	if n%5 == 2 && p == 1 {
		b.Decide(account, period, decisionKinds[p])
	}
	for i := range p {
		b.decision(n+i, account, period, decisionKinds[n%5], fmt.Sprint("period ", p))
	}
	return period
}

// decision adds a decision that has ended, or that is to come, or that was lifted from its first day.
func (b *denseFixture) decision(n int, account, subject gid.ID, kind vocabulary.Decision, reason string) {
	b.t.Helper()
	create := b.c.Decision.Create().SetAccountID(account).SetSubjectID(subject).SetKind(kind).SetReason(reason).
		SetActor("somebody").SetRecordedAt(b.now)
	today := testenv.Today
	switch n % 4 {
	case 0:
		create.SetStartsOn(today - 20).SetEndsOn(today - 10).SetPlannedEndsOn(today - 10)
	case 1:
		create.SetStartsOn(today + 5)
	case 2:
		create.SetStartsOn(today - 3).SetEndsOn(today - 4).SetLiftedAt(b.now).SetLiftedBy("somebody else").
			SetLiftReason(odd)
	case 3:
		create.SetEndsOn(today - 25).SetPlannedEndsOn(today + 4).SetLiftedAt(b.now)
	}
	b.must(create.Exec(b.ctx))
	if subject.Type() == gid.Period {
		b.must(b.c.Period.UpdateOneID(subject).SetDecided(true).Exec(b.ctx))
	} else {
		b.must(b.c.LineItem.UpdateOneID(subject).SetDecided(true).Exec(b.ctx))
	}
}

// about adds rows about a line item: a decision, a lineage step from the previous line item, and ledger entries.
func (b *denseFixture) about(n int, account, line gid.ID) {
	b.decision(n, account, line, decisionKinds[n%5], odd)
	if n > 0 {
		reason := []vocabulary.LineageReason{vocabulary.LineageReasonRenewal, vocabulary.LineageReasonUpgrade,
			vocabulary.LineageReasonSplit}[n%3]
		step := b.c.LineageStep.Create().SetAccountID(account).SetLineItemID(b.lines[n-1]).SetCounterpartID(line).
			SetCounterpartLabel(odd).SetDirection(vocabulary.LineageDirectionTo).SetReason(reason)
		if n%4 == 1 {
			step.SetQuantity(int64(7 * n))
		}
		b.must(step.Exec(b.ctx))
	}
	for i, kind := range []vocabulary.LedgerKind{vocabulary.LedgerKindStep, vocabulary.LedgerKindActivate,
		vocabulary.LedgerKindReturn, vocabulary.LedgerKindAllocate} {
		b.must(b.c.LedgerEntry.Create().SetAccountID(account).SetLineItemID(line).SetKind(kind).
			SetAmount(int64(20*i - n)).SetExcess(int64(i)).SetEffectiveOn(testenv.Today - day.Day(5*i)).
			SetRecordedAt(b.now).
			SetActor("a").SetCause("c").Exec(b.ctx))
	}
}

// use adds activations and allocations of a line item.
func (b *denseFixture) use(n int, account, line, period gid.ID) {
	device := b.Device(account, fmt.Sprintf("machine %d", n))
	if n%3 == 0 {
		b.must(b.c.Device.UpdateOneID(device).SetLicenseServerID(b.server).SetStatus(vocabulary.DeviceStatusObsolete).
			Exec(b.ctx))
	}
	for i := range n % 3 {
		activation := b.Activation(account, line, device, int64(i+1))
		if i == 1 {
			b.must(b.c.Activation.UpdateOneID(activation).SetReturnedOn(testenv.Today).Exec(b.ctx))
		}
		if period != 0 && n%4 != 1 {
			update := b.c.Activation.UpdateOneID(activation).SetPeriodID(period)
			if i == 0 && n%5 != 0 {
				update.SetEndsOn(testenv.Today + day.Day(n))
			}
			b.must(update.Exec(b.ctx))
		}
	}
	allocation := b.c.Allocation.Create().SetID(b.near(gid.Allocation)).SetAccountID(account).
		SetLicenseServerID(b.server).
		SetLineItemID(line).SetQuantity(int64(n)).SetRequested(int64(n + 1)).SetCreatedAt(b.now).SetUpdatedAt(b.now)
	if period != 0 {
		allocation.SetPeriodID(period).SetEndsOn(testenv.Today)
	}
	b.must(allocation.Exec(b.ctx))
	b.must(b.c.UsageRecord.Create().SetID(b.near(gid.UsageRecord)).SetAccountID(account).SetMeterID(b.meter).
		SetStartsOn(testenv.Today - day.Day(n)).SetEndsOn(testenv.Today).SetOpening(false).SetGranted(int64(n)).
		SetUsedNumerator(int64(1000 * n)).SetExcessNumerator(7).SetDenominator(3).SetRecordedAt(b.now).Exec(b.ctx))
	// A long report of complete days makes a pace, and an imported total tells what was used since the meter was zero.
	b.must(b.c.UsageRecord.Create().SetID(b.near(gid.UsageRecord)).SetAccountID(account).SetMeterID(b.meter).
		SetStartsOn(testenv.Today - day.Day(100+n)).SetEndsOn(testenv.Today - 1).SetOpening(n%4 == 3).SetGranted(0).
		SetUsedNumerator(int64(10 * n)).SetExcessNumerator(0).SetDenominator(7).SetRecordedAt(b.now).Exec(b.ctx))
}

// coverage adds, to every second line item, a coverage that it shares with the previous line item.
func (b *denseFixture) coverage(n int, account, line gid.ID) {
	if n == 0 || n%2 == 1 {
		return
	}
	first, last := testenv.Today+day.Day(10*n-60), testenv.Today+day.Day(10*n-40)
	kind := []vocabulary.CoverageKind{vocabulary.CoverageKindMaintenance, vocabulary.CoverageKindSupport,
		vocabulary.CoverageKindSubscription}[n%3]
	covering := b.Coverage(account, first, last, line, b.lines[n-1])
	b.must(b.c.CoverageItem.Update().Where(coverageitem.CoverageID(covering), coverageitem.LineItemID(line)).
		SetQuantity(int64(100*n + 7)).Exec(b.ctx))
	b.furtherCoverages(n, account, line, covering, kind, first, last)
	update := b.c.Coverage.UpdateOneID(covering).SetKind(kind)
	if n%4 == 0 {
		update.SetProductLineID(b.quay).SetEntitlementID(b.headers[account])
	}
	switch n {
	case 8:
		update.SetEndsOn(day.Forever)
	case 10:
		update.SetEntitlementID(b.headers[account]).ClearStartsOn()
	}
	b.must(update.Exec(b.ctx))
}

// furtherCoverages adds coverages of the same kind that go on with less, begin a day late, or end together, and one
// that renews the coverage before it ends, and corrects another.
func (b *denseFixture) furtherCoverages(n int, account, line, covering gid.ID, kind vocabulary.CoverageKind, first,
	last day.Day) {
	corrected := b.Coverage(account, last, last+5, line)
	b.Decide(account, corrected, vocabulary.DecisionWithdrawn)
	successor := b.Coverage(account, last-10, last+4, line)
	b.must(b.c.Coverage.UpdateOneID(successor).SetKind(kind).SetRenewsID(covering).SetReplacesID(corrected).Exec(b.ctx))
	b.must(b.c.Coverage.Update().Where(entcoverage.IDIn([]gid.ID{successor, covering, corrected}[:n%3+1]...)).
		SetActivationID(fmt.Sprint("Cover ", n)).Exec(b.ctx))
	b.must(b.c.CoverageItem.Update().Where(coverageitem.CoverageID(successor)).SetQuantity(int64(20 * n)).Exec(b.ctx))
	for i, days := range [][2]day.Day{{last + 1, last + 30}, {last + 2, last + 9}, {first, last}}[:n%4+n%3/2] {
		further := b.Coverage(account, days[0], days[1], line)
		b.must(b.c.Coverage.UpdateOneID(further).SetKind(kind).Exec(b.ctx))
		b.must(b.c.CoverageItem.Update().Where(coverageitem.CoverageID(further)).SetQuantity(int64(40*n + i)).
			Exec(b.ctx))
	}
}

func (b *denseFixture) people(n int, account gid.ID) {
	user := b.Member(account, fmt.Sprintf("denseFixture.%02d", n))
	b.must(b.c.User.UpdateOneID(user).SetDisplayName(odd).Exec(b.ctx))
	b.must(b.c.SearchWord.Create().SetEntityType(int16(gid.User)).SetWord("denseFixture").SetEntityID(user).
		Exec(b.ctx))
	if n%4 != 0 {
		return
	}
	address, record := fmt.Sprint(n, "@new.example"), fmt.Sprint("record ", n)
	b.must(b.c.AccessRequest.Create().SetID(b.near(gid.AccessRequest)).SetAccountID(account).SetUserID(user).
		SetRoles(1).
		SetServiceAccess(1).SetGranted(false).SetCreatedAt(b.now).Exec(b.ctx))
	b.must(b.c.Invitation.Create().SetID(b.near(gid.Invitation)).SetAccountID(account).SetEmail(address).
		SetEmailKey(address).
		SetRoles(3).SetServiceAccess(1).SetIncludeSubAccounts(false).SetCreatedAt(b.now).SetExpiresAt(b.now + 1e12).
		Exec(b.ctx))
	b.must(b.c.DirectoryRecord.Create().SetID(b.near(gid.DirectoryRecord)).SetAccountID(account).SetUserName(record).
		SetUserNameKey(record).SetActive(n%8 == 0).SetAdopted(n%3 == 0).SetCreatedAt(b.now).SetUpdatedAt(b.now).
		Exec(b.ctx))
}

// names adds external ids, some of which belong to several objects.
func (b *denseFixture) names() {
	for i := range 3 {
		system := gid.New(gid.System, 0)
		b.must(b.c.System.Create().SetID(system).SetCode(fmt.Sprint("denseFixture ", 3-i)).SetName(odd).
			SetKind(vocabulary.SystemKindCrm).Exec(b.ctx))
		b.name(system, "line", "shared", b.lines[0])
		if i == 2 {
			b.name(system, "other", "shared", b.lines[3])
		}
		for n, line := range b.lines[:4] {
			b.name(system, fmt.Sprint("kind ", n), fmt.Sprint("name ", min(n, i)), line)
		}
	}
	devices, err := b.c.Device.Query().Where(device.AccountID(b.account)).Limit(4).IDs(b.ctx)
	b.must(err)
	headers, err := b.c.Entitlement.Query().Where(entitlements.AccountID(b.account)).Limit(4).IDs(b.ctx)
	b.must(err)
	b.customValues(vocabulary.CustomFieldSubjectAccount, b.account)
	b.customValues(vocabulary.CustomFieldSubjectEntitlement, headers...)
	b.customValues(vocabulary.CustomFieldSubjectLineItem, b.lines[:4]...)
	b.customValues(vocabulary.CustomFieldSubjectDevice, devices...)
}

// customField adds a custom field of a type.
func (b *denseFixture) customField(n int, subject vocabulary.CustomFieldSubject, typ vocabulary.CustomFieldType) {
	b.t.Helper()
	create := b.c.CustomField.Create().SetID(gid.New(gid.CustomField, 0)).SetSubject(subject).SetType(typ).
		SetCode("field-" + string(typ)).SetLabelEnglish("Field").SetLabelGerman(odd).SetForCustomers(n%3 > 0).
		SetCreatedAt(b.now)
	if typ == vocabulary.CustomFieldTypeChoice {
		create.SetChoices("one\n" + "two")
	}
	if n%4 == 0 {
		create.SetRetiredAt(b.now)
	}
	b.must(create.Exec(b.ctx))
}

// customValues gives some objects values of all custom fields of their kind.
func (b *denseFixture) customValues(subject vocabulary.CustomFieldSubject, objects ...gid.ID) {
	b.t.Helper()
	forms := map[vocabulary.CustomFieldType]string{vocabulary.CustomFieldTypeText: odd,
		vocabulary.CustomFieldTypeNumber: "-12.5", vocabulary.CustomFieldTypeDay: "2027-03-31",
		vocabulary.CustomFieldTypeBoolean: "true", vocabulary.CustomFieldTypeChoice: "two"}
	fields, err := b.c.CustomField.Query().Where(customfield.SubjectEQ(subject)).All(b.ctx)
	b.must(err)
	for i, object := range objects {
		for j, f := range fields {
			there, err := b.c.CustomValue.Query().Where(customvalue.SubjectID(object),
				customvalue.CustomFieldID(f.ID)).Exist(b.ctx)
			b.must(err)
			if !there && (i+j)%3 > 0 {
				b.must(b.c.CustomValue.Create().SetAccountID(b.account).SetSubjectID(object).SetCustomFieldID(f.ID).
					SetValue(forms[f.Type]).SetUpdatedAt(b.now).Exec(b.ctx))
			}
		}
	}
}

func (b *denseFixture) name(system gid.ID, kind, value string, entity gid.ID) {
	b.t.Helper()
	b.must(b.c.ExternalID.Create().SetSystemID(system).SetKind(kind).SetValue(value).SetEntityID(entity).
		SetAccountID(b.account).Exec(b.ctx))
}

// across makes rows of one tenant refer to rows of another tenant that its members do not see.
func across(t testing.TB, f *testenv.Fixture, from, to *tenantFixture) {
	t.Helper()
	ctx, c := f.Context(), f.Client()
	for _, line := range c.LineItem.Query().Where(lineitem.AccountID(from.account)).AllX(ctx) {
		if err := c.LineageStep.Create().SetAccountID(from.account).SetLineItemID(line.ID).SetCounterpartID(to.line).
			SetCounterpartLabel("across").SetDirection(vocabulary.LineageDirectionFrom).
			SetReason(vocabulary.LineageReasonTransfer).SetHappenedOn(testenv.Today).SetQuantity(3).
			Exec(ctx); err != nil {
			t.Fatal(err)
		}
	}
	for _, err := range []error{
		c.Entitlement.Update().Where(entitlements.AccountID(from.account)).SetChannelPartnerID(to.account).Exec(ctx),
		c.Membership.Update().Where(memberships.AccountID(from.account)).SetGrantedByID(to.member).Exec(ctx),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
}

// ofProducer adds the producer's people.
func ofProducer(t testing.TB, f *testenv.Fixture) {
	t.Helper()
	home := f.Account("Producer")
	for i := range 4 {
		user := f.Member(home, fmt.Sprint("operator ", i))
		role := []vocabulary.ProducerRole{vocabulary.ProducerRoleOperator, vocabulary.ProducerRoleSupportAgent}[i%2]
		if err := f.Client().User.UpdateOneID(user).SetProducerRole(role).Exec(f.Context()); err != nil {
			t.Fatal(err)
		}
	}
}

// decided adds rights that would be in force without a decision: each kind of decision on a period, and on the
// entitlement of a coverage.
func decided(t testing.TB, f *testenv.Fixture, h *tenantFixture) {
	t.Helper()
	first, last := testenv.Today-10, testenv.Today+10
	for _, decision := range decisionKinds {
		header := f.Entitlement(h.account, "of "+string(decision))
		line := f.Line(h.account, header, f.Seat, h.mark+" period "+string(decision), 1)
		ruled := f.Entitlement(h.account, "ruled "+string(decision))
		coverage := f.Coverage(h.account, first, last, line)
		p, err := f.Period(h.account, line, &first, &last, 1).Save(f.Context())
		must(t, err)
		must(t, f.Client().Coverage.UpdateOneID(coverage).SetEntitlementID(ruled).Exec(f.Context()))
		f.Decide(h.account, p.ID, decision)
		f.Decide(h.account, ruled, decision)
		// Decisions about part of the days, and about the item by which a coverage covers a line.
		later := f.Line(h.account, header, f.Seat, h.mark+" later "+string(decision), 1)
		must(t, f.Period(h.account, later, &first, &last, 1).Exec(f.Context()))
		f.DecideFor(h.account, later, decision, testenv.Today+3, testenv.Today+6)
		unlinked := f.Coverage(h.account, first, last, later)
		item, err := f.Client().CoverageItem.Query().Where(coverageitem.CoverageID(unlinked)).OnlyID(f.Context())
		must(t, err)
		f.DecideFor(h.account, item, decision, testenv.Today-3, day.Forever)
	}
}

// ofOperation matches a field of the root about the operation of the server, or eligibility, with its description and
// arguments.
var ofOperation = regexp.MustCompile(`(?m)^  """\n(?:  [^"\n][^\n]*\n)+  """\n` +
	`  (?:importRuns?|finding|jobs?|serverState|eligibility)(?:\((?s:.*?)\n  \))?: \w+\n`)

// withoutOperations returns the contract without what the state of the server and of its queue answers, which differs
// from one request to the next. TestOperationsAreOfTheProducer and its neighbours test these fields. Nor has it
// eligibility, whose rules internal/eligibility tests one by one, and TestEligibilityAgreesWithTheRest together.
func withoutOperations(sdl string) string { return ofOperation.ReplaceAllString(sdl, "") }
