package attack_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/vocabulary"
)

// These attacks once succeeded. Each is tried on every interface that it can use.

// Attack 1: the directory of Birch creates a user, who signs in and creates a key. Then the directory changes the
// user's address to that of a person whom Alder invites. The session and key of the old address must not get
// administrator rights for Alder.
func TestAnAddressThatADirectorySetsTakesNobodyOver(t *testing.T) {
	for _, way := range []string{"patch", "put", "patch of the value", "record made anew"} {
		t.Run(way, func(t *testing.T) {
			each(t, func(t *testing.T, w *world) {
				const mallory, victim = "mallory@birch.example", "victim@alder.example"
				w.prove(w.birch.account, w.birch.domain)
				directory := w.directory(w.birch)
				record := w.provision(directory, mallory, nil)
				b := w.browser()
				b.follow(b.askLink(mallory))
				session := b.as("mallory")
				if b.who() != mallory {
					t.Fatalf("the directory's own person is %q", b.who())
				}
				key := w.key(session, input{"scopes": []string{"READ", "WRITE"}, "days": 730})
				emails := []any{map[string]any{"value": victim, "type": "work", "primary": true}}
				switch way {
				case "patch":
					w.scim(directory, http.MethodPatch, "/Users/"+record.String(),
						patch(`{"op":"replace","path":"userName","value":"`+victim+`"}`,
							`{"op":"replace","path":"emails","value":[{"value":"`+
								victim+`","type":"work","primary":true}]}`)).ok(t)
				case "patch of the value":
					w.scim(directory, http.MethodPatch, "/Users/"+record.String(),
						patch(`{"op":"Replace","path":"emails[type eq \"work\"].value","value":"`+victim+`"}`)).ok(t)
				case "put":
					w.scim(directory, http.MethodPut, "/Users/"+record.String(),
						input{"schemas": []string{"urn:ietf:params:scim:schemas:core:2.0:User"},
							"userName": victim, "emails": emails, "active": true}).ok(t)
				case "record made anew":
					w.scim(directory, http.MethodDelete, "/Users/"+record.String(), nil).ok(t)
					w.provision(directory, victim, nil)
				}
				w.change(w.alder.chief.actor, "inviteMembers",
					input{"account": w.alder.account.String(), "emails": []string{victim},
						"roles": []string{"ACCOUNT_ADMINISTRATOR"}, "serviceAccess": []string{"LICENSING"},
						"includeSubAccounts": true}).ok(t)
				real := w.browser()
				real.follow(w.invitationTo(victim), "name", "The real victim")
				if got := w.query(real.as("victim"), "{ accounts { nodes { name } } }",
					nil); !strings.Contains(got.text, `"Alder"`) {
					t.Errorf("the real person does not see Alder: %s", got.text)
				}
				if strings.Contains(w.query(real.as("victim"), "{ accounts { nodes { name } } }", nil).text, "Birch") {
					t.Error("the real person became a member of Birch")
				}
				for _, old := range []actor{session, key} {
					if got := w.query(old,
						"{ viewer { name } accounts { nodes { name } } users { nodes { userName } } }",
						nil); strings.Contains(got.text, "Alder") ||
						strings.Contains(got.text, victim) {
						t.Errorf(`%s sees %s, want text without "Alder" and text without %v`, old.name, got.text,
							victim)
					}
					w.change(old, "suspendMember", input{"membership": w.alder.admin.membership.String()}).
						refusedAny(t)
				}
			})
		})
	}
}

// Attack 2: a user whom Alder removed has no membership left. No directory may link the user to its records.
func TestNobodyIsOwnedByTheDirectoryThatComesFirst(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		const thief = "thief@birch.example"
		w.prove(w.birch.account, w.birch.domain)
		directory := w.directory(w.birch)
		victim := w.alder.reader
		w.change(w.alder.admin.actor, "removeMember", input{"membership": victim.membership.String()}).ok(t)
		record := w.provision(directory, victim.email, nil)
		for _, address := range []string{victim.email, thief} {
			w.scim(directory, http.MethodPatch, "/Users/"+record.String(),
				patch(`{"op":"replace","path":"emails","value":[{"value":"`+
					address+`","type":"work","primary":true}]}`)).ok(t)
			b := w.browser()
			if link := b.askLink(address); link != "" && address == thief {
				b.follow(link)
				if who := b.who(); who == victim.email {
					t.Errorf("%s signs in as %s, want other than %v", address, who, victim.email)
				}
			}
			if m := w.membershipOf(victim.user, w.birch.account); m != nil {
				t.Errorf("%s became a member of Birch: %+v", victim.email, m)
			}
		}
		// If the removed user signs in, they still do not become a member of Birch: their domain is not proven for
		// Birch.
		b := w.browser()
		b.follow(b.askLink(victim.email))
		if got := w.query(b.as("removed"), "{ accounts { nodes { name } } }", nil); strings.Contains(got.text,
			"Birch") {
			t.Errorf("the removed person sees %s", got.text)
		}
	})
}

// Attack 3: an administrator without sub-accounts changes, through the directory, the address of a colleague with more
// access.
func TestNobodyBecomesAColleagueByTheDirectory(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		const own = "own@alder.example"
		w.prove(w.alder.account, w.alder.domain)
		chief := w.alder.chief
		directory := w.directory(w.alder)
		record := w.provision(directory, chief.email, nil)
		b := w.browser()
		b.follow(b.askLink(chief.email)) // links the record
		if b.who() != chief.email {
			t.Fatalf("%q signed in, want %v", b.who(), chief.email)
		}
		for _, body := range []string{
			patch(`{"op":"replace","path":"emails","value":[{"value":"` + own + `","type":"work","primary":true}]}`),
			patch(`{"op":"replace","path":"userName","value":"` + own + `"}`),
			patch(`{"op":"replace","value":{"userName":"` + own + `","emails":[{"value":"` +
				own + `","primary":true}]}}`),
		} {
			w.scim(directory, http.MethodPatch, "/Users/"+record.String(), body).ok(t)
			thief := w.browser()
			link := thief.askLink(own)
			if link == "" {
				continue
			}
			thief.follow(link)
			if who := thief.who(); who == chief.email {
				t.Errorf("%s signs in as %s, want other than %v", own, who, chief.email)
			}
			if got := w.query(thief.as("thief"), "{ accounts { nodes { name } } }", nil); strings.Contains(got.text,
				"Alder Labs") {
				t.Errorf("%s reaches %s", own, got.text)
			}
		}
	})
}

// Attack 4: a key has no more access than the user who created it.
func TestAKeyReachesNoFurtherThanItsMaker(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		account, below := w.alder.account.String(), w.alder.below.String()
		admin := w.alder.admin
		administrators := input{"account": account, "scopes": []string{"READ", "WRITE"},
			"roles":         []string{"ACCOUNT_ADMINISTRATOR"},
			"serviceAccess": []string{"COMMUNITY", "LICENSING", "DOWNLOADS"}}
		for _, dry := range []bool{true, false} {
			w.change(admin.actor, "createApiKey",
				administrators.with(input{"name": "wide", "includeSubAccounts": true, "dryRun": dry})).want(t,
				"REACH_TOO_WIDE")
			w.change(admin.actor, "createApiKey",
				administrators.with(input{"name": "below", "account": below, "dryRun": dry})).want(t, "NOT_FOUND")
		}
		key := w.key(admin.actor, administrators)
		if got := w.query(key, "{ accounts { nodes { name } } }", nil); strings.Contains(got.text, "Alder Labs") ||
			!strings.Contains(got.text, "Alder") {
			t.Errorf(`the key sees %s, want text without "Alder Labs" and text with "Alder"`, got.text)
		}
		invite := input{"emails": []string{"me@alder.example"}, "roles": []string{"ACCOUNT_ADMINISTRATOR"},
			"serviceAccess": []string{"LICENSING"}}
		w.change(key, "inviteMembers", invite.with(input{"account": below})).want(t, "NOT_FOUND")
		w.change(key, "inviteMembers", invite.with(input{"account": account, "includeSubAccounts": true})).want(t,
			"REACH_TOO_WIDE")
		w.change(key, "createApiKey", administrators.with(input{"name": "child", "includeSubAccounts": true})).want(t,
			"REACH_TOO_WIDE")

		// A program can grant only the access that it has.
		small := w.key(admin.actor, administrators.with(input{"name": "small",
			"scopes": []string{"READ", "WRITE", "MINT_WIDGET_TOKENS"}, "serviceAccess": []string{"COMMUNITY"}}))
		w.change(small, "createApiKey", administrators.with(input{"name": "more"})).want(t, "GRANT_TOO_WIDE")
		w.change(small, "inviteMembers", invite.with(input{"account": account})).want(t, "GRANT_TOO_WIDE")
		_, hash, err := w.app.Access.RegisterDocument(w.all(), change.Request{Action: "registerWidgetDocument"},
			"lines.graphql",
			"{ viewer { name } entitlements { nodes { number } } }")
		w.must(err)
		w.entitlement(w.alder.account, "ALDER-1")
		if minted := w.change(small, "mintWidgetToken",
			input{"account": account, "origins": []string{"https://pages.example"},
				"documents": []string{hash}}); !minted.refused() {
			token, _ := minted.data["token"].(string)
			r := w.request(http.MethodPost, "/graphql",
				strings.NewReader(`{"query":"{ viewer { name } entitlements { nodes { number } } }"}`))
			r.Header.Set("Content-Type", "application/json")
			r.Header.Set("Origin", "https://pages.example")
			actor{bearer: token}.credential(r)
			if got := w.serve(r); strings.Contains(got.text, "ALDER-1") {
				t.Errorf("a token of a key without LICENSING reads %s", got.text)
			}
		}
	})
}

// Attack 5: a group of the directory grants no more access than the user has who set its grant.
func TestAGroupOfTheDirectoryReachesNoFurtherThanItsMaker(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.prove(w.alder.account, w.alder.domain)
		// far is a reader of Alder and of the accounts below.
		far := w.alder.newMember(w, "far", true, vocabulary.RoleReader)
		directory := w.directory(w.alder)
		record := w.provision(directory, far.email, nil)
		b := w.browser()
		b.follow(b.askLink(far.email))
		group := w.scim(directory, http.MethodPost, "/Groups",
			input{"schemas": []string{"urn:ietf:params:scim:schemas:core:2.0:Group"},
				"displayName": "Administrators"}).ok(t).id(t, "id")
		w.change(w.alder.admin.actor, "grantDirectoryGroup",
			input{"directoryGroup": group.String(), "roles": []string{"ACCOUNT_ADMINISTRATOR"},
				"serviceAccess": []string{"LICENSING"}}).ok(t)
		w.scim(directory, http.MethodPatch, "/Groups/"+group.String(),
			patch(`{"op":"add","path":"members","value":[{"value":"`+record.String()+`"}]}`)).ok(t)
		if m := w.membershipOf(far.user, w.alder.account); !m.DirectoryRoles.Has(vocabulary.RoleAccountAdministrator) {
			t.Fatalf("the group grants nothing: %+v", m)
		}
		invite := input{"emails": []string{"more@alder.example"}, "roles": []string{"READER"},
			"serviceAccess": []string{"COMMUNITY"}}
		w.change(b.as("far"), "inviteMembers", invite.with(input{"account": w.alder.account.String()})).ok(t)
		for _, a := range []answer{
			w.change(b.as("far"), "inviteMembers", invite.with(input{"account": w.alder.below.String()})),
			w.change(b.as("far"), "createApiKey",
				input{"account": w.alder.below.String(), "name": "below", "scopes": []string{"READ"}}),
		} {
			a.want(t, "FORBIDDEN")
		}
		w.change(b.as("far"), "inviteMembers",
			invite.with(input{"account": w.alder.account.String(), "includeSubAccounts": true})).want(t,
			"REACH_TOO_WIDE")
	})
}

// Attack 6: the response of one provider is not accepted as that of another (mix-up, RFC 9700, section 4.4), whether
// or not it contains the issuer.
func TestTheAnswerOfOneProviderIsNotTakenForThatOfAnother(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		honest, evil := newIDP(t), newIDP(t)
		w := open(t, s, providers(honest.described("honest"), evil.described("evil")))
		b := w.browser()
		atHonest, atEvil := b.begin("honest", "/"), b.begin("evil", "/")
		if atHonest.redirect == atEvil.redirect {
			t.Errorf("both providers return to %s, want other than %v", atHonest.redirect, atEvil.redirect)
		}
		for name, q := range map[string]struct {
			redirect string
			from     startedSignIn
			at       *idp
			iss      string
		}{
			"the honest code at the other's address":   {atEvil.redirect, atHonest, honest, ""},
			"the other's code at the honest address":   {atHonest.redirect, atEvil, evil, ""},
			"the other's code for the honest attempt":  {atHonest.redirect, atHonest, evil, ""},
			"an answer that names the other":           {atHonest.redirect, atHonest, honest, evil.URL},
			"the other's answer that names the honest": {atEvil.redirect, atEvil, evil, honest.URL},
		} {
			b := w.browser()
			// Each case starts a new sign-in, because an attempt can be used only once.
			from := b.begin(map[bool]string{true: "honest", false: "evil"}[q.from == atHonest], "/")
			values := url.Values{"state": {from.state},
				"code": {q.at.grant(w, from, proven("victim", w.alder.admin.email))}}
			if q.iss != "" {
				values.Set("iss", q.iss)
			}
			b.get(q.redirect + "?" + values.Encode())
			if who := b.who(); who != "" {
				t.Errorf(`%s: signed in as %s, want ""`, name, who)
			}
		}
		b = w.browser()
		if p := honest.through(b, "honest", proven("victim", w.alder.admin.email)); b.who() != w.alder.admin.email {
			t.Errorf("the honest way: %d %s, want %v", p.status, p.text, w.alder.admin.email)
		}
	})
}

// Attack 7: a PATCH with many values, and operations that search all of them, finishes within the request timeout.
func TestAPatchOfManyValuesIsDoneInTime(t *testing.T) {
	if testing.Short() {
		t.Skip("a heavy request")
	}
	each(t, func(t *testing.T, w *world) {
		directory := w.directory(w.alder)
		record := w.provision(directory, "many@alder.example", nil)
		var values, operations []string
		for n := range 2000 {
			values = append(values, fmt.Sprintf(`{"value":"n%d@a.example"}`, n))
		}
		operations = append(operations, `{"op":"add","path":"emails","value":[`+strings.Join(values, ",")+`]}`)
		for range 400 {
			operations = append(operations, `{"op":"replace","path":"emails[value ew \"z\"].display","value":"x"}`)
		}
		body := patch(operations...)
		if a := w.scim(directory, http.MethodPatch, "/Users/"+record.String(),
			body); a.status == http.StatusServiceUnavailable || a.status == http.StatusGatewayTimeout {
			t.Errorf("%d bytes take too long: %d %s", len(body), a.status, a.text)
		}
	})
}

// Attack 8: rights are checked again when the change is made, not only when the request begins. See also the column
// "removed meanwhile" of the table.
func TestAMakerWhoIsRemovedMeanwhileMakesNoKey(t *testing.T) {
	for _, how := range []string{"removed", "suspended", "demoted", "session ended", "inactive"} {
		t.Run(how, func(t *testing.T) {
			each(t, func(t *testing.T, w *world) {
				admin := w.alder.admin
				id := admin.membership.String()
				meanwhile := map[string]func(){
					"removed": func() {
						w.change(w.alder.chief.actor, "removeMember", input{"membership": id}).
							ok(t)
					},
					"suspended": func() {
						w.change(w.alder.chief.actor, "suspendMember", input{"membership": id}).
							ok(t)
					},
					"demoted": func() {
						w.change(w.alder.chief.actor, "changeMemberAccess",
							input{"membership": id, "roles": []string{"READER"}}).ok(t)
					},
					"session ended": func() { w.change(w.signIn("again", admin.user), "endSessions", input{}).ok(t) },
					"inactive":      func() { w.deactivate(admin.user) },
				}[how]
				var before dump
				a := w.slowly(admin.actor, "createApiKey",
					input{"account": w.alder.account.String(), "name": "late", "scopes": []string{"READ", "WRITE"},
						"roles": []string{"ACCOUNT_ADMINISTRATOR"}}, func() { meanwhile(); before = w.readDump() })
				a.refusedAny(t)
				if d := before.changed(w.readDump()); len(d) > 0 {
					t.Errorf("%d %v: something was changed: %v", a.status, a.codes, d)
				}
			})
		})
	}
}

// Attack 9: a user who must sign in at a provider cannot accept an invitation in another way, and no other provider
// can sign them in.
func TestRequiredSignInIsRequiredOnEveryWay(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		own, other := newIDP(t), newIDP(t)
		w := open(t, s, providers(own.described("alder", "domains: [alder.example]", "requireForDomains: true"),
			other.described("other")))
		const invited = "new@alder.example"
		w.change(w.birch.admin.actor, "inviteMembers",
			input{"account": w.birch.account.String(), "emails": []string{invited},
				"roles": []string{"READER"}, "serviceAccess": []string{"COMMUNITY"}}).ok(t)
		link := w.invitationTo(invited)
		before := w.readDump()
		stranger := w.browser()
		stranger.follow(stranger.askLink(w.birch.reader.email))
		before = w.readDump()
		if p := stranger.follow(link); p.code() != "PROVIDER_REQUIRED" {
			t.Errorf(`the page, signed in: %d %s, want "PROVIDER_REQUIRED"`, p.status, p.code())
		}
		if p := w.browser().follow(link, "name", "Somebody"); p.code() != "PROVIDER_REQUIRED" {
			t.Errorf("the page, not signed in: %d %s", p.status, p.code())
		}
		for _, dry := range []bool{true, false} {
			w.change(stranger.as("stranger"), "acceptInvitation", input{"token": tokenIn(link), "dryRun": dry}).want(t,
				"PROVIDER_REQUIRED")
		}
		if d := before.changed(w.readDump()); len(d) > 0 {
			t.Errorf("something was changed: %v", d)
		}
		for name, address := range map[string]string{"a member": w.alder.admin.email, "somebody new": invited} {
			b := w.browser()
			if p := other.through(b, "other", proven("of "+address, address)); b.who() != "" {
				t.Errorf("%s comes in by a provider that is not the domain's: %d as %s", name, p.status, b.who())
			}
			if token := other.accessToken(w, proven("of "+address, address)); !w.query(token, "{ viewer { name } }",
				nil).refused() {
				t.Errorf("%s comes in by an access token of a provider that is not the domain's", name)
			}
		}
		if link := w.browser().askLink(w.alder.admin.email); link != "" {
			t.Error("a link was sent to somebody who must sign in at a provider")
		}
		// Sign-in at the required provider still works, and the invited user can accept.
		b := w.browser()
		own.returning(b, "alder", link, proven("new", invited))
		b.follow(link)
		if got := w.query(b.as("new"), "{ accounts { nodes { name } } }", nil); !strings.Contains(got.text, "Birch") {
			t.Errorf("by the domain's own provider: %s", got.text)
		}
	})
}

// The same for the producer's own people: a general provider cannot sign in an operator whose domain requires another
// provider.
func TestNoOtherProviderSpeaksForOperators(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		own, other := newIDP(t), newIDP(t)
		w := open(t, s, providers(own.described("producer", "domains: [producer.example]", "requireForDomains: true"),
			other.described("other")))
		for _, subject := range []string{"operator", "agent"} {
			b := w.browser()
			other.through(b, "other", proven(subject, subject+"@producer.example"))
			if b.who() != "" {
				t.Errorf(`signed in as %s, want ""`, b.who())
			}
			own.through(b, "producer", proven(subject, subject+"@producer.example"))
			if b.who() == "" {
				t.Errorf("%s cannot sign in", subject)
			}
		}
	})
}

// Attack 12: no one can flood a stranger with mails, or prevent another user from getting sign-in links.
func TestNobodyFloodsAMailbox(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		const stranger = "stranger@elsewhere.example"
		invite := input{"account": w.birch.account.String(), "emails": []string{stranger}, "roles": []string{"READER"},
			"serviceAccess": []string{"COMMUNITY"}}
		invitation := w.change(w.birch.admin.actor, "inviteMembers", invite).ok(t)
		id := invitation.data["invitations"].([]any)[0].(map[string]any)["id"].(string)
		w.invitationTo(stranger)
		for range 5 {
			var fields []string
			for n := range 20 {
				fields = append(fields,
					fmt.Sprintf(`a%d: resendInvitation(input: {invitation: %q}) { errors { code } }`, n, id))
			}
			w.query(w.birch.admin.actor, "mutation { "+strings.Join(fields, " ")+" }", nil)
		}
		for range 30 { // revoked and invited again
			w.change(w.birch.admin.actor, "revokeInvitation", input{"invitation": id})
			if again := w.change(w.birch.admin.actor, "inviteMembers", invite); !again.refused() {
				id = again.data["invitations"].([]any)[0].(map[string]any)["id"].(string)
			}
		}
		for range 50 {
			w.browser().post("/sign-in/link", "email", stranger)
		}
		w.deliver()
		if n := len(w.mails.to(stranger)); n == 0 || n > 12 {
			t.Errorf("%d mails went to a stranger, want 1 to 12", n)
		}
	})
}

func TestAnOutsiderLocksNobodyOut(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		known := w.browser()
		link := known.askLink(w.alder.reader.email)
		known.follow(link)
		known.post("/sign-out")
		waiting := w.browser().askLink(w.alder.reader.email)
		for range 60 {
			w.browser().post("/sign-in/link", "email", w.alder.reader.email, "by", "link")
		}
		w.deliver()
		if n := len(w.mails.to(w.alder.reader.email)); n > 12 {
			t.Errorf("%d mails, want 12 or less", n)
		}
		known.follow(known.askLink(w.alder.reader.email))
		if known.who() != w.alder.reader.email {
			t.Errorf("a browser that has signed in before is locked out: %q", known.who())
		}
		b := w.browser()
		b.follow(waiting)
		if b.who() != w.alder.reader.email {
			t.Errorf("a link that was sent before does not work any more: %q", b.who())
		}
	})
}
