package stage

import (
	"bytes"
	"database/sql/driver"
	"strconv"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
)

// packed is the values of a row that no query asks for, each ended by the character NUL, which no text holds.
// Numbers, days and instants are decimal; empty is empty.
type packed []byte

func (p packed) add(v driver.Value) packed {
	switch v := v.(type) {
	case int64:
		p = strconv.AppendInt(p, v, 10)
	case string:
		p = append(p, v...)
	}
	return append(p, 0)
}

// unpacker reads packed values one after the other.
type unpacker struct{ rest []byte }

func (r Row) unpack(i int) unpacker {
	b, _ := r[i].([]byte)
	return unpacker{b}
}

func (u *unpacker) next() []byte {
	i := bytes.IndexByte(u.rest, 0)
	if i < 0 {
		return nil
	}
	v := u.rest[:i]
	u.rest = u.rest[i+1:]
	return v
}

func (u *unpacker) text() string { return string(u.next()) }

func (u *unpacker) int() (int64, bool) {
	v := u.next()
	if len(v) == 0 {
		return 0, false
	}
	n, err := strconv.ParseInt(string(v), 10, 64)
	return n, err == nil
}

func (u *unpacker) number() int64 {
	n, _ := u.int()
	return n
}

func (u *unpacker) bool() bool { return u.number() != 0 }

func (u *unpacker) day() Day {
	n, ok := u.int()
	return Day{V: day.Day(n), Valid: ok}
}

func (u *unpacker) instant() Instant {
	n, ok := u.int()
	return Instant{V: clock.Instant(n), Valid: ok}
}

// skip passes over n values.
func (u *unpacker) skip(n int) {
	for range n {
		u.next()
	}
}
