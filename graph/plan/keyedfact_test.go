package plan_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

const keyedFactContract = `
interface Node { id: ID! }
type Query { found(ids: [ID!]!): [Product] }
type Product implements Node { id: ID! name: String! note(of: String): Note }
type Note { text: String line: Line }
type Line { id: ID! name: String! }
`

type ownNote struct {
	Text string
	line gid.ID
}

// asking makes a schema whose field Product.note uses a keyed fact with its argument as the key.
func asking(t *testing.T, s *store.Store, list []gid.ID, line gid.ID,
	load func(of string, rows []plan.Row) ([]string, error), read snapshot) *tiny {
	t.Helper()
	fact := plan.NewKeyedFacts(
		func(_ *plan.Call, of string, rows []plan.Row) ([]string, error) { return load(of, rows) }, "name")
	note := plan.Value(func(c *plan.Call, r plan.Row) (any, error) {
		of, _ := c.Args["of"].(*string)
		if of == nil {
			return &ownNote{"today", line}, nil
		}
		text, err := fact.Of(c, r, *of)
		return &ownNote{text, line}, err
	}).UsingKeyedFor("of", &fact.KeyedFact).WithOwn("line")
	return newTiny(t, schema(t, keyedFactContract), read,
		&plan.Object{Name: "Query", Fields: plan.Fields{
			"found": plan.Keys(func(*plan.Call, plan.Row) ([]gid.ID, error) { return list, nil })}},
		&plan.Object{Name: "Product", ID: gid.Product, Table: page.TableNamed("products"),
			Fields: plan.Fields{"note": note}},
		&plan.Object{Name: "Note", Value: (*ownNote)(nil), Fields: plan.Fields{
			"line": plan.OuterOr(func(_ *plan.Call, r plan.Row) gid.ID { return r.Value().(*ownNote).line })}},
		&plan.Object{Name: "Line", Table: page.TableNamed("product_lines")})
}

// A keyed fact is loaded once for all rows and each key, and only if a row asks. A value may hold the id of a
// reference itself.
func TestAKeyedFactIsLoadedOnceForEachKey(t *testing.T) {
	s := database.Open(t, store.Config{Directory: t.TempDir()})
	lines, list := products(t, s)
	var asked []string
	announced := map[int]int{}
	over := overStore(s, nil)
	c := asking(t, s, list, lines[0], func(of string, rows []plan.Row) ([]string, error) {
		asked = append(asked, fmt.Sprint(of, len(rows)))
		out := make([]string, len(rows))
		for i, r := range rows {
			out[i] = of + " " + r.Text("name")
		}
		return out, nil
	}, func(ctx context.Context, most int, read func(*page.View) error) error {
		announced[most]++
		return over(ctx, most, read)
	})
	got := c.ask(t.Context(), t,
		`{ found(ids: []) { a: note(of: "x") { text line { name } } b: note(of: "y") { text } c: note(of: "x") { text } d: note { text } } }`, nil)
	if diff := cmp.Diff([]string{"x3", "y3"}, asked); diff != "" || len(got.Errors) > 0 {
		t.Errorf("%v %s, want no difference and len(Errors) = 0", got.Errors, diff)
	}
	row := func(n int) string {
		return fmt.Sprintf(
			`{"a":{"text":"x product %[1]d","line":{"name":"line 0"}},"b":{"text":"y product %[1]d"},"c":{"text":"x product %[1]d"},"d":{"text":"today"}}`, n)
	}
	if want := `{"found":[` + row(0) + "," + row(1) + "," + row(2) + `]}`; string(got.Data) != want {
		t.Errorf("%s\nwant %s", got.Data, want)
	}
	asked, announced = nil, map[int]int{}
	c.ask(t.Context(), t, `{ found(ids: []) { note { text } } }`, nil)
	if len(asked) > 0 || announced[1] != 1 {
		t.Errorf("nothing was asked, and there are %v and %v", asked, announced)
	}
	c.ask(t.Context(), t, `{ found(ids: []) { note(of: "z") { text } } }`, nil)
	if announced[0] != 1 {
		t.Errorf("several statements have to see one moment: %v", announced)
	}
}

func TestKeyedFactsThatFailStayWithTheirField(t *testing.T) {
	s := database.Open(t, store.Config{Directory: t.TempDir()})
	lines, list := products(t, s)
	for name, c := range map[string]struct {
		load  func(string, []plan.Row) ([]string, error)
		codes [2]string // of the first row, and of the others
	}{
		"an error": {func(string, []plan.Row) ([]string, error) { return nil, errors.New("failed") },
			[2]string{"failed", "failed"}},
		"a panic": {func(string, []plan.Row) ([]string, error) { panic("boom") },
			[2]string{"INTERNAL", "a keyed fact could not be loaded"}},
		"too few": {func(string, []plan.Row) ([]string, error) { return []string{"x"}, nil },
			[2]string{"a keyed fact was loaded for 1 of 3 rows", "a keyed fact was loaded for 1 of 3 rows"}},
	} {
		t.Run(name, func(t *testing.T) {
			tiny := asking(t, s, list, lines[0], c.load, overStore(s, nil))
			got := tiny.ask(t.Context(), t, `{ found(ids: []) { name note(of: "x") { text } } }`, nil)
			want := `{"found":[{"name":"product 0","note":null},{"name":"product 1","note":null},{"name":"product 2","note":null}]}`
			if string(got.Data) != want {
				t.Errorf("%s, want %v", got.Data, want)
			}
			errs := []string{"found[0].note " + c.codes[0], "found[1].note " + c.codes[1],
				"found[2].note " + c.codes[1]}
			if diff := cmp.Diff(errs, codes(got.Errors)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
