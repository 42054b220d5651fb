package plan

import (
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/internal/fault"
)

// NullArgument is the error for a variable that is null where null is not allowed; nil if there is none. Validation lets a variable
// that may be null stand there if it, or the place, has a default. Sections 5.8.5 and 6.4.1 of the specification make its null an error of
// the field. gqlgen would take it for 0, "" or an empty list.
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
		given, there := variables[value.Raw]
		if there && given == nil && value.ExpectedType != nil && value.ExpectedType.NonNull {
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

// nullBelow is NullArgument for fields and all that is selected below them.
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
