package graph_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
)

// inputFields calls found for each argument of a field and for each field of the input objects of its arguments. path
// names the place as errors do, and of has one value at this place.
func inputFields(schema *ast.Schema, f *ast.FieldDefinition,
	found func(path string, typ *ast.Type, of func(value any) map[string]any)) {
	var walk func(path string, typ *ast.Type, of func(any) map[string]any)
	walk = func(path string, typ *ast.Type, of func(any) map[string]any) {
		found(path, typ, of)
		d := schema.Types[typ.Name()]
		if d.Kind != ast.InputObject || typ.Elem != nil {
			return
		}
		for _, below := range d.Fields {
			walk(path+"."+below.Name, below.Type, func(value any) map[string]any {
				object := map[string]any{}
				for _, beside := range d.Fields {
					if beside.Type.NonNull && beside.Type.Name() == "String" {
						object[beside.Name] = "some"
					}
				}
				object[below.Name] = value
				return of(object)
			})
		}
	}
	for _, a := range f.Arguments {
		walk(a.Name, a.Type, func(value any) map[string]any { return map[string]any{a.Name: value} })
	}
}

// listsOfMutations are the lists of mutations that are not of an enum, with their limits. Their rules check them; see
// TestTheTextsAndListsOfMutationsHaveALimit.
var listsOfMutations = map[string]int{"inviteMembers input.emails": 100, "mintWidgetToken input.origins": 10,
	"mintWidgetToken input.documents": 100, "createAccount input.parents": 100,
	"createPartNumber input.upgradesFrom": 100, "changePartNumber input.upgradesFrom": 100,
	"holdLineItems input.lineItems": 1000, "suspendLineItems input.lineItems": 1000,
	"grantGrace input.lineItems": 1000, "cancelRenewals input.lineItems": 1000,
	"issueEntitlement input.lines": 1000, "renewLineItems input.lines": 1000,
	"amendLineItem input.instalments": 120, "correctPeriod input.instalments": 120,
	"convertTrial input.instalments": 120, "extendCoverage input.prices": 1000,
	"correctCoverage input.items":      1000,
	"declareCustomField input.choices": 100, "changeCustomField input.choices": 100,
	"setCustomFields input.values":      100,
	"setProductFeatures input.features": 100, "setSuiteMembers input.members": 100}

// Each list that a client may send has a limit: the values of its enum, the limit of all queries, or that of its rule.
func TestEveryListOfTheInputHasALimit(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	found := 0
	for _, d := range schema.Types {
		if d.Kind != ast.Object || d.BuiltIn {
			continue
		}
		for _, f := range d.Fields {
			inputFields(schema, f, func(path string, typ *ast.Type, _ func(any) map[string]any) {
				if typ.Elem == nil || schema.Types[typ.Name()].Kind == ast.Enum || d != schema.Mutation {
					return
				}
				found++
				if listsOfMutations[f.Name+" "+path] == 0 {
					t.Errorf("%s %s has no known limit", f.Name, path)
				}
			})
		}
	}
	if found != len(listsOfMutations) {
		t.Errorf("mutations have %d lists, want %d", found, len(listsOfMutations))
	}
}

// A list of an enum is answered like the same list without its doubles, however long it is.
func TestDoublesInAListOfAnEnumAreIgnored(t *testing.T) {
	many := func(value string) []string { return slices.Repeat([]string{value}, 3000) }
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var account gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			account = f.Account("Doubles")
			f.Line(account, f.Entitlement(account, "ENT-1"), f.Seat, "ONE", 1)
		})
		for document, list := range map[string][]string{
			`query ($list: [Status!], $id: ID!) { account(id: $id) { lineItems(filter: { status: $list }) { totalCount
				pageInfo { endCursor } } } }`: {"ACTIVE", "EXPIRED"},
			`query ($list: [Status!], $id: ID!) { account(id: $id) { coverages(filter: { status: $list }) { totalCount
				} } }`: {"ACTIVE"},
			`query ($list: [Decision!], $id: ID!) { account(id: $id) { coverages(filter: { decision: $list }) {
				totalCount } } }`: {"ON_HOLD"},
			`query ($list: [InvitationState!], $id: ID!) { account(id: $id) { invitations(filter: { state: $list }) {
				totalCount } } }`: {"OPEN"},
			`query ($list: [AccessRequestState!], $id: ID!) { account(id: $id) { accessRequests(filter: { state: $list
				}) { totalCount } } }`: {"OPEN"},
		} {
			var doubled []string
			for _, value := range list {
				doubled = append(doubled, many(value)...)
			}
			once := env.Ask(t, document, map[string]any{"id": account.String(), "list": list})
			often := env.Ask(t, document, map[string]any{"id": account.String(), "list": doubled})
			if len(once.Errors) > 0 || len(often.Errors) > 0 || string(once.Data) != string(often.Data) {
				t.Errorf("%s\n%s %+v\n%s %+v", document, once.Data, once.Errors, often.Data, often.Errors)
			}
		}
	})
}

// A query with a text or a list that is too long is refused at its field, which the error names with the limit. Each
// text of the root fields is tried, also in a list of one field.
func TestTheTextsAndListsOfQueriesHaveALimit(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		try := func(f *ast.FieldDefinition, path string, variables map[string]any, code string, limit int) {
			t.Helper()
			var declared, given []string
			for _, a := range f.Arguments {
				if _, isGiven := variables[a.Name]; isGiven {
					declared = append(declared, "$"+a.Name+": "+strings.TrimSuffix(a.Type.String(), "!"))
					given = append(given, a.Name+": $"+a.Name)
				}
			}
			for i := range declared {
				if a := f.Arguments.ForName(strings.SplitN(given[i], ":", 2)[0]); a.Type.NonNull {
					declared[i] += "!"
				}
			}
			answer := env.Ask(t, fmt.Sprintf("query (%s) { %s(%s) { __typename } }", strings.Join(declared, ", "),
				f.Name, strings.Join(given, ", ")), variables)
			if len(answer.Errors) != 1 || answer.Errors[0].Extensions.Code != code ||
				answer.Errors[0].Extensions.Field != path ||
				!strings.Contains(answer.Errors[0].Message, fmt.Sprint(limit)) {
				t.Errorf(`%s %s: %+v, want len(Errors) = 1, Code = "BAD_INPUT", Field = %v and Message with %v`,
					f.Name, path, answer.Errors, path, fmt.Sprint(limit))
			}
		}
		tried := 0
		for _, f := range schema.Query.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			inputFields(schema, f, func(path string, typ *ast.Type, of func(any) map[string]any) {
				required := slices.ContainsFunc(f.Arguments, func(a *ast.ArgumentDefinition) bool {
					return a.Type.NonNull && a.Name != strings.SplitN(path, ".", 2)[0]
				})
				if typ.Name() != "String" || path == "after" || path == "before" || required {
					return
				}
				tried++
				try(f, path, of(strings.Repeat("a", 201)), "TEXT_TOO_LONG", 200)
				if strings.HasSuffix(path, ".text") {
					try(f, path, of("a b c d e f g h i j k"), "TOO_MANY_WORDS", 10)
				}
			})
		}
		if tried < 10 {
			t.Errorf("only %d texts were found", tried)
		}
		ids := slices.Repeat([]string{gid.New(gid.Account, 1).String()}, 101)
		try(schema.Query.Fields.ForName("nodes"), "ids", map[string]any{"ids": ids}, "LIST_TOO_LONG", 100)
	})
}

// A mutation with a text or a list that is too long is refused in its payload, at the field.
func TestTheTextsAndListsOfMutationsHaveALimit(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole of it runs without the race detector")
	}
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		all := examples(t, env, h)
		for _, f := range mutationsOf(schema) {
			e := all[f.Name]
			inputFields(schema, f, func(path string, typ *ast.Type, _ func(any) map[string]any) {
				_, name, below := strings.Cut(path, ".")
				if !below || typ.Name() != "String" {
					return
				}
				var long any = strings.Repeat("a", 100_000)
				if typ.Elem != nil {
					long = slices.Repeat([]string{"a"}, listsOfMutations[f.Name+" "+path]+1)
				}
				set := map[string]any{name: long}
				if object, field, nested := strings.Cut(name, "."); nested {
					inside, _ := e.input[object].(map[string]any)
					set = map[string]any{object: merged(inside, map[string]any{field: long})}
				}
				input := merged(e.input, map[string]any{"reason": "because", "dryRun": name != "idempotencyKey"}, set)
				answer := env.As(e.who.Settle()).Ask(t, fmt.Sprintf(
					"mutation ($input: %s) { change: %s(input: $input) { errors { code field parameters { name } } } }",
					f.Arguments.ForName("input").Type, f.Name), map[string]any{"input": input})
				var data struct {
					Change struct {
						Errors []struct {
							Code, Field string
							Parameters  []struct{ Name string }
						}
					}
				}
				if len(answer.Errors) > 0 || json.Unmarshal(answer.Data, &data) != nil ||
					len(data.Change.Errors) == 0 ||
					!strings.HasPrefix(data.Change.Errors[0].Field, path) &&
						data.Change.Errors[0].Code != "LINK_INVALID" { // a token is only compared
					t.Errorf("%s %s: %s %+v", f.Name, path, answer.Data, answer.Errors)
					return
				}
				first := data.Change.Errors[0]
				isList := typ.Elem != nil
				limited := isList || slices.Contains([]string{"reason", "greeting", "note", "answer"}, name)
				if limited && (first.Code != map[bool]string{true: "LIST_TOO_LONG", false: "TEXT_TOO_LONG"}[isList] ||
					len(first.Parameters) != 2 || first.Parameters[0].Name != "max" ||
					first.Parameters[1].Name != "given") {
					t.Errorf("%s %s: %+v", f.Name, path, first)
				}
			})
		}
	})
}
