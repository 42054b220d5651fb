// Package spreadsheet writes texts into cells as texts: a program that opens the file is not to run them as formulas.
package spreadsheet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// formula begins what a spreadsheet runs; carriage return and line feed may begin a row of its own.
const formula = "=+-@|\r\n"

// Harmless returns a text that no spreadsheet takes for a formula: it has an apostrophe before it if one could. What decides is
// the first character behind blanks and characters that nobody sees, in any form that Unicode takes for the same: full-width,
// small, raised or lowered. A tab, or the end of a line, at the very beginning gets an apostrophe too, whatever follows.
func Harmless(s string) string {
	if s == "" {
		return s
	}
	if strings.ContainsRune("\t\r\n", rune(s[0])) || beginsFormula(strings.TrimLeftFunc(s, unseen)) {
		return "'" + s
	}
	return s
}

// minuses are taken for minus signs, although Unicode keeps them apart.
const minuses = "\u2212\u2010\u2011\u2012\u2013\u2014\u2015\ufe58"

// beginsFormula looks at the first character, and at what Unicode makes of it.
func beginsFormula(s string) bool {
	if s == "" {
		return false
	}
	_, size := utf8.DecodeRuneInString(s)
	same := strings.TrimLeftFunc(norm.NFKC.String(s[:size]), unseen)
	first, _ := utf8.DecodeRuneInString(same)
	return same != "" && strings.ContainsRune(formula+minuses, first)
}

// unseen tells of characters that a spreadsheet may pass over: blanks of every kind, controls, and what has no shape.
func unseen(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Z, unicode.C, unicode.Variation_Selector) ||
		unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) || r == '\u2800'
}
