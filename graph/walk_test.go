package graph_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// testedElsewhere are types that belong to no row: the walk of TestNobodySeesWhatIsNotTheirs asks for every field of
// the viewer and of reviews, TestEveryChangeGoesThroughThePipeline for what changes answer, and TestServerState for the
// state of the server, TestHistoryTellsWhatWasRecorded for events of rights, and TestARemedyTakesItsReasonAway and its
// neighbours for eligibility, TestAmountsConvert for amounts in another unit.
var testedElsewhere = []string{"Viewer", "ViewerService", "ViewerServiceAccount", "ServiceAdministrator", "Session",
	"JoinableAccount", "AccessReview", "AccessReviewEntry", "Effect", "Warning", "UserError", "Parameter", "Holding",
	"QuantityValue", "LineItemResult", "IssuedLine", "RenewedLine", "ImportedRow", "ServerState", "JobCount", "Routine",
	"ServerCounts", "ServerSample", "RightEvent", "RightEventPage", "Eligibility", "EligibleLineItem",
	"EligibilityReason", "EligibilityRemedy", "EligibilityPerson", "ConvertedAmount"}

// walkDepth is the depth to which the walk selects objects below a node.
const walkDepth = 2

// Every field of every object type is requested for rows that have a value. The test reports fields that fail or never
// have a value, because their declaration, their columns or the sample is incomplete.
func TestEveryFieldAnswers(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole of it runs without the race detector")
	}
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		load(t, env)
		var rest []gid.ID
		var h *tenantFixture
		env.Fill(t, func(f *testenv.Fixture) { rest = fillRest(t, f) })
		env.Fill(t, func(f *testenv.Fixture) { h = newTenantFixture(t, f.After(1000), "Alpha", nil) })
		rest = append(rest, h.ids(t, env)...)
		seen := map[string]bool{}
		for _, root := range []string{
			`accounts(first: 100)`, `users(first: 100)`, `entitlements(first: 100)`, `lineItems(first: 100)`,
			`coverages(first: 100)`, `productLines(first: 100)`, `products(first: 100)`, `unitsOfMeasure(first: 100)`,
			`coverageLevels(first: 100)`, `features(first: 100)`, `licenseModels(first: 100)`, `meters(first: 100)`,
			`partNumbers(first: 100)`,
		} {
			walk(t, env, schema, seen, root)
		}
		byType := map[string][]string{}
		for _, id := range rest {
			byType[typeName(id.Type())] = append(byType[typeName(id.Type())], id.String())
		}
		done := map[string]bool{}
		for name, ids := range byType {
			if d := schema.Types[name]; d != nil {
				delete(done, name)
				visit(t, env, schema, seen, d, ids, done, walkDepth)
			}
		}
		walkOfTheProducer(t, env, schema, seen)
		// The producer's people need no roles, so a member is asked for them.
		visit(t, env.As(h.asAdministrator()), schema, seen, onlyField(schema.Types["Account"],
			"viewerRoles"), []string{h.account.String()}, map[string]bool{}, walkDepth)
		requests, _ := testenv.Must[map[string]any](t, env.As(h.asAdministrator()),
			`{ viewer { outsideRequests { reference state account { id } answer createdAt decidedAt } } }`, nil)
		collect(schema, schema.Query, requests, seen, map[string]map[string]bool{})
		visited := 0
		for _, d := range schema.Types {
			if d.Kind != ast.Object || d.BuiltIn || d == schema.Query || d == schema.Mutation ||
				strings.HasPrefix(d.Name, "__") || strings.HasSuffix(d.Name, "Payload") ||
				slices.Contains(testedElsewhere, d.Name) {
				continue
			}
			for _, f := range d.Fields {
				if strings.HasPrefix(f.Name, "__") {
					continue
				}
				visited++
				if !seen[d.Name+"."+f.Name] && !neverForCustomers[d.Name+"."+f.Name] {
					t.Errorf("%s.%s never had a value", d.Name, f.Name)
				}
			}
		}
		t.Logf("%d fields", visited)
	})
}

// walkOfTheProducer requests what only the producer has: keys of its programs, imports, jobs, documents and origins of
// widgets, and links to its services.
func walkOfTheProducer(t *testing.T, env *testenv.Env, schema *ast.Schema, seen map[string]bool) {
	t.Helper()
	program(t, env, access.NewKey{Name: "walk", Producer: vocabulary.ProducerRoleOperator,
		Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeRead}})
	walk(t, env, schema, seen, `producerApiKeys(first: 100)`)
	insertOperations(t, env)
	walk(t, env, schema, seen, `importRuns(first: 100)`)
	walk(t, env, schema, seen, `jobs(first: 100)`)
	if _, _, err := env.Services.Access.RegisterDocument(testenv.Operator(t),
		change.Request{Action: "registerWidgetDocument"}, "walk.graphql", "{ viewer { name } }"); err != nil {
		t.Fatal(err)
	}
	if _, _, err := env.Services.Access.AddOrigin(testenv.Operator(t), change.Request{Action: "addWidgetOrigin"},
		"https://walk.example"); err != nil {
		t.Fatal(err)
	}
	data, _ := testenv.Must[map[string]any](t, env, `{ widgetDocuments { hash name text createdAt }
		widgetOrigins { origin createdAt } serviceLinks { name address } }`, nil)
	collect(schema, schema.Query, data, seen, map[string]map[string]bool{})
}

// onlyField returns an object type with one of its fields.
func onlyField(d *ast.Definition, name string) *ast.Definition {
	one := *d
	one.Fields = ast.FieldList{d.Fields.ForName(name)}
	return &one
}

func walk(t *testing.T, env *testenv.Env, schema *ast.Schema, seen map[string]bool, root string) {
	t.Helper()
	name, _, _ := strings.Cut(root, "(")
	field := schema.Query.Fields.ForName(name)
	answer := env.Ask(t, fmt.Sprintf(
		"{ %s { nodes { id } totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage "+
			"startCursor endCursor } } }", root), nil)
	if len(answer.Errors) > 0 {
		t.Fatalf("%s: %+v, want none", root, answer.Errors)
	}
	var whole map[string]any
	if err := json.Unmarshal(answer.Data, &whole); err != nil {
		t.Fatal(err)
	}
	collect(schema, schema.Query, whole, seen, map[string]map[string]bool{})
	var data map[string]struct{ Nodes []struct{ ID string } }
	if err := json.Unmarshal(answer.Data, &data); err != nil {
		t.Fatal(err)
	}
	node := schema.Types[strings.TrimSuffix(field.Type.Name(), "Connection")]
	var ids []string
	for _, n := range data[name].Nodes {
		ids = append(ids, n.ID)
	}
	visit(t, env, schema, seen, node, ids, map[string]bool{}, walkDepth)
}

// visit requests every field of nodes of one type, one field per request, and continues with the nodes that it finds.
func visit(t *testing.T, env *testenv.Env, schema *ast.Schema, seen map[string]bool, d *ast.Definition, ids []string,
	done map[string]bool, depth int) {
	t.Helper()
	if done[d.Name] || len(ids) == 0 {
		return
	}
	done[d.Name] = true
	next := map[string]map[string]bool{}
	for _, f := range d.Fields {
		if strings.HasPrefix(f.Name, "__") {
			continue
		}
		for _, asked := range selections(schema, f, depth) {
			query := fmt.Sprintf("query ($ids: [ID!]!) { nodes(ids: $ids) { ... on %s { %s } } }", d.Name, asked)
			answer := env.Ask(t, query, map[string]any{"ids": ids})
			if len(answer.Errors) > 0 {
				t.Errorf("%s.%s: %+v, want none", d.Name, f.Name, answer.Errors[0])
				continue
			}
			var data struct{ Nodes []map[string]any }
			if err := json.Unmarshal(answer.Data, &data); err != nil {
				t.Fatal(err)
			}
			for _, n := range data.Nodes {
				collect(schema, d, n, seen, next)
			}
		}
	}
	var names []string
	for name := range next {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		var more []string
		for id := range next[name] {
			if len(more) < 100 {
				more = append(more, id)
			}
		}
		sort.Strings(more)
		visit(t, env, schema, seen, schema.Types[name], more, done, depth)
	}
}

// groupings holds the arguments of fields that return groups.
var groupings = map[string][]string{
	"positions": {"", "(by: PRODUCT_LINE)", "(by: ACCOUNT)"},
	"renewals": {`(from: "2026-06-01", to: "2027-06-01", by: [MONTH, UNIT])`,
		`(from: "2026-06-01", to: "2027-06-01", by: PRODUCT_LINE)`},
	"renewalForecast":  {`(months: 14, from: "2026-06-01")`},
	"coverageTimeline": {`(from: "2026-06-01", to: "2027-06-01")`},
}

// selections returns a field as selection does, once for each of its groupings.
func selections(schema *ast.Schema, f *ast.FieldDefinition, depth int) []string {
	written := selection(schema, f, depth)
	if groupings[f.Name] == nil {
		return []string{written}
	}
	var all []string
	for _, args := range groupings[f.Name] {
		all = append(all, f.Name+args+strings.TrimPrefix(written, f.Name+groupings[f.Name][0]))
	}
	return all
}

// selection returns the GraphQL text of a field with all fields below it, to a depth.
func selection(schema *ast.Schema, f *ast.FieldDefinition, depth int) string {
	d := schema.Types[f.Type.Name()]
	if d.Kind == ast.Interface {
		return f.Name + eachType(schema, d)
	}
	if d.Kind != ast.Object {
		return f.Name
	}
	args := ""
	if of := groupings[f.Name]; of != nil {
		args = of[0]
	}
	if f.Arguments.ForName("first") != nil {
		args = "(first: 3)"
	}
	var below []string
	for _, inner := range d.Fields {
		if strings.HasPrefix(inner.Name, "__") {
			continue
		}
		typ := schema.Types[inner.Type.Name()]
		switch {
		case typ.Kind == ast.Interface:
			below = append(below, inner.Name+eachType(schema, typ))
		case typ.Kind != ast.Object:
			below = append(below, inner.Name)
		case inner.Name == "node" || inner.Name == "nodes" || inner.Name == "edges" || inner.Name == "pageInfo" ||
			!slices.Contains(typ.Interfaces, "Node") && typ.Fields.ForName("edges") == nil:
			below = append(below, selection(schema, inner, depth))
		case depth > 0 && typ.Fields.ForName("edges") == nil:
			below = append(below, inner.Name+" { id }")
		}
	}
	return f.Name + args + " { " + strings.Join(below, " ") + " }"
}

// eachType returns inline fragments with every field of each possible type of a value.
func eachType(schema *ast.Schema, d *ast.Definition) string {
	parts := []string{"__typename"}
	for _, typ := range schema.GetPossibleTypes(d) {
		var names []string
		for _, f := range typ.Fields {
			if !strings.HasPrefix(f.Name, "__") {
				names = append(names, f.Name)
			}
		}
		parts = append(parts, "... on "+typ.Name+" { "+strings.Join(names, " ")+" }")
	}
	return " { " + strings.Join(parts, " ") + " }"
}

// collect records which fields had a value, and the ids of the nodes below.
func collect(schema *ast.Schema, d *ast.Definition, object map[string]any, seen map[string]bool,
	next map[string]map[string]bool) {
	for name, value := range object {
		f := d.Fields.ForName(name)
		if f == nil || value == nil {
			continue
		}
		typ := schema.Types[f.Type.Name()]
		for _, v := range flatten(value) {
			seen[d.Name+"."+name] = true
			inner, ok := v.(map[string]any)
			if ok && typ.Kind == ast.Interface {
				typename, _ := inner["__typename"].(string)
				collect(schema, schema.Types[typename], inner, seen, next)
				continue
			}
			if !ok || typ.Kind != ast.Object {
				continue
			}
			if id, ok := inner["id"].(string); ok {
				if next[typ.Name] == nil {
					next[typ.Name] = map[string]bool{}
				}
				next[typ.Name][id] = true
			}
			collect(schema, typ, inner, seen, next)
		}
	}
}

func flatten(value any) []any {
	list, ok := value.([]any)
	if !ok {
		return []any{value}
	}
	return list
}
