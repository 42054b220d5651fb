package entitlement

import (
	"slices"

	"github.com/muniment/muniment/internal/day"
)

// ChangeDays returns the days on which decisions begin to hold, and those on which they no longer hold, in any order.
func (list Decisions) ChangeDays() []day.Day {
	var days []day.Day
	for _, d := range list {
		if d.First > d.Last || d.Last == day.Beginning { // it holds on no day that there is
			continue
		}
		if d.First != day.Beginning {
			days = append(days, d.First)
		}
		if d.Last != day.Forever {
			days = append(days, d.Last+1)
		}
	}
	return days
}

// ChangeDays returns the days on which the status of the line or its governing period may differ from those of the
// day before, in any order. On all other days they are the same as on the day before.
func (f *Facts) ChangeDays() []day.Day {
	days := slices.Concat(f.Header.ChangeDays(), f.Line.ChangeDays())
	for i := range f.Periods {
		p := &f.Periods[i]
		days = append(days, p.Interval.changeDays()...)
		days = append(days, p.Decisions.ChangeDays()...)
		if until := p.graceUntil(); until != nil && *until != day.Forever {
			days = append(days, *until+1)
		}
		for _, s := range p.Successors {
			days = append(days, s.changeDays()...)
		}
	}
	return days
}

// changeDays returns the first day of the interval, and the day after its last one.
func (i Interval) changeDays() []day.Day {
	var days []day.Day
	if i.First != nil {
		days = append(days, *i.First)
	}
	if i.Last != nil && *i.Last != day.Forever {
		days = append(days, *i.Last+1)
	}
	return days
}
