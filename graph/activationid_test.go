package graph_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/doctor"
	"github.com/muniment/muniment/internal/fold"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv"
)

// lineCalled returns the line item that lookup finds by a name, or the code of the error.
func lineCalled(t testing.TB, env *testenv.Env, name string) string {
	t.Helper()
	got := env.Ask(t, "query ($id: String!) { lookup(externalId: { value: $id }) { ... on LineItem { id } } }",
		map[string]any{"id": name})
	if len(got.Errors) > 0 {
		return got.Errors[0].Extensions.Code
	}
	_, id, _ := strings.Cut(string(got.Data), `"id":"`)
	id, _, _ = strings.Cut(id, `"`)
	return id
}

// shared returns what the doctor says about activation ids that line items share.
func shared(t testing.TB, env *testenv.Env) (told []string) {
	t.Helper()
	report, err := doctor.Check(testenv.Operator(t), env.Store)
	if err != nil || !report.Healthy() {
		t.Fatalf("%+v, %v", report.Broken(), err)
	}
	for _, f := range report.Findings {
		if f.Rule == doctor.SharedActivationIDs {
			for _, b := range f.Examples {
				told = append(told, b.ID+" "+b.Message)
			}
		}
	}
	return told
}

// No line item gets the activation id of another one in other letters. Those that got one before each have their own
// spelling, until one of them gets another id.
func TestActivationIDsDifferInMoreThanLetterCase(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		made := issueLines(t, env, testenv.Today-100, nil, 10, 0, "Mixed-1", "TWO", "THREE")
		one, two, three := made.lines[0], made.lines[1], made.lines[2]
		replace := func(line, id string) string {
			t.Helper()
			return changeRight(t, env, "replaceActivationId", map[string]any{"lineItem": line, "activationId": id}).
				codes()
		}
		if got := replace(two.String(), "mIXED-1"); got != "ACTIVATION_ID_TAKEN input.activationId" {
			t.Errorf("an id in another case: %q", got)
		}
		write := func(id, key string) error {
			return env.Store.Write(testenv.Operator(t), func(ctx context.Context, tx store.Tx) error {
				return tx.Client().LineItem.UpdateOneID(three).SetActivationID(id).SetActivationKey(key).Exec(ctx)
			})
		}
		if err := write("mixed-1", "mixed-1"); !errors.Is(err, store.ErrUnique) {
			t.Errorf("the database takes the key of another id: %v", err)
		}
		if err := write("mixed-1", fold.SetBeside("mixed-1", three.String())); err != nil {
			t.Fatal(err)
		}
		if told := shared(t, env); len(told) != 1 || !strings.Contains(told[0], one.String()) ||
			!strings.Contains(told[0], three.String()) || !strings.Contains(told[0], `"Mixed-1"`) ||
			!strings.Contains(told[0], `"mixed-1"`) {
			t.Errorf("the doctor says %q", told)
		}
		for name, want := range map[string]string{"Mixed-1": one.String(), "mixed-1": three.String(),
			"MIXED-1": "AMBIGUOUS", "tWo": two.String()} {
			if got := lineCalled(t, env, name); got != want {
				t.Errorf("before: %s finds %s, want %s", name, got, want)
			}
		}
		if got := replace(three.String(), "Another"); got != "" {
			t.Fatal(got)
		}
		if told := shared(t, env); len(told) > 0 {
			t.Errorf("the doctor says %q", told)
		}
		for _, taken := range []string{"MIXED-1", "aNOTHER", "two"} {
			if got := replace(one.String(), taken); got != "ACTIVATION_ID_TAKEN input.activationId" {
				t.Errorf("%s: %q", taken, got)
			}
		}
		if got := replace(one.String(), "Fourth"); got != "" { // both keep ids that differ in case only
			t.Fatal(got)
		}
		for name, want := range map[string]string{"Mixed-1": one.String(), "mixed-1": three.String(),
			"MIXED-1": "AMBIGUOUS", "ANOTHER": three.String(), "fourth": one.String()} {
			if got := lineCalled(t, env, name); got != want {
				t.Errorf("after: %s finds %s, want %s", name, got, want)
			}
		}
		if told := shared(t, env); len(told) > 0 {
			t.Errorf("the doctor says %q", told)
		}
	})
}
