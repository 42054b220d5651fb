// Package serial resolves the elements of a list one after the other. gqlgen starts a goroutine for each; since a
// level fetches its relations once for all rows, they would only wait for each other.
package serial

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
)

// MarshalSlice has the signature of graphql.MarshalSliceConcurrently, which the generated code calls before it is
// rewritten; the limit of workers has no meaning here.
func MarshalSlice(ctx context.Context, length int, _ int64, omitPanicHandler bool,
	marshalElement func(ctx context.Context, i int) graphql.Marshaler) (out graphql.Array) {
	out = make(graphql.Array, length)
	if !omitPanicHandler {
		defer func() {
			if r := recover(); r != nil {
				graphql.AddError(ctx, graphql.Recover(ctx, r))
				out = nil
			}
		}()
	}
	for i := range out {
		element := graphql.WithFieldContext(ctx, &graphql.FieldContext{Index: &i})
		out[i] = marshalElement(element, i)
	}
	return out
}
