package account

import (
	"unicode/utf8"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/legible"
)

const (
	// longestText is the maximum length of greetings, notes and answers, in characters.
	longestText = 500
)

// owns reports whether an address is the user's e-mail address.
func owns(u *ent.User, address string) bool { return u.Email != nil && email.Same(*u.Email, address) }

// checkText returns TEXT_TOO_LONG for a text that is too long, and BAD_INPUT for one that holds characters that
// nobody sees.
func checkText(field, text string) error {
	if n := utf8.RuneCountInString(text); n > longestText {
		return fault.LongText(field, longestText, n)
	}
	if !utf8.ValidString(text) {
		return badInput(field, "The text has invalid characters.", "Write plain text.")
	}
	if c, ok := legible.Unfit(text); ok {
		return legible.Refuse(field, c)
	}
	return nil
}
