package account

import (
	"net/mail"
	"strings"
	"unicode/utf8"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/access"
)

const (
	// longestAddress and longestDomain are in bytes.
	longestAddress, longestDomain = 254, 253
	// longestText is of greetings, notes and answers, in letters.
	longestText = 500
	// longestDisplayName is in letters.
	longestDisplayName = 200
)

// isAddress tells whether a text is a bare e-mail address.
func isAddress(text string) bool {
	parsed, err := mail.ParseAddress(text)
	return err == nil && parsed.Name == "" && parsed.Address == text && len(text) <= longestAddress && legible(text)
}

// owns tells whether an address that was proven is the user's. Folding may make one of letters that only look alike; then
// just the one is proven that was written to.
func owns(u *ent.User, address string) bool {
	return u.Email != nil && (*u.Email == address || ascii(address) && ascii(*u.Email) && access.EmailKey(*u.Email) == access.EmailKey(address))
}

// domainOf returns the domain of an e-mail address in small letters, or "" where it is no domain that DNS knows.
func domainOf(address string) string {
	at := strings.LastIndexByte(address, '@')
	domain, ok := asDomain(address[at+1:])
	if at < 0 || !ok {
		return ""
	}
	return domain
}

// asDomain returns a domain as it is stored, in small letters, and whether it is one as DNS knows it, of two labels or more.
func asDomain(text string) (string, bool) {
	text = strings.ToLower(strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(text), "@"), "."))
	labels := strings.Split(text, ".")
	if len(text) > longestDomain || len(labels) < 2 || strings.Trim(labels[len(labels)-1], "0123456789") == "" {
		return "", false
	}
	for _, label := range labels {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' ||
			strings.Trim(label, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			return "", false
		}
	}
	return text, true
}

func ascii(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// legible tells whether both databases keep a text as it is.
func legible(text string) bool { return utf8.ValidString(text) && !strings.ContainsRune(text, 0) }

// checkText refuses a text of people with BAD_INPUT that is too long or that cannot be kept.
func checkText(field, text string) error {
	if utf8.RuneCountInString(text) > longestText {
		return badInput(field, "A text has at most 500 letters.", "Write a shorter one.")
	}
	if !legible(text) {
		return badInput(field, "The text has characters that are none.", "Write plain text.")
	}
	return nil
}
