package graph_test

import (
	"testing"

	"github.com/muniment/muniment/internal/testenv"
)

// An amendment rests on the period that it amends, so that this one is not voided alone.
func TestAnAmendedPeriodIsNotVoidedAlone(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		last := testenv.Today + 100
		made := issueLines(t, env, testenv.Today-100, &last, 10, 0, "ONE")
		amend := mustChangeRight(t, env, "amendLineItem", map[string]any{"lineItem": made.lines[0].String(),
			"startsOn": testenv.Today.String(), "quantity": "15"}).Period.ID
		further := mustChangeRight(t, env, "amendLineItem", map[string]any{"lineItem": made.lines[0].String(),
			"startsOn": (testenv.Today + 10).String(), "quantity": "20"}).Period.ID
		for _, c := range []struct{ period, want string }{
			{made.periods[0].String(), "OTHER_PERIOD_FIRST input.period"}, {amend, "OTHER_PERIOD_FIRST input.period"},
			{further, ""}, {amend, ""}, {made.periods[0].String(), ""},
		} {
			got := changeRight(t, env, "voidPeriod", map[string]any{"period": c.period, "reason": "not ordered"})
			if got.codes() != c.want {
				t.Fatalf("%s: %+v, want %q", c.period, got.Errors, c.want)
			}
		}
		if granted, _, _ := lineOn(t, env, made.lines[0], testenv.Today, testenv.Today+10); granted[0] != "0" ||
			granted[1] != "0" {
			t.Errorf("granted %v", granted)
		}
		mustBeHealthy(t, env)
	})
}
