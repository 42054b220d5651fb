package httpd

import (
	"encoding/json"
	"reflect"
	"testing"
	"unicode/utf8"
)

func TestMembers(t *testing.T) {
	for body, want := range map[string]map[string]string{
		`{}`:                               {},
		" {\n}\t":                          {},
		`{"a":1}`:                          {"a": "1"},
		`{ "a" : -1.5e3 , "b":"}"}`:        {"a": "-1.5e3", "b": `"}"`},
		`{"a":{"b":[1,{"c":"]"}]},"d":[]}`: {"a": `{"b":[1,{"c":"]"}]}`, "d": "[]"},
		`{"q\u0075ery":"\"\\","x":null }`:  {"query": `"\"\\"`, "x": "null"},
		`{"":true,"ü":false}`:              {"": "true", "ü": "false"},
	} {
		parts, twice, ok := members([]byte(body))
		if !ok || twice || len(parts) != len(want) {
			t.Errorf("%s: %v, twice %v, ok %v", body, parts, twice, ok)
		}
		for name, value := range want {
			if string(parts[name]) != value {
				t.Errorf("%s: %s is %s, want %s", body, name, parts[name], value)
			}
		}
	}
	for _, body := range []string{``, ` `, `[]`, `"a"`, `1`, `null`, `{`, `{"a"}`, `{"a":1,}`, `{"a":1} x`, `{"a":1}{}`, `{a:1}`} {
		if _, _, ok := members([]byte(body)); ok {
			t.Errorf("%s is taken", body)
		}
	}
	for _, body := range []string{`{"a":1,"a":1}`, `{"a":1,"b":2,"\u0061":3}`} {
		if _, twice, ok := members([]byte(body)); !twice || !ok {
			t.Errorf("%s: the second a is not noticed", body)
		}
	}
}

func FuzzMembers(f *testing.F) {
	f.Add([]byte(`{"query":"{ a }","variables":{"x":[1,"\"",{}]}}`))
	f.Add([]byte(`{"a":1,"a":2}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		if !utf8.Valid(body) { // refused before
			return
		}
		parts, twice, ok := members(body)
		var want map[string]json.RawMessage
		err := json.Unmarshal(body, &want)
		if ok != (err == nil && want != nil) {
			t.Fatalf("%q: ok %v, but %v", body, ok, err)
		}
		if ok && !twice && !(len(parts) == 0 && len(want) == 0) && !reflect.DeepEqual(parts, want) {
			t.Fatalf("%q: %q, want %q", body, parts, want)
		}
	})
}
