package account

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/person"
)

// CheckName returns a name, or another short text, in the normal form NFC. It returns BAD_INPUT unless the text is one
// line of at most person.LongestName characters that people can see. An empty text is allowed.
func CheckName(field, text string) (string, error) {
	text = norm.NFC.String(text)
	switch {
	case text == "" || person.IsName(text):
		return text, nil
	case person.Visible(text) != text:
		return "", badInput(field, "The text has characters that nobody sees.", "Type the text again, without them.")
	}
	return "", badInput(field,
		"The text must be one line of at most {max} characters, with single blanks between words and without blanks "+
			"at its ends.",
		"Type the text again.", fault.WithNumber("max", person.LongestName),
		fault.WithNumber("given", utf8.RuneCountInString(text)))
}
