package page

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/value"
)

// LastDayWithin is the condition that the last day in a column is from first to last, both included. A nil bound
// leaves that side open. Rows without a last day have day.Forever in the column and never match.
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

// StartsWith is the condition that the text in a column starts with prefix. It is a range of byte order instead of
// LIKE: it needs no escaping, and an index serves it on both engines.
func StartsWith(column, prefix string) *sql.Predicate {
	return sql.And(sql.GTE(column, prefix), sql.LT(column, prefix+"\U0010FFFF"))
}

// CheckDays returns BAD_RANGE for a field if to is before from. A nil bound leaves that side open.
func CheckDays(field string, from, to *day.Day) error {
	if from == nil || to == nil || *from <= *to {
		return nil
	}
	return badRange(field, value.OfDay(*from), value.OfDay(*to))
}

// CheckMonths returns BAD_RANGE for a field if to is before from, and BAD_INPUT unless to is before the day so many
// months after from.
func CheckMonths(field string, from, to day.Day, most int) error {
	if err := CheckDays(field, &from, &to); err != nil {
		return err
	}
	if to < from.AddMonths(most) {
		return nil
	}
	return fault.New(fault.BadInput, field, "to must be before the day {max} months after from.",
		"Ask for a shorter range.", fault.WithNumber("max", most), fault.WithNumber("given", months(from, to)))
}

// months returns how many months after from the first day after to has come.
func months(from, to day.Day) int {
	a, b := from.Time(), to.Time()
	n := 12*(b.Year()-a.Year()) + int(b.Month()-a.Month())
	if to >= from.AddMonths(n) {
		n++
	}
	return n
}

// CheckMoments returns BAD_RANGE for a field if to is before from. A nil bound leaves that side open.
func CheckMoments(field string, from, to *clock.Instant) error {
	if from == nil || to == nil || *from <= *to {
		return nil
	}
	return badRange(field, value.OfMoment(*from), value.OfMoment(*to))
}

// CheckDayIsRead returns BAD_INPUT if a filter has a day, and none of the conditions that ask about it. remedy names
// them.
func CheckDayIsRead(on *day.Day, isRead bool, remedy string) error {
	if on == nil || isRead {
		return nil
	}
	return fault.New(fault.BadInput, "filter.on", "No other filter asks about this day.", remedy)
}

func badRange(field string, from, to value.Value) error {
	return fault.New(fault.BadRange, field, "The range ends at {to}, before it begins at {from}.",
		"Give an end that is not before the beginning.", fault.With("from", from), fault.With("to", to))
}
