package search

import (
	"unicode"
	"unicode/utf8"
)

// unspaced are the scripts that are written with few or no spaces between words.
var unspaced = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo,
	unicode.Thai,
	unicode.Lao, unicode.Khmer, unicode.Myanmar}

// longVowel is the Katakana prolonged sound mark. Unicode assigns it to the script Common.
const longVowel = 'ー'

// isUnspaced reports whether a character belongs to a run in an unspaced script: it is of such a script or, if within,
// a mark.
func isUnspaced(r rune, within bool) bool {
	return r == longVowel || unicode.In(r, unspaced...) || within && unicode.IsMark(r)
}

// runs splits a word into runs of spaced and unspaced scripts, and calls visit for every run.
func runs(word string, visit func(part string, isUnspaced bool)) {
	begin, within := 0, false
	for i, r := range word {
		is := isUnspaced(r, within)
		if is != within && i > begin {
			visit(word[begin:i], within)
			begin = i
		}
		within = is
	}
	if begin < len(word) {
		visit(word[begin:], within)
	}
}

// bigrams calls visit for every two adjacent characters, and then for the last one alone.
func bigrams(text string, visit func(string)) {
	for len(text) > 0 {
		_, first := utf8.DecodeRuneInString(text)
		_, second := utf8.DecodeRuneInString(text[first:])
		visit(text[:first+second])
		text = text[first:]
	}
}
