package escape_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/muniment/muniment/internal/httpd/escape"
)

func TestHalfInJSON(t *testing.T) {
	for document, want := range map[string][2]string{
		`{"a": "plain"}`: {}, `{"a": "\u00e9\ud83d\ude00"}`: {}, `{"a": "\\ud800"}`: {}, `7`: {}, `{"a": "x\\"}`: {},
		`"\ud800"`:                                               {"v", `\ud800`},
		`{"a": {"b": ["x", "y\uDFFF"]}}`:                         {"v.a.b.1", `\uDFFF`},
		`{"a": "\ude00\ud83d"}`:                                  {"v.a", `\ude00`},
		`{"a": "\ud83d\ud83d\ude00"}`:                            {"v.a", `\ud83d`},
		`{"a": "\ud83d"}`:                                        {"v.a", `\ud83d`},
		`{"a": {"\udabc": 1}}`:                                   {"v.a", `\udabc`},
		`{"a": "\\\\\ud800", "b": "\ud801"}`:                     {"v.a", `\ud800`},
		`{"x": [{"a": 1}, [2, 3], {"b": {"\u0063": "\ud800"}}]}`: {"v.x.2.b.c", `\ud800`},
		`[{"a": [], "b": {}} , "\ud800"]`:                        {"v.1", `\ud800`},
		`{"a": {"b": 1}, "\ud800" : 1}`:                          {"v", `\ud800`},
	} {
		at, half := escape.HalfInJSON("v", document)
		if at != want[0] || half != want[1] {
			t.Errorf("%s: %q at %q, want %q at %q", document, half, at, want[1], want[0])
		}
	}
	if at, _ := escape.HalfInJSON("", `{"a": ["\ud800"]}`); at != "a.0" {
		t.Errorf("the path is %q, want a.0", at)
	}
}

// GraphQL also writes a character by its number in braces.
func TestHalf(t *testing.T) {
	for raw, want := range map[string]string{`"\uD83D\uDE00"`: "", `"\u00e9"`: "", `"\\uD800"`: "", `"\`: "",
		`"\u{1F600}"`: "", `"\u{61}\uD83D\u{1F600}"`: `\uD83D`, `"\u{61}\uDE00"`: `\uDE00`} {
		if got := escape.Half(raw); got != want {
			t.Errorf("%s: %q, want %q", raw, got, want)
		}
	}
}

// The decoder of the standard library puts U+FFFD in place of just what Half finds.
func FuzzHalf(f *testing.F) {
	for _, seed := range []string{`"\ud800"`, `"\ud83d\ude00"`, `"\\ud800"`, `"\ud83d\ud83d\ude00 \ufffd"`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		var text string
		if !utf8.ValidString(raw) || strings.Contains(strings.ToLower(raw), "fffd") ||
			strings.ContainsRune(raw, '\uFFFD') || json.Unmarshal([]byte(raw), &text) != nil {
			return
		}
		if _, half := escape.HalfInJSON("", raw); (half != "") != strings.ContainsRune(text, '\uFFFD') {
			t.Errorf("%s: found %q in %q", raw, half, text)
		}
	})
}
