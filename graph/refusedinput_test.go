package graph_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// changeAnswer is the answer of a mutation with its errors, effects and warnings.
type changeAnswer struct {
	Errors []struct {
		Code, Field, Message string
		Parameters           []struct {
			Name  string
			Value struct{ Text string }
		}
	}
	Warnings []struct{ Code string }
	Effects  []effectAnswer
	// AuditEntry is the first audit entry of the change.
	AuditEntry *struct {
		Action  string
		Changes []effectAnswer
	}
}

// effectAnswer is an effect of a mutation, or a change in its audit entry.
type effectAnswer struct {
	Kind, SubjectID, Label, Field string
	Before, After                 typed
}

func (e effectAnswer) String() string {
	text := func(v typed) any {
		if v == nil {
			return nil
		}
		return v["text"]
	}
	return fmt.Sprint(e.Kind, " ", e.Label, " ", e.Field, " ", text(e.Before), " -> ", text(e.After))
}

// askChange makes a change and returns its payload.
func askChange(t *testing.T, env *testenv.Env, who *viewer.Viewer, mutation, inputType string,
	input map[string]any) changeAnswer {
	t.Helper()
	const values = `before { __typename text ... on EnumValue { enum value }
		... on ReferenceValue { subjectId label } }
		after { __typename text ... on EnumValue { enum value } ... on ReferenceValue { subjectId label } }`
	a := env.As(who).Ask(t, "mutation ($input: "+inputType+"!) { change: "+mutation+`(input: $input) {
		errors { code field message parameters { name value { text } } } warnings { code }
		effects { kind subjectId label field `+values+` } auditEntry { action changes { field `+values+` } } } }`,
		map[string]any{"input": input})
	var data struct{ Change changeAnswer }
	if err := json.Unmarshal(a.Data, &data); err != nil || len(a.Errors) > 0 {
		t.Fatalf("%s: %s %+v %v", mutation, a.Data, a.Errors, err)
	}
	return data.Change
}

// refusalsOf returns the codes and the fields of the errors of a payload.
func refusalsOf(a changeAnswer) []string {
	var list []string
	for _, e := range a.Errors {
		list = append(list, e.Code+" "+e.Field)
	}
	return list
}

// A widget token for an empty list of documents is refused: only a missing list means every document.
func TestAnEmptyListOfDocumentsIsRefused(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		mint := examples(t, env, oneTenant(t, env))["mintWidgetToken"]
		for name, test := range map[string]struct {
			documents any
			want      []string
		}{"empty": {[]string{}, []string{"BAD_INPUT input.documents"}}, "null": {nil, nil}} {
			got := askChange(t, env, mint.who, "mintWidgetToken", "MintWidgetTokenInput",
				merged(mint.input, map[string]any{"documents": test.documents}))
			if d := cmp.Diff(test.want, refusalsOf(got)); d != "" {
				t.Errorf("%s: %s", name, d)
			}
		}
	})
}

// Names of keys are one line that people see, as names of users are.
func TestNamesOfKeysAreOneVisibleLine(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		for name, refused := range map[string]bool{"a\nb": true, "\u200B": true, " a": true, "a\tb": true, "": true,
			"a b": false, "\u00DCbersicht": false} {
			got := askChange(t, env, h.asAdministrator(), "createApiKey", "CreateApiKeyInput", map[string]any{
				"account": h.account.String(), "name": name, "scopes": []string{"READ"}})
			if is := cmp.Equal(refusalsOf(got), []string{"BAD_INPUT input.name"}); is != refused {
				t.Errorf("%q: %v", name, refusalsOf(got))
			}
		}
	})
}

// What is missing is named by its type in the contract and by its id, or by its name if it has no id.
func TestWhatIsMissingIsNamedByItsType(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		alpha, bravo := twoTenants(t, env)
		all := examples(t, env, alpha)
		foreign := bravo.account.String()
		for mutation, test := range map[string]struct {
			inputType string
			input     map[string]any
			want      map[string]string
		}{
			"switchAccount": {"SwitchAccountInput", map[string]any{"account": foreign},
				map[string]string{"type": "Account", "id": foreign}},
			"viewAs": {"ViewAsInput", map[string]any{"account": gid.New(gid.Account, 1).String()}, nil},
			"releaseDomain": {"ReleaseDomainInput", map[string]any{"account": alpha.account.String(),
				"domain": "unknown.example"}, map[string]string{"type": "DomainProof", "name": "unknown.example"}},
			"disallowJoiningDomain": {"DisallowJoiningDomainInput", map[string]any{
				"account": alpha.account.String(), "domain": "unknown.example"},
				map[string]string{"type": "JoiningDomain", "name": "unknown.example"}},
		} {
			if test.want == nil {
				test.want = map[string]string{"type": "Account", "id": test.input["account"].(string)}
			}
			got := askChange(t, env, all[mutation].who, mutation, test.inputType, test.input)
			if len(got.Errors) != 1 || got.Errors[0].Code != "NOT_FOUND" {
				t.Fatalf("%s: %+v", mutation, got.Errors)
			}
			found := map[string]string{}
			for _, p := range got.Errors[0].Parameters {
				found[p.Name] = p.Value.Text
			}
			if d := cmp.Diff(test.want, found); d != "" {
				t.Errorf("%s: %s", mutation, d)
			}
		}
	})
}

// A domain begins with a state: that of a claim, or that of an approval without a claim.
func TestTheStateOfADomainIsRecordedFromTheBeginning(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		all := examples(t, env, h)
		begins := func(mutation, inputType, domain, state string) {
			t.Helper()
			input := map[string]any{"account": h.account.String(), "domain": domain}
			if mutation == "approveDomain" {
				input["reason"] = "a contract"
			}
			got := askChange(t, env, all[mutation].who, mutation, inputType, input)
			var effects, recorded []string
			for _, e := range got.Effects {
				effects = append(effects, e.String())
			}
			if got.AuditEntry != nil {
				for _, c := range got.AuditEntry.Changes {
					recorded = append(recorded, c.String())
				}
			}
			want := []string{"CREATED " + domain + "  <nil> -> <nil>",
				"CHANGED " + domain + " state <nil> -> " + state}
			if d := cmp.Diff(want, effects); d != "" {
				t.Errorf("%s: %s", mutation, d)
			}
			if d := cmp.Diff([]string{"  state <nil> -> " + state}, recorded); d != "" {
				t.Errorf("%s: %s", mutation, d)
			}
		}
		begins("claimDomain", "ClaimDomainInput", "fourth.example", "claimed")
		begins("approveDomain", "ApproveDomainInput", "fifth.example", "approved")
		again := askChange(t, env, all["approveDomain"].who, "approveDomain", "ApproveDomainInput", map[string]any{
			"account": h.account.String(), "domain": "fifth.example", "reason": "a contract"})
		if len(again.Warnings) != 1 || again.Warnings[0].Code != "ALREADY_APPROVED" || len(again.Effects) > 0 {
			t.Errorf("%+v", again)
		}
	})
}

// The effect of a new widget token does not read as if its account were created.
func TestTheEffectOfAWidgetTokenIsCalledAToken(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		mint := examples(t, env, oneTenant(t, env))["mintWidgetToken"]
		got := askChange(t, env, mint.who, "mintWidgetToken", "MintWidgetTokenInput", mint.input)
		if len(got.Effects) != 1 || got.Effects[0].SubjectID != "" ||
			!strings.HasPrefix(got.Effects[0].Label, "widget token for ") {
			t.Errorf("%+v", got)
		}
	})
}

// A support agent sees the keys of customers, but may only read.
func TestASupportAgentWhoRevokesAKeyMayOnlyRead(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		agent := examples(t, env, h)["viewAs"].who
		for name, key := range map[string]gid.ID{"of a person": h.ownKey(t, env), "of an account": h.keyOf(t, env)} {
			got := askChange(t, env, agent, "revokeApiKey", "RevokeApiKeyInput",
				map[string]any{"apiKey": key.String()})
			if d := cmp.Diff([]string{"READ_ONLY "}, refusalsOf(got)); d != "" {
				t.Errorf("%s: %s", name, d)
			}
		}
	})
}

// A program of the producer adds users without a role, but nobody who works for the producer.
func TestAProgramAddsOnlyUsersWithoutARole(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		sync := program(t, env, access.NewKey{Name: "sync", Producer: vocabulary.ProducerRoleOperator,
			Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeRead, vocabulary.KeyScopeWrite}})
		for name, test := range map[string]struct {
			role any
			want []string
		}{"one": {nil, nil}, "two": {"SUPPORT_AGENT", []string{"FORBIDDEN "}}} {
			got := askChange(t, env, sync, "addUser", "AddUserInput", map[string]any{"userName": name,
				"producerRole": test.role})
			if d := cmp.Diff(test.want, refusalsOf(got)); d != "" {
				t.Errorf("%s: %s", name, d)
			}
		}
	})
}
