package scim

import (
	"encoding/json"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/elimity-com/scim/schema"
	filter "github.com/scim2/filter-parser/v2"

	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fold"
	"github.com/muniment/muniment/internal/httpd/escape"
)

// maxFilter limits a filter, in bytes.
const maxFilter = 4096

// parseFilter parses a filter. It returns an invalidFilter error.
func parseFilter(text string) (filter.Expression, error) {
	if len(text) > maxFilter || !utf8.ValidString(text) {
		return nil, badFilter("A filter has at most 4,096 bytes of UTF-8.")
	}
	text = capitalEscapes(text)
	folded := foldValuePaths(text)
	parsed, err := filter.ParseFilterNumber([]byte(folded))
	if err != nil {
		parsed, err = parseApart(folded)
	}
	if err != nil {
		return nil, badFilter("The filter cannot be read. Write it as in: userName eq \"name\".")
	}
	return parsed, nil
}

// capitalEscapes writes the hexadecimal digits of escapes in quotes, as in "\u00e9", in capitals: the library knows no
// others, although JSON (RFC 8259, section 7) allows both.
func capitalEscapes(text string) string {
	if !strings.Contains(text, `\u`) {
		return text
	}
	out := []byte(text)
	for at := 0; at < len(out); at++ {
		if out[at] != '"' {
			continue
		}
		end := closing(text, at)
		if end < 0 {
			break
		}
		for ; at < end-1; at++ {
			if out[at] != '\\' {
				continue
			}
			if at++; out[at] == 'u' {
				copy(out[at+1:], strings.ToUpper(text[at+1:min(at+5, end-1)]))
			}
		}
	}
	return string(out)
}

// foldValuePaths rewrites a form that Entra ID sends but the grammar does not allow, emails[type eq "work"].value eq
// "x", to the equivalent emails[type eq "work" and value eq "x"]. Alternatives get brackets of their own.
func foldValuePaths(text string) string {
	for from := 0; ; {
		end := indexUnquoted(text, "].", from)
		if end < 0 {
			return text
		}
		tail := text[end+2:]
		length := comparison(tail)
		if length == 0 {
			from = end + 2
			continue
		}
		open, close := "", ""
		begin := lastUnquoted(text[:end], "[") + 1
		if lastUnquoted(asciiLower(text[begin:end]), " or ") >= 0 {
			open, close = "(", ")"
		}
		text = text[:begin] + open + text[begin:end] + close + " and " + tail[:length] + "]" + tail[length:]
		from = end + length + len(open+close+" and ]")
	}
}

// comparison returns the length of the comparison at the beginning of text, such as value eq "x", or 0 if there is
// none.
func comparison(text string) int {
	at := 0
	for range 3 {
		at += len(text[at:]) - len(strings.TrimLeft(text[at:], " "))
		if at < len(text) && text[at] == '"' {
			end := closing(text, at)
			if end < 0 {
				return 0
			}
			return end
		}
		word := strings.IndexAny(text[at:], " )]")
		if word < 0 {
			word = len(text) - at
		}
		if word == 0 {
			return 0
		}
		at += word
		if strings.EqualFold(text[at-word:at], "pr") {
			return at
		}
	}
	return at
}

// indexUnquoted returns the index of the first mark at or after from that is outside of quotes, or -1.
func indexUnquoted(text, mark string, from int) int {
	for at := 0; at < len(text); at++ {
		if text[at] == '"' {
			end := closing(text, at)
			if end < 0 {
				return -1
			}
			at = end - 1
			continue
		}
		if at >= from && strings.HasPrefix(text[at:], mark) {
			return at
		}
	}
	return -1
}

// lastUnquoted returns the index of the last mark that is outside of quotes, or -1.
func lastUnquoted(text, mark string) int {
	last := -1
	for at := 0; at < len(text); at++ {
		if text[at] == '"' {
			end := closing(text, at)
			if end < 0 {
				break
			}
			at = end - 1
		} else if strings.HasPrefix(text[at:], mark) {
			last = at
		}
	}
	return last
}

// asciiLower returns a text with small ASCII letters, at the same indexes.
func asciiLower(text string) string {
	out := []byte(text)
	for i, c := range out {
		if c >= 'A' && c <= 'Z' {
			out[i] = c + 'a' - 'A'
		}
	}
	return string(out)
}

// closing returns the index after the quote that closes the one at the given index, or -1.
func closing(text string, at int) int {
	for at++; at < len(text); at++ {
		switch text[at] {
		case '\\':
			at++
		case '"':
			return at + 1
		}
	}
	return -1
}

// predicate reports whether a resource, or one value of an attribute, matches a filter. It charges its work to the
// meter; if the meter has stopped it, the result is meaningless.
type predicate func(*meter, map[string]any) bool

// compile checks a filter against the given attributes. It returns an invalidFilter error.
func compile(e filter.Expression, attributes schema.Attributes) (predicate, error) {
	switch e := e.(type) {
	case *filter.LogicalExpression:
		left, err := compile(e.Left, attributes)
		if err != nil {
			return nil, err
		}
		right, err := compile(e.Right, attributes)
		if err != nil {
			return nil, err
		}
		if e.Operator == filter.OR {
			return func(m *meter, r map[string]any) bool { return left(m, r) || right(m, r) }, nil
		}
		return func(m *meter, r map[string]any) bool { return left(m, r) && right(m, r) }, nil
	case *filter.NotExpression:
		inner, err := compile(e.Expression, attributes)
		if err != nil {
			return nil, err
		}
		return func(m *meter, r map[string]any) bool { return !inner(m, r) }, nil
	case *filter.ValuePath:
		attribute, known, err := attributeOf(e.AttributePath, attributes)
		if err != nil {
			return nil, err
		}
		if known && !attribute.HasSubAttributes() {
			return nil, badFilter("The attribute " + attribute.Name() + " has no parts.")
		}
		if !known {
			return func(*meter, map[string]any) bool { return false }, nil
		}
		inner, err := compile(e.ValueFilter, attribute.SubAttributes())
		if err != nil {
			return nil, err
		}
		return func(m *meter, r map[string]any) bool {
			for _, value := range valuesOf(r[attribute.Name()]) {
				if m.spend(1) != nil {
					return false
				}
				if v, ok := value.(map[string]any); ok && inner(m, v) {
					return true
				}
			}
			return false
		}, nil
	case *filter.AttributeExpression:
		return compileComparison(e, attributes)
	}
	return nil, badFilter("The filter cannot be read.")
}

// attributeOf returns the attribute of a path. known is false for an attribute of RFC 7643 that is not stored here;
// such an attribute never has a value.
func attributeOf(path filter.AttributePath, attributes schema.Attributes) (attribute schema.CoreAttribute, known bool,
	err error) {
	uri := path.URI()
	if inEnterpriseSchema(uri) {
		return schema.CoreAttribute{}, false, nil
	}
	if uri != "" && !strings.EqualFold(uri, schema.UserSchema) && !strings.EqualFold(uri, schema.GroupSchema) {
		return schema.CoreAttribute{}, false, badFilter("There is no such schema.")
	}
	attribute, known = attributes.ContainsAttribute(path.AttributeName)
	if known {
		return attribute, true, nil
	}
	if ignoredAttribute(path.AttributeName, attributes) {
		return schema.CoreAttribute{}, false, nil
	}
	return schema.CoreAttribute{}, false, badFilter("The attribute is unknown.")
}

func valuesOf(value any) []any {
	switch v := value.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{value}
}

func compileComparison(e *filter.AttributeExpression, attributes schema.Attributes) (predicate, error) {
	attribute, known, err := attributeOf(e.AttributePath, attributes)
	if err != nil {
		return nil, err
	}
	if !known {
		never := e.Operator == filter.NE && e.CompareValue != nil || e.Operator == filter.EQ && e.CompareValue == nil
		return func(*meter, map[string]any) bool { return never }, nil
	}
	leaf, name := attribute, e.AttributePath.SubAttributeName()
	if name == "" && attribute.HasSubAttributes() && attribute.MultiValued() {
		name = "value" // RFC 7644, section 3.4.2.2: the sub-attribute that is compared if none is named
	}
	switch {
	case name != "":
		var found bool
		if leaf, found = attribute.SubAttributes().ContainsAttribute(name); !found {
			return nil, badFilter("The attribute " + attribute.Name() + " has no such part.")
		}
	case attribute.HasSubAttributes() && e.Operator != filter.PR:
		return nil, badFilter("The attribute " + attribute.Name() + " has parts: name one.")
	}
	compare, negated, err := comparer(e, leaf)
	if err != nil {
		return nil, err
	}
	part := leaf.Name()
	return func(m *meter, r map[string]any) bool {
		value := r[attribute.Name()]
		list, several := value.([]any)
		if !several {
			return passesOne(m, value, name, part, compare) != negated
		}
		for _, value := range list {
			if passesOne(m, value, name, part, compare) {
				return !negated
			}
		}
		return negated
	}, nil
}

// passesOne reports whether a value of an attribute, or its sub-attribute if name is not "", satisfies a comparison.
func passesOne(m *meter, value any, name, part string, compare func(any) bool) bool {
	if name != "" {
		object, _ := value.(map[string]any)
		value = object[part]
	}
	text, _ := value.(string)
	return m.spend(weight(text)) == nil && value != nil && compare(value)
}

// mayHoldAddress reports whether the texts of an attribute may be e-mail addresses. It is told the attribute alone, so
// that the value of a telephone number is among them; a text that is no address is compared like any other.
func mayHoldAddress(leaf schema.CoreAttribute) bool {
	return slices.Contains([]string{"userName", "value", "display"}, leaf.Name())
}

// comparer returns the test of one value that is not nil. An attribute matches if any of its values passes; negated
// inverts that result as a whole. Addresses that are the same but for the form of their domain are equal.
func comparer(e *filter.AttributeExpression, leaf schema.CoreAttribute) (one func(any) bool, negated bool, err error) {
	some := func(value any) bool { return value != "" }
	operator := e.Operator
	switch {
	case operator == filter.PR:
		return some, false, nil
	case operator == filter.NE:
		operator, negated = filter.EQ, true
	}
	switch {
	case e.CompareValue == nil:
		if operator != filter.EQ {
			return nil, false, badFilter("Only eq and ne can compare with null.")
		}
		return some, !negated, nil
	case leaf.AttributeType() == "boolean":
		want, ok := truth(e.CompareValue)
		if !ok || operator != filter.EQ {
			return nil, false, badFilter("The attribute " +
				leaf.Name() + " is true or false, and compares with eq and ne.")
		}
		return func(value any) bool { return value == want }, negated, nil
	case leaf.AttributeType() == "dateTime":
		want, ok := moment(e.CompareValue)
		if !ok {
			return nil, false, badFilter("The attribute " + leaf.Name() + " is a time as in 2026-11-22T09:00:00Z.")
		}
		holds, ok := ordering(operator)
		if !ok {
			return nil, false, badFilter("Times can be compared with eq, ne, gt, ge, lt and le only.")
		}
		return func(value any) bool { at, ok := moment(value); return ok && holds(at.Compare(want)) }, negated, nil
	}
	quoted, ok := e.CompareValue.(string)
	if !ok {
		return nil, false, badFilter("The attribute " + leaf.Name() + " is a text: put the value into quotes.")
	}
	want, err := unquote(quoted)
	if err != nil {
		return nil, false, err
	}
	fold := fold.Text
	switch {
	case leaf.CaseExact():
		fold = func(s string) string { return s }
	case operator == filter.EQ && mayHoldAddress(leaf):
		fold = email.UserNameKey
	}
	want = fold(want)
	holds, ok := textual(operator)
	if !ok {
		return nil, false, badFilter("The filter has an unknown comparison.")
	}
	return func(value any) bool { v, ok := value.(string); return ok && holds(fold(v), want) }, negated, nil
}

// truth parses a boolean, which may be a string.
func truth(value any) (is, ok bool) {
	switch v := value.(type) {
	case bool:
		return v, true
	case string:
		switch strings.ToLower(v) {
		case "true":
			return true, true
		case "false":
			return false, true
		}
	}
	return false, false
}

func moment(value any) (time.Time, bool) {
	text, _ := value.(string)
	at, err := time.Parse(time.RFC3339Nano, text)
	return at, err == nil
}

func ordering(operator filter.CompareOperator) (func(int) bool, bool) {
	holds, ok := map[filter.CompareOperator]func(int) bool{
		filter.EQ: func(c int) bool { return c == 0 }, filter.GT: func(c int) bool { return c > 0 },
		filter.GE: func(c int) bool { return c >= 0 }, filter.LT: func(c int) bool { return c < 0 },
		filter.LE: func(c int) bool { return c <= 0 },
	}[operator]
	return holds, ok
}

func textual(operator filter.CompareOperator) (func(value, want string) bool, bool) {
	switch operator {
	case filter.CO:
		return strings.Contains, true
	case filter.SW:
		return strings.HasPrefix, true
	case filter.EW:
		return strings.HasSuffix, true
	}
	holds, ok := ordering(operator)
	return func(value, want string) bool { return holds(strings.Compare(value, want)) }, ok
}

// unquote decodes the JSON escapes of a string, which the parser does not decode.
func unquote(quoted string) (string, error) {
	var text string
	if err := json.Unmarshal([]byte(`"`+quoted+`"`), &text); err != nil || escape.Half(quoted) != "" ||
		strings.ContainsFunc(text, unicode.IsControl) {
		return "", badFilter("A text in the filter cannot be read.")
	}
	return text, nil
}
