package httpd_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"pgregory.net/rapid"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/httpd"
)

// everyType is a schema whose field g has arguments of every kind of input type.
var everyType = gqlparser.MustLoadSchema(&ast.Source{Input: `
	scalar Date
	enum Color { RED GREEN }
	input Point { x: Int! y: Int = 7 label: String color: Color inner: Point list: [Int!] deep: [[Color]] choice: Choice
		must: Boolean! = true }
	input Choice @oneOf { a: Int b: String c: Point }
	type Query {
		f(ni: Int!, nli: [Int!]!): Int
		g(i: Int, f: Float, s: String, b: Boolean, id: ID, d: Date, e: Color, p: Point, c: Choice, li: [Int],
			lli: [[Int]], ls: [String!], lp: [Point!], ni: Int! = 1, nli: [Int!]! = []): Int
	}`})

// parseJSON decodes numbers as json.Number, as the transport does.
func parseJSON(t testing.TB, text string) map[string]any {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var values map[string]any
	if err := decoder.Decode(&values); err != nil {
		t.Fatal(err)
	}
	return values
}

// variablesOf coerces variables as a request does: first gqlparser, which changes some of its input, then coerce.
func variablesOf(t testing.TB, definitions string, given map[string]any) (values map[string]any, own, theirs error) {
	t.Helper()
	document, err := parser.ParseQuery(&ast.Source{Input: "query (" + definitions + ") { __typename }"})
	if err != nil {
		t.Fatal(err)
	}
	operation := document.Operations[0]
	for _, d := range operation.VariableDefinitions {
		d.Definition = everyType.Types[d.Type.Name()]
	}
	_, theirs = validator.VariableValues(everyType, operation, given)
	values, own = httpd.Coerce(everyType, operation.VariableDefinitions, given)
	return values, own, theirs
}

func TestVariablesThatAreTaken(t *testing.T) {
	for _, test := range []struct{ definitions, given, want string }{
		{`$v: Int`, `{"v": 5}`, `{"v": 5}`},
		{`$v: Int`, `{"v": -2147483648}`, `{"v": -2147483648}`},
		{`$v: Int`, `{"v": 2147483647}`, `{"v": 2147483647}`},
		{`$v: Int`, `{"v": null}`, `{"v": null}`},
		{`$v: Int`, `{}`, `{}`},
		{`$v: Int`, `{"w": "left alone"}`, `{}`},
		{`$v: Int = 3`, `{}`, `{"v": 3}`},
		{`$v: Int = 3`, `{"v": null}`, `{"v": null}`},
		{`$v: Int! = 3`, `{}`, `{"v": 3}`},
		{`$v: Float`, `{"v": 5}`, `{"v": 5}`},
		{`$v: Float`, `{"v": 5.5e1}`, `{"v": 55}`},
		{`$v: Float = 3`, `{}`, `{"v": 3}`},
		{`$v: Float = 3.5`, `{}`, `{"v": 3.5}`},
		{`$v: String`, `{"v": ""}`, `{"v": ""}`},
		{`$v: Boolean`, `{"v": false}`, `{"v": false}`},
		{`$v: ID`, `{"v": "x"}`, `{"v": "x"}`},
		{`$v: ID`, `{"v": 5}`, `{"v": "5"}`},
		{`$v: ID`, `{"v": -123456789012345678901234567890}`, `{"v": "-123456789012345678901234567890"}`},
		{`$v: ID = 4`, `{}`, `{"v": "4"}`},
		{`$v: Date`, `{"v": 5.5}`, `{"v": 5.5}`},
		{`$v: Date`, `{"v": {"any": [true]}}`, `{"v": {"any": [true]}}`},
		{`$v: Color`, `{"v": "RED"}`, `{"v": "RED"}`},
		{`$v: Color = GREEN`, `{}`, `{"v": "GREEN"}`},
		{`$v: [Int]`, `{"v": 5}`, `{"v": [5]}`},
		{`$v: [Int]`, `{"v": null}`, `{"v": null}`},
		{`$v: [Int]`, `{"v": []}`, `{"v": []}`},
		{`$v: [Int]`, `{"v": [1, null]}`, `{"v": [1, null]}`},
		{`$v: [Int] = 5`, `{}`, `{"v": [5]}`},
		{`$v: [[Int]]`, `{"v": 5}`, `{"v": [[5]]}`},
		{`$v: [[Int]]`, `{"v": [1, [2, null], null]}`, `{"v": [[1], [2, null], null]}`},
		{`$v: [[[Int]]]`, `{"v": [[1]]}`, `{"v": [[[1]]]}`},
		{`$v: [Color!]`, `{"v": "RED"}`, `{"v": ["RED"]}`},
		{`$v: [ID]`, `{"v": 5}`, `{"v": ["5"]}`},
		{`$v: [Date]`, `{"v": true}`, `{"v": [true]}`},
		{`$v: [Point!]!`, `{"v": {"x": 1}}`, `{"v": [{"x": 1}]}`},
		{`$v: Point`, `{"v": {"x": 1, "list": 2, "deep": "RED"}}`, `{"v": {"x": 1, "list": [2], "deep": [["RED"]]}}`},
		{`$v: Point`, `{"v": {"x": 1, "deep": ["RED", ["GREEN"]]}}`, `{"v": {"x": 1, "deep": [["RED"], ["GREEN"]]}}`},
		{`$v: Point`, `{"v": {"x": 1, "y": null}}`, `{"v": {"x": 1, "y": null}}`},
		{`$v: Point`, `{"v": {"x": 1, "inner": {"x": 2}}}`, `{"v": {"x": 1, "inner": {"x": 2}}}`},
		{`$v: Point`, `{"v": {"x": 1, "must": false}}`, `{"v": {"x": 1, "must": false}}`},
		{`$v: Point = {x: 1, list: 2}`, `{}`, `{"v": {"x": 1, "list": [2]}}`},
		{`$v: Choice`, `{"v": {"a": 1}}`, `{"v": {"a": 1}}`},
		{`$v: [Choice]`, `{"v": {"c": {"x": 1}}}`, `{"v": [{"c": {"x": 1}}]}`},
		{`$v: Choice = {b: "x"}`, `{}`, `{"v": {"b": "x"}}`},
	} {
		values, err, _ := variablesOf(t, test.definitions, parseJSON(t, test.given))
		got, _ := json.Marshal(values)
		want, _ := json.Marshal(parseJSON(t, test.want))
		if err != nil || string(got) != string(want) {
			t.Errorf("%s with %s: %s, %v; want %s", test.definitions, test.given, got, err, want)
		}
	}
}

func TestVariablesThatAreRefused(t *testing.T) {
	for _, test := range []struct{ definitions, given, field string }{
		{`$v: Int`, `{"v": "5"}`, "v"},
		{`$v: Int`, `{"v": 5.5}`, "v"},
		{`$v: Int`, `{"v": 2147483648}`, "v"},
		{`$v: Int`, `{"v": -2147483649}`, "v"},
		{`$v: Int`, `{"v": 1e400}`, "v"},
		{`$v: Int`, `{"v": true}`, "v"},
		{`$v: Int`, `{"v": [5]}`, "v"},
		{`$v: Int`, `{"v": {}}`, "v"},
		{`$v: Int!`, `{}`, "v"},
		{`$v: Int!`, `{"v": null}`, "v"},
		{`$v: Int! = 3`, `{"v": null}`, "v"},
		{`$v: Float`, `{"v": "5"}`, "v"},
		{`$v: Float`, `{"v": 1e400}`, "v"},
		{`$v: Float`, `{"v": true}`, "v"},
		{`$v: String`, `{"v": 5.5}`, "v"},
		{`$v: String`, `{"v": 5}`, "v"},
		{`$v: String`, `{"v": true}`, "v"},
		{`$v: String`, `{"v": {"a": "b"}}`, "v"},
		{`$v: String`, `{"v": "a\u0000b"}`, "v"},
		{`$v: String = "a\u0000b"`, `{}`, "v"},
		{`$v: ID`, `{"v": 5.5}`, "v"},
		{`$v: ID`, `{"v": 5e1}`, "v"},
		{`$v: ID`, `{"v": true}`, "v"},
		{`$v: ID`, `{"v": ["x"]}`, "v"},
		{`$v: ID`, `{"v": "\u0000"}`, "v"},
		{`$v: Date`, `{"v": {"any": ["\u0000"]}}`, "v"},
		{`$v: Boolean`, `{"v": 1}`, "v"},
		{`$v: Boolean`, `{"v": "true"}`, "v"},
		{`$v: Color`, `{"v": "red"}`, "v"},
		{`$v: Color`, `{"v": "BLUE"}`, "v"},
		{`$v: Color`, `{"v": 0}`, "v"},
		{`$v: Color`, `{"v": true}`, "v"},
		{`$v: Color`, `{"v": {}}`, "v"},
		{`$v: [Int!]`, `{"v": [1, null]}`, "v.1"},
		{`$v: [Int]`, `{"v": ["5"]}`, "v.0"},
		{`$v: [Int]`, `{"v": [[5]]}`, "v.0"},
		{`$v: [Int]!`, `{"v": null}`, "v"},
		{`$v: [[Int]]`, `{"v": [1, ["2"]]}`, "v.1.0"},
		{`$v: [[Int]!]`, `{"v": [null]}`, "v.0"},
		{`$v: Point`, `{"v": 5}`, "v"},
		{`$v: Point`, `{"v": "x"}`, "v"},
		{`$v: Point`, `{"v": [{"x": 1}]}`, "v"},
		{`$v: Point`, `{"v": {}}`, "v.x"},
		{`$v: Point`, `{"v": {"x": null}}`, "v.x"},
		{`$v: Point`, `{"v": {"x": "1"}}`, "v.x"},
		{`$v: Point`, `{"v": {"x": 2147483648}}`, "v.x"},
		{`$v: Point`, `{"v": {"x": 1, "z": 1}}`, "v.z"},
		{`$v: Point`, `{"v": {"x": 1, "__typename": "Point"}}`, "v.__typename"},
		{`$v: Point`, `{"v": {"x": 1, "must": null}}`, "v.must"},
		{`$v: Point`, `{"v": {"x": 1, "label": 5.5}}`, "v.label"},
		{`$v: Point`, `{"v": {"x": 1, "label": "\u0000"}}`, "v.label"},
		{`$v: Point`, `{"v": {"x": 1, "inner": {"x": 1, "list": [1, null]}}}`, "v.inner.list.1"},
		{`$v: [Point]`, `{"v": [{"x": 1}, {"x": 1, "color": "red"}]}`, "v.1.color"},
		{`$v: Choice`, `{"v": {}}`, "v"},
		{`$v: Choice`, `{"v": {"a": null}}`, "v"},
		{`$v: Choice`, `{"v": {"a": 1, "b": "x"}}`, "v"},
		{`$v: Choice`, `{"v": {"a": 1, "b": null}}`, "v"},
		{`$v: Choice`, `{"v": {"a": "1"}}`, "v.a"},
		{`$v: Choice`, `{"v": {"d": 1}}`, "v.d"},
		{`$v: Point`, `{"v": {"x": 1, "choice": {"a": 1, "b": "x"}}}`, "v.choice"},
	} {
		_, err, _ := variablesOf(t, test.definitions, parseJSON(t, test.given))
		var refused *fault.Error
		if !errors.As(err, &refused) || refused.Code != fault.BadInput || refused.Field != "variables."+test.field ||
			refused.Message == "" || refused.Remedy == "" {
			t.Errorf("%s with %s: %v; want BAD_INPUT at %s", test.definitions, test.given, err, test.field)
		}
	}
}

// gqlparser must accept everything that coerce accepts, because it is called first. coerce must accept its own result
// unchanged.
func TestVariablesAreReadTheSameTwice(t *testing.T) {
	leaf := rapid.OneOf(
		rapid.Map(rapid.SampledFrom([]string{"0", "5", "-7", "5.5", "2147483648", "1e3", "99999999999999999999"}),
			func(n string) any { return json.Number(n) }),
		rapid.SampledFrom([]any{nil, true, "", "5", "RED", "red"}))
	names := rapid.SampledFrom(strings.Fields("x y label color inner list deep choice must a b c z"))
	var value *rapid.Generator[any]
	deeper := rapid.Deferred(func() *rapid.Generator[any] { return value })
	value = rapid.Custom(func(t *rapid.T) any {
		switch rapid.IntRange(0, 5).Draw(t, "kind") {
		case 0:
			return rapid.SliceOfN(deeper, 0, 3).Draw(t, "list")
		case 1, 2:
			return rapid.MapOfN(names, deeper, 0, 3).Draw(t, "object")
		}
		return leaf.Draw(t, "leaf")
	})
	types := strings.Fields(
		"Int Float String Boolean ID Date Color Point Choice [Int!] [[Color]] [Point] [ID]! [String]")
	rapid.Check(t, func(r *rapid.T) {
		definition := "$v: " + rapid.SampledFrom(types).Draw(r, "type")
		values, own, theirs := variablesOf(t, definition, map[string]any{"v": value.Draw(r, "value")})
		if own != nil {
			return
		}
		if theirs != nil {
			r.Fatalf("%s: gqlparser refuses what coerce takes: %v", definition, theirs)
		}
		again := parseJSON(t, string(must(json.Marshal(values))))
		if same, err, _ := variablesOf(t, definition, again); err != nil || !reflect.DeepEqual(same, values) {
			r.Fatalf("%s: %#v becomes %#v, %v, want %v", definition, values, same, err, values)
		}
	})
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func validate(t *testing.T, document string) gqlerror.List {
	t.Helper()
	parsed, err := parser.ParseQuery(&ast.Source{Input: document})
	if err != nil {
		t.Fatalf("%s: %v", document, err)
	}
	return validator.ValidateWithRules(everyType, parsed, httpd.ValidationRules())
}

func TestLiterals(t *testing.T) {
	taken := []string{
		`i: 5`, `i: null`, `i: 2147483647`, `i: -2147483648`, `f: 5`, `f: 2147483648`, `f: 5.5`, `s: "x"`,
		`b: true`, `id: "x"`, `id: 5`, `id: 2147483648`, `d: 5.5`, `d: {any: [1]}`, `e: RED`, `li: 5`,
		`li: [1, null]`, `lli: 5`, `lli: [1, [2]]`, `ls: "x"`, `p: {x: 1}`, `lp: {x: 1}`,
		`p: {x: 1, list: 2, deep: RED, y: null}`, `c: {a: 1}`, `c: {c: {x: 1}}`, `p: {x: 1, choice: {b: "x"}}`,
		`ni: 2`, `nli: 5`,
	}
	for _, argument := range taken {
		if list := validate(t, `{g(`+argument+`)}`); len(list) > 0 {
			t.Errorf("%s: %v, want none", argument, list)
		}
	}
	refused := []string{
		`i: "5"`, `i: 5.5`, `i: 2147483648`, `i: -2147483649`, `i: 99999999999999999999`, `i: true`, `i: RED`,
		`i: [5]`, `i: {}`, `i: 5e0`, `f: "5"`, `f: true`, `f: 1e400`, `f: {}`, `s: 5`, `s: 5.5`, `s: true`,
		`s: RED`, `s: {}`, `s: ["x"]`, `b: 1`, `b: "true"`, `b: {}`, `id: 5.5`, `id: true`, `id: RED`, `id: {}`,
		`e: "RED"`, `e: red`, `e: BLUE`, `e: 0`, `e: true`, `e: {}`, `e: [RED]`, `li: ["5"]`, `li: [[5]]`,
		`li: [2147483648]`, `lli: [[[1]]]`, `ls: [null]`, `ls: [5]`, `p: 5`, `p: "x"`, `p: {}`, `p: [{x: 1}]`,
		`p: {x: null}`, `p: {x: "1"}`, `p: {x: 2147483648}`, `p: {x: 1, z: 1}`, `p: {x: 1, must: null}`,
		`p: {x: 1, label: 5}`, `p: {x: 1, x: 1}`, `p: {x: 1, color: red}`,
		`p: {x: 1, inner: {x: 1, list: [null]}}`, `lp: [null]`, `c: {}`, `c: {a: null}`, `c: {a: 1, b: "x"}`,
		`c: {a: 1, b: null}`, `c: {a: "1"}`, `c: {d: 1}`, `p: {x: 1, choice: {a: 1, b: "x"}}`, `ni: null`,
		`nli: null`, `nli: [null]`,
	}
	for _, argument := range refused {
		if list := validate(t, `{g(`+argument+`)}`); len(list) == 0 {
			t.Errorf("%s is taken", argument)
		}
	}
	for _, document := range []string{
		`query ($v: Int) {f(ni: $v, nli: [])}`, `query ($v: Int) {g(nli: [$v])}`,
		`query ($v: Int) {g(p: {x: $v})}`, `query ($v: String!) {g(i: $v)}`, `query ($v: Int) {g(c: {a: $v})}`,
		`query ($v: Int, $w: String!) {g(c: {a: $v, b: $w})}`, `query ($v: [Int]) {g(i: $v)}`,
		`query ($v: Int!) {g(li: $v)}`, `{f}`, `{f(ni: 1)}`,
		`query ($v: Int = "5") {g(i: $v)}`, `query ($v: Int = 2147483648) {g(i: $v)}`,
		`query ($v: Int! = null) {g(i: $v)}`, `query ($v: Color = red) {g(e: $v)}`,
		`query ($v: Choice = {}) {g(c: $v)}`, `query ($v: Choice = {a: 1, b: "x"}) {g(c: $v)}`,
		`query ($v: [Int!] = [null]) {g(li: $v)}`, `query ($v: Point = {}) {g(p: $v)}`,
		`query ($v: Query) {g(i: $v)}`, `query ($v: Nothing) {g(i: $v)}`,
	} {
		if list := validate(t, document); len(list) == 0 {
			t.Errorf("%s is taken", document)
		}
	}
	for _, document := range []string{
		`query ($v: Int) {g(ni: $v)}`, `query ($v: Int = 1) {f(ni: $v, nli: [$v])}`,
		`query ($v: Int!) {g(c: {a: $v})}`, `query ($v: [Int!]!) {g(nli: $v)}`,
	} {
		if list := validate(t, document); len(list) > 0 {
			t.Errorf("%s: %v, want none", document, list)
		}
	}
}
