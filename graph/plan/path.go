package plan

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// inside returns a context that stands at a path of the answer, for the presenter of errors.
func inside(ctx context.Context, path ast.Path) context.Context {
	var at *graphql.FieldContext
	for _, element := range path {
		next := &graphql.FieldContext{Parent: at}
		switch e := element.(type) {
		case ast.PathName:
			next.Field = graphql.CollectedField{Field: &ast.Field{Alias: string(e)}}
		case ast.PathIndex:
			index := int(e)
			next.Index = &index
		}
		at = next
	}
	if at == nil {
		return ctx
	}
	for f := at; f != nil; f = f.Parent {
		if f.Parent == nil {
			f.Parent = graphql.GetFieldContext(ctx)
			break
		}
	}
	return graphql.WithFieldContext(ctx, at)
}
