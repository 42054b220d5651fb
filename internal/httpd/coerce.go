package httpd

import (
	"encoding/json"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/legible"
)

// coerce returns the values of an operation's variables, coerced by the rules of the GraphQL specification. gqlgen
// coerces them too, but it accepts a string for a number, a number for a string, and an enum value in lower case.
// Custom scalars are left to their Go types.
func coerce(schema *ast.Schema, definitions ast.VariableDefinitionList, given map[string]any) (map[string]any, error) {
	values := make(map[string]any, len(definitions))
	for _, definition := range definitions {
		path := "variables." + definition.Variable
		value, exists := given[definition.Variable]
		if !exists && definition.DefaultValue != nil {
			var err error
			if value, err = definition.DefaultValue.Value(nil); err != nil {
				return nil, err
			}
			exists = true
		}
		if !exists {
			if definition.Type.NonNull {
				return nil, missing(path, definition.Type)
			}
			continue
		}
		value, bad := coercion{schema}.value(definition.Type, value, path)
		if bad != nil {
			return nil, bad
		}
		values[definition.Variable] = value
	}
	return values, nil
}

type coercion struct{ schema *ast.Schema }

func (c coercion) value(t *ast.Type, value any, path string) (any, *fault.Error) {
	switch {
	case value == nil && t.NonNull:
		return nil, null(path, t)
	case value == nil:
		return nil, nil
	case t.Elem != nil:
		return c.list(t, value, path)
	}
	switch definition := c.schema.Types[t.NamedType]; definition.Kind {
	case ast.InputObject:
		return c.object(definition, value, path)
	case ast.Enum:
		if name, ok := value.(string); ok && definition.EnumValues.ForName(name) != nil {
			return name, nil
		}
		return nil, fault.New(fault.BadInput, path, "This is not a value of the enum {type}.",
			"Use one of the values that the contract lists, in capital letters.",
			fault.WithText("type", definition.Name))
	}
	if c, ok := unfit(value); ok {
		return nil, legible.Refuse(path, c)
	}
	return scalar(t.NamedType, value, path)
}

// list coerces a single value to a list of one. gqlgen has made some of these lists already, of types other than
// []any.
func (c coercion) list(t *ast.Type, value any, path string) (any, *fault.Error) {
	given := graphql.CoerceList(value)
	list := make([]any, len(given))
	for i, item := range given {
		var bad *fault.Error
		if list[i], bad = c.value(t.Elem, item, path+"."+strconv.Itoa(i)); bad != nil {
			return nil, bad
		}
	}
	return list, nil
}

// object coerces an input object. Fields without a value are left out, because the generated code fills in their
// defaults.
func (c coercion) object(definition *ast.Definition, value any, path string) (any, *fault.Error) {
	given, ok := value.(map[string]any)
	if !ok {
		return nil, fault.New(fault.BadInput, path, "This value is not an object of the type {type}.",
			"Give an object with fields that the contract lists for {type}.", fault.WithText("type", definition.Name))
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if definition.Fields.ForName(name) == nil {
			return nil, fault.New(fault.BadInput, path+"."+name,
				"The type {type} has no field of this name.", "Leave the field out, or correct its name.",
				fault.WithText("type", definition.Name))
		}
	}
	if definition.Directives.ForName("oneOf") != nil && !holdsOne(given) {
		return nil, fault.New(fault.BadInput, path,
			"An object of the type {type} has exactly one field, which is not null.",
			"Give one field, and leave the others out.", fault.WithText("type", definition.Name))
	}
	object := make(map[string]any, len(given))
	for _, field := range definition.Fields {
		inner := path + "." + field.Name
		value, exists := given[field.Name]
		if !exists {
			if field.Type.NonNull && field.DefaultValue == nil {
				return nil, missing(inner, field.Type)
			}
			continue
		}
		var bad *fault.Error
		if object[field.Name], bad = c.value(field.Type, value, inner); bad != nil {
			return nil, bad
		}
	}
	return object, nil
}

func holdsOne(object map[string]any) bool {
	for _, value := range object {
		return len(object) == 1 && value != nil
	}
	return false
}

// scalar coerces the built-in scalars. Numbers from a request are json.Number, those of a default in the document are
// int64 or float64.
func scalar(name string, value any, path string) (any, *fault.Error) {
	wrong := func(remedy string, limits ...fault.Parameter) (any, *fault.Error) {
		return nil, fault.New(fault.BadInput, path, "This value is not of the type {type}.", remedy,
			append(limits, fault.WithText("type", name))...)
	}
	switch name {
	case "Int":
		if n, ok := integer(value); ok && n >= math.MinInt32 && n <= math.MaxInt32 {
			return n, nil
		}
		limits := []fault.Parameter{fault.WithNumber("min", math.MinInt32), fault.WithNumber("max", math.MaxInt32)}
		if n, ok := integer(value); ok {
			limits = append(limits, fault.WithNumber("given", n))
		}
		return wrong("Give a whole number from {min} to {max}, without quotes and without a fraction.", limits...)
	case "Float":
		switch n := value.(type) {
		case float64:
			return n, nil
		case int64:
			return float64(n), nil
		case json.Number:
			if parsed, err := n.Float64(); err == nil {
				return parsed, nil
			}
		}
		return wrong("Give a number without quotes.")
	case "Boolean":
		if _, ok := value.(bool); ok {
			return value, nil
		}
		return wrong("Give true or false, without quotes.")
	case "String":
		if _, ok := value.(string); ok {
			return value, nil
		}
		return wrong("Give a text in quotes.")
	case "ID":
		switch id := value.(type) {
		case string:
			return id, nil
		case int64:
			return strconv.FormatInt(id, 10), nil
		case json.Number: // of any size
			if !strings.ContainsAny(id.String(), ".eE") {
				return id.String(), nil
			}
		}
		return wrong("Give a text in quotes.")
	}
	return value, nil
}

func integer(value any) (int64, bool) {
	switch n := value.(type) {
	case int64:
		return n, true
	case json.Number:
		parsed, err := n.Int64()
		return parsed, err == nil
	}
	return 0, false
}

func missing(path string, t *ast.Type) *fault.Error {
	return fault.New(fault.BadInput, path, "A value is required here.", "Give a value of the type {type}.",
		fault.WithText("type", t.String()))
}

func null(path string, t *ast.Type) *fault.Error {
	return fault.New(fault.BadInput, path, "Null is not allowed here.", "Give a value of the type {type}.",
		fault.WithText("type", t.String()))
}
