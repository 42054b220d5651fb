package vocabulary

import (
	"fmt"
	"io"
	"strings"
)

// Role is what a member may do in an account.
type Role string

// The roles of customers, in the order of their bits in RoleSet.
const (
	// RoleAccountAdministrator manages members, and everything below.
	RoleAccountAdministrator Role = "ACCOUNT_ADMINISTRATOR"
	// RoleLicenseManager activates, returns and moves seats.
	RoleLicenseManager Role = "LICENSE_MANAGER"
	// RoleRenewalsManager plans and orders renewals.
	RoleRenewalsManager Role = "RENEWALS_MANAGER"
	// RoleDownloader downloads software.
	RoleDownloader Role = "DOWNLOADER"
	// RoleReader views rights and changes nothing.
	RoleReader Role = "READER"
)

var roles = []Role{RoleAccountAdministrator, RoleLicenseManager, RoleRenewalsManager, RoleDownloader, RoleReader}

// Values lists every Role in the order of the contract.
func (Role) Values() []string { return texts(roles...) }

// MarshalGQL writes the enum value.
func (v Role) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *Role) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// RoleSet is a set of roles as a bit mask: bit n is the n-th role. It is stored in the database, so the bits must
// never change.
type RoleSet int16

// EveryRole is the set of all roles.
const EveryRole RoleSet = 1<<5 - 1

// Roles returns a set. It returns ErrUnknown for a role that is not listed.
func Roles(list ...Role) (RoleSet, error) {
	var set RoleSet
	for _, r := range list {
		bit, err := bitOf(roles, r)
		if err != nil {
			return 0, err
		}
		set |= RoleSet(bit)
	}
	return set, nil
}

// Has reports whether the role is in the set.
func (s RoleSet) Has(role Role) bool {
	bit, err := bitOf(roles, role)
	return err == nil && int(s)&bit != 0
}

// List returns the roles in the order of the contract.
func (s RoleSet) List() []Role { return listOf(roles, int(s)) }

// String returns the roles separated by commas.
func (s RoleSet) String() string { return strings.Join(texts(s.List()...), ",") }

// Service is a service for customers to which the customer's own administrators grant their members access.
type Service string

// The services, in the order of their bits in ServiceSet.
const (
	// ServiceCommunity is the community site.
	ServiceCommunity Service = "COMMUNITY"
	// ServiceLicensing is viewing and using rights.
	ServiceLicensing Service = "LICENSING"
	// ServiceDownloads is downloading software.
	ServiceDownloads Service = "DOWNLOADS"
)

var services = []Service{ServiceCommunity, ServiceLicensing, ServiceDownloads}

// Values lists every Service in the order of the contract.
func (Service) Values() []string { return texts(services...) }

// MarshalGQL writes the enum value.
func (v Service) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *Service) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }

// ServiceSet is a set of services as a bit mask: bit n is the n-th service. It is stored in the database, so the bits
// must never change.
type ServiceSet int16

// EveryService is the set of all services.
const EveryService ServiceSet = 1<<3 - 1

// Services returns a set. It returns ErrUnknown for a service that is not listed.
func Services(list ...Service) (ServiceSet, error) {
	var set ServiceSet
	for _, s := range list {
		bit, err := bitOf(services, s)
		if err != nil {
			return 0, err
		}
		set |= ServiceSet(bit)
	}
	return set, nil
}

// Has reports whether the service is in the set.
func (s ServiceSet) Has(service Service) bool {
	bit, err := bitOf(services, service)
	return err == nil && int(s)&bit != 0
}

// List returns the services in the order of the contract.
func (s ServiceSet) List() []Service { return listOf(services, int(s)) }

// String returns the services separated by commas.
func (s ServiceSet) String() string { return strings.Join(texts(s.List()...), ",") }

func bitOf[T ~string](known []T, v T) (int, error) {
	for i, k := range known {
		if k == v {
			return 1 << i, nil
		}
	}
	return 0, fmt.Errorf("%w: %.40q", ErrUnknown, string(v))
}

func listOf[T any](known []T, bits int) []T {
	list := make([]T, 0, len(known))
	for i, k := range known {
		if bits&(1<<i) != 0 {
			list = append(list, k)
		}
	}
	return list
}
