// Package person normalizes names of people. Providers, directories, invitations and forms all use it, so that every
// source of names follows the same rules.
package person

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// LongestName is the maximum length of a name, in characters.
const LongestName = 200

// Two format characters that are allowed within words: Persian and many scripts of India need them.
const (
	zeroWidthNonJoiner = '\u200C'
	zeroWidthJoiner    = '\u200D'
)

// Name normalizes a name to one line: in normal form NFC, at most LongestName characters, without control characters,
// characters that change the direction of text and invisible ones, and with single blanks between words. It returns ""
// if nothing is left. Name is idempotent.
func Name(text string) string { return cut(line(text), LongestName) }

// IsName reports whether Name leaves the text unchanged and it is not empty.
func IsName(text string) bool { return IsLine(text, LongestName) }

// Line is Name with another maximum length, in characters, for other short texts such as phone numbers and titles.
func Line(text string, longest int) string { return cut(line(text), longest) }

// IsLine reports whether Line leaves the text unchanged and it is not empty. It is the rule for names that people give
// to things, such as keys.
func IsLine(text string, longest int) bool { return text != "" && Line(text, longest) == text }

func line(text string) string {
	text = strings.ToValidUTF8(text, "")
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' ' // checked first: a line break is a control character, but separates words
		case invisible(r):
			return -1
		}
		return r
	}, text)
	words := strings.Fields(norm.NFC.String(text))
	kept := words[:0]
	for _, word := range words {
		if word = strings.Trim(word, string(zeroWidthNonJoiner)+string(zeroWidthJoiner)); word != "" {
			kept = append(kept, word)
		}
	}
	return strings.Join(kept, " ")
}

// invisible reports whether a character is not displayed itself (controls, formats, ignorable code points), except the
// joiners.
func invisible(r rune) bool {
	if r == zeroWidthJoiner || r == zeroWidthNonJoiner {
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Bidi_Control,
		unicode.Noncharacter_Code_Point,
		unicode.Other_Default_Ignorable_Code_Point)
}

func cut(text string, longest int) string {
	if utf8.RuneCountInString(text) <= longest {
		return text
	}
	// Name trims a joiner at the end of a word, so it must not end with one here either.
	return strings.TrimRight(string([]rune(text)[:longest]), " "+string(zeroWidthNonJoiner)+string(zeroWidthJoiner))
}
