//go:build shelved

package scim

import (
	"fmt"
	"strings"

	"github.com/elimity-com/scim/schema"
	filter "github.com/scim2/filter-parser/v2"

	"github.com/muniment/muniment/internal/gid"
)

const (
	// maxPatchMembers is how many members one PATCH of a group may name.
	maxPatchMembers = 1000
	// maxMembers is how many members a POST or a PUT of a group may name.
	maxMembers = 5000
)

// delta is what a request changes of a group. Nil texts stay as they are.
type delta struct {
	name, key *string
	// whole says that the members are to be those in add, and no others.
	whole bool
	// add and gone are the members that come and go; no member is in both.
	add, gone map[gid.ID]bool
}

func newDelta() delta { return delta{add: map[gid.ID]bool{}, gone: map[gid.ID]bool{}} }

// settableOfGroup are the attributes of a group that a client may set, for checking documents.
var settableOfGroup = schema.Schema{ID: schema.GroupSchema, Attributes: append(schema.Attributes{externalID}, groupSchema.Attributes...)}

// deltaOfBody reads the body of a POST or a PUT. Members stay where the body does not speak of them.
func deltaOfBody(body map[string]any) (delta, error) {
	doc, err := document(body, groupAttributes)
	if err != nil {
		return delta{}, err
	}
	checked, refused := settableOfGroup.Validate(doc)
	if refused != nil {
		return delta{}, *refused
	}
	d := newDelta()
	if err := d.setText(&d.name, "displayName", checked["displayName"]); err != nil {
		return delta{}, err
	}
	if key, said := checked["externalId"]; said {
		if err := d.setText(&d.key, "externalId", key); err != nil {
			return delta{}, err
		}
	}
	members, said := doc["members"]
	if !said {
		return d, nil
	}
	list := valuesOf(members)
	if len(list) > maxMembers {
		return delta{}, tooMany(fmt.Sprintf("A body names at most %d members. Add the others by PATCH.", maxMembers))
	}
	d.whole = true
	return d, d.addAll(list)
}

// deltaOfOperations reads the operations of a PATCH, of which later ones go before earlier ones.
func deltaOfOperations(operations []operation) (delta, error) {
	d, named := newDelta(), 0
	for _, o := range operations {
		switch o.attribute.Name() {
		case "displayName":
			if o.verb == remove {
				return delta{}, badValue("A group has a displayName.")
			}
			if err := d.setText(&d.name, "displayName", o.value); err != nil {
				return delta{}, err
			}
		case "externalId":
			if o.verb == remove {
				o.value = ""
			}
			if err := d.setText(&d.key, "externalId", o.value); err != nil {
				return delta{}, err
			}
		case "members":
			n, err := d.members(o)
			if err != nil {
				return delta{}, err
			}
			if named += n; named > maxPatchMembers {
				return delta{}, tooMany(fmt.Sprintf("A PATCH names at most %d members. Send several.", maxPatchMembers))
			}
		}
	}
	return d, nil
}

func (d *delta) setText(to **string, name string, value any) error {
	text, _ := value.(string)
	text = strings.TrimSpace(text)
	if text == "" && name == "displayName" {
		return badValue("A group has a displayName.")
	}
	if err := checkText(name, text); err != nil {
		return err
	}
	*to = &text
	return nil
}

// members takes an operation on the members in, and returns how many it names.
func (d *delta) members(o operation) (int, error) {
	if o.part != "" {
		return 0, badPath("Members are added and removed as a whole.")
	}
	if o.which != nil {
		if o.verb != remove {
			return 0, badPath("Only what is removed is found by a filter. Add members without one.")
		}
		named, err := namedBy(o.which)
		if err != nil {
			return 0, err
		}
		d.removeAll(named)
		return len(named), nil
	}
	list := valuesOf(o.value)
	switch {
	case o.verb == remove && o.value == nil:
		d.whole, d.add, d.gone = true, map[gid.ID]bool{}, map[gid.ID]bool{}
	case o.verb == remove: // Entra ID names those to remove as a value
		named := make([]string, 0, len(list))
		for _, one := range list {
			name, _ := copied(one)["value"].(string)
			named = append(named, name)
		}
		d.removeAll(named)
	case o.verb == replace:
		d.whole, d.add, d.gone = true, map[gid.ID]bool{}, map[gid.ID]bool{}
		return len(list), d.addAll(list)
	default:
		return len(list), d.addAll(list)
	}
	return len(list), nil
}

func (d *delta) addAll(list []any) error {
	for _, one := range list {
		object := copied(one)
		name, _ := object["value"].(string)
		id, ok := memberID(name)
		if kind, said := object["type"].(string); !ok || said && !strings.EqualFold(kind, "User") {
			return noMember(name)
		}
		d.add[id] = true
		delete(d.gone, id)
	}
	return nil
}

// removeAll passes over what is no member: it is not in the group in any case.
func (d *delta) removeAll(named []string) {
	for _, name := range named {
		if id, ok := memberID(name); ok {
			delete(d.add, id)
			d.gone[id] = true
		}
	}
}

func memberID(name string) (gid.ID, bool) {
	id, err := gid.Parse(name)
	return id, err == nil && id.Type() == gid.Membership
}

func noMember(name string) error {
	return badValue(fmt.Sprintf("%.40q is not the id of a user of this account.", name))
}

// namedBy reads the members that a filter names: value eq "id", or several of these joined by or.
func namedBy(e filter.Expression) ([]string, error) {
	switch e := e.(type) {
	case *filter.LogicalExpression:
		if e.Operator == filter.OR {
			left, err := namedBy(e.Left)
			if err != nil {
				return nil, err
			}
			right, err := namedBy(e.Right)
			return append(left, right...), err
		}
	case *filter.AttributeExpression:
		quoted, ok := e.CompareValue.(string)
		if ok && e.Operator == filter.EQ && strings.EqualFold(e.AttributePath.AttributeName, "value") {
			name, err := unquote(quoted)
			return []string{name}, err
		}
	}
	return nil, badPath("Members are found by value alone, as in: members[value eq \"id\"]")
}
