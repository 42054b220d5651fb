package oracle_test

import (
	"encoding/json"
	"errors"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/muniment/muniment/graph/oracle"
)

const small = `
interface Node { id: ID! }
type Thing implements Node {
  id: ID!, name: String!, size: Int, mother: Thing!, kin: [Node]!
  others(first: Int = 2, after: String): ThingConnection
}
type ThingConnection { edges: [ThingEdge!]!, nodes: [Thing!]! }
type ThingEdge { cursor: String!, node: Thing! }
type Query { thing(id: ID!): Thing, node(id: ID!): Node, required: Thing! }
`

type ref struct {
	Type string `json:"type"`
	ID   int64  `json:"id"`
}

func object(name string, id int64) oracle.Object { return oracle.Object{Ref: ref{name, id}} }

func execute(t *testing.T, b bench, text, variables string, answer oracle.Answer) *oracle.Result {
	t.Helper()
	result, err := b.Execute(oracle.Document{Text: text, Variables: json.RawMessage(variables)}, answer)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func TestFieldsAreAskedOneByOne(t *testing.T) {
	b := start(t, small, nil)
	var asked []string
	result := execute(t, b, `query($id: ID! = "7", $after: String) {
			thing(id: $id) {
				again: name size others(after: $after) { nodes { name } edges { cursor } } kin { __typename id }
			}
		}`,
		`{"after": null}`, func(q oracle.Question) (any, error) {
			asked = append(asked, q.Type+"."+q.Name+string(q.Args))
			switch q.Type + "." + q.Name {
			case "Query.thing":
				return object("Thing", math.MaxInt64), nil
			case "Thing.kin":
				return []any{object("Thing", 1), nil, &oracle.Fault{Code: "NOT_FOUND", Message: "not this one"}}, nil
			case "Thing.others":
				return object("ThingConnection", 5), nil
			case "ThingConnection.nodes", "ThingConnection.edges":
				return []oracle.Object{}, nil
			case "Thing.name":
				return string(q.Parent), nil
			case "Thing.size":
				return nil, &oracle.Fault{Code: "BAD_INPUT", Message: "no size"}
			case "Thing.id":
				return "1", nil
			}
			return nil, errors.New("unknown")
		})
	want := `{"thing":{"again":"{\"type\":\"Thing\",\"id\":9223372036854775807}","size":null,` +
		`"others":{"nodes":[],"edges":[]},"kin":[{"__typename":"Thing","id":"1"},null,null]}}`
	if string(result.Data) != want {
		t.Errorf("data:\n%s, want\n%s", result.Data, want)
	}
	// The parent of a root field is null. The order of questions that are open at the same time does not matter.
	if first := asked[0]; first != `Query.thing{"id":"7"}` {
		t.Errorf(`first asked: %s, want Query.thing{"id":"7"}`, first)
	}
	if all := strings.Join(asked, " "); !strings.Contains(all, `Thing.others{"after":null,"first":2}`) &&
		!strings.Contains(all, `Thing.others{"first":2,"after":null}`) {
		t.Errorf("asked: %s", all)
	}
	var codes []string
	for _, e := range result.Errors {
		codes = append(codes, e.String())
	}
	slices.Sort(codes)
	wantCodes := []string{"BAD_INPUT at thing.size (no size)", "NOT_FOUND at thing.kin[2] (not this one)"}
	if !reflect.DeepEqual(codes, wantCodes) {
		t.Errorf("errors: %v, want %v", codes, wantCodes)
	}
}

func TestTheReferenceHasCodesOfItsOwn(t *testing.T) {
	b := start(t, small, nil)
	answer := func(q oracle.Question) (any, error) {
		switch q.Name {
		case "thing", "mother":
			return object("Thing", 1), nil
		case "size":
			return "not a number", nil
		}
		return nil, nil
	}
	for text, want := range map[string]string{
		`{thing(id: 1) {name}}`:                              "NULL at thing.name",
		`{thing(id: 1) {mother {mother {name}}}}`:            "NULL at thing.mother.mother.name",
		`{required {name}}`:                                  "NULL at required",
		`{thing(id: 1) {size}}`:                              "VALUE at thing.size",
		`query($id: ID = "1") {thing(id: $id) {id}}`:         "ARGUMENT at thing",
		`query($n: Int) {thing(id: 1) {others(first: $n)}}`:  "REQUEST at the root",
		`query($id: ID!) {thing(id: $id) {id}}`:              "REQUEST at the root",
		`{thing`:                                             "REQUEST at the root",
		`query($id: ID!, $x: Int) {thing(id: $id) {a: nil}}`: "REQUEST at the root",
	} {
		result := execute(t, b, text, `{"id": null}`, answer)
		if len(result.Errors) == 0 || !strings.HasPrefix(result.Errors[0].String(), want) {
			t.Errorf("%s: %v, want %s", text, result.Errors, want)
		}
		if refused := strings.HasPrefix(want, "REQUEST"); refused != (result.Data == nil) {
			t.Errorf("%s: data %s, want refused = %v", text, result.Data, result.Data == nil)
		}
	}
}

func TestABrokenAnswerEndsTheComparison(t *testing.T) {
	b := start(t, small, nil)
	broken := errors.New("no database")
	document := oracle.Document{Text: `{thing(id: 1) {id}}`}
	_, err := b.Execute(document, func(oracle.Question) (any, error) { return nil, broken })
	if !errors.Is(err, broken) || !strings.Contains(err.Error(), "Query.thing") {
		t.Errorf(`%v, want err = %v and Error with "Query.thing"`, err, broken)
	}
	if _, err := b.Execute(document, func(oracle.Question) (any, error) { return nil, nil }); err != nil {
		t.Errorf("the next one: %v", err)
	}
}

func TestCursorsComeWithTheirArguments(t *testing.T) {
	b := start(t, small, nil)
	execute(t, b, `{thing(id: 1) {
			others(first: 1) {edges {cursor}}
			more: others(first: 1, after: "x") {edges {cursor}}
		}}`, "",
		func(q oracle.Question) (any, error) {
			switch q.Name {
			case "thing":
				return object("Thing", 1), nil
			case "others":
				return object("ThingConnection", int64(len(q.Args))), nil
			case "edges":
				return []oracle.Object{object("ThingEdge", 1)}, nil
			}
			return "cursor of " + q.Type, nil
		})
	cursors, err := b.Cursors()
	if err != nil {
		t.Fatal(err)
	}
	pools := oracle.Pools{}
	pools.AddCursors(cursors)
	want := oracle.Pools{"Thing.others": {map[string]any{"after": "cursor of ThingEdge"}}}
	if !reflect.DeepEqual(pools, want) {
		t.Errorf("%v, want %v", pools, want)
	}
}

func TestWhatCountsAsADifference(t *testing.T) {
	comparison, err := oracle.NewComparison(small)
	if err != nil {
		t.Fatal(err)
	}
	document := oracle.Document{Text: `
		{thing(id: 1) {id mother {name ...F} kin {... on Thing {a: name mother {id size}}}}}
		fragment F on Thing {mother {id} n: size}`}
	const (
		void    = `"data": {"thing": null}`
		name    = `{"path": ["thing", "mother", "name"], "extensions": {"code": "X"}}`
		grandma = `{"path": ["thing", "mother", "mother", "id"], "extensions": {"code": "Y"}}`
		inside  = `{"path": ["thing", "mother", "n"], "extensions": {"code": "Z"}}`
		itself  = `{"path": ["thing"], "extensions": {"code": "Y"}}`
		null    = `{"path": ["thing", "mother", "name"], "code": "NULL"}`
		broken  = `{"path": ["thing", "mother", "name"], "extensions": {"code": "INTERNAL"}}`
	)
	for _, c := range []struct{ name, server, reference, want string }{
		{"equal", `"data": {"thing": {"id": "1"}}`, `"data":{"thing":{"id":"1"}}`, ""},
		{"a value",
			`"data": {"thing": {"id": "1"}}`,
			`"data":{"thing":{"id":"2"}}`,
			`data.thing.id: the server has "1", the reference "2"`},
		{"a kind of value",
			`"data": {"a": "1"}`,
			`"data": {"a": 1}`,
			`data.a: the server has "1", the reference 1`},
		{"a number", `"data": {"a": 1.0}`, `"data": {"a": 1}`, ""},
		{"large numbers",
			`"data": {"a": 9007199254740993}`,
			`"data": {"a": 9007199254740992}`,
			`data.a: the server has 9007199254740993`},
		{"null for an object",
			`"data": {"a": null}`,
			`"data": {"a": {}}`,
			`data.a: the server has null, the reference {}`},
		{"an object for null",
			`"data": {"a": {"b": []}}`,
			`"data": {"a": null}`,
			`data.a: the server has {"b":[]}, the reference null`},
		{"the order of keys",
			`"data": {"a": 1, "b": 2}`,
			`"data": {"b": 2, "a": 1}`,
			`data: the server has the keys [a b], the reference [b a]`},
		{"a key twice", `"data": {"a": 1, "a": 1}`, `"data": {"a": 1}`, `data: the server has the keys [a a]`},
		{"the order of a list",
			`"data": {"a": [1, 2]}`,
			`"data": {"a": [2, 1]}`,
			`data.a[0]: the server has 1, the reference 2`},
		{"the length of a list",
			`"data": {"a": [1]}`,
			`"data": {"a": [1, 2]}`,
			`data.a: the server has 1 elements, [1], the reference 2, [1,2]`},
		{"an error is missing",
			void,
			void + `, "errors": [` + itself + `]`,
			"errors: the server lacks Y at thing"},
		{"an error too many",
			void + `, "errors": [` + itself + `]`,
			void,
			"errors: the server alone has Y at thing"},
		{"an error twice",
			void + `, "errors": [` + itself + `,` + itself + `]`,
			void + `, "errors": [` + itself + `]`,
			""},
		{"one of two siblings",
			void + `, "errors": [` + name + `]`,
			void + `, "errors": [` + name + `,` + grandma + `]`,
			""},
		{"the other of two siblings",
			void + `, "errors": [` + name + `]`,
			void + `, "errors": [` + grandma + `]`,
			""},
		{"one below",
			void + `, "errors": [` + name + `]`,
			void + `, "errors": [` + inside + `,` + name + `]`,
			""},
		{"the nullable field itself",
			void + `, "errors": [` + itself + `]`,
			void + `, "errors": [` + name + `]`,
			"errors: the server lacks X at thing.mother.name"},
		{"nothing is void",
			void + `, "errors": [` + inside + `]`,
			void + `, "errors": [` + inside + `,` + name + `]`,
			"errors: the server lacks X"},
		{"another row",
			`"data": null, "errors": [{"path": ["thing", "kin", 0, "a"], "extensions": {"code": "X"}}]`,
			`"data": null, "errors": [{"path": ["thing", "kin", 1, "a"], "extensions": {"code": "X"}}]`,
			"errors: the server lacks X at thing.kin[1].a"},
		{"its own codes", void + `, "errors": [` + broken + `]`, void + `, "errors": [` + null + `]`, ""},
		{"a path that is not there",
			void + `, "errors": [{"path": ["thing", "x"], "extensions": {"code": "X"}}]`,
			void,
			"the document has no place thing.x"},
		{"both refuse",
			`"data": null, "errors": [{"extensions": {"code": "BAD_INPUT"}}]`,
			`"errors": [{"code": "REQUEST"}]`,
			""},
		{"both refuse, for another reason",
			`"errors": [{"extensions": {"code": "TIMEOUT"}}]`,
			`"errors": [{"code": "REQUEST"}]`,
			"the reference refuses the request"},
		{"the server answers",
			`"data": {}`,
			`"errors": [{"code": "REQUEST"}]`,
			"the reference refuses the request"},
		{"the server refuses",
			`"errors": [{"extensions": {"code": "BAD_INPUT"}}]`,
			`"data": {}`,
			"the server refuses the request"},
	} {
		var results [2]*oracle.Result
		for i, body := range []string{c.server, c.reference} {
			if results[i], err = oracle.ReadResult([]byte("{" + body + "}")); err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
		}
		got := comparison.Compare(document, results[0], results[1])
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if got != "" && !strings.HasSuffix(got, document.String()) {
			t.Errorf("%s: the document is missing: %q", c.name, got)
		}
	}
}
