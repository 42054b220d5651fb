package fault

import (
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/value"
)

// LongText returns TEXT_TOO_LONG for a text that has given characters, of which limit are allowed.
func LongText(field string, limit, given int) *Error {
	return New(TextTooLong, field, "The text has more than {max} characters.", "Write a shorter text.",
		WithNumber("max", limit), WithNumber("given", given))
}

// LongList returns LIST_TOO_LONG for a list that has given entries, of which limit are allowed.
func LongList(field string, limit, given int) *Error {
	return New(ListTooLong, field, "The list has more than {max} entries.",
		"Give fewer entries, or send several requests.", WithNumber("max", limit), WithNumber("given", given))
}

// Again is the parameter of RATE_LIMITED: the moment after which the client may try again.
func Again(at clock.Instant) Parameter { return With("again", value.OfMoment(at)) }
