package scim

import (
	"net/url"
	"strings"

	"github.com/elimity-com/scim/schema"
)

// selection says which attributes a client requests, by names in lower case such as name.givenname. The zero value
// stands for all.
type selection struct{ only, without map[string]bool }

func selectionOf(values url.Values) selection {
	return selection{names(values["attributes"]), names(values["excludedAttributes"])}
}

func names(lists []string) map[string]bool {
	var set map[string]bool
	for _, list := range lists {
		for _, name := range strings.Split(list, ",") {
			name = strings.ToLower(strings.TrimSpace(name))
			for _, prefix := range []string{schema.UserSchema, schema.GroupSchema} {
				name = strings.TrimPrefix(name, strings.ToLower(prefix)+":")
			}
			if name == "" {
				continue
			}
			if set == nil {
				set = map[string]bool{}
			}
			set[name] = true
		}
	}
	return set
}

// asked reports whether the client listed the attributes that it wants.
func (s selection) asked() bool { return s.only != nil }

// wants reports whether an attribute is requested, in whole or in part.
func (s selection) wants(attribute string) bool {
	attribute = strings.ToLower(attribute)
	return !s.without[attribute] && (s.only == nil || s.only[attribute] || len(s.parts(attribute)) > 0)
}

// parts returns the requested sub-attributes of an attribute, or nil for all.
func (s selection) parts(attribute string) map[string]bool {
	if s.only[attribute] {
		return nil
	}
	return below(s.only, attribute)
}

func below(set map[string]bool, attribute string) map[string]bool {
	var parts map[string]bool
	for name := range set {
		if part, found := strings.CutPrefix(name, attribute+"."); found {
			if parts == nil {
				parts = map[string]bool{}
			}
			parts[part] = true
		}
	}
	return parts
}

// of returns a resource with only the requested attributes. Its id and schemas are always included.
func (s selection) of(body map[string]any) map[string]any {
	if s.only == nil && s.without == nil {
		return body
	}
	answer := map[string]any{}
	for name, value := range body {
		attribute := strings.ToLower(name)
		switch {
		case attribute == "id" || attribute == "schemas":
			answer[name] = value
		case s.wants(attribute):
			answer[name] = partsOf(value, s.parts(attribute), below(s.without, attribute))
		}
	}
	return answer
}

func partsOf(value any, only, without map[string]bool) any {
	if only == nil && without == nil {
		return value
	}
	switch v := value.(type) {
	case map[string]any:
		kept := map[string]any{}
		for name, part := range v {
			key := strings.ToLower(name)
			if (only == nil || only[key]) && !without[key] {
				kept[name] = part
			}
		}
		return kept
	case []any:
		kept := make([]any, len(v))
		for i, element := range v {
			kept[i] = partsOf(element, only, without)
		}
		return kept
	}
	return value
}
