package graph_test

import (
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// A filter by state returns only the viewer's own rows, whatever the state is.
func TestAStateIsNoWayToTheRightsOfOthers(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var alpha, bravo *tenantFixture
		env.Fill(t, func(f *testenv.Fixture) { alpha = newTenantFixture(t, f.After(1000), "Alpha", nil) })
		env.Fill(t, func(f *testenv.Fixture) { bravo = newTenantFixture(t, f.After(2000), "Bravo", nil) })
		env.Fill(t, func(f *testenv.Fixture) {
			first, last := testenv.Today-10, testenv.Today+10
			for _, decision := range []vocabulary.Decision{vocabulary.DecisionWithdrawn, vocabulary.DecisionDraft,
				vocabulary.DecisionTest,
				vocabulary.DecisionSuspended, vocabulary.DecisionOnHold} {
				header := f.Entitlement(bravo.account, "Bravo "+string(decision))
				line := f.Line(bravo.account, header, f.Seat, "Bravo line "+string(decision), 1)
				coverage := f.Coverage(bravo.account, first, last, line)
				p, err := f.Period(bravo.account, line, &first, &last, 1).Save(f.Context())
				must(t, err)
				must(t, f.Client().Coverage.UpdateOneID(coverage).SetEntitlementID(header).Exec(f.Context()))
				f.Decide(bravo.account, p.ID, decision)
				f.Decide(bravo.account, header, decision)
			}
		})
		asked := env.As(alpha.asAdministrator())
		for _, state := range []string{"WITHDRAWN", "DRAFT", "TEST", "SUSPENDED", "ON_HOLD", "AWAITING_ACTIVATION",
			"FUTURE", "SUPERSEDED",
			"IN_GRACE", "EXPIRED", "ACTIVE"} {
			for _, document := range []string{
				`query ($id: ID!) { lineItems(filter: {account: $id, status: [STATE]}) { nodes { account { id } } totalCount } }`,
				`query ($id: ID!) { coverages(filter: {account: $id, status: [STATE]}) { nodes { account { id } } totalCount } }`,
				`query ($id: ID!) { account(id: $id) { lineItems(filter: {status: [STATE]}) { nodes { account { id } } totalCount } } }`,
				`query ($id: ID!) { account(id: $id) { coverages(filter: {status: [STATE]}) { nodes { account { id } } totalCount } } }`,
			} {
				document := strings.ReplaceAll(document, "STATE", state)
				a := asked.Ask(t, document, map[string]any{"id": alpha.account.String()})
				if strings.Contains(string(a.Data), bravo.account.String()) || len(a.Errors) > 0 {
					t.Errorf("%s: %s %v, want Data without %v and len(Errors) = 0", document, a.Data, a.Errors,
						bravo.account.String())
				}
				nothing := asked.Ask(t, strings.ReplaceAll(document, "["+state+"]", "["+state+", "+state+"]"),
					map[string]any{"id": alpha.account.String()})
				if string(nothing.Data) != string(a.Data) {
					t.Errorf("%s: %s, and with the state twice %s", document, a.Data, nothing.Data)
				}
			}
		}
	})
}
