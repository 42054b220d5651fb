package catalog_test

import (
	"testing"

	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/vocabulary"
)

func TestLastDay(t *testing.T) {
	for _, test := range []struct {
		first  string
		length int
		unit   vocabulary.TermUnit
		want   string
	}{
		{"2026-03-01", 1, vocabulary.TermUnitYears, "2027-02-28"},
		{"2027-03-01", 1, vocabulary.TermUnitYears, "2028-02-29"},
		{"2024-02-29", 1, vocabulary.TermUnitYears, "2025-02-28"},
		{"2024-02-29", 4, vocabulary.TermUnitYears, "2028-02-28"},
		{"2026-01-31", 1, vocabulary.TermUnitMonths, "2026-02-28"},
		{"2026-01-28", 1, vocabulary.TermUnitMonths, "2026-02-27"},
		{"2026-11-15", 3, vocabulary.TermUnitMonths, "2027-02-14"},
		{"2026-12-31", 1, vocabulary.TermUnitDays, "2026-12-31"},
		{"2026-12-31", 2, vocabulary.TermUnitWeeks, "2027-01-13"},
	} {
		first, err := day.Parse(test.first)
		if err != nil {
			t.Fatal(err)
		}
		if got := catalog.LastDay(first, test.length, test.unit).String(); got != test.want {
			t.Errorf("%d %s from %s end on %s, want %s", test.length, test.unit, test.first, got, test.want)
		}
	}
}

// LengthOf is the inverse of LastDay: a term of so many months, found by its days, ends as it did.
func TestLengthOf(t *testing.T) {
	for _, test := range []struct {
		first, last string
		length      int
		unit        vocabulary.TermUnit
	}{
		{"2026-01-01", "2026-12-31", 12, vocabulary.TermUnitMonths},
		{"2027-03-01", "2028-02-29", 12, vocabulary.TermUnitMonths},
		{"2024-02-29", "2025-02-28", 12, vocabulary.TermUnitMonths},
		{"2026-01-31", "2026-02-28", 1, vocabulary.TermUnitMonths},
		{"2026-11-15", "2027-02-14", 3, vocabulary.TermUnitMonths},
		{"2026-12-31", "2026-12-31", 1, vocabulary.TermUnitDays},
		{"2026-02-01", "2026-02-27", 27, vocabulary.TermUnitDays},
		{"2026-01-01", "2027-01-01", 366, vocabulary.TermUnitDays},
	} {
		first, _ := day.Parse(test.first)
		last, _ := day.Parse(test.last)
		if length, unit := catalog.LengthOf(first, last); length != test.length || unit != test.unit {
			t.Errorf("from %s to %s: %d %s, want %d %s", test.first, test.last, length, unit, test.length, test.unit)
		}
	}
}
