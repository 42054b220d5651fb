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

// emptyBraille is a cell of Braille without dots.
const emptyBraille = '\u2800'

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

// Visible returns a text without the characters that Name removes because nobody sees them. Its letters, blanks, tabs
// and line breaks stay as they are. It is for names and notes that are taken over from another system as they stand.
func Visible(text string) string {
	if plain(text) {
		return text
	}
	return visible(text, func(r rune) rune {
		if strings.ContainsRune("\t\n\r", r) || unicode.Is(unicode.Zs, r) {
			return r
		}
		return ' '
	})
}

// plain reports whether a text has only ASCII characters, and none of its control characters but tabs and line breaks.
func plain(text string) bool {
	for i := range len(text) {
		c := text[i]
		if c >= utf8.RuneSelf || c == 0x7F || c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return false
		}
	}
	return true
}

// visible removes the characters of a text that nobody sees, and replaces white space by what space returns.
func visible(text string, space func(rune) rune) string {
	last := ' ' // the last character that is kept and is not a mark, such as an accent
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			r = space(r) // checked first: a line break is a control character, but separates words
		case invisible(r), pointless(r, last):
			return -1
		}
		if !unicode.Is(unicode.Inherited, r) {
			last = r
		}
		return r
	}, strings.ToValidUTF8(text, ""))
}

func line(text string) string {
	text = visible(text, func(rune) rune { return ' ' })
	words := strings.Fields(norm.NFC.String(text))
	kept := words[:0]
	for _, word := range words {
		if word = strings.Trim(word, string(zeroWidthNonJoiner)+string(zeroWidthJoiner)); word != "" {
			kept = append(kept, word)
		}
	}
	return strings.Join(kept, " ")
}

// separate are scripts whose letters are never joined and have no variants.
var separate = []*unicode.RangeTable{unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Armenian, unicode.Georgian,
	unicode.Hebrew}

// pointless reports whether a joiner, or a selector of a variant, does nothing after a character, so that it could only
// make two names look alike.
func pointless(r, last rune) bool {
	if r != zeroWidthJoiner && r != zeroWidthNonJoiner && !unicode.Is(unicode.Variation_Selector, r) {
		return false
	}
	return last <= unicode.MaxASCII || unicode.In(last, separate...)
}

// invisible reports whether a character is not displayed itself (controls, formats, ignorable code points), except the
// joiners.
func invisible(r rune) bool {
	if r == zeroWidthJoiner || r == zeroWidthNonJoiner {
		return false
	}
	return r == emptyBraille || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Bidi_Control,
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
