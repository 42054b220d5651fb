package graph_test

import (
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
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
		for filter, want := range map[string]string{
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
