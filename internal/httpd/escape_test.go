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
		"a pair":        {post(`{"query": "{ node(id: \"\\ud83d\\ude00\") { id } }"}`), "id"},
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
	pair := e.send(t, post(`{"query": "{ node(id: \"\\ud83d\\ude00\") { id } }"}`))
	if pair.code() != "BAD_INPUT" || strings.Contains(pair.text, "half a character") ||
		!strings.Contains(pair.text, "another escape for one character") {
		t.Errorf("a pair: %s, want that it is two escapes for one character", pair.text)
	}
	for name, request := range map[string]*http.Request{
		"a pair in JSON":    post(`{"query": "query($n: ID!) { node(id: $n) { id } }", "variables": {"n": "\ud83d\ude00"}}`),
		"no escape":         post(`{"query": "{ node(id: \"\\\\ud800\") { id } }"}`),
		"a block":           post(`{"query": "{ node(id: \"\"\"\\ud800 �\"\"\") { id } }"}`),
		"the sign for that": post(`{"query": "{ node(id: \"�\") { id } }"}`),
	} {
		if got := e.send(t, request); strings.Contains(got.text, "half a character") {
			t.Errorf("%s: %s", name, got.text)
		}
	}
}
