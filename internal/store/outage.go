package store

import (
	"context"
	"errors"

	"github.com/muniment/muniment/internal/fault"
)

// outages are the states of a database that are not a defect of the program, with what clients are told.
var outages = []struct {
	kind error
	told func() *fault.Error
}{
	{ErrTimeout, tooLate}, {context.DeadlineExceeded, tooLate}, {context.Canceled, tooLate},
	{ErrFull, func() *fault.Error {
		return fault.New(fault.Unavailable, "",
			"The database has no space left, so that nothing can be changed at the moment.",
			"Try again later. Whoever runs the server has to free space on the disk.")
	}},
	{ErrReadOnly, func() *fault.Error {
		return fault.New(fault.Unavailable, "",
			"The database is read-only, so that nothing can be changed at the moment.",
			"Try again later. Whoever runs the server has to make the database writable.")
	}},
	{ErrBusy, func() *fault.Error {
		return fault.New(fault.Unavailable, "", "The database is busy at the moment.", "Try again in a moment.")
	}},
	{ErrUnavailable, func() *fault.Error {
		return fault.New(fault.Unavailable, "", "The database does not answer at the moment.", "Try again in a moment.")
	}},
}

func tooLate() *fault.Error {
	return fault.New(fault.Timeout, "", "The answer was not ready before the deadline.",
		"Ask for smaller pages or fewer fields, or try again later.")
}

// Outage returns what clients are told of an error that comes from the state of the database or from a deadline, and
// not from a defect of the program: UNAVAILABLE or TIMEOUT. It returns nil for every other error.
func Outage(err error) *fault.Error {
	for _, o := range outages {
		if errors.Is(err, o.kind) {
			return o.told()
		}
	}
	return nil
}
