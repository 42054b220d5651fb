package graph_test

import (
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/day"
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

// A line whose periods are all voided is described by what was recorded last: of a period and its replacement, the
// replacement, whatever their ids.
func TestAVoidedReplacementStillTellsTheQuantity(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		last := testenv.Today + 100
		made := issueLines(t, env, testenv.Today-100, &last, 10, 0, "A", "B", "C", "D", "E", "F", "G", "H")
		for i, line := range made.lines {
			first := made.periods[i].String()
			second := mustChangeRight(t, env, "correctPeriod", map[string]any{"period": first, "quantity": "9",
				"reason": "nine were meant"}).Period.ID
			third := mustChangeRight(t, env, "correctPeriod", map[string]any{"period": second, "quantity": "8",
				"reason": "eight were meant"}).Period.ID
			mustChangeRight(t, env, "voidPeriod", map[string]any{"period": third, "reason": "not ordered"})
			got, _ := testenv.Must[struct {
				LineItem struct{ Quantity *struct{ Amount string } }
			}](t, env,
				"query ($id: ID!) { lineItem(id: $id) { quantity { amount } } }", map[string]any{"id": line.String()})
			if q := got.LineItem.Quantity; q == nil || q.Amount != "8" {
				t.Errorf("line %d: quantity %+v, want 8", i, q)
			}
		}
		mustBeHealthy(t, env)
	})
}

// Several refusals of one change come in the order of the days of what they name.
func TestRefusalsOfOneChangeHaveAnOrder(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		last := testenv.Today + 100
		made := issueLines(t, env, testenv.Today-100, &last, 10, 0, "ONE")
		var want []string
		for n := range day.Day(6) {
			first := testenv.Today + 10*n
			want = append(want, "starts on "+first.Time().Format("2 January 2006"))
			mustChangeRight(t, env, "amendLineItem", map[string]any{"lineItem": made.lines[0].String(),
				"startsOn": first.String(), "endsOn": (first + 5).String(), "after": "RETURN", "quantity": "15"})
		}
		got := changeRight(t, env, "voidPeriod", map[string]any{"period": made.periods[0].String(), "reason": "x"})
		for i, e := range got.Errors {
			if i >= len(want) || e.Code != "OTHER_PERIOD_FIRST" || !strings.Contains(e.Message, want[i]) {
				t.Errorf("refusal %d: %+v, want days %v", i, e, want)
			}
		}
		shorter := changeRight(t, env, "correctPeriod", map[string]any{"period": made.periods[0].String(),
			"endsOn": (testenv.Today - 1).String(), "reason": "x"})
		if len(got.Errors) != len(want) || len(shorter.Errors) != len(want) {
			t.Fatalf("%+v, %+v", got.Errors, shorter.Errors)
		}
		for i, e := range shorter.Errors {
			if e.Code != "OTHER_PERIOD_FIRST" || !strings.Contains(e.Message, want[i]) {
				t.Errorf("refusal %d: %+v, want days %v", i, e, want)
			}
		}
	})
}
