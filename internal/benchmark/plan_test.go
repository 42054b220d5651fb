package benchmark

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/muniment/muniment/ent/auditentry"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/vocabulary"
)

// planned is a list field with a filter and an order that docs/filters.md allows.
type planned struct {
	query string
	// sorts allows the plan to sort, because it sorts only the rows of one account and its sub-accounts, of a few
	// words, or of one parent.
	sorts bool
}

// allowed returns the pairs of filter and order that docs/filters.md lists, and the relations.
func allowed() []planned {
	return []planned{
		{`accounts(orderBy: NAME) { nodes { id } }`, false},
		{`accounts(orderBy: NAME, after: $cursor) { nodes { id } }`, false},
		{`accounts(orderBy: CREATED) { nodes { id } }`, false},
		{`accounts(orderBy: NAME, filter: { kind: CUSTOMER }) { nodes { id } }`, false},
		{`accounts(orderBy: NAME, filter: { retired: false }) { nodes { id } }`, false},
		{`accounts(orderBy: NAME, filter: { below: $account }) { nodes { id } }`, true},
		{`accounts(orderBy: NAME, filter: { text: "ka" }) { nodes { id } }`, true},
		{`accounts(orderBy: CREATED, filter: { below: $account, kind: CUSTOMER, text: "ka re" }) { nodes { id } }`,
			true},
		{`users { nodes { id } }`, false},
		{`users(filter: { account: $account }) { nodes { id } }`, true},
		{`users(filter: { text: "ka re" }) { nodes { id } }`, true},
		{`user(userName: "nobody") { id }`, false},
		{`entitlements(orderBy: CREATED) { nodes { id } }`, false},
		{`entitlements(orderBy: CREATED, filter: { channelPartner: $account }) { nodes { id } }`, true},
		{`entitlements(orderBy: CREATED, filter: { decision: [DRAFT, TEST] }) { nodes { id } }`, true},
		{`entitlements(orderBy: NUMBER) { nodes { id } }`, false},
		{`entitlements(orderBy: NUMBER, filter: { numberStartsWith: "ENT-1" }) { nodes { id } }`, false},
		{`entitlements(orderBy: NUMBER, filter: { channelPartner: $account, numberStartsWith: "ENT-1" }) { nodes { id } }`, true},
		{`entitlements(orderBy: CREATED, filter: { account: $account }) { nodes { id } }`, false},
		{`entitlements(orderBy: NUMBER, filter: { account: $account, numberStartsWith: "ENT-1" }) { nodes { id } }`,
			false},
		{`entitlements(orderBy: NUMBER, filter: { account: $account, includeSubAccounts: true, product: $product, productLine: $line }) { nodes { id } }`, true},
		{`lineItems(orderBy: ENDS_ON) { nodes { id } }`, false},
		{`lineItems(orderBy: ENDS_ON, filter: { endsBetween: { from: "2026-11-22", to: "2027-02-20" } }) { nodes { id } }`, false},
		{`lineItems(orderBy: ENDS_ON, filter: { productLine: $line, endsBetween: { from: "2026-11-22", to: "2027-02-20" } }) { nodes { id } }`, false},
		{`lineItems(orderBy: ENDS_ON, filter: { product: $product }) { nodes { id } }`, false},
		{`lineItems(orderBy: ENDS_ON, filter: { unit: $unit, endsBetween: { from: "2026-11-22" } }) { nodes { id } }`,
			false},
		{`lineItems(orderBy: CREATED) { nodes { id } }`, false},
		{`lineItems(orderBy: CREATED, direction: ASCENDING) { nodes { id } }`, false},
		{`lineItems(orderBy: ENDS_ON, direction: DESCENDING, filter: { product: $product }) { nodes { id } }`, false},
		{`lineItems(orderBy: ENDS_ON, filter: { account: $account }) { nodes { id } }`, false},
		{`lineItems(orderBy: CREATED, filter: { account: $account }) { nodes { id } }`, false},
		{`lineItems(orderBy: ENDS_ON, filter: { account: $account, status: [ACTIVE, EXPIRED, SUPERSEDED], unit: $unit }) { nodes { id } }`, false},
		{`lineItems(orderBy: CREATED, filter: { account: $account, includeSubAccounts: true, status: [SUSPENDED, FUTURE], activationIdStartsWith: "A", coverageEndsBetween: { from: "2026-11-22" } }) { nodes { id } }`, true},
		{`coverages(orderBy: ENDS_ON) { nodes { id } }`, false},
		{`coverages(orderBy: ENDS_ON, filter: { endsBetween: { from: "2026-11-22", to: "2027-02-20" }, kind: SUPPORT }) { nodes { id } }`, false},
		{`coverages(orderBy: ENDS_ON, filter: { productLine: $line, endsBetween: { from: "2026-11-22", to: "2027-02-20" } }) { nodes { id } }`, false},
		{`coverages(orderBy: ENDS_ON, filter: { account: $account, status: [ACTIVE] }) { nodes { id } }`, false},
		{`coverages(orderBy: CREATED, filter: { account: $account, includeSubAccounts: true }) { nodes { id } }`,
			true},
		{`devices(orderBy: NAME, filter: { account: $account }) { nodes { id } }`, false},
		{`devices(orderBy: NAME, filter: { account: $account, includeSubAccounts: true, kind: [CLIENT, HOST] }) { nodes { id } }`, true},
		{`devices { nodes { id } } licenseServers { nodes { id } } activations { nodes { id } }`, false},
		{`devices(filter: { account: $account, status: [ACTIVE] }) { nodes { id } }`, true},
		{`licenseServers(orderBy: NAME, filter: { account: $account }) { nodes { id } }`, false},
		{`licenseServers(orderBy: NAME, filter: { account: $account, status: [ACTIVE], deployment: [LOCAL, CLOUD], text: "li 01" }) { nodes { id } }`, false},
		{`activations(orderBy: ACTIVATED, filter: { account: $account, liveOnly: true }) { nodes { id } }`, false},
		{`activations(orderBy: ACTIVATED, filter: { lineItem: $lineItem }) { nodes { id } }`, false},
		{`activations(orderBy: ACTIVATED, filter: { device: $device }) { nodes { id } }`, false},
		{`activations(orderBy: ACTIVATED, filter: { device: $device, liveOnly: true }) { nodes { id } }`, false},
		{`activations(filter: { lineItem: $lineItem }) { nodes { id } }`, true},
		{`activations(filter: { account: $account, includeSubAccounts: true, liveOnly: true }) { nodes { id } }`,
			true},
		{`users(filter: { account: $account, includeSubAccounts: true, text: "ka" }) { nodes { id } }`, true},
		{`accounts(orderBy: NAME, direction: DESCENDING) { nodes { id } }`, false},
		{`accounts(orderBy: NAME, filter: { text: "東京" }) { nodes { id } }`, true},
		{`accounts(orderBy: UPDATED, filter: { updatedSince: $moment }) { nodes { id } }`, false},
		{`users(orderBy: UPDATED, filter: { updatedSince: $moment }) { nodes { id } }`, false},
		{`memberships(filter: { updatedSince: $moment }) { nodes { id } }`, false},
		{`memberships(orderBy: USER_NAME, filter: { account: $account }) { nodes { id } }`, false},
		{`memberships(orderBy: USER_NAME, filter: { account: $account, includeSubAccounts: true, text: "ka re", role: READER, current: true }) { nodes { id } }`, true},
		{`account(id: $account) { memberships(orderBy: USER_NAME, filter: { text: "ka" }) { nodes { id } } }`, false},
		{`accounts { nodes { memberships(orderBy: USER_NAME, filter: { text: "ka", role: READER, current: true }) { nodes { id } } } }`, true},
		{`entitlements(orderBy: UPDATED, filter: { updatedSince: $moment }) { nodes { id } }`, false},
		{`account(id: $account) { entitlements(orderBy: NUMBER, filter: { numberStartsWith: "ENT-1", product: $product }) { nodes { id } } }`, false},
		{`lineItems(orderBy: UPDATED, filter: { updatedSince: $moment }) { nodes { id } }`, false},
		{`lineItems(orderBy: ENDS_ON, filter: { entitlement: $entitlement, text: "ka", hasFree: true }) { nodes { id } }`, true},
		{`lineItems(orderBy: ENDS_ON, filter: { account: $account, text: "ka ENT-1" }) { nodes { id } }`, false},
		{`lineItems(orderBy: ENDS_ON, filter: { account: $account, hasFree: true, hasExcess: false, perpetual: true, covered: false }) { nodes { id } }`, false},
		{`lineItems(orderBy: ENDS_ON, filter: { account: $account, includeSubAccounts: true, evergreen: true }) { nodes { id evergreen { endsOn cancelled } } }`, true},
		{`accounts { nodes { lineItems(orderBy: ENDS_ON, filter: { evergreen: false }) { nodes { id } } } }`, true},
		{`lineItems(orderBy: ENDS_ON, filter: { account: $account, hasFree: true, hasExcess: false, on: "2026-01-01" }) { nodes { id } }`, false},
		{`lineItems(orderBy: ENDS_ON, filter: { account: $account, hasFree: false, hasExcess: true, on: "2027-01-01" }) { nodes { id } }`, false},
		{`account(id: $account) { directoryGroups { records { nodes { id user { id } } } } }`, false},
		{`lineItems(orderBy: UPDATED, filter: { account: $account, includeSubAccounts: true, text: "ka", entitlement: $entitlement, covered: true }) { nodes { id } }`, true},
		{`accounts { nodes { lineItems(orderBy: ENDS_ON, filter: { text: "ka", hasFree: true, covered: true, perpetual: false }) { nodes { id } } } }`, true},
		{`coverages(orderBy: UPDATED, filter: { updatedSince: $moment }) { nodes { id } }`, false},
		{`coverages(orderBy: ENDS_ON, filter: { product: $product, endsBetween: { from: "2026-11-22" }, kind: SUPPORT }) { nodes { id } }`, false},
		{`coverages(orderBy: ENDS_ON, filter: { account: $account, product: $product, level: $product, decision: [SUSPENDED] }) { nodes { id } }`, false},
		{`activations(orderBy: UPDATED, filter: { updatedSince: $moment }) { nodes { id } }`, false},
		{`devices(orderBy: UPDATED, filter: { updatedSince: $moment }) { nodes { id } }`, false},
		{`devices(orderBy: NAME, filter: { account: $account, text: "ka" }) { nodes { id } }`, false},
		{`devices(filter: { account: $account, includeSubAccounts: true, text: "ka", kind: CLIENT }) { nodes { id } }`,
			true},
		{`licenseServers(orderBy: UPDATED, filter: { updatedSince: $moment }) { nodes { id } }`, false},
		{`account(id: $account) { invitations(filter: { state: [OPEN, EXPIRED] }) { nodes { id } } accessRequests(filter: { state: [OPEN] }) { nodes { id } } }`, true},
		{`account(id: $account) { usageRecords(filter: { meter: $meter, days: { from: "2026-01-01", to: "2026-02-01" } }) { nodes { id } } }`, true},
		{`account(id: $account) { usageRecords(filter: { days: { from: "2026-01-01" } }) { nodes { id } } }`, true},
		{`account(id: $account) { activations(filter: { lineItem: $lineItem, liveOnly: true }) { nodes { id } } devices(filter: { text: "ka" }) { nodes { id } } licenseServers(filter: { deployment: LOCAL }) { nodes { id } } }`, true},
		{`lineItem(id: $lineItem) { periods(on: "2026-11-22") { nodes { id } } coverageItems(on: "2026-11-22") { nodes { id } } activations(filter: { liveOnly: true }) { nodes { id } } }`, true},
		{`lineItem(id: $lineItem) { activations { nodes { id endsOn perpetual recordedEndsOn } } allocations { nodes { id perpetual } } }`, true},
		{`producerApiKeys { nodes { id } }`, false},
		{`producerApiKeys(direction: ASCENDING) { nodes { id } }`, false},
		{`producerApiKeys(last: 5) { nodes { id } }`, false},
		{`partNumbers { nodes { id } }`, false},
		{`partNumbers(filter: { codeStartsWith: "A" }) { nodes { id } }`, false},
		{`partNumbers(filter: { product: $product, codeStartsWith: "A" }) { nodes { id } }`, false},
		{`partNumbers(filter: { codeStartsWith: "A", retired: false }) { nodes { id gaps upgradesFrom { id } } }`, false},
		{`features(filter: { retired: false }) { nodes { id } }`, false},
		{`licenseModels(filter: { retired: false }) { nodes { id } }`, false},
		{`features { nodes { id } }`, false},
		{`features(filter: { codeStartsWith: "A" }) { nodes { id } }`, false},
		{`licenseModels { nodes { id } }`, false},
		{`coverageLevels { nodes { id } } meters { nodes { id } } ofLine: meters(filter: { productLine: $line }) { nodes { id } }`, true},
		{`auditEntries(filter: { action: "inviteMembers" }) { nodes { action } }`, false},
		{`auditEntries(filter: { action: "inviteMembers", recordedSince: "2026-11-22T00:00:00Z" }) { nodes { action } }`,
			false},
		{`lookup(externalId: { value: "X" }) { id }`, false},
		{`lookup(externalId: { system: "legacy", kind: "activation", value: "X" }) { id }`, false},
		{`line: lookup(externalId: { kind: "activation", value: "X" }) { id } coverage: lookup(externalId: { system: "muniment", kind: "maintenance", value: "X" }) { id }`, false},
		{`account(id: $account) {
			parents { id } children { nodes { id } } memberships { nodes { id user { id } } } externalIds { value }
			entitlements { nodes { id decisions { reason } externalIds { value } lineItems { nodes { id quantity { amount } isCovered coverageEndsOn coveragePerpetual coverageInForce { level { code } } perpetual
				coveredQuantity { amount } coverageTimeline(from: "2026-01-01", to: "2027-12-31") { state items { id } }
				periods { nodes { id partNumber { code } } } activations { nodes { id device { id } } } allocations { nodes { id licenseServer { id } } }
				coverageItems { nodes { id coverage { id level { code } } } } lineage { direction } ledger { nodes { kind } } decisions { reason } externalIds { value } } }
				coverages { nodes { id status renews { id } replaces { id } replacedBy { id } items { nodes { id decision } } } } } }
		}`, true},
		{`account(id: $account) { lineItems { nodes { id } } coverages { nodes { id } } devices { nodes { id activations { nodes { id } } } }
			licenseServers { nodes { id allocations { nodes { id } } devices { nodes { id } } } } activations { nodes { id } } usageRecords { nodes { id meter { code } } } }`, true},
		{`account(id: $account) { positions { lineItemCount granted { amount } } lines: positions(by: PRODUCT_LINE) { lineItemCount } units: positions(by: UNIT) { lineItemCount } }`, true},
		{`account(id: $account) { positions { runsOutOn } lines: positions(by: PRODUCT_LINE) { runsOutOn } units: positions(by: UNIT, includeSubAccounts: true) { pace { rule } } }`, true},
		{`unitsOfMeasure { nodes { conversions { factor } } }`, false},
		{`account(id: $account) { positions(by: ACCOUNT) { lineItemCount } all: positions(includeSubAccounts: true) { lineItemCount } }`, true},
		{`account(id: $account) { past: positions(by: UNIT, on: "2026-01-01") { lineItemCount } future: positions(by: ACCOUNT, on: "2027-01-01") { lineItemCount } }`, true},
		{`account(id: $account) { lineItems { nodes { granted(on: "2026-01-01") { amount } used(on: "2026-01-01") { amount } free(on: "2027-01-01") { amount } } } }`, true},
		{`account(id: $account) { renewals(from: "2026-11-22", to: "2027-11-21", by: [MONTH, PRODUCT_LINE]) { lineItemCount } units: renewals(from: "2026-11-22", to: "2027-11-21", by: UNIT) { coverageCount } }`, true},
		{`account(id: $account) { renewals(from: "2026-11-22", to: "2027-11-21", by: MONTH, includeSubAccounts: true) { lineItemCount } }`, true},
		{`account(id: $account) { renewals(from: "2026-11-22", to: "2027-11-21", by: MONTH) { amounts { basis } } renewalForecast(months: 12, from: "2026-11-22") { sums { due { basis } } } }`, true},
		{`account(id: $account) { renewalForecast(months: 12, from: "2026-11-22", includeSubAccounts: true) { sums { due { basis } } } }`, true},
		{`accounts(first: 20) { nodes { positions(by: UNIT) { lineItemCount } renewals(from: "2026-11-22", to: "2027-11-21", by: MONTH) { lineItemCount } } }`, true},
		{`auditEntries(filter: { actor: $account, recordedSince: "2026-11-22T00:00:00Z" }) { nodes { action } }`,
			false},
		{`auditEntries(filter: { subject: $lineItem }) { nodes { action } }`, false},
		{`account(id: $account) { auditEntries { nodes { action } } }`, false},
		{`account(id: $account) { auditEntries(filter: { recordedSince: "2026-11-22T00:00:00Z", recordedBefore: "2026-11-23T00:00:00Z" }) { nodes { action } } }`, false},
		{`account(id: $account) { auditEntries(filter: { actor: $account, recordedSince: "2026-11-22T00:00:00Z" }) { nodes { action } } }`, false},
		{`account(id: $account) { auditEntries(filter: { subject: $lineItem }) { nodes { action } } }`, false},
		{`account(id: $account) { auditEntries(filter: { action: "inviteMembers" }) { nodes { action } } }`, false},
		{`accounts { nodes { auditEntries(filter: { action: "inviteMembers" }) { nodes { action } } } }`, true},
	}
}

// TestPlans checks the query plan of every allowed pair of filter and order: it must use an index for every table that
// grows, and must not sort rows whose number grows with the number of accounts.
func TestPlans(t *testing.T) {
	each(t, entitlements(t), func(t *testing.T, s *server) {
		variables := s.planVariables(t)
		for _, p := range allowed() {
			statements := s.statements(t, p.query, variables)
			if len(statements) == 0 {
				t.Errorf("%s ran no statement", p.query)
			}
			for _, statement := range statements {
				plan := s.plan(t, statement)
				if bad := faults(s.Store.Engine(), plan, p.sorts); len(bad) > 0 {
					t.Errorf("%s\n%s\n%s\n-> %s", p.query, statement, strings.Join(plan, "\n"),
						strings.Join(bad, "; "))
				}
			}
		}
	})
}

// TestPlansOfRecords asks how the records of all accounts are listed: for the producer's people in the order of their
// keys, of which SQLite needs no index; for those who may see the records of a few accounts by these, and sorted where
// they are several.
func TestPlansOfRecords(t *testing.T) {
	each(t, smallSize, func(t *testing.T, s *server) {
		statements := s.statements(t,
			`auditEntries { nodes { action account { id } actor { name user { id } } onBehalfOf { id } } }`, nil)
		for i, statement := range statements {
			plan := s.plan(t, statement)
			bad := faults(s.Store.Engine(), plan, false)
			if i == 0 && slices.Equal(bad, []string{"scans audit_entries"}) {
				bad = nil // by the ids themselves
			}
			if len(bad) > 0 {
				t.Errorf("%s\n%s\n-> %s", statement, strings.Join(plan, "\n"), strings.Join(bad, "; "))
			}
		}
		one, several := []gid.ID{gid.New(gid.Account, 1)}, []gid.ID{gid.New(gid.Account, 1), gid.New(gid.Account, 2)}
		for _, f := range []audit.Filter{{}, {Actor: gid.New(gid.User, 1)}, {Subject: one[0]},
			{Action: "inviteMembers"}} {
			for _, accounts := range [][]gid.ID{one, several} {
				ctx, counter := store.WithCounter(t.Context())
				scope := store.Accounts(accounts)
				err := s.Store.Snapshot(ctx, &scope, 1, func(v *page.View) error {
					_, err := v.Page(ctx, page.NewSource(page.TableNamed(auditentry.Table)),
						page.Request{Order: audit.Newest}, f.Where)
					return err
				})
				if err != nil {
					t.Fatal(err)
				}
				for _, statement := range counter.Statements() {
					plan := s.plan(t, statement)
					if bad := faults(s.Store.Engine(), plan, len(accounts) > 1); len(bad) > 0 {
						t.Errorf("%s\n%s\n-> %s", statement, strings.Join(plan, "\n"), strings.Join(bad, "; "))
					}
				}
			}
		}
	})
}

// TestPlansOfAdministrators checks the statement that looks for those who can open a service: it must find the members
// of each account by an index.
func TestPlansOfAdministrators(t *testing.T) {
	each(t, smallSize, func(t *testing.T, s *server) {
		ctx := database.Operator(t)
		row, err := s.Store.Client().Membership.Query().Where(membership.ProductLineIDIsNil(),
			membership.SuspendedAtIsNil(), membership.EndsOnIsNil(), membership.RolesNEQ(0)).First(ctx)
		if err != nil {
			t.Fatal(err)
		}
		member, err := s.Services.Access.ForUser(context.WithoutCancel(t.Context()), row.UserID,
			vocabulary.CredentialKindAPIKey, vocabulary.EveryKeyScope)
		if err != nil {
			t.Fatal(err)
		}
		found := 0
		for _, statement := range s.As(member).Ask(t,
			`{ viewer { services { accounts { administrators { name } } } } }`, nil).Statements {
			if !strings.Contains(statement, "ROW_NUMBER() OVER (PARTITION BY o.account_id") {
				continue
			}
			found++
			plan := s.plan(t, statement)
			if bad := faults(s.Store.Engine(), plan, true); len(bad) > 0 {
				t.Errorf("%s\n%s\n-> %s", statement, strings.Join(plan, "\n"), strings.Join(bad, "; "))
			}
		}
		if found != 1 {
			t.Errorf("%d statements look for administrators, want 1", found)
		}
	})
}

// TestPlansWithoutAnIndexAreFound makes sure that TestPlans can fail.
func TestPlansWithoutAnIndexAreFound(t *testing.T) {
	each(t, smallSize, func(t *testing.T, s *server) {
		for statement, want := range map[string]string{
			"SELECT id FROM line_items ORDER BY settled_on LIMIT 1":                     "sorts",
			"SELECT id FROM periods WHERE source_note = 'x'":                            "scans periods",
			"SELECT id FROM line_items WHERE activation_id = 'x' ORDER BY used LIMIT 1": "sorts",
		} {
			if bad := faults(s.Store.Engine(), s.plan(t, statement), false); !slices.Contains(bad, want) {
				t.Errorf("%s: found %v, want %s", statement, bad, want)
			}
		}
	})
}

// planVariables returns values of existing rows for the variables of the documents.
func (s *server) planVariables(t *testing.T) map[string]any {
	t.Helper()
	variables := map[string]any{}
	for name, statement := range map[string]string{
		"account": "SELECT ancestor_id, '' FROM account_paths WHERE /*scope:ancestor_id*/ AND depth = 2 ORDER " +
			"BY id LIMIT 1",
		"line":        "SELECT product_line_id, '' FROM line_items WHERE /*scope:account_id*/ LIMIT 1",
		"product":     "SELECT product_id, '' FROM line_items WHERE /*scope:account_id*/ LIMIT 1",
		"unit":        "SELECT unit_id, '' FROM line_items WHERE /*scope:account_id*/ LIMIT 1",
		"lineItem":    "SELECT line_item_id, '' FROM activations WHERE /*scope:account_id*/ LIMIT 1",
		"device":      "SELECT device_id, '' FROM activations WHERE /*scope:account_id*/ LIMIT 1",
		"meter":       "SELECT meter_id, '' FROM usage_records WHERE /*scope:account_id*/ LIMIT 1",
		"entitlement": "SELECT entitlement_id, '' FROM line_items WHERE /*scope:account_id*/ LIMIT 1",
	} {
		err := every(database.Operator(t), s.Store, statement,
			func(id int64, _ string) { variables[name] = gid.ID(id).String() })
		if err != nil || variables[name] == nil {
			t.Fatalf("nothing to ask for as $%s: %v", name, err)
		}
	}
	first := s.query(t, `{ accounts(first: 1) { pageInfo { endCursor } } }`, nil)
	var page struct {
		Accounts struct{ PageInfo struct{ EndCursor string } }
	}
	if err := json.Unmarshal(first, &page); err != nil {
		t.Fatal(err)
	}
	variables["cursor"] = page.Accounts.PageInfo.EndCursor
	variables["moment"] = "2026-11-22T00:00:00Z"
	return variables
}

// statements returns the statements that a field runs for an operator.
func (s *server) statements(t *testing.T, field string, variables map[string]any) []string {
	t.Helper()
	query, used := operationOf(field, variables)
	ctx, counter := store.WithCounter(context.WithoutCancel(database.Operator(t)))
	s.send(t, ctx, query, used)
	return counter.Statements()
}

// operationOf returns a document for a field, and the variables that it uses.
func operationOf(field string, variables map[string]any) (query string, used map[string]any) {
	var declared []string
	used = map[string]any{}
	for _, name := range slices.Sorted(maps.Keys(variables)) {
		if regexp.MustCompile(`\$` + name + `\b`).MatchString(field) {
			kind := "ID!"
			switch name {
			case "cursor":
				kind = "String!"
			case "moment":
				kind = "DateTime!"
			}
			declared, used[name] = append(declared, "$"+name+": "+kind), variables[name]
		}
	}
	if len(declared) == 0 {
		return "{ " + field + " }", used
	}
	return "query (" + strings.Join(declared, ", ") + ") { " + field + " }", used
}

func (s *server) query(t *testing.T, query string, variables map[string]any) json.RawMessage {
	t.Helper()
	return s.send(t, context.WithoutCancel(database.Operator(t)), query, variables)
}

func (s *server) send(t *testing.T, ctx context.Context, query string, variables map[string]any) json.RawMessage {
	t.Helper()
	text, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	request := httptest.NewRequestWithContext(ctx, http.MethodPost, "http://127.0.0.1/graphql", bytes.NewReader(text))
	request.Header.Set("Content-Type", "application/json")
	recorder := httptest.NewRecorder()
	s.mux.ServeHTTP(recorder, request)
	var answer struct {
		Data   json.RawMessage
		Errors []struct{ Extensions struct{ Code string } }
	}
	if err := json.Unmarshal(recorder.Body.Bytes(), &answer); err != nil {
		t.Fatalf("status %d: %.300s", recorder.Code, recorder.Body)
	}
	for _, e := range answer.Errors {
		if e.Extensions.Code != "NOT_FOUND" {
			t.Fatalf(`%s: %.300s, want Code = "NOT_FOUND"`, query, recorder.Body)
		}
	}
	return answer.Data
}

var placeholder = regexp.MustCompile(`\$(\d+)`)

// plan returns the query plan of a statement for unknown parameter values. PostgreSQL would scan and sort a small
// table, so the planner avoids sequential scans and sorts if an index can replace them.
func (s *server) plan(t *testing.T, statement string) []string {
	t.Helper()
	return s.explain(t, statement, "SET LOCAL enable_seqscan = off", "SET LOCAL enable_bitmapscan = off",
		"SET LOCAL enable_sort = off")
}

// explain returns a query plan; on PostgreSQL with settings of the planner.
func (s *server) explain(t *testing.T, statement string, settings ...string) (lines []string) {
	t.Helper()
	err := s.Store.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
		lines = nil
		if s.Store.Engine() == store.SQLite {
			rows, err := tx.Query(ctx, "EXPLAIN QUERY PLAN "+statement, make([]any, strings.Count(statement, "?"))...)
			if err != nil {
				return err
			}
			lines, err = sqlitePlan(rows, statement)
			return err
		}
		values := ""
		most := 0
		for _, m := range placeholder.FindAllStringSubmatch(statement, -1) {
			n, err := strconv.Atoi(m[1])
			if err != nil {
				return err
			}
			most = max(most, n)
		}
		if most > 0 {
			values = "(NULL" + strings.Repeat(", NULL", most-1) + ")"
		}
		// A generic plan does not depend on parameter values.
		for _, command := range slices.Concat([]string{"SET LOCAL plan_cache_mode = force_generic_plan"}, settings,
			[]string{"PREPARE planned AS " + statement}) {
			if _, err := tx.Exec(ctx, command); err != nil {
				return err
			}
		}
		rows, err := tx.Query(ctx, "EXPLAIN EXECUTE planned"+values)
		if err != nil {
			return err
		}
		for rows.Next() {
			var line string
			if err := rows.Scan(&line); err != nil {
				return err
			}
			lines = append(lines, line)
		}
		if err := rows.Err(); err != nil {
			return err
		}
		if err := rows.Close(); err != nil {
			return err
		}
		_, err = tx.Exec(ctx, "DEALLOCATE planned")
		return err
	})
	if err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	return lines
}

var (
	aliased      = regexp.MustCompile("`(\\w+)` AS `?(\\w+)`?")
	sqliteSource = regexp.MustCompile(`^(CO-ROUTINE|MATERIALIZE|SCAN|SEARCH) (\w+)`)
)

// sqlitePlan reads a plan and names tables where it names aliases. It leaves out the scans of what a subquery of FROM
// found.
func sqlitePlan(rows *sql.Rows, statement string) (lines []string, err error) {
	defer rows.Close()
	tables := map[string]string{}
	for _, m := range aliased.FindAllStringSubmatch(statement, -1) {
		tables[m[2]] = m[1]
	}
	type subquery struct {
		parent int
		alias  string
	}
	made := map[subquery]bool{}
	for rows.Next() {
		var id, parent, unused int
		var detail string
		if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
			return nil, err
		}
		if m := sqliteSource.FindStringSubmatch(detail); m != nil {
			of := subquery{parent, m[2]}
			switch {
			case m[1] == "CO-ROUTINE" || m[1] == "MATERIALIZE":
				made[of] = true
			case m[1] == "SCAN" && made[of]:
				continue
			case tables[m[2]] != "":
				detail = strings.Replace(detail, m[2], tables[m[2]], 1)
			}
		}
		lines = append(lines, detail)
	}
	return lines, rows.Err()
}

// small lists the tables that do not grow with the number of customers.
var small = []string{"systems", "product_lines", "products", "units_of_measure", "coverage_levels", "meters",
	"part_numbers", "list_prices", "features", "license_models", "k", "json_each"}

var (
	sqliteScan   = regexp.MustCompile(`^SCAN (\w+)( USING (?:COVERING )?INDEX)?`)
	postgresScan = regexp.MustCompile(`Seq Scan on (\w+)`)
	fullSort     = regexp.MustCompile(`^(?: *->)? *Sort  \(`)
)

// faults returns the steps of a plan that are not allowed.
func faults(engine store.Engine, plan []string, sorts bool) (bad []string) {
	for _, line := range plan {
		if engine == store.SQLite {
			if m := sqliteScan.FindStringSubmatch(line); m != nil && m[2] == "" && !slices.Contains(small, m[1]) {
				bad = append(bad, "scans "+m[1])
			}
			if !sorts && line == "USE TEMP B-TREE FOR ORDER BY" {
				bad = append(bad, "sorts")
			}
			continue
		}
		if m := postgresScan.FindStringSubmatch(line); m != nil && !slices.Contains(small, m[1]) {
			bad = append(bad, "scans "+m[1])
		}
		if !sorts && fullSort.MatchString(line) {
			bad = append(bad, "sorts")
		}
	}
	return bad
}
