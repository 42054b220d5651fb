package httpd_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// An escape that is half a character is refused wherever it stands, with the path of the text.
func TestHalvesOfCharacters(t *testing.T) {
	e := newEdge(t, nil)
	const document = `query Q($n: ID!, $f: EntitlementFilterInput) { node(id: $n) { id } entitlements(filter: $f) ` +
		`{ nodes { id } } }`
	for name, test := range map[string]struct {
		request *http.Request
		field   string
	}{
		"a variable": {post(`{"query": "` + document + `", "variables": {"n": "\ud800"}}`), "variables.n"},
		"inside": {post(`{"query": "` + document + `", "variables": {"n": "x", "f": {"account": "\udfff"}}}`),
			"variables.f.account"},
		"the document":  {post(`{"query": "{ node(id: \"\ud83d\") { id } }"}`), "query"},
		"an extension":  {post(`{"query": "{ viewer { name } }", "extensions": {"a": ["\ud83d"]}}`), "extensions.a.0"},
		"a literal":     {post(`{"query": "{ node(id: \"\\ud800\") { id } }"}`), "id"},
		"two halves":    {post(`{"query": "{ node(id: \"\\ude00\\ud83d\") { id } }"}`), "id"},
		"beside braces": {post(`{"query": "{ node(id: \"\\ud83d\\u{61}\") { id } }"}`), "id"},
		"behind others": {post(`{"query": "{ node(id: \"é\\\\😀\\udabc\") { id } }"}`), "id"},
		"a default":     {post(`{"query": "query($n: ID = \"\\udabc\") { node(id: $n) { id } }"}`), "variables.n"},
		"by GET": {get("query=" + url.QueryEscape(document) + "&variables=" + url.QueryEscape(`{"n": "\ud800"}`)),
			"variables.n"},
	} {
		got := e.send(t, test.request)
		if got.code() != "BAD_INPUT" || got.Errors[0].Extensions.Field != test.field ||
			!strings.Contains(got.Errors[0].Message, `\u`) {
			t.Errorf("%s: %d %s, want BAD_INPUT at %s", name, got.status, got.text, test.field)
		}
	}
	for name, request := range map[string]*http.Request{
		"a pair in JSON":    post(`{"query": "query($n: ID!) { node(id: $n) { id } }", "variables": {"n": "\ud83d\ude00"}}`),
		"a pair":            post(`{"query": "{ node(id: \"\\ud83d\\ude00\") { id } }"}`),
		"braces":            post(`{"query": "{ node(id: \"\\u{1F600}\") { id } }"}`),
		"no escape":         post(`{"query": "{ node(id: \"\\\\ud800\") { id } }"}`),
		"a block":           post(`{"query": "{ node(id: \"\"\"\\ud800 �\"\"\") { id } }"}`),
		"the sign for that": post(`{"query": "{ node(id: \"�\") { id } }"}`),
	} {
		if got := e.send(t, request); strings.Contains(got.text, "half a character") {
			t.Errorf("%s: %s", name, got.text)
		}
	}
}

// A text in a document may name a character by a pair of escapes or by its number in braces. A block string has no
// escapes.
func TestEscapesInDocuments(t *testing.T) {
	e := newEdge(t, nil)
	for literal, want := range map[string]string{
		`"\u{41}ccount"`: "Account", `"\u{000041}\u0063count"`: "Account", `"Account\ud83d\ude00"`: "",
		`"""\u{41}ccount"""`: "",
	} {
		got := e.send(t, query("{ # \\u{\n __type(name: "+literal+") { name } }", nil))
		data := `{"data":{"__type":null}}`
		if want != "" {
			data = `{"data":{"__type":{"name":"` + want + `"}}}`
		}
		if strings.TrimSpace(got.text) != data {
			t.Errorf("%s: %d %s, want %s", literal, got.status, got.text, data)
		}
	}
	found := e.send(t, query(`{ entitlements(filter: {numberStartsWith: "\u{45}\u004eT-1"}, orderBy: NUMBER) {
		nodes { number } } }`, nil))
	if found.code() != "" || !strings.Contains(found.text, `"ENT-1"`) {
		t.Errorf("both spellings in a filter: %s", found.text)
	}
	for _, literal := range []string{`"\u{d800}"`, `"\u{110000}"`, `"\u{}"`, `"\u{12"`} {
		got := e.send(t, query("{ node(id: "+literal+") { id } }", nil))
		if got.code() != "GRAPHQL_PARSE_FAILED" || !strings.Contains(got.text, `"locations":[{"line":1,`) {
			t.Errorf("%s: %s, want GRAPHQL_PARSE_FAILED with its place", literal, got.text)
		}
	}
	hidden := e.send(t, query(`{ node(id: "a\u{202e}") { id } }`, nil))
	if hidden.code() != "BAD_INPUT" || !strings.Contains(hidden.text, "U+202E") {
		t.Errorf("a character that nobody sees: %s", hidden.text)
	}
}
