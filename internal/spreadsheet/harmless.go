// Package spreadsheet protects texts in CSV files from being run as formulas by spreadsheet programs.
package spreadsheet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// formulaStarts are characters that begin a formula; a carriage return or a line feed may begin a new row.
const formulaStarts = "=+-@|\r\n"

// Harmless puts an apostrophe before a text that a spreadsheet could run as a formula. It looks at the first character
// after blanks and invisible characters, in its compatible Unicode form, since full-width, small, raised or lowered
// forms count as well. A text that begins with a tab or a line break always gets an apostrophe.
func Harmless(s string) string {
	if s == "" {
		return s
	}
	if strings.ContainsRune("\t\r\n", rune(s[0])) || beginsFormula(strings.TrimLeftFunc(s, invisible)) {
		return "'" + s
	}
	return s
}

// minusLookalikes are characters that programs accept as a minus sign, although Unicode has no compatibility mapping
// for them.
const minusLookalikes = "\u2212\u2010\u2011\u2012\u2013\u2014\u2015\ufe58"

// beginsFormula checks the first character, and its compatible form (NFKC).
func beginsFormula(s string) bool {
	if s == "" {
		return false
	}
	_, size := utf8.DecodeRuneInString(s)
	same := strings.TrimLeftFunc(norm.NFKC.String(s[:size]), invisible)
	first, _ := utf8.DecodeRuneInString(same)
	return same != "" && strings.ContainsRune(formulaStarts+minusLookalikes, first)
}

// invisible reports whether a spreadsheet may skip a character: blanks of every kind, controls, and characters without
// a shape.
func invisible(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Z, unicode.C, unicode.Variation_Selector) ||
		unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) || r == '\u2800'
}
