package page

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/value"
)

// LastDayWithin is the condition that a column holds a last day from first to last, both included. Nil leaves a side
// open. What has no last day has day.Forever in the column, which is never within.
func LastDayWithin(column string, first, last *day.Day) *sql.Predicate {
	latest := day.Forever - 1
	if last != nil {
		latest = *last
	}
	if first == nil {
		return sql.LTE(column, int64(latest))
	}
	return sql.And(sql.GTE(column, int64(*first)), sql.LTE(column, int64(latest)))
}

// CheckDays returns BAD_RANGE if a range of days ends before it begins. Nil leaves a side open.
func CheckDays(field string, from, to *day.Day) error {
	if from == nil || to == nil || *from <= *to {
		return nil
	}
	return badRange(field, value.OfDay(*from), value.OfDay(*to))
}

// CheckMoments is CheckDays for moments.
func CheckMoments(field string, from, to *clock.Instant) error {
	if from == nil || to == nil || *from <= *to {
		return nil
	}
	return badRange(field, value.OfMoment(*from), value.OfMoment(*to))
}

func badRange(field string, from, to value.Value) error {
	return fault.New(fault.BadRange, field, "The range ends at {to}, before it begins at {from}.",
		"Give a value for to that is not before from.", fault.With("from", from), fault.With("to", to))
}
