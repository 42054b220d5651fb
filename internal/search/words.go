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

// Words returns the folded words under which a text is found, each once, in the order in which they first appear. A word is
// a run of letters, marks and digits; it is cut to MaxWordBytes at a whole character. A run of a script that has no blanks
// between words is found by its parts: its words are every two characters that stand beside each other, and the last
// character.
func Words(text string) []string {
	var words []string
	add := func(word string) {
		if !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	for _, word := range strings.FieldsFunc(fold(text), apart) {
		runs(word, func(part string, isUnspaced bool) {
			if isUnspaced {
				bigrams(part, add)
			} else {
				add(cut(part))
			}
		})
	}
	return words
}

// Asked returns what the words of a text that is looked for must begin with, each once. It differs from Words in a run of
// an unspaced script: the last character alone would ask for nothing more, unless the run has no other. So one character
// finds every name that holds it, and more find the names that hold every two of them side by side.
func Asked(text string) []string {
	var asked []string
	for _, word := range strings.FieldsFunc(fold(text), apart) {
		runs(word, func(part string, isUnspaced bool) {
			if !isUnspaced {
				asked = append(asked, cut(part))
				return
			}
			last := ""
			bigrams(part, func(bigram string) {
				if last != "" {
					asked = append(asked, last)
				}
				last = bigram
			})
			if utf8.RuneCountInString(part) == 1 {
				asked = append(asked, part)
			}
		})
	}
	slices.Sort(asked)
	return slices.Compact(asked)
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
