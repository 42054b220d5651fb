package vocabulary

import "io"

// EffectKind says what a change does to a subject.
type EffectKind string

// The values of EffectKind.
const (
	// EffectKindCreated: it was made.
	EffectKindCreated EffectKind = "CREATED"
	// EffectKindChanged: it has another value.
	EffectKindChanged EffectKind = "CHANGED"
	// EffectKindRemoved: it is gone.
	EffectKindRemoved EffectKind = "REMOVED"
)

// Values lists every EffectKind in the order of the contract.
func (EffectKind) Values() []string {
	return texts(EffectKindCreated, EffectKindChanged, EffectKindRemoved)
}

// MarshalGQL writes the enum value.
func (v EffectKind) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *EffectKind) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }
