package stage

import (
	"database/sql/driver"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/person"
	"github.com/muniment/muniment/internal/vocabulary"
)

// maxCount is the maximum count in a row: far above any real right, and small enough that a sum over millions of rows
// stays within 64 bits.
const maxCount = 1_000_000_000_000

// posBits is the number of bits of a position that hold the line; the higher bits hold the file.
const posBits = 40

// encoder converts the texts of one kind of records to typed values. It is not safe for concurrent use.
type encoder struct {
	kind     legacy.Kind
	columns  []legacy.Column
	words    []map[string]driver.Value
	derived  []string
	derive   func(*encoding)
	units    *legacy.Units
	layout   layout
	places   map[string]int // index of each typed value by name
	own      []int          // typed values with a column of their own, in the order of the columns
	shared   []int          // typed values that go into the table of terms
	packed   []int          // typed values that are packed
	typed    []driver.Value
	terms    map[string]int64
	termKey  []byte
	lastTerm int64
}

// maxTerms bounds the memory for shared values. Beyond it they get new numbers, which only costs space.
const maxTerms = 1 << 16

// encoding is one row that an encoder converts.
type encoding struct {
	*encoder
	record legacy.Record
	valid  bool
	report func(legacy.Finding)
}

func newEncoder(kind legacy.Kind, units *legacy.Units) *encoder {
	e := &encoder{kind: kind, columns: kind.Columns(), units: units, places: map[string]int{},
		terms: map[string]int64{}}
	e.words = make([]map[string]driver.Value, len(e.columns))
	for i, c := range e.columns {
		e.places[c.Name] = i
		if len(c.Words) == 0 {
			continue
		}
		e.words[i] = map[string]driver.Value{}
		for _, w := range c.Words {
			e.words[i][w.Source] = wordValue(c, w)
		}
	}
	e.derived, e.derive = derivations(kind)
	for i, name := range e.derived {
		e.places[name] = len(e.columns) + i
	}
	e.typed = make([]driver.Value, len(e.places))
	e.layout = layoutOf(kind, e.derived)
	kept := map[int]bool{}
	for _, name := range e.layout.own {
		e.own = append(e.own, e.places[name])
		kept[e.places[name]] = true
	}
	for _, name := range e.layout.shared {
		e.shared = append(e.shared, e.places[name])
		kept[e.places[name]] = true
	}
	for i := range e.typed {
		if !kept[i] {
			e.packed = append(e.packed, i)
		}
	}
	return e
}

// wordValue converts a word to an interface value once, so that it is not allocated for each row.
func wordValue(c legacy.Column, w legacy.Word) driver.Value {
	if c.Type == legacy.ManyWords {
		set, err := vocabulary.Roles(vocabulary.Role(w.Here))
		if err != nil {
			return nil
		}
		return int64(set)
	}
	if w.Here == "" {
		return nil
	}
	return w.Here
}

// names lists the columns of the table, without the row number.
func (e *encoder) names() []string {
	names := append([]string{"pos", "digest", "valid"}, e.layout.own...)
	if len(e.shared) > 0 {
		names = append(names, "terms")
	}
	if len(e.packed) > 0 {
		names = append(names, "more")
	}
	return names
}

// encode appends the row's values in the order of names, and reports faults of the row. share gets new shared values
// with their number.
func (e *encoder) encode(record legacy.Record, file int64, to []driver.Value, report func(legacy.Finding),
	share func(int64, []driver.Value)) []driver.Value {
	row := encoding{encoder: e, record: record, valid: !record.Broken, report: report}
	digest := newDigest()
	for i := range e.columns {
		text := ""
		if i < len(record.Values) {
			text = record.Values[i]
		}
		digest = digest.text(text)
		e.typed[i] = row.value(i, text)
	}
	if e.derive != nil {
		clear(e.typed[len(e.columns):])
		e.derive(&row)
	}
	to = append(to, file<<posBits|record.Line, int64(digest), boolean(row.valid))
	for _, i := range e.own {
		to = append(to, e.typed[i])
	}
	if len(e.shared) > 0 {
		to = append(to, e.term(share))
	}
	if len(e.packed) > 0 {
		more := make(packed, 0, 192)
		for _, i := range e.packed {
			more = more.add(e.typed[i])
		}
		to = append(to, []byte(more))
	}
	return to
}

// term returns the number of the row's shared values.
func (e *encoder) term(share func(int64, []driver.Value)) int64 {
	key := packed(e.termKey[:0])
	for _, i := range e.shared {
		key = key.add(e.typed[i])
	}
	e.termKey = key
	if n, ok := e.terms[string(key)]; ok {
		return n
	}
	if len(e.terms) >= maxTerms {
		clear(e.terms)
	}
	e.lastTerm++
	e.terms[string(key)] = e.lastTerm
	values := make([]driver.Value, len(e.shared))
	for i, at := range e.shared {
		values[i] = e.typed[at]
	}
	share(e.lastTerm, values)
	return e.lastTerm
}

// value parses one value; nil means empty or invalid.
func (r *encoding) value(i int, text string) driver.Value {
	c := &r.columns[i]
	switch {
	case c.Type != legacy.Text:
	case c.Key && unseen(text):
		text = ""
	default:
		text = r.visible(i, c, text)
	}
	if text == "" {
		switch {
		case c.Key:
			r.fault(legacy.EmptyKey, c, "is empty, or has only characters that nobody sees", "every row needs its key")
		case c.Filled:
			r.fault(legacy.EmptyValue, c, "is empty", "fill it in the source")
		}
		return nil
	}
	switch c.Type {
	case legacy.Text:
		return r.text(c, text)
	case legacy.Day:
		if d, ok := parseDay(text); ok {
			return int64(d)
		}
		r.fault(legacy.BadDay, c, quoted(text)+" is not a calendar day", "write it as YYYY-MM-DD")
	case legacy.Time:
		if t, ok := parseTime(text); ok {
			return int64(t)
		}
		r.reportValue(legacy.BadTime, c, quoted(text)+" is not a time", "write it as RFC 3339; it was left empty")
	case legacy.Whole:
		n, err := strconv.ParseInt(text, 10, 64)
		if err == nil && n <= maxCount && n >= -maxCount {
			return n
		}
		r.fault(legacy.BadNumber, c, quoted(text)+" is not a whole number up to a million million",
			"correct it in the source")
	case legacy.Decimal:
		if _, ok := parseDecimal(text); ok {
			return text
		}
		r.fault(legacy.BadNumber, c, quoted(text)+" is not a decimal number", "correct it in the source")
	case legacy.Flag:
		switch text {
		case "0", "false", "FALSE", "False":
			return int64(0)
		case "1", "true", "TRUE", "True":
			return int64(1)
		}
		r.fault(legacy.BadFlag, c, quoted(text)+" is neither true nor false", "write 1, 0, true or false")
	case legacy.OneWord:
		if v, ok := r.words[i][text]; ok {
			return v
		}
		r.fault(legacy.UnknownWord, c, quoted(text)+" is not a word of this column", "use one of "+wordList(c))
	case legacy.ManyWords:
		return r.manyWords(i, c, text)
	}
	return nil
}

func (r *encoding) manyWords(i int, c *legacy.Column, text string) driver.Value {
	var set int64
	for _, w := range strings.Split(text, ",") {
		v, ok := r.words[i][strings.TrimSpace(w)].(int64)
		if !ok {
			r.fault(legacy.UnknownWord, c, quoted(w)+" is not a word of this column", "use one of "+wordList(c))
			return nil
		}
		set |= v
	}
	return set
}

// unseen reports whether a text has only blanks and characters that nobody sees. NUL is refused in another way.
func unseen(text string) bool {
	return strings.IndexByte(text, 0) < 0 && strings.TrimSpace(person.Visible(text)) == ""
}

// visible returns a text without the characters that nobody sees, by the rule for names. An id stays as it is, because
// ids are compared byte by byte with those of earlier imports. NUL stays, because it is refused.
func (r *encoding) visible(i int, c *legacy.Column, text string) string {
	if strings.IndexByte(text, 0) >= 0 {
		return text
	}
	seen := person.Visible(text)
	if seen == text {
		return text
	}
	what := "holds characters that nobody sees or that turn the direction of text: " + escaped(text)
	if c.ID {
		r.reportValue(legacy.HiddenCharacters, c, what, "correct the id in the source only if it is wrong there")
		return text
	}
	if i < len(r.record.Values) {
		r.record.Values = slices.Clone(r.record.Values) // the reader uses the slice again
		r.record.Values[i] = seen
	}
	r.reportValue(legacy.HiddenCharacters, c, what, "remove them in the source")
	return seen
}

// escaped quotes a text in ASCII, so that its hidden characters are seen.
func escaped(text string) string {
	if len(text) > 60 {
		text = strings.ToValidUTF8(text[:60], "") + "…"
	}
	return strconv.QuoteToASCII(text)
}

func (r *encoding) text(c *legacy.Column, text string) driver.Value {
	limit := legacy.MaxTextBytes
	if c.Key {
		limit = legacy.MaxKeyBytes
	}
	if len(text) > limit {
		r.fault(legacy.OversizeValue, c, fmt.Sprintf("has %d bytes, %d are allowed", len(text), limit),
			"shorten it in the source")
		return nil
	}
	if strings.IndexByte(text, 0) >= 0 {
		r.fault(legacy.BadCharacter, c, "holds the character NUL", "remove it in the source")
		return nil
	}
	return text
}

// fault reports an error of a value and makes the row invalid. A row that its reader has already reported gets no
// second finding, because its values may be in the wrong columns.
func (r *encoding) fault(rule legacy.Rule, c *legacy.Column, what, remedy string) {
	r.valid = false
	r.reportValue(rule, c, what, remedy)
}

func (r *encoding) reportValue(rule legacy.Rule, c *legacy.Column, what, remedy string) {
	if r.record.Broken {
		return
	}
	r.report(legacy.Finding{Rule: rule, Kind: r.kind, LegacyID: r.id(), File: r.record.File, Line: r.record.Line,
		Message: c.Name + " " + what, Remedy: remedy})
}

// reportRow reports a finding about the row as a whole.
func (r *encoding) reportRow(rule legacy.Rule, message, remedy string) {
	if r.record.Broken {
		return
	}
	r.report(legacy.Finding{Rule: rule, Kind: r.kind, LegacyID: r.id(), File: r.record.File, Line: r.record.Line,
		Message: message, Remedy: remedy})
}

// id joins the parts of the row's key.
func (r *encoding) id() string {
	parts := make([]string, 0, 4)
	for i, c := range r.columns {
		if c.Key && i < len(r.record.Values) {
			parts = append(parts, clip(r.record.Values[i]))
		}
	}
	return strings.Join(parts, keySeparator)
}

// keySeparator joins the parts of a key in a finding.
const keySeparator = " / "

func quoted(text string) string {
	if len(text) > 60 {
		text = strings.ToValidUTF8(text[:60], "") + "…"
	}
	return strconv.Quote(text)
}

// clip limits the length of an id in a finding to that of a key.
func clip(text string) string {
	if len(text) > legacy.MaxKeyBytes {
		text = strings.ToValidUTF8(text[:legacy.MaxKeyBytes], "") + "…"
	}
	return text
}

func wordList(c *legacy.Column) string {
	words := make([]string, len(c.Words))
	for i, w := range c.Words {
		words[i] = w.Source
	}
	return strings.Join(words, ", ")
}

// parseDay parses YYYY-MM-DD. It is called several times for each row, so it avoids time.Parse for most days.
func parseDay(s string) (day.Day, bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, false
	}
	y, m, d := digits(s[0:4]), digits(s[5:7]), digits(s[8:10])
	if y < 1 || m < 1 || m > 12 || d < 1 || d > 31 {
		return 0, false
	}
	if d > 28 {
		parsed, err := day.Parse(s)
		return parsed, err == nil
	}
	return civil(y, m, d), true
}

// civil returns the number of days from 1970-01-01 to a date of the Gregorian calendar.
func civil(y, m, d int) day.Day {
	if m <= 2 {
		y--
		m += 12
	}
	return day.Day(365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + d - 1 - 719468)
}

func digits(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// parseTime parses RFC 3339, with or without an offset.
func parseTime(s string) (clock.Instant, bool) {
	if len(s) >= 20 && len(s) <= 24 && s[10] == 'T' && s[len(s)-1] == 'Z' && s[13] == ':' && s[16] == ':' {
		d, ok := parseDay(s[:10])
		h, m, sec := digits(s[11:13]), digits(s[14:16]), digits(s[17:19])
		milli, fine := 0, len(s) == 20
		if len(s) == 24 && s[19] == '.' {
			milli = digits(s[20:23])
			fine = milli >= 0
		}
		if ok && fine && h >= 0 && h < 24 && m >= 0 && m < 60 && sec >= 0 && sec < 60 {
			return clock.Instant((int64(d)*86400+int64(h)*3600+int64(m)*60+int64(sec))*1_000_000 + int64(milli)*1000),
				true
		}
	}
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05.999999999", "2006-01-02 15:04:05",
		"2006-01-02"} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 0 {
			return clock.At(t), true
		}
	}
	return 0, false
}

// fits reports whether count units fit into 64 bits as base units.
func fits(count, base int64) bool {
	if count < 0 {
		count = -count
	}
	return base == 0 || count <= math.MaxInt64/base
}
