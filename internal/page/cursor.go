package page

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"strings"
	"unicode/utf8"
)

// cursor is the position of a row in an order: the values of the order's columns and the id. Values are int64 or
// string.
type cursor struct{ values []any }

var errCursor = errors.New("not a cursor of this list")

const (
	wholeNumber = 'n'
	letters     = 's'
	maxCursor   = 2048
)

// seal returns a hash of order and binding. Cursors contain it, so that a cursor of another list is refused. It
// detects mistakes, not attacks: with a forged cursor a client still reads only rows in its scope.
func (r Request) seal() uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(r.Order.Name))
	direction := byte('+')
	if r.Order.Descending {
		direction = '-'
	}
	_, _ = h.Write([]byte{0, direction, 0})
	_, _ = h.Write([]byte(r.Binding))
	return h.Sum64()
}

func formatCursor(seal uint64, values []any) string {
	b := binary.BigEndian.AppendUint64(make([]byte, 0, 48), seal)
	for _, v := range values {
		switch v := v.(type) {
		case int64:
			b = binary.AppendVarint(append(b, wholeNumber), v)
		case string:
			b = binary.AppendUvarint(append(b, letters), uint64(len(v)))
			b = append(b, v...)
		default:
			panic(fmt.Sprintf("a list is ordered by a column of another type than numbers and texts: %T", v))
		}
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

// parseCursor reads a cursor of a list that has the seal, with n values.
func parseCursor(text string, seal uint64, n int) (*cursor, error) {
	c, sealed, err := cursorOf(text)
	if err != nil || sealed != seal || len(c.values) != n {
		return nil, errCursor
	}
	return c, nil
}

// cursorOf reads a cursor of any list, and returns its seal.
func cursorOf(text string) (c *cursor, seal uint64, err error) {
	if len(text) > maxCursor {
		return nil, 0, errCursor
	}
	b, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil || len(b) < 8 {
		return nil, 0, errCursor
	}
	c, seal = &cursor{}, binary.BigEndian.Uint64(b)
	for b = b[8:]; len(b) > 0; {
		kind := b[0]
		switch b = b[1:]; kind {
		case wholeNumber:
			v, size := binary.Varint(b)
			if size <= 0 {
				return nil, 0, errCursor
			}
			c.values, b = append(c.values, v), b[size:]
		case letters:
			length, size := binary.Uvarint(b)
			if size <= 0 || length > uint64(len(b)-size) {
				return nil, 0, errCursor
			}
			c.values, b = append(c.values, string(b[size:size+int(length)])), b[size+int(length):]
		default:
			return nil, 0, errCursor
		}
	}
	return c, seal, nil
}

// fits reports whether the values are valid for the columns of the order and the id. A cursor may be forged, and
// PostgreSQL fails if it compares a column with a value of another type or out of its range.
func (c *cursor) fits(t *Table, o Order) bool {
	for i, value := range c.values {
		column := t.Column(idColumn)
		if i < len(o.Columns) {
			column = t.Column(o.Columns[i])
		}
		switch v := value.(type) {
		case int64:
			if column.Text || v < column.Least || v > column.Most {
				return false
			}
		case string:
			if !column.Text || !utf8.ValidString(v) || strings.ContainsRune(v, 0) {
				return false
			}
		}
	}
	return true
}
