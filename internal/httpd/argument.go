package httpd

import (
	"context"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/muniment/muniment/graph/plan"
)

// arguments refuses what validation cannot see in the arguments of an operation: a text with characters that nobody
// sees (see unfit), and null in @skip and @include, which decide what the operation is. A variable that is null may
// stand where null is not allowed if it has a default; the field that gets it refuses it.
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
			if err := refuseUnfit(s.Arguments); err != nil {
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
			if err := refuseUnfit(directive.Arguments); err != nil {
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

// refuseUnfit refuses characters that no text may hold in arguments.
func refuseUnfit(list ast.ArgumentList) error {
	for _, argument := range list {
		if field, c, ok := unfitIn(argument.Name, argument.Value); ok {
			return refuseCharacter(field, c)
		}
	}
	return nil
}

// unfitIn finds a character that no text may hold in a value of the document, and the path of the text, such as
// filter.numberStartsWith.
func unfitIn(path string, value *ast.Value) (field string, c rune, found bool) {
	if value == nil || value.Kind == ast.Variable {
		return "", 0, false
	}
	for i, child := range value.Children {
		name := child.Name
		if value.Kind == ast.ListValue {
			name = strconv.Itoa(i)
		}
		if field, c, found := unfitIn(path+"."+name, child.Value); found {
			return field, c, true
		}
	}
	c, found = unfit(value.Raw)
	return path, c, found
}
