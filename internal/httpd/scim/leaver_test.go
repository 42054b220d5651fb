package scim_test

import (
	"context"
	"fmt"
	"net/http"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/gid"
)

// TestLeaversWhomOlderVersionsTook checks that a directory can end access of people, and of members of groups, whose
// names and addresses an older version took and this one refuses; and that none can be given anew.
func TestLeaversWhomOlderVersionsTook(t *testing.T) {
	kept := []struct{ userName, address, text string }{
		{"leaver", "\u212Aim@alder.example", ""},
		{"leaver", "lee@alder.example\u200B", ""},
		{"leaver", "lee@corp\u3002example", ""},
		{"\u212Aim@alder.example", "", ""},
		{"le\u200Bo", "", ""},
		{"x@xn--a.example", "", ""},
		{"leaver", "", "a\u0007b"},
	}
	groups := []string{"Cr\u200Bew", "Night  crew", "a\u0007b"}
	each(t, func(t *testing.T, o *fixture) {
		for i, k := range kept {
			for _, way := range []string{"PATCH", "PATCH of Entra ID", "PUT"} {
				name := fmt.Sprintf("%+q, %+q, %+q by %s", k.userName, k.address, k.text, way)
				id := o.linked(fmt.Sprintf("leaver%d", i))
				key, err := gid.Parse(id)
				o.must(err)
				user := *o.record(id).UserID
				o.write(func(ctx context.Context, c *ent.Client) error {
					update := c.DirectoryRecord.UpdateOneID(key).SetUserName(k.userName).
						SetUserNameKey(email.UserNameKey(k.userName)).SetDisplayName(k.text).SetEmail(k.address).
						SetEmailKey(email.Key(k.address))
					if k.address == "" {
						update.ClearEmail().ClearEmailKey()
					}
					return update.Exec(ctx)
				})
				body := map[string]any{"userName": k.userName, "active": false}
				if k.address != "" {
					body["emails"] = []any{map[string]any{"value": k.address}}
				}
				if k.text != "" {
					body["displayName"] = k.text
				}
				switch way {
				case "PATCH":
					o.patch("/Users/"+id, `{"op":"replace","path":"active","value":false}`).want(http.StatusOK)
				case "PATCH of Entra ID":
					o.patch("/Users/"+id, `{"op":"Replace","value":{"active":"False"}}`).want(http.StatusOK)
				default:
					o.put("/Users/"+id, jsonOf(body)).want(http.StatusOK)
				}
				if o.record(id).Active || o.membershipOf(user, o.alder).DirectoryRoles != 0 {
					t.Errorf("%s: the leaver is still there", name)
				}
				o.post("/Users", jsonOf(body)).refused(http.StatusBadRequest, "invalidValue")
				body["userName"], body["active"] = "another", true
				other := o.user("alder", "another")
				if k.userName != "leaver" {
					body["userName"] = k.userName
				}
				o.put("/Users/"+other, jsonOf(body)).refused(http.StatusBadRequest, "invalidValue")
				for _, made := range []string{id, other} {
					o.delete("/Users/" + made).want(http.StatusNoContent)
				}
				o.write(func(ctx context.Context, c *ent.Client) error { return c.User.DeleteOneID(user).Exec(ctx) })
			}
		}
		for i, name := range groups {
			member := o.linked(fmt.Sprintf("member%d", i))
			for _, way := range []string{"PATCH", "PUT"} {
				group := o.post("/Groups", fmt.Sprintf(`{"displayName":"group","members":[{"value":%q}]}`, member)).
					want(http.StatusCreated).id()
				key, err := gid.Parse(group)
				o.must(err)
				o.write(func(ctx context.Context, c *ent.Client) error {
					return c.DirectoryGroup.UpdateOneID(key).SetName(name).SetNameKey(name).Exec(ctx)
				})
				if way == "PATCH" {
					o.patch("/Groups/"+group, `{"op":"replace","value":{"displayName":`+jsonOf(name)+`,"members":[]}}`).
						want(http.StatusNoContent)
				} else {
					o.put("/Groups/"+group, `{"displayName":`+jsonOf(name)+`,"members":[]}`).want(http.StatusOK)
				}
				if left := at(o.get("/Groups/"+group).body, "members.0"); left != nil {
					t.Errorf("the group %+q still has the member %v", name, left)
				}
				o.post("/Groups", `{"displayName":`+jsonOf(name)+`}`).refused(http.StatusBadRequest, "invalidValue")
				o.delete("/Groups/" + group).want(http.StatusNoContent)
				other := o.post("/Groups", `{"displayName":"other"}`).want(http.StatusCreated).id()
				o.put("/Groups/"+other, `{"displayName":`+jsonOf(name)+`}`).
					refused(http.StatusBadRequest, "invalidValue")
				o.delete("/Groups/" + other).want(http.StatusNoContent)
			}
		}
	})
}
