package plan_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

const catalogContract = `
interface Node { id: ID! }
enum Kind { PRODUCT SUITE }
type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
type Query {
  product(id: ID!): Product
  found(ids: [ID!]!): [Product]
  products(first: Int, last: Int, after: String, before: String): ProductConnection
  lines: [Line!]
  note: Remark
}
type Product implements Node {
  id: ID!
  name: String!
  upper: String
  line: Line
  features: [Listed!]!
  note: Note
}
type Line { id: ID! name: String! products(first: Int, last: Int, after: String, before: String): ProductConnection }
type Listed { id: ID! }
type Note { text: String line: Line }
type Remark { text: String }
type ProductConnection { edges: [ProductEdge!]! nodes: [Product!]! pageInfo: PageInfo! totalCount: Int! }
type ProductEdge { node: Product! cursor: String! }
`

type note struct{ Text string }

func noID(*plan.Call, plan.Row) gid.ID { return 0 }

func noIDs(*plan.Call, plan.Row) ([]gid.ID, error) { return nil, nil }

func noValue(*plan.Call, plan.Row) any { return nil }

// catalogObjects returns declarations that fit catalogContract.
func catalogObjects() map[string]*plan.Object {
	return map[string]*plan.Object{
		"Query": {Name: "Query", Fields: plan.Fields{
			"product":  plan.Key(noID),
			"found":    plan.Keys(noIDs),
			"products": plan.Page(plan.List{Order: page.Order{Name: "NAME", Columns: []string{"name"}}}),
			"lines":    plan.Short(plan.List{Order: page.Order{Name: "ID"}}),
			"note":     plan.Plain(noValue),
		}},
		"Product": {Name: "Product", ID: gid.Product, Table: page.TableNamed("products"), Fields: plan.Fields{
			"upper":    plan.Plain(noValue, "name"),
			"line":     plan.One("product_line_id"),
			"features": plan.Short(plan.List{Partition: "product_id", Order: page.Order{Name: "ID"}}),
			"note":     plan.Plain(noValue, "name").With("line", "product_line_id"),
		}},
		"Line": {Name: "Line", Table: page.TableNamed("product_lines"), Fields: plan.Fields{
			"products": plan.Page(plan.List{Partition: "product_line_id",
				Order: page.Order{Name: "NAME", Columns: []string{"name"}}}),
		}},
		"Listed": {Name: "Listed", Table: page.TableNamed("product_features")},
		"Note":   {Name: "Note", Value: (*note)(nil), Fields: plan.Fields{"line": plan.Outer()}},
		"Remark": {Name: "Remark", Value: (*note)(nil)},
	}
}

func tableOf(t testing.TB, contract string, objects map[string]*plan.Object, more ...*plan.Object) error {
	list := more
	for _, o := range objects {
		list = append(list, o)
	}
	_, err := plan.NewTable(schema(t, contract), asGiven, nil, list...)
	return err
}

func TestDeclarationsThatFitAreTaken(t *testing.T) {
	if err := tableOf(t, catalogContract, catalogObjects()); err != nil {
		t.Error(err)
	}
}

func TestDeclarationsThatDoNotFitAreRefused(t *testing.T) {
	byName := page.Order{Name: "NAME", Columns: []string{"name"}}
	for name, c := range map[string]struct {
		change func(o map[string]*plan.Object)
		want   string // part of the error, which names the field
	}{
		"a type that nothing feeds": {func(o map[string]*plan.Object) { delete(o, "Line") }, "Line"},
		"a field that nothing feeds": {
			func(o map[string]*plan.Object) { delete(o["Product"].Fields, "line") }, "Product.line"},
		"a scalar that nothing feeds": {func(o map[string]*plan.Object) { delete(o["Product"].Fields, "upper") },
			"Product.upper"},
		"a root that nothing feeds": {func(o map[string]*plan.Object) { delete(o["Query"].Fields, "products") },
			"Query.products"},
		"a struct without the field": {func(o map[string]*plan.Object) {
			o["Note"].Value = (*struct{ Texts string })(nil)
		}, "Note.text"},
		"a field that is not there": {func(o map[string]*plan.Object) {
			o["Product"].Fields["size"] = plan.Plain(
				noValue)
		}, "Product.size"},
		"a type that is not there": {func(o map[string]*plan.Object) {
			o["X"] = &plan.Object{Name: "X",
				Table: page.TableNamed("products")}
		}, "X"},
		"an unknown column": {func(o map[string]*plan.Object) {
			o["Product"].Fields["upper"] = plan.Plain(noValue, "title")
		}, "Product.upper"},
		"an unknown column of a reference": {func(o map[string]*plan.Object) {
			o["Product"].Fields["line"] = plan.One(
				"line_id")
		}, "Product.line"},
		"an unknown path": {func(o map[string]*plan.Object) {
			o["Product"].Fields["upper"] = plan.Plain(noValue, "product_line_id.title")
		}, "Product.upper"},
		"a path through no reference": {func(o map[string]*plan.Object) {
			o["Product"].Fields["upper"] = plan.Plain(
				noValue, "name.id")
		}, "Product.upper"},
		"an unknown own column": {func(o map[string]*plan.Object) {
			o["Product"].Fields["line"].OrOwn(
				"user_id")
		}, "Product.line"},
		"an unknown outer column": {func(o map[string]*plan.Object) {
			o["Product"].Fields["note"].With("line", "line_id")
		}, "Product.note"},
		"an unknown column of a fact": {func(o map[string]*plan.Object) {
			o["Product"].Fields["upper"].Using(
				&unknownFact.Fact)
		}, "Product.upper"},
		"an unknown column of a keyed fact": {func(o map[string]*plan.Object) {
			o["Product"].Fields["note"].UsingKeyed(&unknownKeyedFact.KeyedFact)
		}, "Product.note"},
		"a scalar that asks": {func(o map[string]*plan.Object) {
			o["Product"].Fields["upper"].UsingKeyed(
				&emptyKeyedFact.KeyedFact)
		}, "Product.upper"},
		"a value that holds no id": {func(o map[string]*plan.Object) {
			o["Product"].Fields["note"] = plan.Plain(noValue).WithOwn("line")
		}, "Product.note"},
		"an unknown partition": {func(o map[string]*plan.Object) {
			o["Line"].Fields["products"] = plan.Page(plan.List{Partition: "line_id", Order: byName})
		}, "Line.products"},
		"an unknown partition of a list": {func(o map[string]*plan.Object) {
			o["Product"].Fields["features"] = plan.Short(plan.List{Partition: "suite_id"})
		}, "Product.features"},
		"an unknown link": {func(o map[string]*plan.Object) {
			o["Product"].Fields["features"] = plan.Short(plan.List{Partition: "product_id", Table: "product_features",
				Through: "listed_id"})
		}, "Product.features"},
		"an unknown table": {func(o map[string]*plan.Object) {
			o["Query"].Fields["lines"] = plan.Short(
				plan.List{Table: "lines"})
		}, "Query.lines"},
		"an unknown column of an order": {func(o map[string]*plan.Object) {
			o["Query"].Fields["products"] = plan.Page(
				plan.List{Order: page.Order{Name: "X", Columns: []string{"title"}}})
		}, "Query.products"},
		"an unknown column of another order": {func(o map[string]*plan.Object) {
			o["Query"].Fields["products"] = plan.Page(plan.List{Order: byName,
				Orders: []page.Order{{Name: "X", Columns: []string{"title"}}}})
		}, "Query.products"},
		"a column of an order that can be null": {func(o map[string]*plan.Object) {
			o["Query"].Fields["products"] = plan.Page(
				plan.List{Order: page.Order{Name: "X", Columns: []string{"license_model_id"}}})
		}, "Query.products: the order X has the column license_model_id, which can be null"},
		"a column of another order that can be null": {func(o map[string]*plan.Object) {
			o["Line"].Fields["products"] = plan.Page(plan.List{Partition: "product_line_id", Order: byName,
				Orders: []page.Order{{Name: "X", Columns: []string{"name", "license_model_id"}}}})
		}, "Line.products: the order X has the column license_model_id, which can be null"},
		"one for a list": {
			func(o map[string]*plan.Object) { o["Query"].Fields["found"] = plan.Key(noID) }, "Query.found"},
		"a column for a list": {func(o map[string]*plan.Object) {
			o["Product"].Fields["features"] = plan.One(
				"product_line_id")
		}, "Product.features"},
		"a list for one": {func(o map[string]*plan.Object) {
			o["Query"].Fields["product"] = plan.Keys(
				noIDs)
		}, "Query.product"},
		"a short list for one": {func(o map[string]*plan.Object) {
			o["Product"].Fields["line"] = plan.Short(
				plan.List{Partition: "id"})
		}, "Product.line"},
		"a page for one": {func(o map[string]*plan.Object) {
			o["Product"].Fields["line"] = plan.Page(
				plan.List{Order: byName})
		}, "Product.line"},
		"a page for a list": {func(o map[string]*plan.Object) {
			o["Query"].Fields["lines"] = plan.Page(
				plan.List{Order: byName})
		}, "Query.lines"},
		"a list for a connection": {func(o map[string]*plan.Object) {
			o["Query"].Fields["products"] = plan.Short(
				plan.List{Order: byName})
		}, "Query.products"},
		"one for a connection": {func(o map[string]*plan.Object) {
			o["Query"].Fields["products"] = plan.Key(
				noID)
		}, "Query.products"},
		"a value for a connection": {func(o map[string]*plan.Object) {
			o["Query"].Fields["products"] = plan.Plain(
				noValue)
		}, "Query.products"},
		"objects for a scalar": {func(o map[string]*plan.Object) {
			o["Product"].Fields["upper"] = plan.One(
				"product_line_id")
		}, "Product.upper"},
		"a page for a scalar": {func(o map[string]*plan.Object) {
			o["Product"].Fields["upper"] = plan.Page(
				plan.List{Order: byName})
		}, "Product.upper"},
		"no Node in the table":    {func(o map[string]*plan.Object) { o["Product"].ID = 0 }, "Product"},
		"no Node in the contract": {func(o map[string]*plan.Object) { o["Line"].ID = gid.ProductLine }, "Line"},
		"outer of a row": {
			func(o map[string]*plan.Object) { o["Product"].Fields["line"] = plan.Outer() }, "Product.line"},
		"outer that nobody names": {func(o map[string]*plan.Object) {
			o["Product"].Fields["note"] = plan.Plain(
				noValue)
		}, "Product.note"},
		"outer that is not there": {func(o map[string]*plan.Object) {
			o["Product"].Fields["note"].With("lines",
				"product_line_id")
		}, "Product.note"},
		"a column of nothing": {func(o map[string]*plan.Object) {
			o["Query"].Fields["note"] = plan.Plain(noValue, "name")
		}, "Query.note"},
		"outer of the root": {func(o map[string]*plan.Object) {
			o["Query"].Fields["note"] = plan.Plain(noValue).With("line", "product_line_id")
		}, "Query.note"},
		"another table than the reference's": {func(o map[string]*plan.Object) {
			o["Product"].Fields["line"] = plan.One("license_model_id")
		}, "Product.line"},
	} {
		t.Run(name, func(t *testing.T) {
			objects := catalogObjects()
			c.change(objects)
			err := func() (err error) {
				defer func() {
					if r := recover(); r != nil {
						t.Errorf("it panics: %v, want nil", r)
						err = errors.New(c.want)
					}
				}()
				return tableOf(t, catalogContract, objects)
			}()
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want an error of %s", err, c.want)
			}
		})
	}
	if err := tableOf(t, catalogContract, catalogObjects(), catalogObjects()["Line"]); err == nil ||
		!strings.Contains(err.Error(), "Line is declared twice") {
		t.Errorf("declared twice: %v", err)
	}
}

var unknownFact = plan.NewFacts(func(*plan.Call, []plan.Row) ([]int, error) { return nil, nil }, "title")

var unknownKeyedFact = plan.NewKeyedFacts(func(*plan.Call, int, []plan.Row) ([]int, error) { return nil, nil },
	"title")

var emptyKeyedFact = plan.NewKeyedFacts(func(*plan.Call, int, []plan.Row) ([]int, error) { return nil, nil })

// Without the check, a column whose values do not fit its field would panic or give wrong values.
func TestColumnsMustHoldWhatTheirFieldsAnswer(t *testing.T) {
	for name, c := range map[string]struct {
		field, table string
		fits         bool
	}{
		"text for a text":        {"name: String!", "products", true},
		"enum for a text":        {"kind: String!", "products", true},
		"text for a number":      {"name: Int!", "products", false},
		"text for a truth":       {"name: Boolean!", "products", false},
		"text for an id":         {"name: ID!", "products", false},
		"number for a text":      {"createdAt: String!", "products", false},
		"number for an enum":     {"createdAt: Kind!", "products", false},
		"one for a list":         {"name: [String!]!", "products", false},
		"arguments":              {"name(of: String): String!", "products", false},
		"null for what must be":  {"endsOn: Int!", "memberships", false},
		"null for what may be":   {"endsOn: Int", "memberships", true},
		"no column of that name": {"nothing: Int", "products", false},
	} {
		t.Run(name, func(t *testing.T) {
			err := tableOf(t, "enum Kind { A } type Query { row: Row } type Row { "+c.field+" }",
				map[string]*plan.Object{
					"Query": {Name: "Query", Fields: plan.Fields{"row": plan.Key(noID)}},
					"Row":   {Name: "Row", Table: page.TableNamed(c.table)},
				})
			if (err == nil) != c.fits {
				t.Errorf("%v", err)
			}
			if err != nil && !strings.Contains(err.Error(), "Row.") {
				t.Errorf("%v does not name the field", err)
			}
		})
	}
}

// Fields that can fail on their own must be nullable, and fields that always have a value must not be.
func TestNullsMustBeWhereTheContractHasThem(t *testing.T) {
	for name, c := range map[string]struct{ now, then, want string }{
		"a field of the root": {"product(id: ID!): Product", "product(id: ID!): Product!",
			"Query.product must be nullable"},
		"a list of the root": {"lines: [Line!]\n", "lines: [Line!]!\n", "Query.lines must be nullable"},
		"a page of the root": {"before: String): ProductConnection\n  lines",
			"before: String): ProductConnection!\n  lines", "Query.products must be nullable"},
		"a page": {"before: String): ProductConnection }", "before: String): ProductConnection! }",
			"Line.products must be nullable"},
		"a field that asks": {"upper: String", "upper(of: String): String!", "Product.upper must be nullable"},
		"a list that asks": {"features: [Listed!]!", "features(of: String): [Listed!]!",
			"Product.features must be nullable"},
		"edges": {"edges: [ProductEdge!]!", "edges: [ProductEdge!]",
			"ProductConnection.edges must not be nullable"},
		"nodes": {"nodes: [Product!]!", "nodes: [Product!]",
			"ProductConnection.nodes must not be nullable"},
		"pageInfo": {"pageInfo: PageInfo!", "pageInfo: PageInfo",
			"ProductConnection.pageInfo must not be nullable"},
		"a node of an edge":   {"node: Product!", "node: Product", "ProductEdge.node must not be nullable"},
		"a cursor of an edge": {"cursor: String!", "cursor: String", "ProductEdge.cursor must not be nullable"},
		"a short list": {"features: [Listed!]!", "features: [Listed!]",
			"Product.features must not be nullable"},
		"a mutation": {"addProduct: AddProductPayload", "addProduct: AddProductPayload!",
			"Mutation.addProduct must be nullable"},
		"errors of a payload": {"errors: [Remark!]!", "errors: [Remark!]",
			"AddProductPayload.errors must not be nullable"},
		"effects of a payload": {"effects: [Remark!]!", "effects: [Remark!]",
			"AddProductPayload.effects must not be nullable"},
	} {
		t.Run(name, func(t *testing.T) {
			contract := catalogContract + `
type Mutation { addProduct: AddProductPayload }
type AddProductPayload { effects: [Remark!]! errors: [Remark!]! }
`
			objects := func() map[string]*plan.Object {
				o := catalogObjects()
				o["Mutation"] = &plan.Object{Name: "Mutation", Fields: plan.Fields{
					"addProduct": plan.Action(func(*plan.Call) (any, error) { return nil, nil })}}
				o["AddProductPayload"] = &plan.Object{Name: "AddProductPayload",
					Value: (*struct{ Effects, Errors []*note })(nil)}
				return o
			}
			if err := tableOf(t, contract, objects()); err != nil {
				t.Fatal(err)
			}
			changed := strings.Replace(contract, c.now, c.then, 1)
			if changed == contract {
				t.Fatalf("the contract has no %q", c.now)
			}
			if err := tableOf(t, changed, objects()); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %q", err, c.want)
			}
		})
	}
}
