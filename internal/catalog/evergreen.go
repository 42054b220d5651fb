package catalog

import (
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Rights under a part number with cancel days are evergreen: they are renewed by themselves, unless the renewal is
// cancelled so many days before the last one of the term at the latest.

// CancelUntil returns the last day, inclusive, on which the renewal of an evergreen term can be cancelled: so many days
// before its last one, but not before its first, because a term that an order ends early may be shorter.
func CancelUntil(first, last day.Day, cancelDays int) day.Day {
	return max(first, last-day.Day(cancelDays))
}

// evergreen checks the days before the end until which renewals of an evergreen part number can be cancelled.
func (r *refusals) evergreen(p *partNumber) {
	if p.CancelDays == nil {
		return
	}
	const field = "input.cancelDays"
	r.number(field, *p.CancelDays, 1, maxCancelDays)
	switch {
	case p.Term == nil || *p.Term != vocabulary.TermSubscription || p.TermLength == nil || p.TermUnit == nil:
		r.add(badInput(field, "Only a subscription with a length is renewed by itself.",
			"Give the term SUBSCRIPTION with its length, or leave cancelDays out."))
	case p.StartRule != nil && *p.StartRule == vocabulary.StartRuleEachActivation:
		r.add(badInput(field, "Each copy of the right ends on its own day, so that it is not renewed by itself.",
			"Give another start rule, or leave cancelDays out."))
	default:
		// A length that is out of bounds is refused already.
		if n := *p.TermLength; n >= 1 && n <= LongestTerm(*p.TermUnit) {
			if days := shortest(n, *p.TermUnit); *p.CancelDays >= days {
				r.add(badInput(field, "A term of this length may have only {days} days, so that its renewal could "+
					"not be cancelled on any of them.", "Give less than {days} days.",
					fault.WithNumber("days", int64(days))))
			}
		}
	}
}

// maxCancelDays is the largest number of cancel days.
const maxCancelDays = 3650

// shortest returns how many days the shortest term of a length has, whenever it starts. It tries each first
// day of the years 2096 to 2100, because the year 2100 has no leap day, and so none of the years 2097 to 2103 has one.
func shortest(length int, unit vocabulary.TermUnit) int {
	first := day.Date(2096, 1, 1)
	days := int(LastDay(first, length, unit)-first) + 1
	for end := day.Date(2101, 1, 1); first < end; first++ {
		days = min(days, int(LastDay(first, length, unit)-first)+1)
	}
	return days
}
