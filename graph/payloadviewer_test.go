package graph_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/ent/accessrequest"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
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

// ownChanges returns examples in which viewers change their own access, for mutations whose example in examples
// changes that of another user.
func ownChanges(t *testing.T, env *testenv.Env, h *tenantFixture) map[string]example {
	t.Helper()
	ctx := testenv.Operator(t)
	own := env.Store.Client().Membership.Query().Where(membership.UserID(h.administrator)).OnlyX(ctx).ID.String()
	request := env.Store.Client().AccessRequest.Query().Where(accessrequest.AccountID(h.below)).OnlyX(ctx).ID.String()
	who, operator := signedIn(t, env, h.administrator), signedIn(t, env, named(t, env, "operator"))
	domain := map[string]any{"account": h.below.String(), "domain": h.domain()}
	return map[string]example{
		"createApiKey":          {map[string]any{"name": "own", "scopes": []string{"READ"}}, who},
		"changeMemberAccess":    {map[string]any{"membership": own, "serviceAccess": []string{"COMMUNITY"}}, who},
		"suspendMember":         {map[string]any{"membership": own}, who},
		"removeMember":          {map[string]any{"membership": own}, who},
		"endSessions":           {map[string]any{"session": who.CredentialID.String()}, who},
		"decideAccessRequest":   {map[string]any{"accessRequest": request, "grant": true}, who},
		"allowJoiningDomain":    {merged(domain, map[string]any{"serviceAccess": []string{"COMMUNITY"}}), who},
		"disallowJoiningDomain": {domain, who},
		"checkDomain":           {domain, who},
		"approveDomain":         {domain, operator},
		"releaseDomain":         {domain, who},
	}
}

// fillOwn adds what a mutation needs in order to change the viewer: another administrator remains, the directory is
// empty, the administrator from above has requested access to the account below, and the account below is one change
// away from being joinable, or is joinable.
func fillOwn(t *testing.T, f *testenv.Fixture, h *tenantFixture, mutation string) {
	t.Helper()
	c, ctx := f.Client(), f.Context()
	reader, _ := vocabulary.Roles(vocabulary.RoleReader)
	now := clock.At(testenv.Today.Time())
	operator := f.Member(f.Account("of the operator"), "operator")
	proof := c.DomainProof.Create().SetAccountID(h.below).SetDomain(h.domain()).SetChallenge(testenv.Published).
		SetCreatedAt(now)
	if mutation != "checkDomain" && mutation != "approveDomain" {
		proof.SetProvenAt(now).SetApproved(true)
	}
	all := []error{
		member(c, h.account, f.Member(f.Account("elsewhere"), "second"),
			vocabulary.RoleAccountAdministrator).Exec(ctx),
		c.DirectoryRecord.Update().Where(directoryrecord.AccountID(h.account)).SetActive(false).Exec(ctx),
		c.Membership.Update().Where(membership.AccountID(h.account)).SetDirectoryRoles(0).SetDirectoryServices(0).
			Exec(ctx),
		c.User.UpdateOneID(operator).SetProducerRole(vocabulary.ProducerRoleOperator).SetEmailProvenAt(now).
			SetEmail("operator@" + h.domain()).SetEmailKey("operator@" + h.domain()).Exec(ctx),
		c.AccessRequest.Create().SetID(gid.New(gid.AccessRequest, h.below.Locality())).SetAccountID(h.below).
			SetUserID(h.administrator).SetRoles(reader).SetServiceAccess(1).
			SetGranted(false).SetCreatedAt(now).Exec(ctx),
		proof.Exec(ctx),
	}
	if mutation != "allowJoiningDomain" {
		all = append(all, c.JoiningDomain.Create().SetAccountID(h.below).SetDomain(h.domain()).SetRoles(reader).
			SetServiceAccess(1).SetCreatedAt(now).Exec(ctx))
	}
	for _, err := range all {
		if err != nil {
			t.Fatal(err)
		}
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
					fillOwn(t, f, h, mutation.Name)
				})
				if own, has := ownChanges(t, env, h)[mutation.Name]; has {
					if !changesTheViewer(t, env, schema, mutation, own.who, own.input) {
						t.Errorf("%v does not change the viewer", own.input)
					}
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
