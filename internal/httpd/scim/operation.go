package scim

import (
	"context"
	"fmt"
	"slices"
	"strings"

	scim "github.com/elimity-com/scim/errors"
	"github.com/elimity-com/scim/schema"
	filter "github.com/scim2/filter-parser/v2"
)

const (
	// maxOperations limits the operations of one PATCH.
	maxOperations = 1000
	// maxTextBytes limits every string that is stored.
	maxTextBytes = 4096
)

// The verbs of operations.
const (
	add     = "add"
	replace = "replace"
	remove  = "remove"
)

// operation is one operation of a PATCH, normalized from the forms that different clients send.
type operation struct {
	// verb is add, replace or remove.
	verb      string
	attribute schema.CoreAttribute
	// part is the name of a sub-attribute, such as givenName; "" for the whole attribute.
	part string
	// which is the filter that selects values of the attribute, and passes its compiled form; nil for all values.
	which  filter.Expression
	passes predicate
	// value is what the client sent; nil for none. Booleans that were sent as strings have been converted.
	value any
}

// operationsOf parses the body of a PATCH. Attributes of RFC 7643 that are not stored here are ignored. It returns
// errors with invalidSyntax, invalidPath, invalidValue, noTarget and mutability.
func operationsOf(ctx context.Context, body map[string]any, attributes schema.Attributes) ([]operation, error) {
	list, ok := field(body, "Operations").([]any)
	if !ok || len(list) == 0 {
		return nil, badSyntax("The PATCH has no list of Operations.")
	}
	if len(list) > maxOperations {
		return nil, tooManyOperations()
	}
	var (
		operations []operation
		reader     paths
	)
	for _, one := range list {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		o, ok := one.(map[string]any)
		if !ok {
			return nil, badSyntax("The operation is not an object.")
		}
		verb, _ := field(o, "op").(string)
		verb = strings.ToLower(verb)
		if verb != add && verb != replace && verb != remove {
			return nil, badSyntax("The operation is not one of add, replace and remove.")
		}
		path, isText := field(o, "path").(string)
		if !isText && field(o, "path") != nil {
			return nil, badPath("The path is not a text.")
		}
		var err error
		if path = strings.TrimSpace(path); path == "" {
			operations, err = reader.withoutPath(operations, verb, field(o, "value"), attributes)
		} else {
			operations, err = reader.withPath(operations, verb, path, field(o, "value"), attributes, true)
		}
		if err != nil {
			return nil, err
		}
	}
	return operations, nil
}

// field returns a field of an object, ignoring the case of its name.
func field(object map[string]any, name string) any {
	if value, found := object[name]; found {
		return value
	}
	for key, value := range object {
		if strings.EqualFold(key, name) {
			return value
		}
	}
	return nil
}

// withoutPath parses an operation whose value contains the attributes. Its keys may be paths, such as name.givenName.
// Read-only attributes are ignored, because Okta sends the id along.
func (p *paths) withoutPath(operations []operation, verb string, value any, attributes schema.Attributes) (
	[]operation, error) {
	if verb == remove {
		return nil, badRequest(scim.ScimTypeNoTarget, "The operation remove needs a path.")
	}
	object, ok := value.(map[string]any)
	if !ok {
		return nil, badValue("The value of an operation without a path must be an object.")
	}
	keys := make([]string, 0, len(object))
	for key := range object {
		keys = append(keys, key)
	}
	slices.Sort(keys) // the result must not depend on the order of a map
	var err error
	for _, key := range keys {
		inner, isObject := object[key].(map[string]any)
		if isObject && strings.EqualFold(key, attributesOwner(attributes)) {
			operations, err = p.withoutPath(operations, verb, inner, attributes)
		} else {
			operations, err = p.withPath(operations, verb, key, object[key], attributes, false)
		}
		if err != nil {
			return nil, err
		}
	}
	return operations, nil
}

// attributesOwner returns the URN of the schema to which the attributes belong.
func attributesOwner(attributes schema.Attributes) string {
	if _, found := attributes.ContainsAttribute("members"); found {
		return schema.GroupSchema
	}
	return schema.UserSchema
}

// withPath parses an operation on one attribute. If strict, it refuses attributes that are unknown or read-only;
// otherwise it ignores them.
func (p *paths) withPath(operations []operation, verb, path string, value any, attributes schema.Attributes,
	strict bool) ([]operation, error) {
	if inEnterpriseSchema(path) {
		return operations, nil
	}
	if len(path) > maxFilter {
		return nil, badPath("The path is too long.")
	}
	parsed, readable, err := p.read(path)
	if err != nil {
		return nil, err
	}
	if !readable {
		if !strict {
			return operations, nil
		}
		return nil, badPath("The path cannot be read. Write it as in: emails[type eq \"work\"].value")
	}
	attribute, known, err := attributeOf(parsed.AttributePath, attributes)
	if err != nil && strict {
		return nil, badPath("The attribute is unknown.")
	}
	if err != nil || !known {
		return operations, nil
	}
	o := operation{verb: verb, attribute: attribute, which: parsed.ValueExpression,
		part: parsed.AttributePath.SubAttributeName()}
	if parsed.SubAttribute != nil {
		o.part = *parsed.SubAttribute
	}
	if attribute.Mutability() == "readOnly" {
		if strict {
			return nil, readOnly(attribute.Name())
		}
		return operations, nil
	}
	if o.which != nil {
		if !attribute.MultiValued() {
			return nil, badPath("The attribute " + attribute.Name() + " has one value only.")
		}
		if o.passes, err = compile(o.which, attribute.SubAttributes()); err != nil {
			return nil, badPath("The filter in the path names no part of " + attribute.Name() + ", or cannot be read.")
		}
	}
	if o.part != "" {
		leaf, found := attribute.SubAttributes().ContainsAttribute(o.part)
		if !found {
			if strict {
				return nil, badPath("The attribute " + attribute.Name() + " has no such part.")
			}
			return operations, nil
		}
		if leaf.Mutability() == "readOnly" {
			return operations, nil // name.formatted: clients send it along, but it is computed from the others
		}
		o.part = leaf.Name()
		o.value, err = conform(leaf, value)
	} else {
		o.value, err = conform(attribute, value)
	}
	if err != nil {
		return nil, err
	}
	if verb != remove && o.value == nil {
		if o.verb = remove; verb == add {
			return operations, nil
		}
	}
	if len(operations) == maxOperations { // an operation without a path may contain many
		return nil, tooManyOperations()
	}
	return append(operations, o), nil
}

func tooManyOperations() error {
	return tooMany(fmt.Sprintf("A PATCH has at most %d operations. Send several.", maxOperations))
}

// conform converts a value to the type of its attribute: strings to booleans, single values to lists, lists of one
// value to single values, and the names of sub-attributes to their canonical case. It returns nil for an empty value,
// and an error with invalidValue or invalidSyntax.
func conform(attribute schema.CoreAttribute, value any) (any, error) {
	if attribute.MultiValued() {
		list, ok := value.([]any)
		if !ok {
			if value == nil {
				return nil, nil
			}
			list = []any{value}
		}
		if len(list) > maxValues {
			return nil, tooMany(fmt.Sprintf("The attribute %s has at most %d values in one request. Send several.",
				attribute.Name(), maxValues))
		}
		conformed := make([]any, 0, len(list))
		for _, element := range list {
			single, err := conformOne(attribute, element)
			if err != nil {
				return nil, err
			}
			if single != nil {
				conformed = append(conformed, single)
			}
		}
		return conformed, nil
	}
	if list, ok := value.([]any); ok { // older versions of Entra ID send [{"value": "name"}]
		if len(list) != 1 {
			return nil, badValue("The attribute " + attribute.Name() + " has one value only.")
		}
		value = list[0]
		if object, ok := value.(map[string]any); ok && !attribute.HasSubAttributes() {
			value = field(object, "value")
		}
	}
	return conformOne(attribute, value)
}

func conformOne(attribute schema.CoreAttribute, value any) (any, error) {
	switch {
	case value == nil:
		return nil, nil
	case attribute.HasSubAttributes():
		if text, ok := value.(string); ok && attribute.MultiValued() { // a list of strings instead of objects
			value = map[string]any{"value": text}
		}
		object, ok := value.(map[string]any)
		if !ok {
			return nil, badValue("The attribute " + attribute.Name() + " has parts: send an object.")
		}
		parts := map[string]any{}
		for key, inner := range object {
			leaf, known := attribute.SubAttributes().ContainsAttribute(key)
			if !known || leaf.Mutability() == "readOnly" {
				continue
			}
			if _, twice := parts[leaf.Name()]; twice {
				return nil, badSyntax("The part " + leaf.Name() + " stands twice in one object.")
			}
			conformed, err := conform(leaf, inner)
			if err != nil {
				return nil, err
			}
			if conformed != nil {
				parts[leaf.Name()] = conformed
			}
		}
		return parts, nil
	case attribute.AttributeType() == "boolean":
		is, ok := truth(value)
		if !ok {
			return nil, badValue("The attribute " + attribute.Name() + " is true or false.")
		}
		return is, nil
	}
	text, ok := value.(string)
	if !ok {
		return nil, badValue("The attribute " + attribute.Name() + " is a text.")
	}
	if len(text) > maxTextBytes {
		return nil, badValue(fmt.Sprintf("A text has at most %d bytes, and that of the attribute %s has more.",
			maxTextBytes, attribute.Name()))
	}
	return text, nil
}

// document converts the body of a POST or a PUT to the form of a schema. Unknown and read-only attributes are ignored.
func document(body map[string]any, attributes schema.Attributes) (map[string]any, error) {
	doc := map[string]any{}
	for key, value := range body {
		name := key
		if prefix := attributesOwner(attributes) + ":"; len(key) > len(prefix) &&
			strings.EqualFold(key[:len(prefix)], prefix) {
			name = key[len(prefix):]
		}
		attribute, known := attributes.ContainsAttribute(name)
		if !known || attribute.Mutability() == "readOnly" {
			continue
		}
		if _, twice := doc[attribute.Name()]; twice {
			return nil, badSyntax("The attribute " + attribute.Name() + " stands twice in the body.")
		}
		conformed, err := conform(attribute, value)
		if err != nil {
			return nil, err
		}
		if conformed != nil {
			doc[attribute.Name()] = conformed
		}
	}
	return doc, nil
}
