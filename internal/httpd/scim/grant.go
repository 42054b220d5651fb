//go:build shelved

package scim

import (
	"strings"

	"github.com/muniment/muniment/internal/vocabulary"
)

// grantOf is what a new group grants by its name: License Manager, license-manager and LICENSE_MANAGER grant the role,
// Downloads the service, every other name nothing. From then on the account's administrators say what it grants.
func grantOf(name string) (vocabulary.RoleSet, vocabulary.ServiceSet) {
	word := strings.ToUpper(strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' || r == '_' }), "_"))
	roles, err := vocabulary.Roles(vocabulary.Role(word))
	if err != nil {
		roles = 0
	}
	services, err := vocabulary.Services(vocabulary.Service(word))
	if err != nil {
		services = 0
	}
	return roles, services
}
