package coverage

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/muniment/muniment/internal/day"
)

// lastOf is the last day of so many calendar months from a day on, by the calendar of the standard library: the day
// before the same day of the month, or the end of a month that is too short for that day.
func lastOf(first day.Day, months int) day.Day {
	t := first.Time()
	endOfMonth := time.Date(t.Year(), t.Month()+time.Month(months)+1, 0, 0, 0, 0, 0, time.UTC)
	if t.Day() > endOfMonth.Day() {
		return day.Of(endOfMonth)
	}
	return day.Of(time.Date(t.Year(), t.Month()+time.Month(months), t.Day()-1, 0, 0, 0, 0, time.UTC))
}

func TestASuccessorHasAsManyMonthsAsItsPredecessor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := day.Date(2020, 1, 1) + day.Day(rapid.IntRange(0, 20*366).Draw(t, "first"))
		months := rapid.IntRange(1, 60).Draw(t, "months")
		last := lastOf(first, months)
		start := last + 1 + day.Day(rapid.IntRange(0, 400).Draw(t, "gap"))
		if got, want := sameLength(first, last, start), lastOf(start, months); got != want {
			t.Fatalf("%s to %s has %d months; from %s: %s, want %s", first, last, months, start, got, want)
		}
	})
}

func TestLengthsAtTheEndsOfMonths(t *testing.T) {
	for _, c := range []struct{ first, last, start, want day.Day }{
		{day.Date(2024, 2, 29), day.Date(2025, 2, 28), day.Date(2025, 3, 1), day.Date(2026, 2, 28)},
		{day.Date(2023, 3, 1), day.Date(2024, 2, 29), day.Date(2024, 3, 1), day.Date(2025, 2, 28)},
		{day.Date(2026, 1, 31), day.Date(2026, 2, 28), day.Date(2026, 3, 1), day.Date(2026, 3, 31)},
		{day.Date(2026, 1, 30), day.Date(2026, 2, 28), day.Date(2026, 3, 1), day.Date(2026, 3, 31)},
		{day.Date(2026, 2, 28), day.Date(2027, 2, 27), day.Date(2027, 2, 28), day.Date(2028, 2, 27)},
		{day.Date(2026, 1, 1), day.Date(2026, 1, 10), day.Date(2026, 1, 11), day.Date(2026, 1, 20)},
	} {
		if got := sameLength(c.first, c.last, c.start); got != c.want {
			t.Errorf("as long as %s to %s from %s on: %s, want %s", c.first, c.last, c.start, got, c.want)
		}
	}
}
