package scim

import (
	"net/http"
	"strings"

	"github.com/elimity-com/scim/schema"
)

// discover answers the discovery endpoints: the features of the service, the schemas and the resource types.
func (s *server) discover(kind, id string) (*reply, error) {
	switch kind {
	case "ServiceProviderConfig":
		if id != "" {
			return nil, notFound()
		}
		return &reply{status: http.StatusOK, body: s.config()}, nil
	case "Schemas":
		return one(id, s.described(announcedUser), s.described(announcedGroup))
	}
	return one(id, s.resourceType("User", "/Users", userSchema), s.resourceType("Group", "/Groups", groupSchema))
}

// one answers the resource with an id, or a list of all if the id is "".
func one(id string, all ...map[string]any) (*reply, error) {
	if id == "" {
		return &reply{status: http.StatusOK, body: query{start: 1}.answer(page{len(all), all})}, nil
	}
	for _, resource := range all {
		if name, _ := resource["id"].(string); strings.EqualFold(name, id) {
			return &reply{status: http.StatusOK, body: resource}, nil
		}
	}
	return nil, notFound()
}

func (s *server) config() map[string]any {
	supported := func(is bool) map[string]any { return map[string]any{"supported": is} }
	return map[string]any{
		"schemas": []string{"urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"},
		"patch":   supported(true), "changePassword": supported(false), "sort": supported(false),
		"etag":   supported(true),
		"bulk":   map[string]any{"supported": false, "maxOperations": 0, "maxPayloadSize": maxBody},
		"filter": map[string]any{"supported": true, "maxResults": maxCount},
		"authenticationSchemes": []any{map[string]any{"type": "oauthbearertoken", "name": "Key of the account",
			"primary":     true,
			"description": "A key of the account with the scope PROVISION, sent as bearer token.",
			"specUri":     "https://www.rfc-editor.org/info/rfc6750"}},
		"meta": s.meta("ServiceProviderConfig", "/ServiceProviderConfig"),
	}
}

func (s *server) meta(kind, path string) map[string]any {
	return map[string]any{"resourceType": kind, "location": s.base + path}
}

func (s *server) described(what schema.Schema) map[string]any {
	description := what.ToMap()
	description["meta"] = s.meta("Schema", "/Schemas/"+what.ID)
	return description
}

func (s *server) resourceType(name, endpoint string, what schema.Schema) map[string]any {
	return map[string]any{"schemas": []string{"urn:ietf:params:scim:schemas:core:2.0:ResourceType"}, "id": name,
		"name":        name,
		"description": what.Description.Value(), "endpoint": endpoint, "schema": what.ID, "schemaExtensions": []any{},
		"meta": s.meta("ResourceType", "/ResourceTypes/"+name)}
}
