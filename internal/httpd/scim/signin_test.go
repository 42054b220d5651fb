package scim_test

import (
	"net/http"
	"testing"

	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// TestFromProvisioningToTheFirstSignIn provisions an unknown person, who signs in and becomes a member, and then
// changes the record.
func TestFromProvisioningToTheFirstSignIn(t *testing.T) {
	const address = "new@alder.example"
	for name, signIn := range map[string]func(o *fixture, record string) error{
		"by an identity provider": func(o *fixture, _ string) error {
			id, proven, err := o.Access.Identify(o.t.Context(),
				access.Claims{Provider: "idp", Issuer: "https://idp.example", Subject: "1", Email: address,
					EmailVerified: true})
			if err != nil {
				return err
			}
			_, _, err = o.Access.Begin(o.t.Context(),
				access.NewSession{User: id, Method: vocabulary.SignInMethodOpenID, Provider: "idp", Email: proven})
			return err
		},
		"by a link": func(o *fixture, record string) error {
			id, err := gid.Parse(record)
			o.must(err)
			link, _, err := o.Access.NewLink(o.all(), vocabulary.LinkPurposeSignIn, id, "mail", "")
			o.must(err)
			_, _, err = o.Access.BeginByLink(o.t.Context(), link, access.NewSession{})
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			each(t, func(t *testing.T, o *fixture) {
				id := o.user("alder", address)
				group := "/Groups/" + o.post("/Groups", `{"displayName":"Licensing","members":[{"value":"`+id+`"}]}`).
					want(http.StatusCreated).id()
				o.must(signIn(o, id))
				m := o.membership(id)
				if m.DirectoryRoles != readerOnly || m.DirectoryServices.String() != "LICENSING" || m.Roles != 0 ||
					o.open(m.UserID) != 1 {
					t.Errorf("after the first sign-in: %+v, %d sessions", m, o.open(m.UserID))
				}
				o.patch("/Users/"+id,
					`{"op":"replace","value":{"userName":"other@alder.example","emails":[{"value":"other@alder.example","primary":true}]}}`).want(http.StatusOK)
				if u := o.membership(id).Edges.User; u.UserName != address || *u.Email != address ||
					o.open(u.ID) != 1 {
					t.Errorf("after the name has changed: %+v", u)
				}
				o.put(group, `{"displayName":"Licensing","members":[]}`).want(http.StatusOK)
				if m := o.membership(id); m.DirectoryServices != 0 {
					t.Errorf("outside of the group: %+v, want DirectoryServices = 0", m)
				}
				o.patch("/Users/"+id, `{"op":"replace","path":"active","value":false}`).want(http.StatusOK)
				if n := o.open(m.UserID); n != 0 {
					t.Errorf("after the end %d sessions are left", n)
				}
				o.patch("/Users/"+id, `{"op":"replace","path":"active","value":true}`).want(http.StatusOK)
				if m := o.membership(id); m.DirectoryRoles != readerOnly {
					t.Errorf("who came back: %+v, want DirectoryRoles = %v", m, readerOnly)
				}
				o.delete("/Users/" + id).want(http.StatusNoContent)
				if o.isMember(m.UserID, o.alder) {
					t.Error("the person is still a member without a record")
				}
			})
		})
	}
}

// TestNobodySignsInByWhatADirectoryClaims provisions people whose domains are not proven.
func TestNobodySignsInByWhatADirectoryClaims(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		for _, address := range []string{"boss@else.example", "boss@birch.example"} {
			o.user("alder", address)
			if _, _, err := o.Access.Identify(t.Context(),
				access.Claims{Provider: "idp", Issuer: "https://idp.example", Subject: address, Email: address,
					EmailVerified: true}); err == nil {
				t.Errorf("%s signs in, want err != nil", address)
			}
			if n := o.store.Client().User.Query().Where(user.UserName(address)).CountX(o.all()); n != 0 {
				t.Errorf("%s is a user", address)
			}
		}
	})
}
