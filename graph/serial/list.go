// Package serial resolves the fields of an object and the elements of a list one after the other, and what is the same
// for all of them once. gqlgen starts a goroutine for each, since a resolver may wait; here a level fetches its relations
// once for all rows, so they would only wait for each other. The generated code calls this package instead of gqlgen's
// own functions: package generate rewrites it.
package serial

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
)

// MarshalSlice has the signature of graphql.MarshalSliceConcurrently; the limit of workers has no meaning here.
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
	indexes, fields := make([]int, length), make([]graphql.FieldContext, length)
	for i := range out {
		indexes[i], fields[i].Index = i, &indexes[i]
		out[i] = marshalElement(graphql.WithFieldContext(ctx, &fields[i]), i)
	}
	return out
}
