// Package fault holds the errors that are shown to the client: a stable code, what is wrong, in which argument, and
// how to fix it. Every other error is only logged, and the client gets INTERNAL.
package fault

import "errors"

// Code is a stable UPPER_SNAKE word on which clients may act. A code is never reused with another meaning.
type Code string

// The general codes. Other packages add their own.
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
	// TextTooLong: a text has more characters than are allowed.
	TextTooLong Code = "TEXT_TOO_LONG"
	// ListTooLong: a list has more entries than are allowed.
	ListTooLong Code = "LIST_TOO_LONG"
	// TooManyWords: a text to search for has more words than are allowed.
	TooManyWords Code = "TOO_MANY_WORDS"
	// NotFound: there is no such object that the viewer may see.
	NotFound Code = "NOT_FOUND"
	// Ambiguous: the name matches several objects.
	Ambiguous Code = "AMBIGUOUS"
	// RateLimited: too many requests were made, or too many mails were caused, in a short time. The parameter again
	// is when to try again.
	RateLimited Code = "RATE_LIMITED"
	// Timeout: the answer was not ready before the deadline.
	Timeout Code = "TIMEOUT"
	// Unavailable: the database does not answer at the moment.
	Unavailable Code = "UNAVAILABLE"
	// Internal: an unexpected error in the server.
	Internal Code = "INTERNAL"
)

// Error is an error that is shown to the client. Field names the argument as a path with dots, and may be empty.
type Error struct {
	Code    Code
	Message string
	Field   string
	Remedy  string
	// Parameters are the values that appear in the message and the remedy.
	Parameters []Parameter
}

// Error returns the message with the code.
func (e *Error) Error() string { return string(e.Code) + ": " + e.Message }

// New makes an error that is shown to the client. message and remedy are fixed texts. They refer to variable values by
// the name of a parameter in braces, such as {account}.
func New(code Code, field, message, remedy string, parameters ...Parameter) *Error {
	return &Error{Code: code, Message: Fill(message, parameters), Field: field, Remedy: Fill(remedy, parameters),
		Parameters: parameters}
}

// CodeOf returns the code of the first Error in the chain, or Internal.
func CodeOf(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return Internal
}
