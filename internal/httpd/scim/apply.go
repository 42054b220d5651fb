package scim

import (
	"strings"

	"github.com/elimity-com/scim/schema"
	filter "github.com/scim2/filter-parser/v2"
)

// apply applies operations to a document (RFC 7644, section 3.5.2). If an operation changes values that do not exist,
// they are created, as Entra ID expects; if it removes values that do not exist, nothing happens. The work is at most
// linear in the number of operations times the number of values, and limited by the meter. The values in the document
// are changed in place; those of the operations are not modified.
func apply(m *meter, operations []operation, doc map[string]any) error {
	lists := map[string]*values{}
	for _, o := range operations {
		if err := m.spend(1); err != nil {
			return err
		}
		name := o.attribute.Name()
		if !o.attribute.MultiValued() {
			o.applyToOne(doc)
			continue
		}
		if lists[name] == nil {
			lists[name] = newValues(valuesOf(doc[name]))
		}
		if err := o.applyToValues(m, lists[name]); err != nil {
			return err
		}
	}
	for name, v := range lists {
		set(doc, name, v.document(), len(v.list) == 0)
	}
	return nil
}

func (o operation) applyToOne(doc map[string]any) {
	name := o.attribute.Name()
	if !o.attribute.HasSubAttributes() {
		set(doc, name, o.value, o.verb == remove)
		return
	}
	parts := copied(doc[name])
	switch fresh, _ := o.value.(map[string]any); {
	case o.part != "":
		set(parts, o.part, o.value, o.verb == remove)
	case o.verb == remove:
		clear(parts)
	default:
		for part, value := range fresh {
			parts[part] = value
		}
	}
	set(doc, name, parts, len(parts) == 0)
}

func set(object map[string]any, name string, value any, gone bool) {
	if gone {
		delete(object, name)
		return
	}
	object[name] = value
}

func copied(value any) map[string]any {
	object := map[string]any{}
	if from, ok := value.(map[string]any); ok {
		for name, part := range from {
			object[name] = part
		}
	}
	return object
}

func (o operation) applyToValues(m *meter, v *values) error {
	switch {
	case o.passes != nil || o.part != "":
		return o.applyToSome(m, v)
	case o.verb == remove && o.value == nil:
		v.clear()
		return nil
	case o.verb == remove:
		gone := map[any]bool{}
		for _, one := range valuesOf(o.value) {
			object, _ := one.(map[string]any)
			gone[object["value"]] = true
		}
		return v.keep(m, func(object map[string]any) bool { return !gone[object["value"]] })
	case o.verb == replace:
		v.clear()
	}
	for _, one := range valuesOf(o.value) {
		object, _ := one.(map[string]any)
		if err := v.merge(m, object); err != nil {
			return err
		}
	}
	return nil
}

// applyToSome applies the operation to the values that match its filter, or to one sub-attribute of all values.
func (o operation) applyToSome(m *meter, v *values) error {
	passes := func(object map[string]any) bool { return o.passes == nil || o.passes(m, object) }
	if o.verb == remove && o.part == "" {
		return v.keep(m, func(object map[string]any) bool { return !passes(object) })
	}
	found := false
	for i, object := range v.list {
		if err := m.spend(1); err != nil {
			return err
		}
		if !passes(object) {
			continue
		}
		found = true
		if o.setParts(object) {
			v.at = nil
		}
		v.updatePrimary(i)
	}
	if found || o.verb == remove || m.err != nil {
		return m.err
	}
	object := map[string]any{}
	setFromFilter(o.which, object, o.attribute)
	o.setParts(object)
	return v.merge(m, object)
}

// setParts sets the sub-attributes of one value. It reports whether "value", by which values are indexed, has changed.
func (o operation) setParts(object map[string]any) bool {
	before := object["value"]
	if o.part != "" {
		set(object, o.part, o.value, o.verb == remove)
	} else {
		for _, one := range valuesOf(o.value) { // conform has made it a list
			fresh, _ := one.(map[string]any)
			for part, value := range fresh {
				object[part] = value
			}
		}
	}
	return object["value"] != before
}

// setFromFilter sets the sub-attributes of a new value that a filter demands, such as the type in emails[type eq
// "work"].
func setFromFilter(e filter.Expression, object map[string]any, attribute schema.CoreAttribute) {
	switch e := e.(type) {
	case *filter.LogicalExpression:
		if e.Operator == filter.AND {
			setFromFilter(e.Left, object, attribute)
			setFromFilter(e.Right, object, attribute)
		}
	case *filter.AttributeExpression:
		leaf, known := attribute.SubAttributes().ContainsAttribute(e.AttributePath.AttributeName)
		if !known || !strings.EqualFold(string(e.Operator), string(filter.EQ)) {
			return
		}
		value := e.CompareValue
		if quoted, ok := value.(string); ok {
			text, err := unquote(quoted)
			if err != nil {
				return
			}
			value = text
		}
		if conformed, err := conform(leaf, value); err == nil && conformed != nil {
			object[leaf.Name()] = conformed
		}
	}
}
