package naive

import (
	"cmp"
	"slices"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/vocabulary"
)

// lineFacts is the data from which the status of a line item is computed, as far as the viewer sees it. The rules are
// written here a second time, from their description, and do not use those of the server.
type lineFacts struct {
	header, line decisions
	periods      []period
	// lastCovered is the last day on which no decision holds about a coverage of the line; nil if there is none.
	lastCovered *day.Day
	// coveredForever is true if that day never comes and the coverage has no end.
	coveredForever bool
}

// graceOn returns the period after which the line item is in grace on a day; nil if it is not. Of the periods that have
// ended it can only be one that no other has outlasted.
func (f *lineFacts) graceOn(on day.Day) *period {
	if f.inForce(on) != nil {
		return nil
	}
	over := f.having(on, func(p period) bool {
		return p.days.first != nil && p.days.last != nil && *p.days.last < on
	})
	outlasted := func(p period) bool {
		return slices.ContainsFunc(over, func(q period) bool { return *q.days.last > *p.days.last })
	}
	p := lastOf(slices.DeleteFunc(slices.Clone(over), outlasted))
	if p == nil || p.trial || p.perpetual {
		return nil
	}
	since := int64(on - *p.days.last)
	granted := slices.ContainsFunc(f.line, func(d decided) bool {
		return d.kind == "GRACE" && d.first == *p.days.last+1 && on <= d.last
	})
	if since > p.graceDays && !granted {
		return nil
	}
	return p
}

// granting returns the period that says how much the line item grants on a day; nil if it grants nothing.
func (f *lineFacts) granting(on day.Day) *period {
	if p := f.inForce(on); p != nil {
		return p
	}
	return f.graceOn(on)
}

// measuring returns the period that says how much the line item grants, or granted, or will grant.
func (f *lineFacts) measuring(on day.Day) *period {
	if p := f.granting(on); p != nil {
		return p
	}
	return f.governing(on)
}

// decisions are what was decided about one object, or about several.
type decisions []decided

// decided is a decision and the days on which it holds, both inclusive.
type decided struct {
	kind        vocabulary.Decision
	first, last day.Day
}

// on returns the decision that holds on a day and comes first in the order of judgement; nil if none holds.
func (list decisions) on(on day.Day) *vocabulary.Decision {
	for _, kind := range []vocabulary.Decision{"WITHDRAWN", "DRAFT", "TEST", "SUSPENDED", "ON_HOLD"} {
		for _, d := range list {
			if d.kind == kind && d.first <= on && on <= d.last {
				return &kind
			}
		}
	}
	return nil
}

// lastFree returns the last day of a span on which no decision holds; false if there is none. Such a day is the last
// one of the span, or it is the day before a decision.
func (list decisions) lastFree(first, last day.Day) (day.Day, bool) {
	days := []day.Day{last}
	for _, d := range list {
		days = append(days, d.first-1)
	}
	days = slices.DeleteFunc(days, func(on day.Day) bool { return on < first || on > last || list.on(on) != nil })
	if len(days) == 0 {
		return 0, false
	}
	return slices.Max(days), true
}

// span is a range of days. first is nil if it has not begun, last if it has no end.
type span struct{ first, last *day.Day }

func (s span) has(on day.Day) bool {
	return s.first != nil && *s.first <= on && (s.last == nil || on <= *s.last)
}

// period is what is known of a period. quantity is nil if it is not known. successors are the periods of other line
// items that replaced it.
type period struct {
	id, renews, replaces int64
	days                 span
	ranked               int64
	perpetual, unlimited bool
	quantity             *int64
	overdraft            int64
	trial                bool
	graceDays            int64
	decisions            decisions
	successors           []replacement
}

// replacement is a period of another line item, with the decisions about it, its line item and its entitlement.
type replacement struct {
	days      span
	decisions decisions
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

// lastOf returns the period that starts last. If several do, those that another of them renews or replaces are left
// out, and of the others it is the one that ranks last.
func lastOf(list []period) *period {
	var last []period
	for _, p := range list {
		if !slices.ContainsFunc(list, func(q period) bool { return q.start() > p.start() }) {
			last = append(last, p)
		}
	}
	last = slices.DeleteFunc(slices.Clone(last), func(p period) bool {
		return slices.ContainsFunc(last, func(q period) bool { return q.renews == p.id || q.replaces == p.id })
	})
	if len(last) == 0 {
		return nil
	}
	best := slices.MaxFunc(last, func(p, q period) int {
		return cmp.Or(cmp.Compare(p.ranked, q.ranked), cmp.Compare(p.id, q.id))
	})
	return &best
}

// having returns the periods that are under no decision on a day and meet a condition.
func (f *lineFacts) having(on day.Day, condition func(period) bool) (list []period) {
	for _, p := range f.periods {
		if p.decisions.on(on) == nil && condition(p) {
			list = append(list, p)
		}
	}
	return list
}

// inForce returns the period in force on a day; nil if there is none.
func (f *lineFacts) inForce(on day.Day) *period {
	return lastOf(f.having(on, func(p period) bool { return p.contains(on) }))
}

// governing returns the period by which a line item is judged on a day: the one in force, or the last one that ended,
// or the next one to start, or one without days, or one that a decision rules out.
func (f *lineFacts) governing(on day.Day) *period {
	if p := f.inForce(on); p != nil {
		return p
	}
	if p := lastOf(f.having(on, func(p period) bool { return p.started(on) })); p != nil {
		return p
	}
	coming := f.having(on, func(p period) bool { return p.days.first != nil })
	if len(coming) > 0 {
		next := slices.MinFunc(coming, func(p, q period) int { return cmp.Compare(p.start(), q.start()) }).start()
		return lastOf(slices.DeleteFunc(coming, func(p period) bool { return p.start() != next }))
	}
	if p := lastOf(f.having(on, func(period) bool { return true })); p != nil {
		return p
	}
	var all decisions
	for _, p := range f.periods {
		all = append(all, p.decisions...)
	}
	worst := all.on(on)
	return lastOf(slices.DeleteFunc(slices.Clone(f.periods), func(p period) bool {
		return *p.decisions.on(on) != *worst
	}))
}

// status judges the line item on a day.
func (f *lineFacts) status(on day.Day) vocabulary.Status {
	if d := slices.Concat(f.header, f.line).on(on); d != nil {
		return vocabulary.Status(*d)
	}
	p := f.governing(on)
	if p == nil {
		return "AWAITING_ACTIVATION"
	}
	status := f.statusByDates(*p, on)
	if status == "EXPIRED" && f.graceOn(on) != nil {
		return "IN_GRACE"
	}
	return status
}

// periodStatus judges one period of the line item on a day.
func (f *lineFacts) periodStatus(p period, on day.Day) vocabulary.Status {
	status := f.statusByDates(p, on)
	if graced := f.graceOn(on); status == "EXPIRED" && graced != nil && graced.id == p.id {
		return "IN_GRACE"
	}
	return status
}

// statusByDates is periodStatus without regard to grace.
func (f *lineFacts) statusByDates(p period, on day.Day) vocabulary.Status {
	if d := slices.Concat(f.header, f.line, p.decisions).on(on); d != nil {
		return vocabulary.Status(*d)
	}
	renewed := slices.ContainsFunc(f.having(on, func(q period) bool { return q.contains(on) }),
		func(q period) bool { return q.renews == p.id && q.start() >= p.start() })
	switch {
	case p.days.first == nil && !p.perpetual:
		return "AWAITING_ACTIVATION"
	case !p.started(on):
		return "FUTURE"
	case renewed || slices.ContainsFunc(p.successors, func(r replacement) bool {
		return r.days.has(on) && r.decisions.on(on) == nil
	}):
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

// daysLeft counts the days from a day to the first one on which no period is in force, or a decision holds. The second
// result is false if there is none. Nothing changes but on the days on which a period or a decision begins or has
// ended.
func (f *lineFacts) daysLeft(on day.Day) (int, bool) {
	free := func(on day.Day) bool { return slices.Concat(f.header, f.line).on(on) == nil && f.inForce(on) != nil }
	if !free(on) {
		return 0, true
	}
	var changes []day.Day
	note := func(d day.Day) { changes = append(changes, d) }
	all := slices.Concat(f.header, f.line)
	for _, p := range f.periods {
		all = append(all, p.decisions...)
		if p.days.last != nil {
			note(*p.days.last + 1)
		}
		if p.days.first != nil {
			note(*p.days.first)
		}
	}
	for _, d := range all {
		note(d.first)
		if d.last != day.Forever {
			note(d.last + 1)
		}
	}
	slices.Sort(changes)
	for _, next := range changes {
		if next > on && !free(next) {
			return int(next - on), true
		}
	}
	return 0, false
}
