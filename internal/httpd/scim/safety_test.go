package scim_test

import (
	"context"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/auditentry"
	"github.com/muniment/muniment/ent/domainproof"
	"github.com/muniment/muniment/ent/event"
	"github.com/muniment/muniment/ent/link"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// reader and administrator are roles for the users of tests.
var (
	reader        = []vocabulary.Role{vocabulary.RoleReader}
	administrator = []vocabulary.Role{vocabulary.RoleAccountAdministrator}
	readerOnly, _ = vocabulary.Roles(reader...)
)

// grant sets the role that a group grants, as an administrator does.
func (o *fixture) grant(path string, role vocabulary.Role) {
	o.t.Helper()
	id, err := gid.Parse(strings.TrimPrefix(path, "/Groups/"))
	o.must(err)
	_, err = o.Members.GrantDirectoryGroup(o.all(), change.Request{Action: "grantDirectoryGroup"}, id,
		[]vocabulary.Role{role}, nil)
	o.must(err)
}

func TestTwoDirectoriesNeverSeeEachOther(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		o.proven(o.alder, "group.example")
		o.proven(o.birch, "group.example")
		mine, theirs := o.user("alder", "shared@group.example"), o.user("birch", "shared@group.example")
		shared := o.arrive("shared@group.example")
		foreign := o.send(request{as: "birch", method: http.MethodPost, path: "/Users",
			body: `{"userName":"birch only","externalId":"b1"}`}).want(http.StatusCreated).id()
		group := o.send(request{as: "birch", method: http.MethodPost, path: "/Groups",
			body: `{"displayName":"Crew","members":[{"value":"` + foreign + `"}]}`}).want(http.StatusCreated).id()
		own := o.post("/Groups", `{"displayName":"Crew"}`).want(http.StatusCreated).id() // the name is free here

		// The same person is a member of both, by a record of each.
		if !o.isMember(shared, o.alder) || !o.isMember(shared, o.birch) {
			t.Error("the person is not a member of both accounts")
		}
		if got := o.get(`/Users?filter=userName eq "shared@group.example"`).ids(); len(got) != 1 || got[0] != mine {
			t.Errorf("Alder finds %v, want len(got) = 1 and got[0] = %v", got, mine)
		}
		if got := o.send(request{as: "birch", method: http.MethodGet,
			path: `/Users?filter=userName eq "shared@group.example"`}).ids(); len(got) != 1 || got[0] != theirs {
			t.Errorf("Birch finds %v, want len(got) = 1 and got[0] = %v", got, theirs)
		}
		for _, filter := range []string{`userName eq "birch only"`, `externalId eq "b1"`, `id eq "` + foreign + `"`,
			`userName sw "birch"`, `groups.value eq "` + group + `"`} {
			o.get("/Users?filter=" + filter).holds(map[string]any{"totalResults": 0})
		}
		o.get(`/Groups?filter=members.value eq "` + foreign + `"`).holds(map[string]any{"totalResults": 0})
		if got := o.get("/Users").ids(); len(got) != 1 {
			t.Errorf("Alder lists %v, want 1 of them", got)
		}
		if got := o.get("/Groups").ids(); len(got) != 1 || got[0] != own {
			t.Errorf("Alder lists the groups %v, want len(got) = 1 and got[0] = %v", got, own)
		}
		o.get("/Users/"+gid.New(gid.DirectoryRecord, o.birch.Locality()).String()).refused(http.StatusNotFound, "")
		for _, path := range []string{"/Users/" + theirs, "/Users/" + foreign, "/Groups/" + group} {
			for _, a := range []answer{o.get(path), o.put(path, `{"userName":"x","displayName":"x"}`),
				o.patch(path, `{"op":"replace","path":"displayName","value":"x"}`), o.delete(path)} {
				a.refused(http.StatusNotFound, "")
			}
		}
		o.patch("/Groups/"+own, `{"op":"add","path":"members","value":[{"value":"`+foreign+`"}]}`).
			refused(http.StatusBadRequest, "invalidValue")

		// A change by Alder's directory affects only the membership in Alder.
		o.signIn(shared)
		o.put("/Users/"+mine,
			`{"userName":"taken over","externalId":"a1","emails":[{"value":"evil@alder.example"}],"name":{"givenName":"Evil"},"active":false}`).
			want(http.StatusOK).holds(map[string]any{"userName": "taken over", "name.givenName": "Evil",
			"emails.0.value": "evil@alder.example", "active": false})
		o.send(request{as: "birch", method: http.MethodGet, path: "/Users/" + theirs}).
			holds(map[string]any{"active": true, "externalId": nil, "name": nil})
		m := o.membershipOf(shared, o.birch)
		if u := m.Edges.User; u.UserName != "shared@group.example" || u.FirstName != "As" ||
			*u.Email != "shared@group.example" || m.DirectoryRoles == 0 || o.open(shared) != 2 {
			t.Errorf("the user: %+v, the membership elsewhere: %+v, %d open", u, m, o.open(shared))
		}
	})
}

// TestADirectoryCannotImpersonateUsers tries to impersonate, to link or to block users of other accounts.
func TestADirectoryCannotImpersonateUsers(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		known := o.person("one@birch.example", "one@birch.example", reader, o.birch)
		removed := o.person("removed@birch.example", "removed@birch.example", reader)
		operator := o.person("operator@alder.example", "operator@alder.example", reader)
		o.write(func(ctx context.Context, c *ent.Client) error {
			return c.User.UpdateOneID(operator).SetProducerRole(vocabulary.ProducerRoleOperator).Exec(ctx)
		})
		before := o.store.Client().User.Query().Order(ent.Asc(user.FieldID)).AllX(o.all())
		people := map[string]gid.ID{"one@birch.example": known, "removed@birch.example": removed,
			"operator@alder.example": operator}
		for name, id := range people {
			// The response does not depend on the name, and an unproven address has no effect.
			record := o.post("/Users", `{"userName":"`+name+`","externalId":"x","displayName":"Evil"}`).
				want(http.StatusCreated).
				holds(map[string]any{"displayName": "Evil", "emails.0.value": name}).id()
			if o.prove(id, name); o.isMember(id, o.alder) || o.record(record).UserID != nil {
				t.Errorf("%s was bound", name)
			}
		}
		// Domains that are above or similar to the proven one, and letters that look alike, do not count as proven.
		for _, address := range []string{"a@sub.birch.example", "a@alder.example.birch.example", "a@example",
			"x.alder.example@birch.example"} {
			id := o.post("/Users", jsonOf(map[string]any{"userName": address,
				"emails": []any{map[string]any{"value": address}}})).want(http.StatusCreated).id()
			if who := o.arrive(address); o.isMember(who, o.alder) || o.record(id).UserID != nil {
				t.Errorf("%s was bound", address)
			}
		}
		o.post("/Users", `{"userName":"\u212Aim@alder.example"}`).want(http.StatusBadRequest)
		if who := o.arrive("kim@alder.example"); o.isMember(who, o.alder) {
			t.Error("letters that look alike were treated as equal")
		}
		// A subdomain of the proven domain counts as proven.
		if sub := o.user("alder", "a@sub.alder.example"); o.record(sub).UserID != nil ||
			!o.isMember(o.arrive("a@sub.alder.example"), o.alder) {
			t.Error("a subdomain of the proven domain does not count as proven")
		}
		// After a proof has lapsed, no further users are linked, and linked ones stay linked.
		id := o.linked("stays")
		o.write(func(ctx context.Context, c *ent.Client) error {
			return c.DomainProof.Update().Where(domainproof.AccountID(o.alder)).SetLapsedAt(2).Exec(ctx)
		})
		o.user("alder", "late@alder.example")
		if who := o.arrive("late@alder.example"); o.isMember(who, o.alder) {
			t.Error("a user was linked by a lapsed proof")
		}
		o.patch("/Users/"+id, `{"op":"replace","path":"active","value":false}`).want(http.StatusOK)
		o.patch("/Users/"+id, `{"op":"replace","path":"active","value":true}`).want(http.StatusOK)
		if m := o.membership(id); m.DirectoryRoles.String() != "READER" {
			t.Errorf("membership that was linked before the proof lapsed: %+v", m)
		}
		for i, u := range before {
			if now := o.store.Client().User.Query().Order(ent.Asc(user.FieldID)).Where(user.ID(u.ID)).
				OnlyX(o.all()); now.String() != before[i].String() {
				t.Errorf("the user %s is %s now", u, now)
			}
		}
	})
}

// Characters that nobody sees or that are taken for others, halves of characters, and other spellings of a domain are
// refused in addresses and names; an accent is stored in one way.
func TestAddressesOfDirectories(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		for i, hidden := range []string{`\u200b`, `\u202e`, `\u00a0`, `\u0007`, `\u2066`, `\u00ad`, `\ufeff`, `\ud800`} {
			for _, body := range []string{`{"userName": "a%d", "emails": [{"value": "a` + hidden + `@alder.example"}]}`,
				`{"userName": "a%d` + hidden + `@alder.example"}`} {
				o.post("/Users", fmt.Sprintf(body, i)).want(http.StatusBadRequest).
					holds(map[string]any{"scimType": "invalidValue"})
			}
		}
		for i, address := range []string{`\u212Aim@alder.example`, `kim@alder\u3002example`, `kim@xn--a.example`,
			`kim@xn--zzzz9999.example`, `kim@-x.example`, strings.Repeat("k", 65) + `@alder.example`} {
			o.post("/Users", fmt.Sprintf(`{"userName": "b%d", "emails": [{"value": "%s"}]}`, i, address)).
				want(http.StatusBadRequest).holds(map[string]any{"scimType": "invalidValue"})
		}
		o.post("/Users", `{"userName": "\u212Aim@alder.example"}`).want(http.StatusBadRequest)
		o.post("/Users", `{"userName": "kim@alder.example"}`).want(http.StatusCreated)
		o.post("/Users", `{"userName": "elo", "emails": [{"value": "e\u0301lo@alder.example"}]}`).
			want(http.StatusCreated).holds(map[string]any{"emails.0.value": "\u00E9lo@alder.example"})
	})
}

func TestExpectedIsWhoMayBeLinked(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		for _, name := range []string{"one@alder.example", "two@birch.example", "off@alder.example"} {
			o.user("alder", name)
		}
		id := o.get(`/Users?filter=userName eq "off@alder.example"`).ids()[0]
		o.patch("/Users/"+id, `{"op":"replace","path":"active","value":false}`).want(http.StatusOK)
		check := func(address string, want bool) {
			t.Helper()
			if got, err := o.Directories.Expected(t.Context(), o.store.Client(), address); err != nil ||
				(got != nil) != want {
				t.Errorf("%s: %v, %v", address, got, err)
			}
		}
		check("ONE@alder.example", true)
		for _, address := range []string{"two@birch.example", "off@alder.example", "none@alder.example", "no address",
			""} {
			check(address, false)
		}
		// An inactive record is linked, but grants nothing until it is active.
		person := o.arrive("off@alder.example")
		if r := o.record(id); r.UserID == nil || *r.UserID != person || o.isMember(person, o.alder) {
			t.Errorf("the inactive record: %+v, want UserID != nil, UserID = %v and isMember = false", r, person)
		}
		o.patch("/Users/"+id, `{"op":"replace","path":"active","value":true}`).want(http.StatusOK)
		if m := o.membership(id); m.DirectoryRoles.String() != "READER" {
			t.Errorf(`the membership: %+v, want "READER"`, m)
		}
		o.arrive("one@alder.example")
		check("one@alder.example", false)
	})
}

// Any account may put any address into its directory, any number of times.
func TestDirectoriesWithoutProvenDomainAreIgnored(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		own := o.record(o.user("alder", "victim@alder.example")).ID
		statements := func() int {
			ctx, counter := store.WithCounter(t.Context())
			got, err := o.Access.Addressees(ctx, "victim@alder.example")
			if err != nil || len(got) != 1 || got[0].Subject != own {
				t.Errorf("%+v, %v, want the record %s of the account that has proven the domain", got, err, own)
			}
			return counter.Count()
		}
		before := statements()
		o.write(func(ctx context.Context, c *ent.Client) error {
			for n := range 50 {
				// Ids lower than that of the relevant record.
				err := c.DirectoryRecord.Create().SetID(gid.ID(int64(own) - 100 + int64(n))).SetAccountID(o.birch).
					SetUserName(fmt.Sprint(n)).SetUserNameKey(fmt.Sprint(n)).SetEmail("victim@alder.example").
					SetEmailKey("victim@alder.example").SetActive(true).SetCreatedAt(1).SetUpdatedAt(1).Exec(ctx)
				if err != nil {
					return err
				}
			}
			return nil
		})
		if after := statements(); after != before {
			t.Errorf("%d statements, %d with the records of another directory", before, after)
		}
	})
}

func TestLinksToAnAddressEndWithIt(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		id := o.user("alder", "one@alder.example")
		open := func() bool {
			o.clock.Advance(time.Second)
			token, _, err := o.Access.NewLink(o.all(), vocabulary.LinkPurposeSignIn, o.record(id).ID,
				o.clock.Now().String(), "")
			o.must(err)
			return token != ""
		}
		ended := func() bool {
			n, err := o.store.Client().Link.Query().Where(link.SubjectID(o.record(id).ID), link.UsedAtIsNil()).
				Count(o.all())
			o.must(err)
			return n == 0
		}
		for _, operation := range []string{`{"op":"replace","path":"emails.value","value":"uno@alder.example"}`,
			`{"op":"replace","path":"active","value":false}`} {
			if open(); ended() {
				t.Fatal("there is no link to end")
			}
			if o.patch("/Users/"+id, operation).want(http.StatusOK); !ended() {
				t.Errorf("after %s the link works", operation)
			}
		}
	})
}

func TestWhoLosesTheLastAccessIsSignedOut(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		var ids []string
		var people []gid.ID
		for _, name := range []string{"elsewhere", "only", "ended", "direct", "suspended"} {
			id := o.linked(name)
			ids, people = append(ids, id), append(people, *o.record(id).UserID)
		}
		roles, err := vocabulary.Roles(reader...)
		o.must(err)
		o.write(func(ctx context.Context, c *ent.Client) error {
			for i, last := range map[int]day.Day{0: today, 2: today - 1} {
				if err := c.Membership.Create().SetID(gid.New(gid.Membership, o.birch.Locality())).
					SetAccountID(o.birch).SetUserID(people[i]).SetRoles(roles).
					SetServiceAccess(0).SetIncludeSubAccounts(false).SetEndsOn(last).SetCreatedAt(1).
					Exec(ctx); err != nil {
					return err
				}
			}
			if err := c.Membership.Update().Where(membership.UserID(people[4])).SetSuspendedAt(1).
				Exec(ctx); err != nil {
				return err
			}
			return c.Membership.Update().Where(membership.UserID(people[3])).SetRoles(roles).Exec(ctx)
		})
		for i, left := range []int{2, 0, 0, 2} {
			o.signIn(people[i])
			o.patch("/Users/"+ids[i], `{"op":"replace","path":"active","value":false}`).want(http.StatusOK)
			if n := o.open(people[i]); n != left {
				t.Errorf("%d: %d sessions and keys are left, want %d", i, n, left)
			}
			o.patch("/Users/"+ids[i], `{"op":"replace","path":"active","value":true}`).want(http.StatusOK)
		}
		// Direct grants survive the deletion of the record, and so does a suspension by an administrator.
		o.signIn(people[1])
		for i, stays := range []bool{false, false, false, true, true} {
			o.delete("/Users/" + ids[i]).want(http.StatusNoContent)
			if o.isMember(people[i], o.alder) != stays {
				t.Errorf("%d: member %t", i, !stays)
			}
		}
		if n := o.open(people[1]); n != 0 {
			t.Errorf("after the removal %d sessions and keys are left", n)
		}
		o.user("alder", "suspended@alder.example")
		if o.prove(people[4], "suspended@alder.example"); o.membershipOf(people[4], o.alder).SuspendedAt == nil {
			t.Error("a new record lifts the suspension")
		}
	})
}

func TestTheLastAdministratorStays(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		// The rule of the last administrator does not apply to an account that never had one.
		o.delete("/Users/" + o.user("alder", "passing")).want(http.StatusNoContent)
		id := o.linked("second")
		second := "/Users/" + id
		group := "/Groups/" + o.post("/Groups", `{"displayName":"Rulers","members":[{"value":"`+id+`"}]}`).
			want(http.StatusCreated).id()
		o.grant(group, vocabulary.RoleAccountAdministrator)
		last := func(a answer) {
			t.Helper()
			if a.refused(http.StatusConflict, "mutability"); !strings.HasPrefix(a.body["detail"].(string),
				"LAST_ADMINISTRATOR: ") {
				t.Errorf(`the detail: %s, want "LAST_ADMINISTRATOR: " at its beginning`, a.text)
			}
		}
		last(o.patch(second, `{"op":"replace","path":"active","value":false}`))
		last(o.put(second, `{"userName":"second@alder.example","active":false}`))
		last(o.delete(second))
		last(o.patch(group, `{"op":"remove","path":"members[value eq \"`+id+`\"]"}`))
		last(o.put(group, `{"displayName":"x","members":[]}`))
		last(o.delete(group))
		o.get(second).holds(map[string]any{"active": true})
		o.patch(second, `{"op":"replace","path":"displayName","value":"Still here"}`).want(http.StatusOK)
		o.get(group).holds(map[string]any{"displayName": "Rulers", "members.0.value": id})
		third := o.linked("third")
		o.patch(group, `{"op":"replace","path":"members","value":[{"value":"`+third+`"}]}`).want(http.StatusNoContent)
		if o.membership(id).DirectoryRoles != readerOnly ||
			!o.membership(third).DirectoryRoles.Has(vocabulary.RoleAccountAdministrator) {
			t.Error("the roles of the member did not change with the group")
		}
		o.person("admin", "", administrator, o.alder)
		o.delete("/Users/" + third).want(http.StatusNoContent)
	})
}

// TestADirectoryGrantsInItsOwnAccount puts a member who reaches the accounts below into a group of administrators.
func TestADirectoryGrantsInItsOwnAccount(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		below := o.account("Below")
		id := o.linked("wide")
		who := *o.record(id).UserID
		o.write(func(ctx context.Context, c *ent.Client) error {
			if err := c.AccountPath.Create().SetAncestorID(o.alder).SetDescendantID(below).SetDepth(1).
				Exec(ctx); err != nil {
				return err
			}
			return c.Membership.Update().Where(membership.UserID(who)).SetRoles(readerOnly).
				SetIncludeSubAccounts(true).Exec(ctx)
		})
		group := "/Groups/" + o.post("/Groups", `{"displayName":"Rulers"}`).want(http.StatusCreated).id()
		o.grant(group, vocabulary.RoleAccountAdministrator)
		o.patch(group, `{"op":"add","path":"members","value":[{"value":"`+id+`"}]}`).want(http.StatusNoContent)
		v, err := o.Access.ForUser(t.Context(), who, vocabulary.CredentialKindAccessToken, vocabulary.EveryKeyScope)
		o.must(err)
		if !v.Administers(o.alder) || v.Administers(below) || !v.Sees(below) {
			t.Errorf("administers the account %t, that below %t, which is seen %t", v.Administers(o.alder),
				v.Administers(below), v.Sees(below))
		}
	})
}

// TestAnAdministratorDoesNotUndoWhatTheDirectorySays removes members who come from the directory.
func TestAnAdministratorDoesNotUndoWhatTheDirectorySays(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		id := o.linked("one")
		m := o.membership(id)
		remove := func() error {
			_, _, err := o.Members.RemoveMember(o.all(), change.Request{Action: "removeMember"}, m.ID, 0)
			return err
		}
		if err := remove(); fault.CodeOf(err) != account.InDirectory {
			t.Errorf("with an active record: %v, want %v", err, account.InDirectory)
		}
		o.patch("/Users/"+id, `{"op":"replace","path":"active","value":false}`).want(http.StatusOK)
		if err := remove(); err != nil || o.record(id).UserID != nil || o.isMember(m.UserID, o.alder) {
			t.Errorf("with an inactive record: %v, %+v", err, o.record(id))
		}
		// The directory activates the person again, who becomes a member after proving the address again.
		o.patch("/Users/"+id, `{"op":"replace","path":"active","value":true}`).want(http.StatusOK)
		if o.isMember(m.UserID, o.alder) {
			t.Error("the person is a member although the record is not linked")
		}
		if o.prove(m.UserID, "one@alder.example"); !o.isMember(m.UserID, o.alder) {
			t.Error("the person is not a member after signing in again")
		}
		// The directory cannot lift a suspension by an administrator.
		_, err := o.Members.SuspendMember(o.all(), change.Request{Action: "suspendMember"}, o.membership(id).ID)
		o.must(err)
		for _, active := range []string{"false", "true"} {
			o.patch("/Users/"+id, `{"op":"replace","path":"active","value":`+active+`}`).want(http.StatusOK)
		}
		if m := o.membership(id); m.SuspendedAt == nil || m.DirectoryRoles == 0 {
			t.Errorf("the suspended membership: %+v, want SuspendedAt != nil and DirectoryRoles != 0", m)
		}
	})
}

func TestWhatANameGrants(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		number := 0
		for name, want := range map[string]string{"License Manager": "LICENSE_MANAGER/",
			"renewals-manager": "RENEWALS_MANAGER/", "  DOWNLOADS ": "/DOWNLOADS",
			"community": "/COMMUNITY", "Licensing": "/LICENSING", "Account__Administrator": "ACCOUNT_ADMINISTRATOR/",
			"reader": "/", "Downloader": "DOWNLOADER/",
			"License Managers": "/", "Crew": "/", "OPERATOR": "/"} {
			number++
			id := o.linked(fmt.Sprint("member", number))
			made := o.post("/Groups", jsonOf(map[string]any{"displayName": name,
				"members": []any{map[string]any{"value": id}}})).want(http.StatusCreated)
			if m := o.membership(id); (m.DirectoryRoles&^readerOnly).String()+"/"+
				m.DirectoryServices.String() != want {
				t.Errorf("%q grants %s and %s, want %s", name, m.DirectoryRoles, m.DirectoryServices, want)
			}
			// The next name may differ in letter case only.
			o.patch("/Groups/"+made.id(), fmt.Sprintf(`{"op":"replace","path":"displayName","value":"group %d"}`,
				number)).want(http.StatusNoContent)
		}
		// A key cannot grant roles that it does not have itself.
		for i, name := range []string{"ACCOUNT ADMINISTRATOR", "license-managers", "LICENSE-MANAGER", "downloaDS"} {
			id := o.linked(fmt.Sprint("narrow", i))
			o.send(request{as: "narrow", method: http.MethodPost, path: "/Groups",
				body: map[string]any{"displayName": name,
					"members": []any{map[string]any{"value": id}}}}).want(http.StatusCreated)
			if m := o.membership(id); m.DirectoryRoles != readerOnly || m.DirectoryServices != 0 {
				t.Errorf("by a narrow key %q grants %s and %s", name, m.DirectoryRoles, m.DirectoryServices)
			}
		}
		// Renaming a group does not change what it grants: only administrators of the account can.
		id := o.linked("renamed")
		group := "/Groups/" + o.post("/Groups", `{"displayName":"Plain","members":[{"value":"`+id+`"}]}`).id()
		o.put(group, `{"displayName":"ACCOUNT_ADMINISTRATOR"}`).want(http.StatusOK).
			holds(map[string]any{"members.0.value": id})
		if m := o.membership(id); m.DirectoryRoles != readerOnly {
			t.Errorf("a new name grants %s, want %v", m.DirectoryRoles, readerOnly)
		}
	})
}

// labeled is a value of an event that is more than the id of an object.
var labeled = regexp.MustCompile(`"[a-z]+_[0-9A-Z]{13} `)

// records lists what the records say of an account since a moment, as action, subject and changes.
func (o *fixture) records(account gid.ID, since clock.Instant) []string {
	o.t.Helper()
	rows, err := o.store.Client().AuditEntry.Query().Where(auditentry.AccountID(account),
		auditentry.RecordedAtGTE(since)).
		Order(auditentry.ByID()).All(o.all())
	o.must(err)
	events, err := o.store.Client().Event.Query().Where(event.AccountID(account), event.RecordedAtGTE(since)).
		Order(event.ByID()).All(o.all())
	o.must(err)
	if len(events) != len(rows) {
		o.t.Errorf("%d records, %d events", len(rows), len(events))
	}
	var lines []string
	for i, r := range rows {
		if e := events[i]; labeled.MatchString(e.Old) || labeled.MatchString(e.New) {
			o.t.Errorf("an event says how people call an object beside its id: %s %s %s", e.Type, e.Old, e.New)
		}
		lines = append(lines, fmt.Sprintf("%s %s %s %s", r.Action, events[i].Type, r.SubjectLabel, r.Changes))
		if r.Action != "signIn" && (r.ActorName != "directory" || r.Credential != vocabulary.CredentialKindAPIKey ||
			r.ByProducer) {
			o.t.Errorf("the actor: %+v", r)
		}
	}
	return lines
}

func TestEveryChangeIsRecordedAndARepetitionIsNone(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		step := func(do func(), want ...string) {
			t.Helper()
			o.clock.Advance(1_000_000_000)
			since := o.clock.Now()
			do()
			got := o.records(o.alder, since)
			if len(got) != len(want) {
				t.Errorf("records: %q, want %q", got, want)
				return
			}
			for i := range want {
				for word := range strings.SplitSeq(want[i], " ~ ") {
					if !strings.Contains(got[i], word) {
						t.Errorf("record %q has no %q", got[i], word)
					}
				}
			}
		}
		var id, group string
		step(func() {
			id = o.post("/Users", `{"userName":"one@alder.example","externalId":"x1","name":{"givenName":"One"}}`).
				want(http.StatusCreated).id()
		},
			`provisionUser DirectoryRecordAdded one@alder.example ~ "externalId" ~ {"field":"firstName","before":null,"after":"One"} ~ {"field":"email","before":null,"after":"one@alder.example"}`)
		user := "/Users/" + id
		step(func() { o.patch(user, `{"op":"replace","path":"name.givenName","value":"Uno"}`).want(http.StatusOK) },
			`provisionUser DirectoryRecordChanged one@alder.example [{"field":"firstName","before":"One","after":"Uno"}]`)
		step(func() { o.patch(user, `{"op":"replace","path":"name.givenName","value":"Uno"}`).want(http.StatusOK) })
		step(func() { o.arrive("one@alder.example") },
			`signIn DirectoryRecordLinked one@alder.example ~ "user" ~ "email"`,
			`signIn MembershipCreated one@alder.example ~ "DIRECTORY" ~ {"field":"directoryRoles","before":null,"after":"READER"}`)
		step(func() { o.patch(user, `{"op":"replace","path":"active","value":"false"}`).want(http.StatusOK) },
			`deprovisionUser DirectoryRecordChanged one@alder.example [{"field":"active","before":"true","after":"false"}]`,
			`deprovisionUser MembershipChanged one@alder.example ~ {"field":"directoryRoles","before":"READER","after":""}`)
		step(func() { o.patch(user, `{"op":"replace","path":"active","value":"false"}`).want(http.StatusOK) })
		step(func() { o.patch(user, `{"op":"replace","path":"active","value":true}`).want(http.StatusOK) },
			`provisionUser DirectoryRecordChanged one@alder.example`,
			`provisionUser MembershipChanged one@alder.example ~ "after":"READER"`)
		step(func() {
			group = "/Groups/" + o.post("/Groups", `{"displayName":"Licensing"}`).want(http.StatusCreated).id()
		},
			`provisionGroup DirectoryGroupAdded Licensing ~ {"field":"serviceAccess","before":null,"after":"LICENSING"}`)
		join := func() {
			o.patch(group, `{"op":"add","path":"members","value":[{"value":"`+id+`"}]}`).want(http.StatusNoContent)
		}
		step(join, `provisionGroup DirectoryGroupChanged Licensing ~ {"field":"members.`+
			id+`","before":null,"after":"one@alder.example"}`,
			`provisionGroup MembershipChanged one@alder.example ~ {"field":"directoryServiceAccess","before":"","after":"LICENSING"}`)
		step(join)
		step(func() { o.delete(group).want(http.StatusNoContent) },
			`removeProvisionedGroup DirectoryGroupRemoved Licensing`,
			`removeProvisionedGroup MembershipChanged one@alder.example`)
		o.signIn(*o.record(id).UserID)
		step(func() { o.delete(user).want(http.StatusNoContent) },
			`deprovisionUser DirectoryRecordRemoved one@alder.example`,
			`deprovisionUser MembershipChanged one@alder.example`,
			`deprovisionUser SignedOut one@alder.example ~ "field":"session.`,
			`deprovisionUser ApiKeyRevoked own ~ {"field":"revokedAt","before":null,`,
			`deprovisionUser MembershipRemoved one@alder.example`)
		step(func() { o.post("/Users", `{"userName":""}`).want(http.StatusBadRequest) })
	})
}

func TestWhatIsAtHomeElsewhereIsNotProvisioned(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		id := o.user("alder", "one")
		o.write(func(ctx context.Context, c *ent.Client) error {
			system := gid.New(gid.System, 0)
			if err := c.System.Create().SetID(system).SetCode("old").SetName("old").
				SetKind(vocabulary.SystemKindEntitlement).Exec(ctx); err != nil {
				return err
			}
			return c.Home.Create().SetAccountID(o.alder).SetProductLineID(0).SetSystemID(system).
				SetSince(o.clock.Now()).Exec(ctx)
		})
		for _, a := range []answer{o.post("/Users", `{"userName":"two"}`),
			o.patch("/Users/"+id, `{"op":"replace","path":"active","value":false}`),
			o.delete("/Users/" + id), o.post("/Groups", `{"displayName":"x"}`)} {
			if a.refused(http.StatusConflict, ""); !strings.Contains(a.text, "HOME_ELSEWHERE") {
				t.Errorf(`the detail: %s, want "HOME_ELSEWHERE" in it`, a.text)
			}
		}
	})
}

func TestAtTheSameMoment(t *testing.T) {
	each(t, func(t *testing.T, o *fixture) {
		const many = 8
		together := func(do func(i int)) {
			var running sync.WaitGroup
			for i := range many {
				running.Go(func() { do(i) })
			}
			running.Wait()
		}
		var (
			mu   sync.Mutex
			made []int
		)
		together(func(int) {
			a := o.post("/Users", `{"userName":"one@alder.example"}`)
			mu.Lock()
			defer mu.Unlock()
			made = append(made, a.status)
		})
		created := 0
		for _, status := range made {
			if status == http.StatusCreated {
				created++
			} else if status != http.StatusConflict {
				t.Errorf("status %d, want %d", status, http.StatusConflict)
			}
		}
		if n := len(o.get("/Users").ids()); created != 1 || n != 1 {
			t.Errorf("made %d times, %d users, want created = 1 and n = 1", created, n)
		}

		// A group that is created concurrently, under names that differ only in letter case, exists once.
		together(func(i int) {
			name := []string{"Élodie's Team", "élodie's team", "ÉLODIE'S TEAM", "e\u0301lodie's team"}[i%4]
			made[i] = o.post("/Groups", `{"displayName":"`+name+`"}`).status
		})
		created = 0
		for _, status := range made {
			if status == http.StatusCreated {
				created++
			} else if status != http.StatusConflict {
				t.Errorf("status %d, want %d", status, http.StatusConflict)
			}
		}
		if n := len(o.get("/Groups").ids()); created != 1 || n != 1 {
			t.Errorf("made %d times, %d groups, want created = 1 and n = 1", created, n)
		}

		// A person who proves the address concurrently in several ways gets one membership.
		person := o.person("one@alder.example", "one@alder.example", nil)
		together(func(int) { o.prove(person, "one@alder.example") })

		// A member who is added to several groups concurrently gets the grants of all of them.
		id := o.get(`/Users?filter=userName eq "one@alder.example"`).ids()[0]
		names := []string{"reader", "downloader", "license manager", "renewals manager", "community", "licensing",
			"downloads", "crew"}
		var groups []string
		for _, name := range names {
			groups = append(groups, o.post("/Groups", `{"displayName":"`+name+`"}`).id())
		}
		together(func(i int) {
			if a := o.patch("/Groups/"+groups[i], `{"op":"add","path":"members","value":[{"value":"`+
				id+`"}]}`); a.status != http.StatusNoContent {
				t.Errorf("status %d: %s, want %d", a.status, a.text, http.StatusNoContent)
			}
		})
		if m := o.membership(id); m.DirectoryRoles.String() != "LICENSE_MANAGER,RENEWALS_MANAGER,DOWNLOADER,READER" ||
			m.DirectoryServices.String() != "COMMUNITY,LICENSING,DOWNLOADS" {
			t.Errorf(
				`the groups grant %s and %s, want String = "LICENSE_MANAGER,RENEWALS_MANAGER,DOWNLOADER,READER" `+
					`and String = "COMMUNITY,LICENSING,DOWNLOADS"`,
				m.DirectoryRoles, m.DirectoryServices)
		}
	})
}
