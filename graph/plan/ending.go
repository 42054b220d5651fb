package plan

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

// sentences say to a client what became of a change whose payload cannot be answered.
var sentences = map[Ending]struct{ begin, remedy string }{
	Made: {"The change was made.",
		"Read the changed object, or send the mutation again with the same idempotencyKey."},
	Refused: {"The change was refused, and nothing was changed.",
		"Send the mutation again and ask for errors only, to learn why."},
	Tried: {"This was a dry run, and nothing was changed.",
		"Send the dry run again and ask for less, such as effects and errors only."},
}
