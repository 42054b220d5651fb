package scim_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
)

// isPerson checks what Okta and Entra ID expect of a user in an answer.
func (a answer) isPerson(prefix string) answer {
	a.t.Helper()
	for _, name := range []string{"id", "userName", "name.givenName", "name.familyName", "emails.0.value"} {
		if text, _ := at(a.body, prefix+name).(string); text == "" {
			a.t.Errorf("%s is empty: %.400s", name, a.text)
		}
	}
	if _, is := at(a.body, prefix+"active").(bool); !is {
		a.t.Errorf("active is no boolean: %.400s", a.text)
	}
	return a
}

func (a answer) isList(total int) answer {
	a.t.Helper()
	a.want(http.StatusOK).holds(map[string]any{"totalResults": total,
		"schemas": []any{"urn:ietf:params:scim:api:messages:2.0:ListResponse"}})
	for _, name := range []string{"totalResults", "startIndex", "itemsPerPage"} {
		if _, is := a.body[name].(float64); !is {
			a.t.Errorf("%s is no number: %.400s", name, a.text)
		}
	}
	return a
}

// TestOktaSpecification takes the steps of Okta's test of the SCIM 2.0 specification, in its order.
func TestOktaSpecification(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		// Whoever was invited is no record of the directory, and has no place in its lists.
		o.person("invited@alder.example", "invited@alder.example", nil, o.alder)
		person := func(name string) string {
			return `{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"` + name + `@alder.example",
				"name":{"givenName":"Greta","familyName":"Ahlers"},
				"emails":[{"primary":true,"value":"` + name + `.mail@alder.example","type":"work"}],
				"displayName":"Greta Ahlers","active":true}`
		}
		known := o.post("/Users", person("known")).want(http.StatusCreated).id()

		// Users endpoint, one user, a user who does not exist by name and by id.
		o.get("/Users?count=1&startIndex=1").isList(1).isPerson("Resources.0.")
		o.get("/Users/" + known).want(http.StatusOK).isPerson("").holds(map[string]any{"id": known})
		o.get(`/Users?filter=userName eq "abcdefgh@atko.example"`).isList(0)
		o.get("/Users/010101001010101011001010101011").refused(http.StatusNotFound, "")

		// A user is created, read, and refused the second time.
		o.get(`/Users?filter=userName eq "Random.One@alder.example"`).isList(0)
		made := o.post("/Users", person("Random.One")).want(http.StatusCreated).isPerson("").
			holds(map[string]any{"active": true, "name.familyName": "Ahlers", "name.givenName": "Greta",
				"userName": "Random.One@alder.example",
				"schemas":  []any{"urn:ietf:params:scim:schemas:core:2.0:User"}})
		o.get("/Users/" + made.id()).want(http.StatusOK).isPerson("").
			holds(map[string]any{"userName": "Random.One@alder.example", "name.familyName": "Ahlers",
				"name.givenName": "Greta"})
		o.post("/Users", person("Random.One")).refused(http.StatusConflict, "uniqueness")

		// The case of a name does not matter. Groups are there. A wrong credential is 401.
		o.get(`/Users?filter=userName eq "RANDOM.ONE@ALDER.EXAMPLE"`).isList(1).
			holds(map[string]any{"Resources.0.id": made.id()})
		o.get("/Groups").isList(0)
		o.send(request{as: "wrong", method: http.MethodGet, path: `/Users?filter=userName eq "known@alder.example"`}).
			refused(http.StatusUnauthorized, "")
		o.get("/Users/00919288221112222").refused(http.StatusNotFound, "")
	})
}

// TestOktaLifecycle takes the steps of Okta's test of creating, changing and deactivating, as the server sees them.
func TestOktaLifecycle(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		lookup := `/Users?filter=userName eq "runscope@alder.example"`
		id := o.post("/Users", `{"userName":"runscope@alder.example","name":{"givenName":"Run","familyName":"Scope"},
			"emails":[{"primary":true,"value":"runscope@alder.example","type":"work"}],"active":true}`).
			want(http.StatusCreated).id()
		o.get(lookup).isList(1).isPerson("Resources.0.").holds(map[string]any{"Resources.0.active": true})
		o.put("/Users/"+id, `{"userName":"runscope@alder.example","name":{"givenName":"Ran","familyName":"Scope"},
			"emails":[{"primary":true,"value":"runscope@alder.example","type":"work"}],"active":true}`).
			want(http.StatusOK)
		o.get(lookup).holds(map[string]any{"Resources.0.name.givenName": "Ran"})
		for _, active := range []bool{false, true, false} {
			o.patch("/Users/"+id, fmt.Sprintf(`{"op":"replace","value":{"active":%t}}`, active)).want(http.StatusOK)
			o.get(lookup).isList(1).holds(map[string]any{"Resources.0.active": active})
		}
	})
}

// TestEntraValidator takes the steps of the SCIM validator of Entra ID, with the attributes that /Schemas announces.
func TestEntraValidator(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		user := func(name string) string {
			return `{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"` + name + `",
				"externalId":"` + name + `-1","active":true,"displayName":"A Name",
				"name":{"formatted":"x","givenName":"Given","familyName":"Family"},"locale":"de-DE",
				"timezone":"Europe/Berlin","emails":[{"primary":true,"type":"work","value":"` + name + `@alder.example"}],
				"phoneNumbers":[{"primary":true,"type":"work","value":"+49 40 1"}]}`
		}
		// Create a user; the same again is refused, also in capitals.
		id := o.post("/Users", user("müller")).want(http.StatusCreated).isPerson("").id()
		o.post("/Users", user("müller")).refused(http.StatusConflict, "uniqueness")
		o.post("/Users", user("MÜLLER")).refused(http.StatusConflict, "uniqueness")
		// Filter for an existing user, in other letters, and for one who does not exist.
		for _, name := range []string{"müller", "MÜLLER", `m\u00fcller`, `M\u00DCLLER`} {
			o.get(`/Users?filter=userName eq "` + name + `"`).isList(1).isPerson("Resources.0.").
				holds(map[string]any{"Resources.0.id": id})
		}
		o.get(`/Users?filter=userName eq "non-existing"`).isList(0)
		o.get(`/Users?filter=externalId eq "müller-1"`).isList(1)
		// Replace attributes, add them, change the matching attribute, and disable.
		o.patch("/Users/"+id, `{"op":"replace","path":"name.familyName","value":"Other"},
			{"op":"replace","path":"emails[type eq \"work\"].value","value":"other@alder.example"},
			{"op":"replace","path":"emails[type eq \"work\"].primary","value":true},
			{"op":"replace","path":"displayName","value":"Other Name"}`).want(http.StatusOK)
		o.get("/Users/" + id).holds(map[string]any{"name.familyName": "Other", "displayName": "Other Name",
			"emails": []any{map[string]any{"value": "other@alder.example", "type": "work", "primary": true}}})
		o.patch("/Users/"+id, `{"op":"add","path":"locale","value":"fr-FR"}`).want(http.StatusOK).
			holds(map[string]any{"locale": "fr-FR"})
		o.patch("/Users/"+id, `{"op":"replace","path":"userName","value":"meier"}`).want(http.StatusOK).
			holds(map[string]any{"userName": "meier"})
		o.patch("/Users/"+id, `{"op":"replace","path":"active","value":false}`).want(http.StatusOK).
			holds(map[string]any{"active": false})

		// Groups: create, refuse the same, filter, replace, and change the members.
		group := o.post("/Groups", `{"displayName":"Équipe","externalId":"g-1","members":[]}`).
			want(http.StatusCreated).id()
		o.post("/Groups", `{"displayName":"Équipe"}`).refused(http.StatusConflict, "uniqueness")
		o.post("/Groups", `{"displayName":"ÉQUIPE"}`).refused(http.StatusConflict, "uniqueness")
		o.get(`/Groups?excludedAttributes=members&filter=displayName eq "ÉQUIPE"`).isList(1)
		o.get(`/Groups?filter=displayName eq "nobody"`).isList(0)
		o.patch("/Groups/"+group, `{"op":"replace","path":"displayName","value":"équipe"}`).
			want(http.StatusNoContent)
		o.patch("/Groups/"+group, `{"op":"add","path":"members","value":[{"value":"`+id+`"}]}`).
			want(http.StatusNoContent)
		o.get("/Groups/" + group).holds(map[string]any{"displayName": "équipe", "members.0.value": id})
		o.patch("/Groups/"+group, `{"op":"remove","path":"members[value eq \"`+id+`\"]"}`).
			want(http.StatusNoContent)
		o.get("/Groups/" + group).holds(map[string]any{"members": nil})

		// Delete both, and once more.
		for _, path := range []string{"/Users/" + id, "/Groups/" + group} {
			o.delete(path).want(http.StatusNoContent)
			o.delete(path).refused(http.StatusNotFound, "")
			o.get(path).refused(http.StatusNotFound, "")
		}
	})
}

// announcement is one attribute of a schema.
type announcement struct {
	name, kind, mutability string
	required               bool
	parts                  []announcement
	several                bool
}

func announcements(list any) []announcement {
	var all []announcement
	for _, one := range list.([]any) {
		object := one.(map[string]any)
		a := announcement{name: object["name"].(string), kind: object["type"].(string)}
		a.mutability, _ = object["mutability"].(string)
		a.required, _ = object["required"].(bool)
		a.several, _ = object["multiValued"].(bool)
		if parts := object["subAttributes"]; parts != nil {
			a.parts = announcements(parts)
		}
		all = append(all, a)
	}
	return all
}

// sample returns a value of an attribute that may be written, and the name of each attribute that may not be.
func (a announcement) sample(path string, readOnly *[]string) any {
	path += a.name
	switch {
	case a.mutability == "readOnly":
		*readOnly = append(*readOnly, path)
		return nil
	case len(a.parts) > 0:
		object := map[string]any{}
		for _, part := range a.parts {
			if value := part.sample(path+".", readOnly); value != nil {
				object[part.name] = value
			}
		}
		if a.several {
			return []any{object}
		}
		return object
	case a.kind == "boolean":
		return false
	case strings.HasPrefix(path, "emails"):
		return "sample@alder.example"
	}
	return "A sample of " + a.name
}

// What /Schemas announces as writable is kept as it was sent. What it announces as read-only is not, and nothing is
// answered that is not announced.
func TestWritableAttributesAreKept(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		schema := o.get("/Schemas/urn:ietf:params:scim:schemas:core:2.0:User").want(http.StatusOK)
		var readOnly []string
		sent := map[string]any{"schemas": []string{"urn:ietf:params:scim:schemas:core:2.0:User"}}
		names := []string{"schemas", "id", "meta", "externalId"}
		for _, a := range announcements(schema.body["attributes"]) {
			names = append(names, a.name)
			if value := a.sample("", &readOnly); value != nil {
				sent[a.name] = value
			}
			if a.required != (a.name == "userName") {
				t.Errorf("%s: required %t, want %v", a.name, a.required, a.name == "userName")
			}
		}
		got := o.send(request{as: "alder", method: http.MethodPost, path: "/Users", body: sent}).
			want(http.StatusCreated)
		for name, value := range sent {
			if list, several := value.([]any); several {
				for part, value := range list[0].(map[string]any) {
					got.holds(map[string]any{name + ".0." + part: value})
				}
			} else if object, complex := value.(map[string]any); complex {
				for part, value := range object {
					got.holds(map[string]any{name + "." + part: value})
				}
			} else {
				got.holds(map[string]any{name: value})
			}
		}
		for name := range got.body {
			if !slices.Contains(names, name) {
				t.Errorf("%s is not announced", name)
			}
		}
		for _, want := range []string{"emails.type", "emails.primary", "phoneNumbers.type", "phoneNumbers.primary",
			"name.formatted", "groups"} {
			if !slices.Contains(readOnly, want) {
				t.Errorf("%s is announced as writable, but not kept", want)
			}
		}
		group := o.get("/Schemas/urn:ietf:params:scim:schemas:core:2.0:Group").want(http.StatusOK)
		for _, a := range announcements(group.body["attributes"]) {
			for _, part := range a.parts {
				if want := map[string]string{"value": "immutable", "$ref": "immutable", "type": "immutable",
					"display": "readOnly"}[part.name]; part.mutability != want {
					t.Errorf("members.%s is %s, want %s", part.name, part.mutability, want)
				}
			}
		}
	})
}

// The grammar of filters and paths is that of JSON: hexadecimal digits may be small.
func TestSmallHexadecimalDigits(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		o.post("/Users", `{"userName":"Élodie.Müller@example.com","displayName":"a\"\\ud83d 😀","active":true}`).
			want(http.StatusCreated)
		o.post("/Users", `{"userName":"élodie.müller@example.com","active":true}`).
			refused(http.StatusConflict, "uniqueness")
		for _, filter := range []string{
			`userName eq "élodie.müller@example.com"`, `userName eq "\u00e9lodie.m\u00fcller@example.com"`,
			`userName eq "\u00C9lodie.m\u00FCller@example.com"`, `userName sw "e\u0301LODIE"`,
			`displayName ew "\ud83d\ude00"`, `displayName co "\\ud83d"`, `displayName co "\"\\u"`,
			`emails.value eq "\u00e9lodie.m\u00fcller@example.com"`,
			`emails[value eq "\u00e9lodie.m\u00fcller@example.com"].type eq "wor\u006b"`,
			`(userName co "\u00fc" and not (userName co "\u00e4")) or id eq "\u00e4"`,
		} {
			if got := o.get("/Users?filter=" + filter).ids(); len(got) != 1 {
				t.Errorf("%s: %d users, want 1", filter, len(got))
			}
		}
		// not may stand beside and within brackets, too.
		for filter, want := range map[string]int{
			`emails[type eq "work" and not (value co "x.invalid")]`:                         1,
			`emails[not (type eq "home") and value co "\u00fc"] and active eq true`:         1,
			`(emails[type eq "work" and not (value pr)] or id eq "x") and userName pr`:      0,
			`emails[not (value pr) or type eq "work"] and emails[type eq "work"]`:           1,
			`active eq true and not (emails[type eq "work" and not (value co "@invalid")])`: 0,
			`emails[type eq "work" or type eq "home"].value eq "nobody@example.com"`:        0,
			`emails[type eq "home" or type eq "work"].value co "@example.com"`:              1,
			`emails[type eq "home" or not (type eq "work")].value pr or active eq false`:    0,
			`emails[not (type eq "home")].value co "@example.com"`:                          1,
		} {
			if got := o.get("/Users?filter=" + filter).ids(); len(got) != want {
				t.Errorf("%s: %d users, want %d", filter, len(got), want)
			}
		}
		for _, filter := range []string{`emails[type eq "work" and not (value pr)`, `valuePathNumber0 pr`,
			`emails[type eq "work" and not (emails[value pr])]`, `[not (value pr) and type pr]`,
			`emails[not (nothing pr) and type pr]`} {
			o.get("/Users?filter="+filter).refused(http.StatusBadRequest, "invalidFilter")
		}
		id := o.get("/Users").ids()[0]
		o.patch("/Users/"+id, `{"op":"replace","path":"emails[type eq \"work\" and not (value eq \"x\")].value",
			"value":"é@example.com"}`).want(http.StatusOK).holds(map[string]any{"emails.0.value": "é@example.com"})
		o.patch("/Users/"+id, `{"op":"replace","path":"emails[value eq \"é@example.com\"].value",
			"value":"élodie.müller@example.com"}`).want(http.StatusOK)
		o.patch("/Users/"+id, `{"op":"replace","path":"emails[value eq \"\\u00e9lodie.m\\u00fcller@example.com\"].value",
			"value":"e@example.com"}`).want(http.StatusOK).holds(map[string]any{"emails.0.value": "e@example.com"})
		o.get(`/Users?filter=userName eq "\u00g9"`).refused(http.StatusBadRequest, "invalidFilter")
		o.get(`/Users?filter=userName eq "\u00e"`).refused(http.StatusBadRequest, "invalidFilter")
	})
}

// A body of another charset is refused, and a charset in any spelling accepted, as by every other endpoint.
func TestMediaTypes(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		for media, status := range map[string]int{"application/json; charset=utf8": http.StatusCreated,
			"application/scim+json;charset=UTF-8": http.StatusCreated, "application/json": http.StatusCreated,
			"application/json; charset=latin1": http.StatusUnsupportedMediaType,
			"text/json":                        http.StatusUnsupportedMediaType} {
			o.send(request{as: "alder", method: http.MethodPost, path: "/Users",
				body:   map[string]any{"userName": "user of " + media},
				header: http.Header{"Content-Type": {media}}}).want(status)
		}
	})
}
