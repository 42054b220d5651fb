package store

import (
	"context"
	"errors"

	"github.com/muniment/muniment/internal/fault"
)

const (
	tooLate    = "The answer was not ready before the deadline."
	askForLess = "Ask for smaller pages or fewer fields, or try again later."
)

// outages are the states of a database that are not a defect of the program, with what clients are told.
var outages = []struct {
	kind            error
	code            fault.Code
	message, remedy string
}{
	{ErrTimeout, fault.Timeout, tooLate, askForLess},
	{context.DeadlineExceeded, fault.Timeout, tooLate, askForLess},
	{context.Canceled, fault.Timeout, tooLate, askForLess},
	{ErrFull, fault.Unavailable, "The database has no space left, so that nothing can be changed at the moment.",
		"Try again later. Whoever runs the server has to free space on the disk."},
	{ErrReadOnly, fault.Unavailable, "The database is read-only, so that nothing can be changed at the moment.",
		"Try again later. Whoever runs the server has to make the database writable."},
	{ErrBusy, fault.Unavailable, "The database is busy at the moment.", "Try again in a moment."},
	{ErrUnavailable, fault.Unavailable, "The database does not answer at the moment.", "Try again in a moment."},
}

// Outage returns what clients are told of an error that comes from the state of the database or from a deadline, and
// not from a defect of the program: UNAVAILABLE or TIMEOUT. It returns nil for every other error.
func Outage(err error) *fault.Error {
	for _, o := range outages {
		if errors.Is(err, o.kind) {
			return fault.New(o.code, "", o.message, o.remedy)
		}
	}
	return nil
}
