// Package spreadsheet writes texts into cells as texts: a program that opens the file is not to run them as formulas.
package spreadsheet

import (
	"strings"
	"unicode"

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

// beginsFormula looks at the first character, and at what Unicode makes of it.
func beginsFormula(s string) bool {
	for i, r := range s {
		if i > 0 {
			return false
		}
		first := strings.TrimLeftFunc(norm.NFKC.String(string(r)), unseen)
		return strings.ContainsAny(first[:min(1, len(first))], formula) || strings.ContainsRune("−–—‐‑‒―﹘", r)
	}
	return false
}

// unseen tells of characters that a spreadsheet may pass over: blanks of every kind, controls, and what has no shape.
func unseen(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Z, unicode.C, unicode.Variation_Selector) ||
		unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) || r == '\u2800'
}
