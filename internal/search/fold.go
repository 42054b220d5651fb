package search

import (
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Fold makes texts equal that differ in letter case, or in how accents are encoded, and no others. It is for names that identify
// somebody, which Key would make equal too often: Key also folds width and blanks.
func Fold(text string) string {
	if plain(text) {
		return strings.ToLower(text)
	}
	return norm.NFC.String(strings.ToLower(cases.Fold().String(norm.NFC.String(text))))
}
