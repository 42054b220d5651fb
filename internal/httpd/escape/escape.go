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
func Half(raw string) string { return surrogate(raw, true) }

// Surrogate is Half for syntaxes in which both halves together are no character either.
func Surrogate(raw string) string { return surrogate(raw, false) }

func surrogate(raw string, paired bool) string {
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
			if !paired || utf16.DecodeRune(half, other) == '\uFFFD' {
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
// value that has it, such as filter.names.0. path is the path of the document itself.
func HalfInJSON(path, document string) (at, half string) {
	if !strings.Contains(document, `\u`) {
		return "", ""
	}
	return halfIn(path, gjson.Parse(document))
}

func halfIn(path string, value gjson.Result) (at, half string) {
	if value.Type == gjson.String {
		if half = Half(value.Raw); half != "" {
			return path, half
		}
		return "", ""
	}
	if !value.IsObject() && !value.IsArray() {
		return "", ""
	}
	index := 0
	value.ForEach(func(name, inner gjson.Result) bool {
		if half = Half(name.Raw); half != "" { // the name cannot be written, so that its object is named
			at = path
			return false
		}
		key := name.Str
		if value.IsArray() {
			key = strconv.Itoa(index)
			index++
		}
		below := key
		if path != "" {
			below = path + "." + key
		}
		at, half = halfIn(below, inner)
		return half == ""
	})
	return at, half
}
