package fold

import (
	"slices"
	"strings"
)

// Spellings returns the spellings in which an identifier, or the beginning of one, is looked for in a column that keeps
// it as it was written: as typed, in upper case and in lower case, sorted and without duplicates.
func Spellings(text string) []string {
	list := []string{text, strings.ToUpper(text), strings.ToLower(text)}
	slices.Sort(list)
	return slices.Compact(list)
}
