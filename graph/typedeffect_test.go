package graph_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/testenv"
)

// Who accepted an invitation is a reference to the user.
func TestWhoAcceptedAnInvitationIsAReference(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		accept := examples(t, env, h)["acceptInvitation"]
		got, _ := testenv.Must[struct {
			Change struct {
				Effects []struct {
					Field string
					After typed
				}
			}
		}](t, env.As(accept.who),
			`mutation ($input: AcceptInvitationInput!) { change: acceptInvitation(input: $input) {
			effects { field after { __typename text ... on ReferenceValue { subjectId label } } } } }`,
			map[string]any{"input": accept.input})
		want := typed{"__typename": "ReferenceValue", "text": "asker", "subjectId": accept.who.User.String(),
			"label": "asker"}
		for _, e := range got.Change.Effects {
			if e.Field == "acceptedBy" {
				if d := cmp.Diff(want, e.After); d != "" {
					t.Error(d)
				}
				return
			}
		}
		t.Errorf("%+v", got.Change.Effects)
	})
}

// The audit has each origin and each document of a widget token as a value of its own.
func TestTheOriginsOfAWidgetTokenAreSeveralValues(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		mint := examples(t, env, h)["mintWidgetToken"]
		origins := []string{"https://one.example", "https://two.example"}
		for _, origin := range origins {
			if _, _, err := env.Services.Access.AddOrigin(testenv.Operator(t),
				change.Request{Action: "addWidgetOrigin"}, origin); err != nil {
				t.Fatal(err)
			}
		}
		made, _ := testenv.Must[struct {
			Change struct{ Errors []struct{ Code string } }
		}](t, env.As(mint.who), `mutation ($input: MintWidgetTokenInput!) { change: mintWidgetToken(input: $input) {
			errors { code } } }`, map[string]any{"input": merged(mint.input, map[string]any{"origins": origins})})
		if len(made.Change.Errors) > 0 {
			t.Fatal(made.Change.Errors)
		}
		got, _ := testenv.Must[struct {
			Account struct {
				AuditEntries struct {
					Nodes []struct {
						Changes []struct {
							Field string
							After struct{ Text string }
						}
					}
				}
			}
		}](t, env.As(h.asAdministrator()), `query ($id: ID!) { account(id: $id) {
			auditEntries(first: 1, filter: { action: "mintWidgetToken" }) { nodes { changes { field after { text } } } } } }`,
			map[string]any{"id": h.account.String()})
		found := map[string][]string{}
		for _, n := range got.Account.AuditEntries.Nodes {
			for _, c := range n.Changes {
				found[c.Field] = append(found[c.Field], c.After.Text)
			}
		}
		documents, _ := mint.input["documents"].([]string)
		if d := cmp.Diff([][]string{origins, documents}, [][]string{found["origins"], found["documents"]}); d != "" {
			t.Error(d)
		}
	})
}
