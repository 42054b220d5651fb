package graph_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// TestAMemberWithoutLicensingIsTold asks for every list, of the root and of an account, that has rows for a member with
// LICENSING. A member without it must be refused, not shown an empty list.
func TestAMemberWithoutLicensingIsTold(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var h *tenantFixture
		env.Fill(t, func(f *testenv.Fixture) { h = newTenantFixture(t, f.After(1000), "Alpha", nil) })
		with := func(services ...vocabulary.Service) *testenv.Env {
			return env.As(h.asMember(servicesFrom(t, services...), vocabulary.RoleReader))
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
			`renewals(from: "2026-01-01", to: "2026-02-01", by: [MONTH]) { __typename }`,
			`renewalForecast(months: 1) { __typename }`} {
			told := community.Ask(t, `query($id: ID!) { account(id: $id) { name `+field+` } }`,
				map[string]any{"id": h.account.String()})
			if len(told.Errors) != 1 || told.Errors[0].Extensions.Code != "SERVICE_CLOSED" ||
				!strings.Contains(string(told.Data), `"name":"`) {
				t.Errorf("%s: %+v %s", field, told.Errors, told.Data)
			}
		}
	})
}

// A member without LICENSING who asks for a right is told what rights need, in the same words whether there is such a
// right, whose it is, and never for what needs no service.
func TestWhatIsMissingWithoutLicensing(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		community := env.As(h.asMember(servicesFrom(t, vocabulary.ServiceCommunity), vocabulary.RoleReader))
		licensed := env.As(h.asMember(servicesFrom(t, vocabulary.ServiceLicensing), vocabulary.RoleReader))
		remedy := func(env *testenv.Env, id gid.ID) string {
			answer := env.Ask(t, `query($id: ID!) { node(id: $id) { id } }`, map[string]any{"id": id.String()})
			if len(answer.Errors) != 1 || answer.Errors[0].Extensions.Code != "NOT_FOUND" {
				t.Fatalf("%s: %+v, want NOT_FOUND", id, answer.Errors)
			}
			return answer.Errors[0].Extensions.Remedy
		}
		nothing := gid.New(gid.LineItem, gid.NewLocality())
		own, none := remedy(community, h.line), remedy(community, nothing)
		if own != none || !strings.Contains(own, "LICENSING") {
			t.Errorf("%q for a right and %q for none, want the same remedy with LICENSING", own, none)
		}
		if got := remedy(community, gid.New(gid.Product, gid.NewLocality())); strings.Contains(got, "LICENSING") {
			t.Errorf("%q for a product, want nothing of LICENSING", got)
		}
		if got := remedy(licensed, nothing); strings.Contains(got, "LICENSING") {
			t.Errorf("%q for a member with LICENSING, want nothing of it", got)
		}
	})
}

// A list of an account and those below it is refused to a viewer who sees the rights of none of them, although they see
// the rights of another account.
func TestLicensingBelowAnAccount(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		as := func(licensed gid.ID) *testenv.Env {
			who := h.asMember(servicesFrom(t, vocabulary.ServiceCommunity), vocabulary.RoleReader)
			who.Grants[0].Accounts, who.Grants[0].Below = []gid.ID{h.account, h.below}, true
			slices.Sort(who.Grants[0].Accounts)
			who.Grants = append(who.Grants, viewer.Grant{Account: licensed, Accounts: []gid.ID{licensed},
				Roles: who.Grants[0].Roles, Services: servicesFrom(t, vocabulary.ServiceLicensing)})
			return env.As(who.Settle())
		}
		elsewhere, below := as(h.club), as(h.below)
		for _, list := range []string{"entitlements", "lineItems", "coverages", "devices", "licenseServers",
			"activations"} {
			for _, test := range []struct {
				env     *testenv.Env
				filter  string
				refused bool
			}{
				{elsewhere, "includeSubAccounts: true", true},
				{elsewhere, "includeSubAccounts: false", true},
				{below, "includeSubAccounts: true", false},
				{below, "includeSubAccounts: false", true},
			} {
				document := "{ " + list + `(filter: { account: "` + h.account.String() + `", ` + test.filter +
					" }) { nodes { __typename } } }"
				answer := test.env.Ask(t, document, nil)
				refused := len(answer.Errors) == 1 && answer.Errors[0].Extensions.Code == "SERVICE_CLOSED" &&
					answer.Errors[0].Extensions.Field == "filter.account"
				if refused != test.refused || !refused && len(answer.Errors) > 0 {
					t.Errorf("%s: %+v, want refused = %v", document, answer.Errors, test.refused)
				}
			}
		}
	})
}

func servicesFrom(t *testing.T, services ...vocabulary.Service) vocabulary.ServiceSet {
	t.Helper()
	set, err := vocabulary.Services(services...)
	if err != nil {
		t.Fatal(err)
	}
	return set
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
