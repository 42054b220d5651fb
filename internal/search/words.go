// Package search splits names into folded words and finds objects by them. Folding removes differences in letter case,
// width and Unicode encoding, for searching and for ordering.
package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// MaxWordBytes is the maximum length of a word in bytes. The rest of a longer word is not searchable.
const MaxWordBytes = 64

// Key folds a text for ordering and comparing names: it applies NFKC, folds letter case,
// replaces each run of white space by one space and trims both ends.
func Key(text string) string { return strings.Join(strings.Fields(fold(text)), " ") }

// Words returns the folded words under which a text is stored, without duplicates, in the order in which they first
// appear. A word is a run of letters, marks and digits; it is cut to MaxWordBytes at a character boundary. A run in a
// script without spaces between words is stored as its bigrams, that is every two adjacent characters, and the last
// character.
func Words(text string) []string {
	var words []string
	add := func(word string) {
		if !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	for _, word := range strings.FieldsFunc(fold(text), isSeparator) {
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

// QueryTerms returns the word prefixes that a search text requires, without duplicates. It differs from Words in a run
// in an unspaced script: it leaves the last character alone out, unless the run has only one. So one character finds
// every name that contains it, and several find the names that contain all their bigrams.
func QueryTerms(text string) []string {
	var asked []string
	for _, word := range strings.FieldsFunc(fold(text), isSeparator) {
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

// fold normalizes again after folding the case, because folding may produce characters that compose. The
// folding of x/text swaps the two cases of Cherokee; converting to lower case corrects that.
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

func isSeparator(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
}

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
