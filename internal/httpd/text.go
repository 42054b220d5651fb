package httpd

import (
	"fmt"
	"unicode"

	"github.com/muniment/muniment/internal/fault"
)

// unfit finds the first character in the texts of a value that no text of the contract may hold: a control character
// other than a tab and the ends of lines, or one that turns the direction of what follows, so that people read another
// text than is there. NUL, which PostgreSQL cannot even look for, is among them.
func unfit(value any) (rune, bool) {
	switch v := value.(type) {
	case string:
		for _, c := range v {
			if isUnfit(c) {
				return c, true
			}
		}
	case []any:
		for _, inner := range v {
			if c, ok := unfit(inner); ok {
				return c, true
			}
		}
	case map[string]any:
		for _, inner := range v {
			if c, ok := unfit(inner); ok {
				return c, true
			}
		}
	}
	return 0, false
}

func isUnfit(c rune) bool {
	switch c {
	case '\t', '\n', '\r', '\u200e', '\u200f', '\u061c': // marks of a direction change nothing that is written out
		return false
	}
	return unicode.IsControl(c) || unicode.Is(unicode.Bidi_Control, c)
}

// refuseCharacter refuses a text for a character, which the message names by its number, since nobody could see it.
func refuseCharacter(field string, c rune) *fault.Error {
	return fault.New(fault.BadInput, field, "A text holds the character {character}, which cannot be seen.",
		"Leave it out.",
		fault.WithText("character", nameOf(c)))
}

// refuseEscape refuses a text with an escape that is half a character. Decoders would put U+FFFD in its place.
func refuseEscape(field, half string) *fault.Error {
	return fault.New(fault.BadInput, field, "A text holds {character}, which is half a character.",
		"Write the whole character itself, in UTF-8.", fault.WithText("character", half))
}

func nameOf(c rune) string {
	if c == 0 {
		return "U+0000 (NUL)"
	}
	return fmt.Sprintf("U+%04X", c)
}
