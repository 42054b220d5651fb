package plan_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/fixture"
	"github.com/muniment/muniment/internal/vocabulary"
)

// products inserts three products of two product lines, and returns the ids of the lines and products.
func products(t *testing.T, s *store.Store) (lines, list []gid.ID) {
	t.Helper()
	fixture.Fill(t, s, func(f *fixture.Fixture) {
		c := f.Client()
		for n := range 2 {
			id := gid.Derive(gid.ProductLine, 0, "plan", fmt.Sprint(n), 0)
			if err := c.ProductLine.Create().SetID(id).SetName(fmt.Sprint("line ", n)).SetCreatedAt(1).
				Exec(f.Context()); err != nil {
				t.Fatal(err)
			}
			lines = append(lines, id)
		}
		for n := range 3 {
			id := gid.Derive(gid.Product, 0, "plan", fmt.Sprint(n), 0)
			if err := c.Product.Create().SetID(id).SetName(fmt.Sprint("product ", n)).SetVersion("1").
				SetProductLineID(lines[n/2]).
				SetLicenseModelID(f.LicenseModel).SetKind(vocabulary.ProductKindProduct).
				SetState(vocabulary.CatalogStateAvailable).
				SetCreatedAt(1).Exec(f.Context()); err != nil {
				t.Fatal(err)
			}
			list = append(list, id)
		}
	})
	return lines, list
}

// overStore reads snapshots of a store, and appends the maximum number of statements of each to announced.
func overStore(s *store.Store, announced *[]int) snapshot {
	all := store.Everything()
	return func(ctx context.Context, most int, read func(*page.View) error) error {
		if announced != nil {
			*announced = append(*announced, most)
		}
		return s.Snapshot(ctx, &all, most, read)
	}
}

// A field that reads a column that it does not declare must not get an empty value.
func TestColumnsThatWereNotDeclaredAreNotRead(t *testing.T) {
	s := database.Open(t, store.Config{Directory: t.TempDir()})
	_, list := products(t, s)
	for name, read := range map[string]func(r plan.Row) any{
		"text":  func(r plan.Row) any { return r.Text("version") },
		"null":  func(r plan.Row) any { return fmt.Sprint(r.Null("version")) },
		"id":    func(r plan.Row) any { return r.ID("license_model_id").String() },
		"day":   func(r plan.Row) any { return fmt.Sprint(r.Day("created_at")) },
		"enum":  func(r plan.Row) any { return plan.Enum[vocabulary.ProductKind](r, "kind") },
		"truth": func(r plan.Row) any { return fmt.Sprint(r.Bool("created_at")) },
		"path":  func(r plan.Row) any { return r.Text("product_line_id.name") },
		"none":  func(r plan.Row) any { return r.Text("no column") },
		"ids":   func(r plan.Row) any { return fmt.Sprint(plan.IDs([]plan.Row{r}, "license_model_id")) },
		"value": func(r plan.Row) any { return r.Value().(*note).Text },
		"type":  func(r plan.Row) any { return fmt.Sprint(r.Int("name")) },
		"fact":  func(r plan.Row) any { return fmt.Sprint(unasked.Of(r)) },
	} {
		t.Run(name, func(t *testing.T) {
			objects := catalogObjects()
			objects["Query"].Fields["product"] = plan.Key(func(*plan.Call, plan.Row) gid.ID { return list[0] })
			objects["Product"].Fields["upper"] = plan.Plain(
				func(_ *plan.Call, r plan.Row) any { return read(r) }, "name")
			c := newTiny(t, schema(t, catalogContract), overStore(s, nil), values(objects)...)
			got := c.ask(t.Context(), t, `{ product(id: "x") { name upper again: name } }`, nil)
			if string(got.Data) != `{"product":{"name":"product 0","upper":null,"again":"product 0"}}` {
				t.Errorf("%s, want %q", got.Data, `{"product":{"name":"product 0","upper":null,"again":"product 0"}}`)
			}
			if diff := cmp.Diff([]string{"product.upper INTERNAL"}, codes(got.Errors)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

var unasked = plan.NewFacts(func(_ *plan.Call, rows []plan.Row) ([]int, error) { return make([]int, len(rows)), nil })

func values(objects map[string]*plan.Object) []*plan.Object {
	list := make([]*plan.Object, 0, len(objects))
	for _, o := range objects {
		list = append(list, o)
	}
	return list
}

// Keys, filters and facts that panic or fail affect only their own field.
func TestFailuresBeforeAFetchStayWithTheirField(t *testing.T) {
	s := database.Open(t, store.Config{Directory: t.TempDir()})
	_, list := products(t, s)
	failed := errors.New("failed")
	fact := func(load func(rows []plan.Row) ([]int, error)) *plan.Fact {
		known := plan.NewFacts(func(_ *plan.Call, rows []plan.Row) ([]int, error) { return load(rows) }, "name")
		return &known.Fact
	}
	for name, c := range map[string]struct {
		field *plan.Field
		name  string
		want  string
	}{
		"key panics": {plan.Key(func(*plan.Call, plan.Row) gid.ID { panic("boom") }), "line", "INTERNAL"},
		"key fails":  {plan.Find(func(*plan.Call, plan.Row) (gid.ID, error) { return 0, failed }), "line", "failed"},
		"fact fails": {plan.One("product_line_id").
			Using(fact(func([]plan.Row) ([]int, error) { return nil, failed })), "line", "failed"},
		"fact panics": {plan.One("product_line_id").Using(fact(func([]plan.Row) ([]int, error) { panic("boom") })),
			"line", "INTERNAL"},
		"too few facts": {plan.One("product_line_id").
			Using(fact(func([]plan.Row) ([]int, error) { return []int{1}, nil })), "line",
			"a fact of Product was answered for 1 of 3 rows"},
		"missing": {plan.Key(func(*plan.Call, plan.Row) gid.ID { return gid.New(gid.ProductLine, 0) }).
			Required("line", "line"), "line", "NOT_FOUND"},
		"zero is missed": {plan.Key(noID).Required("line", "line"), "line", "NOT_FOUND"},
	} {
		t.Run(name, func(t *testing.T) {
			objects := catalogObjects()
			objects["Query"].Fields["found"] = plan.Keys(func(*plan.Call, plan.Row) ([]gid.ID, error) {
				return list,
					nil
			})
			objects["Product"].Fields[c.name] = c.field
			tiny := newTiny(t, schema(t, catalogContract), overStore(s, nil), values(objects)...)
			got := tiny.ask(t.Context(), t, `{ found(ids: []) { name line { name } } product(id: "x") { id } }`, nil)
			want := `{"found":[{"name":"product 0","line":null},{"name":"product 1","line":null},{"name":"product 2","line":null}],"product":null}`
			if string(got.Data) != want {
				t.Errorf("%s, want %v", got.Data, want)
			}
			var errs []string
			for n := range 3 {
				errs = append(errs, fmt.Sprintf("found[%d].line %s", n, c.want))
			}
			if diff := cmp.Diff(errs, codes(got.Errors)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestListsThatFailStayWithTheirField(t *testing.T) {
	s := database.Open(t, store.Config{Directory: t.TempDir()})
	failed := errors.New("failed")
	for name, c := range map[string]struct {
		list plan.List
		want string
	}{
		"filter fails": {
			plan.List{Filter: func(*plan.Call) (page.Where, any, error) { return nil, nil, failed }}, "failed"},
		"filter panics": {plan.List{Filter: func(*plan.Call) (page.Where, any, error) { panic("boom") }}, "INTERNAL"},
		"order panics":  {plan.List{Ordered: func(*plan.Call) page.Order { panic("boom") }}, "INTERNAL"},
		"where panics": {plan.List{Filter: func(*plan.Call) (page.Where, any, error) {
			return func(*page.Query) { panic("boom") }, nil, nil
		}}, "INTERNAL"},
	} {
		t.Run(name, func(t *testing.T) {
			objects := catalogObjects()
			objects["Query"].Fields["products"] = plan.Page(c.list)
			tiny := newTiny(t, schema(t, catalogContract), overStore(s, nil), values(objects)...)
			for _, selection := range []string{"nodes { id }", "totalCount", "edges { cursor } totalCount",
				"pageInfo { hasNextPage }"} {
				if name == "order panics" && selection == "totalCount" {
					continue
				}
				got := tiny.ask(t.Context(), t, "{ products { "+selection+" } lines { name } }", nil)
				if string(got.Data) != `{"products":null,"lines":[]}` {
					t.Errorf(`%s: %s, want {"products":null,"lines":[]}`, selection, got.Data)
				}
				if len(got.Errors) != 1 || !strings.HasPrefix(codes(got.Errors)[0], "products") ||
					!strings.HasSuffix(codes(got.Errors)[0], c.want) {
					t.Errorf(
						`%s: %v, want len(Errors) = 1, codes[0] "products" at its beginning and codes[0] %v at its end`,
						selection, codes(got.Errors), c.want)
				}
			}
		})
	}
}

// A fact is loaded once for all fields and rows of a selection.
func TestFactsAreLearnedOnceForAPlace(t *testing.T) {
	s := database.Open(t, store.Config{Directory: t.TempDir()})
	_, list := products(t, s)
	var asked []int
	fact := plan.NewFacts(func(_ *plan.Call, rows []plan.Row) ([]string, error) {
		asked = append(asked, len(rows))
		out := make([]string, len(rows))
		for i, r := range rows {
			out[i] = "about " + r.Text("name")
		}
		return out, nil
	}, "name")
	objects := catalogObjects()
	objects["Query"].Fields["found"] = plan.Keys(func(*plan.Call, plan.Row) ([]gid.ID, error) {
		return []gid.ID{list[2], list[0], list[2]}, nil
	})
	objects["Product"].Fields["upper"] = plan.Plain(func(_ *plan.Call, r plan.Row) any { return fact.Of(r) }).
		Using(&fact.Fact)
	tiny := newTiny(t, schema(t, catalogContract), overStore(s, nil), values(objects)...)
	got := tiny.ask(t.Context(), t, "{ found(ids: []) { upper again: upper } }", nil)
	want := `{"found":[{"upper":"about product 2","again":"about product 2"},{"upper":"about product 0","again":"about product 0"},` +
		`{"upper":"about product 2","again":"about product 2"}]}`
	if string(got.Data) != want || len(got.Errors) > 0 {
		t.Errorf("%s %v, want Data = %v and len(Errors) = 0", got.Data, got.Errors, want)
	}
	if diff := cmp.Diff([]int{2}, asked); diff != "" {
		t.Errorf("number of rows at each load of the fact:\n%s", diff)
	}
}

// A snapshot must not run more statements than announced: further ones could see a later state of the database.
func TestASnapshotRunsNoMoreStatementsThanAnnounced(t *testing.T) {
	s := database.Open(t, store.Config{Directory: t.TempDir()})
	_, list := products(t, s)
	objects := catalogObjects()
	objects["Query"].Fields["product"] = plan.Key(func(*plan.Call, plan.Row) gid.ID { return list[0] })
	for document, want := range map[string]struct {
		statements, most int
	}{
		`{ __typename }`:                                                                         {0, 1},
		`{ products { totalCount } }`:                                                            {1, 1},
		`{ products { __typename } }`:                                                            {0, 1},
		`{ products { nodes { name } } }`:                                                        {1, 1},
		`{ products { nodes { name line { name } } } }`:                                          {1, 1},
		`{ products { nodes { name } totalCount } }`:                                             {2, 2},
		`{ products { pageInfo { endCursor } } }`:                                                {1, 1},
		`{ products { edges { cursor } nodes { id } } }`:                                         {1, 1},
		`{ lines { name products { nodes { name } } } }`:                                         {2, 2},
		`{ a: lines { name } b: lines { name } }`:                                                {2, 2},
		`{ product(id: "x") { features { id } } }`:                                               {2, 2},
		`{ lines { products { totalCount edges { node { line { name } features { id } } } } } }`: {4, 4},
	} {
		var announced []int
		tiny := newTiny(t, schema(t, catalogContract), overStore(s, &announced), values(objects)...)
		ctx, counter := store.WithCounter(t.Context())
		got := tiny.ask(ctx, t, document, nil)
		if len(got.Errors) > 0 {
			t.Errorf("%s: %v, want none", document, got.Errors)
		}
		if counter.Count() != want.statements {
			t.Errorf("%s: %d statements, want %d: %q", document, counter.Count(), want.statements,
				counter.Statements())
		}
		if len(announced) != 1 || announced[0] != want.most {
			t.Errorf("%s: %v statements announced, want %d", document, announced, want.most)
		}
	}
}

func TestAnswersThatAreTooLarge(t *testing.T) {
	whole := func(got string, errs []string) {
		t.Helper()
		if got != "null" || len(errs) != 1 || !strings.HasSuffix(errs[0], " "+string(plan.AnswerTooLarge)) {
			t.Errorf(`%.100s %v, want got = "null", len(errs) = 1 and errs[0] %v at its end`, got, errs,
				" "+string(plan.AnswerTooLarge))
		}
	}
	many := make([]*thing, 200_001)
	shared := of("a", "x")
	for i := range many {
		many[i] = shared
	}
	got := contractOf(t, map[string]any{"things": many}).ask(t.Context(), t, "{ things { a } }", nil)
	whole(string(got.Data), codes(got.Errors))
	got = contractOf(t, map[string]any{"things": many[:199_000]}).ask(t.Context(), t, "{ things { a } }", nil)
	if len(got.Errors) > 0 || len(got.Data) < 199_000 {
		t.Errorf("199000 objects: %v, want len(Errors) = 0 and len(Data) >= 199_000", codes(got.Errors))
	}
	half := many[:100_001]
	got = contractOf(t, map[string]any{"things": half}).ask(t.Context(), t, "{ things { a } again: things { a } }",
		nil)
	whole(string(got.Data), codes(got.Errors))
	long := of("a", strings.Repeat("x", 1<<20))
	got = contractOf(t, map[string]any{"things": []*thing{long, long, long}}).ask(
		t.Context(), t, "{ things { a } }", nil)
	if len(got.Errors) > 0 || len(got.Data) < 3<<20 {
		t.Errorf("3 MB: %v, want len(Errors) = 0 and len(Data) >= %v", codes(got.Errors), 3<<20)
	}
	list := make([]*thing, 33)
	for i := range list {
		list[i] = long
	}
	c := contractOf(t, map[string]any{"things": list})
	got = c.ask(t.Context(), t, "{ things { a } }", nil)
	whole(string(got.Data), codes(got.Errors))
	// Nullable fields must not make a response partial if it is too large.
	got = contractOf(t, map[string]any{"things": list, "thing": of()}).ask(t.Context(), t,
		"{ things { a child { b } } thing { b } }", nil)
	whole(string(got.Data), codes(got.Errors))
}

// An operation whose deadline has passed fetches nothing more and returns no response.
func TestTheDeadlineCountsBetweenFetches(t *testing.T) {
	s := database.Open(t, store.Config{Directory: t.TempDir()})
	_, list := products(t, s)
	for _, document := range []string{
		`{ product(id: "x") { note { text line { name products { nodes { id } } } } } }`,
		`{ product(id: "x") { note { text line { name } } features { id } } }`,
	} {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		ctx, counter := store.WithCounter(ctx)
		objects := catalogObjects()
		objects["Query"].Fields["product"] = plan.Key(func(*plan.Call, plan.Row) gid.ID { return list[0] })
		objects["Product"].Fields["note"] = plan.Plain(func(*plan.Call, plan.Row) any {
			cancel()
			return &note{"late"}
		}).With("line", "product_line_id")
		got := newTiny(t, schema(t, catalogContract), overStore(s, nil), values(objects)...).ask(ctx, t, document, nil)
		if got != nil {
			t.Errorf("%s: %s %v, want nil", document, got.Data, got.Errors)
		}
		if n := counter.Count(); n > 2 {
			t.Errorf("%s: %d statements: %q, want 2 or less", document, n, counter.Statements())
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	ctx, counter := store.WithCounter(ctx)
	if got := newTiny(t, schema(t, catalogContract), overStore(s, nil), values(catalogObjects())...).ask(ctx, t,
		"{ lines { name } }", nil); got != nil || counter.Count() != 0 {
		t.Errorf("%+v after %d statements, want got = nil and statements = 0", got, counter.Count())
	}
	if err := s.Ping(t.Context()); err != nil {
		t.Error(err)
	}
}

const changeContract = `
type Query { n: Int }
type Mutation { change(by: Int): Payload }
type Payload { n: Int! thing: Thing }
type Thing { a: String! }`

type result struct {
	N     any
	Thing *thing
}

// Mutations run and are answered in order. One that fails is null with an error, and the others are still run.
func TestChangesAreAnsweredOneByOne(t *testing.T) {
	var done []int
	text := schema(t, changeContract)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	snapshots := 0
	c := newTiny(t, text, func(_ context.Context, _ int, read func(*page.View) error) error {
		snapshots++
		if snapshots == 100 {
			return errors.New("no database")
		}
		return read(nil)
	}, &plan.Object{Name: "Query", Fields: plan.Fields{"n": plan.Plain(noValue)}},
		&plan.Object{Name: "Mutation", Fields: plan.Fields{"change": plan.Action(func(c *plan.Call) (any, error) {
			by := *plan.Arg[*int](c, "by")
			done = append(done, by)
			switch by {
			case 13:
				return nil, fault.New("UNLUCKY", "", "No.", "Take another.")
			case 14:
				panic("boom")
			case 15:
				return &result{N: nil}, nil
			case 16:
				return &result{N: 1, Thing: &thing{map[string]any{"a": errors.New("failed")}}}, nil
			case 17:
				snapshots = 99
			case 18:
				cancel()
			}
			return &result{N: by}, nil
		})}},
		&plan.Object{Name: "Payload", Value: (*result)(nil)},
		&plan.Object{Name: "Thing", Value: (*thing)(nil), Fields: thingFields("a")})
	got := c.ask(ctx, t,
		`mutation { __typename a: change(by: 1) { n __typename } b: change(by: 13) { n } c: change(by: 14) { n } d: change(by: 15) { n }
		e: change(by: 16) { n thing { a } } f: change(by: 17) { n } g: change(by: 2) { n thing { a } } }`, nil)
	want := `{"__typename":"Mutation","a":{"n":1,"__typename":"Payload"},"b":null,"c":null,"d":null,"e":{"n":1,"thing":null},"f":null,"g":{"n":2,"thing":null}}`
	if string(got.Data) != want {
		t.Errorf("%s, want %v", got.Data, want)
	}
	if diff := cmp.Diff([]string{"b UNLUCKY", "c INTERNAL", "d.n " + notNull, "e.thing.a failed", "f UNAVAILABLE"},
		codes(got.Errors)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]int{1, 13, 14, 15, 16, 17, 2}, done); diff != "" {
		t.Error(diff)
	}
	got = c.ask(ctx, t, `mutation { a: change(by: 3) { n } b: change(by: 18) { n } }`, nil)
	if got == nil || string(got.Data) != `{"a":{"n":3},"b":null}` ||
		!cmp.Equal(codes(got.Errors), []string{"b TIMEOUT"}) {
		t.Errorf(`after the deadline: %+v, want got != nil, Data = {"a":{"n":3},"b":null} and codes = %v`, got,
			[]string{"b TIMEOUT"})
	}
}
