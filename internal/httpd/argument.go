package httpd

import (
	"context"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/fault"
)

// arguments refuses operations for what validation does not check in their arguments: strings that contain NUL, which
// no stored string contains and PostgreSQL cannot compare, and null in @skip and @include. A null variable may be used
// for a non-null argument that has a default; the field refuses it itself.
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

// literals walks the arguments that are written in the document. The values of variables are checked by coerce.
type literals struct{ variables map[string]any }

func (l literals) selection(selections ast.SelectionSet) error {
	for _, selection := range selections {
		var (
			directives ast.DirectiveList
			inner      ast.SelectionSet
		)
		switch s := selection.(type) {
		case *ast.Field:
			if err := refuseNUL(s.Arguments); err != nil {
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
			if err := refuseNUL(directive.Arguments); err != nil {
				return err
			}
			if err := plan.NullArgument(directive.Arguments, l.variables); err != nil {
				return err
			}
		}
		if err := l.selection(inner); err != nil {
			return err
		}
	}
	return nil
}

// refuseNUL returns BAD_INPUT if an argument contains NUL.
func refuseNUL(list ast.ArgumentList) error {
	for _, argument := range list {
		if literalHoldsNUL(argument.Value) {
			return fault.New(fault.BadInput, "", "A text in the document holds the character NUL.", "Leave it out.")
		}
	}
	return nil
}

// literalHoldsNUL reports whether a value in the document contains NUL.
func literalHoldsNUL(value *ast.Value) bool {
	if value == nil || value.Kind == ast.Variable {
		return false
	}
	for _, child := range value.Children {
		if literalHoldsNUL(child.Value) {
			return true
		}
	}
	return strings.Contains(value.Raw, "\x00")
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
