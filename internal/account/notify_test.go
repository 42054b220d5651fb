package account_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Every change that creates an administrator notifies the other administrators and the new one, once.
func TestAdministratorsAreNotifiedOfANewOne(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		bo := w.user("bo", email("bo@harbor.example"))
		w.member(w.user("reading", email("reading@harbor.example")), w.harbor)
		id := w.member(bo, w.harbor)
		told := func(what string, want bool, do func() error) {
			t.Helper()
			before := len(w.mails())
			w.must(do())
			got := slices.DeleteFunc(w.mails()[before:],
				func(l string) bool { return !strings.HasPrefix(l, "administrator_added") })
			slices.Sort(got)
			expected := []string{"administrator_added ada@harbor.example Harbor",
				"administrator_added bo@harbor.example Harbor"}
			if want && !slices.Equal(got, expected) || !want && len(got) > 0 {
				t.Errorf("%s: %q", what, got)
			}
		}
		access := func(role vocabulary.Role) func() error {
			return func() error {
				_, err := w.ChangeMemberAccess(w.as(w.ada), request("changeMemberAccess"), id,
					account.ChangedAccess{Roles: []vocabulary.Role{role}})
				return err
			}
		}
		told("changed", true, access(admin))
		told("the same again", false, access(admin))
		told("demoted", false, access(reader))
		group := w.group(w.harbor, "Administrators", id)
		told("by a group", true, func() error { _, err := w.grant(w.ada, group, nil, admin); return err })
		told("the group takes it back", false, func() error { _, err := w.grant(w.ada, group, nil); return err })
		told("asked for", true, func() error {
			outcome, err := w.RequestAccess(w.as(bo), request("requestAccess"),
				account.WantedAccess{Account: w.harbor, Roles: []vocabulary.Role{admin}})
			w.must(err)
			_, err = w.DecideAccessRequest(w.as(w.ada), request("decideAccessRequest"), outcome.IDs[0],
				account.Decision{Grant: true})
			return err
		})
		told("suspended", false, func() error {
			_, err := w.SuspendMember(w.as(w.ada), request("suspendMember"), id)
			return err
		})
		told("reinstated", true, func() error {
			_, err := w.ReinstateMember(w.as(w.ada), request("reinstateMember"), id)
			return err
		})
	})
}

// A grant to a group can create many administrators: each of them gets a mail, and each other administrator one about
// all.
func TestAGroupOfAdministratorsCausesFewMails(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		const many = 300
		ids := make([]gid.ID, many)
		for n := range ids {
			ids[n] = w.member(w.user(fmt.Sprint("m", n), email(fmt.Sprintf("m%d@harbor.example", n))), w.harbor)
		}
		group := w.group(w.harbor, "Administrators", ids...)
		late := w.user("late", email("late@harbor.example"))
		_, err := w.ChangeMemberAccess(w.as(w.ada), request("changeMemberAccess"), w.member(late, w.harbor),
			account.ChangedAccess{Roles: []vocabulary.Role{admin}})
		w.must(err)
		before := len(w.mails())
		ctx, counter := store.WithCounter(w.as(w.ada))
		_, err = w.GrantDirectoryGroup(ctx, request("grantDirectoryGroup"), group, []vocabulary.Role{admin}, nil)
		w.must(err)
		if n := counter.Count(); n > 15*many {
			t.Errorf("%d statements for %d members, want %v or less", n, many, 15*many)
		}
		got := map[string]int{}
		for _, letter := range w.mails()[before:] {
			got[letter]++
		}
		for _, name := range []string{"ada", "late", "m0", "m299"} {
			if n := got["administrator_added "+name+"@harbor.example Harbor"]; n != 1 {
				t.Errorf("%s got %d mails, want 1", name, n)
			}
		}
		if n := len(got); n != many+2 {
			t.Errorf("%d mails, want %v", n, many+2)
		}
	})
}

// A program grants only the services of its key, in every operation; what a member has already needs no authority.
func TestAProgramGrantsOnlyWhatItsKeyHas(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		community, downloads := []vocabulary.Service{vocabulary.ServiceCommunity},
			[]vocabulary.Service{vocabulary.ServiceDownloads}
		ctx := w.program(access.NewKey{Name: "hr", Account: w.harbor, Roles: []vocabulary.Role{admin},
			Services: community,
			Scopes:   []vocabulary.KeyScope{vocabulary.KeyScopeRead, vocabulary.KeyScopeWrite}})
		bo, cy := w.user("bo", email("bo@harbor.example")), w.user("cy", email("cy@harbor.example"))
		id := w.member(bo, w.harbor)
		paused := w.member(w.user("paused"), w.harbor)
		_, err := w.SuspendMember(w.as(w.ada), request("suspendMember"), paused)
		w.must(err)
		group := w.group(w.harbor, "Team", id)
		asked, err := w.RequestAccess(w.as(cy), request("requestAccess"),
			account.WantedAccess{Account: w.harbor, Services: downloads})
		w.must(err)
		if len(asked.IDs) > 0 {
			t.Errorf("%+v, want none", asked)
		}
		w.work()
		wish := w.db.Client().AccessRequest.Query().OnlyIDX(w.all())
		invitation := w.invite(w.as(w.ada), w.harbor, "new@harbor.example", reader) // with LICENSING
		invite := func(services []vocabulary.Service, below bool) error {
			_, err := w.InviteMembers(ctx, request("inviteMembers"),
				account.Invite{Account: w.harbor, Emails: []string{"x@harbor.example"},
					Grant: account.Grant{Roles: []vocabulary.Role{manager}, Services: services,
						IncludeSubAccounts: below}})
			return err
		}
		change := func(in account.ChangedAccess) error {
			_, err := w.ChangeMemberAccess(ctx, request("changeMemberAccess"), id, in)
			return err
		}
		refused(t, invite(downloads, false), account.GrantTooWide, "input.serviceAccess")
		refused(t, invite(community, true), account.ReachTooWide, "input.includeSubAccounts")
		w.must(invite(community, false))
		_, err = w.ResendInvitation(ctx, request("resendInvitation"), invitation)
		refused(t, err, account.GrantTooWide, "input.invitation")
		_, err = w.GrantDirectoryGroup(ctx, request("grantDirectoryGroup"), group, []vocabulary.Role{reader},
			downloads)
		refused(t, err, account.GrantTooWide, "input.serviceAccess")
		_, err = w.DecideAccessRequest(ctx, request("decideAccessRequest"), wish, account.Decision{Grant: true})
		refused(t, err, account.GrantTooWide, "input.grant")
		_, err = w.ReinstateMember(ctx, request("reinstateMember"), paused)
		refused(t, err, account.GrantTooWide, "input.membership")
		w.must(change(account.ChangedAccess{Roles: []vocabulary.Role{manager}})) // bo keeps the services
		w.must(change(account.ChangedAccess{Services: community}))
		refused(t, change(account.ChangedAccess{Services: downloads}), account.GrantTooWide, "input.serviceAccess")
	})
}
