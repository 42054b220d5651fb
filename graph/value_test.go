package graph_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

type typed map[string]any

const everyType = ` { __typename text ... on NumberValue { number } ... on BooleanValue { isTrue } ... on DayValue { day }
	... on MomentValue { moment } ... on EnumValue { enum value } ... on EnumListValue { enum values }
	... on ReferenceValue { subjectId label } ... on QuantityValue { amount unlimited unitId unitLabel } } `

// A user interface in another language can show effects: their kind, field and values are machine-readable.
func TestEffectsAreValuesOfTheirTypes(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		got, _ := testenv.Must[struct {
			InviteMembers struct {
				Effects []struct {
					SubjectID     gid.ID
					Field         string
					Before, After typed
				}
				Invitations []struct{ ID string }
				AuditEntry  struct {
					ID        string
					SubjectID string
					Changes   []struct {
						Field         string
						Before, After typed
					}
				}
			}
		}](t, env.As(h.asAdministrator()), `mutation ($input: InviteMembersInput!) { inviteMembers(input: $input) {
			effects { field before `+everyType+` after `+everyType+` }
			invitations { id }
			auditEntry { id subjectId changes { field before `+everyType+` after `+everyType+` } } } }`,
			map[string]any{"input": map[string]any{"account": h.account.String(),
				"emails": []string{"ada@new.example"},
				"roles":  []string{"READER"}, "serviceAccess": []string{"LICENSING"},
				"productLine": h.productLine(t, env), "endsOn": "2027-03-31"}})
		after := map[string]typed{}
		for _, e := range got.InviteMembers.Effects {
			if e.Field != "" {
				after[e.Field] = e.After
			}
		}
		name := env.Store.Client().ProductLine.Query().FirstX(testenv.Operator(t)).Name
		want := map[string]typed{
			"roles": {"__typename": "EnumListValue", "text": "reader", "enum": "Role",
				"values": []any{"READER"}},
			"serviceAccess": {"__typename": "EnumListValue", "text": "licensing", "enum": "Service",
				"values": []any{"LICENSING"}},
			"productLine": {"__typename": "ReferenceValue", "text": name, "subjectId": h.productLine(t, env),
				"label": name},
			"endsOn": {"__typename": "DayValue", "text": "31 March 2027", "day": "2027-03-31"},
			"expiresAt": {"__typename": "MomentValue", "text": "6 December 2026, 12:00 UTC",
				"moment": "2026-12-06T12:00:00Z"},
		}
		if d := cmp.Diff(want, after); d != "" {
			t.Error(d)
		}
		entry := got.InviteMembers.AuditEntry
		if entry.SubjectID != got.InviteMembers.Invitations[0].ID {
			t.Errorf("the record is about %s", entry.SubjectID)
		}
		for _, c := range entry.Changes {
			if d := cmp.Diff(after[c.Field], c.After); d != "" {
				t.Errorf("the record says of %s: %s", c.Field, d)
			}
		}
	})
}

// What is granted without end says so, as a value that programs understand.
func TestAnEffectSaysThatThereIsNoEnd(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		for end, want := range map[string]map[string]typed{
			"":           {"perpetual": {"__typename": "BooleanValue", "text": "yes", "isTrue": true}},
			"2027-03-31": {"endsOn": {"__typename": "DayValue", "text": "31 March 2027", "day": "2027-03-31"}},
		} {
			input := map[string]any{"account": h.account.String(), "emails": []string{"ada@new.example"},
				"roles":         []string{"READER"},
				"serviceAccess": []string{"LICENSING"}, "dryRun": true}
			if end != "" {
				input["endsOn"] = end
			}
			got, _ := testenv.Must[struct {
				InviteMembers struct {
					Effects []struct {
						Field         string
						Before, After typed
					}
				}
			}](t, env.As(h.asAdministrator()), `mutation ($input: InviteMembersInput!) { inviteMembers(input: $input) {
				effects { field before `+everyType+` after `+everyType+` } } }`, map[string]any{"input": input})
			after := map[string]typed{}
			for _, e := range got.InviteMembers.Effects {
				if e.Field == "endsOn" || e.Field == "perpetual" {
					after[e.Field] = e.After
				}
			}
			if d := cmp.Diff(want, after); d != "" {
				t.Errorf("%q: %s", end, d)
			}
		}
	})
}

// productLine is the id of the product line of the tenant's products.
func (h *tenantFixture) productLine(t testing.TB, env *testenv.Env) string {
	t.Helper()
	return env.Store.Client().ProductLine.Query().FirstIDX(testenv.Operator(t)).String()
}

// NOT_FOUND says the same in an answer to a query and in a payload.
func TestWhatIsMissingIsNamedAlikeInQueriesAndPayloads(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		missing := gid.New(gid.Account, 1).String()
		as := env.As(h.asAdministrator())
		want := "There is no Account " + missing + " that you may see."
		for _, query := range []string{`account(id: $id) { id }`, `accessReview(account: $id) { takenAt }`} {
			answer := as.Ask(t, `query ($id: ID!) { `+query+` }`, map[string]any{"id": missing})
			if len(answer.Errors) != 1 || answer.Errors[0].Message != want {
				t.Errorf("%s: %+v, want len(Errors) = 1 and Message = %v", query, answer.Errors, want)
			}
		}
		answer := as.Ask(t, `query ($id: ID!) { node(id: $id) { id } }`, map[string]any{"id": missing})
		if len(answer.Errors) != 1 ||
			answer.Errors[0].Message != "There is no Node "+missing+" that you may see." {
			t.Errorf("node: %+v", answer.Errors)
		}
		got, _ := testenv.Must[struct {
			ClaimDomain struct{ Errors []struct{ Message string } }
		}](t, as, `mutation ($input: ClaimDomainInput!) { claimDomain(input: $input) { errors { message } } }`,
			map[string]any{"input": map[string]any{"account": missing, "domain": "third.example"}})
		if e := got.ClaimDomain.Errors; len(e) != 1 || e[0].Message != want {
			t.Errorf("claimDomain: %+v, want len(e) = 1 and Message = %v", e, want)
		}
	})
}

func TestErrorsAndWarningsHaveTheValuesOfTheirMessages(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		missing := gid.New(gid.APIKey, 1).String()
		type parameters []struct {
			Name  string
			Value typed
		}
		got, _ := testenv.Must[struct {
			RevokeAPIKey struct {
				Errors []struct {
					Message    string
					Parameters parameters
				}
			} `json:"revokeApiKey"`
		}](t, env.As(h.asAdministrator()), `mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) {
			errors { message parameters { name value `+everyType+` } } } }`,
			map[string]any{"input": map[string]any{"apiKey": missing}})
		e := got.RevokeAPIKey.Errors[0]
		found := map[string]typed{}
		for _, p := range e.Parameters {
			found[p.Name] = p.Value
			if text := p.Value["text"].(string); !strings.Contains(e.Message, text) {
				t.Errorf("%q does not say %q", e.Message, text)
			}
		}
		want := map[string]typed{"type": {"__typename": "TextValue", "text": "ApiKey"},
			"id": {"__typename": "ReferenceValue", "text": missing, "subjectId": missing, "label": missing}}
		if d := cmp.Diff(want, found); d != "" {
			t.Error(d)
		}

		checker := program(t, env, access.NewKey{Name: "checks", Producer: vocabulary.ProducerRoleOperator,
			Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeRead, vocabulary.KeyScopeWrite}})
		const domain = "third.example"
		testenv.Must[any](t, env.As(checker),
			`mutation ($input: ClaimDomainInput!) { claimDomain(input: $input) { errors { code } } }`,
			map[string]any{"input": map[string]any{"account": h.account.String(), "domain": domain}})
		checked, _ := testenv.Must[struct {
			CheckDomain struct {
				Warnings []struct {
					Message    string
					Parameters parameters
				}
			}
		}](t, env.As(checker), `mutation ($input: CheckDomainInput!) { checkDomain(input: $input) {
			warnings { message parameters { name value `+everyType+` } } } }`,
			map[string]any{"input": map[string]any{"account": h.account.String(), "domain": domain,
				"idempotencyKey": "once"}})
		if w := checked.CheckDomain.Warnings; len(w) == 0 || len(w[0].Parameters) == 0 ||
			!strings.Contains(w[0].Message, w[0].Parameters[0].Value["text"].(string)) {
			t.Errorf("%+v", w)
		}
	})
}
