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

// RowResult says what a change did with a row of a table.
type RowResult string

// The values of RowResult.
const (
	// RowResultCreated: the object of the row is new.
	RowResultCreated RowResult = "CREATED"
	// RowResultChanged: the object of the row has other values.
	RowResultChanged RowResult = "CHANGED"
	// RowResultUnchanged: the object of the row had these values already.
	RowResultUnchanged RowResult = "UNCHANGED"
)

// Values lists every RowResult in the order of the contract.
func (RowResult) Values() []string {
	return texts(RowResultCreated, RowResultChanged, RowResultUnchanged)
}

// MarshalGQL writes the enum value.
func (v RowResult) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *RowResult) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }
