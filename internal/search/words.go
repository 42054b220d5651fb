// Package search folds text so that names are found and ordered alike, whatever their letter case, width or accents'
// encoding.
package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// MaxWordBytes is the longest word kept; what follows in a longer one is not searchable.
const MaxWordBytes = 64

// Key folds a text for ordering and comparing names: compatibility forms are made one (NFKC), letter case is folded,
// runs of white space become one blank, and none is left at either end.
func Key(text string) string { return strings.Join(strings.Fields(fold(text)), " ") }

// Words returns the folded words of a text, each once, in the order in which they first appear. A word is a run of
// letters, marks and digits; it is cut to MaxWordBytes at a whole character.
func Words(text string) []string {
	var words []string
	for _, word := range strings.FieldsFunc(fold(text), apart) {
		if word = cut(word); !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	return words
}

// fold normalizes once more after folding the case, since folding may leave characters apart that compose. The
// folding of x/text swaps the two cases of Cherokee; making all of it small mends that.
func fold(text string) string {
	if plain(text) {
		return strings.ToLower(text)
	}
	return norm.NFKC.String(strings.ToLower(cases.Fold().String(norm.NFKC.String(text))))
}

func plain(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func apart(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }

func cut(word string) string {
	if len(word) <= MaxWordBytes {
		return word
	}
	end := MaxWordBytes
	for !utf8.RuneStart(word[end]) {
		end--
	}
	return word[:end]
}
