package scim

import "strings"

// The methods that paths of SCIM take, in the form of the Allow header.
const (
	discoveryMethods = "GET, HEAD"
	listMethods      = "GET, HEAD, POST"
	resourceMethods  = "GET, HEAD, PUT, PATCH, DELETE"
)

// Methods returns the methods that a path below Path takes, and nil if nothing is served there.
func Methods(path string) []string {
	kind, _, single := strings.Cut(strings.Trim(path, "/"), "/")
	switch kind {
	case "Users", "Groups":
		if single {
			return strings.Split(resourceMethods, ", ")
		}
		return strings.Split(listMethods, ", ")
	case "ServiceProviderConfig", "Schemas", "ResourceTypes":
		return strings.Split(discoveryMethods, ", ")
	}
	return nil
}
