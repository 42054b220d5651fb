// Package entitlement holds the rules of rights: headers, line items, periods, decisions and counts. See README.md.
package entitlement

import (
	"slices"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Interval is a run of days, both ends inclusive. A nil First means that it has not begun; a nil Last that it has no
// end, or none known yet.
type Interval struct {
	First, Last *day.Day
}

// Contains tells whether on is one of the days.
func (i Interval) Contains(on day.Day) bool {
	return i.First != nil && *i.First <= on && (i.Last == nil || on <= *i.Last)
}

// PeriodFact is what judging a period needs to know of it. Quantity and Overdraft are base units; a nil Quantity is
// not known. Recorded is when it was recorded. Renews is the period it follows, or 0. Successors are the intervals of
// other lines' periods that took this one's place by renewal or upgrade and that no decision rules out.
type PeriodFact struct {
	ID, Renews gid.ID
	Interval
	Recorded   clock.Instant
	Perpetual  bool
	Trial      bool
	Unlimited  bool
	Quantity   *int64
	Overdraft  int64
	Decision   *vocabulary.Decision
	Successors []Interval
}

// Contains tells whether the period is in force on a day by its days alone. A perpetual one without a first day always
// is.
func (p *PeriodFact) Contains(on day.Day) bool {
	return p.First == nil && p.Perpetual || p.Interval.Contains(on)
}

// Facts is what judging a line needs to know: the decisions in effect on its header and on itself, and its periods in
// any order.
type Facts struct {
	Header, Line *vocabulary.Decision
	Periods      []PeriodFact
}

// severity is the order of judgement among decisions: the first that applies decides.
var severity = []vocabulary.Decision{
	vocabulary.DecisionWithdrawn, vocabulary.DecisionDraft, vocabulary.DecisionTest, vocabulary.DecisionSuspended,
	vocabulary.DecisionOnHold,
}

// Ruling returns the decision that goes before the others, or nil where there is none.
func Ruling(decisions ...*vocabulary.Decision) *vocabulary.Decision {
	var first *vocabulary.Decision
	for _, d := range decisions {
		if d != nil && (first == nil || rank(d) < rank(first)) {
			first = d
		}
	}
	return first
}

func rank(d *vocabulary.Decision) int { return slices.Index(severity, *d) }

// Governing returns the period that speaks for the line on a day: the one in force; or else, of those that have ended,
// the one that started last; or else the next to begin; or else one that waits for its activation; or else, where a
// decision rules out every period, the one whose decision goes first. It returns nil only for a line without periods.
func (f *Facts) Governing(on day.Day) *PeriodFact {
	if p := f.InForce(on); p != nil {
		return p
	}
	undecided := func(p *PeriodFact) bool { return p.Decision == nil }
	ended := f.lastOf(func(p *PeriodFact) bool {
		return undecided(p) && (p.First == nil && p.Perpetual || p.First != nil && *p.First <= on)
	})
	if ended != nil {
		return ended
	}
	var first *day.Day
	for i := range f.Periods {
		if p := &f.Periods[i]; undecided(p) && p.First != nil {
			first = earlier(first, *p.First)
		}
	}
	if first != nil {
		return f.lastOf(func(p *PeriodFact) bool { return undecided(p) && p.First != nil && *p.First == *first })
	}
	if waiting := f.lastOf(undecided); waiting != nil {
		return waiting
	}
	return f.ruledOut()
}

// ruledOut returns, where a decision rules out every period, the one whose decision goes first.
func (f *Facts) ruledOut() *PeriodFact {
	worst := len(severity)
	for i := range f.Periods {
		worst = min(worst, rank(f.Periods[i].Decision))
	}
	return f.lastOf(func(p *PeriodFact) bool { return rank(p.Decision) == worst })
}

// Status judges the line on a day.
func (f *Facts) Status(on day.Day) vocabulary.Status {
	if d := Ruling(f.Header, f.Line); d != nil {
		return vocabulary.Status(*d)
	}
	p := f.Governing(on)
	if p == nil {
		return vocabulary.StatusAwaitingActivation
	}
	return f.PeriodStatus(p, on)
}

// Usable tells whether a right in this state can be used: it is ACTIVE or IN_GRACE.
func Usable(s vocabulary.Status) bool {
	return s == vocabulary.StatusActive || s == vocabulary.StatusInGrace
}

// PeriodStatus judges one of the line's periods on a day, with the decisions on header and line.
func (f *Facts) PeriodStatus(p *PeriodFact, on day.Day) vocabulary.Status {
	if d := Ruling(f.Header, f.Line, p.Decision); d != nil {
		return vocabulary.Status(*d)
	}
	switch {
	case p.First == nil && !p.Perpetual:
		return vocabulary.StatusAwaitingActivation
	case p.First != nil && *p.First > on:
		return vocabulary.StatusFuture
	case f.superseded(p, on):
		return vocabulary.StatusSuperseded
	case p.Last != nil && *p.Last < on:
		return vocabulary.StatusExpired
	}
	return vocabulary.StatusActive
}

// superseded tells whether another period has taken the place of p: a renewal in the same line that goes before it on
// the day, or a successor in another line.
func (f *Facts) superseded(p *PeriodFact, on day.Day) bool {
	for i := range f.Periods {
		q := &f.Periods[i]
		if q.Renews != 0 && q.Renews == p.ID && q.Decision == nil && q.Contains(on) &&
			compareFirst(p.First, q.First) <= 0 {
			return true
		}
	}
	return slices.ContainsFunc(p.Successors, func(s Interval) bool { return s.Contains(on) })
}

// DaysLeft counts the days from on, that day included, to the last day of the period in force and of those that
// follow it without a gap. It is 0 where no period is in force or a decision rules the line out. The second result is
// false where there is no last day.
func (f *Facts) DaysLeft(on day.Day) (int, bool) {
	if Ruling(f.Header, f.Line) != nil {
		return 0, true
	}
	p := f.InForce(on)
	if p == nil {
		return 0, true
	}
	last := on
	for p != nil {
		if p.Last == nil {
			return 0, false
		}
		last = max(last, *p.Last)
		p = f.InForce(last + 1)
	}
	return int(last-on) + 1, true
}

// Severity returns, as values for a statement, the decision itself and those that go before it in the order of
// judgement. The first result is nil for what is no decision.
func Severity(d vocabulary.Decision) (same, worse []any) {
	at := rank(&d)
	if at < 0 {
		return nil, nil
	}
	return values(severity[at : at+1]), values(severity[:at])
}
