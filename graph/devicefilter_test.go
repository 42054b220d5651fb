package graph_test

import (
	"slices"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
)

// A list of devices can be limited to those that use a product line today, and to those that were not seen since a
// moment, or never.
func TestDevicesByUseAndLastSeen(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var account, productLine, other gid.ID
		const moment = "2026-06-01T00:00:00Z"
		seen := func(text string) clock.Instant {
			var at clock.Instant
			must(t, at.UnmarshalGQL(text))
			return at
		}
		env.Fill(t, func(f *testenv.Fixture) {
			account = f.Account("Machines")
			line := f.Line(account, f.Entitlement(account, "ENT-1"), f.Seat, "LINE-1", 9)
			device := func(name string, change func(*ent.DeviceUpdateOne)) gid.ID {
				id := f.Device(account, name)
				update := f.Client().Device.UpdateOneID(id)
				change(update)
				must(t, update.Exec(f.Context()))
				return id
			}
			old := device("old", func(u *ent.DeviceUpdateOne) { u.SetLastSeenAt(seen("2026-05-31T23:59:59Z")) })
			fresh := device("fresh", func(u *ent.DeviceUpdateOne) { u.SetLastSeenAt(seen(moment)) })
			never := device("never", func(u *ent.DeviceUpdateOne) { u.ClearLastSeenAt() })
			f.Activation(account, line, old, 1)
			f.Activation(account, line, old, 1)
			returned := f.Activation(account, line, never, 1)
			must(t, f.Client().Activation.UpdateOneID(returned).SetReturnedOn(testenv.Today).Exec(f.Context()))
			f.Activation(account, line, fresh, 1)
			of, err := f.Client().LineItem.Get(f.Context(), line)
			must(t, err)
			productLine = of.ProductLineID
			other = gid.New(gid.ProductLine, 1)
		})
		for filter, want := range map[string][]string{
			`{}`:                      {"fresh", "never", "old"},
			`{ productLine: $line }`:  {"fresh", "old"},
			`{ productLine: $other }`: {},
			`{ notSeenSince: $at }`:   {"never", "old"},
			`{ productLine: $line, notSeenSince: $at }`: {"old"},
		} {
			data, _ := testenv.Must[struct {
				Account struct {
					Devices struct{ Nodes []struct{ Name string } }
				}
			}](t, env, `query ($id: ID!, $line: ID!, $other: ID!, $at: DateTime!) {
				nodes(ids: [$line, $other]) { id } recent: devices(filter: { account: $id, notSeenSince: $at }) { totalCount }
				account(id: $id) { devices(filter: `+filter+`) { nodes { name } } } }`,
				map[string]any{"id": account.String(), "line": productLine.String(), "other": other.String(),
					"at": moment})
			got := []string{}
			for _, d := range data.Account.Devices.Nodes {
				got = append(got, d.Name)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s: %v, want %v", filter, got, want)
			}
		}
		answer := env.Ask(t, `{ devices(filter: { notSeenSince: "`+moment+`" }) { totalCount } }`, nil)
		if len(answer.Errors) != 1 || answer.Errors[0].Extensions.Code != "FILTER_TOO_BROAD" ||
			answer.Errors[0].Extensions.Field != "filter.notSeenSince" {
			t.Errorf("the devices of all accounts: %+v", answer.Errors)
		}
	})
}

// The producer's links are for everybody who is signed in, and for nobody else.
func TestServiceLinks(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := newPeople(t, env)
		own, err := p.Session(t.Context(), p.signIn(t, p.ada))
		must(t, err)
		const document = `{ serviceLinks { name address } }`
		answer := env.As(own).Ask(t, document, nil)
		if want := `{"serviceLinks":[{"name":"Forum","address":"https://forum.example.com/"}]}`; len(answer.Errors) > 0 ||
			string(answer.Data) != want {
			t.Errorf("a member reads %s %+v, want %s", answer.Data, answer.Errors, want)
		}
		answer = env.As(nil).Ask(t, document, nil)
		if len(answer.Errors) != 1 || answer.Errors[0].Extensions.Code != "UNAUTHENTICATED" {
			t.Errorf("nobody reads %s %+v", answer.Data, answer.Errors)
		}
	})
}
