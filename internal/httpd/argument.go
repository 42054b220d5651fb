package httpd

import (
	"context"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/muniment/muniment/internal/fault"
)

// arguments refuses what validation cannot see in the arguments of an operation: a text with NUL, which no stored text
// has and PostgreSQL cannot even look for, and null in place of a value. A variable that is null may stand where null is
// not allowed if it has a default; gqlgen takes that for 0 or an empty list, and panics in @skip and @include.
type arguments struct{}

var _ graphql.OperationContextMutator = arguments{}

func (arguments) ExtensionName() string { return "Arguments" }

func (arguments) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext implements graphql.OperationContextMutator.
func (arguments) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	if bad := (literals{op.Variables}).selection(op.Operation.SelectionSet); bad != nil {
		return gqlerror.Wrap(bad)
	}
	return nil
}

// literals walks the arguments as they stand in the document. coerce sees the values of variables.
type literals struct{ variables map[string]any }

func (l literals) selection(selections ast.SelectionSet) error {
	for _, selection := range selections {
		var (
			directives ast.DirectiveList
			inner      ast.SelectionSet
		)
		switch s := selection.(type) {
		case *ast.Field:
			if err := l.arguments(s.Arguments); err != nil {
				return err
			}
			directives, inner = s.Directives, s.SelectionSet
		case *ast.InlineFragment:
			directives, inner = s.Directives, s.SelectionSet
		case *ast.FragmentSpread:
			directives = s.Directives
			if s.Definition != nil {
				inner = s.Definition.SelectionSet
			}
		}
		for _, directive := range directives {
			if err := l.arguments(directive.Arguments); err != nil {
				return err
			}
		}
		if err := l.selection(inner); err != nil {
			return err
		}
	}
	return nil
}

func (l literals) arguments(list ast.ArgumentList) error {
	for _, argument := range list {
		if err := l.value(argument.Value); err != nil {
			return err
		}
	}
	return nil
}

func (l literals) value(value *ast.Value) error {
	if value == nil {
		return nil
	}
	if value.Kind == ast.Variable {
		given, there := l.variables[value.Raw]
		if there && given == nil && value.ExpectedType != nil && value.ExpectedType.NonNull {
			return null("variables."+value.Raw, value.ExpectedType)
		}
		return nil
	}
	for _, child := range value.Children {
		if err := l.value(child.Value); err != nil {
			return err
		}
	}
	if strings.Contains(value.Raw, "\x00") {
		return fault.New(fault.BadInput, "", "A text in the document holds the character NUL.", "Leave it out.")
	}
	return nil
}

func holdsNUL(value any) bool {
	switch v := value.(type) {
	case string:
		return strings.Contains(v, "\x00")
	case []any:
		for _, inner := range v {
			if holdsNUL(inner) {
				return true
			}
		}
	case map[string]any:
		for _, inner := range v {
			if holdsNUL(inner) {
				return true
			}
		}
	}
	return false
}
