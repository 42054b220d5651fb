package entitlement

import (
	"testing"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

func on(t *testing.T, s string) day.Day {
	t.Helper()
	d, err := day.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func run(t *testing.T, first, last string) Interval {
	t.Helper()
	i := Interval{}
	if first != "" {
		d := on(t, first)
		i.First = &d
	}
	if last != "" {
		d := on(t, last)
		i.Last = &d
	}
	return i
}

func TestTheLastDayIsPartOfTheRight(t *testing.T) {
	f := Facts{Periods: []PeriodFact{{ID: 1, Interval: run(t, "2026-01-01", "2026-12-31")}}}
	for at, want := range map[string]vocabulary.Status{
		"2025-12-31": vocabulary.StatusFuture, "2026-01-01": vocabulary.StatusActive,
		"2026-12-31": vocabulary.StatusActive, "2027-01-01": vocabulary.StatusExpired,
	} {
		if got := f.Status(on(t, at)); got != want {
			t.Errorf("%s: %s, want %s", at, got, want)
		}
	}
	if left, ends := f.DaysLeft(on(t, "2026-12-31")); left != 1 || !ends {
		t.Errorf("on the last day %d days are left", left)
	}
}

func TestARenewalTakesOverOnItsFirstDay(t *testing.T) {
	f := Facts{Periods: []PeriodFact{
		{ID: 1, Interval: run(t, "2026-01-01", "2026-12-31")},
		{ID: 2, Renews: 1, Interval: run(t, "2026-12-01", "2027-11-30")},
	}}
	if p := f.InForce(on(t, "2026-11-30")); p == nil || p.ID != 1 {
		t.Errorf("the day before: %+v, want p != nil and ID = 1", p)
	}
	if p := f.InForce(on(t, "2026-12-01")); p == nil || p.ID != 2 {
		t.Errorf("its first day: %+v, want p != nil and ID = 2", p)
	}
	if got := f.PeriodStatus(&f.Periods[0], on(t, "2026-12-01")); got != vocabulary.StatusSuperseded {
		t.Errorf("the renewed period is %s", got)
	}
	if left, ends := f.DaysLeft(on(t, "2026-11-30")); left != 366 || !ends {
		t.Errorf("%d days are left over both periods, want 366", left)
	}
}

func TestPerpetualHasNoEnd(t *testing.T) {
	for name, p := range map[string]PeriodFact{
		"with a first day":    {ID: 1, Perpetual: true, Interval: run(t, "2020-01-01", "")},
		"without a first day": {ID: 1, Perpetual: true},
	} {
		f := Facts{Periods: []PeriodFact{p}}
		if got := f.Status(on(t, "2099-01-01")); got != vocabulary.StatusActive {
			t.Errorf("%s: %s, want %v", name, got, vocabulary.StatusActive)
		}
		if _, ends := f.DaysLeft(on(t, "2026-01-01")); ends {
			t.Errorf("%s: it ends", name)
		}
	}
}

func TestDecisionsGoBeforeDates(t *testing.T) {
	decide := func(kind vocabulary.Decision) Decisions {
		return Decisions{{Kind: kind, First: day.Beginning, Last: day.Forever}}
	}
	for _, c := range []struct {
		header, line, period Decisions
		want                 vocabulary.Status
	}{
		{nil, nil, nil, vocabulary.StatusActive},
		{nil, nil, decide(vocabulary.DecisionSuspended), vocabulary.StatusSuspended},
		{decide(vocabulary.DecisionOnHold), nil, decide(vocabulary.DecisionTest), vocabulary.StatusOnHold},
		{decide(vocabulary.DecisionDraft), decide(vocabulary.DecisionWithdrawn), nil, vocabulary.StatusWithdrawn},
	} {
		f := Facts{Header: c.header, Line: c.line,
			Periods: []PeriodFact{{ID: 1, Decisions: c.period, Interval: run(t, "2026-01-01", "2026-12-31")}}}
		if got := f.Status(on(t, "2026-06-01")); got != c.want {
			t.Errorf("%v: %s, want %v", c, got, c.want)
		}
	}
}

// A decision holds from its first to its last day, both inclusive, and changes no other day. A right that was withdrawn
// in November was in force in March.
func TestADecisionHoldsOnItsDays(t *testing.T) {
	days := func(kind vocabulary.Decision, first, last string) Decided {
		d := Decided{Kind: kind, First: on(t, first), Last: day.Forever}
		if last != "" {
			d.Last = on(t, last)
		}
		return d
	}
	year := run(t, "2026-01-01", "2026-12-31")
	for name, c := range map[string]struct {
		facts Facts
		want  map[string]vocabulary.Status
		left  int // days left on 1 March
	}{
		"a line withdrawn in November": {
			Facts{Line: Decisions{days(vocabulary.DecisionWithdrawn, "2026-11-05", "")},
				Periods: []PeriodFact{{ID: 1, Interval: year}}},
			map[string]vocabulary.Status{"2026-03-01": vocabulary.StatusActive, "2026-11-04": vocabulary.StatusActive,
				"2026-11-05": vocabulary.StatusWithdrawn, "2027-02-01": vocabulary.StatusWithdrawn},
			249,
		},
		"a header held in April, and withdrawn in the middle of it": {
			Facts{Header: Decisions{days(vocabulary.DecisionOnHold, "2026-04-01", "2026-04-30"),
				days(vocabulary.DecisionWithdrawn, "2026-04-15", "2026-04-20")},
				Periods: []PeriodFact{{ID: 1, Interval: year}}},
			map[string]vocabulary.Status{"2026-03-31": vocabulary.StatusActive, "2026-04-01": vocabulary.StatusOnHold,
				"2026-04-15": vocabulary.StatusWithdrawn, "2026-04-20": vocabulary.StatusWithdrawn,
				"2026-04-30": vocabulary.StatusOnHold, "2026-05-01": vocabulary.StatusActive},
			31,
		},
		"an amendment that was taken back for a week": {
			Facts{Periods: []PeriodFact{{ID: 1, Interval: run(t, "2026-01-01", "2026-06-30")},
				{ID: 2, Interval: run(t, "2026-07-01", "2026-12-31"),
					Decisions: Decisions{days(vocabulary.DecisionWithdrawn, "2026-07-10", "2026-07-16")}}}},
			map[string]vocabulary.Status{"2026-07-09": vocabulary.StatusActive, "2026-07-10": vocabulary.StatusExpired,
				"2026-07-16": vocabulary.StatusExpired, "2026-07-17": vocabulary.StatusActive},
			131,
		},
		"one that holds on no day": {
			Facts{Line: Decisions{{Kind: vocabulary.DecisionWithdrawn, First: on(t, "2026-05-01"),
				Last: on(t, "2026-04-30")}},
				Periods: []PeriodFact{{ID: 1, Interval: year}}},
			map[string]vocabulary.Status{"2026-04-30": vocabulary.StatusActive, "2026-05-01": vocabulary.StatusActive},
			306,
		},
	} {
		for at, want := range c.want {
			if got := c.facts.Status(on(t, at)); got != want {
				t.Errorf("%s, on %s: %s, want %s", name, at, got, want)
			}
		}
		if left, ends := c.facts.DaysLeft(on(t, "2026-03-01")); left != c.left || !ends {
			t.Errorf("%s: %d days are left, want %d", name, left, c.left)
		}
	}
}

func TestWhatWaitsHasNotBegun(t *testing.T) {
	f := Facts{Periods: []PeriodFact{{ID: gid.ID(1)}}}
	if got := f.Status(on(t, "2026-06-01")); got != vocabulary.StatusAwaitingActivation {
		t.Errorf("%s, want %v", got, vocabulary.StatusAwaitingActivation)
	}
	if left, ends := f.DaysLeft(on(t, "2026-06-01")); left != 0 || !ends {
		t.Errorf("%d days left", left)
	}
}

// Of two periods that start together, the renewal is in force, whatever was recorded first. An amendment that was
// recorded after both goes before it.
func TestARenewalGoesBeforeWhatItRenews(t *testing.T) {
	f := Facts{Periods: []PeriodFact{
		{ID: 2, Ranked: 9, Interval: run(t, "2026-01-01", "2026-12-31")},
		{ID: 1, Ranked: 5, Renews: 2, Interval: run(t, "2026-01-01", "2027-12-31")},
	}}
	day := on(t, "2026-06-01")
	if p := f.InForce(day); p == nil || p.ID != 1 {
		t.Errorf("in force is %+v", p)
	}
	if got := f.PeriodStatus(&f.Periods[0], day); got != vocabulary.StatusSuperseded {
		t.Errorf("the renewed period is %s", got)
	}
	f.Periods = append(f.Periods, PeriodFact{ID: 3, Ranked: 7, Interval: run(t, "2026-01-01", "2026-12-31")})
	if p := f.InForce(day); p == nil || p.ID != 3 {
		t.Errorf("with an amendment, in force is %+v", p)
	}
}

// In a gap the line is EXPIRED, and the period that ended speaks for it; before the first period the next one does.
func TestThePeriodThatEndedSpeaksForALineInAGap(t *testing.T) {
	f := Facts{Periods: []PeriodFact{
		{ID: 1, Interval: run(t, "2026-01-01", "2026-03-31")}, {ID: 2, Interval: run(t, "2026-07-01", "2026-12-31")},
	}}
	for at, want := range map[string]gid.ID{"2025-12-31": 1, "2026-05-01": 1, "2026-07-01": 2, "2027-01-01": 2} {
		if p := f.Governing(on(t, at)); p == nil || p.ID != want {
			t.Errorf("%s: %+v, want %d", at, p, want)
		}
	}
	if got := f.Status(on(t, "2026-05-01")); got != vocabulary.StatusExpired {
		t.Errorf("in the gap: %s, want %v", got, vocabulary.StatusExpired)
	}
}
