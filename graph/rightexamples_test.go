package graph_test

import (
	"testing"

	"github.com/muniment/muniment/ent/decision"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// rightExamples returns the input of an example for every mutation of rights, for an operator.
func rightExamples(t *testing.T, env *testenv.Env, h *tenantFixture) map[string]map[string]any {
	t.Helper()
	var header, line, period gid.ID
	first, last := testenv.Today-10, testenv.Today+10
	env.Fill(t, func(f *testenv.Fixture) {
		f.After(7000)
		header = f.Entitlement(h.account, "ENT-EXAMPLE")
		line = f.Line(h.account, header, f.Seat, "EXAMPLE", 0)
		create := f.Period(h.account, line, &first, &last, 10)
		until := testenv.Today
		create.SetCancelDays(int(last - until)).SetCancelUntil(until).SetRenewsOn(until + 1)
		if err := create.Exec(f.Context()); err != nil {
			t.Fatal(err)
		}
		period, _ = create.Mutation().ID()
		f.Decide(h.account, line, vocabulary.DecisionOnHold)
	})
	held := env.Store.Client().Decision.Query().Where(decision.SubjectID(line)).OnlyX(testenv.Operator(t))
	return map[string]map[string]any{
		"amendLineItem": {"lineItem": line.String(), "startsOn": testenv.Today.String(), "quantity": "12",
			"price": map[string]any{"amount": "12.50", "currency": "EUR"}, "orderNumber": "4711"},
		"correctPeriod": {"period": period.String(), "quantity": "8", "reason": "because",
			"price": map[string]any{"amount": "12.50", "currency": "EUR"}},
		"voidPeriod":    {"period": period.String(), "reason": "because"},
		"holdLineItems": {"lineItems": []string{line.String()}, "reason": "because"},
		"grantGrace": {"lineItems": []string{line.String()}, "until": (last + 10).String(),
			"reason": "because"},
		"cancelRenewals":      {"lineItems": []string{line.String()}, "reason": "because"},
		"suspendLineItems":    {"lineItems": []string{line.String()}, "until": last.String(), "reason": "because"},
		"withdrawEntitlement": {"entitlement": header.String(), "reason": "because"},
		"releaseDecision":     {"decision": gid.FromKey(gid.Decision, held.ID).String(), "reason": "because"},
		"replaceActivationId": {"lineItem": line.String(), "activationId": "EXAMPLE-2"},
	}
}
