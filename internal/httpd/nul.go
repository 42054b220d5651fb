package httpd

import (
	"context"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/muniment/muniment/internal/fault"
)

// noNUL refuses queries in which a text holds NUL. No stored text does, and PostgreSQL cannot even look for one. Changes say
// themselves what they take.
type noNUL struct{}

var _ graphql.OperationContextMutator = noNUL{}

func (noNUL) ExtensionName() string { return "NoNUL" }

func (noNUL) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext implements graphql.OperationContextMutator.
func (noNUL) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	if op.Operation.Operation != ast.Query {
		return nil
	}
	for name, value := range op.Variables {
		if holdsNUL(value) {
			return gqlerror.Wrap(fault.New(fault.BadInput, "variables."+name, "A text holds the character NUL.", "Leave it out."))
		}
	}
	if literalNUL(op.Operation.SelectionSet) {
		return gqlerror.Wrap(fault.New(fault.BadInput, "", "A text in the document holds the character NUL.", "Leave it out."))
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

func literalNUL(selections ast.SelectionSet) bool {
	for _, selection := range selections {
		var inner ast.SelectionSet
		switch s := selection.(type) {
		case *ast.Field:
			for _, argument := range s.Arguments {
				if valueNUL(argument.Value) {
					return true
				}
			}
			inner = s.SelectionSet
		case *ast.InlineFragment:
			inner = s.SelectionSet
		case *ast.FragmentSpread:
			if s.Definition != nil {
				inner = s.Definition.SelectionSet
			}
		}
		if literalNUL(inner) {
			return true
		}
	}
	return false
}

func valueNUL(value *ast.Value) bool {
	if value == nil {
		return false
	}
	for _, child := range value.Children {
		if valueNUL(child.Value) {
			return true
		}
	}
	return value.Kind != ast.Variable && strings.Contains(value.Raw, "\x00")
}
