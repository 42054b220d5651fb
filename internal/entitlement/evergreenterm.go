package entitlement

import (
	"slices"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
)

// EvergreenTerm is a term after which a line is renewed by itself, or would be if that were not cancelled.
type EvergreenTerm struct {
	// EndsOn is the last day of the term: the next one begins on the day after it.
	EndsOn day.Day
	// CancelUntil is the last day on which the renewal can surely be cancelled.
	CancelUntil day.Day
	// Cancelled says that the renewal is cancelled, so that the line ends on EndsOn.
	Cancelled bool
}

// Evergreen returns the term of the line, as of a day, after which it is renewed by itself: of those terms after which
// nothing is granted yet, the first that ends on the day or later. If the line has ended before the day, it is the term
// with which it ended, as long as the next one may still be written, or if its renewal was cancelled. It is nil if
// there is no such term. Whether the renewal will be refused, for instance because the part number is retired, is not
// asked.
func (f *Facts) Evergreen(on day.Day) *EvergreenTerm {
	if f.undatedTerm() != nil {
		return nil
	}
	_, end := extent(f.Periods)
	var next, last *EvergreenTerm
	for i := range f.Periods {
		term := f.evergreenTerm(&f.Periods[i], on)
		switch {
		case term == nil:
		case term.EndsOn < on:
			if term.EndsOn == end {
				last = term
			}
		case next == nil || term.EndsOn < next.EndsOn:
			next = term
		}
	}
	if next == nil {
		return last
	}
	return next
}

// evergreenTerm returns the term that ends with a period, if it is evergreen, nothing is granted after it, and it is
// renewed by itself unless that is cancelled; else nil.
func (f *Facts) evergreenTerm(p *PeriodFact, on day.Day) *EvergreenTerm {
	until := CancelUntil(p.CancelDays, p.First, p.Last, p.Amends != 0)
	if until == nil {
		return nil
	}
	last := *p.Last
	cancelled := f.Cancelled.until(p.RenewalDecided).cancel(last)
	if p.grantsNothing() || p.RenewsOn == nil && !cancelled || f.InForce(last) != p || f.InForce(last+1) != nil ||
		f.refuseAfter(last, on) != nil || f.isTakenOver(p) {
		return nil
	}
	return &EvergreenTerm{EndsOn: last, CancelUntil: *until, Cancelled: cancelled}
}

// until returns the decisions that were recorded up to a moment; all of them if it is nil. A cancellation that was
// recorded later than it was decided how a term is followed is about another term.
func (list Decisions) until(at *clock.Instant) Decisions {
	if at == nil {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), func(d Decided) bool { return d.Recorded > *at })
}

// isTakenOver tells whether another line took the place of the one that ends with a period.
func (f *Facts) isTakenOver(p *PeriodFact) bool {
	return f.successor(p.ID, func(s *succession) bool { return s.takesOver(*p.Last) }) != 0
}

// takesOver tells whether the period of the other line is in force after the last day of a line, or on it.
func (s *succession) takesOver(last day.Day) bool {
	return (&PeriodFact{Interval: s.days, Decisions: s.own}).takesOver(last)
}

// takesOver tells whether a period of another line is in force after the last day of a line, or on it.
func (p *PeriodFact) takesOver(last day.Day) bool {
	return !p.isRuledOut() && orForever(p.Last) >= last
}
