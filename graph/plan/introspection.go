package plan

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/introspection"
	"github.com/vektah/gqlparser/v2/ast"
)

// listsOfKinds are the lists of a type in the introspection, and the kinds of types that have them. Section 4.2 of the
// GraphQL specification says that they are null for every other kind. gqlgen answers an empty list.
var listsOfKinds = map[string][]ast.DefinitionKind{
	"fields": {ast.Object, ast.Interface}, "interfaces": {ast.Object, ast.Interface},
	"possibleTypes": {ast.Interface, ast.Union}, "enumValues": {ast.Enum}, "inputFields": {ast.InputObject},
}

// withNulls returns a middleware for gqlgen's introspection that answers null for lists that a type does not have.
func withNulls(inner graphql.FieldMiddleware) graphql.FieldMiddleware {
	return func(ctx context.Context, next graphql.Resolver) (any, error) {
		answer := next
		if fc := graphql.GetFieldContext(ctx); fc != nil && fc.Object == "__Type" && lacks(fc) {
			answer = func(context.Context) (any, error) { return nil, nil }
		}
		if inner == nil {
			return answer(ctx)
		}
		return inner(ctx, answer)
	}
}

// lacks reports whether a field is a list that the type above it does not have.
func lacks(fc *graphql.FieldContext) bool {
	kinds, isList := listsOfKinds[fc.Field.Name]
	if !isList || fc.Parent == nil {
		return false
	}
	of, ok := fc.Parent.Result.(*introspection.Type)
	if !ok || of == nil {
		return false
	}
	for _, kind := range kinds {
		if of.Kind() == string(kind) {
			return false
		}
	}
	return true
}
