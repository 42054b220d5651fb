package vocabulary

import "io"

// RightEventKind says what was recorded about a right.
type RightEventKind string

// The values of RightEventKind.
const (
	// RightEventKindIssued: an entitlement was recorded.
	RightEventKindIssued RightEventKind = "ISSUED"
	// RightEventKindGranted: a period was recorded that renews and amends no other.
	RightEventKindGranted RightEventKind = "GRANTED"
	// RightEventKindAmended: a period was recorded that amends another.
	RightEventKindAmended RightEventKind = "AMENDED"
	// RightEventKindRenewed: a period was recorded that renews another.
	RightEventKindRenewed RightEventKind = "RENEWED"
	// RightEventKindCovered: a coverage was recorded that renews no other.
	RightEventKindCovered RightEventKind = "COVERED"
	// RightEventKindExtended: a coverage was recorded that renews another.
	RightEventKindExtended RightEventKind = "EXTENDED"
	// RightEventKindLinked: a line item was linked to a coverage that was there before.
	RightEventKindLinked RightEventKind = "LINKED"
	// RightEventKindCorrected: a period or a coverage was recorded in the place of one that was wrong.
	RightEventKindCorrected RightEventKind = "CORRECTED"
	// RightEventKindVoided: a period or a coverage was voided, and nothing was recorded in its place.
	RightEventKindVoided RightEventKind = "VOIDED"
	// RightEventKindDecided: something was decided.
	RightEventKindDecided RightEventKind = "DECIDED"
	// RightEventKindReleased: a decision was lifted.
	RightEventKindReleased RightEventKind = "RELEASED"
)

// Values lists every RightEventKind in the order of the contract.
func (RightEventKind) Values() []string {
	return texts(RightEventKindIssued, RightEventKindGranted, RightEventKindAmended, RightEventKindRenewed,
		RightEventKindCovered, RightEventKindExtended, RightEventKindLinked, RightEventKindCorrected,
		RightEventKindVoided, RightEventKindDecided, RightEventKindReleased)
}

// MarshalGQL writes the enum value.
func (v RightEventKind) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *RightEventKind) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }
