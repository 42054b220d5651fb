package legacy

import (
	"encoding"
	"fmt"
)

// Kind is one of the sixteen kinds of records of an older entitlement system. The zero value is no kind.
type Kind uint8

// The kinds, ordered so that every kind comes after those it refers to.
const (
	Accounts Kind = iota + 1
	AccountLinks
	Users
	UserAccounts
	LicenseModels
	Products
	SuiteMembers
	PartNumbers
	Entitlements
	LineItems
	Maintenance
	MaintenanceLinks
	Devices
	DeviceAddons
	Fulfillments
	Usage
	endOfKinds
)

var kindNames = [endOfKinds]string{
	Accounts: "accounts", AccountLinks: "account_links", Users: "users", UserAccounts: "user_accounts",
	LicenseModels: "license_models", Products: "products", SuiteMembers: "suite_members",
	PartNumbers: "part_numbers", Entitlements: "entitlements", LineItems: "line_items", Maintenance: "maintenance",
	MaintenanceLinks: "maintenance_links", Devices: "devices", DeviceAddons: "device_addons",
	Fulfillments: "fulfillments", Usage: "usage",
}

var (
	_ encoding.TextMarshaler   = Kind(0)
	_ encoding.TextUnmarshaler = (*Kind)(nil)
)

// Kinds lists all kinds in this order.
func Kinds() []Kind {
	kinds := make([]Kind, 0, endOfKinds-1)
	for k := Accounts; k < endOfKinds; k++ {
		kinds = append(kinds, k)
	}
	return kinds
}

// String returns the name of the kind, such as "line_items"; it is "" for no kind.
func (k Kind) String() string {
	if k >= endOfKinds {
		return fmt.Sprintf("kind(%d)", uint8(k))
	}
	return kindNames[k]
}

// MarshalText returns the name of the kind.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText parses a name that MarshalText wrote; "" is the zero value. Any other text is an error.
func (k *Kind) UnmarshalText(text []byte) error {
	for i, name := range kindNames {
		if name == string(text) {
			*k = Kind(i)
			return nil
		}
	}
	return fmt.Errorf("unknown kind of record %.40q", text)
}
