package account

import (
	"strings"
	"unicode/utf8"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
)

const (
	// longestText is the maximum length of greetings, notes and answers, in characters.
	longestText = 500
)

// owns reports whether an address is the user's e-mail address.
func owns(u *ent.User, address string) bool { return u.Email != nil && email.Same(*u.Email, address) }

// legible reports whether both database engines can store the text: it is valid UTF-8 without NUL.
func legible(text string) bool { return utf8.ValidString(text) && !strings.ContainsRune(text, 0) }

// checkText returns TEXT_TOO_LONG for a text that is too long, and BAD_INPUT for one that a database cannot store.
func checkText(field, text string) error {
	if n := utf8.RuneCountInString(text); n > longestText {
		return fault.LongText(field, longestText, n)
	}
	if !legible(text) {
		return badInput(field, "The text has invalid characters.", "Write plain text.")
	}
	return nil
}
