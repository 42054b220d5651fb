package scim_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestWhoMayProvision(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		for _, path := range []string{"/Users", "/Groups", "/ServiceProviderConfig"} {
			nobody := o.send(request{method: http.MethodGet, path: path}).refused(http.StatusUnauthorized, "")
			if nobody.header.Get("WWW-Authenticate") != "Bearer" {
				t.Error("no WWW-Authenticate")
			}
			for _, other := range []string{"reader", "operator"} {
				o.send(request{as: other, method: http.MethodGet, path: path}).refused(http.StatusForbidden, "")
			}
		}
	})
}

func TestWhatTheServiceSaysOfItself(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		o.get("/ServiceProviderConfig").want(http.StatusOK).
			holds(map[string]any{"patch.supported": true, "etag.supported": true,
				"filter.supported": true, "filter.maxResults": 200, "bulk.supported": false,
				"authenticationSchemes.0.type": "oauthbearertoken"})
		o.get("/ResourceTypes").holds(map[string]any{"totalResults": 2, "Resources.0.endpoint": "/Users",
			"Resources.1.id": "Group"})
		o.get("/ResourceTypes/User").holds(map[string]any{"schema": "urn:ietf:params:scim:schemas:core:2.0:User"})
		o.get("/Schemas").holds(map[string]any{"totalResults": 2})
		o.get("/Schemas/urn:ietf:params:scim:schemas:core:2.0:Group").
			holds(map[string]any{"attributes.0.name": "displayName"})
		o.get("/Schemas/none").refused(http.StatusNotFound, "")
		o.get("/ServiceProviderConfig/x").refused(http.StatusNotFound, "")
		for path, status := range map[string]int{"/Me": http.StatusNotImplemented, "/Bulk": http.StatusNotImplemented,
			"/Nothing": http.StatusNotFound, "/": http.StatusNotFound,
			"/Users/.search": http.StatusNotImplemented, "/Users/drec_1": http.StatusNotFound,
			"/Users/" + o.alder.String(): http.StatusNotFound} {
			o.get(path).refused(status, "")
		}
		if allow := o.delete("/Users").refused(http.StatusMethodNotAllowed,
			"").header.Get("Allow"); allow != "GET, HEAD, POST" {
			t.Errorf("Allow: %q", allow)
		}
		o.post("/Schemas", "{}").refused(http.StatusMethodNotAllowed, "")
	})
}

func TestVersions(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		id := o.user("alder", "one@alder.example")
		user := "/Users/" + id
		first := o.get(user)
		tag := first.header.Get("ETag")
		if !strings.HasPrefix(tag, `W/"`) || at(first.body, "meta.version") != tag {
			t.Fatalf("the version is %q", tag)
		}
		read := func(tags ...string) answer {
			return o.send(request{as: "alder", method: http.MethodGet, path: user,
				header: http.Header{"If-None-Match": tags}})
		}
		if a := read(tag).want(http.StatusNotModified); a.text != "" || a.header.Get("ETag") != tag {
			t.Errorf("not modified: %q", a.text)
		}
		read(`"other"`, strings.TrimPrefix(tag, "W/")).want(http.StatusNotModified)
		read("*").want(http.StatusNotModified)
		read(`W/"other"`).want(http.StatusOK)

		change := func(method, tag, body string) answer {
			return o.send(request{as: "alder", method: method, path: user, body: body,
				header: http.Header{"If-Match": {tag}}})
		}
		body := `{"Operations":[{"op":"replace","path":"displayName","value":"One"}]}`
		change(http.MethodPatch, `W/"other"`, body).refused(http.StatusPreconditionFailed, "")
		second := change(http.MethodPatch, tag, body).want(http.StatusOK).header.Get("ETag")
		if second == tag || second == "" {
			t.Errorf(`the version stayed %q, want second != %v and second != ""`, second, tag)
		}
		// A change without effect does not change the version.
		if third := change(http.MethodPatch, second, body).want(http.StatusOK).header.Get("ETag"); third != second {
			t.Errorf("a repeated request changed the version to %q from %q", third, second)
		}
		change(http.MethodPut, tag, `{"userName":"one@alder.example"}`).refused(http.StatusPreconditionFailed, "")
		change(http.MethodDelete, tag, "").refused(http.StatusPreconditionFailed, "")

		group := "/Groups/" + o.post("/Groups", `{"displayName":"Crew"}`).id()
		before := o.get(group).header.Get("ETag")
		after := o.patch(group, `{"op":"add","path":"members","value":[{"value":"`+id+`"}]}`).
			want(http.StatusNoContent).header.Get("ETag")
		if after == before || after != o.get(group).header.Get("ETag") {
			t.Errorf("after adding a member the version of the group is %q, before %q", after, before)
		}
		if o.get(user).header.Get("ETag") == second {
			t.Error("adding the user to a group did not change the version of the user")
		}
		o.send(request{as: "alder", method: http.MethodDelete, path: group,
			header: http.Header{"If-Match": {before}}}).refused(http.StatusPreconditionFailed, "")
		change(http.MethodDelete, "*", "").want(http.StatusNoContent)
		if o.get(group).header.Get("ETag") == after {
			t.Error("removing the member did not change the version of the group")
		}
		o.send(request{as: "alder", method: http.MethodDelete, path: group,
			header: http.Header{"If-Match": {`"x", ` + o.get(group).header.Get("ETag")}}}).want(http.StatusNoContent)
	})
}

func TestFiltersAndPages(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		var all []string
		for i := range 7 {
			o.clock.Advance(time.Hour)
			all = append(all, o.post("/Users",
				fmt.Sprintf(
					`{"userName":"user%d@alder.example","externalId":"Ext-%d","displayName":"Number %d","active":%v,
				"emails":[{"value":"Mail%d@alder.example","type":"work"}],"name":{"givenName":"N\"%d"}}`, i, i, i,
					i%2 == 0, i, i)).want(http.StatusCreated).id())
		}
		o.post("/Users", `{"userName":"nomail","displayName":""}`).want(http.StatusCreated)
		for filter, want := range map[string]string{
			`userName eq "user1@alder.example"`: "1", `userName eq "USER1@alder.example"`: "1",
			`UserName EQ "user1@alder.example"`:                                            "1",
			`urn:ietf:params:scim:schemas:core:2.0:User:userName eq "user1@alder.example"`: "1",
			`userName co "ser3"`: "3", `userName sw "user"`: "0123456", `userName ew ".example"`: "0123456",
			`userName ne "nomail"`:                "0123456",
			`userName gt "user4" and userName pr`: "456", `externalId eq "Ext-2"`: "2", `externalId eq "ext-2"`: "",
			`not (externalId pr)`: "n",
			`externalId pr`:       "0123456", `externalId eq null`: "n",
			`externalId ne null and active eq false`: "135",
			`emails.value eq "mail2@ALDER.example"`:  "2", `emails co "mail2"`: "2",
			`emails[type eq "work"].value eq "mail2@alder.example"`:                           "2",
			`emails[type eq "home"].value eq "mail2@alder.example"`:                           "",
			`emails[value sw "mail" and type eq "work"]`:                                      "0123456",
			`not (emails[type eq "work"].value pr)`:                                           "n",
			`(emails[type eq "work"].value eq "mail2@alder.example" or userName eq "nomail")`: "2n",
			`active eq true`: "0246n", `active eq "True"`: "0246n", `active ne true`: "135",
			`active eq false and displayName co "5"`:                 "5",
			`displayName eq "number 1" or displayName eq "NUMBER 2"`: "12", `displayName pr`: "0123456",
			`not (displayName sw "Number")`: "n",
			`name.givenName eq "n\"4"`:      "4", `meta.lastModified gt "2026-11-22T05:30:00Z"`: "56n",
			`meta.lastModified ge "2026-11-22T07:00:00.000Z" and meta.created le "2026-11-22T08:00:00+01:00"`: "6n",
			`meta.resourceType eq "User" and id eq "` + all[3] + `"`:                                          "3",
			`id eq "drec_0000000000000"`: "", `title pr`: "", `title ne "x" and userName eq "nomail"`: "n",
			`urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq "x"`: "", `groups pr`: "",
			`name pr and displayName co "1"`:                       "1",
			`userName eq "user1@alder.example" and active eq true`: "",
			`nickName eq null and userName eq "nomail"`:            "n",
		} {
			got := o.get("/Users?filter=" + filter).names("userName")
			var short []string
			for _, name := range got {
				short = append(short, strings.TrimPrefix(name, "user")[:1])
			}
			slices.Sort(short)
			if strings.Join(short, "") != want {
				t.Errorf("%s keeps %v, want %s", filter, got, want)
			}
		}
		for _, filter := range []string{`userName`, `userName eq`, `userName eq user`, `userName is "x"`,
			`emails[userName eq "x"]`, `name.none eq "x"`, `active gt true`,
			`active eq "yes"`, `userName eq true`, `userName gt null`, `name eq "x"`, `meta.created gt "yesterday"`,
			`meta.created co "2026-11-22T07:00:00Z"`,
			`emails[none eq "x"]`, `userName[value eq "x"]`, `(userName eq "x"`, `urn:none:userName eq "x"`,
			`userName eq "\u0000"`,
			`userName eq "` + strings.Repeat("x", 5000) + `"`, "userName eq \"\xff\"", strings.Repeat("(", 2000)} {
			o.get("/Users?filter="+filter).refused(http.StatusBadRequest, "invalidFilter")
		}

		listed := o.get("/Users").ids()
		if len(listed) != 8 || !slices.IsSorted(listed) {
			t.Errorf("all users: %v", listed)
		}
		var paged []string
		for start := 1; start <= 8; start += 3 {
			a := o.get(fmt.Sprintf("/Users?startIndex=%d&count=3", start)).
				holds(map[string]any{"totalResults": 8, "startIndex": start})
			paged = append(paged, a.ids()...)
		}
		if !slices.Equal(paged, listed) {
			t.Errorf("the pages hold %v, all is %v", paged, listed)
		}
		o.get("/Users?count=0").holds(map[string]any{"totalResults": 8, "itemsPerPage": 0, "Resources": []any{}})
		o.get("/Users?count=-5&startIndex=-1").holds(map[string]any{"totalResults": 8, "itemsPerPage": 0,
			"startIndex": 1})
		o.get("/Users?startIndex=9").holds(map[string]any{"totalResults": 8, "itemsPerPage": 0, "startIndex": 9})
		o.get("/Users?startIndex=2147483647&count=100000").holds(map[string]any{"totalResults": 8, "itemsPerPage": 0})
		o.get(`/Users?startIndex=2&count=2&filter=displayName sw "Number"`).
			holds(map[string]any{"totalResults": 7, "itemsPerPage": 2})
		o.get("/Users?count=many").refused(http.StatusBadRequest, "")

		user := "/Users/" + all[0]
		o.get(user + "?attributes=userName,name.givenName,emails.value,meta.version").
			holds(map[string]any{"id": all[0], "userName": "user0@alder.example",
				"name":   map[string]any{"givenName": `N"0`},
				"emails": []any{map[string]any{"value": "Mail0@alder.example"}}, "active": nil, "externalId": nil,
				"meta.location": nil})
		o.get(user + "?excludedAttributes=name,emails.type,urn:ietf:params:scim:schemas:core:2.0:User:displayName,id").
			holds(map[string]any{"id": all[0], "name": nil, "displayName": nil,
				"emails.0.type": nil, "emails.0.primary": true, "active": true})
		o.get(`/Users?attributes=id&filter=userName eq "user0@alder.example"`).
			holds(map[string]any{"Resources.0.userName": nil, "Resources.0.id": all[0]})
	})
}

func TestFiltersOfGroups(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		member := o.user("alder", "one")
		o.post("/Groups", `{"displayName":"Équipe"}`).want(http.StatusCreated)
		for i := range 3 {
			body := fmt.Sprintf(`{"displayName":"Crew %d","externalId":"g%d"}`, i, i)
			if i == 1 {
				body = fmt.Sprintf(`{"displayName":"Crew 1","members":[{"value":%q}]}`, member)
			}
			o.post("/Groups", body).want(http.StatusCreated)
		}
		for filter, want := range map[string][]string{
			`displayName eq "Crew 1"`: {"Crew 1"}, `displayName eq "CREW 1"`: {"Crew 1"},
			`displayName eq "e\u0301QUIPE"`: {"Équipe"}, `displayName sw "crew"`: {"Crew 0", "Crew 1", "Crew 2"},
			`externalId eq "g2"`: {"Crew 2"}, `members.value eq "` + member + `"`: {"Crew 1"},
			`not (members pr)`:         {"Crew 0", "Crew 2", "Équipe"},
			`members.display eq "one"`: {"Crew 1"}, `members eq "nobody"`: {},
			`displayName eq "Crew 0" or members[value eq "` + member + `"]`: {"Crew 0", "Crew 1"},
		} {
			got := o.get("/Groups?filter=" + filter).names("displayName")
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Errorf("%s keeps %v, want %v", filter, got, want)
			}
		}
		o.get(`/Groups?filter=userName eq "x"`).refused(http.StatusBadRequest, "invalidFilter")
	})
}

func TestWhatIsRefused(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		user := "/Users/" + o.user("alder", "one@alder.example")
		group := "/Groups/" + o.post("/Groups", `{"displayName":"Crew"}`).id()
		for body, kind := range map[string]string{
			`{`: "invalidSyntax", `[]`: "invalidSyntax", `null`: "invalidSyntax", `{} {}`: "invalidSyntax",
			`{}`: "invalidValue", `{"userName":""}`: "invalidValue",
			`{"userName":"  "}`: "invalidValue", `{"userName":7}`: "invalidValue",
			`{"userName":"a","active":"maybe"}`:                                               "invalidValue",
			`{"userName":"a","emails":[{"value":"no address"}]}`:                              "invalidValue",
			`{"userName":"a","emails":[{"value":"A <a@b.example>"}]}`:                         "invalidValue",
			`{"userName":"a\u0000"}`:                                                          "invalidValue",
			`{"userName":"a","name":"x"}`:                                                     "invalidValue",
			`{"userName":"a","USERNAME":"b"}`:                                                 "invalidSyntax",
			`{"userName":"a\u202eb"}`:                                                         "invalidValue",
			`{"userName":"a","phoneNumbers":[{"value":"` + strings.Repeat("1", 5000) + `"}]}`: "invalidValue",
			`{"userName":"a","displayName":"` + strings.Repeat("é", 257) + `"}`:               "invalidValue",
			`{"userName":"a","locale":["x","y"]}`:                                             "invalidValue",
		} {
			o.post("/Users", body).refused(http.StatusBadRequest, kind)
		}
		for operation, kind := range map[string]string{
			`{"op":"move","path":"displayName"}`: "invalidSyntax", `{"path":"displayName"}`: "invalidSyntax",
			`7`: "invalidSyntax", `{"op":"remove"}`: "noTarget",
			`{"op":"replace","value":7}`:                                                    "invalidValue",
			`{"op":"replace","path":"nonsense","value":7}`:                                  "invalidPath",
			`{"op":"replace","path":7,"value":7}`:                                           "invalidPath",
			`{"op":"replace","path":"name.none","value":"x"}`:                               "invalidPath",
			`{"op":"replace","path":"emails[","value":"x"}`:                                 "invalidPath",
			`{"op":"replace","path":"emails[none eq \"x\"].value","value":"x"}`:             "invalidPath",
			`{"op":"replace","path":"name[type eq \"x\"]","value":"x"}`:                     "invalidPath",
			`{"op":"replace","path":"id","value":"x"}`:                                      "mutability",
			`{"op":"add","path":"groups","value":[{"value":"x"}]}`:                          "mutability",
			`{"op":"remove","path":"userName"}`:                                             "invalidValue",
			`{"op":"replace","path":"active","value":"perhaps"}`:                            "invalidValue",
			`{"op":"replace","path":"emails[type eq \"work\"].value","value":"no address"}`: "invalidValue",
			`{"op":"replace","path":"userName","value":{"a":1}}`:                            "invalidValue",
		} {
			o.patch(user, operation).refused(http.StatusBadRequest, kind)
		}
		o.patch(user, "").refused(http.StatusBadRequest, "invalidSyntax")
		o.patch(user, strings.Repeat(`{"op":"replace","path":"displayName","value":"x"},`, 1000)+
			`{"op":"replace","path":"displayName","value":"y"}`).refused(http.StatusBadRequest, "tooMany")
		for operation, kind := range map[string]string{
			`{"op":"remove","path":"displayName"}`:                                   "invalidValue",
			`{"op":"replace","path":"displayName","value":" "}`:                      "invalidValue",
			`{"op":"add","path":"members","value":[{"value":"nobody"}]}`:             "invalidValue",
			`{"op":"add","path":"members","value":[{"value":"drec_0C00000000000"}]}`: "invalidValue",
			`{"op":"add","path":"members","value":[{"value":"` + strings.TrimPrefix(group, "/Groups/") +
				`","type":"Group"}]}`: "invalidValue",
			`{"op":"add","path":"members.value","value":"x"}`:                       "invalidPath",
			`{"op":"add","path":"members[value eq \"x\"]","value":[{"value":"x"}]}`: "invalidPath",
			`{"op":"remove","path":"members[display eq \"x\"]"}`:                    "invalidPath",
			`{"op":"replace","path":"userName","value":"x"}`:                        "invalidPath",
		} {
			o.patch(group, operation).refused(http.StatusBadRequest, kind)
		}
		o.post("/Groups", `{}`).refused(http.StatusBadRequest, "invalidValue")
		o.post("/Groups", `{"displayName":"Crew"}`).refused(http.StatusConflict, "uniqueness")
		o.post("/Users", `{"userName":"one@alder.example"}`).refused(http.StatusConflict, "uniqueness")
		o.post("/Users", `{"userName":"ONE@alder.example"}`).refused(http.StatusConflict, "uniqueness")
		o.post("/Users", `{"userName":"Élan"}`).want(http.StatusCreated)
		for _, same := range []string{"élan", "E\u0301lan", "ÉLAN"} {
			if a := o.post("/Users", `{"userName":"`+same+`"}`).refused(http.StatusConflict,
				"uniqueness"); !strings.Contains(a.text, "USER_NAME_TAKEN: ") {
				t.Errorf(`the detail: %s, want "USER_NAME_TAKEN: " in it`, a.text)
			}
			if got := o.get(`/Users?filter=userName eq "` + same + `"`).names("userName"); !slices.Equal(got,
				[]string{"Élan"}) {
				t.Errorf("%q finds %q, want %v", same, got, []string{"Élan"})
			}
		}
		second := "/Users/" + o.user("alder", "two@alder.example")
		o.patch(second, `{"op":"replace","path":"userName","value":"one@alder.example"}`).refused(
			http.StatusConflict, "uniqueness")
		o.put(second, `{"userName":"One@alder.example"}`).refused(http.StatusConflict, "uniqueness")
		o.patch(second, `{"op":"replace","path":"userName","value":"TWO@alder.example"}`).want(http.StatusOK)
		other := "/Groups/" + o.post("/Groups", `{"displayName":"Other"}`).id()
		o.patch(other, `{"op":"replace","path":"displayName","value":"Crew"}`).refused(
			http.StatusConflict, "uniqueness")

		o.send(request{as: "alder", method: http.MethodPost, path: "/Users", body: `{"userName":"x"}`,
			header: http.Header{"Content-Type": {"text/plain"}}}).
			refused(http.StatusUnsupportedMediaType, "")
		o.send(request{as: "alder", method: http.MethodPost, path: "/Users", body: `{"userName":"json"}`,
			header: http.Header{"Content-Type": {"application/json"}}}).
			want(http.StatusCreated)
		o.post("/Users", `{"userName":"`+strings.Repeat("x", 1<<20)+`"}`).refused(http.StatusRequestEntityTooLarge, "")
	})
}

func TestManyMembers(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		group := "/Groups/" + o.post("/Groups", `{"displayName":"downloads"}`).id()
		var ids []string
		for i := range 12 {
			ids = append(ids, o.user("alder", fmt.Sprintf("many%d@alder.example", i)))
		}
		o.arrive("many11@alder.example")
		list := `{"value":"` + strings.Join(ids, `"},{"value":"`) + `"}`
		o.patch(group, `{"op":"add","path":"members","value":[`+strings.Repeat(list+",", 83)+list+`]}`).
			refused(http.StatusBadRequest, "tooMany")
		// Repeated members in one request count toward the limit, but are added once.
		o.patch(group, `{"op":"add","path":"members","value":[`+strings.Repeat(list+",", 82)+list+`]}`).
			want(http.StatusNoContent)
		if members := o.get(group).body["members"].([]any); len(members) != len(ids) {
			t.Errorf("%d members, want %d", len(members), len(ids))
		}
		if got := o.membership(ids[11]).DirectoryServices.String(); got != "DOWNLOADS" {
			t.Errorf(`the group grants %q, want "DOWNLOADS"`, got)
		}
		o.patch(group, `{"op":"remove","path":"members[value eq \"`+ids[0]+`\" or value eq \"`+
			ids[1]+`\"]"},{"op":"add","path":"members","value":"`+ids[1]+`"},
			{"op":"remove","path":"members","value":[{"value":"drec_0C00000000000"},{"value":"nonsense"}]},{"op":"remove","path":"members","value":[]}`).want(http.StatusNoContent)
		if members := o.get(group).body["members"].([]any); len(members) != len(ids)-1 {
			t.Errorf("%d members, want %d", len(members), len(ids)-1)
		}
	})
}
