package account_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// OwnMemberships has the memberships of the viewer that are in force, with what the directory grants, by the name of
// the account.
func TestOwnMembershipsInWords(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		today := w.today()
		licensing, downloads := services(vocabulary.ServiceLicensing), services(vocabulary.ServiceDownloads)
		person := w.user("person")
		w.member(person, w.harbor, below, ending(today), func(c *ent.MembershipCreate) {
			c.SetRoles(roles(reader)).SetServiceAccess(licensing).SetProductLineID(w.productLine)
		})
		w.member(person, w.dock, func(c *ent.MembershipCreate) {
			c.SetRoles(0).SetServiceAccess(0).SetDirectoryRoles(roles(manager)).SetDirectoryServices(downloads)
		})
		w.member(person, w.account("Quarry"), func(c *ent.MembershipCreate) {
			c.SetRoles(roles(reader)).SetServiceAccess(licensing).SetDirectoryRoles(roles(downloader)).
				SetDirectoryServices(downloads)
		})
		w.member(person, w.meadow, func(c *ent.MembershipCreate) { c.SetSuspendedAt(w.clock.Now()) })
		w.member(person, w.account("Orchard"), ending(today-1))
		w.member(person, w.account("Abbey"), func(c *ent.MembershipCreate) { c.SetRoles(0) })
		own := func(ctx context.Context) []account.OwnMembership {
			t.Helper()
			got, err := w.OwnMemberships(ctx)
			w.must(err)
			return got
		}
		want := []account.OwnMembership{
			{Account: "Dock", Access: account.AccessWords{Roles: []string{"license manager"},
				Services: []string{"downloads"}}},
			{Account: "Harbor", Access: account.AccessWords{Roles: []string{"reader"}, Services: []string{"licensing"},
				ProductLine: "Tide", IncludeSubAccounts: true, EndsOn: &today}},
			{Account: "Quarry", Access: account.AccessWords{Roles: []string{"downloader", "reader"},
				Services: []string{"licensing", "downloads"}}},
		}
		if diff := cmp.Diff(want, own(w.as(person))); diff != "" {
			t.Errorf("of the person (-want +got):\n%s", diff)
		}
		program := w.program(access.NewKey{Name: "nightly", Account: w.harbor,
			Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeRead}})
		for who, ctx := range map[string]context.Context{"nobody": t.Context(), "a program": program,
			"a person without memberships": w.as(w.user("stranger"))} {
			if got := own(ctx); len(got) > 0 {
				t.Errorf("of %s: %+v, want none", who, got)
			}
		}
	})
}

// Open requests are shown with the name of the account only while the viewer sees it. Requests from before outside
// requests are not always marked as such.
func TestOwnRequestsNameNoAccountToStrangers(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		bo, kim := w.user("bo"), w.user("kim")
		w.member(kim, w.harbor)
		w.name("INV-1", w.harbor)
		for n, who := range []gid.ID{bo, kim} {
			w.write(func(ctx context.Context, c *ent.Client) error {
				return c.AccessRequest.Create().SetID(gid.New(gid.AccessRequest, 1)).SetAccountID(w.harbor).
					SetUserID(who).SetRoles(roles(reader)).SetServiceAccess(1).SetGranted(false).
					SetCreatedAt(w.clock.Now()).Exec(ctx)
			})
			_, err := w.RequestAccess(w.as(who), request("requestAccess"), account.WantedAccess{Reference: "INV-1"})
			w.must(err)
			w.work()
			got, err := w.OwnRequests(w.as(who))
			w.must(err)
			open := vocabulary.AccessRequestStateOpen
			want := []account.OwnRequest{{For: "Harbor", State: open, AskedOn: w.today()},
				{For: "INV-1", Outside: true, State: open, AskedOn: w.today()}}[1-n:]
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("request %d (-want +got):\n%s", n, d)
			}
		}
	})
}
