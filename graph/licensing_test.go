package graph_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// TestAMemberWithoutLicensingIsTold asks for every list, of the root and of an account, that has rows for a member with
// LICENSING. A member without it must be refused, not shown an empty list.
func TestAMemberWithoutLicensingIsTold(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var h *tenantFixture
		env.Fill(t, func(f *testenv.Fixture) { h = newTenantFixture(t, f.After(1000), "Alpha", nil) })
		with := func(services ...vocabulary.Service) *testenv.Env {
			set, err := vocabulary.Services(services...)
			if err != nil {
				t.Fatal(err)
			}
			return env.As(h.asMember(set, vocabulary.RoleReader))
		}
		licensed, community := with(vocabulary.ServiceLicensing), with(vocabulary.ServiceCommunity)
		for document, field := range listsOf(h) {
			variables := map[string]any{}
			rows, told := licensed.Ask(t, document, variables), community.Ask(t, document, variables)
			switch {
			case len(told.Errors) > 0:
				if code := told.Errors[0].Extensions.Code; code != "SERVICE_CLOSED" && len(rows.Errors) == 0 {
					t.Errorf("%s: %+v", document, told.Errors)
				}
			case hasRows(t, rows.Data, field) && !hasRows(t, told.Data, field):
				t.Errorf("%s: a member without LICENSING gets %s", document, told.Data)
			}
		}
		for _, field := range []string{"entitlements", "lineItems", "coverages", "activations"} {
			document := "{ " + field + " { totalCount } }"
			if field == "activations" {
				document = "{ " + field + `(filter: { account: "` + h.account.String() + `" }) { totalCount } }`
			}
			told := community.Ask(t, document, nil)
			if len(told.Errors) != 1 || told.Errors[0].Extensions.Code != "SERVICE_CLOSED" ||
				told.Errors[0].Extensions.Remedy == "" {
				t.Errorf("%s: %+v", document, told)
			}
		}
		refused := community.Ask(t, `query($id: ID!) { accessReview(account: $id) { takenAt } }`,
			map[string]any{"id": h.account.String()})
		if len(refused.Errors) != 1 || refused.Errors[0].Extensions.Code != "FORBIDDEN" {
			t.Errorf("the access review of a member: %+v", refused)
		}
		for _, field := range []string{"positions { __typename }", "usageRecords { totalCount }",
			`renewals(from: "2026-01-01", to: "2026-02-01", by: [MONTH]) { __typename }`} {
			told := community.Ask(t, `query($id: ID!) { account(id: $id) { name `+field+` } }`,
				map[string]any{"id": h.account.String()})
			if len(told.Errors) != 1 || told.Errors[0].Extensions.Code != "SERVICE_CLOSED" ||
				!strings.Contains(string(told.Data), `"name":"`) {
				t.Errorf("%s: %+v %s", field, told.Errors, told.Data)
			}
		}
	})
}

// listsOf returns a document for each connection of the root and of an account, with the name of its field.
func listsOf(h *tenantFixture) map[string]string {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	documents := map[string]string{}
	for _, f := range schema.Query.Fields {
		if isConnection(f) {
			documents["{ "+f.Name+" { nodes { __typename } } }"] = f.Name
		}
	}
	for _, f := range schema.Types["Account"].Fields {
		if isConnection(f) {
			documents[`{ account(id: "`+h.account.String()+`") { `+f.Name+" { nodes { __typename } } } }"] = f.Name
		}
	}
	return documents
}

func isConnection(f *ast.FieldDefinition) bool { return strings.HasSuffix(f.Type.Name(), "Connection") }

func hasRows(t *testing.T, data json.RawMessage, field string) bool {
	t.Helper()
	return strings.Contains(string(data), `"nodes":[{`) && strings.Contains(string(data), `"`+field+`"`)
}
