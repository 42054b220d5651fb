package scim_test

import (
	"net/http"
	"testing"
)

// TestOkta sends the requests of Okta, from the first import to the removal of a user.
func TestOkta(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		o.get("/Users?startIndex=1&count=2").want(http.StatusOK).
			holds(map[string]any{"totalResults": 0, "Resources": []any{}})
		o.get("/Groups?startIndex=1&count=100").want(http.StatusOK).holds(map[string]any{"totalResults": 0})

		// A user is assigned.
		lookup := `/Users?filter=userName eq "okta.one@alder.example"&startIndex=1&count=100`
		o.get(lookup).holds(map[string]any{"totalResults": 0, "itemsPerPage": 0,
			"schemas": []any{"urn:ietf:params:scim:api:messages:2.0:ListResponse"}})
		made := o.post("/Users",
			`{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"okta.one@alder.example",
			"name":{"givenName":"Okta","familyName":"One"},"emails":[{"primary":true,"value":"okta.one@alder.example","type":"work"}],
			"displayName":"Okta One","locale":"en-US","externalId":"00ujl29u0le5T6Aj10h7","groups":[],"password":"1mz050nq","active":true}`).
			want(http.StatusCreated).holds(map[string]any{"locale": "en-US", "password": nil, "active": true})
		id := made.id()
		user := "/Users/" + id
		o.get(lookup).holds(map[string]any{"totalResults": 1, "Resources.0.id": id})
		o.get(user).holds(map[string]any{"externalId": "00ujl29u0le5T6Aj10h7"})

		person := o.arrive("okta.one@alder.example")

		// The profile changes: Okta reads the user, and replaces it as a whole.
		o.put(user, `{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"`+
			id+`","userName":"okta.uno@alder.example",
			"name":{"givenName":"Okta","middleName":"","familyName":"Uno"},"emails":[{"primary":true,"value":"okta.uno@alder.example","type":"work","display":"x"}],
			"timezone":"Europe/Berlin","active":true,"groups":[],"meta":{"resourceType":"User"}}`).want(http.StatusOK).
			holds(map[string]any{"id": id, "userName": "okta.uno@alder.example", "name.familyName": "Uno",
				"timezone":    "Europe/Berlin",
				"displayName": nil, "locale": nil, "externalId": "00ujl29u0le5T6Aj10h7", "active": true})

		// Groups are pushed.
		other := o.user("alder", "okta.two@alder.example")
		o.arrive("okta.two@alder.example")
		group := o.post("/Groups",
			`{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"Downloads","members":[{"value":"`+id+`","display":"okta.uno@alder.example"}]}`).
			want(http.StatusCreated).holds(map[string]any{"members.0.value": id}).id()
		if m := o.membership(id); m.DirectoryServices.String() != "DOWNLOADS" ||
			m.DirectoryRoles.String() != "READER" {
			t.Errorf(`the directory grants %s and %s, want String = "DOWNLOADS" and String = "READER"`,
				m.DirectoryServices, m.DirectoryRoles)
		}
		o.patch("/Groups/"+group, `{"op":"replace","value":{"id":"`+group+`","displayName":"Download people"}}`).
			want(http.StatusNoContent)
		o.patch("/Groups/"+group, `{"op":"remove","path":"members[value eq \"`+
			id+`\"]"},{"op":"add","path":"members","value":[{"value":"`+
			other+`","display":"okta.two@alder.example"}]}`).
			want(http.StatusNoContent)
		o.get("/Groups/" + group).holds(map[string]any{"displayName": "Download people",
			"members": []any{map[string]any{"value": other, "type": "User",
				"$ref": "https://licenses.example.com/scim/v2/Users/" + other, "display": "okta.two@alder.example"}}})
		if o.membership(id).DirectoryServices != 0 || o.membership(other).DirectoryServices.String() != "DOWNLOADS" {
			t.Error("the services of the member did not change with the group")
		}
		o.put("/Groups/"+group,
			`{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"Download people","members":[{"value":"`+id+`"}]}`).
			want(http.StatusOK).holds(map[string]any{"members.0.value": id, "members.1": nil})
		o.patch("/Groups/"+group, `{"op":"replace","path":"members","value":[{"value":"`+other+`"},{"value":"`+
			id+`"}]}`).want(http.StatusNoContent)
		o.patch("/Groups/"+group, `{"op":"remove","path":"members"}`).want(http.StatusNoContent)
		o.get("/Groups/" + group).holds(map[string]any{"members": nil})

		// The user is unassigned, and assigned again.
		o.signIn(person)
		o.patch(user, `{"op":"replace","value":{"active":false}}`).want(http.StatusOK).
			holds(map[string]any{"active": false})
		if n := o.open(person); n != 0 {
			t.Errorf("%d sessions and keys are left", n)
		}
		o.get(`/Users?filter=userName eq "okta.uno@alder.example"&startIndex=1&count=100`).
			holds(map[string]any{"totalResults": 1})
		o.put(user,
			`{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"okta.uno@alder.example","active":true}`).
			want(http.StatusOK).holds(map[string]any{"active": true, "emails.0.value": "okta.uno@alder.example"})
		if m := o.membership(id); m.UserID != person || m.DirectoryRoles.String() != "READER" {
			t.Errorf(`who came back: %+v, want UserID = %v and String = "READER"`, m, person)
		}
		o.delete("/Groups/" + group).want(http.StatusNoContent)
	})
}
