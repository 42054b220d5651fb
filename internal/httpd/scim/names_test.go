package scim_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"sync"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/directory"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// TestDomainsInEitherForm checks that an address whose domain is written in the Unicode form and in the ASCII form is
// one user name.
func TestDomainsInEitherForm(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		forms := []string{"user@b\u00fccher.example", "user@xn--bcher-kva.example", "USER@B\u00dcCHER.example",
			"user@bu\u0308cher.example", "User@XN--BCHER-KVA.example"}
		for i, first := range forms {
			user := o.post("/Users", `{"userName":"`+first+`","emails":[{"value":"user@b\u00fccher.example"}]}`).
				want(http.StatusCreated).id()
			other := o.post("/Users", `{"userName":"other"}`).want(http.StatusCreated).id()
			for _, second := range forms {
				o.post("/Users", `{"userName":"`+second+`"}`).refused(http.StatusConflict, "uniqueness")
				o.patch("/Users/"+other, `{"op":"replace","path":"userName","value":"`+second+`"}`).
					refused(http.StatusConflict, "uniqueness")
				for _, filter := range []string{`userName eq "`, `emails.value eq "`, `emails eq "`,
					`active eq true and emails[type eq "work"].value eq "`, `externalId pr or userName eq "`} {
					if found := o.get("/Users?filter=" + filter + second + `"`).names("id"); !slices.Equal(found,
						[]string{user}) {
						t.Errorf("%d: %s%s\" finds %v, want only %s", i, filter, second, found, user)
					}
				}
			}
			o.send(request{as: "alder", method: http.MethodDelete, path: "/Users/" + user}).want(http.StatusNoContent)
			o.send(request{as: "alder", method: http.MethodDelete, path: "/Users/" + other}).want(http.StatusNoContent)
		}
		o.post("/Users", `{"userName":"lee@strasse.example"}`).want(http.StatusCreated)
		o.post("/Users", `{"userName":"lee@stra\u00dfe.example"}`).want(http.StatusCreated)
	})
}

// TestMailboxesAreUserNames checks that each of several mailboxes is a user name of its own, which is the address of
// the person if no other is given; and that user names that imitate addresses are refused.
func TestMailboxesAreUserNames(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		for _, names := range [][]string{{"wei\u00df1@alder.example", "weiss1@alder.example"},
			{"\ufb01n@alder.example", "fin@alder.example"}, {"wei\u00df@localhost", "weiss@localhost"},
			{"y\u0131ld\u0131z@alder.example", "yildiz@alder.example"},
			{"lee@f\u0131rma.example", "lee@firma.example"}} {
			for _, name := range names {
				o.post("/Users", `{"userName":"`+name+`"}`).want(http.StatusCreated)
			}
			for _, name := range names {
				found := o.get(`/Users?filter=userName eq "` + name + `"`).names("userName")
				if !slices.Equal(found, []string{name}) {
					t.Errorf("%+q finds %+q, want only itself", name, found)
				}
			}
		}
		id := o.user("alder", "ida@bu\u0308cher.example")
		if r := o.record(id); r.Email == nil || *r.Email != "ida@b\u00fccher.example" {
			t.Errorf("the address is %v, want the user name in NFC", r.Email)
		}
		for _, name := range []string{"x@xn--a.example", "x@XN--A.example", "x@corp\u3002example",
			"x@\uFF43orp.example", "\u212Aim@alder.example"} {
			o.post("/Users", `{"userName":"`+name+`"}`).refused(http.StatusBadRequest, "invalidValue")
		}
	})
}

// TestGroupNamesAreUniqueAtOnce checks that of requests at the same time, for names that differ in letter case only,
// one succeeds; and that the database itself has the rule.
func TestGroupNamesAreUniqueAtOnce(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		names := []string{"\u00c9quipe", "\u00e9quipe", "E\u0301QUIPE", "\u00c9QUIPE"}
		statuses := make([]int, len(names))
		var all sync.WaitGroup
		for i, name := range names {
			all.Go(func() { statuses[i] = o.post("/Groups", `{"displayName":"`+name+`"}`).status })
		}
		all.Wait()
		slices.Sort(statuses)
		if want := []int{http.StatusCreated, http.StatusConflict, http.StatusConflict,
			http.StatusConflict}; !slices.Equal(statuses, want) {
			t.Errorf("the answers are %v, want %v", statuses, want)
		}
		err := o.store.Write(o.all(), func(ctx context.Context, tx store.Tx) error {
			groups := make([]*ent.DirectoryGroupCreate, 2)
			for i, name := range []string{"Crew", "CREW"} {
				groups[i] = tx.Client().DirectoryGroup.Create().SetID(gid.New(gid.DirectoryGroup, o.alder.Locality())).
					SetAccountID(o.alder).SetName(name).SetNameKey("crew").SetCreatedAt(1).SetUpdatedAt(1)
			}
			return tx.Client().DirectoryGroup.CreateBulk(groups...).Exec(ctx)
		})
		if !errors.Is(err, store.ErrUnique) {
			t.Errorf("two groups with one key: %v, want %v", err, store.ErrUnique)
		}
	})
}

// TestNamesThatOlderVersionsLetStand checks that of two names that are the same now, each is found by itself, and that
// neither can be given again as long as one of them is there.
func TestNamesThatOlderVersionsLetStand(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		o.write(func(ctx context.Context, c *ent.Client) error {
			for _, r := range [][2]string{{"ed@xn--bcher-kva.example", "ed@xn--bcher-kva.example"},
				{"Ed@b\u00fccher.example", "ed@b\u00fccher.example"}} {
				if err := c.DirectoryRecord.Create().SetID(gid.New(gid.DirectoryRecord, o.alder.Locality())).
					SetAccountID(o.alder).SetUserName(r[0]).SetUserNameKey(r[1]).SetActive(true).SetCreatedAt(1).
					SetUpdatedAt(1).Exec(ctx); err != nil {
					return err
				}
			}
			for _, name := range []string{"Crew", "CREW"} {
				if err := c.DirectoryGroup.Create().SetID(gid.New(gid.DirectoryGroup, o.alder.Locality())).
					SetAccountID(o.alder).SetName(name).SetNameKey(name).SetCreatedAt(1).SetUpdatedAt(1).
					Exec(ctx); err != nil {
					return err
				}
			}
			return nil
		})
		_, err := directory.FoldUserNames(t.Context(), o.store)
		o.must(err)
		_, err = directory.FoldGroupNames(t.Context(), o.store)
		o.must(err)
		for _, kind := range []struct {
			path, attribute string
			patched         int
			names, forms    []string
		}{
			{"/Users", "userName", http.StatusOK, []string{"ed@xn--bcher-kva.example", "Ed@b\u00fccher.example"},
				[]string{"ED@B\u00dcCHER.example", "ed@xn--bcher-kva.example", "Ed@b\u00fccher.example"}},
			{"/Groups", "displayName", http.StatusNoContent, []string{"Crew", "CREW"},
				[]string{"crew", "Crew", "CREW"}},
		} {
			var ids []string
			for _, name := range kind.names {
				found := o.get(kind.path + "?filter=" + kind.attribute + ` eq "` + name + `"`)
				if got := found.names(kind.attribute); len(got) != 2 || got[0] != name {
					t.Errorf("%s eq %q finds %q, want both, that one first", kind.attribute, name, got)
				}
				ids = append(ids, found.names("id")[0])
			}
			for i, id := range ids {
				for _, form := range kind.forms {
					o.post(kind.path, `{"`+kind.attribute+`":"`+form+`"}`).
						refused(http.StatusConflict, "uniqueness")
				}
				o.patch(kind.path+"/"+id, fmt.Sprintf(`{"op":"replace","path":"%s","value":"other %d"}`,
					kind.attribute, i)).want(kind.patched)
			}
			o.post(kind.path, `{"`+kind.attribute+`":"`+kind.forms[0]+`"}`).want(http.StatusCreated)
		}
	})
}
