package vocabulary

import "io"

// SystemKind says what another system of record is.
type SystemKind string

// The values of SystemKind.
const (
	// SystemKindEntitlement: an older entitlement system.
	SystemKindEntitlement SystemKind = "ENTITLEMENT"
	// SystemKindCrm: a customer relationship system.
	SystemKindCrm SystemKind = "CRM"
	// SystemKindErp: an order system.
	SystemKindErp SystemKind = "ERP"
)

// Values lists every SystemKind in the order of the contract.
func (SystemKind) Values() []string {
	return texts(SystemKindEntitlement, SystemKindCrm, SystemKindErp)
}

// MarshalGQL writes the enum value.
func (v SystemKind) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *SystemKind) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }
