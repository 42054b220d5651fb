// Package legible decides which characters the texts of the contract and of the pages' forms may hold.
package legible

import (
	"fmt"
	"unicode"

	"github.com/muniment/muniment/internal/fault"
)

// Unfit returns the first character that no text may hold, and whether there is one: a control character other than a
// tab and the ends of lines, or one that turns the direction of what follows, so that people read another text than is
// there. NUL, which PostgreSQL cannot even look for, is among them.
func Unfit(text string) (rune, bool) {
	for _, c := range text {
		if isUnfit(c) {
			return c, true
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

// Refuse returns BAD_INPUT for a text with a character, which the message names by its number, since nobody could see
// it.
func Refuse(field string, c rune) *fault.Error {
	return fault.New(fault.BadInput, field, "A text holds the character {character}, which cannot be seen.",
		"Leave it out.",
		fault.WithText("character", nameOf(c)))
}

func nameOf(c rune) string {
	if c == 0 {
		return "U+0000 (NUL)"
	}
	return fmt.Sprintf("U+%04X", c)
}
