package graph_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/muniment/muniment/internal/testenv"
)

// One request may contain many mutations. Together they may send only as many mails as the limit allows, and links
// that were sent before still work.
func TestManyAliasesDoNotFloodAMailbox(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		admin := env.As(signedIn(t, env, h.administrator))
		invited, _ := testenv.Must[struct {
			InviteMembers struct{ Invitations []struct{ ID string } }
		}](t, admin,
			`mutation ($account: ID!) { inviteMembers(input: {account: $account, emails: ["stranger@new.example"], roles: [READER], serviceAccess: []}) {
			invitations { id } } }`, map[string]any{"account": h.account.String()})
		var text strings.Builder
		text.WriteString("mutation ($id: ID!) {")
		for i := range 20 {
			fmt.Fprintf(&text, " r%d: resendInvitation(input: {invitation: $id}) { errors { code field remedy "+
				"parameters { name value { __typename } } } }", i)
		}
		text.WriteString(" }")
		sent := 0
		for range 5 {
			env.Clock.Advance(5 * time.Minute)
			answers, _ := testenv.Must[map[string]struct {
				Errors []struct {
					Code, Field, Remedy string
					Parameters          []struct {
						Name  string
						Value struct {
							Type string `json:"__typename"`
						}
					}
				}
			}](t, admin, text.String(), map[string]any{"id": invited.InviteMembers.Invitations[0].ID})
			for _, answer := range answers {
				switch {
				case len(answer.Errors) == 0:
					sent++
				case answer.Errors[0].Code != "RATE_LIMITED" || answer.Errors[0].Field != "input.invitation" ||
					answer.Errors[0].Remedy == "" || len(answer.Errors[0].Parameters) != 1 ||
					answer.Errors[0].Parameters[0].Name != "again" ||
					answer.Errors[0].Parameters[0].Value.Type != "MomentValue":
					t.Errorf("%+v", answer.Errors)
				}
			}
		}
		rows, err := env.Store.Catalog(t.Context(), "SELECT CAST(args AS text) FROM river_job")
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		mails := 0
		for rows.Next() {
			var args string
			if err := rows.Scan(&args); err != nil {
				t.Fatal(err)
			}
			if strings.Contains(args, "stranger@new.example") {
				mails++
			}
		}
		if mails != 4 || sent != 3 {
			t.Errorf("%d mails, %d sent again", mails, sent)
		}
	})
}
