// Package entitlement has the rules of entitlements, line items, periods, decisions and amounts. See README.md.
package entitlement

import (
	"slices"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Interval is a range of days, both ends inclusive. A nil First means that it has not begun; a nil Last that its end is open or
// not known yet.
type Interval struct {
	First, Last *day.Day
}

// Contains reports whether on is one of the days.
func (i Interval) Contains(on day.Day) bool {
	return i.First != nil && *i.First <= on && (i.Last == nil || on <= *i.Last)
}

// PeriodFact is the part of a period that determines its status. Quantity and Overdraft are base units; a nil Quantity is
// unknown. Renews is the period that it renews, or 0. Successors are the intervals of periods of other lines that
// renew or upgrade this one and that no decision rules out.
type PeriodFact struct {
	ID, Renews gid.ID
	Interval
	Perpetual  bool
	Unlimited  bool
	Quantity   *int64
	Overdraft  int64
	Decision   *vocabulary.Decision
	Successors []Interval
}

// Contains reports whether the period contains a day, regardless of decisions. A perpetual period without a first day contains
// every day.
func (p *PeriodFact) Contains(on day.Day) bool {
	return p.First == nil && p.Perpetual || p.Interval.Contains(on)
}

// Facts is what determines the status of a line: the decisions on its entitlement (Header) and on itself, and its periods in
// any order.
type Facts struct {
	Header, Line *vocabulary.Decision
	Periods      []PeriodFact
}

// severity orders decisions: the first one that applies determines the status.
var severity = []vocabulary.Decision{
	vocabulary.DecisionWithdrawn, vocabulary.DecisionDraft, vocabulary.DecisionTest, vocabulary.DecisionSuspended,
	vocabulary.DecisionOnHold,
}

// Ruling returns the most severe of the decisions, or nil if there is none.
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

// compareStart orders periods by their first day, then by age; periods that await activation come last.
func compareStart(a, b *PeriodFact) int {
	switch {
	case a.First == nil && b.First == nil:
	case a.First == nil:
		return 1
	case b.First == nil:
		return -1
	case *a.First != *b.First:
		return int(*a.First) - int(*b.First)
	}
	if follows(a, b) {
		return 1
	}
	if follows(b, a) {
		return -1
	}
	switch {
	case a.ID < b.ID:
		return -1
	case a.ID > b.ID:
		return 1
	}
	return 0
}

func follows(a, b *PeriodFact) bool { return a.Renews != 0 && a.Renews == b.ID }

// InForce returns the period in force on a day: among the periods without a decision that contain the day, the one
// that starts last; of two that start together, the one that renews the other. It returns nil if there is none.
func (f *Facts) InForce(on day.Day) *PeriodFact {
	var best *PeriodFact
	for i := range f.Periods {
		p := &f.Periods[i]
		if p.Decision == nil && p.Contains(on) && (best == nil || compareStart(best, p) < 0) {
			best = p
		}
	}
	return best
}

// Governing returns the period that determines the status of the line on a day: the one in force; or else the ended
// one that started last; or else the next to begin; or else one that awaits activation; or else, if every period
// has a decision, the one with the most severe decision. It returns nil only for a line without periods.
func (f *Facts) Governing(on day.Day) *PeriodFact {
	if p := f.InForce(on); p != nil {
		return p
	}
	var ended, next, waiting, ruled *PeriodFact
	for i := range f.Periods {
		p := &f.Periods[i]
		switch {
		case p.Decision != nil:
			if ruled == nil || rank(p.Decision) < rank(ruled.Decision) ||
				rank(p.Decision) == rank(ruled.Decision) && compareStart(ruled, p) < 0 {
				ruled = p
			}
		case p.First == nil && !p.Perpetual:
			if waiting == nil || compareStart(p, waiting) < 0 {
				waiting = p
			}
		case p.First != nil && *p.First > on:
			if next == nil || compareStart(p, next) < 0 {
				next = p
			}
		default:
			if ended == nil || compareStart(ended, p) < 0 {
				ended = p
			}
		}
	}
	for _, p := range []*PeriodFact{ended, next, waiting} {
		if p != nil {
			return p
		}
	}
	return ruled
}

// Status returns the status of the line on a day.
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

// PeriodStatus returns the status of one of the line's periods on a day, given the decisions on entitlement and line.
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

func (f *Facts) superseded(p *PeriodFact, on day.Day) bool {
	for i := range f.Periods {
		if q := &f.Periods[i]; follows(q, p) && q.Decision == nil && q.Contains(on) {
			return true
		}
	}
	return slices.ContainsFunc(p.Successors, func(s Interval) bool { return s.Contains(on) })
}

// DaysLeft returns the number of days from on, inclusive, to the last day of the period in force and of those that
// follow it without a gap. It is 0 if no period is in force or a decision rules the line out. The second result is
// false if there is no last day.
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

// Severity returns, as values for a statement, the decision itself and the more severe ones. Both are nil if d is not a
// decision.
func Severity(d vocabulary.Decision) (same, worse []any) {
	at := rank(&d)
	if at < 0 {
		return nil, nil
	}
	return values(severity[at : at+1]), values(severity[:at])
}
