package oracle_test

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/graph/oracle"
)

// fake returns, for every field of a schema, a value that depends only on the object, the field and the arguments.
// Some fields fail, and some non-null fields are null.
type fake struct{ schema *ast.Schema }

// row is the Ref of the fake's objects.
type row struct {
	Type string `json:"type"`
	Seed uint64 `json:"seed"`
	// Size is the number of rows of a page.
	Size int `json:"size,omitempty"`
}

func mix(parts ...any) uint64 {
	h := fnv.New64a()
	_, _ = fmt.Fprintln(h, parts...)
	sum := h.Sum64()
	sum ^= sum >> 29
	return sum * 0xbf58476d1ce4e5b9 >> 8
}

func (f fake) answer(q oracle.Question) (any, error) {
	var parent row
	if err := json.Unmarshal(q.Parent, &parent); err != nil {
		return nil, err
	}
	args := map[string]any{}
	if err := json.Unmarshal(q.Args, &args); err != nil {
		return nil, err
	}
	sorted, err := json.Marshal(args)
	if err != nil {
		return nil, err
	}
	field := f.schema.Types[q.Type].Fields.ForName(q.Name)
	if field == nil || (parent.Type != "" && parent.Type != q.Type) {
		return nil, fmt.Errorf("%s has no field %s", parent.Type, q.Name)
	}
	seed := mix(parent.Seed, q.Name, string(sorted))
	switch {
	case strings.HasSuffix(q.Type, "Connection") && q.Name == "nodes":
		return f.rows(field.Type.Elem.Name(), parent, 1), nil
	case strings.HasSuffix(q.Type, "Connection") && q.Name == "edges":
		return f.rows(field.Type.Elem.Name(), parent, 0), nil
	case strings.HasSuffix(q.Type, "Edge") && q.Name == "node":
		return oracle.Object{Ref: row{Type: field.Type.Name(), Seed: parent.Seed + 1}}, nil
	case strings.HasSuffix(field.Type.Name(), "Connection"):
		return f.page(field.Type.Name(), seed, args)
	case seed%61 == 1:
		return nil, &oracle.Fault{Code: []string{"NOT_FOUND", "BAD_INPUT"}[seed/61%2], Message: "no such luck"}
	}
	return f.value(field.Type, seed), nil
}

func (f fake) rows(name string, parent row, offset uint64) []oracle.Object {
	rows := make([]oracle.Object, parent.Size)
	for i := range rows {
		rows[i] = oracle.Object{Ref: row{Type: name, Seed: mix(parent.Seed, i) + offset}}
	}
	return rows
}

func (f fake) page(name string, seed uint64, args map[string]any) (any, error) {
	size := 4
	first, isFirst := args["first"].(float64)
	last, isLast := args["last"].(float64)
	if isFirst && isLast || isFirst && (first < 1 || first > 100) || isLast && (last < 1 || last > 100) {
		return nil, &oracle.Fault{Code: "BAD_PAGE_SIZE", Message: "This is not a page size.", Argument: "first"}
	}
	for _, name := range []string{"after", "before"} {
		if cursor, ok := args[name].(string); ok && !strings.HasPrefix(cursor, "text ") {
			return nil, &oracle.Fault{Code: "BAD_CURSOR", Message: "This is not a cursor.", Argument: name}
		}
	}
	switch {
	case isFirst:
		size = min(size, int(first))
	case isLast:
		size = min(size, int(last))
	}
	return oracle.Object{Ref: row{Type: name, Seed: seed, Size: size}}, nil
}

func (f fake) value(t *ast.Type, seed uint64) any {
	if !t.NonNull && seed%7 == 1 || t.NonNull && seed%211 == 1 {
		return nil
	}
	if t.Elem != nil {
		list := make([]any, seed%4)
		for i := range list {
			if list[i] = f.value(t.Elem, mix(seed, i)); list[i] != nil && f.isObject(t.Elem) && mix(seed, i)%23 == 2 {
				list[i] = &oracle.Fault{Code: "NOT_FOUND", Message: "not this one"}
			}
		}
		return list
	}
	definition := f.schema.Types[t.Name()]
	switch definition.Kind {
	case ast.Enum:
		return definition.EnumValues[seed%uint64(len(definition.EnumValues))].Name
	case ast.Scalar:
		switch t.Name() {
		case "Int":
			return seed % 1000
		case "Boolean":
			return seed%2 == 0
		}
		return fmt.Sprintf("text %d <&>", seed%100000)
	case ast.Interface, ast.Union:
		possible := f.schema.GetPossibleTypes(definition)
		return oracle.Object{Ref: row{Type: possible[seed%uint64(len(possible))].Name, Seed: seed}}
	default:
		return oracle.Object{Ref: row{Type: definition.Name, Seed: seed}}
	}
}

func (f fake) isObject(t *ast.Type) bool {
	return f.schema.Types[t.Name()].Kind != ast.Scalar && f.schema.Types[t.Name()].Kind != ast.Enum
}
