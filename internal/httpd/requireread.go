package httpd

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// requireRead refuses operations of a credential without the scope READ, before they are executed. Only the field
// viewer is allowed, and the mutation mintWidgetToken if the key has the scope for it. All other fields give the same
// error, those of the catalog too.
type requireRead struct{}

var _ graphql.OperationContextMutator = requireRead{}

func (requireRead) ExtensionName() string { return "RequireRead" }

func (requireRead) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext implements graphql.OperationContextMutator.
func (requireRead) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	who := viewer.From(ctx)
	if who == nil || who.Scopes.Has(vocabulary.KeyScopeRead) {
		return nil
	}
	root, allowed := "Query", map[string]bool{"__typename": true, "viewer": true}
	if op.Operation.Operation != ast.Query {
		root, allowed = "Mutation", map[string]bool{"__typename": true,
			"mintWidgetToken": who.Scopes.Has(vocabulary.KeyScopeMintWidgetTokens)}
	}
	for _, field := range graphql.CollectFields(op, op.Operation.SelectionSet, []string{root}) {
		if !allowed[field.Name] {
			return gqlerror.Wrap(fault.New(change.Forbidden, "",
				"This key does not have the scope READ, so it can read only viewer.",
				"Use a key with the scope READ."))
		}
	}
	return nil
}
