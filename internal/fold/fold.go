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

// A key beside another is the other one, the separator, and the id of its row. Texts of one line have no separator.
const (
	separator      = "\n"
	afterSeparator = "\v"
)

// SetBeside returns the key of a row whose name folds to a key that another row has, if keys are unique. Beside finds
// it.
func SetBeside(key, id string) string { return key + separator + id }

// Beside returns the range of the keys that SetBeside made of a key, from the first one to the one after the last, as
// bytes are ordered.
func Beside(key string) (from, to string) { return key + separator, key + afterSeparator }
