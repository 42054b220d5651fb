package released

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/graph/generated"
)

func schema(t *testing.T, text string) *ast.Schema {
	t.Helper()
	s, err := gqlparser.LoadSchema(&ast.Source{Input: text})
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return s
}

// Checks the current schema against the schema of every release.
func TestTheContractBreaksNoClientOfARelease(t *testing.T) {
	releases, err := Contracts()
	if err != nil {
		t.Fatal(err)
	}
	for _, finding := range Check(releases, generated.NewExecutableSchema(generated.Config{}).Schema()) {
		t.Error(finding)
	}
}

// base is a small schema, from which tests make others by replacing words.
const base = `
interface Node { id: ID! }
enum Color { RED GREEN }
input Filter { color: Color text: String = "a" }
union Thing = Box | Lid
type Box implements Node { id: ID! name: String size: Int! lids: [Lid!]! color: Color node: Node }
type Lid { name: String! }
type Query { box(id: ID!, on: String, most: Int = 3): Box boxes(filter: Filter): [Box!] thing: Thing }`

// with replaces words, in pairs of old and new.
func with(pairs ...string) string {
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(base, pairs[i]) {
			panic(pairs[i] + " is not in the contract")
		}
	}
	return strings.NewReplacer(pairs...).Replace(base)
}

const since = ` @deprecated(reason: "2026-11-28: use Box.size instead")`

func TestRemoval(t *testing.T) {
	deprecated := func(element string) string { return with(element, element+since) }
	const gone = ": is gone, and was not deprecated in each of the last 2 releases"
	for name, c := range map[string]struct {
		releases []string
		now      string
		want     []string
	}{
		"no release, and everything is another": {nil, `type Query { other: Int }`, nil},
		"nothing has changed":                   {[]string{base, base}, base, nil},
		"a field that was not deprecated": {[]string{base, base}, with("name: String size", "size"),
			[]string{"Box.name" + gone}},
		"a field after one release": {[]string{base, deprecated("name: String ")}, with("name: String size", "size"),
			[]string{"Box.name" + gone}},
		"a field in the first release": {[]string{deprecated("name: String ")}, with("name: String size", "size"),
			[]string{"Box.name" + gone}},
		"a field after two releases": {[]string{base, deprecated("name: String "), deprecated("name: String ")},
			with("name: String size", "size"), nil},
		"a deprecation that was taken back": {[]string{deprecated("name: String "), base},
			with("name: String size", "size"),
			[]string{"Box.name" + gone}},
		"a field that went long ago": {[]string{base, with("name: String size", "size")},
			with("name: String size", "size"), nil},
		"a value of an enum": {[]string{base, base}, with("RED GREEN", "GREEN"), []string{"Color.RED" + gone}},
		"a value after two releases": {
			[]string{deprecated("RED "), deprecated("RED ")}, with("RED GREEN", "GREEN"), nil},
		"an argument": {[]string{base, base}, with("on: String, ", ""), []string{"Query.box(on:)" + gone}},
		"an argument after two releases": {[]string{with("on: String,", "on: String"+since+","),
			with("on: String,", "on: String"+since+",")},
			with("on: String, ", ""), nil},
		"a field of an input": {[]string{base, base}, with("color: Color text", "text"),
			[]string{"Filter.color" + gone}},
		"an input after two releases": {[]string{with("color: Color text", "color: Color"+since+" text"),
			with("color: Color text", "color: Color"+since+" text")}, with("color: Color text", "text"), nil},
		"a type and what leads there": {[]string{base, base}, with("union Thing = Box | Lid", "", " thing: Thing", ""),
			[]string{"Query.thing" + gone}},
		"a type, after two releases": {[]string{deprecated("thing: Thing "), deprecated("thing: Thing ")},
			with("union Thing = Box | Lid", "", " thing: Thing", ""), nil},
		"a node": {[]string{base, base},
			`interface Node { id: ID! } type Lid implements Node { id: ID! name: String! } type Query { thing: Lid }
			enum Color { RED GREEN }`, []string{"Box.color" + gone, "Box.id" + gone, "Box.lids" + gone,
				"Box.name" + gone, "Box.node" + gone,
				"Box.size" + gone, "Query.box" + gone, "Query.boxes" + gone, "Query.thing: was Thing and is Lid"}},
	} {
		t.Run(name, func(t *testing.T) {
			var releases []*ast.Schema
			for _, text := range c.releases {
				releases = append(releases, schema(t, text))
			}
			if diff := cmp.Diff(c.want, Check(releases, schema(t, c.now))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestChangesOfWhatStays(t *testing.T) {
	for name, c := range map[string]struct{ now, want string }{
		"an answer that may be null":   {with("size: Int!", "size: Int"), "Box.size: was Int! and is Int"},
		"an answer that is never null": {with("name: String size", "name: String! size"), ""},
		"an element that may be null": {with("lids: [Lid!]!", "lids: [Lid]!"),
			"Box.lids: was [Lid!]! and is [Lid]!"},
		"a list of one":          {with("lids: [Lid!]!", "lids: Lid!"), "Box.lids: was [Lid!]! and is Lid!"},
		"another type":           {with("size: Int!", "size: Float!"), "Box.size: was Int! and is Float!"},
		"a type of an interface": {with("node: Node", "node: Box"), ""},
		"an argument that is required": {with("on: String,", "on: String!,"),
			"Query.box(on:): was String and is String!"},
		"an argument that is not":       {with("box(id: ID!,", "box(id: ID,"), ""},
		"a new argument":                {with("on: String,", "on: String, to: Int,"), ""},
		"a new argument with a default": {with("on: String,", "on: String, to: Int! = 1,"), ""},
		"a new required argument": {with("on: String,", "on: String, to: Int!,"),
			"Query.box(to:): is new and required"},
		"another default": {with("most: Int = 3", "most: Int = 4"),
			"Query.box(most:): the default was 3 and is 4"},
		"a default less": {with("most: Int = 3", "most: Int"),
			"Query.box(most:): the default was 3 and is none"},
		"another default of an input": {with(`= "a"`, `= "b"`), `Filter.text: the default was "a" and is "b"`},
		"a new required input": {with("color: Color text", "must: Int! color: Color text"),
			"Filter.must: is new and required"},
		"a new field":     {with("size: Int!", "size: Int! weight: Int"), ""},
		"a new value":     {with("RED GREEN", "RED GREEN BLUE"), ""},
		"no interface":    {with("Box implements Node", "Box"), "Box: does not implement Node any more"},
		"less in a union": {with("= Box | Lid", "= Box"), "Thing: is never Lid any more"},
		"another kind":    {with("enum Color { RED GREEN }", "scalar Color"), "Color: was ENUM and is SCALAR"},
	} {
		t.Run(name, func(t *testing.T) {
			old := schema(t, base)
			got := strings.Join(Check([]*ast.Schema{old, old}, schema(t, c.now)), "\n")
			if got != c.want && !(name == "no interface" && strings.Contains(got, c.want)) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestADeprecationSaysSinceWhenAndWhatInstead(t *testing.T) {
	const form = `and must be "YYYY-MM-DD: use X instead"`
	for reason, want := range map[string]string{
		`reason: "2026-11-28: use Box.size instead"`:       "",
		`reason: "2026-11-28: use Color.RED instead"`:      "",
		`reason: "2026-11-28: use Query.box(on:) instead"`: "",
		`reason: "2026-11-28: use Lid instead"`:            "",
		`reason: "2026-11-28: use Box.weight instead"`: "the contract has no Box.weight that is not " +
			"deprecated",
		`reason: "2026-11-28: use Box.name instead"`: "the contract has no Box.name that is not deprecated",
		`reason: "2026-11-28: use Query.box(never:) instead"`: "the contract has no Query.box(never:) that is " +
			"not deprecated",
		`reason: "2026-13-28: use Box.size instead"`:            "2026-13-28 is not a day",
		`reason: "use Box.size instead"`:                        form,
		`reason: "2026-11-28: gone soon"`:                       form,
		`reason: "2026-11-28: use Box.size instead, and hurry"`: form,
	} {
		got := Check(nil, schema(t, with("name: String size", "name: String @deprecated("+reason+") size")))
		if text := strings.Join(got, "\n"); want == "" && text != "" || want != "" &&
			(!strings.HasPrefix(text, "Box.name: ") || !strings.HasSuffix(text, want)) {
			t.Errorf("%s: %q, want %q", reason, text, want)
		}
	}
	for element, text := range map[string]string{
		"Box.name":       with("name: String size", "name: String @deprecated size"),
		"Color.RED":      with("RED GREEN", "RED @deprecated GREEN"),
		"Query.box(on:)": with("on: String,", "on: String @deprecated,"),
		"Filter.color":   with("color: Color text", "color: Color @deprecated text"),
	} {
		if got := Check(nil, schema(t, text)); len(got) != 1 || !strings.HasPrefix(got[0], element+": ") {
			t.Errorf("%s: %v, want len(got) = 1 and got[0] %v at its beginning", element, got, element+": ")
		}
	}
}

func TestReleasesAreInTheOrderOfTheirVersions(t *testing.T) {
	file := func(field string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("type Query { " + field + ": Int }")}
	}
	got, err := read(fstest.MapFS{"v1.10.0.graphql": file("last"), "v1.2.0.graphql": file("middle"),
		"v0.9.1.graphql": file("first"),
		"README.md":      file("no")})
	if err != nil {
		t.Fatal(err)
	}
	var fields []string
	for _, s := range got {
		fields = append(fields, s.Query.Fields[0].Name)
	}
	if diff := cmp.Diff([]string{"first", "middle", "last"}, fields); diff != "" {
		t.Error(diff)
	}
	for _, name := range []string{"1.0.0.graphql", "v1.0.graphql", "v1.0.0-rc1.graphql", "v01.0.0.graphql",
		"latest.graphql"} {
		if _, err := read(fstest.MapFS{name: file("x")}); err == nil {
			t.Errorf("%s is taken for a release", name)
		}
	}
	if _, err := read(fstest.MapFS{"v1.0.0.graphql": {Data: []byte("type {")}}); err == nil {
		t.Error("a broken print is taken for a contract")
	}
}
