package day

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestTextRoundTrips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Day(rapid.Int32Range(-719162, 2932896).Draw(t, "day"))
		back, err := Parse(d.String())
		if err != nil || back != d {
			t.Fatalf("%d is %s, read as %d, %v", d, d, back, err)
		}
	})
}

func TestDaysDoNotShiftWithTheTimeZone(t *testing.T) {
	for _, offset := range []int{-11 * 3600, 0, 14 * 3600} {
		zone := time.FixedZone("there", offset)
		if got := Of(time.Date(2026, 11, 22, 23, 59, 59, 0, zone)); got.String() != "2026-11-22" {
			t.Errorf(`offset %d: %s, want "2026-11-22"`, offset, got)
		}
	}
}

func TestAddMonthsStaysInTheMonth(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{{"2024-01-31", 1, "2024-02-29"}, {"2023-01-31", 1, "2023-02-28"}, {"2024-02-29", 12, "2025-02-28"},
		{"2026-03-15", -3, "2025-12-15"}} {
		d, err := Parse(c.from)
		if err != nil {
			t.Fatal(err)
		}
		if got := d.AddMonths(c.n).String(); got != c.want {
			t.Errorf("%s + %d months = %s, want %s", c.from, c.n, got, c.want)
		}
	}
}

func TestTextThatIsNoDay(t *testing.T) {
	for _, s := range []string{"", "2026-02-30", "2026-2-3", "22.11.2026", "2026-11-22T00:00:00Z", "0000-01-01",
		"forever"} {
		if d, err := Parse(s); !errors.Is(err, ErrInvalid) {
			t.Errorf("Parse(%q) = %v, %v, want %v", s, d, err, ErrInvalid)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("2026-11-22")
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := Parse(s); err == nil && d.String() != s {
			t.Fatalf("%q became %s", s, d)
		}
	})
}
