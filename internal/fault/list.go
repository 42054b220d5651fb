package fault

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/person"
	"github.com/muniment/muniment/internal/value"
)

// List collects what is wrong with an input, so that one answer tells all of it.
type List []error

// Bad makes a BAD_INPUT.
func Bad(field, message, remedy string, parameters ...Parameter) *Error {
	return New(BadInput, field, message, remedy, parameters...)
}

// Add adds refusals. A nil one is left out, so that the result of a check can be added as it is.
func (l *List) Add(refusals ...*Error) {
	for _, refusal := range refusals {
		if refusal != nil {
			*l = append(*l, refusal)
		}
	}
}

// AddIf adds a refusal, or several that are joined, and returns nil. It returns every other error: a failure of the
// server.
func (l *List) AddIf(err error) error {
	var refusal *Error
	if !errors.As(err, &refusal) {
		return err
	}
	*l = append(*l, err)
	return nil
}

// Err returns all refusals as one error, or nil if there are none.
func (l List) Err() error { return errors.Join(l...) }

// Reason refuses a change that needs a reason, and has none.
func (l *List) Reason(reason string) {
	if strings.TrimSpace(person.Visible(reason)) == "" {
		l.Add(Bad("input.reason", "The change needs a reason.", "Write why the change is made."))
	}
}

// MaybeLine checks a text of one line, which may be empty and has at most longest characters.
func (l *List) MaybeLine(field, text string, longest int) {
	if text == "" || person.IsLine(text, longest) {
		return
	}
	if n := utf8.RuneCountInString(text); n > longest {
		l.Add(LongText(field, longest, n))
		return
	}
	l.Add(Bad(field, "The text must be one line, with single blanks between words, without blanks at its ends and "+
		"without characters that nobody sees.", "Type the text again."))
}

// EndsTooLate refuses last days after day.Latest, which nobody can write. day.Forever is none: a right or a coverage
// has it if it has no end, or if its end is not known yet. It returns nil if there is no such day.
func EndsTooLate(field string, last ...day.Day) *Error {
	for _, on := range last {
		if on > day.Latest && on != day.Forever {
			return Bad(field, "The right, or what covers it, would end after {latest}.",
				"Give an earlier day, or a shorter length.", With("latest", value.OfDay(day.Latest)))
		}
	}
	return nil
}

// Days refuses days that end before they begin. A nil day is not known, or there is none.
func (l *List) Days(field string, first, last *day.Day) {
	if first != nil && last != nil && *last < *first {
		l.Add(New(BadRange, field, "{to} is before {from}.", "Give {from} or a later day.",
			With("from", value.OfDay(*first)), With("to", value.OfDay(*last))))
	}
}
