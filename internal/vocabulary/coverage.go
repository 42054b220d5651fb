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
