package plan

import (
	"fmt"
	"math"
	"reflect"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

// leaf writes scalar and enum values of one type, and lists of them, as JSON.
type leaf struct {
	name string
	list bool
	// emptyIsNull is true for nullable fields: an empty string is written as null, so that clients see only one form
	// of "no value".
	emptyIsNull bool
	// nullableElements tells whether elements of the list may be null.
	nullableElements bool
	enum             map[string]bool
	set              func(int64) []string
}

func (t *Table) leafOf(typ *ast.Type) leaf {
	l := leaf{name: typ.Name(), list: typ.Elem != nil, emptyIsNull: typ.Elem == nil && !typ.NonNull,
		enum: t.enums[typ.Name()]}
	if l.list {
		l.set, l.nullableElements = t.sets[l.name], !typ.Elem.NonNull
	}
	return l
}

// OutOfRange is the error code for a number that does not fit into a GraphQL Int, which has 32 bits.
const OutOfRange fault.Code = "OUT_OF_RANGE"

func tooLarge() error {
	return fault.New(OutOfRange, "", "The stored number does not fit into {bits} bits.",
		"Ask for the field that has it as a Decimal, if there is one.", fault.WithNumber("bits", 32))
}

// cell appends the value of a column to b. If the value is null, it appends nothing and returns null = true.
func (l *leaf) cell(b []byte, c *page.Cell) (out []byte, null bool, err error) {
	if c.Null() {
		return b, true, nil
	}
	if l.set != nil {
		b = append(b, '[')
		for i, v := range l.set(c.Int()) {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendText(b, v)
		}
		return append(b, ']'), false, nil
	}
	switch l.name {
	case "ID":
		return appendID(b, gid.ID(c.Int())), false, nil
	case "Int":
		return l.integer(b, c.Int())
	case "Boolean":
		return strconv.AppendBool(b, c.Int() != 0), false, nil
	case "Date":
		return l.day(b, day.Day(c.Int()))
	case "DateTime":
		return appendInstant(b, clock.Instant(c.Int())), false, nil
	case "Decimal":
		return append(strconv.AppendInt(append(b, '"'), c.Int(), 10), '"'), false, nil
	}
	return l.text(b, c.Text())
}

func (l *leaf) integer(b []byte, n int64) ([]byte, bool, error) {
	if n < math.MinInt32 || n > math.MaxInt32 {
		return b, false, tooLarge()
	}
	return strconv.AppendInt(b, n, 10), false, nil
}

func (l *leaf) text(b []byte, s string) ([]byte, bool, error) {
	if s == "" && l.emptyIsNull {
		return b, true, nil
	}
	if l.enum != nil && !l.enum[s] {
		return b, false, fmt.Errorf("%q is no value of %s", s, l.name)
	}
	return appendText(b, s), false, nil
}

// value appends a computed value to b. If the value is nil, it appends nothing and returns null = true.
func (l *leaf) value(b []byte, v any) (out []byte, null bool, err error) {
	if isNil(v) {
		return b, true, nil
	}
	if l.list {
		return l.values(b, reflect.ValueOf(v))
	}
	return l.element(b, v)
}

// element appends one value that is not a list.
func (l *leaf) element(b []byte, v any) (out []byte, null bool, err error) {
	switch v := v.(type) {
	case nil:
		return b, true, nil
	case string:
		if l.isText() {
			return l.text(b, v)
		}
	case bool:
		if l.name == "Boolean" {
			return strconv.AppendBool(b, v), false, nil
		}
	case int:
		if l.name == "Int" {
			return l.integer(b, int64(v))
		}
	case int64:
		if l.name == "Int" {
			return l.integer(b, v)
		}
	case gid.ID:
		if l.name == "ID" {
			if v == 0 {
				return b, true, nil
			}
			return appendID(b, v), false, nil
		}
	case day.Day:
		if l.name == "Date" {
			return l.day(b, v)
		}
	case clock.Instant:
		if l.name == "DateTime" {
			return appendInstant(b, v), false, nil
		}
	default:
		return l.reflected(b, reflect.ValueOf(v))
	}
	return b, false, l.mismatch(v)
}

// isText tells whether Go strings are valid values of the type.
func (l *leaf) isText() bool {
	switch l.name {
	case "Int", "Boolean", "Date", "DateTime", "ID":
		return false
	}
	return true
}

func (l *leaf) mismatch(v any) error { return fmt.Errorf("a %T cannot be written as %s", v, l.name) }

func (l *leaf) day(b []byte, d day.Day) ([]byte, bool, error) {
	if d == day.Forever || d == day.Beginning {
		return b, true, nil
	}
	return appendDay(b, d), false, nil
}

// reflected appends enum values, whose Go types are defined string types, and the values that pointers point to.
func (l *leaf) reflected(b []byte, v reflect.Value) ([]byte, bool, error) {
	switch {
	case v.Kind() == reflect.String && l.isText():
		return l.text(b, v.String())
	case v.Kind() == reflect.Pointer && v.IsNil():
		return b, true, nil
	case v.Kind() == reflect.Pointer:
		return l.element(b, v.Elem().Interface())
	}
	return b, false, l.mismatch(v.Interface())
}

// values appends a list.
func (l *leaf) values(b []byte, v reflect.Value) ([]byte, bool, error) {
	if v.Kind() != reflect.Slice {
		return b, false, l.mismatch(v.Interface())
	}
	b = append(b, '[')
	for i := range v.Len() {
		if i > 0 {
			b = append(b, ',')
		}
		var (
			null bool
			err  error
		)
		switch b, null, err = l.element(b, v.Index(i).Interface()); {
		case err != nil:
			return b, false, err
		case null && !l.nullableElements:
			return b, false, fmt.Errorf("an element of a list of %s is null", l.name)
		case null:
			b = append(b, "null"...)
		}
	}
	return append(b, ']'), false, nil
}

func appendID(b []byte, id gid.ID) []byte { return append(id.Append(append(b, '"')), '"') }

func appendDay(b []byte, d day.Day) []byte {
	return append(d.Time().AppendFormat(append(b, '"'), time.DateOnly), '"')
}

func appendInstant(b []byte, i clock.Instant) []byte {
	return append(i.Time().AppendFormat(append(b, '"'), time.RFC3339Nano), '"')
}

func appendQuoted(b []byte, s string) []byte { return append(append(append(b, '"'), s...), '"') }

const hex = "0123456789abcdef"

// appendText appends a string as JSON. Each byte of invalid UTF-8 becomes U+FFFD, as in encoding/json.
func appendText(b []byte, s string) []byte {
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 {
				b = append(append(b, s[start:i]...), "\ufffd"...)
				start = i + 1
			}
			i += size
			continue
		}
		if c >= ' ' && c != '"' && c != '\\' {
			i++
			continue
		}
		b = append(b, s[start:i]...)
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\r':
			b = append(b, '\\', 'r')
		case '\t':
			b = append(b, '\\', 't')
		default:
			b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
		i++
		start = i
	}
	return append(append(b, s[start:]...), '"')
}
