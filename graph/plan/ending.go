package plan

import "github.com/muniment/muniment/internal/fault"

// Change is a payload that tells what became of the change. One that does not is of a change that was made.
type Change interface{ Ending() Ending }

// Ending is what became of a change that a mutation asked for.
type Ending uint8

const (
	// Made: the change was made, now or by an earlier request with the same key.
	Made Ending = iota
	// Refused: the payload says why the change was not made.
	Refused
	// Tried: it was a dry run.
	Tried
)

// unreadable is what to tell a client of a change whose payload cannot be answered: because it came too late, is too large, or
// cannot be read for now.
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
		fault.New(fault.Timeout, "", "The change was refused, and nothing was changed. Its result was not ready before the deadline.",
			"Send the mutation again and ask for errors only, to learn why."),
		fault.New(AnswerTooLarge, "", "The change was refused, and nothing was changed. Its result would be too large.",
			"Send the mutation again and ask for errors only, to learn why."),
		fault.New(fault.Unavailable, "", "The change was refused, and nothing was changed. Its result cannot be read for now.",
			"Send the mutation again and ask for errors only, to learn why."),
	},
	Tried: {
		fault.New(fault.Timeout, "", "This was a dry run, and nothing was changed. Its result was not ready before the deadline.",
			"Send the dry run again and ask for less, such as effects and errors only."),
		fault.New(AnswerTooLarge, "", "This was a dry run, and nothing was changed. Its result would be too large.",
			"Send the dry run again and ask for less, such as effects and errors only."),
		fault.New(fault.Unavailable, "", "This was a dry run, and nothing was changed. Its result cannot be read for now.",
			"Send the dry run again and ask for less, such as effects and errors only."),
	},
}
