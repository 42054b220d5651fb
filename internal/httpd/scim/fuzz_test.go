package scim

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"testing"

	scim "github.com/elimity-com/scim/errors"
)

// ours fails the test if an error is not meant for the client.
func ours(t *testing.T, err error) {
	t.Helper()
	var refused scim.ScimError
	if err != nil && (!errors.As(err, &refused) || refused.Status != http.StatusBadRequest ||
		!strings.HasPrefix(refused.Detail, "BAD_INPUT: ")) {
		t.Errorf("not a refusal: %v", err)
	}
}

var stored = person{UserName: "one@alder.example", ExternalID: "x1", Email: "one@alder.example", FirstName: "One",
	Phone: "+49 40 1", Active: true}

func FuzzPatch(f *testing.F) {
	for _, operation := range []string{
		`{"op":"Replace","path":"active","value":"False"}`, `{"op":"replace","value":{"active":false}}`,
		`{"op":"Add","path":"emails[type eq \"work\"].value","value":"two@alder.example"}`,
		`{"op":"replace","value":{"name.givenName":"Two","emails[type eq \"home\"].value":"x@alder.example","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department":"x"}}`,
		`{"op":"Remove","path":"members","value":[{"$ref":null,"value":"drec_0C00000000000"}]}`,
		`{"op":"remove","path":"members[value eq \"drec_0C00000000000\"]"}`,
		`{"op":"add","path":"members","value":[{"value":"drec_0C00000000000"}]}`,
		`{"op":"Replace","path":"displayName","value":[{"$ref":null,"value":"x"}]}`,
		`{"op":"add","path":"emails","value":[{"value":"a@b.example","primary":"True"},{"value":"c@d.example","primary":true}]}`,
		`{"op":"replace","path":"emails[primary eq true and type eq \"work\"]","value":{"value":"a@b.example"}}`,
		`{"op":"remove","path":"emails[not (type eq \"work\")].value"}`,
		`{"op":"replace","path":"urn:ietf:params:scim:schemas:core:2.0:User:name","value":{"familyName":"X"}}`,
		`{"op":"add","path":"name","value":null}`,
		`{"op":"replace","value":{"urn:ietf:params:scim:schemas:core:2.0:User":{"displayName":"x"},"id":"y"}}`,
	} {
		f.Add(operation)
	}
	f.Fuzz(func(t *testing.T, operation string) {
		var body map[string]any
		if json.Unmarshal([]byte(`{"Operations":[`+operation+`]}`), &body) != nil {
			return
		}
		operations, err := operationsOf(t.Context(), body, userAttributes)
		ours(t, err)
		doc := documentOf(stored)
		if err = apply(newMeter(t.Context(), maxPatchVisits), operations, doc); err != nil {
			ours(t, err)
			return
		}
		p, err := readPerson(doc, person{Active: true})
		ours(t, err)
		if err == nil {
			// A client may send back a document that it has received.
			again, err := readPerson(documentOf(p), person{Active: !p.Active})
			if err != nil || again != p {
				t.Errorf("%+v reads as %+v, %v", p, again, err)
			}
		}
		if operations, err = operationsOf(t.Context(), body, groupAttributes); err != nil {
			ours(t, err)
			return
		}
		d, err := deltaOfOperations(newMeter(t.Context(), maxPatchVisits), operations)
		ours(t, err)
		for id := range d.Add {
			if d.Gone[id] {
				t.Errorf("%s comes and goes", id)
			}
		}
	})
}

func FuzzFilter(f *testing.F) {
	for _, filter := range []string{
		`userName eq "x"`, `emails[type eq "work"].value eq "x"`,
		`not (active eq "True") and (externalId pr or meta.lastModified gt "2026-11-22T00:00:00Z")`,
		`a[b eq "]."].c eq "\""`, `emails[type eq "work"].value pr)`, `emails[`, `].`, `"].`,
		`urn:ietf:params:scim:schemas:core:2.0:User:userName co "\u00E9"`,
	} {
		f.Add(filter)
	}
	f.Fuzz(func(t *testing.T, text string) {
		folded := foldValuePaths(text)
		if strings.Count(folded, "].") > strings.Count(text, "].") {
			t.Errorf("%q became %q", text, folded)
		}
		e, err := parseFilter(text)
		if err != nil {
			ours(t, err)
			return
		}
		hintOf(e, "username", "emails.value", "id")
		passes, err := compile(e, userAttributes)
		if err != nil {
			ours(t, err)
			return
		}
		passes(newMeter(t.Context(), maxPatchVisits), documentOf(stored))
	})
}

func TestFoldValuePaths(t *testing.T) {
	for text, want := range map[string]string{
		`emails[type eq "work"].value eq "x"`:                    `emails[type eq "work" and value eq "x"]`,
		`(emails[type eq "work"].value eq "x y" or userName pr)`: `(emails[type eq "work" and value eq "x y"] or userName pr)`,
		`a[b eq "1"].c pr and d[e eq "2"].f sw "\"]."`:           `a[b eq "1" and c pr] and d[e eq "2" and f sw "\"]."]`,
		`a[b eq "]."] and c eq "].x eq 1"`:                       `a[b eq "]."] and c eq "].x eq 1"`,
		`emails[type eq "work"].value`:                           `emails[type eq "work"].value`,
		`not (emails[type eq "work"].primary eq true)`:           `not (emails[type eq "work" and primary eq true])`,
		`emails[type eq "work"].`:                                `emails[type eq "work"].`,
		`a[b pr] or c[d eq " or " OR e pr].f eq "x" and g[h eq " or "].i pr`: `a[b pr] or c[(d eq " or " OR e pr) and ` +
			`f eq "x"] and g[h eq " or " and i pr]`,
		`emails[type eq "work"].value eq "open`: `emails[type eq "work"].value eq "open`,
	} {
		if got := foldValuePaths(text); got != want {
			t.Errorf("%s\n became %s\n want   %s", text, got, want)
		}
	}
}

// TestDialects normalizes what different clients send, and checks the resulting person.
func TestDialects(t *testing.T) {
	for operations, want := range map[string]func(*person){
		`{"op":"Replace","path":"active","value":"False"}`:                                                  func(p *person) { p.Active = false },
		`{"op":"Add","path":"active","value":["false"]}`:                                                    func(p *person) { p.Active = false },
		`{"op":"replace","value":{"Active":"TRUE","displayname":"D"}}`:                                      func(p *person) { p.DisplayName = "D" },
		`{"op":"Replace","path":"emails[type eq \"work\"].value","value":"a@b.example"}`:                    func(p *person) { p.Email = "a@b.example" },
		`{"op":"Replace","path":"emails[type eq \"home\"].value","value":"a@b.example"}`:                    func(*person) {},
		`{"op":"Replace","path":"emails","value":[{"value":"a@b.example","type":"home"}]}`:                  func(p *person) { p.Email = "a@b.example" },
		`{"op":"Replace","path":"emails","value":{"value":"a@b.example"}}`:                                  func(p *person) { p.Email = "a@b.example" },
		`{"op":"Replace","path":"emails","value":"a@b.example"}`:                                            func(p *person) { p.Email = "a@b.example" },
		`{"op":"replace","path":"emails.value","value":"a@b.example"}`:                                      func(p *person) { p.Email = "a@b.example" },
		`{"op":"add","path":"emails","value":[{"value":"a@b.example"}]}`:                                    func(*person) {},
		`{"op":"add","path":"emails","value":[{"value":"a@b.example","primary":"True"}]}`:                   func(p *person) { p.Email = "a@b.example" },
		`{"op":"replace","path":"emails[type eq \"home\"]","value":{"value":"a@b.example","primary":true}}`: func(p *person) { p.Email = "a@b.example" },
		`{"op":"remove","path":"emails[type eq \"work\"]"}`:                                                 func(p *person) { p.Email = "" },
		`{"op":"remove","path":"emails[type eq \"home\"]"}`:                                                 func(*person) {},
		`{"op":"remove","path":"emails","value":[{"value":"one@alder.example"}]}`:                           func(p *person) { p.Email = "" },
		`{"op":"remove","path":"emails"}`:                                                                   func(p *person) { p.Email = "" },
		`{"op":"replace","path":"emails","value":null}`:                                                     func(p *person) { p.Email = "" },
		`{"op":"add","path":"emails","value":null}`:                                                         func(*person) {},
		`{"op":"replace","path":"name","value":{"familyName":"F"}}`:                                         func(p *person) { p.LastName = "F" },
		`{"op":"replace","path":"NAME.familyname","value":"F"}`:                                             func(p *person) { p.LastName = "F" },
		`{"op":"replace","path":"name.formatted","value":"F"}`:                                              func(*person) {},
		`{"op":"remove","path":"name"}`:                                                                     func(p *person) { p.FirstName = "" },
		`{"op":"remove","path":"externalId"}`:                                                               func(p *person) { p.ExternalID = "" },
		`{"op":"replace","value":{"urn:ietf:params:scim:schemas:core:2.0:User:locale":"de-DE","timezone":"UTC","unknown":1,"unknown[":2,"name.none":3,"id":"x","groups":[]}}`: func(p *person) { p.Locale, p.TimeZone = "de-DE", "UTC" },
		`{"op":"replace","value":{"urn:ietf:params:scim:schemas:core:2.0:User":{"locale":"fr"}}}`:                                                                             func(p *person) { p.Locale = "fr" },
		`{"op":"add","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User","value":{"department":"x"}}`:                                                         func(*person) {},
		`{"op":"add","path":"title","value":"x"},{"op":"remove","path":"x509Certificates"}`:                                                                                   func(*person) {},
		`{"op":"add","path":"phoneNumbers[type eq \"mobile\"].value","value":"2"},{"op":"remove","path":"phoneNumbers[type eq \"work\"].value"}`:                              func(p *person) { p.Phone = "2" },
	} {
		var body map[string]any
		if err := json.Unmarshal([]byte(`{"Operations":[`+operations+`]}`), &body); err != nil {
			t.Fatal(err)
		}
		list, err := operationsOf(t.Context(), body, userAttributes)
		if err != nil {
			t.Errorf("%s: %v", operations, err)
			continue
		}
		doc := documentOf(stored)
		if err := apply(newMeter(t.Context(), maxPatchVisits), list, doc); err != nil {
			t.Errorf("%s: %v", operations, err)
		}
		got, err := readPerson(doc, person{Active: stored.Active})
		expected := stored
		want(&expected)
		if err != nil || got != expected {
			t.Errorf("%s\n makes %+v, %v\n want  %+v", operations, got, err, expected)
		}
	}
}
