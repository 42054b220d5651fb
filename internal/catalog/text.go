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
	longestOne         = 300
	longestDescription = 2000
)

// The limits of numbers of the catalog.
const (
	maxNumber   = 1_000_000_000
	maxDays     = 36_600
	maxDecimals = 9
)

// line checks a code or a name: one line without what nobody sees.
func (r *refusals) line(field, text string, longest int) { r.unless(CheckLine(field, text, longest)) }

// maybeLine checks a line that may be empty.
func (r *refusals) maybeLine(field, text string, longest int) {
	if text != "" {
		r.line(field, text, longest)
	}
}

// text checks a text of several lines, which may be empty.
func (r *refusals) text(field, text string, longest int) {
	for _, refusal := range CheckText(field, text, longest) {
		r.add(refusal)
	}
}

// number checks the range of a number.
func (r *refusals) number(field string, n, low, high int) { r.unless(CheckNumber(field, n, low, high)) }

func (r *refusals) unless(refusal *fault.Error) {
	if refusal != nil {
		r.add(refusal)
	}
}

// maybeNumber checks the range of a number, if there is one.
func (r *refusals) maybeNumber(field string, n *int, low, high int) {
	if n != nil {
		r.number(field, *n, low, high)
	}
}

// CheckLine returns BAD_INPUT, or nil for one line of 1 to longest characters without what nobody sees.
func CheckLine(field, text string, longest int) *fault.Error {
	if person.IsLine(text, longest) {
		return nil
	}
	return badInput(field, "The text must be one line of {min} to {max} characters, with single blanks between "+
		"words, without blanks at its ends and without characters that nobody sees.", "Type the text again.",
		fault.WithNumber("min", 1), fault.WithNumber("max", longest),
		fault.WithNumber("given", utf8.RuneCountInString(text)))
}

// CheckText returns what is wrong with a text of several lines, which may be empty: TEXT_TOO_LONG and BAD_INPUT.
func CheckText(field, text string, longest int) (wrong []*fault.Error) {
	if n := utf8.RuneCountInString(text); n > longest {
		wrong = append(wrong, fault.LongText(field, longest, n))
	}
	if person.Visible(text) != text {
		wrong = append(wrong, badInput(field, "The text has characters that nobody sees.",
			"Type the text again, without them."))
	}
	return wrong
}

// CheckNumber returns BAD_INPUT, or nil for a number from low to high.
func CheckNumber(field string, n, low, high int) *fault.Error {
	if low <= n && n <= high {
		return nil
	}
	return badInput(field, "The number must be {min} to {max}.", "Give a number in this range.",
		fault.WithNumber("min", low), fault.WithNumber("max", high), fault.WithNumber("given", n))
}
