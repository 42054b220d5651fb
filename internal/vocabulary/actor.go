package vocabulary

import "io"

// ActorKind is the kind of the actor of a change.
type ActorKind string

// The values of ActorKind.
const (
	// ActorKindUser: a person.
	ActorKindUser ActorKind = "USER"
	// ActorKindProgram: a program with an API key, or with a token that a program created.
	ActorKindProgram ActorKind = "PROGRAM"
	// ActorKindSystem: Muniment itself, an import, or a command run on the server.
	ActorKindSystem ActorKind = "SYSTEM"
)

// Values lists every ActorKind in the order of the contract.
func (ActorKind) Values() []string { return texts(ActorKindUser, ActorKindProgram, ActorKindSystem) }

// MarshalGQL writes the enum value.
func (v ActorKind) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *ActorKind) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }
