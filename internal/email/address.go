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

// Valid tells whether a text is one bare address that both databases keep: without a name, brackets or characters that are not
// seen, and of at most Longest bytes. Its domain is one that CanonicalDomain accepts, written as it is: in ASCII letters, or in
// letters that are none but their own, letter case aside. So the rules that hang on a domain hold for every valid address.
func Valid(text string) bool {
	_, domain := split(text)
	return Readable(text) && !strings.ContainsFunc(text, unseen) && plainDomain(domain)
}

// Readable tells whether a text has the form of one bare address that both databases keep, whatever its domain. Others may hold
// such of people, or use it to send mails; if it is not Valid, nobody comes in by it.
func Readable(text string) bool {
	if len(text) > Longest || !utf8.ValidString(text) || strings.ContainsFunc(text, unicode.IsControl) {
		return false
	}
	parsed, err := mail.ParseAddress(text)
	return err == nil && parsed.Name == "" && parsed.Address == text
}

// unseen tells whether a character shows nothing, or turns what stands around it round.
func unseen(r rune) bool {
	return !unicode.IsGraphic(r) || unicode.In(r, unicode.Z, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// Key folds an address for comparing: two that differ in letter case only are the same, and a domain is the same in its own
// letters and in its form for DNS.
func Key(address string) string {
	if ascii(address) {
		return strings.ToLower(address)
	}
	local, domain := split(address)
	if canonical, ok := CanonicalDomain(domain); ok {
		return strings.ToLower(local) + "@" + canonical
	}
	return strings.ToLower(address)
}

// Same tells whether to have proven one address proves the other. Folding may make one of letters that only look alike, so
// beyond ASCII what stands before the at sign must be the same to the letter, and the domains the same in their form for DNS.
func Same(a, b string) bool {
	if a == b || ascii(a) && ascii(b) && Key(a) == Key(b) {
		return true
	}
	localA, domainA := split(a)
	localB, domainB := split(b)
	one, isOne := CanonicalDomain(domainA)
	other, isOther := CanonicalDomain(domainB)
	return isOne && isOther && one == other &&
		(localA == localB || ascii(localA) && ascii(localB) && strings.EqualFold(localA, localB))
}

// Domain returns the domain of an address as CanonicalDomain does, or "" if there is none.
func Domain(address string) string {
	_, domain := split(address)
	canonical, _ := CanonicalDomain(domain)
	return canonical
}

// split returns what stands before the last at sign and behind it; without one all of it stands before.
func split(address string) (local, domain string) {
	at := strings.LastIndexByte(address, '@')
	if at < 0 {
		return address, ""
	}
	return address[:at], address[at+1:]
}

func ascii(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
