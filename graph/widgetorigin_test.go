package graph_test

import (
	"testing"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Operators keep the list of origins, and nobody else sees or changes it. Tokens are made for listed origins.
func TestWidgetOriginsOverTheContract(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := newPeople(t, env)
		env.Fill(t, func(f *testenv.Fixture) {
			id := f.Member(f.Account("of the operator"), "operator")
			must(t, f.Client().User.UpdateOneID(id).SetProducerRole(vocabulary.ProducerRoleOperator).Exec(f.Context()))
		})
		operator := env.As(signedIn(t, env, named(t, env, "operator")))
		if _, _, err := env.Services.Access.RegisterDocument(testenv.Operator(t),
			change.Request{Action: "registerWidgetDocument"}, "name.graphql", "{ viewer { name } }"); err != nil {
			t.Fatal(err)
		}
		site := env.As(program(t, env, access.NewKey{Name: "site", Account: p.first,
			Services: vocabulary.EveryService.List(), Scopes: []vocabulary.KeyScope{
				vocabulary.KeyScopeMintWidgetTokens}}))
		reading := env.As(program(t, env, access.NewKey{Name: "site", Producer: vocabulary.ProducerRoleIntegration,
			Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeRead, vocabulary.KeyScopeWrite}}))
		type result struct {
			changeResult
			Origin *string
		}
		add := func(as *testenv.Env, origin string) result {
			t.Helper()
			return mutate[result](t, as, "addWidgetOrigin", "AddWidgetOriginInput", "origin",
				map[string]any{"origin": origin})
		}
		remove := func(as *testenv.Env, origin string) result {
			t.Helper()
			return mutate[result](t, as, "removeWidgetOrigin", "RemoveWidgetOriginInput", "origin",
				map[string]any{"origin": origin})
		}
		mint := func(origins ...string) (string, *string) {
			t.Helper()
			got := mutate[struct {
				changeResult
				Token *string
			}](t, site, "mintWidgetToken", "MintWidgetTokenInput", "token",
				map[string]any{"account": p.first, "origins": origins})
			return codes(got.changeResult), got.Token
		}
		if code, token := mint("https://anywhere.example"); code != "" || token == nil {
			t.Errorf("without a list: %s", code)
		}
		if got := add(operator, "https://Forum.Example:443"); codes(got.changeResult) != "" || got.Origin == nil ||
			*got.Origin != "https://forum.example" || len(got.Effects) == 0 {
			t.Errorf("%+v", got)
		}
		if got := add(operator, "forum"); codes(got.changeResult) != "BAD_INPUT input.origin" || got.Origin != nil {
			t.Errorf("%+v", got)
		}
		if code, token := mint("https://forum.example", "https://anywhere.example"); token != nil ||
			code != "WIDGET_ORIGIN_NOT_LISTED input.origins.1" {
			t.Errorf("another origin: %s", code)
		}
		code, token := mint("https://forum.example")
		if code != "" || token == nil {
			t.Fatalf("a listed origin: %s", code)
		}
		who, err := env.Services.Access.Bearer(t.Context(), *token)
		if err != nil {
			t.Fatal(err)
		}
		const list = "{ widgetOrigins { origin createdAt } }"
		if answer := operator.Ask(t, "{ widgetOrigins { origin } }", nil); string(answer.Data) !=
			`{"widgetOrigins":[{"origin":"https://forum.example"}]}` {
			t.Errorf("%s %+v", answer.Data, answer.Errors)
		}
		others := map[string]*testenv.Env{"a customer": p.within(t, p.signIn(t, p.ada)),
			"a support agent": p.within(t, p.signIn(t, p.agent)), "a program of the producer": reading}
		for name, other := range others {
			if answer := other.Ask(t, list, nil); len(answer.Errors) != 1 ||
				answer.Errors[0].Extensions.Code != "FORBIDDEN" || string(answer.Data) != `{"widgetOrigins":null}` {
				t.Errorf("%s: %s %+v", name, answer.Data, answer.Errors)
			}
			for _, got := range []result{add(other, "https://evil.example"), remove(other, "https://forum.example")} {
				if codes(got.changeResult) != "FORBIDDEN " || got.Origin != nil {
					t.Errorf("%s: %+v", name, got)
				}
			}
		}
		// A widget token runs its documents only; the list is none of them.
		if answer := env.As(who).Ask(t, list, nil); string(answer.Data) == `{"widgetOrigins":[]}` ||
			len(answer.Errors) == 0 {
			t.Errorf("a widget: %s %+v", answer.Data, answer.Errors)
		}
		if got := remove(operator, "https://forum.example"); codes(got.changeResult) != "" ||
			len(got.Warnings) != 1 || got.Warnings[0].Code != "EVERY_ORIGIN" {
			t.Errorf("%+v", got)
		}
		if _, err := env.Services.Access.Bearer(t.Context(), *token); err == nil {
			t.Error("the token is accepted, although its origin was removed")
		}
		if got := remove(operator, "https://forum.example"); codes(got.changeResult) !=
			"WIDGET_ORIGIN_NOT_LISTED input.origin" {
			t.Errorf("%+v", got)
		}
	})
}
