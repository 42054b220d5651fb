package attack_test

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Sessions and personal keys end when the address of their user changes, and a stolen key cannot create another key
// that would continue to work.
func TestKeysEndWithTheAddress(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		victim := w.alder.manager
		b := w.browser()
		b.follow(b.askLink(victim.email))
		session := b.as("the session")
		key := w.key(session, input{"name": "key", "scopes": []string{"READ", "WRITE"}})
		if a := w.change(key, "createApiKey",
			input{"name": "another", "scopes": []string{"READ"}}); a.code != "FORBIDDEN" {
			t.Errorf("a key makes a key of its person: %s", a.text)
		}
		w.change(w.operator, "changeUserEmail", input{"user": victim.user.String(), "email": "fresh@alder.example"}).
			ok(t)
		for _, as := range []actor{session, key} {
			if a := w.query(as, "{ viewer { name } }", nil); a.code != "UNAUTHENTICATED" {
				t.Errorf(`%s goes on: %s, want code = "UNAUTHENTICATED"`, as.name, a.text)
			}
		}
	})
}

// An address that only equals the old one after case folding would be another one that looks the same. Nobody gets it.
func TestAnAddressThatFoldsToTheOldOneIsRefused(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		victim := w.alder.newMember(w, "kim", false, vocabulary.RoleReader)
		b := w.browser()
		b.follow(b.askLink(victim.email))
		move := func(address string) {
			w.change(w.operator, "changeUserEmail", input{"user": victim.user.String(), "email": address}).ok(t)
		}
		move("KIM@alder.example")
		if b.who() == "" {
			t.Error("another letter case signs out")
		}
		w.change(w.operator, "changeUserEmail", input{"user": victim.user.String(),
			"email": "\u212aim@alder.example"}).want(t, "BAD_INPUT") // the Kelvin sign in place of k
	})
}

// Addresses that look alike, or are equal after case folding, belong to different people.
func TestAddressesThatLookAlikeAreOfDifferentPeople(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		p := newIDP(t)
		w := open(t, s, providers(p.described("own")))
		w.prove(w.alder.account, w.alder.domain)
		victim := w.alder.admin.email
		directory := w.directory(w.alder)
		for n, alike := range []string{"adm\u0130n@alder.example", "\u0430dmin@alder.example",
			"admin\u200b@alder.example", "ａdmin@alder.example", "admin+x@alder.example",
			"ADMIN@alder.example.", "admin@\u0430lder.example", "admin@alder.examp\u217ce",
			"admin@ald\u212ber.example", "\"admin\"@alder.example", "admin @alder.example",
			"admin@alder。example", "admin@ａｌｄｅｒ.example", "admin@xn--lder-5cd.example", "admin@alder.example\x00",
			"admin%birch.example@alder.example"} {
			b := w.browser()
			p.through(b, "own", proven(fmt.Sprint("alike ", n), alike))
			// the same domain, in another writing
			same := alike == "admin@alder。example" || alike == "admin@ａｌｄｅｒ.example"
			if who := b.who(); who == victim && !same {
				t.Errorf("a provider that proves %q signs in as %s", alike, who)
			}
			w.scim(directory, http.MethodPost, "/Users",
				input{"schemas": []string{"urn:ietf:params:scim:schemas:core:2.0:User"},
					"userName": fmt.Sprint("alike", n),
					"emails":   []any{map[string]any{"value": alike}}, "active": true})
			before := w.mails.count()
			browser := w.browser()
			browser.post("/sign-in/link", "email", alike, "by", "link")
			w.deliver()
			w.mails.mu.Lock()
			letters := w.mails.letters[before:]
			w.mails.mu.Unlock()
			for _, letter := range letters {
				link := linkIn(letter, "/sign-in/link/")
				if link == "" {
					continue
				}
				browser := w.browser()
				browser.follow(link)
				if who := browser.who(); who == victim && !strings.EqualFold(letter.To, victim) {
					t.Errorf("a link to %q signs in as %s", letter.To, who)
				}
			}
		}
	})
}

// An erased user cannot sign in again: neither with old credentials, nor with the subject of the provider, nor with
// the address.
func TestNobodyComesBackAsAnErasedPerson(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		p := newIDP(t)
		w := open(t, s, providers(p.described("own", "domains: [alder.example]")))
		w.prove(w.alder.account, w.alder.domain)
		victim := w.alder.reader
		directory := w.directory(w.alder)
		w.provision(directory, victim.email, nil)
		b := w.browser()
		p.through(b, "own", proven("the victim", victim.email))
		key := w.key(b.as(""), input{"scopes": []string{"READ"}})
		waiting := w.browser().askLink(victim.email)
		token := p.accessToken(w, map[string]any{"sub": "the victim"})
		if a := w.query(token, "{ viewer { name } }", nil); a.refused() {
			t.Fatalf("the access token does not hold: %s", a.text)
		}
		w.change(w.operator, "eraseUser", input{"user": victim.user.String(), "reason": "They asked."}).ok(t)
		for _, as := range []actor{victim.actor, b.as(""), key, token} {
			if a := w.query(as, "{ viewer { name } }", nil); !a.refused() {
				t.Errorf("%s goes on: %s", as.name, a.text)
			}
		}
		delayedBody := w.browser()
		delayedBody.follow(waiting)
		if delayedBody.who() != "" {
			t.Error("a link signs in an erased person")
		}
		for _, subject := range []string{"the victim", "somebody new at the address"} {
			again := w.browser()
			p.through(again, "own", proven(subject, victim.email))
			got := w.query(again.as(""), "{ viewer { user { id } } }", nil)
			if strings.Contains(got.text, victim.user.String()) {
				t.Errorf("%s is the erased user: %s", subject, got.text)
			}
		}
	})
}

// A lapsed domain proof links no new users to directory records and creates no users.
func TestALapsedDomainLetsNobodyIn(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.prove(w.birch.account, w.birch.domain)
		directory := w.directory(w.birch)
		w.provision(directory, "before@birch.example", nil)
		w.provision(directory, "after@birch.example", nil)
		before, after := w.browser(), w.browser()
		before.follow(before.askLink("before@birch.example"))
		link := after.askLink("after@birch.example")
		w.lapse(w.birch.domain)
		after.follow(link)
		if after.who() != "" {
			t.Errorf(`%s comes in, want ""`, after.who())
		}
		if w.browser().askLink("after@birch.example") != "" {
			t.Error("another link is sent")
		}
		if before.who() != "before@birch.example" {
			t.Error("who was linked before is out")
		}
	})
}

// A directory can put only its own records into groups, and only into its own groups.
func TestADirectoryNamesOnlyItsOwn(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		alder, birch := w.directory(w.alder), w.directory(w.birch)
		theirs := w.provision(alder, "theirs@alder.example", nil)
		group := w.scim(birch, http.MethodPost, "/Groups", `{`+groupSchema+`,"displayName":"Mine"}`).ok(t).id(t, "id")
		before := w.readDump()
		for _, id := range []string{theirs.String(), w.alder.reader.membership.String(), w.alder.reader.user.String(),
			w.alder.account.String()} {
			for name, a := range map[string]answer{
				"add": w.scim(birch, http.MethodPatch, "/Groups/"+group.String(),
					patch(`{"op":"add","path":"members","value":[{"value":"`+id+`"}]}`)),
				"put": w.scim(birch, http.MethodPut, "/Groups/"+group.String(),
					`{`+groupSchema+`,"displayName":"Mine","members":[{"value":"`+id+`"}]}`),
				"create": w.scim(birch, http.MethodPost, "/Groups",
					`{`+groupSchema+`,"displayName":"Other","members":[{"value":"`+id+`"}]}`),
			} {
				if !a.refused() {
					t.Errorf("%s of %s: %d %.300s", name, id, a.status, a.text)
				}
			}
		}
		if d := before.changed(w.readDump()); len(d) > 0 {
			t.Errorf("something was changed: %v", d)
		}
	})
}

// A grant by a directory is valid only in the directory's own account, whatever credential the user has.
func TestADirectoryGrantsNothingBelowWithAnyCredential(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		p := newIDP(t)
		w := open(t, s, providers(p.described("own", "domains: [alder.example]")))
		w.prove(w.alder.account, w.alder.domain)
		w.entitlement(w.alder.account, "HERE-1")
		w.entitlement(w.alder.below, "BELOW-1")
		far := w.person(w.alder, "far", true, vocabulary.RoleReader)
		w.write(func(ctx context.Context, c *ent.Client) {
			w.must(c.Membership.UpdateOneID(far.membership).SetServiceAccess(1).Exec(ctx))
		})
		directory := w.directory(w.alder)
		record := w.provision(directory, far.email, nil)
		b := w.browser()
		p.through(b, "own", proven("far", far.email))
		group := w.scim(directory, http.MethodPost, "/Groups",
			`{`+groupSchema+`,"displayName":"Rights","members":[{"value":"`+record.String()+`"}]}`).ok(t).id(t, "id")
		w.change(w.alder.admin.actor, "grantDirectoryGroup",
			input{"directoryGroup": group.String(), "roles": []string{"ACCOUNT_ADMINISTRATOR"},
				"serviceAccess": everyService}).ok(t)
		_, hash, err := w.app.Access.RegisterDocument(w.all(), change.Request{Action: "registerWidgetDocument"},
			"numbers.graphql", "{ entitlements { nodes { number } } }")
		w.must(err)
		site := w.key(w.alder.chief.actor, input{"account": w.alder.account.String(),
			"scopes": []string{"MINT_WIDGET_TOKENS"}, "includeSubAccounts": true, "name": "site",
			"serviceAccess": everyService})
		minted := w.change(site, "mintWidgetToken",
			input{"user": far.user.String(), "origins": []string{"https://pages.example"},
				"documents": []string{hash}}).ok(t)
		widget := actor{name: "widget token", bearer: minted.data["token"].(string)}
		narrowed := actor{name: "narrowed session", cookie: w.signIn("narrowed", far.user).cookie}
		w.change(narrowed, "switchAccount", input{"account": w.alder.account.String()}).ok(t)
		for _, as := range []actor{far.actor, b.as("by the provider"),
			w.key(b.as(""), input{"scopes": []string{"READ"}}), p.accessToken(w, map[string]any{"sub": "far"}), widget,
			narrowed} {
			r := w.request(http.MethodPost, "/graphql",
				strings.NewReader(`{"query":"{ entitlements { nodes { number } } }"}`))
			r.Header.Set("Content-Type", "application/json")
			if as.name == "widget token" {
				r.Header.Set("Origin", "https://pages.example")
			}
			as.credential(r)
			a := w.serve(r)
			if strings.Contains(a.text, "BELOW-1") || !strings.Contains(a.text, "HERE-1") {
				t.Errorf(`%s sees %s, want text without "BELOW-1" and text with "HERE-1"`, as.name, a.text)
			}
		}
	})
}
