package oracle_test

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/graph/oracle"
)

const contract = "../testdata/schema.golden.graphql"

// bench is a session over a schema, with a fake that returns the values.
type bench struct {
	*oracle.Session
	*oracle.Comparison
	fake fake
}

func start(t testing.TB, sdl string, pools oracle.Pools) bench {
	t.Helper()
	if slices.Contains(strings.Split(os.Getenv("MUNIMENT_TEST_SKIP"), ","), "web") {
		t.Skip("MUNIMENT_TEST_SKIP names web")
	}
	session, err := oracle.Start(t.Context(), oracle.Options{Schema: sdl, Pools: pools, Stderr: t.Output()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := session.Close(); err != nil {
			t.Error(err)
		}
	})
	comparison, err := oracle.NewComparison(sdl)
	if err != nil {
		t.Fatal(err)
	}
	return bench{session, comparison, fake{gqlparser.MustLoadSchema(&ast.Source{Input: sdl})}}
}

func startWithContract(t testing.TB) bench {
	sdl, err := os.ReadFile(contract)
	if err != nil {
		t.Fatal(err)
	}
	pools := oracle.Pools{
		"Query.lineItems": {map[string]any{"orderBy": "CREATED", "after": "text 1"},
			map[string]any{"before": "text 2"}},
		"activations":   {map[string]any{"after": "text 3"}, map[string]any{"before": "text 4"}},
		"devices.after": {"text 5"},
	}
	for i := range 12 {
		name := []string{"Account", "LineItem", "Entitlement"}[i%3]
		id := fmt.Sprintf("%s_%04d", strings.ToLower(name), i)
		pools["ID:"+name] = append(pools["ID:"+name], id)
		pools["ID"] = append(pools["ID"], id)
	}
	return start(t, string(sdl), pools)
}

func (b bench) generate(t *testing.T, draw oracle.Draw) []oracle.Document {
	t.Helper()
	documents, drafts, err := b.Generate(draw)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d documents, %d drafts: %d invalid, %d too large; about %d values and %d fields", len(documents),
		drafts.Drafts, drafts.Invalid, drafts.TooLarge, drafts.Values, drafts.Fields)
	if drafts.Invalid*20 > drafts.Drafts {
		t.Errorf("%d of %d drafts are invalid, such as %s", drafts.Invalid, drafts.Drafts, drafts.Example)
	}
	return documents
}

func (b bench) reference(t testing.TB, d oracle.Document) *oracle.Result {
	t.Helper()
	result, err := b.Execute(d, b.fake.answer)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// load validates a document once more, with the library of the server.
func (b bench) load(t *testing.T, d oracle.Document) *ast.QueryDocument {
	t.Helper()
	document, errs := gqlparser.LoadQuery(b.fake.schema, d.Text)
	if errs != nil {
		t.Fatalf("%v\n%s", errs, d)
	}
	return document
}

func (b bench) server(t *testing.T, d drawn, mistake string) *oracle.Result {
	t.Helper()
	p := plain{schema: b.fake.schema, document: d.parsed, answer: b.fake.answer, mistake: mistake}
	body, err := p.execute(d.Document)
	if err != nil {
		t.Fatal(err)
	}
	result, err := oracle.ReadResult(body)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// drawn is a random document with the response of the reference.
type drawn struct {
	oracle.Document
	parsed    *ast.QueryDocument
	reference *oracle.Result
}

func TestRandomDocuments(t *testing.T) {
	b := startWithContract(t)
	var all []drawn
	for _, d := range b.generate(t, oracle.Draw{Seed: 7, Count: 2500}) {
		all = append(all, drawn{d, b.load(t, d), b.reference(t, d)})
	}
	t.Run("equal executions show no difference", func(t *testing.T) { testEqual(t, b, all) })
	t.Run("mistakes are found", func(t *testing.T) { testMistakes(t, b, all[:200]) })
	t.Run("the whole contract is reached", func(t *testing.T) { testCoverage(t, b, all) })
}

func testEqual(t *testing.T, b bench, all []drawn) {
	failed, withErrors := 0, 0
	for _, d := range all {
		if difference := b.Compare(d.Document, b.server(t, d, ""), d.reference); difference != "" {
			if failed++; failed <= 3 {
				t.Error(difference)
			}
		}
		if len(d.reference.Errors) > 0 {
			withErrors++
		}
	}
	t.Logf("%d fields asked for; %d documents with errors, %d differ", b.Asked(), withErrors, failed)
	if withErrors < len(all)/10 {
		t.Error("hardly a document has errors")
	}
}

func testMistakes(t *testing.T, b bench, all []drawn) {
	for _, mistake := range mistakes {
		found := 0
		for _, d := range all {
			if b.Compare(d.Document, b.server(t, d, mistake), d.reference) != "" {
				found++
			}
		}
		t.Logf("%4d %s", found, mistake)
		if found == 0 {
			t.Errorf("no document finds that %s", mistake)
		}
	}
}

func TestDocumentsDependOnTheirSeedAlone(t *testing.T) {
	b := startWithContract(t)
	all := b.generate(t, oracle.Draw{Seed: 3, Count: 20})
	if again := b.generate(t, oracle.Draw{Seed: 3, Count: 10}); !reflect.DeepEqual(again, all[:10]) {
		t.Error("the same seed gives other documents")
	}
	if other := b.generate(t, oracle.Draw{Seed: 4, Count: 1}); other[0].Text == all[0].Text {
		t.Error("another seed gives the same document")
	}
}

// coverage walks documents and records which fields and arguments they use.
type coverage struct {
	fields    map[string]int
	arguments map[string]bool
	variables map[string]json.RawMessage
}

func (c *coverage) add(t *testing.T, d drawn) {
	c.variables = map[string]json.RawMessage{}
	if err := json.Unmarshal(d.Variables, &c.variables); err != nil {
		t.Fatal(err)
	}
	for _, operation := range d.parsed.Operations {
		c.walk(operation.SelectionSet)
	}
	for _, fragment := range d.parsed.Fragments {
		c.walk(fragment.SelectionSet)
	}
}

func (c *coverage) walk(set ast.SelectionSet) {
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			c.field(s)
			c.walk(s.SelectionSet)
		case *ast.InlineFragment:
			c.walk(s.SelectionSet)
		}
	}
}

func (c *coverage) field(f *ast.Field) {
	name := f.ObjectDefinition.Name + "." + f.Name
	c.fields[name]++
	for _, argument := range f.Definition.Arguments {
		how := "absent"
		if given := f.Arguments.ForName(argument.Name); given != nil {
			how = c.given(given.Value)
		}
		c.arguments[argument.Name+" "+how] = true
	}
}

func (c *coverage) given(value *ast.Value) string {
	if value.Kind == ast.Variable {
		given, present := c.variables[value.Raw]
		switch {
		case !present && value.VariableDefinition.DefaultValue == nil:
			return "absent by a variable"
		case !present:
			return "by a default of a variable"
		case string(given) == "null":
			return "null by a variable"
		}
		return "by a variable"
	}
	if value.Kind == ast.NullValue {
		return "null"
	}
	return "literal"
}

func testCoverage(t *testing.T, b bench, all []drawn) {
	c := &coverage{fields: map[string]int{}, arguments: map[string]bool{}}
	for _, d := range all {
		c.add(t, d)
	}
	var missing []string
	names := reachable(b.fake.schema)
	for _, name := range names {
		// Each month of a forecast has a page of lines, so that few documents with them are small enough. The test of
		// forecasts compares them.
		if c.fields[name] == 0 && !strings.HasPrefix(name, "ForecastLine") {
			missing = append(missing, name)
		}
	}
	t.Logf("of %d fields these are in no document: %v", len(names), missing)
	if len(missing)*100 > len(names) {
		t.Errorf("%d of %d fields are in no document: %v", len(missing), len(names), missing)
	}
	ways := []string{"absent", "literal", "null", "by a variable", "null by a variable", "absent by a variable",
		"by a default of a variable"}
	for _, argument := range []string{"first", "last", "after", "before", "orderBy", "filter", "on"} {
		for _, how := range ways {
			if !c.arguments[argument+" "+how] {
				t.Errorf("the argument %s is never %s", argument, how)
			}
		}
	}
}

// reachable returns the fields of all objects that a query can reach.
func reachable(schema *ast.Schema) (fields []string) {
	seen := map[string]bool{}
	var visit func(d *ast.Definition)
	visit = func(d *ast.Definition) {
		if seen[d.Name] || d.BuiltIn {
			return
		}
		seen[d.Name] = true
		if d.IsAbstractType() {
			for _, possible := range schema.GetPossibleTypes(d) {
				visit(possible)
			}
		}
		for _, f := range d.Fields {
			if !strings.HasPrefix(f.Name, "__") {
				fields = append(fields, d.Name+"."+f.Name)
				visit(schema.Types[f.Type.Name()])
			}
		}
	}
	visit(schema.Query)
	return fields
}

// BenchmarkFields measures the number of fields that are asked and answered per second.
func BenchmarkFields(b *testing.B) {
	bench := startWithContract(b)
	d := oracle.Document{Text: `{accounts(first: 3) {nodes {
		id name kind description entitlements(first: 3) {edges {cursor node {
			id number lineItems(first: 3) {nodes {
				id activationId status product {id name productLine {name}} used {amount unit {code}}}}}}}}}}`}
	bench.reference(b, d)
	asked := bench.Asked()
	for b.Loop() {
		bench.reference(b, d)
	}
	b.ReportMetric(float64(bench.Asked()-asked)/b.Elapsed().Seconds(), "fields/s")
	b.ReportMetric(float64(bench.Asked()-asked)/float64(b.N), "fields/op")
}
