package serial

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// Arguments reads the arguments of a field from their raw values.
type Arguments func(ctx context.Context, raw map[string]any) (map[string]any, error)

// Resolve answers a field that has a resolver. It does what graphql.ResolveField does, but reads the arguments once for
// all rows of an operation. arguments is nil where there are none; required says that null is an error.
func Resolve[T any](ctx context.Context, oc *graphql.OperationContext, memo *Memo, object string, field graphql.CollectedField,
	arguments Arguments, required bool, resolve func(ctx context.Context, args map[string]any) (T, error),
	marshal func(ctx context.Context, selections ast.SelectionSet, v T) graphql.Marshaler) (out graphql.Marshaler) {
	fc := memo.field()
	fc.Object, fc.Field, fc.IsMethod, fc.IsResolver = object, field, true, true
	ctx = graphql.WithFieldContext(ctx, fc)
	defer func() {
		if r := recover(); r != nil {
			oc.Error(ctx, oc.Recover(ctx, r))
			out = graphql.Null
		}
	}()
	if arguments != nil {
		var err error
		if fc.Args, err = memo.arguments(ctx, field, oc.Variables, arguments); err != nil {
			oc.Error(ctx, err)
			return graphql.Null
		}
	}
	value, err := oc.ResolverMiddleware(ctx, func(inner context.Context) (any, error) {
		ctx = inner // what a middleware adds holds for everything below
		return resolve(inner, fc.Args)
	})
	if err != nil {
		oc.Error(ctx, graphql.AddFieldLocationToError(ctx, err))
		return graphql.Null
	}
	switch value := value.(type) {
	case nil:
		if required && !graphql.HasFieldError(ctx, fc) {
			oc.Errorf(ctx, "must not be null")
		}
		return graphql.Null
	case T:
		return marshal(ctx, field.Selections, value)
	case graphql.Marshaler:
		return value
	}
	oc.Error(ctx, fmt.Errorf("a middleware answered %T for a %T", value, *new(T)))
	return graphql.Null
}
