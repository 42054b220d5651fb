package graph_test

import (
	"testing"

	"github.com/muniment/muniment/internal/testenv"
)

// A person sees how a request by a reference stands, in the same way whether the reference leads to an account or not.
func TestRequestsFromOutside(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := newPeople(t, env)
		who := p.signIn(t, p.ada)
		for _, reference := range []string{"INV-1", "INV-1"} {
			got := mutate[changeResult](t, p.within(t, who), "requestAccess", "RequestAccessInput", "",
				map[string]any{"reference": reference, "serviceAccess": []string{}})
			if codes(got) != "" {
				t.Fatalf("%+v", got)
			}
		}
		answer := p.within(t, who).Ask(t, `{ viewer { accessRequests { id } outsideRequests { reference state
			account { id } answer decidedAt } } }`, nil)
		const want = `{"viewer":{"accessRequests":[],"outsideRequests":[{"reference":"INV-1","state":"OPEN",` +
			`"account":null,"answer":null,"decidedAt":null}]}}`
		if string(answer.Data) != want || len(answer.Errors) > 0 {
			t.Errorf("%s %+v, want %s", answer.Data, answer.Errors, want)
		}
		got := mutate[changeResult](t, p.within(t, who), "requestAccess", "RequestAccessInput", "",
			map[string]any{"account": p.ada.String(), "serviceAccess": []string{}})
		if codes(got) != "NOT_FOUND input.account" {
			t.Errorf("an id of a user: %+v", got)
		}
	})
}
