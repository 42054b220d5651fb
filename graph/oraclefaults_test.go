package graph_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"

	"github.com/muniment/muniment/graph"
	"github.com/muniment/muniment/graph/oracle"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv"
)

// seededFault is a bug that a server could have. It is put into the declarations of fields, into the document before
// the server reads it, or into the text of the response.
type seededFault struct {
	fields   func(map[string]*plan.Object)
	document func(*rewriting)
	answer   func([]byte) []byte
}

// seededFaults must each be found by one document in 200.
var seededFaults = map[string]seededFault{
	"a field is kept by its alias alone": {document: func(r *rewriting) {
		kept := map[string]*ast.Field{}
		r.each(func(f *ast.Field) {
			key := f.ObjectDefinition.Name + "." + f.Name + " " + f.Alias
			if len(f.Definition.Arguments) == 0 {
				return
			}
			if first := kept[key]; first != nil {
				f.Arguments = first.Arguments
			} else {
				kept[key] = f
			}
		})
	}},
	"a column is not read": {fields: func(objects map[string]*plan.Object) {
		objects["Product"].Fields["startsOn"] = plan.Plain(func(*plan.Call, plan.Row) any { return nil })
	}},
	"first and last are swapped": {document: func(r *rewriting) {
		r.eachArgument(func(_ *ast.Field, a *ast.Argument) {
			if swapped, ok := map[string]string{"first": "last", "last": "first"}[a.Name]; ok {
				a.Name = swapped
			}
		})
	}},
	"relations are read without the scope": {fields: func(objects map[string]*plan.Object) {
		unscoped := func(column string) *plan.Field {
			return plan.Key(func(_ *plan.Call, r plan.Row) gid.ID { return r.ID(column) }, column).Unscoped()
		}
		objects["Entitlement"].Fields["channelPartner"] = unscoped("channel_partner_id")
		objects["LineageStep"].Fields["counterpart"] = unscoped("counterpart_id")
		objects["Actor"].Fields["user"] = plan.Key(func(_ *plan.Call, r plan.Row) gid.ID {
			return gid.ID(reflect.ValueOf(r.Value()).Elem().FieldByName("user").Int())
		}).Unscoped()
	}},
	"of nodes and edges only nodes count": {document: func(r *rewriting) {
		r.each(func(f *ast.Field) {
			nodes := func(s ast.Selection) bool { inner, ok := s.(*ast.Field); return ok && inner.Name == "nodes" }
			edges := func(s ast.Selection) bool { inner, ok := s.(*ast.Field); return ok && inner.Name == "edges" }
			if slices.ContainsFunc(f.SelectionSet, nodes) && slices.ContainsFunc(f.SelectionSet, edges) {
				f.SelectionSet = slices.DeleteFunc(f.SelectionSet, edges)
			}
		})
	}},
	"skip and include are ignored": {document: func(r *rewriting) { r.undirected = true }},
	"pages belong to the row before": {fields: func(objects map[string]*plan.Object) {
		objects["LineItem"].Fields["periods"] = shifted("line_item_id", entitlement.PeriodsInOrder)
		objects["Account"].Fields["memberships"] = shifted("account_id", account.MembershipsByID)
		objects["ProductLine"].Fields["products"] = shifted("product_line_id", catalog.ProductsByName)
	}},
	"pages are longer by one": {document: func(r *rewriting) {
		r.eachArgument(func(_ *ast.Field, a *ast.Argument) {
			if a.Name != "first" && a.Name != "last" {
				return
			}
			if n, err := a.Value.Value(r.variables); err == nil && n != nil {
				a.Value = &ast.Value{Kind: ast.IntValue, Raw: fmt.Sprint(asInt(n) + 1)}
			}
		})
	}},
	"a default is ignored": {document: func(r *rewriting) {
		r.each(func(f *ast.Field) {
			if d := f.Definition.Arguments.ForName("orderBy"); d != nil && f.Arguments.ForName("orderBy") == nil {
				f.Arguments = append(f.Arguments, &ast.Argument{Name: "orderBy",
					Value: &ast.Value{Kind: ast.EnumValue, Raw: "UPDATED"}})
			}
		})
	}},
	"totalCount counts the page": {answer: func(text []byte) []byte {
		return regexp.MustCompile(`"totalCount":([4-9]|\d\d+)\b`).ReplaceAll(text, []byte(`"totalCount":3`))
	}},
}

func asInt(v any) int64 {
	switch n := v.(type) {
	case int64:
		return n
	case json.Number:
		i, _ := n.Int64()
		return i
	case float64:
		return int64(n)
	}
	return 0
}

// before returns a function that returns the id of the row of its previous call.
func before() func(*plan.Call, plan.Row) gid.ID {
	var last gid.ID
	return func(_ *plan.Call, r plan.Row) gid.ID {
		id := r.ID("id")
		if last == 0 {
			last = id
		}
		previous := last
		last = id
		return previous
	}
}

func shifted(partition string, o page.Order) *plan.Field {
	return plan.Page(plan.List{Partition: partition, Order: o, Key: before(),
		Ordered: func(*plan.Call) page.Order { return o },
		Filter:  func(*plan.Call) (page.Where, any, error) { return nil, nil, nil }}).Needing("id")
}

// rewriting is a document into which a fault is put.
type rewriting struct {
	document   *ast.QueryDocument
	variables  map[string]any
	undirected bool
}

func (r *rewriting) eachArgument(do func(*ast.Field, *ast.Argument)) {
	r.each(func(f *ast.Field) {
		for _, a := range f.Arguments {
			do(f, a)
		}
	})
}

func (r *rewriting) each(do func(*ast.Field)) {
	var walk func(ast.SelectionSet)
	walk = func(set ast.SelectionSet) {
		for _, s := range set {
			switch s := s.(type) {
			case *ast.Field:
				do(s)
				walk(s.SelectionSet)
			case *ast.InlineFragment:
				walk(s.SelectionSet)
			}
		}
	}
	for _, o := range r.document.Operations {
		walk(o.SelectionSet)
	}
	for _, f := range r.document.Fragments {
		walk(f.SelectionSet)
	}
}

// text returns the document without fragments and variables that are no longer used.
func (r *rewriting) text() string {
	used, spread := map[string]bool{}, map[string]bool{}
	var value func(*ast.Value)
	value = func(v *ast.Value) {
		if v.Kind == ast.Variable {
			used[v.Raw] = true
		}
		for _, child := range v.Children {
			value(child.Value)
		}
	}
	directives := func(list *ast.DirectiveList) {
		if r.undirected {
			*list = nil
		}
		for _, d := range *list {
			for _, a := range d.Arguments {
				value(a.Value)
			}
		}
	}
	var walk func(ast.SelectionSet)
	walk = func(set ast.SelectionSet) {
		for _, s := range set {
			switch s := s.(type) {
			case *ast.Field:
				directives(&s.Directives)
				for _, a := range s.Arguments {
					value(a.Value)
				}
				walk(s.SelectionSet)
			case *ast.InlineFragment:
				directives(&s.Directives)
				walk(s.SelectionSet)
			case *ast.FragmentSpread:
				directives(&s.Directives)
				if f := r.document.Fragments.ForName(s.Name); !spread[s.Name] {
					spread[s.Name] = true
					walk(f.SelectionSet)
				}
			}
		}
	}
	for _, o := range r.document.Operations {
		walk(o.SelectionSet)
	}
	for _, o := range r.document.Operations {
		o.VariableDefinitions = slices.DeleteFunc(o.VariableDefinitions,
			func(d *ast.VariableDefinition) bool { return !used[d.Variable] })
	}
	r.document.Fragments = slices.DeleteFunc(r.document.Fragments,
		func(f *ast.FragmentDefinition) bool { return !spread[f.Name] })
	var b strings.Builder
	formatter.NewFormatter(&b).FormatQueryDocument(r.document)
	return b.String()
}

// One in 200 random documents finds each seeded fault. Whether one of a given 200 does is luck, so up to five times 200
// are drawn.
func TestMistakesAreFoundByRandomDocuments(t *testing.T) {
	skipOracle(t)
	const documents, draws = 200, 5
	seed := seedOfTest(t)
	env := testenv.New(t, store.Config{Directory: t.TempDir()})
	w := newOracleWorld(t, env)
	sought := map[string]graphql.ExecutableSchema{}
	for name, fault := range seededFaults {
		sought[name] = w.schema
		if fault.fields != nil {
			var err error
			sought[name], err = graph.NewFaultySchema(graph.Options{Store: env.Store, Services: env.Services,
				Today: testenv.Day, ServiceLinks: testenv.ServiceLinks}, fault.fields)
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	for i := range draws {
		drawn := w.draw(t, seed+i*len(w.viewers), documents)
		for _, name := range slices.Sorted(maps.Keys(sought)) {
			at := slices.IndexFunc(drawn, func(d drawnDocument) bool {
				return w.finds(t, seededFaults[name], sought[name], d)
			})
			if at >= 0 {
				t.Logf("document %d finds that %s", i*documents+at+1, name)
				delete(sought, name)
			}
		}
		if len(sought) == 0 {
			return
		}
	}
	for _, name := range slices.Sorted(maps.Keys(sought)) {
		t.Errorf("none of %d documents finds that %s", draws*documents, name)
	}
}

// drawnDocument is a document on which the server and the reference agree.
type drawnDocument struct {
	oracle.Document
	viewer string
	want   *oracle.Result
}

// draw draws documents of all viewers in turn.
func (w *oracleWorld) draw(t *testing.T, seed, count int) []drawnDocument {
	t.Helper()
	names := slices.Sorted(maps.Keys(w.viewers))
	drawn := make([]drawnDocument, 0, count)
	for i, name := range names {
		who := w.viewers[name]
		a := w.answerer(t, who)
		session := w.session(t, w.pools(a, seed))
		list, _, err := session.Generate(oracle.Draw{Seed: seed + i, Count: (count + len(names) - 1) / len(names)})
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range list {
			a.Begin()
			want, err := session.Execute(d, a.Answer)
			if err != nil {
				t.Fatal(err)
			}
			if w.compares.Compare(d, send(t, w.handler(w.schema, who), d), want) == "" {
				drawn = append(drawn, drawnDocument{d, name, want})
			}
		}
	}
	shuffle := rand.New(rand.NewPCG(uint64(seed), 2)).Shuffle
	shuffle(len(drawn), func(i, j int) { drawn[i], drawn[j] = drawn[j], drawn[i] })
	return drawn[:min(count, len(drawn))]
}

func (w *oracleWorld) finds(t *testing.T, fault seededFault, schema graphql.ExecutableSchema, d drawnDocument) bool {
	t.Helper()
	faulty := d.Document
	if fault.document != nil {
		parsed, errs := gqlparser.LoadQuery(w.schema.Schema(), d.Text)
		if errs != nil {
			t.Fatal(errs)
		}
		r := &rewriting{document: parsed, variables: map[string]any{}}
		decoder := json.NewDecoder(bytes.NewReader(d.Variables))
		decoder.UseNumber()
		if err := decoder.Decode(&r.variables); err != nil {
			t.Fatal(err)
		}
		fault.document(r)
		faulty.Text = r.text()
	}
	got := send(t, w.handler(schema, w.viewers[d.viewer]), faulty)
	if fault.answer != nil {
		got.Data = fault.answer(got.Data)
	}
	return w.compares.Compare(d.Document, got, d.want) != ""
}
