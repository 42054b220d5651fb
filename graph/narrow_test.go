package graph_test

import (
	"strings"
	"testing"

	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// A key without the scope READ can read only who it is: every other field is refused with the same message, before
// anything is fetched.
func TestANarrowKeySeesNothingButItself(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		w := newWalker(t, env, h)
		questions := w.rootQuestions()
		questions = append(questions,
			question{document: `{ ...F } fragment F on Query { viewer { name } products { totalCount } }`},
			question{document: `{ viewer { name } __schema { queryType { name } } }`})
		changes := examples(t, env, h)
		for name, n := range map[string]access.NewKey{
			"directory": {Account: h.account, Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeProvision},
				IncludeSubAccounts: true},
			"site": {Account: h.account, Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeMintWidgetTokens},
				Services: vocabulary.EveryService.List()},
			"producer": {Producer: vocabulary.ProducerRoleIntegration,
				Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeMintWidgetTokens}},
		} {
			n.Name = name
			as := env.As(program(t, env, n))
			refusals, refused := map[string]bool{}, 0
			for _, q := range questions {
				if strings.HasPrefix(q.document, "query { viewer ") {
					continue
				}
				answer := as.Ask(t, q.document, q.variables)
				if len(answer.Errors) > 0 && strings.HasPrefix(answer.Errors[0].Extensions.Field, "variables.") {
					continue // its variables are invalid for every viewer
				}
				refused++
				if len(answer.Errors) != 1 || answer.Errors[0].Extensions.Code != "FORBIDDEN" ||
					len(answer.Statements) > 0 || strings.Contains(string(answer.Data), h.mark) {
					t.Fatalf(
						`%s: %s %v: %s %+v %q, want len(Errors) = 1, Code = "FORBIDDEN", len(Statements) = 0 and `+
							`Data without %v`,
						name, q.document, q.variables, answer.Data, answer.Errors, answer.Statements, h.mark)
				}
				refusals[answer.Errors[0].Message] = true
			}
			if len(refusals) != 1 || refused < len(questions)/2 {
				t.Errorf("%s: %d questions refused, in different words: %v", name, refused, refusals)
			}
			got, answer := testenv.Must[struct {
				Viewer struct {
					Name        string
					AccountID   *string
					APIKey      *struct{ Name string }
					Scopes      []string
					CanChange   bool
					Memberships []struct{ ID string }
				}
			}](t, as,
				`{ __typename viewer { name accountId apiKey { name account { name } } scopes canChange memberships { id } } }`, nil)
			if got.Viewer.Name != name || len(got.Viewer.Scopes) != 1 || got.Viewer.CanChange ||
				got.Viewer.APIKey == nil || got.Viewer.APIKey.Name != name || len(got.Viewer.Memberships) > 0 {
				t.Errorf("%s", answer.Data)
			}
			if own := h.account.String(); n.Account != 0 &&
				(got.Viewer.AccountID == nil || *got.Viewer.AccountID != own) || n.Account == 0 &&
				got.Viewer.AccountID != nil {
				t.Errorf("%s", answer.Data)
			}
			for _, field := range mutationsOf(generated.NewExecutableSchema(generated.Config{}).Schema()) {
				e, known := changes[field.Name]
				if !known || field.Name == "mintWidgetToken" && name != "directory" {
					continue
				}
				answer := as.Ask(t, "mutation ($input: "+field.Arguments.ForName("input").Type.String()+") { "+
					field.Name+"(input: $input) { errors { code } } }",
					map[string]any{"input": e.input})
				if len(answer.Errors) != 1 || answer.Errors[0].Extensions.Code != "FORBIDDEN" ||
					len(answer.Statements) > 0 {
					t.Errorf(`%s: %s: %s %+v, want len(Errors) = 1, Code = "FORBIDDEN" and len(Statements) = 0`, name,
						field.Name, answer.Data, answer.Errors)
				}
			}
		}
	})
}
