package graph_test

import (
	"testing"

	"github.com/muniment/muniment/internal/testenv"
)

// A right of which everything was given back gives no downloads and no support, and is not renewed by itself; nor does
// that fail.
func TestWhatWasGivenBackServesNobody(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := issueLine(t, env, w, map[string]any{"partNumber": w.evergreen, "pieces": 3}, nil)
		kept := issueLine(t, env, w, map[string]any{"partNumber": w.evergreen, "pieces": 3}, nil)
		mustChangeRight(t, env, "amendLineItem", map[string]any{"lineItem": line, "startsOn": "2026-11-22",
			"quantity": "0"})
		for action, want := range map[string]string{"SUPPORT": "NOTHING_GRANTED", "DOWNLOAD": "NOTHING_GRANTED",
			"ACTIVATE": "NO_FREE_COPY", "RENEW": "NOTHING_TO_RENEW"} {
			if got := eligible(t, env, action, map[string]any{"subject": line}); got.codes() != want {
				t.Errorf("%s: %s, want %s", action, got.codes(), want)
			}
		}
		got, _ := testenv.Must[struct {
			LineItem  struct{ Evergreen *struct{ EndsOn string } }
			LineItems struct{ Nodes []struct{ ID string } }
		}](t, env, `query ($id: ID!, $account: ID!) { lineItem(id: $id) { evergreen { endsOn } }
			lineItems(first: 10, filter: {evergreen: true, account: $account}) { nodes { id } } }`,
			map[string]any{"id": line, "account": w.account})
		if got.LineItem.Evergreen != nil || len(got.LineItems.Nodes) != 1 || got.LineItems.Nodes[0].ID != kept {
			t.Errorf("%+v", got)
		}
		mustRenewEvergreens(t, env, dayOf(t, "2027-01-23"), 1)
		mustBeHealthy(t, env)
	})
}
