package entitlement

import (
	"math"
	"testing"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

func fixed(id gid.ID, first, last day.Day, quantity int64) PeriodFact {
	return PeriodFact{ID: id, Interval: Interval{First: &first, Last: &last}, Quantity: &quantity}
}

func TestSummaryFollowsThePeriodInForce(t *testing.T) {
	a, b := fixed(1, 100, 199, 10), fixed(2, 200, 299, 25)
	b.Renews = 1
	for _, c := range []struct {
		on      day.Day
		granted int64
		until   day.Day // 0: none in force
		next    day.Day // 0: none
	}{{99, 0, 0, 100}, {100, 10, 199, 200}, {199, 10, 199, 200}, {200, 25, 299, 0}, {299, 25, 299, 0},
		{300, 0, 0, 0}} {
		s := Summarize([]PeriodFact{b, a}, c.on)
		if s.Granted != c.granted || dayOrZero(s.InForceUntil) != c.until || dayOrZero(s.NextStartsOn) != c.next ||
			dayOrZero(s.StartsOn) != 100 || s.EndsOn != 299 {
			t.Errorf("on %d: %+v, want Granted = %v, value = %v, value = %v, value = 100 and EndsOn = 299", c.on, s,
				c.granted, c.until, c.next)
		}
	}
}

func dayOrZero(d *day.Day) day.Day {
	if d == nil {
		return 0
	}
	return *d
}

func TestADecisionTakesAPeriodOut(t *testing.T) {
	withdrawn := Decisions{{Kind: vocabulary.DecisionWithdrawn, First: day.Beginning, Last: day.Forever}}
	a, b := fixed(1, 100, 199, 10), fixed(2, 200, 299, 25)
	b.Decisions = withdrawn
	if s := Summarize([]PeriodFact{a, b}, 150); s.EndsOn != 199 || s.NextStartsOn != nil || s.Granted != 10 {
		t.Errorf("one of two ruled out: %+v", s)
	}
	a.Decisions = withdrawn
	if s := Summarize([]PeriodFact{a, b}, 150); s.EndsOn != 299 || *s.StartsOn != 100 || s.Granted != 0 ||
		s.InForceUntil != nil {
		t.Errorf("both ruled out: %+v, want EndsOn = 299, StartsOn = 100, Granted = 0 and InForceUntil = nil", s)
	}
}

// A decision that begins or ends later is a day on which the line must be settled again.
func TestADecisionOnAPeriodSettlesTheLineWhenItBeginsAndEnds(t *testing.T) {
	a, b := fixed(1, 100, 399, 10), fixed(2, 200, 299, 25)
	b.Decisions = Decisions{{Kind: vocabulary.DecisionWithdrawn, First: 220, Last: 239}}
	for _, c := range []struct {
		on            day.Day
		granted       int64
		until, change day.Day
	}{{150, 10, 399, 200}, {200, 25, 299, 220}, {220, 10, 399, 240}, {239, 10, 399, 240}, {240, 25, 299, 0}} {
		s := Summarize([]PeriodFact{a, b}, c.on)
		if s.Granted != c.granted || dayOrZero(s.InForceUntil) != c.until || dayOrZero(s.NextStartsOn) != c.change {
			t.Errorf("on %d: %+v, want Granted = %d, InForceUntil = %d and NextStartsOn = %d", c.on, s, c.granted,
				c.until, c.change)
		}
	}
	b.Decisions[0].Last = day.Forever
	if s := Summarize([]PeriodFact{b}, 210); s.EndsOn != 219 {
		t.Errorf("withdrawn from day 220 on, the line ends on %d", s.EndsOn)
	}
}

func TestWithoutEndAndWithoutBeginning(t *testing.T) {
	forever := PeriodFact{ID: 1, Perpetual: true, Quantity: new(int64), Unlimited: true}
	if s := Summarize([]PeriodFact{forever}, 5); *s.InForceUntil != day.Forever || s.EndsOn != day.Forever ||
		!s.Unlimited {
		t.Errorf("perpetual: %+v, want InForceUntil = %v, EndsOn = %v and Unlimited = true", s, day.Forever,
			day.Forever)
	}
	waiting := PeriodFact{ID: 1, Quantity: new(int64)}
	if s := Summarize([]PeriodFact{waiting}, 5); s.InForceUntil != nil || s.EndsOn != day.Forever ||
		s.StartsOn != nil {
		t.Errorf("waits for its activation: %+v, want InForceUntil = nil, EndsOn = %v and StartsOn = nil", s,
			day.Forever)
	}
	if s := Summarize(nil, 5); s.EndsOn != day.Forever || s.Granted != 0 {
		t.Errorf("no periods: %+v", s)
	}
}

func TestExcess(t *testing.T) {
	s := Summary{Granted: 10, Overdraft: 3}
	for used, want := range map[int64]int64{0: 0, 10: 0, 13: 0, 14: 1, 100: 87} {
		if got := s.Excess(used); got != want {
			t.Errorf("Excess(%d) = %d, want %d", used, got, want)
		}
	}
	s.Overdraft = math.MaxInt64
	if got := s.Excess(math.MaxInt64); got != 0 {
		t.Errorf("Excess at the end of the numbers = %d", got)
	}
	if s.Unlimited = true; s.Excess(1000) != 0 {
		t.Error("an unlimited line has no excess")
	}
}

func TestALineIsPerpetualByThePeriodsThatCount(t *testing.T) {
	held := Decisions{{Kind: vocabulary.DecisionOnHold, First: day.Beginning, Last: day.Forever}}
	endless, ended, waiting := PeriodFact{Perpetual: true},
		PeriodFact{Interval: Interval{First: new(day.Day), Last: new(day.Day)}}, PeriodFact{}
	heldEndless := PeriodFact{Perpetual: true, Decisions: held}
	for name, c := range map[string]struct {
		periods []PeriodFact
		want    bool
	}{
		"no period": {nil, false}, "one without end": {[]PeriodFact{ended, endless}, true},
		"one that ends":             {[]PeriodFact{ended}, false},
		"one that has not begun":    {[]PeriodFact{waiting}, false},
		"a held one beside another": {[]PeriodFact{heldEndless, ended}, false},
		"held ones alone":           {[]PeriodFact{heldEndless}, true},
	} {
		if got := Perpetual(c.periods); got != c.want {
			t.Errorf("%s: %t, want %v", name, got, c.want)
		}
	}
}
