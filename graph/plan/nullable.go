package plan

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// payloadFields are the fields that every payload of a mutation has and that are never null.
var payloadFields = []string{"effects", "warnings", "errors"}

// checkNulls checks which fields are nullable. A field that can fail on its own must be nullable, so that its error
// does not make its parent null: root fields, pages, and fields with arguments, which can be invalid. A field that
// always has a value if its parent has one must not be nullable: the parts of a page, short lists, and payloadFields.
func (t *Table) checkNulls() error {
	var errs []error
	for _, name := range slices.Sorted(maps.Keys(t.schema.Types)) {
		d := t.schema.Types[name]
		if d.Kind != ast.Object || strings.HasPrefix(name, "__") {
			continue
		}
		for _, f := range d.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			switch reason, must := t.nullable(d, f); {
			case must && f.Type.NonNull:
				errs = append(errs, fmt.Errorf("%s.%s must be nullable: %s", name, f.Name, reason))
			case !must && reason != "" && !f.Type.NonNull:
				errs = append(errs, fmt.Errorf("%s.%s must not be nullable: %s", name, f.Name, reason))
			}
		}
	}
	return errors.Join(errs...)
}

// nullable tells whether a field must be nullable (must is true) or must not be nullable (must is false), and the
// reason. An empty reason means that both are allowed.
func (t *Table) nullable(d *ast.Definition, f *ast.FieldDefinition) (reason string, must bool) {
	switch {
	case d == t.schema.Query || d == t.schema.Mutation:
		return "it is a field of the root", true
	case connectionOf(t.schema.Types[f.Type.Name()]) != "":
		return "it is a page", true
	case len(f.Arguments) > 0:
		return "its arguments can be refused", true
	case connectionOf(d) != "":
		return "a page has all of its parts", false
	case isEdge(d):
		return "an edge has all of its parts", false
	case strings.HasSuffix(d.Name, "Payload") && slices.Contains(payloadFields, f.Name):
		return "every payload has it", false
	case f.Type.Elem != nil:
		return "it is a short list", false
	}
	return "", false
}
