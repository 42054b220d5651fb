package vocabulary

import "io"

// CoverageKind says what a coverage promises.
type CoverageKind string

// The values of CoverageKind.
const (
	// CoverageKindMaintenance: new versions.
	CoverageKindMaintenance CoverageKind = "MAINTENANCE"
	// CoverageKindSupport: help.
	CoverageKindSupport CoverageKind = "SUPPORT"
	// CoverageKindSubscription: use, maintenance and help together.
	CoverageKindSubscription CoverageKind = "SUBSCRIPTION"
)

// Values lists every CoverageKind in the order of the contract.
func (CoverageKind) Values() []string {
	return texts(CoverageKindMaintenance, CoverageKindSupport, CoverageKindSubscription)
}

// MarshalGQL writes the enum value.
func (v CoverageKind) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *CoverageKind) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// CoverageState says how right and coverage of a line item meet on a day.
type CoverageState string

// The values of CoverageState.
const (
	// CoverageStateCovered: the right can be used, and a coverage covers it.
	CoverageStateCovered CoverageState = "COVERED"
	// CoverageStateGap: the right can be used, and no coverage covers it.
	CoverageStateGap CoverageState = "GAP"
	// CoverageStateGrace: the right is in grace, and no coverage covers it.
	CoverageStateGrace CoverageState = "GRACE"
	// CoverageStateOverhang: there is a coverage, and the right cannot be used.
	CoverageStateOverhang CoverageState = "OVERHANG"
	// CoverageStateNone: the right cannot be used, and there is no coverage.
	CoverageStateNone CoverageState = "NONE"
)

// Values lists every CoverageState in the order of the contract.
func (CoverageState) Values() []string {
	return texts(CoverageStateCovered, CoverageStateGap, CoverageStateGrace, CoverageStateOverhang, CoverageStateNone)
}

// MarshalGQL writes the enum value.
func (v CoverageState) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *CoverageState) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }
