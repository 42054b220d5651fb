package catalog

import (
	"unicode/utf8"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/person"
)

// The limits of texts of the catalog, in characters.
const (
	longestCode        = 100
	longestName        = person.LongestName
	longestRule        = 500
	longestDescription = 2000
)

// The limits of numbers of the catalog.
const (
	maxNumber   = 1_000_000_000
	maxDays     = 36_600
	maxDecimals = 9
)

// line checks a code or a name: one line without what nobody sees.
func (r *refusals) line(field, text string, longest int) {
	if !person.IsLine(text, longest) {
		r.add(badInput(field, "The text must be one line of {min} to {max} characters, with single blanks between "+
			"words, without blanks at its ends and without characters that nobody sees.", "Type the text again.",
			fault.WithNumber("min", 1), fault.WithNumber("max", longest),
			fault.WithNumber("given", utf8.RuneCountInString(text))))
	}
}

// maybeLine checks a line that may be empty.
func (r *refusals) maybeLine(field, text string, longest int) {
	if text != "" {
		r.line(field, text, longest)
	}
}

// text checks a text of several lines, which may be empty.
func (r *refusals) text(field, text string, longest int) {
	if n := utf8.RuneCountInString(text); n > longest {
		r.add(fault.LongText(field, longest, n))
	}
	if person.Visible(text) != text {
		r.add(badInput(field, "The text has characters that nobody sees.", "Type the text again, without them."))
	}
}

// number checks the range of a number.
func (r *refusals) number(field string, n, low, high int) {
	if n < low || n > high {
		r.add(badInput(field, "The number must be {min} to {max}.", "Give a number in this range.",
			fault.WithNumber("min", low), fault.WithNumber("max", high), fault.WithNumber("given", n)))
	}
}

// maybeNumber checks the range of a number, if there is one.
func (r *refusals) maybeNumber(field string, n *int, low, high int) {
	if n != nil {
		r.number(field, *n, low, high)
	}
}
