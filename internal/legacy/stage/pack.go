package stage

import (
	"bytes"
	"database/sql/driver"
	"slices"
	"strconv"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
)

// packed holds the values of a row that no query uses, each terminated by NUL, which no text contains.
// Numbers, days and instants are decimal; an empty value is empty.
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

// unpacker returns the packed values of one kind by name.
type unpacker struct {
	places map[string]int
	values [][]byte
}

func (e *encoder) unpacker() *unpacker {
	u := &unpacker{places: map[string]int{}, values: make([][]byte, len(e.packed))}
	for name, at := range e.places {
		if i := slices.Index(e.packed, at); i >= 0 {
			u.places[name] = i
		}
	}
	return u
}

// open splits the values of a row; they are valid until the next call.
func (u *unpacker) open(v driver.Value) {
	rest, _ := v.([]byte)
	for i := range u.values {
		end := max(bytes.IndexByte(rest, 0), 0)
		u.values[i] = rest[:end]
		rest = rest[min(end+1, len(rest)):]
	}
}

// get returns a packed value. It panics if name is not packed, which is a programming error in this package.
func (u *unpacker) get(name string) []byte {
	i, ok := u.places[name]
	if !ok {
		panic("stage: " + name + " is not packed")
	}
	return u.values[i]
}

func (u *unpacker) text(name string) string { return string(u.get(name)) }

func (u *unpacker) int(name string) (int64, bool) {
	n, err := strconv.ParseInt(string(u.get(name)), 10, 64)
	return n, err == nil
}

func (u *unpacker) number(name string) int64 {
	n, _ := u.int(name)
	return n
}

// flag returns a flag, or otherwise if it is empty.
func (u *unpacker) flag(name string, otherwise bool) bool {
	if n, ok := u.int(name); ok {
		return n != 0
	}
	return otherwise
}

func (u *unpacker) day(name string) Day {
	n, ok := u.int(name)
	return Day{V: day.Day(n), Valid: ok}
}

func (u *unpacker) instant(name string) Instant {
	n, ok := u.int(name)
	return Instant{V: clock.Instant(n), Valid: ok}
}
