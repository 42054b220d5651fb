package httpd

import (
	"context"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/httpd/escape"
	"github.com/muniment/muniment/internal/legible"
)

// arguments refuses what validation cannot see in the arguments of an operation: a text with characters that nobody
// sees (see unfit) or with half a character, and null in @skip and @include, which decide what the operation is. A
// variable that is null may stand where null is not allowed if it has a default; the field that gets it refuses it.
type arguments struct{}

var _ graphql.OperationContextMutator = arguments{}

func (arguments) ExtensionName() string { return "Arguments" }

func (arguments) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext implements graphql.OperationContextMutator.
func (a arguments) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	if bad := a.check(op); bad != nil {
		return gqlerror.Wrap(bad)
	}
	return nil
}

func (arguments) check(op *graphql.OperationContext) error {
	l := &literals{variables: op.Variables}
	for _, definition := range op.Operation.VariableDefinitions {
		if bad := l.unfitIn("variables."+definition.Variable, definition.DefaultValue); bad != nil {
			return bad
		}
	}
	return l.selection(op.Operation.SelectionSet)
}

// literals walks the arguments that are written in the document. The values of variables are checked by coerce.
type literals struct {
	variables map[string]any
	// source is the document by its characters, which positions count. It is nil until a literal needs it.
	source []rune
}

func (l *literals) selection(selections ast.SelectionSet) error {
	for _, selection := range selections {
		var (
			directives ast.DirectiveList
			inner      ast.SelectionSet
		)
		switch s := selection.(type) {
		case *ast.Field:
			if err := l.refuseUnfit(s.Arguments); err != nil {
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
			if err := l.refuseUnfit(directive.Arguments); err != nil {
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
func (l *literals) refuseUnfit(list ast.ArgumentList) error {
	for _, argument := range list {
		if bad := l.unfitIn(argument.Name, argument.Value); bad != nil {
			return bad
		}
	}
	return nil
}

// unfitIn refuses a character that no text may hold in a value of the document, under the path of the text, such as
// filter.numberStartsWith.
func (l *literals) unfitIn(path string, value *ast.Value) error {
	if value == nil || value.Kind == ast.Variable {
		return nil
	}
	for i, child := range value.Children {
		name := child.Name
		if value.Kind == ast.ListValue {
			name = strconv.Itoa(i)
		}
		if bad := l.unfitIn(path+"."+name, child.Value); bad != nil {
			return bad
		}
	}
	if half := l.halfIn(value); half != "" {
		return refuseEscape(path, half)
	}
	if c, found := unfit(value.Raw); found {
		return legible.Refuse(path, c)
	}
	return nil
}

// halfIn returns an escape of a string literal that is half a character, or "". The parser has put U+FFFD in its place,
// so that the source is looked at.
func (l *literals) halfIn(value *ast.Value) string {
	if value.Kind != ast.StringValue || value.Position == nil || value.Position.Src == nil ||
		!strings.ContainsRune(value.Raw, utf8.RuneError) {
		return ""
	}
	if l.source == nil {
		l.source = []rune(value.Position.Src.Input)
	}
	start, end := value.Position.Start, value.Position.End
	if start < 0 || end > len(l.source) || start > end {
		return ""
	}
	return escape.Half(string(l.source[start:end]))
}
