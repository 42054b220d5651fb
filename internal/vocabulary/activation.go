package vocabulary

import (
	"io"
	"slices"
)

// DeviceKind says what a device is.
type DeviceKind string

// The values of DeviceKind.
const (
	// DeviceKindClient: a machine that activates by itself.
	DeviceKindClient DeviceKind = "CLIENT"
	// DeviceKindServedClient: a machine or user that borrows from a license server.
	DeviceKindServedClient DeviceKind = "SERVED_CLIENT"
	// DeviceKindHost: a machine known by a host name or host id only.
	DeviceKindHost DeviceKind = "HOST"
)

// Values lists every DeviceKind in the order of the contract.
func (DeviceKind) Values() []string {
	return texts(DeviceKindClient, DeviceKindServedClient, DeviceKindHost)
}

// MarshalGQL writes the enum value.
func (v DeviceKind) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *DeviceKind) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// DeviceStatus tells whether a device may be used.
type DeviceStatus string

// The values of DeviceStatus.
const (
	// DeviceStatusActive: in use.
	DeviceStatusActive DeviceStatus = "ACTIVE"
	// DeviceStatusObsolete: retired.
	DeviceStatusObsolete DeviceStatus = "OBSOLETE"
	// DeviceStatusTest: for tests only.
	DeviceStatusTest DeviceStatus = "TEST"
	// DeviceStatusReturned: given back.
	DeviceStatusReturned DeviceStatus = "RETURNED"
)

// Values lists every DeviceStatus in the order of the contract.
func (DeviceStatus) Values() []string {
	return texts(DeviceStatusActive, DeviceStatusObsolete, DeviceStatusTest, DeviceStatusReturned)
}

// MarshalGQL writes the enum value.
func (v DeviceStatus) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *DeviceStatus) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// Deployment says where a license server runs.
type Deployment string

// The values of Deployment.
const (
	// DeploymentCloud: at the producer.
	DeploymentCloud Deployment = "CLOUD"
	// DeploymentLocal: at the customer.
	DeploymentLocal Deployment = "LOCAL"
)

// Values lists every Deployment in the order of the contract.
func (Deployment) Values() []string { return texts(DeploymentCloud, DeploymentLocal) }

// MarshalGQL writes the enum value.
func (v Deployment) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *Deployment) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// MachineKind says what sort of machine a device or a license server is.
type MachineKind string

// The values of MachineKind.
const (
	// MachineKindPhysical: hardware.
	MachineKindPhysical MachineKind = "PHYSICAL"
	// MachineKindVirtual: a virtual machine.
	MachineKindVirtual MachineKind = "VIRTUAL"
)

// Values lists every MachineKind in the order of the contract.
func (MachineKind) Values() []string {
	return texts(MachineKindPhysical, MachineKindVirtual)
}

// MarshalGQL writes the enum value.
func (v MachineKind) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *MachineKind) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// MachineKindOf returns the machine kind that a text names; "" for every other text.
func MachineKindOf(text string) MachineKind {
	if slices.Contains(MachineKind("").Values(), text) {
		return MachineKind(text)
	}
	return ""
}
