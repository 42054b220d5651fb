//go:build shelved

package scim_test

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/auditentry"
	"github.com/muniment/muniment/ent/event"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/searchword"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// reader and administrator are roles for people whom a test makes.
var (
	reader        = []vocabulary.Role{vocabulary.RoleReader}
	administrator = []vocabulary.Role{vocabulary.RoleAccountAdministrator}
)

func (o *office) joining(account gid.ID, domain string) {
	o.t.Helper()
	roles, err := vocabulary.Roles(reader...)
	o.must(err)
	o.write(func(ctx context.Context, c *ent.Client) error {
		return c.JoiningDomain.Create().SetAccountID(account).SetDomain(domain).SetRoles(roles).SetServiceAccess(0).SetCreatedAt(o.clock.Now()).Exec(ctx)
	})
}

func TestTwoAccountsNeverSeeEachOther(t *testing.T) {
	each(t, func(t *testing.T, o *office) {
		shared := o.person("shared@group.example", "shared@group.example", reader, o.alder, o.birch)
		mine, theirs := o.membershipOf(shared, o.alder).ID.String(), o.membershipOf(shared, o.birch).ID.String()
		foreign := o.send(request{as: "birch", method: http.MethodPost, path: "/Users", body: `{"userName":"birch only","externalId":"b1"}`}).want(http.StatusCreated).id()
		group := o.send(request{as: "birch", method: http.MethodPost, path: "/Groups", body: `{"displayName":"Crew","members":[{"value":"` + foreign + `"}]}`}).want(http.StatusCreated).id()
		own := o.post("/Groups", `{"displayName":"Crew"}`).want(http.StatusCreated).id() // the name is free here

		// The same user is another resource in each account.
		if got := o.get(`/Users?filter=userName eq "shared@group.example"`).ids(); len(got) != 1 || got[0] != mine {
			t.Errorf("Alder finds %v", got)
		}
		if got := o.send(request{as: "birch", method: http.MethodGet, path: `/Users?filter=userName eq "shared@group.example"`}).ids(); len(got) != 1 || got[0] != theirs {
			t.Errorf("Birch finds %v", got)
		}
		for _, filter := range []string{`userName eq "birch only"`, `externalId eq "b1"`, `id eq "` + foreign + `"`, `userName sw "birch"`, `groups.value eq "` + group + `"`} {
			o.get("/Users?filter=" + filter).holds(map[string]any{"totalResults": 0})
		}
		o.get(`/Groups?filter=members.value eq "` + foreign + `"`).holds(map[string]any{"totalResults": 0})
		if got := o.get("/Users").ids(); len(got) != 1 {
			t.Errorf("Alder lists %v", got)
		}
		if got := o.get("/Groups").ids(); len(got) != 1 || got[0] != own {
			t.Errorf("Alder lists the groups %v", got)
		}
		missing := o.get("/Users/"+gid.New(gid.Membership, o.birch.Locality()).String()).refused(http.StatusNotFound, "")
		for _, path := range []string{"/Users/" + theirs, "/Users/" + foreign, "/Groups/" + group} {
			for _, a := range []answer{o.get(path), o.put(path, `{"userName":"x","displayName":"x"}`), o.patch(path, `{"op":"replace","path":"displayName","value":"x"}`), o.delete(path)} {
				if a.refused(http.StatusNotFound, ""); a.text != missing.text {
					t.Errorf("%s: %s", path, a.text)
				}
			}
		}
		o.patch("/Groups/"+own, `{"op":"add","path":"members","value":[{"value":"`+foreign+`"}]}`).refused(http.StatusBadRequest, "invalidValue")

		// What Alder says of a user whom Birch has as well is passed over; the membership is Alder's own.
		o.put("/Users/"+mine, `{"userName":"taken over","externalId":"a1","emails":[{"value":"evil@alder.example"}],"name":{"givenName":"Evil"},"active":false}`).
			want(http.StatusOK).holds(map[string]any{"userName": "shared@group.example", "name.givenName": "As", "emails.0.value": "shared@group.example",
			"externalId": "a1", "active": false})
		o.send(request{as: "birch", method: http.MethodGet, path: "/Users/" + theirs}).holds(map[string]any{"active": true, "externalId": nil, "name.givenName": "As"})
		// Also where the other membership is suspended, and after it ended.
		o.write(func(ctx context.Context, c *ent.Client) error {
			return c.Membership.Update().Where(membership.AccountID(o.birch), membership.UserID(shared)).SetSuspendedAt(1).SetEndsOn(today - 1).Exec(ctx)
		})
		o.patch("/Users/"+mine, `{"op":"replace","path":"userName","value":"taken over"},{"op":"replace","path":"active","value":true}`).
			want(http.StatusOK).holds(map[string]any{"userName": "shared@group.example", "active": true})
	})
}

func TestWhoMayBeBound(t *testing.T) {
	each(t, func(t *testing.T, o *office) {
		foreign := o.person("one@birch.example", "one@birch.example", reader, o.birch)
		refused := o.post("/Users", `{"userName":"one@birch.example"}`).refused(http.StatusConflict, "uniqueness")
		if strings.Contains(refused.text, "birch") {
			t.Errorf("the refusal tells more: %s", refused.text)
		}
		o.post("/Users", `{"userName":"ONE@birch.example"}`).refused(http.StatusConflict, "uniqueness")
		o.joining(o.alder, "birch.example")
		id := o.post("/Users", `{"userName":"one@birch.example","displayName":"Taken over","emails":[{"value":"evil@alder.example"}]}`).
			want(http.StatusCreated).holds(map[string]any{"displayName": nil, "emails.0.value": "one@birch.example"}).id()
		if o.membership(id).UserID != foreign {
			t.Error("another user was bound")
		}

		// A domain counts only as a whole, and only that of the stored address.
		o.person("two", `"x@birch.example"@evil.example`, reader, o.birch)
		o.person("three@birch.example", "", reader, o.birch)
		o.person("four", "four@sub.birch.example", reader, o.birch)
		for _, name := range []string{"two", "three@birch.example", "four"} {
			o.post("/Users", `{"userName":"`+name+`","emails":[{"value":"x@birch.example"}]}`).refused(http.StatusConflict, "uniqueness")
		}

		// Who belongs to nobody may be bound, and is then called as the directory says; the producer's people may not.
		free := o.person("free@birch.example", "free@birch.example", reader)
		id = o.post("/Users", `{"userName":"Free@Birch.example","displayName":"Free"}`).want(http.StatusCreated).
			holds(map[string]any{"displayName": "Free", "userName": "Free@Birch.example", "name": nil}).id()
		if o.membership(id).UserID != free {
			t.Error("another user was bound")
		}
		operator := o.person("operator@birch.example", "operator@birch.example", reader)
		o.write(func(ctx context.Context, c *ent.Client) error {
			return c.User.UpdateOneID(operator).SetProducerRole(vocabulary.ProducerRoleOperator).Exec(ctx)
		})
		o.post("/Users", `{"userName":"operator@birch.example"}`).refused(http.StatusConflict, "uniqueness")
	})
}

func TestNobodyTakesAnAddressOfAnother(t *testing.T) {
	each(t, func(t *testing.T, o *office) {
		o.person("theirs", "Boss@birch.example", reader, o.birch)
		o.person("both", "both@birch.example", reader, o.alder, o.birch)
		o.person("ours", "box@alder.example", reader, o.alder)
		operator := o.person("operator", "help@producer.example", reader)
		o.write(func(ctx context.Context, c *ent.Client) error {
			return c.User.UpdateOneID(operator).SetProducerRole(vocabulary.ProducerRoleOperator).Exec(ctx)
		})
		id := o.user("alder", "one")
		for _, address := range []string{"boss@birch.example", "BOSS@birch.example", "both@birch.example", "help@producer.example"} {
			o.post("/Users", jsonOf(map[string]any{"userName": "two", "emails": []any{map[string]any{"value": address}}})).refused(http.StatusConflict, "uniqueness")
			o.patch("/Users/"+id, `{"op":"replace","path":"emails[type eq \"work\"].value","value":"`+address+`"}`).refused(http.StatusConflict, "uniqueness")
		}
		// People of one account may share an address, and those of a domain that the account claims.
		o.patch("/Users/"+id, `{"op":"replace","path":"emails.value","value":"box@alder.example"}`).want(http.StatusOK)
		o.joining(o.alder, "birch.example")
		o.patch("/Users/"+id, `{"op":"replace","path":"emails.value","value":"boss@birch.example"}`).want(http.StatusOK)
	})
}

func TestWhoLosesTheLastAccessIsSignedOut(t *testing.T) {
	each(t, func(t *testing.T, o *office) {
		elsewhere := o.person("elsewhere", "", reader, o.alder, o.birch)
		only := o.person("only", "", reader, o.alder)
		ended := o.person("ended", "", reader, o.alder, o.birch)
		operator := o.person("operator", "", reader, o.alder)
		o.write(func(ctx context.Context, c *ent.Client) error {
			if err := c.User.UpdateOneID(operator).SetProducerRole(vocabulary.ProducerRoleSupportAgent).Exec(ctx); err != nil {
				return err
			}
			return c.Membership.Update().Where(membership.UserID(ended), membership.AccountID(o.birch)).SetEndsOn(today - 1).Exec(ctx)
		})
		for _, one := range []struct {
			user gid.ID
			left int
		}{{elsewhere, 2}, {only, 0}, {ended, 0}, {operator, 2}} {
			o.signIn(one.user)
			path := "/Users/" + o.membershipOf(one.user, o.alder).ID.String()
			o.patch(path, `{"op":"replace","path":"active","value":false}`).want(http.StatusOK)
			if n := o.open(one.user); n != one.left {
				t.Errorf("%s: %d sessions and keys are left, want %d", path, n, one.left)
			}
		}
		o.write(func(ctx context.Context, c *ent.Client) error {
			return c.Membership.Update().Where(membership.UserID(ended), membership.AccountID(o.birch)).SetEndsOn(today).Exec(ctx)
		})
		path := "/Users/" + o.membershipOf(ended, o.alder).ID.String()
		o.patch(path, `{"op":"replace","path":"active","value":true}`).want(http.StatusOK)
		o.signIn(ended)
		o.delete(path).want(http.StatusNoContent)
		if n := o.open(ended); n != 2 {
			t.Errorf("on the last day of the other membership %d sessions and keys are left", n)
		}
		o.signIn(only)
		o.delete("/Users/" + o.membershipOf(only, o.alder).ID.String()).want(http.StatusNoContent)
		if n := o.open(only); n != 0 {
			t.Errorf("after the removal %d sessions and keys are left", n)
		}
	})
}

func TestTheLastAdministratorStays(t *testing.T) {
	each(t, func(t *testing.T, o *office) {
		// An account that never had an administrator is not held up.
		o.delete("/Users/" + o.user("alder", "passing")).want(http.StatusNoContent)
		first := "/Users/" + o.membershipOf(o.person("admin", "", administrator, o.alder), o.alder).ID.String()
		last := func(a answer) {
			t.Helper()
			if a.refused(http.StatusConflict, "mutability"); !strings.HasPrefix(a.body["detail"].(string), "LAST_ADMINISTRATOR") {
				t.Errorf("the detail: %s", a.text)
			}
		}
		last(o.patch(first, `{"op":"replace","path":"active","value":false}`))
		last(o.put(first, `{"userName":"admin","active":false}`))
		last(o.delete(first))
		o.get(first).holds(map[string]any{"active": true})
		o.patch(first, `{"op":"replace","path":"displayName","value":"Still here"}`).want(http.StatusOK)

		// A group may make an administrator, who is the last one then.
		second := o.user("alder", "second")
		group := "/Groups/" + o.post("/Groups", `{"displayName":"account-administrator","members":[{"value":"`+second+`"}]}`).want(http.StatusCreated).id()
		o.delete(first).want(http.StatusNoContent)
		last(o.patch(group, `{"op":"remove","path":"members[value eq \"`+second+`\"]"}`))
		last(o.put(group, `{"displayName":"x","members":[]}`))
		last(o.delete(group))
		last(o.delete("/Users/" + second))
		o.get(group).holds(map[string]any{"displayName": "account-administrator", "members.0.value": second})
		third := o.user("alder", "third")
		o.patch(group, `{"op":"replace","path":"members","value":[{"value":"`+third+`"}]}`).want(http.StatusNoContent)
		if o.membership(second).GroupRoles != 0 || o.membership(third).GroupRoles.String() != "ACCOUNT_ADMINISTRATOR" {
			t.Error("the role did not follow the group")
		}
	})
}

func TestWhatANameGrants(t *testing.T) {
	each(t, func(t *testing.T, o *office) {
		for name, want := range map[string]string{"License Manager": "LICENSE_MANAGER/", "renewals-manager": "RENEWALS_MANAGER/", "  DOWNLOADS ": "/DOWNLOADS",
			"community": "/COMMUNITY", "Licensing": "/LICENSING", "Account__Administrator": "ACCOUNT_ADMINISTRATOR/", "reader": "READER/", "Downloader": "DOWNLOADER/",
			"License Managers": "/", "Crew": "/", "OPERATOR": "/"} {
			id := o.user("alder", "member of "+name)
			o.post("/Groups", jsonOf(map[string]any{"displayName": name, "members": []any{map[string]any{"value": id}}})).want(http.StatusCreated)
			if m := o.membership(id); m.GroupRoles.String()+"/"+m.GroupServices.String() != want {
				t.Errorf("%q grants %s and %s, want %s", name, m.GroupRoles, m.GroupServices, want)
			}
		}
		// A new name grants nothing: only administrators of the account change what a group grants.
		id := o.user("alder", "renamed")
		group := "/Groups/" + o.post("/Groups", `{"displayName":"Plain","members":[{"value":"`+id+`"}]}`).id()
		o.put(group, `{"displayName":"ACCOUNT_ADMINISTRATOR"}`).want(http.StatusOK).holds(map[string]any{"members.0.value": id})
		if m := o.membership(id); m.GroupRoles != 0 {
			t.Errorf("a new name grants %s", m.GroupRoles)
		}
	})
}

// records lists what the records say of an account since a moment, as action, subject and changes.
func (o *office) records(account gid.ID, since clock.Instant) []string {
	o.t.Helper()
	rows, err := o.store.Client().AuditEntry.Query().Where(auditentry.AccountID(account), auditentry.RecordedAtGTE(since)).
		Order(auditentry.ByID()).All(o.all())
	o.must(err)
	events, err := o.store.Client().Event.Query().Where(event.AccountID(account), event.RecordedAtGTE(since)).Order(event.ByID()).All(o.all())
	o.must(err)
	if len(events) != len(rows) {
		o.t.Errorf("%d records, %d events", len(rows), len(events))
	}
	var lines []string
	for i, r := range rows {
		lines = append(lines, fmt.Sprintf("%s %s %s %s", r.Action, events[i].Type, r.SubjectLabel, r.Changes))
		if r.ActorName != "directory" || r.Credential != vocabulary.CredentialKindAPIKey || r.ByProducer {
			o.t.Errorf("the actor: %+v", r)
		}
	}
	return lines
}

func TestEveryChangeIsRecordedAndARepetitionIsNone(t *testing.T) {
	each(t, func(t *testing.T, o *office) {
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
			id = o.post("/Users", `{"userName":"one@alder.example","externalId":"x1","name":{"givenName":"One"}}`).want(http.StatusCreated).id()
		}, `provisionUser UserAdded one@alder.example`, `provisionUser MembershipAdded one@alder.example ~ "externalId" ~ "DIRECTORY" ~ "READER"`,
			`provisionUser UserChanged one@alder.example ~ {"field":"firstName","before":"","after":"One"} ~ {"field":"email","before":"","after":"one@alder.example"}`)
		user := "/Users/" + id
		step(func() { o.patch(user, `{"op":"replace","path":"name.givenName","value":"Uno"}`).want(http.StatusOK) },
			`provisionUser UserChanged one@alder.example [{"field":"firstName","before":"One","after":"Uno"}]`)
		step(func() { o.patch(user, `{"op":"replace","path":"name.givenName","value":"Uno"}`).want(http.StatusOK) })
		step(func() { o.patch(user, `{"op":"replace","path":"active","value":"false"}`).want(http.StatusOK) },
			`deprovisionUser MembershipChanged one@alder.example ~ {"field":"suspendedAt","before":null`)
		step(func() { o.patch(user, `{"op":"replace","path":"active","value":"false"}`).want(http.StatusOK) })
		step(func() { o.patch(user, `{"op":"replace","path":"active","value":true}`).want(http.StatusOK) },
			`provisionUser MembershipChanged one@alder.example ~ "after":null`)
		step(func() {
			group = "/Groups/" + o.post("/Groups", `{"displayName":"Licensing"}`).want(http.StatusCreated).id()
		}, `provisionGroup DirectoryGroupAdded Licensing ~ {"field":"serviceAccess","before":null,"after":"LICENSING"}`)
		join := func() {
			o.patch(group, `{"op":"add","path":"members","value":[{"value":"`+id+`"}]}`).want(http.StatusNoContent)
		}
		step(join, `provisionGroup DirectoryGroupChanged Licensing ~ {"field":"members.`+id+`","before":null,"after":"one@alder.example"}`,
			`provisionGroup MembershipChanged one@alder.example ~ {"field":"groupServiceAccess","before":"","after":"LICENSING"}`)
		step(join)
		step(func() { o.delete(group).want(http.StatusNoContent) }, `removeProvisionedGroup DirectoryGroupRemoved Licensing`,
			`removeProvisionedGroup MembershipChanged one@alder.example`)
		step(func() { o.delete(user).want(http.StatusNoContent) }, `deprovisionUser MembershipRemoved one@alder.example`)
		step(func() { o.post("/Users", `{"userName":""}`).want(http.StatusBadRequest) })
	})
}

func TestAMemberIsFoundByTheWordsOfTheName(t *testing.T) {
	each(t, func(t *testing.T, o *office) {
		id := o.post("/Users", `{"userName":"one@alder.example","name":{"givenName":"Éva","familyName":"Falk"}}`).want(http.StatusCreated).id()
		o.patch("/Users/"+id, `{"op":"replace","path":"name.familyName","value":"Berg"}`).want(http.StatusOK)
		rows, err := o.store.Client().SearchWord.Query().Where(searchword.EntityID(o.membership(id).UserID)).Order(searchword.ByWord()).All(o.all())
		o.must(err)
		var words []string
		for _, row := range rows {
			words = append(words, row.Word)
		}
		if got := strings.Join(words, " "); got != "alder berg example one éva" {
			t.Errorf("the words: %s", got)
		}
	})
}

func TestWhatIsAtHomeElsewhereIsNotProvisioned(t *testing.T) {
	each(t, func(t *testing.T, o *office) {
		id := o.user("alder", "one")
		o.write(func(ctx context.Context, c *ent.Client) error {
			system := gid.New(gid.System, 0)
			if err := c.System.Create().SetID(system).SetCode("old").SetName("old").SetKind(vocabulary.SystemKindEntitlement).Exec(ctx); err != nil {
				return err
			}
			return c.Home.Create().SetAccountID(o.alder).SetProductLineID(0).SetSystemID(system).SetSince(o.clock.Now()).Exec(ctx)
		})
		for _, a := range []answer{o.post("/Users", `{"userName":"two"}`), o.patch("/Users/"+id, `{"op":"replace","path":"active","value":false}`),
			o.delete("/Users/" + id), o.post("/Groups", `{"displayName":"x"}`)} {
			if a.refused(http.StatusConflict, ""); !strings.Contains(a.text, "HOME_ELSEWHERE") {
				t.Errorf("the detail: %s", a.text)
			}
		}
	})
}

func TestAProducerMayKeepAUserOut(t *testing.T) {
	each(t, func(t *testing.T, o *office) {
		id := o.user("alder", "one")
		person := o.membership(id).UserID
		o.write(func(ctx context.Context, c *ent.Client) error {
			return c.User.UpdateOneID(person).SetActive(false).Exec(ctx)
		})
		o.get("/Users/" + id).holds(map[string]any{"active": false})
		o.patch("/Users/"+id, `{"op":"replace","path":"active","value":true}`).want(http.StatusOK).holds(map[string]any{"active": false})
		// The directory's word counts once the producer lets the user in again.
		o.patch("/Users/"+id, `{"op":"replace","path":"active","value":false}`).want(http.StatusOK)
		o.write(func(ctx context.Context, c *ent.Client) error {
			return c.User.UpdateOneID(person).SetActive(true).Exec(ctx)
		})
		o.get("/Users/" + id).holds(map[string]any{"active": false})
	})
}

func TestAtTheSameMoment(t *testing.T) {
	each(t, func(t *testing.T, o *office) {
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
				t.Errorf("status %d", status)
			}
		}
		n, err := o.store.Client().User.Query().Where(user.UserName("one@alder.example")).Count(o.all())
		o.must(err)
		if created != 1 || n != 1 {
			t.Errorf("made %d times, %d users", created, n)
		}

		// A member whom several groups take in at once has what all of them grant.
		id := o.get(`/Users?filter=userName eq "one@alder.example"`).ids()[0]
		names := []string{"reader", "downloader", "license manager", "renewals manager", "community", "licensing", "downloads", "crew"}
		var groups []string
		for _, name := range names {
			groups = append(groups, o.post("/Groups", `{"displayName":"`+name+`"}`).id())
		}
		together(func(i int) {
			if a := o.patch("/Groups/"+groups[i], `{"op":"add","path":"members","value":[{"value":"`+id+`"}]}`); a.status != http.StatusNoContent {
				t.Errorf("status %d: %s", a.status, a.text)
			}
		})
		if m := o.membership(id); m.GroupRoles.String() != "LICENSE_MANAGER,RENEWALS_MANAGER,DOWNLOADER,READER" || m.GroupServices.String() != "COMMUNITY,LICENSING,DOWNLOADS" {
			t.Errorf("the groups grant %s and %s", m.GroupRoles, m.GroupServices)
		}
	})
}
