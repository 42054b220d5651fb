package scim

import (
	"fmt"
	"strings"

	"github.com/elimity-com/scim/schema"
	filter "github.com/scim2/filter-parser/v2"

	"github.com/muniment/muniment/internal/directory"
	"github.com/muniment/muniment/internal/gid"
)

// maxPatchMembers limits the members in one PATCH of a group. A POST or a PUT may contain up to maxValues.
const maxPatchMembers = 1000

// delta holds the changes that a request makes to a group.
type delta struct{ directory.Delta }

func newDelta() delta { return delta{directory.Delta{Add: map[gid.ID]bool{}, Gone: map[gid.ID]bool{}}} }

// settableOfGroup lists the attributes of a group that a client may set. It is used to validate documents.
var settableOfGroup = schema.Schema{ID: schema.GroupSchema,
	Attributes: append(schema.Attributes{externalID}, groupSchema.Attributes...)}

// deltaOfBody parses the body of a POST or a PUT. If the body has no members attribute, the members are left as they
// are.
func deltaOfBody(body map[string]any) (delta, error) {
	doc, err := document(body, groupAttributes)
	if err != nil {
		return delta{}, err
	}
	checked, refused := settableOfGroup.Validate(doc)
	if refused != nil {
		return delta{}, invalid(*refused)
	}
	d := newDelta()
	if err := d.setText(&d.Name, "displayName", checked["displayName"]); err != nil {
		return delta{}, err
	}
	if key, given := checked["externalId"]; given {
		if err := d.setText(&d.ExternalID, "externalId", key); err != nil {
			return delta{}, err
		}
	}
	members, given := doc["members"]
	if !given {
		return d, nil
	}
	d.Whole = true
	return d, d.addAll(valuesOf(members))
}

// deltaOfOperations combines the operations of a PATCH. Later operations override earlier ones.
func deltaOfOperations(m *meter, operations []operation) (delta, error) {
	d, named := newDelta(), 0
	for _, o := range operations {
		if err := m.spend(1); err != nil {
			return delta{}, err
		}
		switch o.attribute.Name() {
		case "displayName":
			if o.verb == remove {
				return delta{}, badValue("The group has no displayName.")
			}
			if err := d.setText(&d.Name, "displayName", o.value); err != nil {
				return delta{}, err
			}
		case "externalId":
			if o.verb == remove {
				o.value = ""
			}
			if err := d.setText(&d.ExternalID, "externalId", o.value); err != nil {
				return delta{}, err
			}
		case "members":
			n, err := d.members(o)
			if err != nil {
				return delta{}, err
			}
			if named += n; named > maxPatchMembers {
				return delta{}, tooMany(fmt.Sprintf("A PATCH names at most %d members. Send several.",
					maxPatchMembers))
			}
		}
	}
	return d, nil
}

func (d *delta) setText(to **string, name string, value any) error {
	text, _ := value.(string)
	text = strings.TrimSpace(text)
	if text == "" && name == "displayName" {
		return badValue("The group has no displayName.")
	}
	*to = &text
	err := checkText(name, text)
	if name != "displayName" {
		return err
	}
	if err == nil && !visible(text) {
		err = badValue(
			"The displayName of a group must have no invisible characters, and only single blanks between words.")
	}
	d.NameRefused = err
	return nil
}

// members adds an operation on the members to the delta, and returns how many members it contains.
func (d *delta) members(o operation) (int, error) {
	if o.part != "" {
		return 0, badPath("Attributes of a member cannot be changed. Add or remove the whole member.")
	}
	if o.which != nil {
		if o.verb != remove {
			return 0, badPath("Only the operation remove may have a filter in its path. Add members without one.")
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
		d.Whole, d.Add, d.Gone = true, map[gid.ID]bool{}, map[gid.ID]bool{}
	case o.verb == remove: // Entra ID names those to remove as a value
		named := make([]string, 0, len(list))
		for _, one := range list {
			name, _ := copied(one)["value"].(string)
			named = append(named, name)
		}
		d.removeAll(named)
	case o.verb == replace:
		d.Whole, d.Add, d.Gone = true, map[gid.ID]bool{}, map[gid.ID]bool{}
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
		if kind, given := object["type"].(string); !ok || given && !strings.EqualFold(kind, "User") {
			return noMember(name)
		}
		d.Add[id] = true
		delete(d.Gone, id)
	}
	return nil
}

// removeAll ignores ids that are not valid: they cannot be members of the group.
func (d *delta) removeAll(named []string) {
	for _, name := range named {
		if id, ok := memberID(name); ok {
			delete(d.Add, id)
			d.Gone[id] = true
		}
	}
}

func memberID(name string) (gid.ID, bool) {
	id, err := gid.Parse(name)
	return id, err == nil && id.Type() == gid.DirectoryRecord
}

func noMember(name string) error {
	return badValue(fmt.Sprintf("%.40q is not the id of a user of this directory.", name))
}

// namedBy returns the members that a filter selects. The filter must be value eq "id", or several of these joined by
// or.
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
