// Package email reads and compares e-mail addresses. Every part of the program that takes one asks here, so that a person
// who is found by an address in one place is found by it in all.
package email

import (
	"net/mail"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Longest is the length of the longest address that mail can be sent to, in bytes (RFC 5321, 4.5.3.1.3, without the
// brackets).
const Longest = 254

// Valid tells whether a text is one bare address that both databases keep: without a name, brackets or control characters,
// and of at most Longest bytes.
func Valid(text string) bool {
	if len(text) > Longest || !utf8.ValidString(text) || strings.ContainsFunc(text, unicode.IsControl) {
		return false
	}
	parsed, err := mail.ParseAddress(text)
	return err == nil && parsed.Name == "" && parsed.Address == text
}

// Key folds an address for comparing: two that differ in letter case only are the same.
func Key(address string) string { return strings.ToLower(address) }

// Same tells whether to have proven one address proves the other. Folding may make one of letters that only look alike, so
// beyond ASCII both must be the same to the letter.
func Same(a, b string) bool {
	return a == b || ascii(a) && ascii(b) && Key(a) == Key(b)
}

// Domain returns the domain of an address in small letters, or "" where there is none, or one that is not written as DNS
// knows it.
func Domain(address string) string {
	at := strings.LastIndexByte(address, '@')
	if at < 0 || !ascii(address[at+1:]) {
		return ""
	}
	return strings.ToLower(address[at+1:])
}

func ascii(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
