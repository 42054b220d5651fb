package plan

import "github.com/muniment/muniment/internal/fault"

// Change is implemented by payloads that report the outcome of their change. For other payloads the outcome is Made.
type Change interface{ Ending() Ending }

// Ending is the outcome of a mutation.
type Ending uint8

const (
	// Made: the change was made, now or by an earlier request with the same key.
	Made Ending = iota
	// Refused: the payload says why the change was not made.
	Refused
	// Tried: it was a dry run.
	Tried
)

// unreadable holds, by outcome, the errors for a mutation whose payload cannot be returned: because the deadline has
// passed, because the payload is too large, or because the database is unavailable.
var unreadable = map[Ending]struct{ late, large, unavailable *fault.Error }{
	Made: {
		fault.New(fault.Timeout, "", "The change was made. Its result was not ready before the deadline.",
			"Read the changed object, or send the mutation again with the same idempotencyKey."),
		fault.New(AnswerTooLarge, "", "The change was made. Its result would be too large.",
			"Read the changed object, or send the mutation again with the same idempotencyKey."),
		fault.New(fault.Unavailable, "", "The change was made. Its result cannot be read for now.",
			"Read the changed object, or send the mutation again with the same idempotencyKey."),
	},
	Refused: {
		fault.New(fault.Timeout, "",
			"The change was refused, and nothing was changed. Its result was not ready before the deadline.",
			"Send the mutation again and ask for errors only, to learn why."),
		fault.New(AnswerTooLarge, "",
			"The change was refused, and nothing was changed. Its result would be too large.",
			"Send the mutation again and ask for errors only, to learn why."),
		fault.New(fault.Unavailable, "",
			"The change was refused, and nothing was changed. Its result cannot be read for now.",
			"Send the mutation again and ask for errors only, to learn why."),
	},
	Tried: {
		fault.New(fault.Timeout, "",
			"This was a dry run, and nothing was changed. Its result was not ready before the deadline.",
			"Send the dry run again and ask for less, such as effects and errors only."),
		fault.New(AnswerTooLarge, "", "This was a dry run, and nothing was changed. Its result would be too large.",
			"Send the dry run again and ask for less, such as effects and errors only."),
		fault.New(fault.Unavailable, "",
			"This was a dry run, and nothing was changed. Its result cannot be read for now.",
			"Send the dry run again and ask for less, such as effects and errors only."),
	},
}
