package attack_test

import (
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
)

// hostile lists texts that have a special meaning in a database, a terminal, a mail, a page or a parser.
var hostile = []string{"' OR '1'='1", `"; DROP TABLE users; --`, "%", "_", "\x00", "\u202e\u2066",
	"\r\nBcc: everybody@example.com", "\x1b[31m",
	"<script>alert(1)</script>", "{{.}}", "../../etc/passwd", `\u0000`, "\ufffd\ufffe", strings.Repeat("a", 70_000),
	"acct_0000000000000", "-1", "null"}

// No text in an argument causes an internal error, and a refused request changes nothing.
func TestHostileTextsBreakNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("every argument of the contract")
	}
	each(t, func(t *testing.T, w *world) {
		w.prepareTable()
		tried := 0
		unbroken := func(what string, a answer) {
			t.Helper()
			tried++
			if a.status >= 500 || slices.Contains(a.codes, "INTERNAL") ||
				strings.Contains(strings.ToLower(a.text), "sqlstate") || strings.Contains(a.text, "syntax error at") {
				t.Errorf(
					`%s: %d %.300s, want status < 500, codes without "INTERNAL", ToLower(text) without `+
						`"sqlstate" and text without "syntax error at"`,
					what, a.status, a.text)
			}
		}
		s := w.scene(w.alder)
		inputs := map[string]input{}
		for name, v := range verbs {
			inputs[name] = v.input(s)
		}
		before := w.readDump()
		for _, name := range slices.Sorted(maps.Keys(verbs)) {
			d := contract.Types[contract.Mutation.Fields.ForName(mutationOf(name)).Arguments.ForName("input").
				Type.Name()]
			for _, f := range d.Fields {
				for _, text := range hostile {
					var value any = text
					if f.Type.Elem != nil {
						value = []string{text}
					}
					if contract.Types[f.Type.Name()].Kind != ast.Scalar || f.Name == "dryRun" {
						continue
					}
					in := inputs[name].with(input{"dryRun": true}).with(input{f.Name: value})
					unbroken(name+"."+f.Name+" "+cut(text), w.change(w.alder.chief.actor, mutationOf(name), in))
				}
			}
		}
		for _, f := range contract.Query.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			for _, a := range f.Arguments {
				document := "query ($v: " + a.Type.String() + ") { " + f.Name + "(" + a.Name + ": $v) { __typename } }"
				for _, text := range hostile {
					for _, value := range holding(a.Type, text) {
						unbroken(f.Name+"."+a.Name+" "+cut(encoded(t, value)),
							w.query(w.alder.chief.actor, document, map[string]any{"v": value}))
					}
				}
			}
		}
		for _, document := range []string{`{ user(userName: "\u0000") { id } }`,
			`{ viewer { ...f } } fragment f on Viewer { user { id } }`,
			`{ lookup(externalId: {value: "a\u0000b"}) { id } }`} {
			unbroken(document, w.query(w.alder.chief.actor, document, nil))
		}
		directory := w.alder.tableViewers["directory"].actor
		for _, text := range hostile {
			quoted := encoded(t, text)
			for _, path := range []string{"/Users?filter=" + url.QueryEscape("userName eq "+quoted),
				"/Users?filter=" + url.QueryEscape(text), "/Users?startIndex=" + url.QueryEscape(text),
				"/Groups?filter=" + url.QueryEscape("displayName eq "+quoted), "/Users/" + url.PathEscape(text),
				"/Users?attributes=" + url.QueryEscape(text)} {
				if len(path) < 8000 {
					unbroken("GET "+cut(path), w.scim(directory, http.MethodGet, path, nil))
				}
			}
			unbroken("POST /Users "+cut(text),
				w.scim(directory, http.MethodPost, "/Users", `{`+userSchema+`,"userName":`+
					quoted+`,"name":{"givenName":`+quoted+`},"emails":[{"value":`+quoted+`}]}`))
			b := w.browser()
			for _, p := range []page{b.post("/sign-in/link", "email", text),
				b.post("/sign-in/link", "email", "a@b.example", "return_to", text),
				b.get("/sign-in/link/" + url.PathEscape(cut(text))), b.get("/invitation/" + url.PathEscape(cut(text))),
				b.get("/sign-in/provider/" + url.PathEscape(cut(text)))} {
				unbroken("a page "+cut(text), answer{status: p.status, text: p.text})
			}
		}
		if d := before.changed(w.readDump(), "directory_records", "audit_entries", "unsealed_entries", "events",
			"river_job", "mail_budgets"); len(d) > 0 {
			t.Errorf("something was changed: %s", strings.Join(d, "\n"))
		}
		t.Logf("%d requests", tried)
	})
}

// holding returns the values of a type that contain a text. An input object contains it in one field at a time.
func holding(of *ast.Type, text string) []any {
	if of.Elem != nil {
		var all []any
		for _, v := range holding(of.Elem, text) {
			all = append(all, []any{v})
		}
		return all
	}
	d := contract.Types[of.NamedType]
	if d.Kind != ast.InputObject {
		if d.Kind == ast.Scalar && of.NamedType != "Boolean" && of.NamedType != "Int" {
			return []any{text}
		}
		return nil
	}
	var all []any
	for _, f := range d.Fields {
		for _, v := range holding(f.Type, text) {
			object := map[string]any{f.Name: v}
			for _, other := range d.Fields {
				if other != f && other.Type.NonNull && other.DefaultValue == nil && other.Type.NamedType == "ID" {
					object[other.Name] = "acct_0000000000000"
				}
			}
			all = append(all, object)
		}
	}
	return all
}

func cut(text string) string { return text[:min(len(text), 40)] }

// Each guess in a request counts toward the limit, or the request is refused.
func TestGuessesInOneRequestAreBounded(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		var fields []string
		for range 25 {
			fields = append(fields, "a"+string(rune('a'+len(fields)))+
				`: acceptInvitation(input: {token: "ml_00000000000000000000000000000000000000"}) { errors { code } }`)
		}
		a := w.query(w.birch.reader.actor, "mutation { "+strings.Join(fields, " ")+" }", nil)
		a.want(t, "QUERY_TOO_LARGE")
	})
}

// A body with duplicate keys is refused, because programs differ in which of the values they use.
func TestABodyThatSaysAThingTwiceIsRefused(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		directory := w.directory(w.alder)
		before := w.readDump()
		for _, body := range []string{
			`{` + userSchema + `,"userName":"one@alder.example","userName":"two@alder.example"}`,
			`{` + userSchema + `,"userName":"one@alder.example","username":"two@alder.example"}`,
			`{` + userSchema + `,"userName":"one@alder.example"} {"userName":"two@alder.example"}`,
			"\xef\xbb\xbf" + `{` + userSchema + `,"userName":"one@alder.example"}`,
			`{` + userSchema + `,"userName":"one@alder.example` + "\xff" + `"}`,
		} {
			if a := w.scim(directory, http.MethodPost, "/Users", body); a.status < 400 || a.status >= 500 {
				t.Errorf("%.80q: %d %.200s, want status >= 400 and status < 500", body, a.status, a.text)
			}
		}
		if d := before.changed(w.readDump()); len(d) > 0 {
			t.Errorf("something was changed: %v", d)
		}
	})
}
