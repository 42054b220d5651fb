// Package person makes what others write about people fit to be kept and shown: providers, directories, invitations and forms
// all pass here, so that a name that is harmless on one way in is not harmful on another.
package person

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// LongestName is the length of the longest name of a person, in characters.
const LongestName = 200

// The two format characters that scripts need within words: Persian and many scripts of India are misspelled without them.
const (
	zeroWidthNonJoiner = '\u200C'
	zeroWidthJoiner    = '\u200D'
)

// Name makes a name fit for one line: in the normal form NFC, of at most LongestName characters, without control characters,
// characters that turn the direction of text or are not seen, and with single blanks between words. It returns "" for a name
// of which nothing is left. Name(Name(x)) is Name(x).
func Name(text string) string { return cut(line(text), LongestName) }

// IsName tells whether a text is fit to be a name as it is.
func IsName(text string) bool { return text != "" && Name(text) == text }

// Line is Name with a length of one's own, in characters: for what else people are called, such as phone numbers and titles.
func Line(text string, longest int) string { return cut(line(text), longest) }

func line(text string) string {
	text = strings.ToValidUTF8(text, "")
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' ' // before what is hidden: a line break is a control character that parts words
		case hidden(r):
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

// hidden tells whether a character is not seen but steers how others are, or is nothing that text is made of.
func hidden(r rune) bool {
	if r == zeroWidthJoiner || r == zeroWidthNonJoiner {
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Bidi_Control, unicode.Noncharacter_Code_Point,
		unicode.Other_Default_Ignorable_Code_Point)
}

func cut(text string, longest int) string {
	if utf8.RuneCountInString(text) <= longest {
		return text
	}
	// A joiner at the new end would change with the next call.
	return strings.TrimRight(string([]rune(text)[:longest]), " "+string(zeroWidthNonJoiner)+string(zeroWidthJoiner))
}
