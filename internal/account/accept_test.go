package account_test

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

func TestANewUserAcceptsAndIsNamedInTheAuditLog(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		id := w.invite(w.as(w.ada), w.harbor, "Bo.Berg@harbor.example", manager)
		who, member, err := w.AcceptAsNew(t.Context(), w.token(id), "  Bo\tBerg ")
		w.must(err)
		u := w.db.Client().User.Query().Where(user.ID(who)).OnlyX(w.all())
		if u.UserName != "Bo.Berg@harbor.example" || *u.Email != u.UserName ||
			*u.EmailKey != "bo.berg@harbor.example" || u.DisplayName != "Bo Berg" || !u.Active {
			t.Errorf(
				`%+v, want UserName = "Bo.Berg@harbor.example", Email = %v, EmailKey = "bo.berg@harbor.example", `+
					`DisplayName = "Bo Berg" and Active = true`,
				u, u.UserName)
		}
		m := w.membership(member)
		if m.UserID != who || m.AccountID != w.harbor || m.Roles != roles(manager) ||
			m.Origin != vocabulary.MembershipOriginInvitation {
			t.Errorf("%+v, want UserID = %v, AccountID = %v, Roles = %v and Origin = %v", m, who, w.harbor,
				roles(manager), vocabulary.MembershipOriginInvitation)
		}
		want := []string{"ada inviteMembers Bo.Berg@harbor.example",
			"Bo.Berg@harbor.example acceptInvitation Bo.Berg@harbor.example",
			"Bo.Berg@harbor.example acceptInvitation Bo.Berg@harbor.example",
			"Bo.Berg@harbor.example acceptInvitation Bo.Berg@harbor.example"}
		if d := cmp.Diff(want, w.recordsOf(w.harbor)); d != "" {
			t.Error(d)
		}
		entry := w.db.Client().AuditEntry.Query().Order(ent.Desc("id")).FirstX(w.all())
		if entry.ActorID == nil || *entry.ActorID != who || entry.ByProducer {
			t.Errorf("%+v, want ActorID != nil, ActorID = %v and ByProducer = false", entry, who)
		}
		if found := w.db.Client().SearchWord.Query().CountX(w.all()); found == 0 {
			t.Error("search does not find the user")
		}
	})
}

func TestAcceptingWithoutSignIn(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		one := w.user("one", email("One@harbor.example"))
		w.user("two", email("two@harbor.example"))
		w.user("two.too", email("two@harbor.example"))
		w.user("off", email("off@harbor.example"), inactive)
		w.user("boss", email("boss@harbor.example"), operating)
		w.user("named@harbor.example")
		w.user("on", email("half@harbor.example"))
		w.user("half.off", email("half@harbor.example"), inactive)
		w.record(w.harbor, "linked@harbor.example", one)
		w.record(w.meadow, "theirs@harbor.example", one)
		w.record(w.dock, "proven@harbor.example", one)
		w.proves("harbor.example", w.dock)
		w.record(w.harbor, "unlinked@harbor.example", 0)
		for address, test := range map[string]struct {
			name string // the user name of the new user
			code fault.Code
		}{
			"one@harbor.example":    {"", account.SignInRequired},
			"half@harbor.example":   {"", account.SignInRequired},
			"two@harbor.example":    {"", account.SignInRequired},
			"off@harbor.example":    {"", change.Forbidden},
			"boss@harbor.example":   {"", account.SignInRequired},
			"linked@harbor.example": {"", account.SignInRequired},
			"proven@harbor.example": {"", account.SignInRequired},
			// a directory that has not proven the domain does not require a sign-in
			"theirs@harbor.example":     {"theirs@harbor.example", ""},
			"unlinked@harbor.example":   {"unlinked@harbor.example", ""},
			"named@harbor.example":      {"named@harbor.example (2)", ""},
			"stranger@harbor.example":   {"stranger@harbor.example", ""},
			"Zo\u00EB@harbor.example":   {"Zo\u00EB@harbor.example", ""},
			"somebody+x@harbor.example": {"somebody+x@harbor.example", ""},
		} {
			id := w.invite(w.as(w.ada), w.harbor, address, reader)
			token := w.token(id)
			offer, err := w.Offer(t.Context(), id)
			if err != nil || offer.Known != (test.code != "") {
				t.Errorf("%s: known %t, %v, want %v", address, offer.Known, err, test.code != "")
			}
			before := w.dump()
			who, member, err := w.AcceptAsNew(t.Context(), token, "Some\u202E Body")
			if test.code != "" {
				refused(t, err, test.code, "")
				if d := cmp.Diff(before, w.dump()); d != "" {
					t.Errorf("%s: the refused change left data: %s", address, d)
				}
				continue
			}
			if err != nil || w.membership(member).UserID != who {
				t.Errorf("%s: %s, %v", address, who, err)
				continue
			}
			u := w.db.Client().User.Query().Where(user.ID(who)).OnlyX(w.all())
			if u.UserName != test.name || *u.Email != address || u.DisplayName != "Some Body" ||
				u.EmailProvenAt == nil {
				t.Errorf(`%s: %+v, want UserName = %v, Email = %v, DisplayName = "Some Body" and EmailProvenAt != nil`,
					address, u, test.name, address)
			}
		}
	})
}

// TestAcceptingProvesOnlyTheOwnAddress: an invitation to another user's address does not prove that address.
func TestAcceptingProvesOnlyTheOwnAddress(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		one, other := w.user("one", email("one@harbor.example")), w.user("other", email("other@harbor.example"))
		for _, u := range []gid.ID{one, other} {
			id := w.invite(w.as(w.ada), w.harbor,
				[]string{"One@harbor.example", "further@harbor.example"}[map[gid.ID]int{other: 1}[u]], reader)
			_, err := w.AcceptInvitation(w.as(u), request("acceptInvitation"), w.token(id))
			w.must(err)
			if proven := w.db.Client().User.GetX(w.all(), u).EmailProvenAt; (proven != nil) != (u == one) {
				t.Errorf("%s: proven %v", u, proven)
			}
		}
	})
}

// TestRequiredSignInHoldsForInvitations: if the domain of the invited address requires a provider, only a sign-in with
// it may accept.
func TestRequiredSignInHoldsForInvitations(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		bo := w.user("bo", email("bo@harbor.example"))
		id := w.invite(w.as(w.ada), w.harbor, "somebody@strict.example", reader)
		token := w.token(id)
		_, _, err := w.AcceptAsNew(t.Context(), token, "Bo")
		refused(t, err, access.ProviderRequired, "")
		session := func(method vocabulary.SignInMethod, provider string) context.Context {
			token, _, err := w.access.Begin(t.Context(),
				access.NewSession{User: bo, Method: method, Provider: provider})
			w.must(err)
			v, err := w.access.Session(t.Context(), token)
			w.must(err)
			return viewer.With(t.Context(), v)
		}
		accessToken := func(provider string) context.Context {
			v := *viewer.From(w.as(bo))
			v.Provider = provider
			return viewer.With(t.Context(), &v)
		}
		_, secret, err := w.access.CreateKey(session(vocabulary.SignInMethodOpenID, "strict"), request("createApiKey"),
			access.NewKey{Name: "mine", Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeRead,
				vocabulary.KeyScopeWrite}})
		w.must(err)
		key, err := w.access.Key(t.Context(), secret)
		w.must(err)
		for name, ctx := range map[string]context.Context{
			"a link":                      session(vocabulary.SignInMethodLink, ""),
			"another provider":            session(vocabulary.SignInMethodOpenID, "open"),
			"a token of another provider": accessToken("open"), "a key": viewer.With(t.Context(), key),
		} {
			_, err := w.AcceptInvitation(ctx, request("acceptInvitation"), token)
			if fault.CodeOf(err) != access.ProviderRequired {
				t.Errorf("%s: %v, want %v", name, err, access.ProviderRequired)
			}
		}
		if n := w.db.Client().Membership.Query().Where(membership.UserID(bo)).CountX(w.all()); n != 0 {
			t.Errorf("%d memberships, want 0", n)
		}
		_, err = w.AcceptInvitation(
			session(vocabulary.SignInMethodOpenID, "strict"), request("acceptInvitation"), token)
		w.must(err)
		again := w.token(w.invite(w.as(w.ada), w.harbor, "another@strict.example", reader))
		_, err = w.AcceptInvitation(accessToken("strict"), request("acceptInvitation"), again)
		w.must(err)
	})
}

func TestSixtyFourAcceptOneInvitationOnce(t *testing.T) {
	for name, accept := range map[string]func(w *world, n int, token string) error{
		"not signed in": func(w *world, n int, token string) error {
			_, _, err := w.AcceptAsNew(w.t.Context(), token, fmt.Sprint("Bo ", n))
			return err
		},
		"signed in": func(w *world, n int, token string) error {
			_, err := w.AcceptInvitation(w.as(w.called(fmt.Sprint("bo", n))), request("acceptInvitation"), token)
			return err
		},
		"mixed": func(w *world, n int, token string) error {
			if n%2 == 0 {
				_, _, err := w.AcceptAsNew(w.t.Context(), token, "Bo")
				return err
			}
			_, err := w.AcceptInvitation(w.as(w.called(fmt.Sprint("bo", n))), request("acceptInvitation"), token)
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			each(t, func(t *testing.T, w *world) {
				w.together(func() {
					for n := range 64 {
						w.user(fmt.Sprint("bo", n))
					}
				})
				users := w.db.Client().User.Query().CountX(w.all())
				id := w.invite(w.as(w.ada), w.harbor, "bo@harbor.example", reader)
				tokens := []string{w.token(id), w.token(id)} // the mail was sent twice
				var (
					all             sync.WaitGroup
					accepted, stale atomic.Int32
					members         = w.db.Client().Membership.Query().CountX(w.all())
				)
				for n := range 64 {
					all.Go(func() {
						switch err := accept(w, n, tokens[n%2]); {
						case err == nil:
							accepted.Add(1)
						case fault.CodeOf(err) == account.LinkInvalid:
							stale.Add(1)
						default:
							t.Error(err)
						}
					})
				}
				all.Wait()
				if accepted.Load() != 1 || stale.Load() != 63 {
					t.Errorf("%d accepted, %d got LINK_INVALID, want accepted = 1 and stale = 63", accepted.Load(),
						stale.Load())
				}
				if n := w.db.Client().Membership.Query().CountX(w.all()) - members; n != 1 {
					t.Errorf("%d memberships, want 1", n)
				}
				if n := w.db.Client().User.Query().CountX(w.all()) - users; n > 1 || name == "not signed in" &&
					n != 1 || name == "signed in" && n != 0 {
					t.Errorf("%d users were made", n)
				}
			})
		})
	}
}

func TestTwoInvitationsOfOneAddressMakeOneUser(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		lone := w.user("lone")
		w.member(lone, w.meadow, administrator)
		tokens := []string{w.token(w.invite(w.as(w.ada), w.harbor, "bo@harbor.example", reader)),
			w.token(w.invite(w.as(lone), w.meadow, "bo@harbor.example", reader))}
		var (
			all     sync.WaitGroup
			refused atomic.Int32
		)
		for _, token := range tokens {
			all.Go(func() {
				switch _, _, err := w.AcceptAsNew(t.Context(), token, "Bo"); {
				case fault.CodeOf(err) == account.SignInRequired:
					refused.Add(1) // the other acceptance created the user
				case err != nil:
					t.Error(err)
				}
			})
		}
		all.Wait()
		if refused.Load() != 1 {
			t.Errorf("%d were asked to sign in", refused.Load())
		}
		if n := w.db.Client().User.Query().Where(user.Email("bo@harbor.example")).CountX(w.all()); n != 1 {
			t.Errorf("%d users, want 1", n)
		}
	})
}

func TestAcceptingMergesGrants(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		soon, later := w.today()+10, w.today()+20
		last := func(m *ent.MembershipCreate) { m.SetEndsOn(soon) }
		line := func(m *ent.MembershipCreate) { m.SetProductLineID(w.productLine) }
		for name, test := range map[string]struct {
			has  []func(*ent.MembershipCreate)
			more account.Grant
			code fault.Code
			want *ent.Membership
		}{
			"more roles": {nil, account.Grant{Roles: []vocabulary.Role{manager}}, "",
				&ent.Membership{Roles: roles(reader, manager)}},
			"nothing more": {[]func(*ent.MembershipCreate){below}, account.Grant{Roles: []vocabulary.Role{reader}}, "",
				&ent.Membership{Roles: roles(reader), IncludeSubAccounts: true}},
			"further": {nil, account.Grant{Roles: []vocabulary.Role{manager}, IncludeSubAccounts: true}, "",
				&ent.Membership{Roles: roles(reader, manager), IncludeSubAccounts: true}},
			"longer": {[]func(*ent.MembershipCreate){last},
				account.Grant{Roles: []vocabulary.Role{manager}, EndsOn: &later}, "",
				&ent.Membership{Roles: roles(reader, manager), EndsOn: &later}},
			"every line": {[]func(*ent.MembershipCreate){line}, account.Grant{Roles: []vocabulary.Role{manager}}, "",
				&ent.Membership{Roles: roles(reader, manager)}},
			// A grant limited to the account, to a time or to a product line must not become wider.
			"more, less far": {[]func(*ent.MembershipCreate){below}, account.Grant{Roles: []vocabulary.Role{admin}},
				account.ScopesDiffer, nil},
			"more, shorter": {
				nil, account.Grant{Roles: []vocabulary.Role{admin}, EndsOn: &soon}, account.ScopesDiffer, nil},
			"more, of a line": {nil, account.Grant{Roles: []vocabulary.Role{manager}, ProductLine: w.productLine},
				account.ScopesDiffer,
				nil},
			// An ended membership gives nothing, so only the new grant counts. An invitation never reinstates a member
			// whom an administrator has suspended.
			"ended": {[]func(*ent.MembershipCreate){below, administrator, ending(w.today() - 1)},
				account.Grant{Roles: []vocabulary.Role{manager}}, "",
				&ent.Membership{Roles: roles(manager)}},
			"suspended": {[]func(*ent.MembershipCreate){administrator,
				func(m *ent.MembershipCreate) { m.SetSuspendedAt(w.clock.Now() - 1) }},
				account.Grant{Roles: []vocabulary.Role{manager}}, account.Suspended, nil},
			"suspended since": {[]func(*ent.MembershipCreate){func(m *ent.MembershipCreate) {
				m.SetSuspendedAt(
					w.clock.Now() + 1)
			}},
				account.Grant{Roles: []vocabulary.Role{manager}}, account.Suspended, nil},
		} {
			bo := w.user("bo " + name)
			id := w.member(bo, w.harbor, test.has...)
			before := w.membership(id)
			test.more.Services = vocabulary.EveryService.List()
			outcome, err := w.InviteMembers(w.as(w.ada), request("inviteMembers"), account.Invite{Account: w.harbor,
				Emails: []string{fmt.Sprintf("bo.%s@harbor.example", gid.New(gid.User, 0))}, Grant: test.more})
			w.must(err)
			accepted, err := w.AcceptInvitation(w.as(bo), request("acceptInvitation"), w.token(outcome.IDs[0]))
			want := test.want
			if test.code != "" {
				refused(t, err, test.code, "")
				want = before
			} else if err != nil || accepted.IDs[0] != id {
				t.Errorf("%s: %+v, %v, want IDs[0] = %v", name, accepted, err, id)
				continue
			}
			m := w.membership(id)
			type facts struct {
				Roles vocabulary.RoleSet
				Below bool
				Line  *gid.ID
				Ends  any
			}
			of := func(m *ent.Membership) facts {
				f := facts{Roles: m.Roles, Below: m.IncludeSubAccounts, Line: m.ProductLineID}
				if m.EndsOn != nil {
					f.Ends = *m.EndsOn
				}
				return f
			}
			if d := cmp.Diff(of(want), of(m)); d != "" {
				t.Errorf("%s: %s", name, d)
			}
			if test.code == "" && m.SuspendedAt != nil {
				t.Errorf("%s: still suspended", name)
			}
		}
	})
}

func TestAnInvitationIsOnlyForPeopleAndForAccountsAtHome(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		token := w.token(w.invite(w.as(w.ada), w.harbor, "bo@harbor.example", reader))
		_, err := w.AcceptInvitation(t.Context(), request("acceptInvitation"), token)
		refused(t, err, change.Unauthenticated, "")
		w.moveHome(w.harbor)
		_, err = w.AcceptInvitation(w.as(w.user("bo")), request("acceptInvitation"), token)
		refused(t, err, change.HomeElsewhere, "")
		_, _, err = w.AcceptAsNew(t.Context(), token, "Bo")
		refused(t, err, change.HomeElsewhere, "")
	})
}

func TestAnAcceptanceComesTooLate(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		last := w.today() + 3
		outcome, err := w.InviteMembers(w.as(w.ada), request("inviteMembers"),
			account.Invite{Account: w.harbor, Emails: []string{"bo@harbor.example"},
				Grant: account.Grant{Roles: []vocabulary.Role{reader}, EndsOn: &last}})
		w.must(err)
		token := w.token(outcome.IDs[0])
		w.clock.Advance(4 * 24 * time.Hour)
		_, _, err = w.AcceptAsNew(t.Context(), token, "Bo")
		refused(t, err, account.LinkInvalid, "")
		_, err = w.ResendInvitation(w.as(w.ada), request("resendInvitation"), outcome.IDs[0])
		refused(t, err, fault.BadInput, "input.invitation")
	})
}
