package graph_test

import (
	"testing"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// A program that may not list the keys of its account finds its own key by the id, as in viewer.key, and no other one.
func TestAProgramFindsItsOwnKey(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		own := func(name string) (id string, ask func(id string) testenv.Answer) {
			who := program(t, env, access.NewKey{Name: name, Account: h.account,
				Roles:  []vocabulary.Role{vocabulary.RoleReader},
				Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeRead}}).Settle()
			return who.CredentialID.String(), func(id string) testenv.Answer {
				return env.As(who).Ask(t, `query ($id: ID!) { viewer { key { id } } apiKey(id: $id) { id }
					node(id: $id) { id } }`, map[string]any{"id": id})
			}
		}
		id, ask := own("one")
		another, _ := own("another")
		want := `{"viewer":{"key":{"id":"` + id + `"}},"apiKey":{"id":"` + id + `"},"node":{"id":"` + id + `"}}`
		if answer := ask(id); string(answer.Data) != want || len(answer.Errors) > 0 {
			t.Errorf("%s %+v, want Data = %v and len(Errors) = 0", answer.Data, answer.Errors, want)
		}
		if answer := ask(another); len(answer.Errors) != 2 || answer.Errors[0].Extensions.Code != "NOT_FOUND" {
			t.Errorf(`%s %+v, want len(Errors) = 2 and Code = "NOT_FOUND"`, answer.Data, answer.Errors)
		}
	})
}
