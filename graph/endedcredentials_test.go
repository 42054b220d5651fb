package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent/auditentry"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
)

// Changes that end sessions and keys of a user tell it in their effects, in a dry run too, and the audit has an entry
// of the sessions and of each key.
func TestChangesTellWhichCredentialsTheyEnd(t *testing.T) {
	for name, c := range map[string]struct {
		mutation string
		want     []string
		keyStays bool
	}{
		"deactivate": {"deactivateUser(input: {user: $user, dryRun: $dry})",
			[]string{"CHANGED apikey.revokedAt", "CHANGED user.active", "REMOVED session", "REMOVED session"}, false},
		"address": {`changeUserEmail(input: {user: $user, email: "ada@example.org", dryRun: $dry})`,
			[]string{"CHANGED apikey.revokedAt", "CHANGED user.email", "REMOVED session", "REMOVED session"}, false},
		"role": {`changeProducerRole(input: {user: $user, role: SUPPORT_AGENT, dryRun: $dry})`,
			[]string{"CHANGED user.producerRole", "REMOVED session", "REMOVED session"}, true},
		"erase": {`eraseUser(input: {user: $user, dryRun: $dry})`,
			[]string{"CHANGED apikey.revokedAt", "CHANGED user.active", "REMOVED membership", "REMOVED membership",
				"REMOVED session", "REMOVED session"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			testenv.Each(t, func(t *testing.T, env *testenv.Env) {
				p := newPeople(t, env)
				p.signIn(t, p.ada, "ada@example.com")
				created, answer := testenv.Must[struct {
					CreateAPIKey struct {
						APIKey struct{ ID string } `json:"apiKey"`
					} `json:"createApiKey"`
				}](t, p.within(t, p.signIn(t, p.ada, "ada@example.com")),
					`mutation { createApiKey(input: {name: "own", scopes: [READ]}) { apiKey { id } errors { code } } }`,
					nil)
				key, err := gid.Parse(created.CreateAPIKey.APIKey.ID)
				if err != nil {
					t.Fatalf("%s", answer.Data)
				}
				operator := env.As(signedIn(t, env, makeOperator(t, env, p.agent)))
				for _, dry := range []bool{true, false} {
					effects := effectsOf(t, operator, c.mutation, p.ada, dry)
					if d := cmp.Diff(c.want, effects); d != "" {
						t.Errorf("dry run %t: %s", dry, d)
					}
				}
				revoked := actionsOn(t, env, key)
				if slices.Contains(revoked, strings.Split(c.mutation, "(")[0]) == c.keyStays {
					t.Errorf("the audit of the key: %v", revoked)
				}
				if row := env.Store.Client().APIKey.GetX(testenv.Operator(t),
					key); (row.RevokedAt == nil) != c.keyStays {
					t.Errorf("%+v", row)
				}
			})
		})
	}
}

// effectsOf makes a change of a user and returns its effects as kind, type and field, sorted.
func effectsOf(t *testing.T, env *testenv.Env, mutation string, user gid.ID, dry bool) []string {
	t.Helper()
	got, answer := testenv.Must[struct {
		Change struct {
			Effects []struct {
				Kind, Field, SubjectID string
			}
			Errors []struct{ Code string }
		}
	}](t, env, fmt.Sprintf(`mutation($user: ID!, $dry: Boolean) { change: %s {
		effects { kind subjectId field } errors { code } } }`, mutation),
		map[string]any{"user": user.String(), "dry": dry})
	if len(got.Change.Errors) > 0 {
		t.Fatalf("%s", answer.Data)
	}
	var list []string
	for _, e := range got.Change.Effects {
		id, err := gid.Parse(e.SubjectID)
		must(t, err)
		text := e.Kind + " " + strings.ToLower(typeName(id.Type()))
		if e.Field != "" {
			text += "." + e.Field
		}
		list = append(list, text)
	}
	slices.Sort(list)
	return list
}

// actionsOn returns the actions of the audit entries of an object.
func actionsOn(t *testing.T, env *testenv.Env, id gid.ID) []string {
	t.Helper()
	var list []string
	for _, row := range env.Store.Client().AuditEntry.Query().Where(auditentry.SubjectID(id)).
		AllX(testenv.Operator(t)) {
		list = append(list, row.Action)
	}
	return list
}

// The administrators of an account find in their audit that an erasure ended a membership. The entry does not name the
// person.
func TestAnErasureIsInTheAuditOfTheAccount(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := newPeople(t, env)
		var gone gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			gone = f.Member(p.first, "zebulon")
			f.Client().Membership.Update().Where(membership.UserID(gone)).SetIncludeSubAccounts(true).
				ExecX(f.Context())
		})
		own := env.Store.Client().Membership.Query().Where(membership.UserID(gone)).OnlyIDX(testenv.Operator(t))
		operator := env.As(signedIn(t, env, makeOperator(t, env, p.agent)))
		effectsOf(t, operator, "eraseUser(input: {user: $user, dryRun: $dry})", gone, false)
		ada := env.As(signedIn(t, env, p.ada))
		got, answer := testenv.Must[struct {
			Account struct {
				AuditEntries struct {
					Nodes []struct {
						SubjectID, Action, Label string
						ByProducer               bool
						Changes                  []struct {
							Field         string
							Before, After map[string]any
						}
					}
				}
			}
		}](t, ada, `query($id: ID!) { account(id: $id) { auditEntries(filter: {action: "eraseUser"}) { nodes {
			subjectId action label byProducer changes { field before { __typename } after { __typename } } } } } }`,
			map[string]any{"id": p.first.String()})
		nodes := got.Account.AuditEntries.Nodes
		if len(nodes) != 1 || nodes[0].SubjectID != own.String() || !nodes[0].ByProducer ||
			len(nodes[0].Changes) == 0 || strings.Contains(string(answer.Data), "zebulon") {
			t.Errorf("%s", answer.Data)
		}
		for _, c := range nodes[0].Changes {
			if c.Before == nil || c.After != nil {
				t.Errorf("%s of the removed membership: before %v, after %v; want nothing after", c.Field, c.Before,
					c.After)
			}
		}
	})
}
