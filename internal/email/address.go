// Package email parses and compares e-mail addresses. The whole program uses it, so that addresses compare in the same
// way everywhere.
//
// Every way in stores an address in the form of Normal. It refuses one that is not Valid or, in a directory, not
// Readable; only the import keeps such an address, with a warning, as an older system had it.
package email

import (
	"net/mail"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/muniment/muniment/internal/fold"
)

// Longest is the length in bytes of the longest address to which mail can be sent (RFC 5321, 4.5.3.1.3, without the
// angle brackets), and longestLocal that of the longest local part (4.5.3.1.1).
const (
	Longest      = 254
	longestLocal = 64
)

// Normal returns an address in the form in which it is stored: in normal form NFC. An accent that is written as a
// character of its own and one that is a part of its letter cannot be told apart, and mail programs send NFC (RFC 6532,
// section 3.1). An address with a character that NFC makes an ASCII one, such as the Kelvin sign, stays as it is: it
// imitates another.
func Normal(address string) string {
	if Imitates(address) {
		return address
	}
	return norm.NFC.String(address)
}

// Imitates reports whether a text has a character that is taken for an ASCII one if texts are compared, such as the
// Kelvin sign, which is a k in lower case. An address with one would have the key of another mailbox.
func Imitates(text string) bool { return !IsASCII(text) && strings.ContainsFunc(text, imitates) }

// imitates reports whether NFC, or a comparison without regard to letter case, makes r one ASCII character. The dotless
// i of Turkish does not imitate: it is an I only in capital letters, and no comparison is made in these.
func imitates(r rune) bool {
	return r >= utf8.RuneSelf && (unicode.ToLower(r) < utf8.RuneSelf || len(fold.Text(string(r))) == 1)
}

// Valid reports whether text is Readable and has a valid domain. CanonicalDomain must accept its domain without
// changing it, except for letter case and the ASCII form of international names. Rules for a domain therefore apply to
// every valid address of the domain.
func Valid(text string) bool {
	_, domain := split(text)
	return Readable(text) && plainDomain(domain)
}

// Readable reports whether text has the form of one bare address that both databases can store and to which mail could
// be sent: with a local part of at most longestLocal bytes and at most Longest bytes in all, without a display name,
// angle brackets, invisible characters and characters that imitate others. Its domain is valid or, unlike that of
// Valid, a name of a local network, such as localhost or corp_x.example; it is never another spelling of a domain.
// Directories may hold such addresses, and mail may be sent to them; but unless an address is also Valid, nobody can
// sign in with it.
func Readable(text string) bool {
	if len(text) > Longest || !utf8.ValidString(text) || strings.ContainsFunc(text, invisible) || Imitates(text) {
		return false
	}
	parsed, err := mail.ParseAddress(text)
	local, domain := split(text)
	return err == nil && parsed.Name == "" && parsed.Address == text && len(local) <= longestLocal &&
		(plainDomain(domain) || localDomain(domain))
}

// invisible reports whether r has no visible form, or changes the direction of the text around it.
func invisible(r rune) bool {
	return !unicode.IsGraphic(r) || r == '\u2800' ||
		unicode.In(r, unicode.Z, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// Key returns the form in which addresses are compared. It ignores letter case and how accents are encoded, and the
// Unicode and the ASCII form of a domain are the same.
func Key(address string) string {
	if IsASCII(address) {
		return strings.ToLower(address)
	}
	local, domain := split(address)
	if canonical, ok := CanonicalDomain(domain); ok {
		return lower(local) + "@" + canonical
	}
	return lower(address)
}

// lower returns a text in lower case and NFC. Lowering a letter can leave an accent that belongs to it, so that it is
// composed afterwards too.
func lower(text string) string { return Normal(strings.ToLower(Normal(text))) }

// Same reports whether proof of one address is also proof of the other. It is stricter than comparing Key: lowering
// the case of non-ASCII letters can make two different mailboxes equal. So a local part that is not ASCII must match
// exactly in NFC, and the domains must have the same ASCII form.
func Same(a, b string) bool {
	if Normal(a) == Normal(b) || IsASCII(a) && IsASCII(b) && Key(a) == Key(b) {
		return true
	}
	localA, domainA := split(Normal(a))
	localB, domainB := split(Normal(b))
	one, isOne := CanonicalDomain(domainA)
	other, isOther := CanonicalDomain(domainB)
	return isOne && isOther && one == other &&
		(localA == localB || IsASCII(localA) && IsASCII(localB) && strings.EqualFold(localA, localB))
}

// Wire returns an address in the form in which mail servers take it: an international domain in its ASCII form. A
// local part outside ASCII stays, so that only servers with SMTPUTF8 (RFC 6531) take the address; see IsASCII.
func Wire(address string) string {
	local, domain := split(address)
	if canonical, ok := CanonicalDomain(domain); ok && !IsASCII(domain) {
		return local + "@" + canonical
	}
	return address
}

// Domain returns the domain of an address as CanonicalDomain does, or "" if there is none.
func Domain(address string) string {
	_, domain := split(address)
	canonical, _ := CanonicalDomain(domain)
	return canonical
}

// split returns the parts before and after the last at sign. Without an at sign, all of it is local.
func split(address string) (local, domain string) {
	at := strings.LastIndexByte(address, '@')
	if at < 0 {
		return address, ""
	}
	return address[:at], address[at+1:]
}

// IsASCII reports whether a text has only ASCII characters.
func IsASCII(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
