package plan

import (
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/internal/fault"
)

// NullArgument returns an error if a variable is null but its argument or input field must not be null; otherwise nil.
// Validation allows a nullable variable in a non-null position if the variable or the position has a default. Sections
// 5.8.5 and 6.4.1 of the GraphQL specification make a null there an error of the field. gqlgen would read it as 0, ""
// or an empty list.
func NullArgument(list ast.ArgumentList, variables map[string]any) error {
	for _, argument := range list {
		if err := nullValue(argument.Value, variables); err != nil {
			return err
		}
	}
	return nil
}

func nullValue(value *ast.Value, variables map[string]any) error {
	if value == nil {
		return nil
	}
	if value.Kind == ast.Variable {
		v, given := variables[value.Raw]
		if given && v == nil && value.ExpectedType != nil && value.ExpectedType.NonNull {
			return fault.New(fault.BadInput, "variables."+value.Raw, "Null is not allowed here.",
				"Give a value of the type {type}.", fault.WithText("type", value.ExpectedType.String()))
		}
		return nil
	}
	for _, child := range value.Children {
		if err := nullValue(child.Value, variables); err != nil {
			return err
		}
	}
	return nil
}

// nullBelow applies NullArgument to the fields of a selection set and to all fields below them.
func nullBelow(set ast.SelectionSet, variables map[string]any) error {
	for _, selection := range set {
		var inner ast.SelectionSet
		switch s := selection.(type) {
		case *ast.Field:
			if err := NullArgument(s.Arguments, variables); err != nil {
				return err
			}
			inner = s.SelectionSet
		case *ast.InlineFragment:
			inner = s.SelectionSet
		case *ast.FragmentSpread:
			if s.Definition != nil {
				inner = s.Definition.SelectionSet
			}
		}
		if err := nullBelow(inner, variables); err != nil {
			return err
		}
	}
	return nil
}
