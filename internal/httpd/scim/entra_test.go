package scim_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/vocabulary"
)

const enterprise = `urn:ietf:params:scim:schemas:extension:enterprise:2.0:User`

// TestEntraID sends the requests of the provisioning service of Microsoft Entra ID, from the connection test to the
// deletion of a user, in its own dialect.
func TestEntraID(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		// The connection test looks for a user who does not exist.
		o.get(`/Users?filter=userName eq "6dcf6c1e-bb3f-4c3f-8a2f-5cbd7bb0d8de"`).want(http.StatusOK).
			holds(map[string]any{"totalResults": 0, "Resources": []any{}, "startIndex": 1, "itemsPerPage": 0})
		o.get("/Schemas").want(http.StatusOK)

		// A user is looked up, and created.
		o.get(`/Users?filter=userName eq "Reader.One@alder.example"`).holds(map[string]any{"totalResults": 0})
		made := o.post("/Users", `{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","`+enterprise+`"],
			"externalId":"0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef","userName":"Reader.One@alder.example","active":true,"displayName":"Reader One",
			"addresses":[{"primary":false,"type":"work","country":"DE","postalCode":"20095"}],
			"emails":[{"primary":true,"type":"work","value":"reader.one@alder.example"}],
			"meta":{"resourceType":"User"},"name":{"formatted":"One Reader","familyName":"One","givenName":"Reader"},
			"preferredLanguage":"de-DE","roles":[],"title":"Engineer","`+enterprise+
			`":{"department":"Tools","manager":{"value":"x"}}}`).
			want(http.StatusCreated).holds(map[string]any{"userName": "Reader.One@alder.example", "active": true,
			"displayName": "Reader One",
			"externalId":  "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef", "name.givenName": "Reader",
			"name.familyName": "One", "name.formatted": "Reader One",
			"emails": []any{map[string]any{"value": "reader.one@alder.example", "type": "work", "primary": true}},
			"title":  nil, "groups": nil})
		id := made.id()
		if at := made.header.Get("Location"); at != "https://licenses.example.com/scim/v2/Users/"+id ||
			made.body["meta"].(map[string]any)["location"] != at {
			t.Errorf("Location: %q", at)
		}
		if r := o.record(id); r.UserID != nil || *r.EmailKey != "reader.one@alder.example" ||
			r.UserNameKey != "reader.one@alder.example" || r.AccountID != o.alder {
			t.Errorf(
				`the record: %+v, want UserID = nil, EmailKey = "reader.one@alder.example", UserNameKey = `+
					`"reader.one@alder.example" and AccountID = %v`,
				r, o.alder)
		}
		// A person proves the address, and becomes a member.
		person := o.arrive("Reader.One@ALDER.example")
		m := o.membership(id)
		if m.Origin != vocabulary.MembershipOriginDirectory || m.Roles != 0 || m.DirectoryRoles.String() != "READER" ||
			m.ServiceAccess|m.DirectoryServices != 0 ||
			m.IncludeSubAccounts || m.AccountID != o.alder || m.UserID != person {
			t.Errorf("the membership: %+v", m)
		}

		// The user is found by all attributes that Entra ID can match, ignoring case.
		for _, filter := range []string{
			`userName eq "Reader.One@alder.example"`, `userName eq "reader.one@ALDER.example"`,
			`externalId eq "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef"`,
			`emails[type eq "work"].value eq "READER.one@alder.example"`,
			`emails[type eq "work" and value eq "reader.one@alder.example"]`,
			`emails.value eq "reader.one@alder.example"`,
			`displayName eq "reader one"`, `id eq "` + id + `"`,
		} {
			if got := o.get("/Users?filter=" + filter).ids(); len(got) != 1 || got[0] != id {
				t.Errorf("%s: %v, want len(got) = 1 and got[0] = %v", filter, got, id)
			}
		}

		// The profile changes, in operations whose names are capitalized.
		user := "/Users/" + id
		o.patch(user, `{"op":"Replace","path":"emails[type eq \"work\"].value","value":"one.reader@alder.example"},
			{"op":"Replace","path":"name.familyName","value":"Uno"},
			{"op":"Add","path":"phoneNumbers[type eq \"mobile\"].value","value":"+49 40 1"},
			{"op":"Add","path":"addresses[type eq \"work\"].formatted","value":"Pier 1"},
			{"op":"Add","path":"roles[primary eq \"True\"].value","value":"x"},
			{"op":"Replace","path":"`+enterprise+`:department","value":"Docks"},
			{"op":"Add","path":"`+enterprise+`:manager","value":"0a21"}`).
			want(http.StatusOK).holds(map[string]any{"emails.0.value": "one.reader@alder.example",
			"name.familyName": "Uno", "name.givenName": "Reader",
			"phoneNumbers.0.value": "+49 40 1"})
		// With the flag aadOptscim062020, one operation without a path contains several attributes.
		o.patch(user,
			`{"op":"replace","value":{"displayName":"Una","name.givenName":"Lectora","emails[type eq \"work\"].value":"una@alder.example",
			"`+enterprise+`:employeeNumber":"12","`+enterprise+`":{"division":"x"},"nickName":"U"}}`).
			want(http.StatusOK).holds(map[string]any{"displayName": "Una", "name.givenName": "Lectora",
			"emails.0.value": "una@alder.example"})
		// In the old style, a value is sent as a list of one object.
		o.patch(user, `{"op":"Replace","path":"displayName","value":[{"$ref":null,"value":"Old style"}]}`).
			want(http.StatusOK).holds(map[string]any{"displayName": "Old style"})
		o.patch(user,
			`{"op":"Remove","path":"phoneNumbers[type eq \"work\"].value"},{"op":"Remove","path":"displayName"}`).
			want(http.StatusOK).holds(map[string]any{"phoneNumbers": nil, "displayName": nil})

		// A group is looked up without its members, created, filled and emptied.
		o.get(`/Groups?excludedAttributes=members&filter=displayName eq "License Manager"`).
			holds(map[string]any{"totalResults": 0})
		group := o.post("/Groups",
			`{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group","http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"],
			"externalId":"8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159","displayName":"License Manager","meta":{"resourceType":"Group"}}`).
			want(http.StatusCreated).holds(map[string]any{"displayName": "License Manager", "members": nil}).id()
		o.get("/Groups/" + group + "?excludedAttributes=members").want(http.StatusOK)
		o.patch("/Groups/"+group, `{"op":"Add","path":"members","value":[{"$ref":null,"value":"`+id+`"}]}`).
			want(http.StatusNoContent)
		if m := o.membership(id); m.DirectoryRoles.String() != "LICENSE_MANAGER,READER" || m.Roles != 0 {
			t.Errorf(`the directory grants %s beside %s, want String = "LICENSE_MANAGER,READER" and Roles = 0`,
				m.DirectoryRoles, m.Roles)
		}
		o.get(user).holds(map[string]any{"groups": []any{map[string]any{"value": group, "display": "License Manager",
			"type": "direct",
			"$ref": "https://licenses.example.com/scim/v2/Groups/" + group}}})
		o.get("/Groups/" + group).holds(map[string]any{"members.0.value": id,
			"members.0.display": "Reader.One@alder.example", "members.0.type": "User"})
		for _, filter := range []string{`id eq "` + group + `" and members eq "` + id + `"`, `members[value eq "` +
			id + `"]`, `displayName eq "LICENSE manager"`} {
			if got := o.get("/Groups?excludedAttributes=members&filter=" + filter); len(got.ids()) != 1 ||
				strings.Contains(got.text, "members") {
				t.Errorf(`%s: %s, want len(ids) = 1 and text without "members"`, filter, got.text)
			}
		}
		o.patch("/Groups/"+group, `{"op":"Replace","path":"displayName","value":"Licenses"}`).
			want(http.StatusNoContent)
		if m := o.membership(id); m.DirectoryRoles.String() != "LICENSE_MANAGER,READER" {
			t.Errorf("renaming the group changed the roles to %s", m.DirectoryRoles)
		}
		o.patch("/Groups/"+group, `{"op":"Remove","path":"members","value":[{"$ref":null,"value":"`+id+`"}]}`).
			want(http.StatusNoContent)
		if m := o.membership(id); m.DirectoryRoles.String() != "READER" {
			t.Errorf("after leaving the group the directory still grants %s", m.DirectoryRoles)
		}

		// The record's address has changed, but the user stays the same: another person with that address does not
		// become the member.
		if other := o.arrive("una@alder.example"); o.isMember(other, o.alder) || o.membership(id).UserID != person {
			t.Error("the record was linked to another user")
		}

		// The user is disabled, comes back, is disabled again and deleted.
		o.signIn(m.UserID)
		o.patch(user, `{"op":"Replace","path":"active","value":"False"}`).want(http.StatusOK).
			holds(map[string]any{"active": false})
		if n := o.open(m.UserID); n != 0 {
			t.Errorf("%d sessions and keys are left", n)
		}
		if m := o.membership(id); m.DirectoryRoles != 0 || m.SuspendedAt != nil {
			t.Errorf("an inactive record grants %s, want DirectoryRoles = 0 and SuspendedAt = nil", m.DirectoryRoles)
		}
		o.patch(user, `{"op":"Replace","path":"active","value":"True"}`).want(http.StatusOK).
			holds(map[string]any{"active": true})
		o.patch(user, `{"op":"Replace","value":{"active":"False"}}`).want(http.StatusOK).
			holds(map[string]any{"active": false})
		o.get(`/Users?filter=userName eq "Reader.One@alder.example"`).
			holds(map[string]any{"totalResults": 1, "Resources.0.active": false})
		o.delete("/Groups/" + group).want(http.StatusNoContent)
		o.delete(user).want(http.StatusNoContent)
		o.get(user).refused(http.StatusNotFound, "")
		o.delete(user).refused(http.StatusNotFound, "")
		o.get("/Groups/"+group).refused(http.StatusNotFound, "")

		if o.isMember(person, o.alder) {
			t.Error("the membership outlives the record that made it")
		}

		// A person who is provisioned again is the same user, once they prove the address again.
		again := o.user("alder", "Reader.One@alder.example")
		if o.prove(person, "reader.one@alder.example"); o.membership(again).UserID != m.UserID {
			t.Error("the user was made a second time")
		}
	})
}
