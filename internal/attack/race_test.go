package attack_test

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/domainproof"
	"github.com/muniment/muniment/internal/app"
	"github.com/muniment/muniment/internal/job"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/vocabulary"
)

// rounds is the number of times that two requests are run concurrently.
const rounds = 8

// runConcurrently starts functions at the same time and waits for all of them.
func runConcurrently(all ...func()) {
	var began, done sync.WaitGroup
	began.Add(1)
	for _, do := range all {
		done.Go(func() {
			began.Wait()
			do()
		})
	}
	began.Done()
	done.Wait()
}

// If a user loses their last access while they create a key, the key does not work.
func TestNoKeyIsMadeWhileItsMakerLeaves(t *testing.T) {
	if testing.Short() {
		t.Skip("many rounds")
	}
	each(t, func(t *testing.T, w *world) {
		for n := range rounds {
			leaver := w.person(w.alder, fmt.Sprintf("leaver%d", n), false, vocabulary.RoleAccountAdministrator)
			b := actor{name: "another session", cookie: w.signIn("again", leaver.user).cookie}
			var own answer
			runConcurrently(
				func() {
					own = w.change(leaver.actor, "createApiKey",
						input{"name": "own", "scopes": []string{"READ", "WRITE"}})
				},
				func() {
					// The key of the account is not the user's, and may stay.
					w.change(b, "createApiKey",
						input{"name": fmt.Sprint("program", n), "account": w.alder.account.String(),
							"scopes": []string{"READ"}})
				},
				func() {
					w.change(w.alder.chief.actor, "removeMember", input{"membership": leaver.membership.String()})
				},
			)
			if secret, _ := own.data["secret"].(string); secret != "" {
				if a := w.query(actor{bearer: secret}, "{ viewer { name } }", nil); !a.refused() {
					t.Errorf("round %d: a personal key works after its maker left: %s", n, a.text)
				}
			}
			if a := w.query(leaver.actor, "{ viewer { name } }", nil); !a.refused() {
				t.Errorf("round %d: a session goes on", n)
			}
		}
	})
}

// A sign-in, a key or an accepted invitation that is concurrent with a change of the address leaves nothing that
// depends on the old address.
func TestNothingBeginsOnAnAddressThatChanges(t *testing.T) {
	if testing.Short() {
		t.Skip("many rounds")
	}
	each(t, func(t *testing.T, w *world) {
		for n := range rounds {
			old, fresh := fmt.Sprintf("old%d@alder.example", n), fmt.Sprintf("fresh%d@alder.example", n)
			user := w.user(old)
			w.member(w.alder.account, user, false, vocabulary.RoleReader)
			first, second := w.browser(), w.browser()
			first.follow(first.askLink(old))
			link := second.askLink(old)
			invitation := w.invite(w.birch.admin.actor, w.birch.account.String(), old)
			var key answer
			runConcurrently(
				func() { second.post(link) },
				func() {
					key = w.change(first.as(""), "createApiKey",
						input{"name": "own", "scopes": []string{"READ"}})
				},
				func() { w.change(first.as(""), "acceptInvitation", input{"token": tokenIn(invitation)}) },
				func() {
					w.change(w.operator, "changeUserEmail", input{"user": user.String(), "email": fresh}).
						ok(t)
				},
			)
			for name, as := range map[string]actor{"the session before": first.as(""),
				"the session that began": second.as("")} {
				if a := w.query(as, "{ viewer { name } }", nil); !a.refused() {
					t.Errorf("round %d: %s goes on", n, name)
				}
			}
			if secret, _ := key.data["secret"].(string); secret != "" {
				if a := w.query(actor{bearer: secret}, "{ viewer { name } }", nil); !a.refused() {
					t.Errorf("round %d: the key works", n)
				}
			}
		}
	})
}

// A link that is opened while the directory changes the record's address to that of a colleague does not sign in as
// the colleague.
func TestNoLinkMeetsAnotherAddress(t *testing.T) {
	if testing.Short() {
		t.Skip("many rounds")
	}
	each(t, func(t *testing.T, w *world) {
		w.prove(w.alder.account, w.alder.domain)
		directory := w.directory(w.alder)
		for n := range rounds {
			mine := fmt.Sprintf("mine%d@alder.example", n)
			record := w.provision(directory, mine, nil)
			b := w.browser()
			link := b.askLink(mine)
			if link == "" {
				t.Fatal("no link")
			}
			swap := patch(`{"op":"replace","path":"emails","value":[{"value":"` + w.alder.chief.email +
				`","primary":true}]}`)
			runConcurrently(
				func() { b.post(link) },
				func() { w.scim(directory, http.MethodPatch, "/Users/"+record.String(), swap) },
			)
			if who := b.who(); who != "" && who != mine {
				t.Errorf("round %d: signed in as %s", n, who)
			}
			if got := w.query(b.as(""), "{ accounts { nodes { name } } }", nil); strings.Contains(got.text, "Labs") {
				t.Errorf("round %d: %s", n, got.text)
			}
			// The mail is created while the record changes.
			record = w.provision(directory, "late-"+mine, nil)
			before := len(w.mails.to("late-" + mine))
			b = w.browser()
			b.post("/sign-in/link", "email", "late-"+mine, "by", "link")
			runConcurrently(
				w.deliver,
				func() { w.scim(directory, http.MethodPatch, "/Users/"+record.String(), swap) },
			)
			for _, letter := range w.mails.to("late-" + mine)[before:] {
				b.follow(linkIn(letter, "/sign-in/link/"))
				if who := b.who(); who != "" && who != "late-"+mine {
					t.Errorf("round %d: a mail to %s signs in as %s", n, letter.To, who)
				}
			}
		}
	})
}

// Two concurrent requests that remove the last administrators of an account leave one, whichever operations they use.
func TestTwoWaysTogetherLeaveAnAdministrator(t *testing.T) {
	if testing.Short() {
		t.Skip("many rounds")
	}
	each(t, func(t *testing.T, w *world) {
		for n := range rounds {
			pair := &customer{name: fmt.Sprint("Pair", n), domain: fmt.Sprintf("pair%d.example", n)}
			pair.account = w.account(pair.name)
			w.prove(pair.account, pair.domain)
			pair.admin = w.person(pair, "one", false, vocabulary.RoleAccountAdministrator)
			other := w.person(pair, "two", false, vocabulary.RoleAccountAdministrator)
			directory := w.directory(pair)
			s := w.scene(pair)
			group := s.administrators(other) // the other administers by a group alone
			runConcurrently(
				func() { w.scim(directory, http.MethodDelete, "/Groups/"+group, nil) },
				func() {
					w.change(other.actor, "changeMemberAccess",
						input{"membership": pair.admin.membership.String(), "roles": []string{"READER"}})
				},
			)
			left := 0
			for _, p := range []person{pair.admin, other} {
				if m := w.membershipOf(p.user, pair.account); m != nil && m.SuspendedAt == nil &&
					(m.Roles | m.DirectoryRoles).Has(vocabulary.RoleAccountAdministrator) {
					left++
				}
			}
			if left == 0 {
				t.Errorf("round %d: nobody administers the account", n)
			}
		}
	})
}

// A domain proof that ends during a sign-in links no user afterwards.
func TestNobodyIsLinkedByAProofThatIsTakenAway(t *testing.T) {
	if testing.Short() {
		t.Skip("many rounds")
	}
	each(t, func(t *testing.T, w *world) {
		directory := w.directory(w.birch)
		for n := range rounds {
			domain := fmt.Sprintf("taken%d.example", n)
			w.prove(w.birch.account, domain)
			w.provision(directory, "one@"+domain, nil)
			w.provision(directory, "two@"+domain, nil)
			b, delayedBody := w.browser(), w.browser()
			first, second := b.askLink("one@"+domain), delayedBody.askLink("two@"+domain)
			runConcurrently(
				func() { b.post(first) },
				func() {
					w.change(w.birch.admin.actor, "releaseDomain",
						input{"account": w.birch.account.String(), "domain": domain}).ok(t)
				},
			)
			delayedBody.post(second)
			if delayedBody.who() != "" {
				t.Errorf("round %d: a link works although the domain is not proven any more: %s", n, delayedBody.who())
			}
		}
	})
}

// Another process caches a session for a moment. A request with the ended session may still read there, but not change
// anything.
func TestAnotherProcessChangesNothingForASessionThatHasEnded(t *testing.T) {
	url := database.Postgres(t)
	w := open(t, database.Open(t, store.Config{URL: url}))
	second := *w
	options := w.options
	options.DB, options.Workers = database.Open(t, store.Config{URL: url}), job.NewWorkers()
	there, err := app.New(options)
	w.must(err)
	second.handler = there.Handler(context.WithoutCancel(t.Context()))
	admin := w.alder.admin
	key := w.key(admin.actor, input{"scopes": []string{"READ", "WRITE"}})
	for _, as := range []actor{admin.actor, key} {
		second.query(as, "{ viewer { name } }", nil).ok(t) // now the other process knows them
	}
	w.change(w.alder.chief.actor, "removeMember", input{"membership": admin.membership.String()}).ok(t)
	before := w.readDump()
	for _, as := range []actor{admin.actor, key} {
		for mutation, in := range map[string]input{
			"createApiKey": {"name": "late", "scopes": []string{"READ"}},
			"inviteMembers": {"account": w.alder.account.String(), "emails": []string{"x@alder.example"},
				"roles": []string{"READER"}, "serviceAccess": []string{"COMMUNITY"}},
			"requestAccess": {"account": w.alder.account.String(), "roles": []string{"READER"},
				"serviceAccess": []string{"COMMUNITY"}},
		} {
			second.change(as, mutation, in).want(t, "UNAUTHENTICATED")
		}
	}
	if d := before.changed(w.readDump()); len(d) > 0 {
		t.Errorf("something was changed: %v", d)
	}
	w.clock.Advance(time.Second)
	second.query(admin.actor, "{ viewer { name } }", nil).want(t, "UNAUTHENTICATED")
}

// lapse lets a domain proof lapse by changing its row directly.
func (w *world) lapse(domain string) {
	w.t.Helper()
	w.write(func(ctx context.Context, c *ent.Client) {
		w.must(c.DomainProof.Update().Where(domainproof.Domain(domain)).SetFailingSince(start).
			SetLapsedAt(w.clock.Now()).Exec(ctx))
	})
}
