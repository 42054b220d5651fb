package plan

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// withPath returns a context whose field context has the given path, which gqlgen's error presenter reads.
func withPath(ctx context.Context, path ast.Path) context.Context {
	for _, element := range path {
		at := &graphql.FieldContext{}
		switch e := element.(type) {
		case ast.PathName:
			at.Field = graphql.CollectedField{Field: &ast.Field{Alias: string(e)}}
		case ast.PathIndex:
			index := int(e)
			at.Index = &index
		}
		ctx = graphql.WithFieldContext(ctx, at)
	}
	return ctx
}
