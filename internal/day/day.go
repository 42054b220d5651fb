// Package day holds calendar days. A right begins and ends on days, not at instants: a day has no time zone, and the
// last day of an interval is inclusive.
package day

import (
	"errors"
	"fmt"
	"io"
	"time"
)

// Day counts calendar days since 1970-01-01, which is 0. Days before that are negative.
type Day int32

// Forever is stored for "without end" in columns that are sorted by day. It is later than every day that Parse
// accepts.
const Forever Day = 1<<31 - 1

// Latest is the last day that Parse accepts, 9999-12-31. A change refuses to record a later one, because no client
// could read or write it, and decides nothing about the days after it, on which nobody asks.
const Latest Day = 2932896

// Beginning is stored for "since a day that is not known" in columns that are compared by day. It is earlier than every
// day that Parse accepts.
const Beginning Day = -1 << 31

// ErrInvalid is returned for text that is not a calendar day.
var ErrInvalid = errors.New("not a calendar day (YYYY-MM-DD)")

const layout = "2006-01-02"

// Of returns the calendar day of t in the location of t.
func Of(t time.Time) Day {
	y, m, d := t.Date()
	return Date(y, m, d)
}

// Local returns the calendar day of t in the time zone of the process. Rights are judged on the days of this zone, so
// that every moment that is compared with the present day is turned into a day by it.
func Local(t time.Time) Day { return Of(t.Local()) }

// Date returns the day of a date of the proleptic Gregorian calendar. Values out of range are normalized as in
// time.Date.
func Date(year int, month time.Month, d int) Day {
	return Day(time.Date(year, month, d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// Parse reads YYYY-MM-DD with a year from 0001 to 9999. It returns ErrInvalid for anything else.
func Parse(s string) (Day, error) {
	t, err := time.Parse(layout, s)
	if err != nil || len(s) != len(layout) || t.Year() < 1 {
		if len(s) > 40 {
			s = s[:40] + "…"
		}
		return 0, fmt.Errorf("%w: %q", ErrInvalid, s)
	}
	return Of(t), nil
}

// Time returns midnight UTC at the beginning of the day.
func (d Day) Time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// InWords returns the day as sentences of the contract write it: 2 January 2006.
func (d Day) InWords() string { return d.Time().Format("2 January 2006") }

// String returns YYYY-MM-DD, "forever" or "beginning".
func (d Day) String() string {
	switch d {
	case Forever:
		return "forever"
	case Beginning:
		return "beginning"
	}
	return d.Time().Format(layout)
}

// AddMonths returns the same day of the month n months later, or the last day of that month if it is shorter.
func (d Day) AddMonths(n int) Day {
	t := d.Time()
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return Of(first) + Day(min(t.Day(), last)-1)
}

// MarshalGQL writes the Date scalar.
func (d Day) MarshalGQL(w io.Writer) {
	var buf [16]byte
	b := append(buf[:0], '"')
	b = d.Time().AppendFormat(b, layout)
	_, _ = w.Write(append(b, '"'))
}

// UnmarshalGQL reads the Date scalar. It returns ErrInvalid for anything that is not YYYY-MM-DD.
func (d *Day) UnmarshalGQL(v any) error {
	s, ok := v.(string)
	if !ok {
		return fmt.Errorf("%w: %v", ErrInvalid, v)
	}
	parsed, err := Parse(s)
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}
