package graph_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// people is a fixture: two accounts, a user who is a member of both and administers the first, and a user of the
// producer.
type people struct {
	*access.Service
	env           *testenv.Env
	first, second gid.ID
	ada, agent    gid.ID
}

func newPeople(t *testing.T, env *testenv.Env) *people {
	t.Helper()
	p := &people{env: env}
	p.Service = env.Services.Access
	env.Fill(t, func(f *testenv.Fixture) {
		p.first, p.second = f.Account("first"), f.Account("second")
		p.ada, p.agent = f.Member(p.first, "ada"), f.Member(f.Account("the producer"), "agent")
		c, ctx, third := f.Client(), f.Context(), f.Account("third")
		administrator, err := vocabulary.Roles(vocabulary.RoleAccountAdministrator)
		if err != nil {
			t.Fatal(err)
		}
		for _, err := range []error{
			c.Membership.Update().Where(membership.UserID(p.ada)).SetRoles(administrator).Exec(ctx),
			c.Membership.Create().SetID(gid.New(gid.Membership, 1)).SetAccountID(p.second).SetUserID(p.ada).
				SetRoles(administrator).
				SetServiceAccess(0).SetIncludeSubAccounts(false).SetCreatedAt(1).SetEndsOn(testenv.Today).Exec(ctx),
			c.User.Update().Where(user.ID(p.ada)).SetEmail("ada@example.com").SetEmailKey("ada@example.com").
				SetEmailProvenAt(1).Exec(ctx),
			c.User.Update().Where(user.ID(p.agent)).SetProducerRole(vocabulary.ProducerRoleSupportAgent).Exec(ctx),
			c.DomainProof.Create().SetAccountID(third).SetDomain("example.com").SetChallenge("x").SetProvenAt(1).
				SetCreatedAt(1).Exec(ctx),
			c.JoiningDomain.Create().SetAccountID(third).SetDomain("example.com").SetRoles(administrator).
				SetServiceAccess(0).
				SetCreatedAt(1).Exec(ctx),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
	})
	return p
}

// signIn starts a session for a user, as a sign-in link does. If proven is given, the link also proves that address.
func (p *people) signIn(t *testing.T, who gid.ID, proven ...string) string {
	t.Helper()
	token, _, err := p.Begin(t.Context(), access.NewSession{User: who, Method: vocabulary.SignInMethodLink,
		UserAgent: "a browser",
		Email:     strings.Join(proven, "")})
	if err != nil {
		t.Fatal(err)
	}
	return token
}

// within returns an Env whose viewer is the current viewer of a session.
func (p *people) within(t *testing.T, token string) *testenv.Env {
	t.Helper()
	v, err := p.Session(t.Context(), token)
	if err != nil {
		t.Fatal(err)
	}
	return p.env.As(v)
}

type viewerAnswer struct {
	Viewer struct {
		User                  *struct{ UserName string }
		Name, Credential      string
		ProducerRole          *string
		Scopes                []string
		NarrowedTo, ViewingAs *struct{ Name string }
		CanChange             bool
		Memberships           []struct{ Account struct{ Name string } }
		Sessions              []struct {
			Method, UserAgent string
			IsCurrent         bool
		}
		APIKeys          []struct{ Name string } `json:"apiKeys"`
		AccessRequests   []struct{ ID string }
		JoinableAccounts []struct{ AccountName, Domain string }
	}
}

const askViewer = `{ viewer { user { userName } name credential producerRole scopes narrowedTo { name } viewingAs { name } canChange
	memberships { account { name } } sessions { method userAgent isCurrent } apiKeys { name } accessRequests { id }
	joinableAccounts { accountName domain } } }`

func TestViewer(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := newPeople(t, env)
		old := p.signIn(t, p.ada)
		env.Clock.Advance(40 * time.Minute)
		p.signIn(t, p.ada)
		env.Clock.Advance(time.Minute)
		token := p.signIn(t, p.ada)
		if _, err := p.Session(t.Context(), old); err == nil {
			t.Fatal("the first session is idle")
		}
		got, answer := testenv.Must[viewerAnswer](t, p.within(t, token), askViewer, nil)
		v := got.Viewer
		if v.User == nil || v.User.UserName != "ada" || v.Name != "ada" || v.Credential != "SESSION" ||
			v.ProducerRole != nil || !v.CanChange ||
			len(v.Scopes) != 4 || v.NarrowedTo != nil || v.ViewingAs != nil ||
			len(v.APIKeys)+len(v.AccessRequests) != 0 {
			t.Errorf("%s", answer.Data)
		}
		if len(v.Sessions) != 2 || !v.Sessions[0].IsCurrent || v.Sessions[1].IsCurrent ||
			v.Sessions[0].Method != "LINK" || v.Sessions[0].UserAgent != "a browser" {
			t.Errorf(
				`sessions: %+v, want len(Sessions) = 2, IsCurrent = true, IsCurrent = false, Method = "LINK" and `+
					`UserAgent = "a browser"`,
				v.Sessions)
		}
		if len(v.Memberships) != 2 || len(v.JoinableAccounts) != 1 || v.JoinableAccounts[0].Domain != "example.com" ||
			v.JoinableAccounts[0].AccountName != "third" {
			t.Errorf("%s", answer.Data)
		}

		// A program of the producer has no user, and so no memberships, sessions or keys.
		got, answer = testenv.Must[viewerAnswer](t, env, askViewer, nil)
		if v := got.Viewer; v.User != nil || v.ProducerRole == nil || *v.ProducerRole != "OPERATOR" ||
			len(v.Sessions)+len(v.Memberships)+len(v.APIKeys) != 0 {
			t.Errorf("%s", answer.Data)
		}
		suspended := func(c *ent.Client, ctx context.Context) error {
			return c.Membership.Update().Where(membership.UserID(p.ada), membership.AccountID(p.first)).
				SetSuspendedAt(1).Exec(ctx)
		}
		env.Fill(t, func(f *testenv.Fixture) {
			if err := suspended(f.Client(), f.Context()); err != nil {
				t.Fatal(err)
			}
		})
		if got, _ = testenv.Must[viewerAnswer](t, p.within(t, token), askViewer,
			nil); len(got.Viewer.Memberships) != 1 {
			t.Errorf("suspended: %+v, want 1 of them", got.Viewer.Memberships)
		}
	})
}

type reportAnswer struct {
	Effects []struct {
		Kind, Label, Field string
		After              struct{ Text string }
	}
	Warnings []struct{ Code string }
	Errors   []struct{ Code, Message, Field, Remedy string }
	Replayed bool
}

const report = ` effects { kind label field after { text } } warnings { code } errors { code message field remedy } replayed `

type keyAnswer struct {
	ID, Name, Hint            string
	User                      *struct{ UserName string }
	Account                   *struct{ Name string }
	Scopes, Roles             []string
	ServiceAccess             []string
	IsActive, ViewerCanRevoke bool
}

const keyFields = `{ id name hint user { userName } account { name } scopes roles serviceAccess isActive viewerCanRevoke }`

func TestAPIKeysThroughTheContract(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := newPeople(t, env)
		token := p.signIn(t, p.ada)
		create := func(variables map[string]any) (keyAnswer, string, reportAnswer) {
			t.Helper()
			got, _ := testenv.Must[struct {
				CreateAPIKey struct {
					APIKey *keyAnswer `json:"apiKey"`
					Secret *string
					reportAnswer
				} `json:"createApiKey"`
			}](t, p.within(t, token), `mutation($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey `+
				keyFields+` secret `+report+`} }`,
				map[string]any{"input": variables})
			var key keyAnswer
			if got.CreateAPIKey.APIKey != nil {
				key = *got.CreateAPIKey.APIKey
			}
			secret := ""
			if got.CreateAPIKey.Secret != nil {
				secret = *got.CreateAPIKey.Secret
			}
			return key, secret, got.CreateAPIKey.reportAnswer
		}
		input := map[string]any{"name": "nightly", "account": p.first.String(), "scopes": []string{"READ"},
			"idempotencyKey": "once"}
		key, secret, done := create(input)
		want := keyAnswer{ID: key.ID, Name: "nightly", Hint: secret[:8], Account: &struct{ Name string }{"first"},
			Scopes: []string{"READ"},
			Roles:  []string{"READER"}, ServiceAccess: []string{"LICENSING"}, IsActive: true, ViewerCanRevoke: true}
		if diff := cmp.Diff(want, key); diff != "" || len(done.Errors) != 0 || len(done.Effects) == 0 ||
			done.Replayed {
			t.Errorf("%+v %s, want no difference, len(Errors) = 0, len(Effects) != 0 and Replayed = false", done, diff)
		}
		again, none, done := create(input)
		if again.ID != key.ID || none != "" || !done.Replayed {
			t.Errorf(`%+v %q %+v, want ID = %v, none = "" and Replayed = true`, again, none, done, key.ID)
		}
		dry, none, done := create(map[string]any{"name": "own", "scopes": []string{"READ"}, "dryRun": true})
		if dry.ID != "" || none != "" || len(done.Effects) == 0 {
			t.Errorf(`%+v %q %+v, want ID = "", none = "" and len(Effects) != 0`, dry, none, done)
		}
		_, none, done = create(map[string]any{"name": "", "scopes": []string{}, "days": 0})
		if none != "" || len(done.Errors) != 3 || done.Errors[0].Field != "input.name" {
			t.Errorf(`%+v, want none = "", len(Errors) = 3 and Field = "input.name"`, done)
		}
		for _, effect := range done.Effects {
			if strings.Contains(effect.After.Text, secret) {
				t.Error("an effect tells the secret")
			}
		}

		v, err := p.Key(t.Context(), secret)
		if err != nil {
			t.Fatal(err)
		}
		byKey, _ := testenv.Must[struct {
			Node   keyAnswer
			Viewer struct{ Name, Credential string }
		}](t, env.As(v), `query($id: ID!) { node(id: $id) { ... on ApiKey { id } } viewer { name credential } }`,
			map[string]any{"id": p.first.String()})
		if byKey.Viewer.Name != "nightly" || byKey.Viewer.Credential != "API_KEY" {
			t.Errorf(`%+v, want Name = "nightly" and Credential = "API_KEY"`, byKey)
		}
		revoked, _ := testenv.Must[struct {
			RevokeAPIKey struct {
				APIKey keyAnswer `json:"apiKey"`
				reportAnswer
			} `json:"revokeApiKey"`
		}](t, p.within(t, token), `mutation($id: ID!) { revokeApiKey(input: {apiKey: $id}) { apiKey `+
			keyFields+report+`} }`, map[string]any{"id": key.ID})
		if revoked.RevokeAPIKey.APIKey.IsActive || len(revoked.RevokeAPIKey.Effects) != 1 {
			t.Errorf("%+v, want IsActive = false and len(Effects) = 1", revoked)
		}
		if _, err := p.Key(t.Context(), secret); err == nil {
			t.Error("the key still works")
		}
	})
}

func TestSwitchingAndViewingAs(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := newPeople(t, env)
		token := p.signIn(t, p.ada)
		turn := func(token, mutation string, account gid.ID) (name string, done reportAnswer) {
			t.Helper()
			var id any
			if account != 0 {
				id = account.String()
			}
			got, _ := testenv.Must[struct {
				Done struct {
					Account *struct{ Name string }
					reportAnswer
				}
			}](t, p.within(t, token), `mutation($id: ID) { done: `+
				mutation+`(input: {account: $id}) { account { name } `+report+`} }`, map[string]any{"id": id})
			if got.Done.Account != nil {
				name = got.Done.Account.Name
			}
			return name, got.Done.reportAnswer
		}
		for _, account := range []struct {
			id   gid.ID
			name string
		}{{p.first, "first"}, {p.second, "second"}, {0, ""}} {
			if name, done := turn(token, "switchAccount", account.id); name != account.name || len(done.Errors) != 0 {
				t.Errorf("%q %+v, want name = %v and len(Errors) = 0", name, done, account.name)
			}
			got, _ := testenv.Must[viewerAnswer](t, p.within(t, token), askViewer, nil)
			if narrowed := got.Viewer.NarrowedTo; (narrowed == nil) != (account.id == 0) || narrowed != nil &&
				narrowed.Name != account.name {
				t.Errorf("narrowed to %+v", narrowed)
			}
			if len(got.Viewer.Memberships) != 2 {
				t.Errorf("own memberships: %+v, want 2 of them", got.Viewer.Memberships)
			}
		}
		if _, done := turn(token, "viewAs", p.first); len(done.Errors) != 1 || done.Errors[0].Code != "FORBIDDEN" {
			t.Errorf(`%+v, want len(Errors) = 1 and Code = "FORBIDDEN"`, done)
		}
		agent := p.signIn(t, p.agent)
		for _, account := range []struct {
			id   gid.ID
			name string
		}{{p.first, "first"}, {p.second, "second"}, {0, ""}} {
			if name, done := turn(agent, "viewAs", account.id); name != account.name || len(done.Errors) != 0 {
				t.Errorf("%q %+v, want name = %v and len(Errors) = 0", name, done, account.name)
			}
			got, _ := testenv.Must[viewerAnswer](t, p.within(t, agent), askViewer, nil)
			if as := got.Viewer.ViewingAs; (as == nil) != (account.id == 0) || as != nil && as.Name != account.name ||
				got.Viewer.CanChange {
				t.Errorf("%+v", got.Viewer)
			}
		}
		other := p.signIn(t, p.ada)
		ended, _ := testenv.Must[struct {
			EndSessions struct {
				Ended int
				reportAnswer
			}
		}](t, p.within(t, token), `mutation { endSessions(input: {}) { ended `+report+`} }`, nil)
		if ended.EndSessions.Ended != 1 || len(ended.EndSessions.Effects) == 0 {
			t.Errorf("%+v, want Ended = 1 and len(Effects) != 0", ended)
		}
		if _, err := p.Session(t.Context(), other); err == nil {
			t.Error("the other session goes on")
		}
	})
}

func TestWidgetTokensThroughTheContract(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := newPeople(t, env)
		if _, _, err := p.RegisterDocument(testenv.Operator(t), change.Request{Action: "registerWidgetDocument"}, "who",
			"{ viewer { name } }"); err != nil {
			t.Fatal(err)
		}
		_, secret, err := p.CreateKey(testenv.Operator(t), change.Request{Action: "createApiKey"},
			access.NewKey{Name: "site", Account: p.first,
				Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeMintWidgetTokens}})
		if err != nil {
			t.Fatal(err)
		}
		site, err := p.Key(t.Context(), secret)
		if err != nil {
			t.Fatal(err)
		}
		type minted struct {
			MintWidgetToken struct {
				Token, ExpiresAt *string
				reportAnswer
			}
		}
		const mint = `mutation($input: MintWidgetTokenInput!) { mintWidgetToken(input: $input) { token expiresAt ` +
			report + `} }`
		input := map[string]any{"user": p.ada.String(), "origins": []string{"https://community.example.com"}}
		got, answer := testenv.Must[minted](t, env.As(site), mint, map[string]any{"input": input})
		if got.MintWidgetToken.Token == nil || got.MintWidgetToken.ExpiresAt == nil ||
			*got.MintWidgetToken.ExpiresAt != "2026-11-22T12:05:00Z" {
			t.Fatalf(`%s, want Token != nil, ExpiresAt != nil and ExpiresAt = "2026-11-22T12:05:00Z"`, answer.Data)
		}
		v, err := p.WidgetToken(t.Context(), *got.MintWidgetToken.Token)
		if err != nil || !v.Sees(p.first) || v.Sees(p.second) {
			t.Errorf("%+v %v, want Sees(first) = true and Sees(second) = false", v, err)
		}
		input["origins"] = []string{"http://community.example.com"}
		got, answer = testenv.Must[minted](t, env.As(site), mint, map[string]any{"input": input})
		if got.MintWidgetToken.Token != nil || got.MintWidgetToken.ExpiresAt != nil ||
			len(got.MintWidgetToken.Errors) != 1 {
			t.Errorf("%s, want Token = nil, ExpiresAt = nil and len(Errors) = 1", answer.Data)
		}
	})
}
