package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"

	entitlements "github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/ent/lineitem"
	memberships "github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/graph"
	"github.com/muniment/muniment/graph/oracle"
	"github.com/muniment/muniment/graph/oracle/naive"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/httpd"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// The read path answers random documents as the reference implementation of GraphQL does, which asks package naive for
// one field of one object at a time.
func TestAnswersAreThoseOfTheReference(t *testing.T) {
	skipOracle(t)
	count := 1000
	if os.Getenv("MUNIMENT_SOAK") != "" {
		count = 50_000
	}
	if text := os.Getenv("MUNIMENT_TEST_DOCUMENTS"); text != "" {
		count, _ = strconv.Atoi(text)
	}
	seed := seedOfTest(t)
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		world := newOracleWorld(t, env)
		total := tally{values: map[string]int{}}
		began := time.Now()
		for _, name := range slices.Sorted(maps.Keys(world.viewers)) {
			total.add(world.compare(t, name, seed, count/len(world.viewers)))
		}
		t.Logf("%d documents, %d differ, %d with errors, %d refused; %d fields asked in %s", total.documents, total.differ,
			total.errors, total.refused, total.asked, time.Since(began).Round(time.Second))
		world.logCoverage(t, total.values)
	})
}

func seedOfTest(t *testing.T) int {
	t.Helper()
	seed := int(time.Now().UnixNano() % 1_000_000_000)
	if text := os.Getenv("MUNIMENT_TEST_SEED"); text != "" {
		var err error
		if seed, err = strconv.Atoi(text); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("MUNIMENT_TEST_SEED=%d", seed)
	return seed
}

// tally counts what became of documents.
type tally struct {
	documents, differ, errors, refused, asked int
	// values counts the values of fields that were not null.
	values map[string]int
}

// noting answers, and notes what had a value.
func (t *tally) noting(answer oracle.Answer) oracle.Answer {
	if t.values == nil {
		t.values = map[string]int{}
	}
	return func(q oracle.Question) (any, error) {
		v, err := answer(q)
		if v != nil && err == nil {
			t.values[q.Type+"."+q.Name]++
		}
		return v, err
	}
}

func (t *tally) add(o tally) {
	t.documents += o.documents
	t.differ += o.differ
	t.errors += o.errors
	t.refused += o.refused
	t.asked += o.asked
	for field, n := range o.values {
		t.values[field] += n
	}
}

// logCoverage names the fields that never had a value.
func (w *oracleWorld) logCoverage(t *testing.T, values map[string]int) {
	t.Helper()
	var missing []string
	fields := 0
	for name, d := range w.schema.Schema().Types {
		if d.Kind != ast.Object || strings.HasPrefix(name, "__") || name == "Mutation" || strings.HasSuffix(name, "Payload") ||
			slices.Contains([]string{"Effect", "Warning", "UserError", "Holding"}, name) {
			continue
		}
		for _, f := range d.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			if fields++; values[name+"."+f.Name] == 0 {
				missing = append(missing, name+"."+f.Name)
			}
		}
	}
	slices.Sort(missing)
	t.Logf("%d of %d fields had a value; not: %s", fields-len(missing), fields, strings.Join(missing, " "))
}

// oracleWorld is a database that does not change any more, with those who ask about it.
type oracleWorld struct {
	env      *testenv.Env
	base     *naive.Base
	sdl      string
	viewers  map[string]*viewer.Viewer
	compares *oracle.Comparison
	schema   graphql.ExecutableSchema
	// account is that of the viewers who are no operators.
	account gid.ID
	// preferred are the accounts that have rows of every kind.
	preferred []gid.ID
}

func newOracleWorld(t *testing.T, env *testenv.Env) *oracleWorld {
	t.Helper()
	load(t, env)
	env.Fill(t, func(f *testenv.Fixture) { fillRest(t, f) })
	var alpha, bravo *household
	env.Fill(t, func(f *testenv.Fixture) { alpha = furnish(t, f.After(1000), "Alpha", nil) })
	env.Fill(t, func(f *testenv.Fixture) { bravo = furnish(t, f.After(2000), "Bravo", alpha) })
	env.Fill(t, func(f *testenv.Fixture) { crossBack(t, f.After(3000), alpha, bravo) })
	w := &oracleWorld{env: env, account: alpha.account}
	var harbor gid.ID
	env.Fill(t, func(f *testenv.Fixture) {
		harbor = f.ProductLine
		crowd(t, f.After(4000), alpha)
		decided(t, f.After(6000), alpha)
		decided(t, f.After(6500), bravo)
		across(t, f, alpha, bravo)
		ofProducer(t, f.After(7000))
	})
	reader, err := vocabulary.Roles(vocabulary.RoleReader)
	if err != nil {
		t.Fatal(err)
	}
	licensing, err := vocabulary.Services(vocabulary.ServiceLicensing)
	if err != nil {
		t.Fatal(err)
	}
	narrowed := alpha.asAdministrator()
	narrowed.NarrowedTo, narrowed.Grants[0].Accounts = alpha.below, []gid.ID{alpha.below}
	w.preferred = []gid.ID{alpha.account, bravo.account}
	w.viewers = map[string]*viewer.Viewer{
		"operator":      signedIn(t, env, named(t, env, "operator 0")),
		"administrator": alpha.asAdministrator(),
		"narrowed":      narrowed.Settle(),
		"member":        alpha.asMember(licensing, vocabulary.RoleReader),
		"limited": (&viewer.Viewer{Credential: vocabulary.CredentialKindAccessToken, User: alpha.limited, Name: "Alpha.limited",
			Scopes: vocabulary.EveryKeyScope, Grants: []viewer.Grant{{Account: alpha.account, Accounts: []gid.ID{alpha.account, alpha.below},
				ProductLine: harbor, Roles: reader, Services: licensing}}}).Settle(),
		"community": alpha.asMember(1, vocabulary.RoleReader),
		"key":       alpha.asProgram(t, env, vocabulary.KeyScopeRead),
	}
	w.base = naive.NewBase(context.WithoutCancel(t.Context()), env.Store)
	sdl, err := os.ReadFile("testdata/schema.golden.graphql")
	if err != nil {
		t.Fatal(err)
	}
	w.sdl = string(sdl)
	if w.compares, err = oracle.NewComparison(w.sdl); err != nil {
		t.Fatal(err)
	}
	if w.schema, err = graph.NewSchema(graph.Options{Store: env.Store, Services: env.Services, Today: testenv.Day}); err != nil {
		t.Fatal(err)
	}
	return w
}

// crowd adds to a household rows of a second product line, rights in every state, and several rows wherever one has been.
func crowd(t *testing.T, f *testenv.Fixture, h *household) {
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	ctx, c, now := f.Context(), f.Client(), clock.At(testenv.Today.Time())
	near := func(typ gid.Type) gid.ID { return gid.New(typ, h.account.Locality()) }
	const odd = "quote \" backslash \\ tab \t line\n\u2028 é 𝒳 \u0001"
	quay, crane, suite := gid.New(gid.ProductLine, 0), gid.New(gid.Product, 0), gid.New(gid.Product, 0)
	must(c.ProductLine.Create().SetID(quay).SetName("Quay").SetDescription(odd).SetCreatedAt(now).Exec(ctx))
	for id, kind := range map[gid.ID]vocabulary.ProductKind{crane: vocabulary.ProductKindProduct, suite: vocabulary.ProductKindSuite} {
		must(c.Product.Create().SetID(id).SetProductLineID(quay).SetName("Quay " + string(kind)).SetVersion("1").SetKind(kind).
			SetState(vocabulary.CatalogStateDraft).SetAvailableFrom(testenv.Today).SetCreatedAt(now).Exec(ctx))
	}
	for i, id := range []gid.ID{crane, f.Product} {
		must(c.SuiteMember.Create().SetSuiteID(suite).SetProductID(id).SetQuantity(i + 1).Exec(ctx))
	}
	var part gid.ID
	for i := range 3 {
		part = gid.New(gid.PartNumber, 0)
		must(c.PartNumber.Create().SetID(part).SetCode(fmt.Sprint("QUAY-", 3-i)).SetProductID(crane).SetUnitID(f.APICalls).Exec(ctx))
		for n := range 2 {
			must(c.ListPrice.Create().SetID(gid.New(gid.ListPrice, 0)).SetPartNumberID(part).SetCurrency([]string{"JPY", "EUR"}[n]).
				SetAmountMinor(int64(1050 + i)).SetValidFrom(testenv.Today - day.Day(10*n)).Exec(ctx))
		}
	}
	accounts := []gid.ID{h.account, h.account, h.below}
	for i := range 4 {
		child := f.Account(fmt.Sprintf("Alpha child %d", i))
		f.Below(h.account, child)
		if i == 0 {
			must(c.AccountLink.Create().SetParentID(h.below).SetChildID(child).Exec(ctx))
		}
	}
	server := near(gid.LicenseServer)
	must(c.LicenseServer.Create().SetID(server).SetAccountID(h.account).SetFingerprint("crowd").SetName(odd).
		SetDeployment(vocabulary.DeploymentCloud).SetStatus(vocabulary.DeviceStatusActive).SetCreatedAt(now).SetUpdatedAt(now).Exec(ctx))
	meter := gid.New(gid.Meter, 0)
	must(c.Meter.Create().SetID(meter).SetProductLineID(quay).SetUnitID(f.APICalls).SetCode("quay calls").SetName(odd).
		SetResetInterval(vocabulary.ResetIntervalNever).Exec(ctx))
	decisions := []vocabulary.Decision{vocabulary.DecisionWithdrawn, vocabulary.DecisionDraft, vocabulary.DecisionTest,
		vocabulary.DecisionSuspended, vocabulary.DecisionOnHold}
	var lines []gid.ID
	headers := map[gid.ID]gid.ID{}
	for n := range 18 {
		account := accounts[n%len(accounts)]
		header := headers[account]
		if header == 0 || n > 11 {
			header = f.Entitlement(account, fmt.Sprintf("CROWD-%02d", n))
			headers[account] = header
		}
		if n == 13 {
			must(c.Entitlement.UpdateOneID(header).SetDecision(vocabulary.DecisionDraft).SetDescription(odd).Exec(ctx))
		}
		unit := []gid.ID{f.Seat, f.APICalls}[n%2]
		line := f.Line(account, header, unit, fmt.Sprintf("CROWD-LINE-%d", n), int64(1500+n))
		lines = append(lines, line)
		update := c.LineItem.UpdateOneID(line).SetUsed(int64(n * 50)).SetOverdraft(int64(n % 3))
		if n%2 == 1 {
			update.SetProductLineID(quay).SetProductID(crane)
		}
		first, last := testenv.Today+day.Day(20*(n%5)-50), testenv.Today+day.Day(20*(n%5)-30)
		update.SetStartsOn(first).SetEndsOn(last)
		if n == 7 {
			update.SetUnlimited(true)
		}
		if n%6 == 3 {
			update.SetDecision(decisions[n%5])
		}
		must(update.Exec(ctx))
		var before gid.ID
		for p := range n % 4 {
			begin, end := first+day.Day(15*p), last+day.Day(15*p)
			create := f.Period(account, line, &begin, &end, int64(100*n+p))
			switch {
			case n == 6:
				create = f.Period(account, line, nil, nil, 5).SetPerpetual(true)
			case n == 9:
				create = f.Period(account, line, nil, nil, 5)
			case n == 11:
				create.SetUnlimited(true)
			}
			if before != 0 && n%3 == 2 {
				create.SetRenewsID(before)
			}
			if n%5 == 2 && p == 1 {
				create.SetDecision(decisions[p])
			}
			if p > 0 {
				create.SetPriceMinor(int64(1234 * p)).SetCurrency([]string{"EUR", "JPY"}[n%2]).SetTermLength(p).SetPartNumberID(part).
					SetTermUnit(vocabulary.TermUnitMonths).SetTimeZoneNote(odd).SetSourceLine("line")
			}
			must(create.Exec(ctx))
			before, _ = create.Mutation().ID()
			for range p {
				must(c.Decision.Create().SetAccountID(account).SetSubjectID(before).SetKind(decisions[n%5]).SetReason(fmt.Sprint("period ", p)).
					SetActor("somebody").SetRecordedAt(now).Exec(ctx))
			}
		}
		must(c.Decision.Create().SetAccountID(account).SetSubjectID(line).SetKind(decisions[n%5]).SetReason(odd).SetActor("somebody").
			SetRecordedAt(now + clock.Instant(n)).Exec(ctx))
		if n > 0 {
			must(c.LineageStep.Create().SetAccountID(account).SetLineItemID(lines[n-1]).SetCounterpartID(line).SetCounterpartLabel(odd).
				SetDirection(vocabulary.LineageDirectionTo).SetReason([]vocabulary.LineageReason{vocabulary.LineageReasonRenewal,
				vocabulary.LineageReasonUpgrade, vocabulary.LineageReasonSplit}[n%3]).Exec(ctx))
		}
		for i := range 3 {
			must(c.LedgerEntry.Create().SetAccountID(account).SetLineItemID(line).SetKind(vocabulary.LedgerKindStep).SetAmount(int64(-i)).
				SetExcess(int64(i)).SetEffectiveOn(testenv.Today).SetRecordedAt(now).SetActor("a").SetCause("c").Exec(ctx))
		}
		device := f.Device(account, fmt.Sprintf("machine %d", n))
		if n%3 == 0 {
			must(c.Device.UpdateOneID(device).SetLicenseServerID(server).SetStatus(vocabulary.DeviceStatusObsolete).Exec(ctx))
		}
		for i := range n % 3 {
			activation := f.Activation(account, line, device, int64(i+1))
			if i == 1 {
				must(c.Activation.UpdateOneID(activation).SetReturnedOn(testenv.Today).Exec(ctx))
			}
		}
		allocation := c.Allocation.Create().SetID(near(gid.Allocation)).SetAccountID(account).SetLicenseServerID(server).SetLineItemID(line).
			SetQuantity(int64(n)).SetRequested(int64(n + 1)).SetCreatedAt(now).SetUpdatedAt(now)
		if before != 0 {
			allocation.SetPeriodID(before).SetEndsOn(last)
		}
		must(allocation.Exec(ctx))
		if n%2 == 0 && n > 0 {
			coverage := f.Coverage(account, testenv.Today+day.Day(10*n-60), testenv.Today+day.Day(10*n-40), line, lines[n-1])
			update := c.Coverage.UpdateOneID(coverage).SetKind([]vocabulary.CoverageKind{vocabulary.CoverageKindMaintenance,
				vocabulary.CoverageKindSupport, vocabulary.CoverageKindSubscription}[n%3])
			if n%4 == 0 {
				update.SetProductLineID(quay).SetEntitlementID(header)
			}
			if n == 8 {
				update.SetEndsOn(day.Forever)
			}
			if n == 10 {
				update.SetEntitlementID(header).ClearStartsOn()
			}
			must(update.Exec(ctx))
		}
		must(c.UsageRecord.Create().SetID(near(gid.UsageRecord)).SetAccountID(account).SetMeterID(meter).SetStartsOn(first + day.Day(n)).SetEndsOn(last).
			SetOpening(false).SetEntitled(int64(n)).SetUsedNumerator(int64(1000 * n)).SetOverNumerator(7).SetDenominator(3).SetRecordedAt(now).
			Exec(ctx))
		user := f.Member(account, fmt.Sprintf("crowd.%02d", n))
		must(c.User.UpdateOneID(user).SetDisplayName(odd).Exec(ctx))
		if n%4 == 0 {
			must(c.AccessRequest.Create().SetID(near(gid.AccessRequest)).SetAccountID(account).SetUserID(user).SetRoles(1).SetServiceAccess(1).
				SetGranted(false).SetCreatedAt(now).Exec(ctx))
			must(c.Invitation.Create().SetID(near(gid.Invitation)).SetAccountID(account).SetEmail(fmt.Sprint(n, "@new.example")).
				SetEmailKey(fmt.Sprint(n, "@new.example")).SetRoles(3).SetServiceAccess(1).SetIncludeSubAccounts(false).SetCreatedAt(now).
				SetExpiresAt(now + 1e12).Exec(ctx))
			must(c.DirectoryRecord.Create().SetID(near(gid.DirectoryRecord)).SetAccountID(account).SetUserName(fmt.Sprint("record ", n)).
				SetUserNameKey(fmt.Sprint("record ", n)).SetActive(n%8 == 0).SetAdopted(n%3 == 0).SetCreatedAt(now).SetUpdatedAt(now).Exec(ctx))
		}
		must(f.Record(viewer.With(ctx, h.asAdministrator()), audit.Entry{Account: account, Action: []string{"inviteMembers", "addUser"}[n%2],
			Subject: line, Label: odd, Reason: "crowd", RequestID: fmt.Sprint(n), Fields: []audit.Field{{Field: "f", Before: &h.mark}}}))
	}
	for i := range 3 {
		system := gid.New(gid.System, 0)
		must(c.System.Create().SetID(system).SetCode(fmt.Sprint("crowd ", 3-i)).SetName(odd).SetKind(vocabulary.SystemKindCrm).Exec(ctx))
		must(c.ExternalID.Create().SetSystemID(system).SetKind("line").SetValue("shared").SetEntityID(lines[0]).SetAccountID(h.account).
			Exec(ctx))
		if i == 2 {
			must(c.ExternalID.Create().SetSystemID(system).SetKind("other").SetValue("shared").SetEntityID(lines[3]).SetAccountID(h.account).
				Exec(ctx))
		}
		for n, line := range lines[:4] {
			must(c.ExternalID.Create().SetSystemID(system).SetKind(fmt.Sprint("kind ", n)).SetValue(fmt.Sprint("name ", min(n, i))).SetEntityID(line).
				SetAccountID(h.account).Exec(ctx))
		}
	}
}

// across lets rows of a household point to rows of another that its people do not see.
func across(t *testing.T, f *testenv.Fixture, from, to *household) {
	t.Helper()
	ctx, c := f.Context(), f.Client()
	for _, line := range c.LineItem.Query().Where(lineitem.AccountID(from.account)).AllX(ctx) {
		if err := c.LineageStep.Create().SetAccountID(from.account).SetLineItemID(line.ID).SetCounterpartID(to.line).
			SetCounterpartLabel("across").SetDirection(vocabulary.LineageDirectionFrom).SetReason(vocabulary.LineageReasonTransfer).
			SetHappenedOn(testenv.Today).SetQuantity(3).Exec(ctx); err != nil {
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
func ofProducer(t *testing.T, f *testenv.Fixture) {
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

// decided adds to a household rights that nothing but decisions rule out: each kind on a period, and on a header with a
// coverage.
func decided(t *testing.T, f *testenv.Fixture, h *household) {
	t.Helper()
	first, last := testenv.Today-10, testenv.Today+10
	for _, decision := range []vocabulary.Decision{vocabulary.DecisionWithdrawn, vocabulary.DecisionDraft, vocabulary.DecisionTest,
		vocabulary.DecisionSuspended, vocabulary.DecisionOnHold} {
		line := f.Line(h.account, f.Entitlement(h.account, "of "+string(decision)), f.Seat, "period "+string(decision), 1)
		ruled := f.Entitlement(h.account, "ruled "+string(decision))
		coverage := f.Coverage(h.account, first, last, line)
		for _, err := range []error{
			f.Period(h.account, line, &first, &last, 1).SetDecision(decision).Exec(f.Context()),
			f.Client().Entitlement.UpdateOneID(ruled).SetDecision(decision).Exec(f.Context()),
			f.Client().Coverage.UpdateOneID(coverage).SetEntitlementID(ruled).Exec(f.Context()),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
	}
}

// regressions are documents on which the server once differed from the reference. %s is the account of those who ask.
var regressions = map[string]struct{ viewer, document string }{
	"coverages of other customers": {"key", `{coverages(filter: {account: "%s", status: [WITHDRAWN]}) {totalCount nodes {id}}}`},
	"coverages of other accounts":  {"operator", `{coverages(filter: {account: "%s", status: [WITHDRAWN]}) {totalCount nodes {id}}}`},
	"line items of other accounts": {"operator", `{lineItems(filter: {account: "%s", status: [TEST]}) {totalCount nodes {id}}}`},
	"line items with a state and another condition": {"key", `{account(id: "%s") {
		lineItems(filter: {status: [DRAFT], activationIdStartsWith: "no"}) {totalCount nodes {id}}}}`},
	"coverages with a state and another condition": {"operator", `{account(id: "%s") {
		coverages(filter: {status: [WITHDRAWN], endsBetween: {from: "1999-01-01", to: "1999-01-01"}}) {totalCount nodes {id}}}}`},
	"rights of an account without access to them": {"community", `{account(id: "%s") {
		lineItems(filter: {status: [WITHDRAWN]}) {totalCount nodes {id}}
		coverages(filter: {status: [WITHDRAWN]}) {totalCount nodes {id}}}}`},
	"a name that several objects share": {"operator", `{lookup(externalId: {value: "shared"}) {id}}`},
	"decisions of a line, newest first": {"operator", `{account(id: "%s") {lineItems {nodes {decisions {reason recordedAt}}}}}`},
}

func TestRegressionsOfAnswers(t *testing.T) {
	skipOracle(t)
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := newOracleWorld(t, env)
		session := w.session(t, nil)
		for _, name := range slices.Sorted(maps.Keys(regressions)) {
			t.Run(name, func(t *testing.T) {
				r := regressions[name]
				who := w.viewers[r.viewer]
				d := oracle.Document{Text: strings.ReplaceAll(r.document, "%s", w.account.String()), Variables: []byte("{}")}
				w.compareOne(t, r.viewer, session, w.answerer(t, who), w.handler(w.schema, who), d, &tally{})
			})
		}
	})
}

// pools are the values of arguments for one viewer.
func (w *oracleWorld) pools(a *naive.Answerer, seed int) oracle.Pools {
	random := rand.New(rand.NewPCG(uint64(seed), 1))
	ids := a.IDs(16, w.preferred, random.Shuffle)
	pools := oracle.Pools{
		"Date":                    days(-400, -30, -11, -10, -1, 0, 1, 9, 10, 11, 25, 60, 400),
		"DateTime":                {"2026-11-21T00:00:00Z", "2026-11-22T00:00:00Z", "2026-11-22T00:00:00.004001Z", "2027-01-01T00:00:00Z"},
		"Query.user.userName":     {"Alpha.admin", "Alpha.member", "crowd.03", "Bravo.member", "nobody"},
		"AuditFilterInput.action": {"inviteMembers", "addUser", "", "none"},
		"LineItemFilterInput.activationIdStartsWith": {"CROWD-LINE-1", "CROWD", "Alpha", "", "z"},
		"EntitlementFilterInput.numberStartsWith":    {"CROWD-1", "CROWD", "Alpha", "", "z"},
		"String":                 {"alpha", "ALPHA comp", "quay", "harbor", "", "%", "brav", "crowd"},
		"ExternalIdInput.value":  {"name 0", "name 1", "name 2", "shared", "Alpha account", "Alpha user", "Alpha line", "Bravo line", "none"},
		"ExternalIdInput.system": {"crowd 1", "crowd 2", "system of A", "none"},
		"ExternalIdInput.kind":   {"kind 0", "kind 1", "account", "line", ""},
		"ID:unknown":             {gid.New(gid.Account, 0).String(), gid.New(gid.LineItem, 0).String(), gid.New(gid.Session, 0).String()},
	}
	for name, list := range ids {
		for _, id := range list {
			pools["ID:"+name] = append(pools["ID:"+name], id)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(ids)) {
		pools["ID"] = append(pools["ID"], pools["ID:"+name]...)
	}
	pools["AuditFilterInput.actor"] = pools["ID:User"]
	pools["AuditFilterInput.subject"] = pools["ID:LineItem"]
	pools["EntitlementFilterInput.channelPartner"] = pools["ID:Account"]
	pools["AccountFilterInput.below"] = pools["ID:Account"]
	// Most roots that need arguments are given some that lead to something.
	some := func(of []any, n int) []any { return of[:min(n, len(of))] }
	for _, id := range some(pools["ID:Account"], 4) {
		filter := map[string]any{"filter": map[string]any{"account": id, "includeSubAccounts": random.IntN(2) == 0}}
		for _, field := range []string{"devices", "licenseServers", "lineItems", "coverages", "entitlements"} {
			pools["Query."+field] = append(pools["Query."+field], filter)
		}
		pools["Query.activations"] = append(pools["Query.activations"], map[string]any{"filter": map[string]any{"account": id}})
	}
	for _, id := range some(pools["ID:LineItem"], 6) {
		pools["Query.activations"] = append(pools["Query.activations"], map[string]any{"filter": map[string]any{"lineItem": id}})
	}
	for _, id := range some(pools["ID:User"], 6) {
		pools["Query.user"] = append(pools["Query.user"], map[string]any{"id": id})
	}
	for _, name := range pools["Query.user.userName"] {
		pools["Query.user"] = append(pools["Query.user"], map[string]any{"userName": name})
	}
	return pools
}

func days(offsets ...int) (list []any) {
	for _, o := range offsets {
		list = append(list, (testenv.Today + day.Day(o)).String())
	}
	return list
}

const batch = 100

// compare draws documents of one viewer and compares the answers. The first batch fills the pool of cursors.
func (w *oracleWorld) compare(t *testing.T, name string, seed, count int) (total tally) {
	t.Helper()
	who := w.viewers[name]
	a := w.answerer(t, who)
	pools := w.pools(a, seed)
	server := w.handler(w.schema, who)
	for begin := 0; begin < count; {
		session := w.session(t, pools)
		size := min(batch, count-begin)
		if begin > 0 {
			size = count - begin
		}
		for at := 0; at < size; at += batch {
			documents, _, err := session.Generate(oracle.Draw{Seed: seed + 7919*(begin+at) + len(name), Count: min(batch, size-at)})
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range documents {
				w.compareOne(t, name, session, a, server, d, &total)
			}
		}
		begin += size
		cursors, err := session.Cursors()
		if err != nil {
			t.Fatal(err)
		}
		pools.AddCursors(cursors)
		total.asked += session.Asked()
	}
	t.Logf("%s: %d documents, %d differ, %d with errors, %d refused", name, total.documents, total.differ, total.errors, total.refused)
	return total
}

const printed = 5

func (w *oracleWorld) compareOne(t *testing.T, name string, session *oracle.Session, a *naive.Answerer, server http.Handler,
	d oracle.Document, total *tally) {
	t.Helper()
	a.Begin()
	want, err := session.Execute(d, total.noting(a.Answer))
	if err != nil {
		t.Fatalf("%v\n%s", err, d)
	}
	got := send(t, server, d)
	total.documents++
	if len(want.Data) == 0 {
		total.refused++
	}
	if len(want.Errors) > 0 {
		total.errors++
	}
	if refusesNull(got, want) {
		return
	}
	if difference := w.compares.Compare(d, got, want); difference != "" {
		if total.differ++; total.differ <= printed {
			t.Errorf("%s: %s", name, difference)
		}
	}
}

// refusesNull tells whether the server refuses a whole request since a variable is null where null is not allowed. It does
// so on purpose, before anything runs; the reference makes it an error of one field.
func refusesNull(got, want *oracle.Result) bool {
	isNull := func(e oracle.Error) bool { return e.Code == "BAD_INPUT" && e.Message == "Null is not allowed here." }
	isArgument := func(e oracle.Error) bool { return e.Code == oracle.CodeArgument }
	return len(got.Data) == 0 && slices.ContainsFunc(got.Errors, isNull) && slices.ContainsFunc(want.Errors, isArgument)
}

func (w *oracleWorld) answerer(t *testing.T, who *viewer.Viewer) *naive.Answerer {
	return naive.New(context.WithoutCancel(t.Context()), naive.Options{Base: w.base, Viewer: who, Today: testenv.Today,
		Now: w.env.Clock.Now(), Access: w.env.Services.Access, Members: w.env.Services.Members})
}

func (w *oracleWorld) session(t *testing.T, pools oracle.Pools) *oracle.Session {
	t.Helper()
	session, err := oracle.Start(t.Context(), oracle.Options{Schema: w.sdl, Pools: pools, Stderr: t.Output()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := session.Close(); err != nil {
			t.Error(err)
		}
	})
	return session
}

// handler is the server with one viewer.
func (w *oracleWorld) handler(schema graphql.ExecutableSchema, who *viewer.Viewer) http.Handler {
	return httpd.New(httpd.Options{Schema: schema, Log: slog.New(slog.DiscardHandler), Deadline: time.Minute,
		Authenticate: func(*http.Request) (*viewer.Viewer, error) { return who, nil }})
}

func send(t *testing.T, server http.Handler, d oracle.Document) *oracle.Result {
	t.Helper()
	body, err := d.Body()
	if err != nil {
		t.Fatal(err)
	}
	request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "http://127.0.0.1/graphql", bytes.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	recorder := httptest.NewRecorder()
	server.ServeHTTP(recorder, request)
	result, err := oracle.ReadResult(recorder.Body.Bytes())
	if err != nil {
		t.Fatalf("status %d: %v\n%s", recorder.Code, err, d)
	}
	return result
}

// seededFault is a mistake that a server could make. It is put into what feeds the fields, into the document before the server
// reads it, or into the text of the answer.
type seededFault struct {
	fields   func(map[string]*plan.Object)
	document func(*rewriting)
	answer   func([]byte) []byte
}

// seededFaults are caught, each by one of 200 documents.
var seededFaults = map[string]seededFault{
	"a field is kept by its alias alone": {document: func(r *rewriting) {
		kept := map[string]*ast.Field{}
		r.each(func(f *ast.Field) {
			key := f.ObjectDefinition.Name + "." + f.Name + " " + f.Alias
			if len(f.Definition.Arguments) == 0 {
				return
			}
			if first := kept[key]; first != nil {
				f.Arguments = first.Arguments
			} else {
				kept[key] = f
			}
		})
	}},
	"a column is not read": {fields: func(objects map[string]*plan.Object) {
		objects["Product"].Fields["availableFrom"] = plan.Plain(func(*plan.Call, plan.Row) any { return nil })
	}},
	"first and last are swapped": {document: func(r *rewriting) {
		r.eachArgument(func(_ *ast.Field, a *ast.Argument) {
			if swapped, ok := map[string]string{"first": "last", "last": "first"}[a.Name]; ok {
				a.Name = swapped
			}
		})
	}},
	"relations are read without the scope": {fields: func(objects map[string]*plan.Object) {
		unscoped := func(column string) *plan.Field {
			return plan.Key(func(_ *plan.Call, r plan.Row) gid.ID { return r.ID(column) }, column).Unscoped()
		}
		objects["Entitlement"].Fields["channelPartner"] = unscoped("channel_partner_id")
		objects["LineageStep"].Fields["counterpart"] = unscoped("counterpart_id")
		objects["Membership"].Fields["grantedBy"] = unscoped("granted_by_id")
	}},
	"of nodes and edges only nodes count": {document: func(r *rewriting) {
		r.each(func(f *ast.Field) {
			nodes := func(s ast.Selection) bool { inner, ok := s.(*ast.Field); return ok && inner.Name == "nodes" }
			edges := func(s ast.Selection) bool { inner, ok := s.(*ast.Field); return ok && inner.Name == "edges" }
			if slices.ContainsFunc(f.SelectionSet, nodes) && slices.ContainsFunc(f.SelectionSet, edges) {
				f.SelectionSet = slices.DeleteFunc(f.SelectionSet, edges)
			}
		})
	}},
	"skip and include are ignored": {document: func(r *rewriting) { r.undirected = true }},
	"pages belong to the row before": {fields: func(objects map[string]*plan.Object) {
		objects["LineItem"].Fields["periods"] = shifted("line_item_id", entitlement.PeriodsInOrder)
		objects["Account"].Fields["memberships"] = shifted("account_id", account.MembershipsByID)
		objects["ProductLine"].Fields["products"] = shifted("product_line_id", catalog.ProductsByName)
	}},
	"pages are longer by one": {document: func(r *rewriting) {
		r.eachArgument(func(_ *ast.Field, a *ast.Argument) {
			if a.Name != "first" && a.Name != "last" {
				return
			}
			if n, err := a.Value.Value(r.variables); err == nil && n != nil {
				a.Value = &ast.Value{Kind: ast.IntValue, Raw: fmt.Sprint(asInt(n) + 1)}
			}
		})
	}},
	"a default is ignored": {document: func(r *rewriting) {
		r.each(func(f *ast.Field) {
			if d := f.Definition.Arguments.ForName("orderBy"); d != nil && f.Arguments.ForName("orderBy") == nil {
				other := map[string]string{"NEWEST": "NUMBER", "OLDEST": "EXPIRY", "EXPIRY": "OLDEST", "NAME": "NEWEST", "ENDING": "NEWEST"}
				f.Arguments = append(f.Arguments, &ast.Argument{Name: "orderBy",
					Value: &ast.Value{Kind: ast.EnumValue, Raw: other[d.DefaultValue.Raw]}})
			}
		})
	}},
	"totalCount counts the page": {answer: func(text []byte) []byte {
		return regexp.MustCompile(`"totalCount":([4-9]|\d\d+)\b`).ReplaceAll(text, []byte(`"totalCount":3`))
	}},
}

func asInt(v any) int64 {
	switch n := v.(type) {
	case int64:
		return n
	case json.Number:
		i, _ := n.Int64()
		return i
	case float64:
		return int64(n)
	}
	return 0
}

// before returns the id of the row that was asked about before.
func before() func(*plan.Call, plan.Row) gid.ID {
	var last gid.ID
	return func(_ *plan.Call, r plan.Row) gid.ID {
		id := r.ID("id")
		if last == 0 {
			last = id
		}
		previous := last
		last = id
		return previous
	}
}

func shifted(partition string, o page.Order) *plan.Field {
	return plan.Page(plan.List{Partition: partition, Order: o, Key: before()}).Needing("id")
}

// rewriting is a document that is made faulty.
type rewriting struct {
	document   *ast.QueryDocument
	variables  map[string]any
	undirected bool
}

func (r *rewriting) eachArgument(do func(*ast.Field, *ast.Argument)) {
	r.each(func(f *ast.Field) {
		for _, a := range f.Arguments {
			do(f, a)
		}
	})
}

func (r *rewriting) each(do func(*ast.Field)) {
	var walk func(ast.SelectionSet)
	walk = func(set ast.SelectionSet) {
		for _, s := range set {
			switch s := s.(type) {
			case *ast.Field:
				do(s)
				walk(s.SelectionSet)
			case *ast.InlineFragment:
				walk(s.SelectionSet)
			}
		}
	}
	for _, o := range r.document.Operations {
		walk(o.SelectionSet)
	}
	for _, f := range r.document.Fragments {
		walk(f.SelectionSet)
	}
}

// text writes the document without what nothing uses any more.
func (r *rewriting) text() string {
	used, spread := map[string]bool{}, map[string]bool{}
	var value func(*ast.Value)
	value = func(v *ast.Value) {
		if v.Kind == ast.Variable {
			used[v.Raw] = true
		}
		for _, child := range v.Children {
			value(child.Value)
		}
	}
	directives := func(list *ast.DirectiveList) {
		if r.undirected {
			*list = nil
		}
		for _, d := range *list {
			for _, a := range d.Arguments {
				value(a.Value)
			}
		}
	}
	var walk func(ast.SelectionSet)
	walk = func(set ast.SelectionSet) {
		for _, s := range set {
			switch s := s.(type) {
			case *ast.Field:
				directives(&s.Directives)
				for _, a := range s.Arguments {
					value(a.Value)
				}
				walk(s.SelectionSet)
			case *ast.InlineFragment:
				directives(&s.Directives)
				walk(s.SelectionSet)
			case *ast.FragmentSpread:
				directives(&s.Directives)
				if f := r.document.Fragments.ForName(s.Name); !spread[s.Name] {
					spread[s.Name] = true
					walk(f.SelectionSet)
				}
			}
		}
	}
	for _, o := range r.document.Operations {
		walk(o.SelectionSet)
	}
	for _, o := range r.document.Operations {
		o.VariableDefinitions = slices.DeleteFunc(o.VariableDefinitions, func(d *ast.VariableDefinition) bool { return !used[d.Variable] })
	}
	r.document.Fragments = slices.DeleteFunc(r.document.Fragments, func(f *ast.FragmentDefinition) bool { return !spread[f.Name] })
	var b strings.Builder
	formatter.NewFormatter(&b).FormatQueryDocument(r.document)
	return b.String()
}

// Each of ten mistakes is found by one of 200 documents.
func TestMistakesAreFoundByRandomDocuments(t *testing.T) {
	skipOracle(t)
	const documents = 200
	seed := seedOfTest(t)
	env := testenv.New(t, store.Config{Directory: t.TempDir()})
	w := newOracleWorld(t, env)
	drawn := w.draw(t, seed, documents)
	for _, name := range slices.Sorted(maps.Keys(seededFaults)) {
		schema := w.schema
		if alter := seededFaults[name].fields; alter != nil {
			var err error
			schema, err = graph.NewFaultySchema(graph.Options{Store: env.Store, Services: env.Services, Today: testenv.Day}, alter)
			if err != nil {
				t.Fatal(err)
			}
		}
		at := slices.IndexFunc(drawn, func(d drawnDocument) bool { return w.finds(t, seededFaults[name], schema, d) })
		if at < 0 {
			t.Errorf("none of %d documents finds that %s", len(drawn), name)
			continue
		}
		t.Logf("document %d finds that %s", at+1, name)
	}
}

// drawnDocument is a document on which the server and the reference agree.
type drawnDocument struct {
	oracle.Document
	viewer string
	want   *oracle.Result
}

// draw draws documents of all viewers in turn.
func (w *oracleWorld) draw(t *testing.T, seed, count int) []drawnDocument {
	t.Helper()
	names := slices.Sorted(maps.Keys(w.viewers))
	drawn := make([]drawnDocument, 0, count)
	for i, name := range names {
		who := w.viewers[name]
		a := w.answerer(t, who)
		session := w.session(t, w.pools(a, seed))
		list, _, err := session.Generate(oracle.Draw{Seed: seed + i, Count: (count + len(names) - 1) / len(names)})
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range list {
			a.Begin()
			want, err := session.Execute(d, a.Answer)
			if err != nil {
				t.Fatal(err)
			}
			if w.compares.Compare(d, send(t, w.handler(w.schema, who), d), want) == "" {
				drawn = append(drawn, drawnDocument{d, name, want})
			}
		}
	}
	rand.New(rand.NewPCG(uint64(seed), 2)).Shuffle(len(drawn), func(i, j int) { drawn[i], drawn[j] = drawn[j], drawn[i] })
	return drawn[:min(count, len(drawn))]
}

func (w *oracleWorld) finds(t *testing.T, fault seededFault, schema graphql.ExecutableSchema, d drawnDocument) bool {
	t.Helper()
	faulty := d.Document
	if fault.document != nil {
		parsed, errs := gqlparser.LoadQuery(w.schema.Schema(), d.Text)
		if errs != nil {
			t.Fatal(errs)
		}
		r := &rewriting{document: parsed, variables: map[string]any{}}
		decoder := json.NewDecoder(bytes.NewReader(d.Variables))
		decoder.UseNumber()
		if err := decoder.Decode(&r.variables); err != nil {
			t.Fatal(err)
		}
		fault.document(r)
		faulty.Text = r.text()
	}
	got := send(t, w.handler(schema, w.viewers[d.viewer]), faulty)
	if fault.answer != nil {
		got.Data = fault.answer(got.Data)
	}
	return w.compares.Compare(d.Document, got, d.want) != ""
}

func skipOracle(t *testing.T) {
	t.Helper()
	if slices.Contains(strings.Split(os.Getenv("MUNIMENT_TEST_SKIP"), ","), "web") {
		t.Skip("MUNIMENT_TEST_SKIP names web")
	}
	if testing.Short() {
		t.Skip("the whole of it runs without the race detector")
	}
}
