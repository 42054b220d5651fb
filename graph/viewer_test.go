package graph_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

type openService struct {
	Service  string
	IsOpen   bool
	Accounts []struct {
		AccountName    string
		IsOpen         bool
		ClosedReason   *string
		Administrators []struct {
			Name  string
			Roles []string
			User  *struct{ UserName string }
		}
	}
}

const askServices = `services { service isOpen accounts { accountName isOpen closedReason administrators { name roles user { userName } } } }`

// serviceIn describes what the viewer is told about a service in an account: that it is open, or why not and who can
// open it.
func serviceIn(list []openService, service, account string) string {
	for _, s := range list {
		for _, a := range s.Accounts {
			if s.Service != service || a.AccountName != account {
				continue
			}
			if a.IsOpen {
				return "open"
			}
			text := *a.ClosedReason
			for _, p := range a.Administrators {
				text += " " + p.Name
				if p.User != nil {
					text += "*" // the viewer sees the user
				}
			}
			return text
		}
	}
	return "none"
}

func TestServicesAreOpenOrTellWhoOpensThem(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := newPeople(t, env)
		community, err := vocabulary.Services(vocabulary.ServiceCommunity)
		if err != nil {
			t.Fatal(err)
		}
		var bo gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			c, ctx := f.Client(), f.Context()
			bo = f.Member(p.first, "bo")
			past, now := testenv.Today-1, clock.Instant(1)
			reader, err := vocabulary.Roles(vocabulary.RoleReader)
			for _, err := range []error{err,
				c.Membership.Update().Where(membership.UserID(bo)).SetServiceAccess(community).Exec(ctx),
				c.Membership.Create().SetID(gid.New(gid.Membership, 1)).SetAccountID(p.second).SetUserID(bo).
					SetRoles(reader).
					SetServiceAccess(community).SetIncludeSubAccounts(false).SetCreatedAt(1).SetEndsOn(past).Exec(ctx),
				c.Membership.Create().SetID(gid.New(gid.Membership, 1)).SetAccountID(f.Account("fourth")).
					SetUserID(bo).SetRoles(reader).
					SetServiceAccess(community).SetIncludeSubAccounts(false).SetCreatedAt(1).SetSuspendedAt(now).
					Exec(ctx),
			} {
				if err != nil {
					t.Fatal(err)
				}
			}
		})
		ask := func(env *testenv.Env) []openService {
			t.Helper()
			got, _ := testenv.Must[struct {
				Viewer struct{ Services []openService }
			}](t, env, `{ viewer { `+askServices+` } }`, nil)
			return got.Viewer.Services
		}
		ofBo := ask(p.within(t, p.signIn(t, bo)))
		for _, c := range []struct{ service, account, want string }{
			{"COMMUNITY", "first", "open"}, {"LICENSING", "first", "NOT_GRANTED ada"},
			{"DOWNLOADS", "first", "NOT_GRANTED ada"},
			// Former and suspended members are not told who the administrators are.
			{"COMMUNITY", "second", "ENDED"}, {"COMMUNITY", "fourth", "SUSPENDED"}, {"COMMUNITY", "third", "none"},
		} {
			if got := serviceIn(ofBo, c.service, c.account); got != c.want {
				t.Errorf("%s in %s: %s, want %s", c.service, c.account, got, c.want)
			}
		}
		if ofBo[0].Service != "COMMUNITY" || !ofBo[0].IsOpen || ofBo[1].IsOpen || len(ofBo) != 3 {
			t.Errorf(`%+v, want Service = "COMMUNITY", IsOpen = true, IsOpen = false and len(ofBo) = 3`, ofBo)
		}
		if got := serviceIn(ask(p.within(t, p.signIn(t, p.ada))), "COMMUNITY", "second"); got != "NOT_GRANTED ada*" {
			t.Error(got)
		}
		for _, s := range ask(p.within(t, p.signIn(t, p.agent))) {
			if !s.IsOpen || len(s.Accounts) != 0 {
				t.Errorf("the producer's: %+v, want IsOpen = true and len(Accounts) = 0", s)
			}
		}
	})
}

func TestAKeyTellsItsAccountAndItsEnd(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := newPeople(t, env)
		for _, c := range []struct {
			scope   vocabulary.KeyScope
			account any
			service string
		}{
			{vocabulary.KeyScopeRead, map[string]any{"name": "first"}, "open"},
			{vocabulary.KeyScopeProvision, nil, "KEY_SCOPE"},
		} {
			_, secret, err := p.CreateKey(testenv.Operator(t), change.Request{Action: "createApiKey"},
				access.NewKey{Name: "program", Account: p.first, Scopes: []vocabulary.KeyScope{c.scope}})
			if err != nil {
				t.Fatal(err)
			}
			v, err := p.Key(t.Context(), secret)
			if err != nil {
				t.Fatal(err)
			}
			got, _ := testenv.Must[struct {
				Viewer struct {
					AccountID string `json:"accountId"`
					APIKey    struct {
						Name, ExpiresAt string
						Account         any
					}
					Session  *struct{ ID string }
					Services []openService
				}
			}](t, env.As(v), `{ viewer { accountId apiKey { name expiresAt account { name } } session { id } `+
				askServices+` } }`, nil)
			if got.Viewer.AccountID != p.first.String() || got.Viewer.APIKey.Name != "program" ||
				got.Viewer.APIKey.ExpiresAt != "2027-11-22T12:00:00Z" || got.Viewer.Session != nil ||
				cmp.Diff(c.account, got.Viewer.APIKey.Account) != "" ||
				serviceIn(got.Viewer.Services, "LICENSING", "first") != c.service {
				t.Errorf(
					`%s: %+v, want AccountID = %v, Name = "program", ExpiresAt = "2027-11-22T12:00:00Z", Session `+
						`= nil, Diff = "" and serviceIn = %v`,
					c.scope, got.Viewer, p.first.String(), c.service)
			}
		}
	})
}

// A payload of a mutation that changes the viewer contains the changed viewer, and is read in the changed scope.
func TestPayloadsTellTheViewerAnew(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := newPeople(t, env)
		env.Fill(t, func(f *testenv.Fixture) {
			err := f.Client().Membership.Update().Where(membership.UserID(p.ada), membership.AccountID(p.first)).
				SetServiceAccess(vocabulary.EveryService).Exec(f.Context())
			if err != nil {
				t.Fatal(err)
			}
		})
		token := p.signIn(t, p.ada)
		type turned struct {
			Done struct {
				Viewer *struct {
					NarrowedTo *struct{ Name string }
					Sessions   []struct{ IsCurrent bool }
					Session    struct{ ExpiresAt string }
					Services   []openService
				}
				Errors []struct{ Code string }
			}
		}
		const anew = `{ viewer { narrowedTo { name } session { expiresAt } sessions { isCurrent } ` +
			askServices + ` } errors { code } }`
		got, _ := testenv.Must[turned](t, p.within(t, token),
			`mutation($id: ID) { done: switchAccount(input: {account: $id}) `+anew+` }`,
			map[string]any{"id": p.second.String()})
		if v := got.Done.Viewer; v == nil || v.NarrowedTo == nil || v.NarrowedTo.Name != "second" ||
			v.Session.ExpiresAt != "2026-11-23T00:00:00Z" ||
			serviceIn(v.Services, "LICENSING", "first") != "NARROWED" {
			t.Errorf(
				`%+v, want v != nil, NarrowedTo != nil, Name = "second", ExpiresAt = "2026-11-23T00:00:00Z" and `+
					`serviceIn = "NARROWED"`,
				v)
		}
		got, _ = testenv.Must[turned](t, p.within(t, token), `mutation { done: switchAccount(input: {dryRun: true}) `+
			anew+` }`, nil)
		if v := got.Done.Viewer; v == nil || v.NarrowedTo == nil {
			t.Errorf("a dry run changed the viewer: %+v", v)
		}
		got, _ = testenv.Must[turned](
			t, p.within(t, token), `mutation { done: switchAccount(input: {}) `+anew+` }`, nil)
		if v := got.Done.Viewer; v == nil || v.NarrowedTo != nil ||
			serviceIn(v.Services, "LICENSING", "first") != "open" {
			t.Errorf(`%+v, want v != nil, NarrowedTo = nil and serviceIn = "open"`, v)
		}
		other := p.signIn(t, p.ada)
		got, _ = testenv.Must[turned](t, p.within(t, token), `mutation { done: endSessions(input: {}) `+anew+` }`, nil)
		if v := got.Done.Viewer; v == nil || len(v.Sessions) != 1 || !v.Sessions[0].IsCurrent {
			t.Errorf("%+v, want v != nil, len(Sessions) = 1 and IsCurrent = true", v)
		}
		if _, err := p.Session(t.Context(), other); err == nil {
			t.Error("the other session goes on")
		}
		agent := p.signIn(t, p.agent)
		type viewing struct {
			Done struct {
				Viewer struct {
					ViewingAs *struct{ Name string }
					User      *struct{ UserName string }
				}
				Account *struct {
					Name        string
					ViewerRoles []string
					Memberships struct{ TotalCount int }
				}
			}
		}
		as, _ := testenv.Must[viewing](t, p.within(t, agent),
			`mutation($id: ID) { done: viewAs(input: {account: $id}) {
			viewer { viewingAs { name } user { userName } } account { name viewerRoles memberships { totalCount } } } }`, map[string]any{"id": p.first.String()})
		if as.Done.Viewer.ViewingAs == nil || as.Done.Account == nil || as.Done.Account.Memberships.TotalCount != 1 ||
			!slices.Equal(as.Done.Account.ViewerRoles, []string{"ACCOUNT_ADMINISTRATOR"}) {
			t.Errorf("%+v, want ViewingAs != nil, Account != nil, TotalCount = 1 and ViewerRoles = %v", as.Done,
				[]string{"ACCOUNT_ADMINISTRATOR"})
		}
		// A viewer who ends their own session is signed out, but still gets the result of the mutation.
		v, err := p.Session(t.Context(), token)
		if err != nil {
			t.Fatal(err)
		}
		got, _ = testenv.Must[turned](t, env.As(v), `mutation($id: ID) { done: endSessions(input: {session: $id}) `+
			anew+` }`,
			map[string]any{"id": v.CredentialID.String()})
		if got.Done.Viewer != nil || len(got.Done.Errors) != 0 {
			t.Errorf("%+v, want Viewer = nil and len(Errors) = 0", got.Done)
		}
	})
}

// A refusal and a dry run change nobody: they answer the viewer who asked, and read no other.
func TestOnlyAMadeChangeReadsTheViewerAnew(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := newPeople(t, env)
		token := p.signIn(t, p.ada)
		for name, c := range map[string]struct {
			input map[string]any
			reads int // in the transaction, and after it
		}{
			"refused":   {map[string]any{"account": gid.New(gid.Account, 1).String()}, 1},
			"a dry run": {map[string]any{"account": p.second.String(), "dryRun": true}, 1},
			"made":      {map[string]any{"account": p.first.String()}, 2},
		} {
			got, answer := testenv.Must[struct {
				SwitchAccount struct {
					Viewer *struct{ User struct{ UserName string } }
				}
			}](t, p.within(t, token),
				`mutation($input: SwitchAccountInput!) { switchAccount(input: $input) { viewer { user { userName } } } }`,
				map[string]any{"input": c.input})
			if v := got.SwitchAccount.Viewer; v == nil || v.User.UserName != "ada" {
				t.Errorf(`%s: %+v, want v != nil and UserName = "ada"`, name, v)
			}
			reads := 0
			for _, statement := range answer.Statements {
				if strings.Contains(statement, "FROM sessions s\nJOIN users u") {
					reads++
				}
			}
			if reads != c.reads {
				t.Errorf("%s: the viewer was read %d times, want %d", name, reads, c.reads)
			}
		}
	})
}
