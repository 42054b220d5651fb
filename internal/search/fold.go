package search

import (
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Fold makes texts equal that differ only in letter case or in canonically equivalent encodings. It is for identifiers
// such as user names, for which Key would fold too much: it also folds width and white space.
func Fold(text string) string {
	if plain(text) {
		return strings.ToLower(text)
	}
	return norm.NFC.String(strings.ToLower(cases.Fold().String(norm.NFC.String(text))))
}
