package stage

import (
	"database/sql/driver"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
)

// Row is one row of a query on the stage. The slice is valid until the next row; its texts stay valid.
type Row []driver.Value

// Null reports whether column i is null.
func (r Row) Null(i int) bool { return r[i] == nil }

// Int returns the whole number in column i, or 0.
func (r Row) Int(i int) int64 {
	n, _ := r[i].(int64)
	return n
}

// Text returns the text in column i, or "".
func (r Row) Text(i int) string {
	s, _ := r[i].(string)
	return s
}

// Bool reports whether column i is a number other than 0.
func (r Row) Bool(i int) bool { return r.Int(i) != 0 }

// Ref returns the reference in column i, or 0.
func (r Row) Ref(i int) Ref { return Ref(r.Int(i)) }

// Day returns the day in column i; it is not Valid if there is none.
func (r Row) Day(i int) Day {
	n, ok := r[i].(int64)
	return Day{V: day.Day(n), Valid: ok}
}

// Instant returns the instant in column i; it is not Valid if there is none.
func (r Row) Instant(i int) Instant {
	n, ok := r[i].(int64)
	return Instant{V: clock.Instant(n), Valid: ok}
}
