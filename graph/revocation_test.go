package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/apikey"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/session"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// revocation is something that is taken from a viewer while their request is being sent.
type revocation struct {
	// of tells whether the viewer has what is taken.
	of         func(who *viewer.Viewer) bool
	take, back func(ctx context.Context, c *ent.Client, who *viewer.Viewer) error
	// codes are the allowed refusals of a mutation; "" allows success, for mutations that do not need what was taken.
	codes []string
}

// withoutAdministering lists the mutations for which a viewer need not administer an account.
var withoutAdministering = map[string]bool{"joinAccount": true, "revokeApiKey": true, "endSessions": true,
	"acceptInvitation": true, "requestAccess": true,
	"viewAs": true, "allowJoiningDomain": true, "setNotificationLanguage": true}

var losses = map[string]revocation{
	"the session": {
		of: func(who *viewer.Viewer) bool { return who.Credential == vocabulary.CredentialKindSession },
		take: func(ctx context.Context, c *ent.Client, who *viewer.Viewer) error {
			return c.Session.Update().Where(session.ID(who.CredentialID)).SetExpiresAt(1).Exec(ctx)
		},
		back: func(ctx context.Context, c *ent.Client, who *viewer.Viewer) error {
			return c.Session.Update().Where(session.ID(who.CredentialID)).SetExpiresAt(1e17).Exec(ctx)
		},
		codes: []string{"UNAUTHENTICATED"},
	},
	"the key": {
		of: func(who *viewer.Viewer) bool { return who.Credential == vocabulary.CredentialKindAPIKey },
		take: func(ctx context.Context, c *ent.Client, who *viewer.Viewer) error {
			return c.APIKey.Update().Where(apikey.ID(who.CredentialID)).SetRevokedAt(1).Exec(ctx)
		},
		back: func(ctx context.Context, c *ent.Client, who *viewer.Viewer) error {
			return c.APIKey.Update().Where(apikey.ID(who.CredentialID)).ClearRevokedAt().Exec(ctx)
		},
		codes: []string{"UNAUTHENTICATED"},
	},
	"the scope of the key": {
		of: func(who *viewer.Viewer) bool { return who.Credential == vocabulary.CredentialKindAPIKey },
		take: func(ctx context.Context, c *ent.Client, who *viewer.Viewer) error {
			return c.APIKey.Update().Where(apikey.ID(who.CredentialID)).SetScopes(1).Exec(ctx)
		},
		back: func(ctx context.Context, c *ent.Client, who *viewer.Viewer) error {
			return c.APIKey.Update().Where(apikey.ID(who.CredentialID)).SetScopes(who.Scopes).Exec(ctx)
		},
		codes: []string{"FORBIDDEN"},
	},
	"the user": {
		of: func(who *viewer.Viewer) bool { return who.User != 0 },
		take: func(ctx context.Context, c *ent.Client, who *viewer.Viewer) error {
			return c.User.Update().Where(user.ID(who.User)).SetActive(false).Exec(ctx)
		},
		back: func(ctx context.Context, c *ent.Client, who *viewer.Viewer) error {
			return c.User.Update().Where(user.ID(who.User)).SetActive(true).Exec(ctx)
		},
		codes: []string{"UNAUTHENTICATED"},
	},
	"the memberships": {
		of: func(who *viewer.Viewer) bool { return who.User != 0 && !who.OfProducer() },
		take: func(ctx context.Context, c *ent.Client, who *viewer.Viewer) error {
			return c.Membership.Update().Where(membership.UserID(who.User)).SetSuspendedAt(1).Exec(ctx)
		},
		back: func(ctx context.Context, c *ent.Client, who *viewer.Viewer) error {
			return c.Membership.Update().Where(membership.UserID(who.User)).ClearSuspendedAt().Exec(ctx)
		},
		codes: []string{"NOT_FOUND"},
	},
	"the role of the producer's": {
		of: func(who *viewer.Viewer) bool { return who.User != 0 && who.OfProducer() },
		take: func(ctx context.Context, c *ent.Client, who *viewer.Viewer) error {
			return c.User.Update().Where(user.ID(who.User)).ClearProducerRole().Exec(ctx)
		},
		back: func(ctx context.Context, c *ent.Client, who *viewer.Viewer) error {
			return c.User.Update().Where(user.ID(who.User)).SetProducerRole(who.Producer).Exec(ctx)
		},
		codes: []string{"NOT_FOUND", "FORBIDDEN"},
	},
}

// If the right that a mutation needs is revoked while the request is being sent, the mutation changes nothing, its dry
// run is refused, and a replay does not return the earlier result.
func TestWhatIsTakenBackMeanwhileGivesNoRight(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		all := examples(t, env, h)
		write := func(change func(context.Context, *ent.Client, *viewer.Viewer) error, who *viewer.Viewer) {
			t.Helper()
			err := env.Store.Write(testenv.Operator(t),
				func(ctx context.Context, tx store.Tx) error { return change(ctx, tx.Client(), who) })
			if err != nil {
				t.Fatal(err)
			}
		}
		tried := 0
		schema := generated.NewExecutableSchema(generated.Config{}).Schema()
		for _, field := range mutationsOf(schema) {
			e, inputType := all[field.Name], field.Arguments.ForName("input").Type.Name()
			document := fmt.Sprintf(
				"mutation ($input: %s) { change: %s(input: $input) { effects { label } errors { code field }"+
					" replayed } }",
				field.Arguments.ForName("input").Type, field.Name)
			for name, l := range losses {
				if !l.of(e.who) || name == "the memberships" && withoutAdministering[field.Name] {
					continue
				}
				for _, dry := range []bool{true, false} {
					tried++
					before := records(t, env, field.Name)
					input := map[string]any{"dryRun": dry}
					for k, v := range e.input {
						input[k] = v
					}
					answer := env.As(e.who).AskLate(t, document, map[string]any{"input": input},
						func() { write(l.take, e.who) })
					write(l.back, e.who)
					var data struct{ Change payload }
					if len(answer.Errors) > 0 || json.Unmarshal(answer.Data, &data) != nil {
						t.Fatalf("%s without %s: %s %+v", field.Name, name, answer.Data, answer.Errors)
					}
					code := ""
					if len(data.Change.Errors) > 0 {
						code, _ = data.Change.Errors[0]["code"].(string)
					}
					if !strings.Contains(strings.Join(l.codes, " "), code) || code == "" ||
						len(data.Change.Effects) > 0 {
						t.Fatalf("%s without %s, dry %v: %+v, want %v", field.Name, name, dry, data.Change, l.codes)
					}
					of, _ := data.Change.Errors[0]["field"].(string)
					if code == "NOT_FOUND" &&
						schema.Types[inputType].Fields.ForName(strings.TrimPrefix(of,
							"input.")) == nil {
						t.Errorf("%s without %s: NOT_FOUND of %s, which %s does not have", field.Name, name, of,
							inputType)
					}
					if n := records(t, env, field.Name); n != before {
						t.Errorf("%s without %s, dry %v: something was recorded", field.Name, name, dry)
					}
				}
			}
		}
		t.Logf("%d requests", tried)
	})
}

// A request that is repeated with its idempotency key is refused if the viewer has lost the right meanwhile.
func TestAReplayNeedsTheRightToo(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		admin := signedIn(t, env, h.administrator)
		const invite = `mutation($input: InviteMembersInput!) { change: inviteMembers(input: $input) { effects { label } errors { code } replayed } }`
		ask := func(meanwhile func()) payload {
			t.Helper()
			answer := env.As(admin).AskLate(t, invite,
				map[string]any{"input": map[string]any{"account": h.account.String(),
					"emails": []string{"one@new.example"}, "roles": []string{"READER"}, "serviceAccess": []string{},
					"idempotencyKey": "once"}}, meanwhile)
			var data struct{ Change payload }
			if len(answer.Errors) > 0 || json.Unmarshal(answer.Data, &data) != nil {
				t.Fatalf("%s %+v, want len(Errors) = 0 and Unmarshal = nil", answer.Data, answer.Errors)
			}
			return data.Change
		}
		if got := ask(func() {}); got.Replayed || len(got.Errors) > 0 {
			t.Fatalf("%+v, want Replayed = false and len(Errors) = 0", got)
		}
		if got := ask(func() {}); !got.Replayed {
			t.Fatalf("%+v", got)
		}
		reader, _ := vocabulary.Roles(vocabulary.RoleReader)
		got := ask(func() {
			err := env.Store.Write(testenv.Operator(t), func(ctx context.Context, tx store.Tx) error {
				return tx.Client().Membership.Update().Where(membership.UserID(h.administrator)).SetRoles(reader).
					SetDirectoryRoles(0).Exec(ctx)
			})
			if err != nil {
				t.Error(err)
			}
		})
		if got.Replayed || len(got.Effects) > 0 || len(got.Errors) != 1 || got.Errors[0]["code"] != "FORBIDDEN" {
			t.Errorf(`%+v, want Replayed = false, len(Effects) = 0, len(Errors) = 1 and Errors[0][code] = "FORBIDDEN"`,
				got)
		}
	})
}
