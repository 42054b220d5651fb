package entitlement

import (
	"slices"

	"github.com/muniment/muniment/internal/day"
)

// Summary is what the periods of a line mean on one day: the amounts of the period in force, in base units, and
// indexed days for filters. A line stores its summary; Sweep updates it when a period begins or ends.
type Summary struct {
	Unlimited          bool
	Granted, Overdraft int64
	// StartsOn is the earliest first day; nil if no period has a known first day.
	StartsOn *day.Day
	// EndsOn is the latest last day, or day.Forever if a period has none or an unknown one.
	EndsOn day.Day
	// InForceUntil is the last day of the period in force: nil if there is none, day.Forever if that period has no end.
	InForceUntil *day.Day
	// NextStartsOn is the next day on which a period begins, after the day of the summary; nil if there is none.
	NextStartsOn *day.Day
}

// Summarize computes the summary of periods, in any order, on a day. StartsOn and EndsOn consider the periods without a
// decision, or all of them if each has one; the other fields consider only periods without a decision. A line without
// periods grants nothing and has no end.
func Summarize(periods []PeriodFact, on day.Day) Summary {
	facts := Facts{Periods: periods}
	s := Summary{EndsOn: day.Forever}
	s.StartsOn, s.EndsOn = extent(periods)
	for i := range periods {
		if p := &periods[i]; p.Decision == nil && p.First != nil && *p.First > on {
			s.NextStartsOn = earlier(s.NextStartsOn, *p.First)
		}
	}
	p := facts.InForce(on)
	if p == nil {
		return s
	}
	s.Unlimited, s.Overdraft = p.Unlimited, p.Overdraft
	if p.Quantity != nil {
		s.Granted = *p.Quantity
	}
	until := day.Forever
	if p.Last != nil {
		until = *p.Last
	}
	s.InForceUntil = &until
	return s
}

func extent(periods []PeriodFact) (*day.Day, day.Day) {
	ruledOut := true
	for i := range periods {
		ruledOut = ruledOut && periods[i].Decision != nil
	}
	var first, last *day.Day
	endless := len(periods) == 0
	for i := range periods {
		p := &periods[i]
		if p.Decision != nil && !ruledOut {
			continue
		}
		if p.First != nil {
			first = earlier(first, *p.First)
		}
		if p.Last == nil {
			endless = true
		} else if last == nil || *p.Last > *last {
			last = p.Last
		}
	}
	if endless {
		return first, day.Forever
	}
	return first, *last
}

// Perpetual reports whether one of the periods is perpetual: among those without a decision, or among all if each has one.
func Perpetual(periods []PeriodFact) bool {
	ruledOut := !slices.ContainsFunc(periods, func(p PeriodFact) bool { return p.Decision == nil })
	return slices.ContainsFunc(periods, func(p PeriodFact) bool { return p.Perpetual && (p.Decision == nil || ruledOut) })
}

func earlier(a *day.Day, b day.Day) *day.Day {
	if a != nil && *a <= b {
		return a
	}
	return &b
}

// Excess returns the part of used that is neither granted nor overdraft, in base units; 0 for an unlimited line.
func (s *Summary) Excess(used int64) int64 {
	if s.Unlimited || used <= s.Granted {
		return 0
	}
	return max(0, used-s.Granted-s.Overdraft)
}
