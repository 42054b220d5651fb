package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// The account has three line items: one that is used up, one without end that has free seats, and one that is covered.
func TestListsOfAPortal(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var account, header gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			must := func(err error) {
				t.Helper()
				if err != nil {
					t.Fatal(err)
				}
			}
			account = f.Account("portal")
			header = f.Entitlement(account, "ENT-7")
			full := f.Line(account, header, f.Seat, "FULL-1", 2)
			open := f.Line(account, f.Entitlement(account, "ENT-8"), f.Seat, "OPEN-1", 5)
			covered := f.Line(account, header, f.Seat, "COVERED-1", 3)
			first, last := testenv.Today-10, testenv.Today+10
			must(f.Period(account, full, &first, &last, 2).Exec(f.Context()))
			must(f.Period(account, open, &first, nil, 5).SetPerpetual(true).Exec(f.Context()))
			must(f.Client().LineItem.UpdateOneID(full).SetUsed(3).SetExcess(1).SetEndsOn(last).SetUpdatedAt(1).
				Exec(f.Context()))
			must(f.Client().LineItem.UpdateOneID(covered).SetEndsOn(last).Exec(f.Context()))
			must(f.Period(account, covered, &first, &last, 3).Exec(f.Context()))
			f.Coverage(account, first, last, covered)
			device := f.Device(account, "Workstation Ålesund")
			returned := f.Activation(account, full, device, 1)
			f.Activation(account, full, device, 1)
			must(f.Client().Activation.UpdateOneID(returned).SetReturnedOn(day.Day(testenv.Today)).Exec(f.Context()))
			f.Member(account, "zoe")
			f.Member(account, "ada")
		})
		past, future := testenv.Today-5, testenv.Today+20
		for filter, want := range map[string]string{
			fmt.Sprintf(`{hasFree: true, on: "%s"}`, past):      "FULL-1 OPEN-1 COVERED-1",
			fmt.Sprintf(`{hasExcess: true, on: "%s"}`, past):    "",
			fmt.Sprintf(`{hasFree: true, on: "%s"}`, future):    "OPEN-1",
			fmt.Sprintf(`{hasExcess: true, on: "%s"}`, future):  "FULL-1",
			fmt.Sprintf(`{hasExcess: false, on: "%s"}`, future): "OPEN-1 COVERED-1",
			`{}`:                                     "FULL-1 OPEN-1 COVERED-1",
			`{text: "full"}`:                         "FULL-1",
			`{text: "ent-7"}`:                        "FULL-1 COVERED-1",
			`{text: "ent-7 cov"}`:                    "COVERED-1",
			`{text: "%"}`:                            "",
			`{text: " "}`:                            "FULL-1 OPEN-1 COVERED-1",
			`{text: " ent-7 "}`:                      "FULL-1 COVERED-1",
			`{activationIdStartsWith: " OPEN "}`:     "OPEN-1",
			`{endsBetween: {from: "2020-01-01"}}`:    "FULL-1 COVERED-1",
			`{endsBetween: {to: "2040-01-01"}}`:      "FULL-1 COVERED-1",
			`{endsBetween: {}}`:                      "FULL-1 COVERED-1",
			`{hasFree: true}`:                        "OPEN-1 COVERED-1",
			`{hasFree: false}`:                       "FULL-1",
			`{hasExcess: true}`:                      "FULL-1",
			`{perpetual: true}`:                      "OPEN-1",
			`{covered: true}`:                        "COVERED-1",
			`{covered: false, hasFree: true}`:        "OPEN-1",
			`{covered: true, on: "2030-01-01"}`:      "",
			`{entitlement: $header}`:                 "FULL-1 COVERED-1",
			`{updatedSince: "1980-01-01T00:00:00Z"}`: "OPEN-1 COVERED-1",
		} {
			data, _ := testenv.Must[struct {
				Account struct {
					Down, Up struct {
						Nodes []struct{ ActivationID string }
					}
				}
			}](t, env, `query ($id: ID!, $header: ID!) { account(id: $id) {
				up: lineItems(orderBy: CREATED, direction: ASCENDING, filter: `+filter+`) { nodes { activationId } }
				down: lineItems(orderBy: CREATED, filter: `+filter+`) { nodes { activationId } }
			} header: node(id: $header) { id } }`, map[string]any{"id": account.String(), "header": header.String()})
			var up, down []string
			for i := range data.Account.Up.Nodes {
				up = append(up, data.Account.Up.Nodes[i].ActivationID)
				down = append([]string{data.Account.Down.Nodes[i].ActivationID}, down...)
			}
			if strings.Join(up, " ") != want || strings.Join(down, " ") != want {
				t.Errorf("%s: %v, and backwards %v; want %s", filter, up, down, want)
			}
		}
		data, _ := testenv.Must[struct {
			Account struct {
				Memberships struct {
					Nodes []struct{ User struct{ UserName string } }
				}
				All, Live struct{ TotalCount int }
				Devices   struct {
					Nodes []struct{ Activations struct{ TotalCount int } }
				}
			}
		}](t, env, `query ($id: ID!) { account(id: $id) {
			memberships(orderBy: USER_NAME, direction: DESCENDING, filter: { role: READER, current: true }) { nodes { user { userName } } }
			all: activations { totalCount } live: activations(filter: { liveOnly: true }) { totalCount }
			devices(filter: { text: "ålesund work" }) { nodes { activations(filter: { liveOnly: true }) { totalCount } } }
		} }`, map[string]any{"id": account.String()})
		a := data.Account
		if len(a.Memberships.Nodes) != 2 || a.Memberships.Nodes[0].User.UserName != "zoe" || a.All.TotalCount != 2 ||
			a.Live.TotalCount != 1 ||
			len(a.Devices.Nodes) != 1 || a.Devices.Nodes[0].Activations.TotalCount != 1 {
			t.Errorf(
				`%+v, want len(Nodes) = 2, UserName = "zoe", TotalCount = 2, TotalCount = 1, len(Nodes) = 1 and `+
					`TotalCount = 1`,
				a)
		}
		answer := env.Ask(t,
			`query ($id: ID!) { account(id: $id) { lineItems(filter: { account: $id }) { totalCount } } }`,
			map[string]any{"id": account.String()})
		if len(answer.Errors) == 0 {
			t.Error("a list below an account has a filter by account")
		}
	})
}

// A day that no other filter asks about is refused, instead of being ignored.
func TestADayThatNoFilterReads(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var account gid.ID
		env.Fill(t, func(f *testenv.Fixture) { account = f.Account("idle") })
		for list, alone := range map[string]bool{
			`lineItems(filter: { on: "2026-01-01" })`:                          true,
			`lineItems(filter: { on: "2026-01-01", status: [] })`:              true,
			`lineItems(filter: { on: "2026-01-01", perpetual: true })`:         true,
			`lineItems(filter: { on: "2026-01-01", hasExcess: false })`:        false,
			`coverages(filter: { on: "2026-01-01", kind: SUPPORT })`:           true,
			`coverages(filter: { on: "2026-01-01", status: ACTIVE })`:          false,
			`memberships(filter: { on: "2026-01-01", role: [READER] })`:        true,
			`memberships(filter: { on: "2026-01-01", current: false })`:        false,
			`memberships(filter: { on: null })`:                                false,
			`lineItems(filter: { on: "2026-01-01", hasFree: true, text: "" })`: false,
		} {
			answer := env.Ask(t, `query ($id: ID!) { account(id: $id) { `+list+` { totalCount } } }`,
				map[string]any{"id": account.String()})
			refused := len(answer.Errors) == 1 && answer.Errors[0].Extensions.Code == "BAD_INPUT" &&
				answer.Errors[0].Extensions.Field == "filter.on"
			if refused != alone || !alone && len(answer.Errors) > 0 {
				t.Errorf("%s: %+v", list, answer.Errors)
			}
		}
	})
}

// The lists of the root can be asked for without arguments, and take the accounts below an account and several values
// of a closed set.
func TestListsOfTheRoot(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var above, group gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			c, ctx := f.Client(), f.Context()
			must := func(err error) {
				t.Helper()
				if err != nil {
					t.Fatal(err)
				}
			}
			above = f.Account("above")
			below := f.Account("below")
			f.Below(above, below)
			f.Member(above, "ada")
			zoe := f.Member(below, "zoe")
			must(c.Membership.Update().Where(membership.UserID(zoe)).SetServiceAccess(vocabulary.EveryService).
				Exec(ctx))
			line := f.Line(below, f.Entitlement(below, "ENT-1"), f.Seat, "LINE-1", 5)
			device := f.Device(below, "one")
			must(c.Device.UpdateOneID(f.Device(below, "two")).SetStatus(vocabulary.DeviceStatusReturned).Exec(ctx))
			f.Activation(below, line, device, 1)
			for i, status := range []vocabulary.DeviceStatus{vocabulary.DeviceStatusActive,
				vocabulary.DeviceStatusObsolete} {
				must(c.LicenseServer.Create().SetID(gid.New(gid.LicenseServer, below.Locality())).SetAccountID(below).
					SetFingerprint(fmt.Sprint("server ", i)).
					SetWords(search.OfLicenseServer("", "", fmt.Sprint("server ", i))).
					SetDeployment(vocabulary.DeploymentLocal).
					SetStatus(status).SetCreatedAt(1).SetUpdatedAt(1).Exec(ctx))
			}
			group = gid.New(gid.DirectoryGroup, above.Locality())
			must(c.DirectoryGroup.Create().SetID(group).SetAccountID(above).SetName("Staff").
				SetNameKey("staff").SetCreatedAt(1).SetUpdatedAt(1).Exec(ctx))
			for _, name := range []string{"a", "b", "c"} {
				record := gid.New(gid.DirectoryRecord, above.Locality())
				must(c.DirectoryRecord.Create().SetID(record).SetAccountID(above).SetUserName(name).
					SetUserNameKey(name).SetActive(true).SetCreatedAt(1).SetUpdatedAt(1).Exec(ctx))
				if name != "b" {
					must(c.DirectoryGroupMember.Create().SetAccountID(above).SetDirectoryGroupID(group).
						SetDirectoryRecordID(record).Exec(ctx))
				}
			}
		})
		for list, want := range map[string]int{
			`devices`:        2,
			`licenseServers`: 2,
			`activations`:    1,
			`devices(filter: { account: $id, includeSubAccounts: true, status: [ACTIVE] })`:                  1,
			`devices(filter: { account: $id, includeSubAccounts: true, status: [ACTIVE, RETURNED] })`:        2,
			`devices(filter: { account: $id, includeSubAccounts: true, kind: [CLIENT, HOST] })`:              2,
			`devices(filter: { account: $id, includeSubAccounts: true, kind: [HOST] })`:                      0,
			`licenseServers(filter: { account: $id, includeSubAccounts: true, status: OBSOLETE })`:           1,
			`licenseServers(filter: { account: $id, includeSubAccounts: true, deployment: [CLOUD, LOCAL] })`: 2,
			`licenseServers(filter: { account: $id, includeSubAccounts: true, text: "serv 1" })`:             1,
			`activations(filter: { account: $id })`:                                                          0,
			`activations(filter: { account: $id, includeSubAccounts: true, liveOnly: true })`:                1,
			`users(filter: { account: $id })`:                                                                1,
			`users(filter: { account: $id, includeSubAccounts: true })`:                                      2,
			`memberships(filter: { account: $id, includeSubAccounts: true, role: [READER, DOWNLOADER] })`:    2,
			`memberships(filter: { account: $id, includeSubAccounts: true, role: [DOWNLOADER] })`:            0,
			`memberships(filter: { account: $id, includeSubAccounts: true, lacksService: [DOWNLOADS] })`:     1,
			`memberships(filter: { account: $id, includeSubAccounts: true, lacksService: [LICENSING] })`:     1,
			`accounts(filter: { kind: [CUSTOMER, CHANNEL_PARTNER] })`:                                        2,
			`products(filter: { kind: [PRODUCT, SUITE] })`:                                                   1,
		} {
			data, _ := testenv.Must[struct{ List struct{ TotalCount int } }](t, env,
				`query ($id: ID!) { list: `+list+` { totalCount } node(id: $id) { id } }`,
				map[string]any{"id": above.String()})
			if data.List.TotalCount != want {
				t.Errorf("%s: %d, want %d", list, data.List.TotalCount, want)
			}
		}
		for _, list := range []string{"activations", "users"} {
			answer := env.Ask(t, `{ `+list+`(filter: { includeSubAccounts: true }) { totalCount } }`, nil)
			if len(answer.Errors) != 1 || answer.Errors[0].Extensions.Code != "FILTER_TOO_BROAD" {
				t.Errorf("%s below no account: %+v", list, answer.Errors)
			}
		}
		type records struct {
			TotalCount int
			Nodes      []struct {
				ID, UserName string
			}
		}
		data, _ := testenv.Must[struct {
			DirectoryGroup struct{ Records, Down records }
		}](t, env, `query ($id: ID!) { directoryGroup(id: $id) { records { totalCount nodes { id userName } }
			down: records(direction: DESCENDING) { totalCount nodes { id userName } } } }`,
			map[string]any{"id": group.String()})
		up, down := data.DirectoryGroup.Records, data.DirectoryGroup.Down
		if up.TotalCount != 2 || len(up.Nodes) != 2 || up.Nodes[0] != down.Nodes[1] || up.Nodes[1] != down.Nodes[0] ||
			up.Nodes[0].UserName == "b" || up.Nodes[1].UserName == "b" {
			t.Errorf("%+v", data)
		}
	})
}

// A filter that takes an id has a list that gives it. Every list of the catalog runs in both directions.
func TestTheCatalogIsListed(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var line gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			c, ctx := f.Client(), f.Context()
			line = gid.New(gid.ProductLine, 0)
			part := func(code string) *ent.PartNumberCreate {
				return c.PartNumber.Create().SetID(gid.New(gid.PartNumber, 0)).SetCode(code)
			}
			feature := func(code, version string) error {
				return c.Feature.Create().SetID(gid.New(gid.Feature, 0)).SetCode(code).SetVersion(version).Exec(ctx)
			}
			level := func(code string, rank int) error {
				return c.CoverageLevel.Create().SetID(gid.New(gid.CoverageLevel, 0)).SetCode(code).SetName(code).
					SetRank(rank).Exec(ctx)
			}
			meter := func(code string, line gid.ID) error {
				return c.Meter.Create().SetID(gid.New(gid.Meter, 0)).SetProductLineID(line).SetUnitID(f.APICalls).
					SetCode(code).SetName(code).SetResetInterval(vocabulary.ResetIntervalMonth).Exec(ctx)
			}
			for _, err := range []error{
				c.ProductLine.Create().SetID(line).SetName("Quay").SetCreatedAt(1).Exec(ctx),
				c.LicenseModel.Create().SetID(gid.New(gid.LicenseModel, 0)).SetName("Floating").SetMetered(false).
					SetActivationModel(vocabulary.ActivationModelFloating).Exec(ctx),
				part("HP-2").SetProductID(f.Product).Exec(ctx), part("HP-1").Exec(ctx), part("hp-3").Exec(ctx),
				feature("pack", "2"), feature("pack", "1"), feature("load", ""),
				level("GOLD", 9), level("BASIC", 1), level("SILVER", 5), level("BRONZE", 5),
				meter("calls", f.ProductLine), meter("bytes", line),
			} {
				if err != nil {
					t.Fatal(err)
				}
			}
		})
		for _, want := range []struct{ list, filter, label, found string }{
			{"coverageLevels", "", "code", "BASIC BRONZE SILVER GOLD"},
			{"meters", "", "code", "bytes calls"},
			{"meters", "filter: { productLine: $line }", "code", "bytes"},
			{"licenseModels", "", "name", "Floating Node-locked"},
			{"partNumbers", "", "code", "HP-1 HP-2 hp-3"},
			{"partNumbers", `filter: { codeStartsWith: " HP-" }`, "code", "HP-1 HP-2"},
			{"partNumbers", `filter: { product: $product }`, "code", "HP-2"},
			{"partNumbers", `filter: { product: $product, codeStartsWith: "HP-1" }`, "code", ""},
			{"features", "", "version", "null 1 2"},
			{"features", `filter: { codeStartsWith: "pa" }`, "version", "1 2"},
		} {
			document := fmt.Sprintf(`query ($line: ID!, $product: ID!) {
				up: %s(direction: ASCENDING %s) { nodes { is: %s } }
				down: %[1]s(direction: DESCENDING %[2]s) { nodes { is: %[3]s } }
				line: node(id: $line) { id } product: node(id: $product) { id } }`, want.list, want.filter, want.label)
			type rows struct{ Nodes []struct{ Is *string } }
			data, _ := testenv.Must[struct{ Up, Down rows }](t, env, document,
				map[string]any{"line": line.String(), "product": productOf(t, env)})
			texts := func(of rows) (all []string) {
				for _, n := range of.Nodes {
					if n.Is == nil {
						all = append(all, "null")
						continue
					}
					all = append(all, *n.Is)
				}
				return all
			}
			up, down := texts(data.Up), texts(data.Down)
			slices.Reverse(down)
			if strings.Join(up, " ") != want.found || !slices.Equal(up, down) {
				t.Errorf("%s(%s): %v, and backwards %v; want %s", want.list, want.filter, up, down, want.found)
			}
		}
	})
}

// productOf returns the id of the product of the fixture.
func productOf(t *testing.T, env *testenv.Env) string {
	t.Helper()
	id, err := env.Store.Client().Product.Query().OnlyID(testenv.Operator(t))
	if err != nil {
		t.Fatal(err)
	}
	return id.String()
}

// A client that copies rows in the order of their last change misses no row that changes between two pages.
func TestAMirrorMissesNothing(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var ids []gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			for i := range 6 {
				id := f.Account("account " + string(rune('a'+i)))
				if err := f.Client().Account.UpdateOneID(id).SetUpdatedAt(clock.Instant(1_000_000 * (i + 1))).
					Exec(f.Context()); err != nil {
					t.Fatal(err)
				}
				ids = append(ids, id)
			}
		})
		seen := map[string]string{}
		page := func(after any) (cursor string, more bool) {
			data, _ := testenv.Must[struct {
				Accounts struct {
					Nodes    []struct{ ID, Name string }
					PageInfo struct {
						EndCursor   string
						HasNextPage bool
					}
				}
			}](t, env,
				`query ($after: String) { accounts(first: 2, after: $after, orderBy: UPDATED, filter: { updatedSince: "1970-01-01T00:00:02Z" }) {
				nodes { id name } pageInfo { endCursor hasNextPage } } }`, map[string]any{"after": after})
			for _, n := range data.Accounts.Nodes {
				seen[n.ID] = n.Name
			}
			return data.Accounts.PageInfo.EndCursor, data.Accounts.PageInfo.HasNextPage
		}
		cursor, more := page(nil)
		env.Fill(t, func(f *testenv.Fixture) {
			// A row of the first page changes, and so does a row of a later page.
			for _, at := range []int{1, 4} {
				if err := f.Client().Account.UpdateOneID(ids[at]).SetName("new").
					SetUpdatedAt(clock.Instant(9_000_000 + int64(at))).Exec(f.Context()); err != nil {
					t.Fatal(err)
				}
			}
		})
		for more {
			cursor, more = page(cursor)
		}
		if len(seen) != 5 || seen[ids[1].String()] != "new" || seen[ids[4].String()] != "new" ||
			seen[ids[0].String()] != "" {
			t.Errorf("%v", seen)
		}
	})
}
