package catalog

import (
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/vocabulary"
)

// LastDay returns the last day, inclusive, of a term that starts on a day: a year from 1 March ends on the last day of
// February. If the month in which it ends is too short for the day on which it started, it ends with that month, so
// that a month from 31 January ends on the last day of February.
func LastDay(first day.Day, length int, unit vocabulary.TermUnit) day.Day {
	switch unit {
	case vocabulary.TermUnitDays:
		return first + day.Day(length) - 1
	case vocabulary.TermUnitWeeks:
		return first + day.Day(7*length) - 1
	case vocabulary.TermUnitYears:
		length *= 12
	case vocabulary.TermUnitMonths:
	}
	next := first.AddMonths(length)
	if next.Time().Day() < first.Time().Day() {
		return next
	}
	return next - 1
}

// LengthOf returns how long a term is from a first to a last day, both inclusive: whole months if it ends as a term of
// so many months does, else days. It is the inverse of LastDay.
func LengthOf(first, last day.Day) (length int, unit vocabulary.TermUnit) {
	from, to := first.Time(), (last + 1).Time()
	months := 12*(to.Year()-from.Year()) + int(to.Month()) - int(from.Month())
	for _, n := range []int{months, months - 1} {
		if n > 0 && LastDay(first, n, vocabulary.TermUnitMonths) == last {
			return n, vocabulary.TermUnitMonths
		}
	}
	return int(last-first) + 1, vocabulary.TermUnitDays
}

// LongestTerm returns the length of the longest term that is counted in a unit, about a hundred years.
func LongestTerm(unit vocabulary.TermUnit) int {
	switch unit {
	case vocabulary.TermUnitWeeks:
		return 5_200
	case vocabulary.TermUnitMonths:
		return 1_200
	case vocabulary.TermUnitYears:
		return 100
	default:
		return maxDays
	}
}
