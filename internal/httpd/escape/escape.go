// Package escape finds escapes in JSON and GraphQL texts that stand for no character. Decoders replace them silently by
// U+FFFD, so that another text would be stored than was sent.
package escape

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/tidwall/gjson"
)

// Half returns the first escape in a quoted text that is one half of a surrogate pair, such as \ud800, without the
// other half. raw is the text as it is written, with or without quotes. It returns "" if there is none.
func Half(raw string) string {
	for {
		at := strings.IndexByte(raw, '\\')
		if at < 0 || at+1 >= len(raw) {
			return ""
		}
		raw = raw[at:]
		half, ok := unit(raw)
		switch {
		case !ok:
			raw = raw[2:]
		case !utf16.IsSurrogate(half):
			raw = raw[unitLength:]
		default:
			other, _ := unit(raw[unitLength:])
			if utf16.DecodeRune(half, other) == '\uFFFD' {
				return raw[:unitLength]
			}
			raw = raw[2*unitLength:]
		}
	}
}

// unitLength is the length of an escape such as \u00e9.
const unitLength = 6

// unit returns the code unit of the escape with which a text begins.
func unit(raw string) (rune, bool) {
	if len(raw) < unitLength || raw[:2] != `\u` {
		return 0, false
	}
	n, err := strconv.ParseUint(raw[2:unitLength], 16, 16)
	return rune(n), err == nil
}

// HalfInJSON returns the first escape of Half in the names and texts of a valid JSON document, and the path of the
// value that has it, such as filter.names.0. A name that has it cannot be written, so that its object is named. path is
// the path of the document itself. The document is read once, however deep it is.
func HalfInJSON(path, document string) (at, half string) {
	if Half(document) == "" {
		return "", "" // a backslash stands only in texts
	}
	inside := place{path: path}
	for i := 0; i < len(document); i++ {
		switch document[i] {
		case '{', '[':
			inside.levels = append(inside.levels, level{list: document[i] == '['})
		case '}', ']':
			inside.levels = inside.levels[:len(inside.levels)-1]
		case ',':
			inside.levels[len(inside.levels)-1].index++
		case '"':
			text := gjson.Parse(document[i:]).Raw
			i += len(text) - 1
			half := Half(text)
			named := strings.HasPrefix(strings.TrimLeft(document[i+1:], " \t\r\n"), ":")
			switch {
			case half != "" && named:
				return inside.of(len(inside.levels) - 1), half
			case half != "":
				return inside.of(len(inside.levels)), half
			case named:
				inside.levels[len(inside.levels)-1].name = text
			}
		}
	}
	return "", ""
}

// place is where in a document a reader is: the objects and lists around it.
type place struct {
	path   string
	levels []level
}

// level is an object with the quoted name that was read last, or a list with the index of its value.
type level struct {
	list  bool
	name  string
	index int
}

// of returns the path of the value that the first levels lead to.
func (p place) of(levels int) string {
	parts := make([]string, 0, levels+1)
	if p.path != "" {
		parts = append(parts, p.path)
	}
	for _, l := range p.levels[:levels] {
		if l.list {
			parts = append(parts, strconv.Itoa(l.index))
		} else {
			parts = append(parts, gjson.Parse(l.name).Str)
		}
	}
	return strings.Join(parts, ".")
}
