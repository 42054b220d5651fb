package graph_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/apikey"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// servicesOf queries the services that are open to the viewer of env.
func servicesOf(t *testing.T, env *testenv.Env) []openService {
	t.Helper()
	got, _ := testenv.Must[struct {
		Viewer struct{ Services []openService }
	}](t, env, `{ viewer { `+askServices+` } }`, nil)
	return got.Viewer.Services
}

// accountsOf lists the accounts that a service has in the response.
func accountsOf(list []openService, service string) []string {
	var names []string
	for _, s := range list {
		for _, a := range s.Accounts {
			if s.Service == service {
				names = append(names, a.AccountName)
			}
		}
	}
	return names
}

// A widget token sees only the accounts of its grants. A person's key without the scope READ sees none.
func TestServicesTellNothingBeyondTheGrant(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := newPeople(t, env)
		if _, _, err := env.Services.Access.RegisterDocument(testenv.Operator(t),
			change.Request{Action: "registerWidgetDocument"}, "services.graphql",
			"{ viewer { "+askServices+" } }"); err != nil {
			t.Fatal(err)
		}
		ctx := viewer.With(t.Context(), program(t, env, access.NewKey{Name: "site", Account: p.first,
			Scopes:   []vocabulary.KeyScope{vocabulary.KeyScopeMintWidgetTokens},
			Services: vocabulary.EveryService.List()}))
		_, minted, err := p.MintWidgetToken(ctx, change.Request{Action: "mintWidgetToken"},
			access.NewWidgetToken{User: p.ada, Origins: []string{"https://community.example"}})
		if err != nil {
			t.Fatal(err)
		}
		widget, err := p.WidgetToken(t.Context(), minted.Token)
		if err != nil {
			t.Fatal(err)
		}
		if got := accountsOf(servicesOf(t, env.As(widget)), "LICENSING"); !slices.Equal(got, []string{"first"}) {
			t.Errorf("a widget token of the account first sees %v", got)
		}
		own, err := p.Session(t.Context(), p.signIn(t, p.ada))
		if err != nil {
			t.Fatal(err)
		}
		_, secret, err := p.CreateKey(viewer.With(t.Context(), own), change.Request{Action: "createApiKey"},
			access.NewKey{Name: "own", Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeRead}})
		if err != nil {
			t.Fatal(err)
		}
		env.Fill(t, func(f *testenv.Fixture) { // such a key cannot be created, but an older version could create it
			scopes, _ := vocabulary.KeyScopes(vocabulary.KeyScopeWrite)
			if err := f.Client().APIKey.Update().Where(apikey.UserID(p.ada)).SetScopes(scopes).
				Exec(f.Context()); err != nil {
				t.Fatal(err)
			}
		})
		key, err := p.Key(t.Context(), secret)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range servicesOf(t, env.As(key)) {
			if s.IsOpen || len(s.Accounts) > 0 {
				t.Errorf("a key without the scope READ sees %+v", s)
			}
		}
	})
}

// In a narrowed session, the services of other accounts have the reason NARROWED, whatever the memberships in them
// grant.
func TestServicesInANarrowedSession(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := newPeople(t, env)
		token := p.signIn(t, p.ada)
		testenv.Must[any](t, p.within(t, token),
			`mutation($id: ID) { switchAccount(input: {account: $id}) { errors { code } } }`,
			map[string]any{"id": p.first.String()})
		for what, become := range map[string]func(*ent.MembershipUpdate){
			"nothing":   func(*ent.MembershipUpdate) {},
			"ended":     func(u *ent.MembershipUpdate) { u.SetEndsOn(testenv.Today - 1) },
			"suspended": func(u *ent.MembershipUpdate) { u.SetSuspendedAt(1) },
		} {
			env.Fill(t, func(f *testenv.Fixture) {
				update := f.Client().Membership.Update().Where(membership.UserID(p.ada),
					membership.AccountID(p.second))
				become(update)
				if err := update.SetServiceAccess(0).Exec(f.Context()); err != nil {
					t.Fatal(err)
				}
			})
			if got := serviceIn(servicesOf(t, p.within(t, token)), "LICENSING", "second"); got != "NARROWED" {
				t.Errorf(`%s: %s, want "NARROWED"`, what, got)
			}
		}
	})
}

// A service is open if it is open in any account, also in one that is not listed. The number of administrators is
// limited for each account separately.
func TestServicesOfManyAccountsAndAdministrators(t *testing.T) {
	const accounts, administrators = 100, 2001
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var bo gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			c, ctx := f.Client(), f.Context()
			crowded, quiet, last := f.Account("account 1"), f.Account("account 2"), f.Account("the last one")
			bo = f.Member(crowded, "bo")
			within := func(account gid.ID, services vocabulary.ServiceSet) *ent.MembershipCreate {
				return member(c, account, bo, vocabulary.RoleReader).SetServiceAccess(services)
			}
			rows := []*ent.MembershipCreate{within(quiet, 0), within(last, vocabulary.EveryService)}
			for n := range accounts {
				rows = append(rows, within(f.Account(fmt.Sprintf("account 3.%03d", n)), 0))
			}
			rows = append(rows, member(c, quiet, f.Member(last, "calm"), vocabulary.RoleAccountAdministrator))
			people := make([]*ent.UserCreate, administrators)
			for n := range people {
				id := gid.New(gid.User, crowded.Locality())
				// The newest administrators have the names that sort first.
				people[n] = c.User.Create().SetID(id).SetUserName(fmt.Sprintf("admin %04d", administrators-n)).
					SetActive(true).SetShared(false).
					SetCreatedAt(1).SetUpdatedAt(1)
				rows = append(rows, member(c, crowded, id, vocabulary.RoleAccountAdministrator))
			}
			for part := range slices.Chunk(people, 200) {
				if err := c.User.CreateBulk(part...).Exec(ctx); err != nil {
					t.Fatal(err)
				}
			}
			for part := range slices.Chunk(rows, 200) {
				if err := c.Membership.CreateBulk(part...).Exec(ctx); err != nil {
					t.Fatal(err)
				}
			}
			if err := c.Membership.Update().Where(membership.UserID(bo), membership.AccountID(crowded)).
				SetServiceAccess(0).Exec(ctx); err != nil {
				t.Fatal(err)
			}
		})
		v, err := env.Services.Access.ForUser(context.WithoutCancel(t.Context()), bo,
			vocabulary.CredentialKindAccessToken, vocabulary.EveryKeyScope)
		if err != nil {
			t.Fatal(err)
		}
		list := servicesOf(t, env.As(v))
		if got := accountsOf(list, "LICENSING"); len(got) != accounts || slices.Contains(got, "the last one") ||
			!list[0].IsOpen {
			t.Errorf("open: %t, in %d accounts, the last is %v", list[0].IsOpen, len(got), got[len(got)-1])
		}
		if got := serviceIn(list, "LICENSING", "account 2"); got != "NOT_GRANTED calm" {
			t.Error(got)
		}
		want := "NOT_GRANTED"
		for n := range 20 {
			want += fmt.Sprintf(" admin %04d", n+1)
		}
		if got := serviceIn(list, "LICENSING", "account 1"); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	})
}

// Who can open a service are the administrators of the account and those of an account above whose membership reaches
// the accounts below. A role that a directory grants holds in its own account alone.
func TestServicesNameAdministratorsOfAccountsAbove(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var bo gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			c, ctx := f.Client(), f.Context()
			above, below, other := f.Account("above"), f.Account("below"), f.Account("other")
			f.Below(above, below)
			bo = f.Member(below, "bo")
			roles, _ := vocabulary.Roles(vocabulary.RoleAccountAdministrator)
			in := func(account gid.ID, name string, change func(*ent.MembershipUpdate)) gid.ID {
				who := f.Member(account, name)
				update := c.Membership.Update().Where(membership.UserID(who)).SetRoles(roles)
				change(update)
				if err := update.Exec(ctx); err != nil {
					t.Fatal(err)
				}
				return who
			}
			reaching := func(u *ent.MembershipUpdate) { u.SetIncludeSubAccounts(true) }
			in(below, "own", func(*ent.MembershipUpdate) {})
			in(above, "chief", reaching)
			in(above, "alone", func(*ent.MembershipUpdate) {})
			in(other, "elsewhere", reaching)
			in(above, "ended", func(u *ent.MembershipUpdate) { reaching(u); u.SetEndsOn(testenv.Today - 1) })
			in(above, "by directory", func(u *ent.MembershipUpdate) {
				reader, _ := vocabulary.Roles(vocabulary.RoleReader)
				reaching(u)
				u.SetRoles(reader).SetDirectoryRoles(roles)
			})
			twice := in(above, "twice", reaching)
			for _, err := range []error{
				member(c, below, twice, vocabulary.RoleAccountAdministrator).Exec(ctx),
				c.Membership.Update().Where(membership.UserID(bo)).SetServiceAccess(0).Exec(ctx),
			} {
				if err != nil {
					t.Fatal(err)
				}
			}
		})
		v, err := env.Services.Access.ForUser(context.WithoutCancel(t.Context()), bo,
			vocabulary.CredentialKindAccessToken, vocabulary.EveryKeyScope)
		if err != nil {
			t.Fatal(err)
		}
		if got := serviceIn(servicesOf(t, env.As(v)), "LICENSING", "below"); got != "NOT_GRANTED chief own twice" {
			t.Error(got)
		}
	})
}

// member is a membership of a user with a role, without services.
func member(c *ent.Client, account, user gid.ID, role vocabulary.Role) *ent.MembershipCreate {
	roles, _ := vocabulary.Roles(role)
	return c.Membership.Create().SetID(gid.New(gid.Membership, account.Locality())).SetAccountID(account).
		SetUserID(user).SetRoles(roles).
		SetServiceAccess(0).SetIncludeSubAccounts(false).SetCreatedAt(1)
}
