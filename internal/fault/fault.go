// Package fault holds the errors that are meant for the one who asked: a stable code, what was wrong, where, and what
// would mend it. Every other error stays inside and is answered as INTERNAL.
package fault

import "errors"

// Code is a stable UPPER_SNAKE word that clients may act on. It is never reused with another meaning.
type Code string

// The codes of reading. Subjects add their own.
const (
	// BadCursor: the cursor is unreadable, or belongs to another list, order, filter or viewer.
	BadCursor Code = "BAD_CURSOR"
	// BadPageSize: first or last is outside 1..100, or both are given.
	BadPageSize Code = "BAD_PAGE_SIZE"
	// BadInput: an argument cannot be read or contradicts another.
	BadInput Code = "BAD_INPUT"
	// BadRange: a range ends before it begins.
	BadRange Code = "BAD_RANGE"
	// FilterTooBroad: the filter and the order together would read too much.
	FilterTooBroad Code = "FILTER_TOO_BROAD"
	// NotFound: there is no such object that the viewer may see.
	NotFound Code = "NOT_FOUND"
	// Ambiguous: the name stands for several objects.
	Ambiguous Code = "AMBIGUOUS"
	// RateLimited: too much was asked for, or too much mail caused, in a short time.
	RateLimited Code = "RATE_LIMITED"
	// Timeout: the answer was not ready before the deadline.
	Timeout Code = "TIMEOUT"
	// Unavailable: the database does not answer for now.
	Unavailable Code = "UNAVAILABLE"
	// Internal: something broke here.
	Internal Code = "INTERNAL"
)

// Error is an error for the one who asked. Field names the argument, as a path of dots, and may be empty.
type Error struct {
	Code    Code
	Message string
	Field   string
	Remedy  string
	// Parameters are the values that the message and the remedy name.
	Parameters []Parameter
}

// Error returns the message with the code.
func (e *Error) Error() string { return string(e.Code) + ": " + e.Message }

// New makes an error for the one who asked. Message and remedy are fixed texts: what is known only when it happens is a
// parameter, and they name it in braces, such as {account}.
func New(code Code, field, message, remedy string, parameters ...Parameter) *Error {
	return &Error{Code: code, Message: Fill(message, parameters), Field: field, Remedy: Fill(remedy, parameters), Parameters: parameters}
}

// CodeOf returns the code of the first Error in the chain, or Internal.
func CodeOf(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return Internal
}
