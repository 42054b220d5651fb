package entitlement

import (
	"math"

	"github.com/muniment/muniment/internal/day"
)

// Summary is what follows from the periods of a line on one day: the amounts of the period in force, in base units,
// and the days that filters use. It is stored in the line, and Sweep stores it again if it changes.
type Summary struct {
	Unlimited          bool
	Granted, Overdraft int64
	// StartsOn is the earliest first day; nil if no period has one.
	StartsOn *day.Day
	// EndsOn is the latest last day; day.Forever if a period has none, or if it is not known yet.
	EndsOn day.Day
	// InForceUntil is the last day of the period in force: nil if none is in force, day.Forever if it has no end.
	InForceUntil *day.Day
	// NextStartsOn is the first day, after that of the summary, on which a period begins; nil if none does.
	NextStartsOn *day.Day
}

// Summarize returns the summary of a line on a day; its periods may be in any order. StartsOn and EndsOn follow the
// periods without a decision, or all periods if each has one. The other fields follow the periods without a decision
// only. A line without periods grants nothing and has no end.
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

// extent returns the first and the last day of a line.
func extent(periods []PeriodFact) (*day.Day, day.Day) {
	var first *day.Day
	last := day.Day(math.MinInt32)
	for _, p := range countedPeriods(periods) {
		if p.First != nil {
			first = earlier(first, *p.First)
		}
		if p.Last == nil {
			last = day.Forever
		} else {
			last = max(last, *p.Last)
		}
	}
	if len(periods) == 0 {
		last = day.Forever
	}
	return first, last
}

func earlier(a *day.Day, b day.Day) *day.Day {
	if a != nil && *a <= b {
		return a
	}
	return &b
}

// Excess is what of used does not fit into a summary, in base units; an unlimited line has none.
func (s Summary) Excess(used int64) int64 {
	if s.Unlimited || used <= s.Granted {
		return 0
	}
	return max(0, used-s.Granted-s.Overdraft)
}
