package entitlement

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/vocabulary"
)

// What rules nothing in or out changes no answer about the days on which decisions do, wherever it stands in a list.
func TestDecisionsThatRuleNothingAreLeftOut(t *testing.T) {
	first, last := on(t, "2026-01-01"), on(t, "2026-12-31")
	year := run(t, "2026-01-01", "2026-12-31")
	held := Decided{Kind: vocabulary.DecisionOnHold, First: on(t, "2026-04-01"), Last: on(t, "2026-04-30")}
	withdrawn := Decided{Kind: vocabulary.DecisionWithdrawn, First: on(t, "2026-11-05"), Last: day.Forever}
	none := []Decided{
		{Kind: vocabulary.DecisionGrace, First: day.Beginning, Last: day.Forever},
		{Kind: vocabulary.DecisionRenewalCancelled, First: on(t, "2026-06-01"), Last: day.Forever},
	}
	type answers struct {
		Rulings  []string
		LastFree []day.Day
		Until    []day.Day
		Without  []Interval
		RuledOut bool
		Turns    []day.Day
	}
	of := func(list Decisions) (a answers) {
		for _, at := range []string{"2026-03-01", "2026-04-15", "2026-06-15", "2026-12-01"} {
			ruling := "none"
			if r := list.On(on(t, at)); r != nil {
				ruling = string(*r)
			}
			a.Rulings = append(a.Rulings, ruling)
			a.Until = append(a.Until, list.FreeUntil(on(t, at), last))
			if free, is := list.LastFree(first, on(t, at)); is {
				a.LastFree = append(a.LastFree, free)
			}
		}
		p := PeriodFact{ID: 1, Interval: year, Decisions: list}
		a.Without, a.RuledOut, a.Turns = year.without(list), p.isRuledOut(), p.boundaries()
		return a
	}
	for name, list := range map[string]Decisions{"nothing": nil, "held": {held}, "both": {held, withdrawn}} {
		want := of(list)
		for place := range len(list) + 1 {
			if diff := cmp.Diff(want, of(slices.Insert(slices.Clone(list), place, none...))); diff != "" {
				t.Errorf("%s, with others at %d:\n%s", name, place, diff)
			}
		}
	}
	if got := of(Decisions{held}); got.Rulings[1] != string(vocabulary.DecisionOnHold) || len(got.Without) != 2 {
		t.Errorf("held: %+v", got)
	}
}
