package entitlement

import (
	"github.com/muniment/muniment/internal/day"
)

// Summary is what follows from the periods of a line on one day: the amounts of the period in force or in grace, in
// base units, and the days that filters use. It is stored in the line, and Sweep stores it again if it changes.
type Summary struct {
	Unlimited          bool
	Granted, Overdraft int64
	// Graced says that no period is in force, and the amounts are those of grace.
	Graced bool
	// StartsOn is the earliest first day; nil if no period has one.
	StartsOn *day.Day
	// EndsOn is the latest last day on which no decision holds about its period; day.Forever if a period has none, or
	// if it is not known yet.
	EndsOn day.Day
	// InForceUntil is the last day of the period in force, or the last day of grace: nil if nothing is in force or in
	// grace, day.Forever if it has no end.
	InForceUntil *day.Day
	// NextStartsOn is the first day, after that of the summary, on which a period begins, or on which a decision about
	// a period begins to hold or no longer holds; nil if there is none.
	NextStartsOn *day.Day
	// GraceUntil is the last day of grace of any of the periods, past or to come; nil if none has grace.
	GraceUntil *day.Day
}

// Summarize returns the summary of a line on a day; its periods may be in any order. StartsOn and EndsOn follow the
// periods that countedPeriods returns. The amounts and InForceUntil follow the period in force on the day, or else the
// one in whose days of grace it is. A line without periods grants nothing and has no end.
func Summarize(periods []PeriodFact, on day.Day) Summary {
	facts := Facts{Periods: periods}
	s := Summary{EndsOn: day.Forever, GraceUntil: lastGrace(periods)}
	s.StartsOn, s.EndsOn = extent(periods)
	for i := range periods {
		for _, boundary := range periods[i].boundaries() {
			if boundary > on {
				s.NextStartsOn = earlier(s.NextStartsOn, boundary)
			}
		}
	}
	p, until := facts.InForce(on), day.Forever
	if p == nil {
		if p = facts.Graced(on); p == nil {
			return s
		}
		until, s.Graced = *p.graceUntil(), true
	} else if p.Last != nil {
		until = *p.Last
	}
	s.Unlimited, s.Overdraft = p.Unlimited, p.Overdraft
	if p.Quantity != nil {
		s.Granted = *p.Quantity
	}
	s.InForceUntil = &until
	return s
}

// boundaries returns the days on which the period begins to grant something, or to grant something else, unless it
// ends: its first day, if it is not under a decision then, and the days on which decisions begin or have ended.
func (p *PeriodFact) boundaries() []day.Day {
	var days []day.Day
	if p.First != nil && p.Decisions.On(*p.First) == nil {
		days = append(days, *p.First)
	}
	for _, d := range p.Decisions {
		if d.rules() && d.First <= d.Last {
			days = append(days, d.First)
			if d.Last != day.Forever {
				days = append(days, d.Last+1)
			}
		}
	}
	return days
}

// extent returns the first and the last day of a line.
func extent(periods []PeriodFact) (*day.Day, day.Day) {
	var first *day.Day
	last := day.Beginning
	for _, p := range countedPeriods(periods) {
		if p.First != nil {
			first = earlier(first, *p.First)
		}
		last = max(last, p.lastCounted())
	}
	if len(periods) == 0 {
		last = day.Forever
	}
	return first, last
}

// lastCounted returns the last day of a period on which no decision about it holds, or its last day if there is none;
// day.Forever if it has no end, or if it is not known yet.
func (p *PeriodFact) lastCounted() day.Day {
	if until, free := p.Decisions.LastFree(orBeginning(p.First), orForever(p.Last)); free {
		return until
	}
	return orForever(p.Last)
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
