package mail

import (
	"strings"
	"unicode"
)

const (
	// maxName and maxText are how many characters of a name, and of a text of several lines, are shown.
	maxName = 200
	maxText = 2000
)

// oneLine makes a name fit for a header and for a sentence: without it, a line break in a name would begin a header or
// a paragraph of its own.
func oneLine(name string) string {
	words := strings.FieldsFunc(strings.ToValidUTF8(name, "\uFFFD"), func(r rune) bool { return unicode.IsSpace(r) || hidden(r) })
	return cut(strings.Join(words, " "), maxName)
}

func oneLineEach(names []string) []string {
	tidy := make([]string, len(names))
	for i, name := range names {
		tidy[i] = oneLine(name)
	}
	return tidy
}

// fewLines keeps the lines of a text and makes each fit to be shown.
func fewLines(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(cut(text, maxText))
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i, line := range lines {
		lines[i] = cut(strings.Join(strings.FieldsFunc(strings.ToValidUTF8(line, "\uFFFD"),
			func(r rune) bool { return unicode.IsSpace(r) || hidden(r) }), " "), maxText)
	}
	return strings.Join(lines, "\n")
}

// hidden says whether a character is not seen but steers how others are, such as one that turns the direction of text.
func hidden(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
}

func cut(text string, most int) string {
	for i := range text {
		if most == 0 {
			return text[:i] + "…"
		}
		most--
	}
	return text
}
