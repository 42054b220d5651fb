package plan_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"pgregory.net/rapid"

	"github.com/muniment/muniment/graph/plan"
)

const thingsContract = `
type Query { thing: Thing must: Thing! things: [Thing] }
type Thing {
  a: String
  b: String!
  child: Thing
  childMust: Thing!
  kids: [Thing]
  kidsMust: [Thing!]
  mustKids: [Thing]!
  mustKidsMust: [Thing!]!
}`

// thing is a Go value. fields holds what the function of each field returns: nil, a value, an error, or boom, at which
// the function panics.
type thing struct{ fields map[string]any }

type boom struct{}

func give(v any) (any, error) {
	switch v := v.(type) {
	case boom:
		panic("boom")
	case error:
		return nil, v
	}
	return v, nil
}

func thingFields(names ...string) plan.Fields {
	fields := plan.Fields{}
	for _, name := range names {
		fields[name] = plan.Value(func(_ *plan.Call, r plan.Row) (any, error) {
			return give(r.Value().(*thing).fields[name])
		})
	}
	return fields
}

// contractOf makes a schema whose root fields return the values of roots.
func contractOf(t testing.TB, roots map[string]any) *tiny {
	query := plan.Fields{}
	for _, name := range []string{"thing", "must", "things"} {
		query[name] = plan.Value(func(*plan.Call, plan.Row) (any, error) { return give(roots[name]) })
	}
	return newTiny(t, schema(t, thingsContract), noDatabase, &plan.Object{Name: "Query", Fields: query},
		&plan.Object{Name: "Thing", Value: (*thing)(nil),
			Fields: thingFields("a", "b", "child", "childMust", "kids", "kidsMust", "mustKids", "mustKidsMust")})
}

func of(pairs ...any) *thing {
	t := &thing{map[string]any{"b": "b"}}
	for i := 0; i < len(pairs); i += 2 {
		t.fields[pairs[i].(string)] = pairs[i+1]
	}
	return t
}

const notNull = "a field that must not be null is null"

// The expected responses are those of graphql-js.
func TestNullsAndErrorsGoUpAsFarAsTheContractLetsThem(t *testing.T) {
	failed := errors.New("failed")
	for name, c := range map[string]struct {
		root     string
		value    any
		document string
		data     string
		errors   []string
	}{
		"nothing":                 {"thing", nil, "{ thing { a } }", `{"thing":null}`, nil},
		"nil pointer":             {"thing", (*thing)(nil), "{ thing { a } }", `{"thing":null}`, nil},
		"no root that must be":    {"must", nil, "{ must { a } }", `null`, []string{"must " + notNull}},
		"root fails":              {"thing", failed, "{ thing { a } }", `{"thing":null}`, []string{"thing failed"}},
		"root that must be fails": {"must", failed, "{ must { a } }", `null`, []string{"must failed"}},
		"root panics":             {"thing", boom{}, "{ thing { a } }", `{"thing":null}`, []string{"thing INTERNAL"}},
		"value":                   {"thing", of("a", "x"), "{ thing { a b } }", `{"thing":{"a":"x","b":"b"}}`, nil},
		"null scalar":             {"thing", of(), "{ thing { a b } }", `{"thing":{"a":null,"b":"b"}}`, nil},
		"scalar fails": {"thing", of("a", failed), "{ thing { a b } }", `{"thing":{"a":null,"b":"b"}}`,
			[]string{"thing.a failed"}},
		"scalar panics": {"thing", of("a", boom{}), "{ thing { x: a b } }", `{"thing":{"x":null,"b":"b"}}`,
			[]string{"thing.x INTERNAL"}},
		"must scalar null": {"thing", of("b", nil), "{ thing { a b } }", `{"thing":null}`,
			[]string{"thing.b " + notNull}},
		"must scalar nil pointer": {"thing", of("b", (*string)(nil)), "{ thing { a b } }", `{"thing":null}`,
			[]string{"thing.b " + notNull}},
		"must scalar fails": {"thing", of("b", failed), "{ thing { a b } }", `{"thing":null}`,
			[]string{"thing.b failed"}},
		"must scalar panics": {"thing", of("b", boom{}), "{ thing { a b } }", `{"thing":null}`,
			[]string{"thing.b INTERNAL"}},
		"up to the nearest that may be null": {"thing", of("a", "x", "child", of("childMust", of("b", nil))),
			"{ thing { a child { childMust { b } } } }", `{"thing":{"a":"x","child":null}}`,
			[]string{"thing.child.childMust.b " + notNull}},
		"up to the top": {"must", of("childMust", of("childMust", nil)), "{ must { childMust { childMust { a } } } }",
			`null`,
			[]string{"must.childMust.childMust " + notNull}},
		"two errors of one object": {"thing", of("a", failed, "child", failed), "{ thing { a child { a } b } }",
			`{"thing":{"a":null,"child":null,"b":"b"}}`, []string{"thing.a failed", "thing.child failed"}},
		"the same field twice": {"thing", of("a", failed), "{ thing { a c: a } }", `{"thing":{"a":null,"c":null}}`,
			[]string{"thing.a failed", "thing.c failed"}},
		"no list":    {"things", nil, "{ things { a } }", `{"things":null}`, nil},
		"empty list": {"things", []*thing{}, "{ things { a } }", `{"things":[]}`, nil},
		"list": {"things", []*thing{of("a", "x"), of("a", "y")}, "{ things { a } }",
			`{"things":[{"a":"x"},{"a":"y"}]}`, nil},
		"list with null": {"things", []*thing{of("a", "x"), nil, of("a", "y")}, "{ things { a } }",
			`{"things":[{"a":"x"},null,{"a":"y"}]}`, nil},
		"element becomes null": {"things", []*thing{of(), of("b", nil), of()}, "{ things { b } }",
			`{"things":[{"b":"b"},null,{"b":"b"}]}`, []string{"things[1].b " + notNull}},
		"errors of two elements": {"things", []*thing{of("b", failed), of(), of("b", failed)}, "{ things { b } }",
			`{"things":[null,{"b":"b"},null]}`, []string{"things[0].b failed", "things[2].b failed"}},
		"element that must be": {"thing", of("kidsMust", []*thing{of(), of("b", nil)}), "{ thing { kidsMust { b } } }",
			`{"thing":{"kidsMust":null}}`, []string{"thing.kidsMust[1].b " + notNull}},
		"nil where an element must be": {"thing", of("kidsMust", []*thing{of(), nil}), "{ thing { kidsMust { a } } }",
			`{"thing":{"kidsMust":null}}`, []string{"thing.kidsMust[1] " + notNull}},
		"list that must be": {"thing", of("mustKids", nil), "{ thing { a mustKids { a } } }", `{"thing":null}`,
			[]string{"thing.mustKids " + notNull}},
		"list that must be fails": {"things", []*thing{of("mustKids", failed), of("mustKids", []*thing{})},
			"{ things { mustKids { a } } }",
			`{"things":[null,{"mustKids":[]}]}`, []string{"things[0].mustKids failed"}},
		"element of a list that must be may be null": {"thing", of("mustKids", []*thing{of("b", failed)}),
			"{ thing { mustKids { b } } }",
			`{"thing":{"mustKids":[null]}}`, []string{"thing.mustKids[0].b failed"}},
		"list and element must be": {"things", []*thing{of("mustKidsMust", []*thing{of("b", failed)})},
			"{ things { mustKidsMust { b } } }",
			`{"things":[null]}`, []string{"things[0].mustKidsMust[0].b failed"}},
		"lists in lists": {"things", []*thing{of("kids", []*thing{of("a", "1"), of("a", "2")}), of("kids", []*thing{}),
			of("kids", []*thing{of("a", "3")})},
			"{ things { kids { a } } }",
			`{"things":[{"kids":[{"a":"1"},{"a":"2"}]},{"kids":[]},{"kids":[{"a":"3"}]}]}`, nil},
		"the next root is answered": {"thing", of("b", failed), "{ thing { b } again: thing { a } }",
			`{"thing":null,"again":{"a":null}}`,
			[]string{"thing.b failed"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := contractOf(t, map[string]any{c.root: c.value}).ask(t.Context(), t, c.document, nil)
			if string(got.Data) != c.data {
				t.Errorf("%s, want %s", got.Data, c.data)
			}
			if diff := cmp.Diff(c.errors, codes(got.Errors)); diff != "" {
				t.Errorf("errors:\n%s", diff)
			}
		})
	}
}

// every selects all fields of things, depth levels deep.
func every(depth int) string {
	if depth == 0 {
		return "a b"
	}
	var b strings.Builder
	b.WriteString("a b")
	for _, name := range []string{"child", "childMust", "kids", "kidsMust", "mustKids", "mustKidsMust"} {
		fmt.Fprintf(&b, " %s { %s }", name, every(depth-1))
	}
	return b.String()
}

// drawThing makes a thing in which each field has a value, is null, or fails.
func drawThing(t *rapid.T, depth int) *thing {
	draw := func(name string, there func() any) any {
		switch rapid.IntRange(0, 19).Draw(t, name) {
		case 0:
			return nil
		case 1:
			return errors.New("failed")
		case 2:
			return boom{}
		}
		return there()
	}
	v := &thing{map[string]any{}}
	for _, name := range []string{"a", "b"} {
		v.fields[name] = draw(name, func() any { return name })
	}
	if depth == 0 {
		return v
	}
	for _, name := range []string{"child", "childMust"} {
		v.fields[name] = draw(name, func() any { return drawThing(t, depth-1) })
	}
	for _, name := range []string{"kids", "kidsMust", "mustKids", "mustKidsMust"} {
		v.fields[name] = draw(name, func() any {
			list := make([]*thing, rapid.IntRange(0, 2).Draw(t, "n"))
			for i := range list {
				if rapid.IntRange(0, 9).Draw(t, "nil") > 0 {
					list[i] = drawThing(t, depth-1)
				}
			}
			return list
		})
	}
	return v
}

// reference executes field by field, as sections 6.4.3 and 6.4.4 of the GraphQL specification say.
type reference struct {
	errors map[string]bool // the paths of all errors, including those below a path that has become null
	gone   []string        // the paths that have become null because of an error
}

var nothing = &struct{}{}

func (r *reference) object(v *thing, depth int, path string) any {
	out := map[string]any{}
	failed := false
	names := []string{"a", "b"}
	if depth > 0 {
		names = append(names, "child", "childMust", "kids", "kidsMust", "mustKids", "mustKidsMust")
	}
	for _, name := range names {
		must := name == "b" || name == "childMust" || strings.HasPrefix(name, "mustKids")
		if out[name] = r.complete(v.fields[name], strings.HasSuffix(name, "Must"), must, depth-1,
			path+"."+name); out[name] == any(nothing) {
			failed = true
		}
	}
	if failed {
		return nothing
	}
	return out
}

func (r *reference) complete(v any, element, must bool, depth int, path string) any {
	var out any
	switch v := v.(type) {
	case nil:
		return r.null(must, path)
	case error, boom:
		r.errors[path] = true
		out = nothing
	case string:
		return v
	case *thing:
		out = r.object(v, depth, path)
	case []*thing:
		list := []any{}
		for i, e := range v {
			at := fmt.Sprintf("%s[%d]", path, i)
			var value any
			if e == nil {
				value = r.null(element, at)
			} else if value = r.object(e, depth, at); value == any(nothing) && !element {
				value = nil
				r.gone = append(r.gone, at)
			}
			list = append(list, value)
		}
		out = list
		if slices.Contains(list, any(nothing)) {
			out = nothing
		}
	}
	if out == any(nothing) {
		r.gone = append(r.gone, path)
		if !must {
			return nil
		}
	}
	return out
}

func (r *reference) null(must bool, path string) any {
	if !must {
		return nil
	}
	r.errors[path] = true
	r.gone = append(r.gone, path)
	return nothing
}

// below tells whether a path is below one that has become null.
func (r *reference) below(path string) bool {
	return slices.ContainsFunc(r.gone, func(g string) bool {
		return strings.HasPrefix(path, g+".") || strings.HasPrefix(path, g+"[")
	})
}

func TestNullsOfAnyTreeAreThoseOfTheSpecification(t *testing.T) {
	const depth = 2
	rapid.Check(t, func(rt *rapid.T) {
		root := drawThing(rt, depth)
		got := contractOf(t, map[string]any{"thing": root}).ask(t.Context(), t, "{ thing { "+every(depth)+" } }", nil)
		r := &reference{errors: map[string]bool{}}
		want := r.complete(root, false, false, depth, "thing")
		var data struct{ Thing any }
		if err := json.Unmarshal(got.Data, &data); err != nil {
			rt.Fatal(err)
		}
		if diff := cmp.Diff(want, data.Thing); diff != "" {
			rt.Fatalf("data:\n%s", diff)
		}
		seen := map[string]bool{}
		for _, e := range got.Errors {
			path := e.Path.String()
			if !r.errors[path] || seen[path] {
				rt.Errorf("an error at %s that is not one, or twice: %s", path, e.Message)
			}
			seen[path] = true
		}
		for path := range r.errors {
			if !seen[path] && !r.below(path) {
				// After the first error of an object that becomes null, its other errors need not be reported.
				parent := path[:strings.LastIndexAny(path, ".[")]
				if !slices.Contains(r.gone, parent) {
					rt.Errorf("the error at %s is not told", path)
				}
			}
		}
		for _, path := range r.gone {
			if r.below(path) {
				continue
			}
			if !slices.ContainsFunc(got.Errors,
				func(e *gqlerror.Error) bool { return strings.HasPrefix(e.Path.String(), path) }) {
				rt.Errorf("%s is null, and no error says why", path)
			}
		}
	})
}
