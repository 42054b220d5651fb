//go:build shelved

package scim

import (
	"strings"

	"github.com/elimity-com/scim/schema"
	filter "github.com/scim2/filter-parser/v2"
)

// apply carries an operation out on a document, as RFC 7644, section 3.5.2, says. Where it is to change values that are
// not there, they are made, as Entra ID expects; where it is to remove such, nothing is done.
func (o operation) apply(doc map[string]any) error {
	name := o.attribute.Name()
	if o.attribute.MultiValued() {
		values, err := o.applyToValues(valuesOf(doc[name]))
		if err != nil {
			return err
		}
		set(doc, name, values, len(values) == 0)
		return nil
	}
	if !o.attribute.HasSubAttributes() {
		set(doc, name, o.value, o.verb == remove)
		return nil
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
	return nil
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

func (o operation) applyToValues(values []any) ([]any, error) {
	if o.which == nil && o.part == "" {
		fresh, _ := o.value.([]any)
		switch {
		case o.verb == replace:
			return merged(nil, fresh), nil
		case o.verb == add:
			return merged(values, fresh), nil
		case o.value == nil:
			return nil, nil
		}
		return without(values, fresh), nil
	}
	passes := predicate(func(map[string]any) bool { return true })
	if o.which != nil {
		var err error
		if passes, err = compile(o.which, o.attribute.SubAttributes()); err != nil {
			return nil, err
		}
	}
	var (
		kept  []any
		found bool
	)
	for _, value := range values {
		object := copied(value)
		if !passes(object) {
			kept = append(kept, object)
			continue
		}
		found = true
		if o.verb == remove && o.part == "" {
			continue
		}
		o.setParts(object)
		kept = append(kept, object)
		if object["primary"] == true {
			kept = onlyPrimary(kept, len(kept)-1)
		}
	}
	if !found && o.verb != remove {
		object := map[string]any{}
		impose(o.which, object, o.attribute)
		o.setParts(object)
		kept = merged(kept, []any{object})
	}
	return kept, nil
}

// setParts gives the parts of one value what the operation says.
func (o operation) setParts(object map[string]any) {
	if o.part != "" {
		set(object, o.part, o.value, o.verb == remove)
		return
	}
	fresh, _ := o.value.([]any) // conform made a list of it
	for _, one := range fresh {
		for part, value := range copied(one) {
			object[part] = value
		}
	}
}

// merged adds values to others. A value that is there already takes the parts of the new one, and a new one that is the
// primary makes the others none.
func merged(values, fresh []any) []any {
	list := append([]any{}, values...)
	for _, one := range fresh {
		object, at := copied(one), -1
		for i, known := range list {
			if k, ok := known.(map[string]any); ok && k["value"] != nil && k["value"] == object["value"] {
				at = i
			}
		}
		if at < 0 {
			list, at = append(list, object), len(list)
		} else {
			joined := copied(list[at])
			for part, value := range object {
				joined[part] = value
			}
			list[at] = joined
		}
		if object["primary"] == true {
			list = onlyPrimary(list, at)
		}
	}
	return list
}

func onlyPrimary(list []any, at int) []any {
	for i := range list {
		if object := copied(list[i]); i != at && object["primary"] == true {
			object["primary"] = false
			list[i] = object
		}
	}
	return list
}

// without takes the values away that others name.
func without(values, gone []any) []any {
	var kept []any
	for _, value := range values {
		object, named := copied(value), false
		for _, one := range gone {
			named = named || copied(one)["value"] == object["value"]
		}
		if !named {
			kept = append(kept, object)
		}
	}
	return kept
}

// impose gives a new value what a filter asks of it, such as the type in emails[type eq "work"].
func impose(e filter.Expression, object map[string]any, attribute schema.CoreAttribute) {
	switch e := e.(type) {
	case *filter.LogicalExpression:
		if e.Operator == filter.AND {
			impose(e.Left, object, attribute)
			impose(e.Right, object, attribute)
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
