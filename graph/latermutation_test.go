package graph_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// later is the answer of a mutation that follows another one in the same document.
type later struct {
	Viewer *struct {
		CanChange             bool
		NarrowedTo, ViewingAs *struct{ Name string }
		Memberships           []struct {
			Roles   []string
			Account struct {
				AuditEntries *struct{ Nodes []struct{ Action string } }
				APIKeys      []struct{ Name string } `json:"apiKeys"`
			}
		}
	}
	Effects []struct{ Kind string }
	Errors  []struct{ Code string }
}

// codes returns the codes of the errors.
func (l later) codes() (list []string) {
	for _, e := range l.Errors {
		list = append(list, e.Code)
	}
	return list
}

// A mutation is judged, and its payload is read, with the rights that those before it in the document have left.
func TestALaterMutationHasTheViewerOfThatMoment(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := newPeople(t, env)
		ask := func(env *testenv.Env, document string, variables map[string]any) (a, b later) {
			t.Helper()
			got, _ := testenv.Must[struct{ A, B later }](t, env, document, variables)
			return got.A, got.B
		}
		ended := func(b later) {
			t.Helper()
			if d := cmp.Diff([]string{"UNAUTHENTICATED"}, b.codes()); d != "" || b.Viewer != nil ||
				len(b.Effects) > 0 {
				t.Errorf("%s %+v", d, b)
			}
		}

		// Whose key or session has ended is nobody from then on, in a dry run too.
		for _, dry := range []bool{false, true} {
			key := program(t, env, access.NewKey{Name: "its own end", Account: p.first,
				Roles:    []vocabulary.Role{vocabulary.RoleAccountAdministrator},
				Services: vocabulary.EveryService.List(),
				Scopes:   []vocabulary.KeyScope{vocabulary.KeyScopeRead, vocabulary.KeyScopeWrite}})
			const revoke = `mutation($id: ID!, $dry: Boolean) {
				a: revokeApiKey(input: {apiKey: $id}) { viewer { canChange } effects { kind } errors { code } }
				b: revokeApiKey(input: {apiKey: $id, dryRun: $dry}) { effects { kind } errors { code }
					viewer { canChange memberships { roles } } } }`
			a, b := ask(env.As(key), revoke, map[string]any{"id": key.CredentialID.String(), "dry": dry})
			if a.Viewer != nil || len(a.Effects) != 1 || len(a.Errors) > 0 {
				t.Errorf("%+v", a)
			}
			ended(b)
			session := signedIn(t, env, p.ada)
			a, b = ask(env.As(session), `mutation($id: ID!, $account: ID!, $dry: Boolean) {
				a: endSessions(input: {session: $id}) { effects { kind } errors { code } }
				b: inviteMembers(input: {account: $account, emails: ["new@example.com"], roles: [READER],
					serviceAccess: [COMMUNITY], dryRun: $dry}) { effects { kind } errors { code } } }`,
				map[string]any{"id": session.CredentialID.String(), "account": p.first.String(), "dry": dry})
			if len(a.Effects) != 1 || len(a.Errors) > 0 {
				t.Errorf("%+v", a)
			}
			ended(b)
		}

		// A session that is no longer narrowed reaches the other account, and one that is narrowed does not.
		const invite = `inviteMembers(input: {account: $other, emails: ["new@example.com"], roles: [READER],
			serviceAccess: [COMMUNITY], dryRun: true}) { effects { kind } errors { code } }`
		token := p.signIn(t, p.ada)
		for _, step := range []struct {
			to   any
			want []string
		}{{p.first.String(), []string{"NOT_FOUND"}}, {nil, nil}, {p.first.String(), []string{"NOT_FOUND"}}} {
			_, b := ask(p.within(t, token), `mutation($to: ID, $other: ID!) {
				a: switchAccount(input: {account: $to}) { errors { code } } b: `+invite+` }`,
				map[string]any{"to": step.to, "other": p.second.String()})
			if d := cmp.Diff(step.want, b.codes()); d != "" {
				t.Errorf("narrowed to %v: %s", step.to, d)
			}
		}
		_, b := ask(p.within(t, token), `mutation($to: ID, $none: ID!) {
			a: switchAccount(input: {account: $to}) { errors { code } }
			b: endSessions(input: {session: $none}) { errors { code } viewer { canChange narrowedTo { name } } } }`,
			map[string]any{"to": p.first.String(), "none": gid.New(gid.Session, 1).String()})
		if b.Viewer == nil || b.Viewer.NarrowedTo == nil || b.Viewer.NarrowedTo.Name != "first" {
			t.Errorf("%+v", b)
		}

		// Whoever views as a customer may only read from then on.
		const viewAs = `mutation($to: ID, $none: ID!) {
			a: viewAs(input: {account: $to}) { errors { code } }
			b: endSessions(input: {session: $none}) { errors { code } viewer { canChange viewingAs { name } } }
			c: addUser(input: {userName: "somebody", dryRun: true}) { errors { code } } }`
		token = p.signIn(t, makeOperator(t, env, p.agent))
		for _, step := range []struct {
			to   any
			want []string
		}{{p.first.String(), []string{"READ_ONLY"}}, {nil, nil}} {
			data, _ := testenv.Must[struct{ A, B, C later }](t, p.within(t, token), viewAs,
				map[string]any{"to": step.to, "none": gid.New(gid.Session, 1).String()})
			if v := data.B.Viewer; v == nil || v.CanChange == (step.to != nil) ||
				(v.ViewingAs == nil) == (step.to != nil) {
				t.Errorf("viewing as %v: %+v", step.to, v)
			}
			if d := cmp.Diff(step.want, data.C.codes()); d != "" {
				t.Errorf("viewing as %v: %s", step.to, d)
			}
		}
	})
}

// Administrators who have given up their own role see what readers see, also in a dry run that follows.
func TestALaterMutationOfADemotedViewer(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := newPeople(t, env)
		env.Fill(t, func(f *testenv.Fixture) {
			administrator, err := vocabulary.Roles(vocabulary.RoleAccountAdministrator)
			must(t, err)
			must(t, f.Client().Membership.Update().Where(membership.UserID(f.Member(p.first, "second"))).
				SetRoles(administrator).Exec(f.Context()))
			must(t, f.Client().Membership.Update().Where(membership.UserID(p.ada), membership.AccountID(p.second)).
				SetEndsOn(testenv.Today-1).Exec(f.Context()))
		})
		own := env.Store.Client().Membership.Query().Where(membership.UserID(p.ada),
			membership.AccountID(p.first)).OnlyIDX(testenv.Operator(t))
		program(t, env, access.NewKey{Name: "of the account", Account: p.first,
			Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeRead}})
		data, _ := testenv.Must[struct{ A, B later }](t, env.As(signedIn(t, env, p.ada)), `mutation($own: ID!) {
			a: changeMemberAccess(input: {membership: $own, roles: [READER]}) { errors { code } }
			b: switchAccount(input: {dryRun: true}) { errors { code } viewer { memberships { roles
				account { auditEntries(first: 1) { nodes { action } } apiKeys { name } } } } } }`,
			map[string]any{"own": own.String()})
		if len(data.A.Errors)+len(data.B.Errors) > 0 || data.B.Viewer == nil {
			t.Fatalf("%+v", data)
		}
		for _, m := range data.B.Viewer.Memberships {
			if d := cmp.Diff([]string{"READER"}, m.Roles); d != "" {
				t.Error(d)
			}
			if entries := m.Account.AuditEntries; entries != nil && len(entries.Nodes) > 0 ||
				len(m.Account.APIKeys) > 0 {
				t.Errorf("a reader sees %+v", m.Account)
			}
		}
	})
}

// The entry that viewAs answers is of the account that is viewed from then on: a viewer who views as one account
// cannot read the entries of another one. Meanwhile the viewer may end their own sessions, and change nothing else.
func TestViewingAsAnotherAccount(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := newPeople(t, env)
		p.signIn(t, p.agent)
		token := p.signIn(t, p.agent)
		for _, step := range []struct {
			to   any
			want string // the account of the entry
		}{{p.first.String(), "first"}, {p.second.String(), "second"}, {nil, "second"}} {
			got, answer := testenv.Must[struct {
				Change struct {
					AuditEntry *struct {
						Action  string
						Account struct{ Name string }
					}
				}
			}](t, p.within(t, token), `mutation($to: ID) { change: viewAs(input: {account: $to}) {
				auditEntry { action account { name } } } }`, map[string]any{"to": step.to})
			if e := got.Change.AuditEntry; e == nil || e.Action != "viewAs" || e.Account.Name != step.want {
				t.Errorf("viewing as %v: %s", step.to, answer.Data)
			}
		}
		p.within(t, token).Ask(t, `mutation($to: ID) { viewAs(input: {account: $to}) { errors { code } } }`,
			map[string]any{"to": p.first.String()})
		got, answer := testenv.Must[struct {
			EndSessions struct {
				later
				Ended int
			}
		}](t, p.within(t, token), `mutation { endSessions(input: {}) { ended effects { kind } errors { code }
			viewer { canChange viewingAs { name } } } }`, nil)
		did := got.EndSessions
		if did.Ended != 1 || len(did.Errors) > 0 || did.Viewer == nil || did.Viewer.CanChange ||
			did.Viewer.ViewingAs == nil || did.Viewer.ViewingAs.Name != "first" {
			t.Errorf("%s", answer.Data)
		}
	})
}

// makeOperator makes a user an operator.
func makeOperator(t *testing.T, env *testenv.Env, id gid.ID) gid.ID {
	t.Helper()
	must(t, env.Store.Write(testenv.Operator(t), func(ctx context.Context, tx store.Tx) error {
		return tx.Client().User.UpdateOneID(id).SetProducerRole(vocabulary.ProducerRoleOperator).Exec(ctx)
	}))
	return id
}
