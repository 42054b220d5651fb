package attack_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/vocabulary"
)

// An administrator without access to the accounts below cannot widen the access that a member has there, in whatever
// way the new grant is merged with the existing one.
func TestNoGrantIsWidenedByTheReachOfAnother(t *testing.T) {
	administer := []string{"ACCOUNT_ADMINISTRATOR"}
	ways := map[string]func(w *world, far person, by actor) []answer{
		"changeMemberAccess": func(w *world, far person, by actor) []answer {
			return []answer{w.change(by, "changeMemberAccess",
				input{"membership": far.membership.String(), "roles": administer})}
		},
		"changeMemberAccess of services": func(w *world, far person, by actor) []answer {
			return []answer{w.change(by, "changeMemberAccess",
				input{"membership": far.membership.String(), "serviceAccess": everyService})}
		},
		"an invitation": func(w *world, far person, by actor) []answer {
			invited := w.change(by, "inviteMembers",
				input{"account": w.alder.account.String(), "emails": []string{far.email}, "roles": administer,
					"serviceAccess": everyService})
			if link := w.invitationTo(far.email); link != "" {
				return []answer{invited, w.change(far.actor, "acceptInvitation", input{"token": tokenIn(link)})}
			}
			return []answer{invited}
		},
		"an invitation to another address": func(w *world, far person, by actor) []answer {
			invited := w.change(by, "inviteMembers",
				input{"account": w.alder.account.String(), "emails": []string{"other@alder.example"},
					"roles": administer, "serviceAccess": everyService})
			return []answer{invited, w.change(far.actor, "acceptInvitation",
				input{"token": tokenIn(w.invitationTo("other@alder.example"))})}
		},
		"a request": func(w *world, far person, by actor) []answer {
			asked := w.change(far.actor, "requestAccess",
				input{"account": w.alder.account.String(), "roles": administer, "serviceAccess": everyService})
			id, _ := asked.path("accessRequest", "id").(string)
			return []answer{asked, w.change(by, "decideAccessRequest", input{"accessRequest": id, "grant": true})}
		},
		"a domain": func(w *world, far person, by actor) []answer {
			allowed := w.change(by, "allowJoiningDomain",
				input{"account": w.alder.account.String(), "domain": w.alder.domain,
					"roles": []string{"LICENSE_MANAGER"}, "serviceAccess": everyService})
			b := w.browser()
			b.follow(b.askLink(far.email))
			return []answer{allowed, w.change(b.as("far"), "joinAccount", input{"account": w.alder.account.String()})}
		},
		"a group of the directory": func(w *world, far person, by actor) []answer {
			directory := w.directory(w.alder)
			record := w.provision(directory, far.email, nil)
			b := w.browser()
			b.follow(b.askLink(far.email))
			group := w.scim(directory, http.MethodPost, "/Groups",
				`{`+groupSchema+`,"displayName":"Administrators","members":[{"value":"`+record.String()+`"}]}`).
				ok(w.t).id(w.t, "id")
			return []answer{w.change(by, "grantDirectoryGroup",
				input{"directoryGroup": group.String(), "roles": administer, "serviceAccess": everyService})}
		},
		"reinstating": func(w *world, far person, by actor) []answer {
			w.change(w.alder.chief.actor, "changeMemberAccess",
				input{"membership": far.membership.String(), "roles": administer, "serviceAccess": everyService}).
				ok(w.t)
			w.change(w.alder.chief.actor, "suspendMember", input{"membership": far.membership.String()}).ok(w.t)
			return []answer{w.change(by, "reinstateMember", input{"membership": far.membership.String()})}
		},
	}
	for name, try := range ways {
		t.Run(name, func(t *testing.T) {
			each(t, func(t *testing.T, w *world) {
				w.prove(w.alder.account, w.alder.domain)
				far := w.person(w.alder, "far", true, vocabulary.RoleReader)
				w.write(func(ctx context.Context, c *ent.Client) {
					w.must(c.Membership.UpdateOneID(far.membership).SetServiceAccess(1).Exec(ctx))
				})
				w.entitlement(w.alder.below, "BELOW-1")
				answers := try(w, far, w.alder.admin.actor)
				now := w.signIn("far", far.user)
				key := w.key(now, input{"scopes": []string{"READ", "WRITE"}})
				for _, as := range []actor{now, key} {
					if a := w.query(as, "{ entitlements { nodes { number } } }", nil); strings.Contains(a.text,
						"BELOW-1") {
						t.Errorf("%s reads the rights below: %s", as.name, a.text)
					}
					invite := input{"account": w.alder.below.String(), "emails": []string{"x@alder.example"},
						"roles": []string{"READER"}, "serviceAccess": []string{"COMMUNITY"}, "dryRun": true}
					if a := w.change(as, "inviteMembers", invite); !a.refused() {
						t.Errorf("%s administers what is below: %s", as.name, a.text)
					}
				}
				for _, a := range answers {
					t.Logf("%d %v %.200s", a.status, a.codes, a.text)
				}
			})
		})
	}
}

// Exports are checked too: each viewer gets only what the GraphQL API shows them, or is refused.
func TestExportsAreForThoseWhoAdminister(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.prepareTable()
		for _, of := range w.alder.tableViewers {
			for _, export := range []string{"audit", "access-review"} {
				for at, want := range map[*customer]bool{w.alder: of.kind == "administrator" || of.kind == "program",
					w.birch: false, w.alder.subAccount(): false} {
					r := w.request(http.MethodGet, "/export/"+export+"?account="+at.account.String(), nil)
					of.credential(r)
					a := w.serve(r)
					if (a.status == http.StatusOK) != want || !want && strings.Contains(a.text, at.domain) {
						t.Errorf("%s, %s of %s: %d %.300s", of.kind, export, at.name, a.status, a.text)
					}
				}
			}
		}
	})
}
