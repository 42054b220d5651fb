package graph_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

func TestWidgetDocumentsOverTheContract(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := newPeople(t, env)
		var id, of gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			of = f.Account("of the operator")
			id = f.After(500).Member(of, "operator")
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
		var made change
		remove := func() change {
			return mutate[change](t, env.As(operator), "removeWidgetDocument", "RemoveWidgetDocumentInput", "hash",
				map[string]any{"hash": strings.ToUpper(*made.Hash)})
		}
		// what no execution accepts, whatever the values of the variables are
		deep := "{ accounts(first: 100) { nodes { memberships(first: 100) { nodes { account { " +
			"entitlements(first: 100) { nodes { id } } } } } } } }"
		const size = "The number of rows of a page must be 1 to 100."
		wrongs := map[string]string{
			"{ entitlements(first: -1) { nodes { id } } }":     "entitlements: " + size,
			"{ entitlements(first: 100000) { nodes { id } } }": "entitlements: " + size,
			"{ accounts(after: \"zz\") { nodes { id } } }":     "accounts: The cursor does not belong to this list.",
			"{ a: account(id: 5) { name } }":                   "a: This is not a global id.",
			"{ a: account(id: \"5\") { name } }":               "a: This is not a global id.",
			"{ entitlements { node { id } } }":                 `Cannot query field "node" on type "EntitlementConnection".`,
			"{ entitlements(frist: 3) { nodes { id } } }":      `Unknown argument "frist" on field "Query.entitlements".`,
			"{ account(id: \"\\uD800\") { name } }":            "id: A text holds \\uD800, which is half a character.",
		}
		const only = ": Only the producer's operators may see this."
		wrongs["{ widgetDocuments { hash } }"] = "widgetDocuments" + only
		wrongs["{ p: producerUsers { nodes { id } } }"] = "p" + only
		const people = ": Only the producer's people may see this."
		wrongs["{ s: serverState { version } }"] = "s" + people
		wrongs["query J($id: ID!) { j: job(id: $id) { id } }"] = "j" + people
		wrongs["query($n: Int) { ...F } fragment F on Query { producerApiKeys(first: $n) { totalCount } }"] =
			"producerApiKeys" + only
		user, account := id.String(), of.String()
		wrongs[`{ account(id: "`+user+`") { name } }`] = "account: " + user +
			" is not the id of an object of the type Account."
		renewals := func(arguments string) string {
			return `query($a: ID!) { account(id: $a) { renewals(` + arguments + `) { lineItemCount } } }`
		}
		wrongs[renewals(`from: "2026-12-01", to: "2026-11-30", by: MONTH`)] = "account.renewals: The range ends at " +
			"30 November 2026, before it begins at 1 December 2026."
		wrongs[renewals(`from: "2026-12-01", to: "2026-12-31", by: []`)] = "account.renewals: Renewals are grouped by " +
			"1 or 2 of MONTH, PRODUCT_LINE and UNIT."
		beside := "query($a: ID!) { account(id: $a) { e: entitlements(first: 0) { nodes { id } } } }"
		wrongs[beside] = "account.e: " + size
		wrongs[deep] = "The pages and sums of this operation could hold more than 500000 rows."
		for wrong, reason := range wrongs {
			got := register(wrong)
			if codes(got.changeResult) != "BAD_INPUT input.text" ||
				got.Errors[0].Message != "Not all of the document can run: "+reason {
				t.Errorf("%s: %+v, want the reason %q", wrong, got.Errors, reason)
			}
		}
		for _, right := range []string{"query($n: Int) { entitlements(first: $n) { nodes { id } } }",
			`{ __type(name: "Account") { fields(includeDeprecated: true) { name } } __schema { types { name } } }`,
			`{ account(id: "` + account + `") { name } node(id: "` + user + `") { id } }`,
			renewals(`from: "2026-12-01", to: "2026-12-31", by: MONTH`),
			`{ account(id: "\u{61}` + account[1:] + `") { name } }`, `{ node(id: "\u0061` + account[1:] + `") { id } }`,
			`query($a: ID!, $f: Date!) { account(id: $a) { renewals(from: $f, to: "2026-12-31", by: []) { month } } }`,
			strings.NewReplacer("first: 100", "first: $n", "{ accounts", "query($n: Int) { accounts").Replace(deep)} {
			got := register(right)
			if codes(got.changeResult) != "" {
				t.Errorf("%s: %+v", right, got)
			}
			made.Hash = got.Hash
			remove()
		}
		// A text of the document may write a character as a pair of escapes or by its number.
		escaped := env.As(operator).Ask(t, `mutation { registerWidgetDocument(input: {name: "a \ud83d\udc8e \u{1F48E}",
			text: "{ viewer { name } }"}) { hash errors { message } } }`, nil)
		if answer := env.As(operator).Ask(t, "{ widgetDocuments { name } }", nil); len(escaped.Errors) > 0 ||
			string(answer.Data) != `{"widgetDocuments":[{"name":"a 💎 💎"}]}` {
			t.Fatalf("%s %s %+v", answer.Data, escaped.Data, escaped.Errors)
		}
		var done struct{ RegisterWidgetDocument struct{ Hash string } }
		must(t, json.Unmarshal(escaped.Data, &done))
		made.Hash = &done.RegisterWidgetDocument.Hash
		remove()
		made = register("{ viewer { name } }")
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
		if got := remove(); codes(got.changeResult) != "" || got.Hash == nil || *got.Hash != *made.Hash {
			t.Errorf("%+v", got)
		}
		if got := remove(); codes(got.changeResult) != "DOCUMENT_UNKNOWN input.hash" || got.Hash != nil ||
			strings.Contains(got.Errors[0].Remedy, "Register") {
			t.Errorf("%+v", got)
		}
		if answer := env.As(operator).Ask(t, list, nil); string(answer.Data) != `{"widgetDocuments":[]}` {
			t.Errorf("%s", answer.Data)
		}
	})
}
