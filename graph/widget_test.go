package graph_test

import (
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

func TestWidgetDocumentsOverTheContract(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := newPeople(t, env)
		var id gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			id = f.After(500).Member(f.Account("of the operator"), "operator")
			must(t, f.Client().User.UpdateOneID(id).SetProducerRole(vocabulary.ProducerRoleOperator).Exec(f.Context()))
		})
		operator := signedIn(t, env, id)
		type change struct {
			changeResult
			Hash *string
		}
		register := func(text string) change {
			return mutate[change](t, env.As(operator), "registerWidgetDocument", "RegisterWidgetDocumentInput",
				"hash", map[string]any{"name": "dashboard", "text": text})
		}
		for _, wrong := range []string{"{ viewer { noSuchField } }", "{ viewer", "mutation { a }",
			"query A($id: ID!) { viewer { name } }"} {
			if got := register(wrong); codes(got.changeResult) != "BAD_INPUT input.text" || got.Hash != nil {
				t.Errorf("%s: %+v", wrong, got)
			}
		}
		made := register("{ viewer { name } }")
		if made.Hash == nil || len(*made.Hash) != 64 || codes(made.changeResult) != "" {
			t.Fatalf("%+v", made)
		}
		const list = "{ widgetDocuments { hash name text createdAt } }"
		if answer := env.As(operator).Ask(t, list, nil); !strings.Contains(string(answer.Data), *made.Hash) ||
			!strings.Contains(string(answer.Data), `"name":"dashboard"`) {
			t.Errorf("%s %+v", answer.Data, answer.Errors)
		}
		if answer := p.within(t, p.signIn(t, p.ada)).Ask(t, list, nil); len(answer.Errors) != 1 ||
			answer.Errors[0].Extensions.Code != "FORBIDDEN" {
			t.Errorf("a customer: %s %+v", answer.Data, answer.Errors)
		}
		remove := func() change {
			return mutate[change](t, env.As(operator), "removeWidgetDocument", "RemoveWidgetDocumentInput", "hash",
				map[string]any{"hash": *made.Hash})
		}
		if got := remove(); codes(got.changeResult) != "" || got.Hash == nil {
			t.Errorf("%+v", got)
		}
		if got := remove(); codes(got.changeResult) != "DOCUMENT_UNKNOWN input.hash" || got.Hash != nil {
			t.Errorf("%+v", got)
		}
		if answer := env.As(operator).Ask(t, list, nil); string(answer.Data) != `{"widgetDocuments":[]}` {
			t.Errorf("%s", answer.Data)
		}
	})
}
