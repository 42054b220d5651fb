package graph_test

import (
	"testing"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Everybody who signed in with a browser chooses the language of their own mails, and who may see their address sees
// the choice.
func TestTheLanguageOfNotifications(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := newPeople(t, env)
		session, agent := p.signIn(t, p.ada), p.signIn(t, p.agent)
		type result struct {
			changeResult
			User *struct{ UserName, NotificationLanguage string }
		}
		set := func(as *testenv.Env, more ...any) result {
			t.Helper()
			input := map[string]any{"language": "DE"}
			for i := 0; i < len(more); i += 2 {
				input[more[i].(string)] = more[i+1]
			}
			return mutate[result](t, as, "setNotificationLanguage", "SetNotificationLanguageInput",
				"user { userName notificationLanguage }", input)
		}
		const own = "{ viewer { user { notificationLanguage } } }"
		reads := func(want string) {
			t.Helper()
			answer := p.within(t, session).Ask(t, own, nil)
			if string(answer.Data) != `{"viewer":{"user":{"notificationLanguage":`+want+`}}}` {
				t.Errorf("%s %+v, want %s", answer.Data, answer.Errors, want)
			}
		}
		reads("null")
		if got := set(p.within(t, session), "dryRun", true); codes(got.changeResult) != "" || got.User != nil ||
			len(got.Effects) != 1 || got.Effects[0].Field != "notificationLanguage" ||
			got.Effects[0].After.Text != "de" {
			t.Errorf("%+v", got)
		}
		reads("null")
		if got := set(p.within(t, session)); codes(got.changeResult) != "" || got.User == nil ||
			got.User.UserName != "ada" || got.User.NotificationLanguage != "DE" || len(got.Effects) != 1 {
			t.Errorf("%+v", got)
		}
		reads(`"DE"`)
		if got := set(p.within(t, session)); codes(got.changeResult) != "" || len(got.Effects) != 0 {
			t.Errorf("again: %+v", got)
		}
		// Support agents, who otherwise only read, choose theirs, but not while they view as a customer.
		if got := set(p.within(t, agent)); codes(got.changeResult) != "" || got.User == nil ||
			got.User.UserName != "agent" {
			t.Errorf("%+v", got)
		}
		testenv.Must[any](t, p.within(t, agent), `mutation($to: ID) { viewAs(input: {account: $to}) { errors { code } } }`,
			map[string]any{"to": p.first.String()})
		if got := set(p.within(t, agent), "language", "EN"); codes(got.changeResult) != "READ_ONLY " {
			t.Errorf("%+v", got)
		}
		// The agent sees the user of a customer, another customer does not.
		visible := `{ user(userName: "ada") { email notificationLanguage } }`
		if answer := p.within(t, agent).Ask(t, visible, nil); string(answer.Data) !=
			`{"user":{"email":"ada@example.com","notificationLanguage":"DE"}}` {
			t.Errorf("%s %+v", answer.Data, answer.Errors)
		}
		var stranger *testenv.Env
		env.Fill(t, func(f *testenv.Fixture) { f.Member(f.Account("elsewhere"), "stranger") })
		stranger = env.As(signedIn(t, env, named(t, env, "stranger")))
		if answer := stranger.Ask(t, visible, nil); string(answer.Data) != `{"user":null}` ||
			answer.Errors[0].Extensions.Code != "NOT_FOUND" {
			t.Errorf("%s %+v", answer.Data, answer.Errors)
		}
		// Keys choose nothing: a program gets no mails, and a person's key is no person who signed in.
		_, secret, err := env.Services.Access.CreateKey(viewer.With(t.Context(), signedIn(t, env, p.ada)),
			change.Request{Action: "createApiKey"},
			access.NewKey{Name: "own",
				Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeRead, vocabulary.KeyScopeWrite}})
		must(t, err)
		key, err := env.Services.Access.Key(t.Context(), secret)
		must(t, err)
		programs := map[string]*testenv.Env{"a key of a person": env.As(key), "a program": env.As(program(t, env,
			access.NewKey{Name: "robot", Account: p.first, Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeRead,
				vocabulary.KeyScopeWrite}}))}
		for name, other := range programs {
			if got := set(other, "language", "EN"); codes(got.changeResult) != "FORBIDDEN " || got.User != nil {
				t.Errorf("%s: %+v", name, got)
			}
		}
		reads(`"DE"`)
	})
}
