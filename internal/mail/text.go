package mail

import (
	"strings"
	"unicode"
)

const (
	// maxName and maxText limit the characters of a name, and of a text of several lines.
	maxName = 200
	maxText = 2000
)

// oneLine makes a name safe for a header and for a sentence: a line break would begin a new header or a new paragraph.
func oneLine(name string) string {
	words := strings.FieldsFunc(strings.ToValidUTF8(name, "\uFFFD"), func(r rune) bool {
		return unicode.IsSpace(r) ||
			hidden(r)
	})
	return cut(strings.Join(words, " "), maxName)
}

func oneLineEach(names []string) []string {
	tidy := make([]string, len(names))
	for i, name := range names {
		tidy[i] = oneLine(name)
	}
	return tidy
}

// fewLines keeps the line breaks of a text and cleans each line for display.
func fewLines(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(cut(text, maxText))
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i, line := range lines {
		lines[i] = cut(strings.Join(strings.FieldsFunc(strings.ToValidUTF8(line, "\uFFFD"),
			func(r rune) bool { return unicode.IsSpace(r) || hidden(r) }), " "), maxText)
	}
	return strings.Join(lines, "\n")
}

// hidden reports whether a character is invisible but affects how others are shown, such as one that reverses the
// direction of text.
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
