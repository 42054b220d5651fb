package graph_test

import (
	"testing"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// A program that may not list the keys of its account finds its own key by the id, as in viewer.apiKey, and no other
// one.
func TestAProgramFindsItsOwnKey(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		own := func(name string) (id string, ask func(id string) testenv.Answer) {
			who := program(t, env, access.NewKey{Name: name, Account: h.account,
				Roles:  []vocabulary.Role{vocabulary.RoleReader},
				Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeRead}}).Settle()
			return who.CredentialID.String(), func(id string) testenv.Answer {
				return env.As(who).Ask(t, `query ($id: ID!) { viewer { apiKey { id } } apiKey(id: $id) { id }
					node(id: $id) { id } }`, map[string]any{"id": id})
			}
		}
		id, ask := own("one")
		another, _ := own("another")
		want := `{"viewer":{"apiKey":{"id":"` + id + `"}},"apiKey":{"id":"` + id + `"},"node":{"id":"` + id + `"}}`
		if answer := ask(id); string(answer.Data) != want || len(answer.Errors) > 0 {
			t.Errorf("%s %+v, want Data = %v and len(Errors) = 0", answer.Data, answer.Errors, want)
		}
		if answer := ask(another); len(answer.Errors) != 2 || answer.Errors[0].Extensions.Code != "NOT_FOUND" {
			t.Errorf(`%s %+v, want len(Errors) = 2 and Code = "NOT_FOUND"`, answer.Data, answer.Errors)
		}
	})
}

// A session is found by its id by the user whose it is, and by nobody else, however much they see. A widget token has
// no id, and does not find the key with which it was made.
func TestASessionIsFoundByItsUserOnly(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		all := examples(t, env, h)
		own, other := signedIn(t, env, h.administrator), signedIn(t, env, h.member)
		minting := all["mintWidgetToken"]
		minted, _ := testenv.Must[struct{ Change struct{ Token string } }](t, env.As(minting.who),
			`mutation ($input: MintWidgetTokenInput!) { change: mintWidgetToken(input: $input) { token } }`,
			map[string]any{"input": minting.input})
		widget, err := env.Services.Access.WidgetToken(t.Context(), minted.Change.Token)
		if err != nil {
			t.Fatal(err)
		}
		within := *widget
		within.Widget = nil // the token is only for the documents of its pages, and this asks for more
		reading := program(t, env, access.NewKey{Name: "reading", Account: h.account,
			Roles:  []vocabulary.Role{vocabulary.RoleAccountAdministrator},
			Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeRead}}).Settle()
		for name, c := range map[string]struct {
			who  *viewer.Viewer
			id   gid.ID
			want bool
		}{
			"the own session":                     {own, own.CredentialID, true},
			"the session of another member":       {own, other.CredentialID, false},
			"of a user for an operator":           {all["addUser"].who, own.CredentialID, false},
			"of a user for a program":             {reading, own.CredentialID, false},
			"of a user for a widget":              {&within, own.CredentialID, false},
			"the key of a widget, for the widget": {&within, minting.who.CredentialID, false},
			"the key of a program, for itself":    {reading, reading.CredentialID, true},
		} {
			answer := env.As(c.who).Ask(t, `query ($id: ID!) { node(id: $id) { id } }`,
				map[string]any{"id": c.id.String()})
			if found := len(answer.Errors) == 0; found != c.want ||
				!found && answer.Errors[0].Extensions.Code != "NOT_FOUND" {
				t.Errorf("%s: %s %+v", name, answer.Data, answer.Errors)
			}
		}
	})
}
