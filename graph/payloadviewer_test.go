package graph_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Every payload has the same fields for its change.
func TestEveryPayloadHasTheCommonFields(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	for _, mutation := range mutationsOf(schema) {
		for name, typ := range map[string]string{"effects": "[Effect!]!", "warnings": "[Warning!]!",
			"errors":   "[UserError!]!",
			"replayed": "Boolean!", "auditEntry": "AuditEntry"} {
			if f := schema.Types[mutation.Type.Name()].Fields.ForName(name); f == nil || f.Type.String() != typ {
				t.Errorf("%s.%s is no %s", mutation.Type.Name(), name, typ)
			}
		}
	}
}

// ownChanges returns inputs with which viewers change their own access, for mutations whose input in examples changes
// that of another user.
func ownChanges(t *testing.T, env *testenv.Env, h *tenantFixture, who *viewer.Viewer) map[string]map[string]any {
	t.Helper()
	own := env.Store.Client().Membership.Query().Where(membership.UserID(h.administrator)).OnlyX(testenv.Operator(t)).
		ID.String()
	return map[string]map[string]any{
		"createApiKey":       {"name": "own", "scopes": []string{"READ"}},
		"changeMemberAccess": {"membership": own, "serviceAccess": []string{"COMMUNITY"}},
		"suspendMember":      {"membership": own},
		"removeMember":       {"membership": own},
		"endSessions":        {"session": who.CredentialID.String()},
	}
}

// The field viewer of a payload has the same value as in a new request of the viewer. The payload of every mutation
// that can change the viewer has the field.
func TestEveryPayloadHasTheViewerAfterTheChange(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole of it runs without the race detector")
	}
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	told := map[string]bool{}
	for _, mutation := range mutationsOf(schema) {
		t.Run(mutation.Name, func(t *testing.T) {
			testenv.Each(t, func(t *testing.T, env *testenv.Env) {
				h := oneTenant(t, env)
				example := examples(t, env, h)[mutation.Name]
				if changesTheViewer(t, env, schema, mutation, example.who, example.input) {
					told[mutation.Name] = true
				}
			})
			testenv.Each(t, func(t *testing.T, env *testenv.Env) {
				var h *tenantFixture
				env.Fill(t, func(f *testenv.Fixture) {
					h = newTenantFixture(t, f, "Alpha", nil)
					c, ctx := f.Client(), f.Context()
					for _, err := range []error{ // another administrator remains, and the directory is empty
						member(c, h.account, f.Member(f.Account("elsewhere"), "second"),
							vocabulary.RoleAccountAdministrator).Exec(ctx),
						c.DirectoryRecord.Update().Where(directoryrecord.AccountID(h.account)).SetActive(false).
							Exec(ctx),
						c.Membership.Update().Where(membership.AccountID(h.account)).SetDirectoryRoles(0).
							SetDirectoryServices(0).Exec(ctx),
					} {
						if err != nil {
							t.Fatal(err)
						}
					}
				})
				who := signedIn(t, env, h.administrator)
				if input := ownChanges(t, env, h, who)[mutation.Name]; input != nil &&
					!changesTheViewer(t, env, schema, mutation, who, input) {
					t.Errorf("%v does not change the viewer", input)
				} else if input != nil {
					told[mutation.Name] = true
				}
			})
			if f := schema.Types[mutation.Type.Name()].Fields.ForName("viewer"); f != nil && !told[mutation.Name] &&
				!neverOwn[mutation.Name] {
				t.Errorf("%s has the field viewer, but no example changes the viewer", mutation.Type.Name())
			}
		})
	}
}

// neverOwn lists mutations whose payload has the field viewer, but with which no test changes its own viewer:
// suspended members can reinstate themselves only if they have a role in another account that allows it.
var neverOwn = map[string]bool{"reinstateMember": true}

// changesTheViewer makes a change and reports whether the viewer is different afterwards. It compares the viewer of
// the payload with that of a new request.
func changesTheViewer(t *testing.T, env *testenv.Env, schema *ast.Schema, mutation *ast.FieldDefinition,
	who *viewer.Viewer, input map[string]any) bool {
	t.Helper()
	everything := selection(schema, schema.Query.Fields.ForName("viewer"), walkDepth) + " viewer { " +
		ownRows(schema) + " }"
	asked := func(who *viewer.Viewer) string {
		t.Helper()
		if who == nil {
			return "null"
		}
		got, _ := testenv.Must[struct{ Viewer json.RawMessage }](t, env.As(who), "{ "+everything+" }", nil)
		return string(got.Viewer)
	}
	before := asked(who)
	has := schema.Types[mutation.Type.Name()].Fields.ForName("viewer") != nil
	more := ""
	if has {
		more = everything
	}
	got, _ := testenv.Must[struct {
		Change struct {
			Errors []struct{ Code string }
			Viewer json.RawMessage
		}
	}](t, env.As(who), fmt.Sprintf("mutation ($input: %s) { change: %s(input: $input) { errors { code } %s } }",
		mutation.Arguments.ForName("input").Type, mutation.Name, more),
		map[string]any{"input": merged(input, map[string]any{"reason": "because"})})
	if len(got.Change.Errors) > 0 {
		t.Fatalf("%+v, want none", got.Change.Errors)
	}
	renewed, err := env.Services.Access.Reload(viewer.With(t.Context(), who))
	if err != nil {
		t.Fatal(err)
	}
	after := asked(renewed)
	switch {
	case has && string(got.Change.Viewer) != after:
		t.Errorf("the payload has another viewer than a new request:\n%s\n%s", got.Change.Viewer, after)
	case !has && before != after:
		t.Errorf("%s changes the viewer, and its payload has no viewer:\n%s\n%s", mutation.Name, before, after)
	}
	return before != after
}

// ownRows returns a selection of the scalar fields of the viewer's own rows.
func ownRows(schema *ast.Schema) string {
	var fields []string
	for _, f := range schema.Types["Viewer"].Fields {
		of := schema.Types[f.Type.Name()]
		if !slices.Contains(of.Interfaces, "Node") {
			continue
		}
		var leaves []string
		for _, inner := range of.Fields {
			if schema.Types[inner.Type.Name()].IsLeafType() && !strings.HasPrefix(inner.Name, "__") {
				leaves = append(leaves, inner.Name)
			}
		}
		fields = append(fields, f.Name+" { "+strings.Join(leaves, " ")+" }")
	}
	return strings.Join(fields, " ")
}

func merged(all ...map[string]any) map[string]any {
	out := map[string]any{}
	for _, m := range all {
		maps.Copy(out, m)
	}
	return out
}
