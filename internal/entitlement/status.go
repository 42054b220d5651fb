// Package entitlement has the rules of entitlements: headers, line items, periods, decisions and counts. See
// README.md.
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

// Contains reports whether on is one of the days.
func (i Interval) Contains(on day.Day) bool {
	return i.First != nil && *i.First <= on && (i.Last == nil || on <= *i.Last)
}

// PeriodFact is what is needed to compute the status of a period. Quantity and Overdraft are in base units; a nil
// Quantity is not known. Recorded is when the period was recorded; only KnownAt reads it. Ranked decides between
// periods that start on the same day: the later one goes first. Renews is the id of the period that it renews, or 0;
// Amends that of the period whose terms it changed, or 0. Replaces is the id of the voided period in whose place it was
// recorded, or 0. Successors are the days on which periods of other lines, which replaced this one by renewal or
// upgrade, are under no decision.
type PeriodFact struct {
	ID, Renews, Replaces, Amends gid.ID
	Interval
	Recorded, Ranked clock.Instant
	Perpetual        bool
	Trial            bool
	Unlimited        bool
	Quantity         *int64
	Overdraft        int64
	// GraceDays is the number of days of grace that the terms give after Last.
	GraceDays int
	Decisions Decisions
	// Graces are the decisions of the kind GRACE about the line. Those that begin on the day after Last extend the
	// period.
	Graces     Decisions
	Successors []Interval
	// CancelDays, RenewsOn and RenewalDecided are those of the row of an evergreen period.
	CancelDays     *int
	RenewsOn       *day.Day
	RenewalDecided *clock.Instant
}

// Contains reports whether a day is in the period, whatever was decided. A perpetual period without a first day
// contains every day.
func (p *PeriodFact) Contains(on day.Day) bool {
	return p.First == nil && p.Perpetual || p.Interval.Contains(on)
}

// Facts is what is needed to compute the status of a line: the decisions on its header and on itself, and its periods
// in any order.
type Facts struct {
	Header, Line Decisions
	// Cancelled are the decisions of the kind RENEWAL_CANCELLED about the line.
	Cancelled Decisions
	Periods   []PeriodFact
	// successions are what the Successors of the periods come from.
	successions []*succession
}

// Governing returns the period that says how much the line grants or granted on a day: the one in force, or the one in
// whose days of grace the day is; or else that of judged. It returns nil only for a line without periods.
func (f *Facts) Governing(on day.Day) *PeriodFact {
	if p := f.Graced(on); p != nil {
		return p
	}
	return f.judged(on)
}

// judged returns the period from which the status of the line on a day is computed: the one in force; or else, of
// those that have ended, the one that started last; or else the next to begin; or else one that waits for its
// activation; or else, if every period is under a decision, the one with the most severe decision. It returns nil only
// for a line without periods.
func (f *Facts) judged(on day.Day) *PeriodFact {
	if p := f.InForce(on); p != nil {
		return p
	}
	undecided := func(p *PeriodFact) bool { return p.Decisions.On(on) == nil }
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
	return f.ruledOut(on)
}

// ruledOut returns, if a decision rules out every period on a day, the one whose decision goes first.
func (f *Facts) ruledOut(on day.Day) *PeriodFact {
	worst := len(severity)
	for i := range f.Periods {
		worst = min(worst, rank(*f.Periods[i].Decisions.On(on)))
	}
	return f.lastOf(func(p *PeriodFact) bool { return rank(*p.Decisions.On(on)) == worst })
}

// Status returns the status of the line on a day.
func (f *Facts) Status(on day.Day) vocabulary.Status {
	if d := Ruling(on, f.Header, f.Line); d != nil {
		return vocabulary.Status(*d)
	}
	p := f.judged(on)
	if p == nil {
		return vocabulary.StatusAwaitingActivation
	}
	status := f.withoutGrace(p, on)
	if status == vocabulary.StatusExpired && f.Graced(on) != nil {
		return vocabulary.StatusInGrace
	}
	return status
}

// PeriodStatus returns the status of one of the line's periods on a day, which includes decisions on header and line.
func (f *Facts) PeriodStatus(p *PeriodFact, on day.Day) vocabulary.Status {
	status := f.withoutGrace(p, on)
	if status == vocabulary.StatusExpired {
		if graced := f.Graced(on); graced != nil && graced.ID == p.ID {
			return vocabulary.StatusInGrace
		}
	}
	return status
}

// withoutGrace is PeriodStatus as if there were no grace.
func (f *Facts) withoutGrace(p *PeriodFact, on day.Day) vocabulary.Status {
	if d := Ruling(on, f.Header, f.Line, p.Decisions); d != nil {
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

// superseded reports whether another period has replaced p on a day: a renewal in the same line that comes after p in
// the order of periods, or a successor in another line.
func (f *Facts) superseded(p *PeriodFact, on day.Day) bool {
	for i := range f.Periods {
		q := &f.Periods[i]
		if q.Renews != 0 && q.Renews == p.ID && q.Decisions.On(on) == nil && q.Contains(on) &&
			compareFirst(p.First, q.First) <= 0 {
			return true
		}
	}
	return slices.ContainsFunc(p.Successors, func(s Interval) bool { return s.Contains(on) })
}

// DaysLeft counts the days from on, that day included, to the last one up to which the line can be used without a gap:
// a period is in force, and no decision on the line or its header holds. Days of grace do not count. It is 0 if no day
// counts.
// The second result is false if there is no last day.
func (f *Facts) DaysLeft(on day.Day) (int, bool) {
	for next := on; ; {
		until := f.usableUntil(next)
		switch {
		case until == nil:
			return int(next - on), true
		case *until == day.Forever:
			return 0, false
		}
		next = *until + 1
	}
}

// usableUntil returns the last day up to which the period in force on a day stays in force or ends, and no decision on
// the line or its header begins; nil if the line cannot be used on the day.
func (f *Facts) usableUntil(on day.Day) *day.Day {
	p := f.InForce(on)
	if p == nil || Ruling(on, f.Header, f.Line) != nil {
		return nil
	}
	until := slices.Concat(f.Header, f.Line, p.Decisions).FreeUntil(on, orForever(p.Last))
	return &until
}
