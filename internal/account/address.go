package account

import (
	"strings"
	"unicode/utf8"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/email"
)

const (
	// longestText is of greetings, notes and answers, in letters.
	longestText = 500
)

// owns tells whether an address that was proven is the user's.
func owns(u *ent.User, address string) bool { return u.Email != nil && email.Same(*u.Email, address) }

// legible tells whether both databases keep a text as it is.
func legible(text string) bool { return utf8.ValidString(text) && !strings.ContainsRune(text, 0) }

// checkText refuses a text of people with BAD_INPUT that is too long or that cannot be kept.
func checkText(field, text string) error {
	if utf8.RuneCountInString(text) > longestText {
		return badInput(field, "The text has more than 500 characters.", "Write a shorter text.")
	}
	if !legible(text) {
		return badInput(field, "The text has invalid characters.", "Write plain text.")
	}
	return nil
}
