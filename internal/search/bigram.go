package search

import (
	"unicode"
	"unicode/utf8"
)

// unspaced are the scripts whose texts have few blanks, or none, between words.
var unspaced = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo, unicode.Thai,
	unicode.Lao, unicode.Khmer, unicode.Myanmar}

// longVowel is the mark that makes a vowel of Katakana long. It belongs to no script alone.
const longVowel = 'ー'

// isUnspaced tells whether a character continues a run of an unspaced script, which it does if it is of one or, behind one, a mark.
func isUnspaced(r rune, within bool) bool {
	return r == longVowel || unicode.In(r, unspaced...) || within && unicode.IsMark(r)
}

// runs cuts a word where a script with blanks between words meets one without, and calls visit for every part.
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

// bigrams calls visit for every two characters that stand beside each other, and then for the last one alone.
func bigrams(text string, visit func(string)) {
	for len(text) > 0 {
		_, first := utf8.DecodeRuneInString(text)
		_, second := utf8.DecodeRuneInString(text[first:])
		visit(text[:first+second])
		text = text[first:]
	}
}
