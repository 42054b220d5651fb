package naive

import (
	"cmp"
	"slices"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/vocabulary"
)

// lineFacts is the data from which the status of a line item is computed, as far as the viewer sees it. The rules are
// written here a second time, from their description, and do not use those of the server.
type lineFacts struct {
	header, line *vocabulary.Decision
	periods      []period
	// lastCovered is the last day on which a coverage without a decision covers the line; nil if there is none.
	lastCovered *day.Day
	// coveredForever is true if a coverage without a decision has no end.
	coveredForever bool
}

// span is a range of days. first is nil if it has not begun, last if it has no end.
type span struct{ first, last *day.Day }

func (s span) has(on day.Day) bool {
	return s.first != nil && *s.first <= on && (s.last == nil || on <= *s.last)
}

// period is what is known of a period. quantity is nil if it is not known. successors are the days of the periods of
// other line items that replaced it.
type period struct {
	id, renews           int64
	days                 span
	recorded             clock.Instant
	perpetual, unlimited bool
	quantity             *int64
	overdraft            int64
	trial                bool
	decision             *vocabulary.Decision
	successors           []span
}

func (p period) started(on day.Day) bool {
	if p.days.first == nil {
		return p.perpetual
	}
	return *p.days.first <= on
}

func (p period) contains(on day.Day) bool {
	return p.started(on) && (p.days.last == nil || on <= *p.days.last)
}

// start is the first day as a number by which periods are sorted. One without a first day starts before all others.
func (p period) start() int64 {
	if p.days.first == nil {
		return -1 << 62
	}
	return int64(*p.days.first)
}

// lastOf returns the period that starts last. If several do, those that another of them renews are left out, and of
// the others it is the one that was recorded last.
func lastOf(list []period) *period {
	var last []period
	for _, p := range list {
		if !slices.ContainsFunc(list, func(q period) bool { return q.start() > p.start() }) {
			last = append(last, p)
		}
	}
	last = slices.DeleteFunc(slices.Clone(last), func(p period) bool {
		return slices.ContainsFunc(last, func(q period) bool { return q.renews == p.id })
	})
	if len(last) == 0 {
		return nil
	}
	best := slices.MaxFunc(last, func(p, q period) int {
		return cmp.Or(cmp.Compare(p.recorded, q.recorded), cmp.Compare(p.id, q.id))
	})
	return &best
}

// having returns the periods under no decision that meet a condition.
func (f *lineFacts) having(condition func(period) bool) (list []period) {
	for _, p := range f.periods {
		if p.decision == nil && condition(p) {
			list = append(list, p)
		}
	}
	return list
}

// inForce returns the period in force on a day; nil if there is none.
func (f *lineFacts) inForce(on day.Day) *period {
	return lastOf(f.having(func(p period) bool { return p.contains(on) }))
}

// governing returns the period by which a line item is judged on a day: the one in force, or the last one that ended,
// or the next one to start, or one without days, or one that a decision rules out.
func (f *lineFacts) governing(on day.Day) *period {
	if p := f.inForce(on); p != nil {
		return p
	}
	if p := lastOf(f.having(func(p period) bool { return p.started(on) })); p != nil {
		return p
	}
	coming := f.having(func(p period) bool { return p.days.first != nil })
	if len(coming) > 0 {
		next := slices.MinFunc(coming, func(p, q period) int { return cmp.Compare(p.start(), q.start()) }).start()
		return lastOf(slices.DeleteFunc(coming, func(p period) bool { return p.start() != next }))
	}
	if p := lastOf(f.having(func(period) bool { return true })); p != nil {
		return p
	}
	var worst *vocabulary.Decision
	for _, p := range f.periods {
		worst = moreSevere(worst, p.decision)
	}
	return lastOf(slices.DeleteFunc(slices.Clone(f.periods), func(p period) bool { return *p.decision != *worst }))
}

// moreSevere returns the decision that comes first in the order of judgement.
func moreSevere(decisions ...*vocabulary.Decision) *vocabulary.Decision {
	for _, d := range []vocabulary.Decision{"WITHDRAWN", "DRAFT", "TEST", "SUSPENDED", "ON_HOLD"} {
		for _, of := range decisions {
			if of != nil && *of == d {
				return of
			}
		}
	}
	return nil
}

// status judges the line item on a day.
func (f *lineFacts) status(on day.Day) vocabulary.Status {
	if d := moreSevere(f.header, f.line); d != nil {
		return vocabulary.Status(*d)
	}
	if p := f.governing(on); p != nil {
		return f.periodStatus(*p, on)
	}
	return "AWAITING_ACTIVATION"
}

// periodStatus judges one period of the line item on a day.
func (f *lineFacts) periodStatus(p period, on day.Day) vocabulary.Status {
	if d := moreSevere(f.header, f.line, p.decision); d != nil {
		return vocabulary.Status(*d)
	}
	renewed := slices.ContainsFunc(f.having(func(q period) bool { return q.contains(on) }),
		func(q period) bool { return q.renews == p.id && q.start() >= p.start() })
	switch {
	case p.days.first == nil && !p.perpetual:
		return "AWAITING_ACTIVATION"
	case !p.started(on):
		return "FUTURE"
	case renewed || slices.ContainsFunc(p.successors, func(s span) bool { return s.has(on) }):
		return "SUPERSEDED"
	case !p.contains(on):
		return "EXPIRED"
	}
	return "ACTIVE"
}

// usable tells whether the line item can be used on a day.
func (f *lineFacts) usable(on day.Day) bool {
	status := f.status(on)
	return status == "ACTIVE" || status == "IN_GRACE"
}

// daysLeft counts the days from a day to the first one on which no period is in force. The second result is false if
// there is none.
func (f *lineFacts) daysLeft(on day.Day) (int, bool) {
	if moreSevere(f.header, f.line) != nil {
		return 0, true
	}
	last := on
	for p := f.inForce(last); p != nil; p = f.inForce(last) {
		if p.days.last == nil {
			return 0, false
		}
		last = *p.days.last + 1
	}
	return int(last - on), true
}
