package person

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
	"golang.org/x/text/unicode/norm"

	"github.com/muniment/muniment/internal/fold"
)

// Called is a set of names of one person: names, user names, addresses. It finds the texts that name the person.
type Called struct {
	// whole holds normalized names that match a complete text; within holds those that also match inside a longer
	// text.
	whole, within map[string]bool
	words         []string
}

// Add adds names; empty texts are ignored. An address, or a name with a blank or another character that is not a
// letter, also matches inside longer texts. A single word does not: there it may be an ordinary word.
func (c *Called) Add(texts ...string) {
	if c.whole == nil {
		c.whole, c.within = map[string]bool{}, map[string]bool{}
	}
	for _, text := range texts {
		text = strings.TrimSpace(text)
		key := normalize(text)
		if key == "" || c.whole[key] {
			continue
		}
		c.whole[key] = true
		if utf8.RuneCountInString(key) > 3 &&
			strings.ContainsFunc(key, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
			c.within[key] = true
		}
		for _, form := range []string{norm.NFC.String(text), norm.NFD.String(text)} {
			if !slices.Contains(c.words, form) {
				c.words = append(c.words, form)
			}
		}
	}
}

// Words returns the names, composed and decomposed.
func (c *Called) Words() []string { return c.words }

// Is reports whether a text equals a name of the person.
func (c *Called) Is(text string) bool { return c.whole[normalize(text)] }

// Names reports whether a text equals a name of the person, or contains an address or a full name.
func (c *Called) Names(text string) bool {
	key := normalize(text)
	if c.whole[key] {
		return true
	}
	for part := range c.within {
		if containsWord(key, part) {
			return true
		}
	}
	return false
}

// containsWord reports whether text contains part between word boundaries.
func containsWord(text, part string) bool {
	for {
		at := strings.Index(text, part)
		if at < 0 {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(part):])
		if !inWord(before) && !inWord(after) {
			return true
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		text = text[at+size:]
	}
}

func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

// normalize makes texts equal that differ in letter case, in composition or in blanks at their ends.
func normalize(text string) string { return fold.Text(strings.TrimSpace(text)) }

// QuotedIn reports whether a text contains a name of the person, also as a part of a word.
func (c *Called) QuotedIn(text string) bool {
	text = normalize(text)
	for name := range c.whole {
		if strings.Contains(text, name) {
			return true
		}
	}
	return false
}

// Scrub returns JSON with each string emptied that names the person, and whether there was one. Text that is not JSON
// is returned unchanged.
func (c *Called) Scrub(text string) (string, bool) {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber() // float64 would lose digits of ids
	var value any
	if d.Decode(&value) != nil {
		return text, false
	}
	found := false
	var walk func(any) any
	walk = func(value any) any {
		switch value := value.(type) {
		case string:
			if c.Names(value) {
				found = true
				return ""
			}
		case []any:
			for i := range value {
				value[i] = walk(value[i])
			}
		case map[string]any:
			for name := range value {
				value[name] = walk(value[name])
			}
		}
		return value
	}
	value = walk(value)
	if !found {
		return text, false
	}
	written, err := json.Marshal(value)
	if err != nil {
		return text, false
	}
	return string(written), true
}

// May is the condition that a column may name the person; the caller checks each row with Names. inJSON means that the
// columns hold JSON.
func (c *Called) May(inJSON bool, columns ...string) func(q *sql.Selector) *sql.Predicate {
	return func(q *sql.Selector) *sql.Predicate {
		or := []*sql.Predicate{sql.False()}
		for _, word := range c.words {
			if inJSON {
				written, _ := json.Marshal(word) // a text always has a form in JSON
				word = string(written[1 : len(written)-1])
			}
			for _, column := range columns {
				or = append(or, contains(q, q.C(column), word))
			}
		}
		return sql.Or(or...)
	}
}

// contains is the condition that a column contains a text in any letter case. LOWER and LIKE of the databases fold
// ASCII only, and not alike. So the pattern names both cases of each letter. Other characters than letters and digits
// may be any, which spares the rules for quoting.
func contains(q *sql.Selector, column, text string) *sql.Predicate {
	operator, anything, anyone := " ~ ", "", "."
	if q.Dialect() == dialect.SQLite {
		operator, anything, anyone = " GLOB ", "*", "?"
	}
	var pattern strings.Builder
	pattern.WriteString(anything)
	for _, r := range text {
		switch cases := casesOf(r); {
		case len(cases) > 1:
			pattern.WriteString("[" + string(cases) + "]")
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == ' ':
			pattern.WriteRune(r)
		default:
			pattern.WriteString(anyone)
		}
	}
	pattern.WriteString(anything)
	return sql.P(func(b *sql.Builder) { b.Ident(column).WriteString(operator).Arg(pattern.String()) })
}

// casesOf returns a letter in all its cases, and any other character alone.
func casesOf(r rune) []rune {
	list := []rune{r}
	for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
		list = append(list, other)
	}
	if slices.Contains(list, 'i') {
		list = append(list, '\u0130') // its lower case is i as well
	}
	return list
}
