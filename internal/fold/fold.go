// Package fold compares identifiers as people read them: without regard to letter case and encoding.
package fold

import (
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Text makes texts equal that differ only in letter case or in canonically equivalent encodings. It is for identifiers
// such as user names, for which search.Key would fold too much: it also folds width and white space.
func Text(text string) string {
	return norm.NFC.String(strings.ToLower(cases.Fold().String(norm.NFC.String(text))))
}
