package graph

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/graph/loader"
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

// Operation gives an operation its loader; the transport calls it for each. Only where one root field asks is it known
// which columns will do.
func (r *Resolver) Operation(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	roots, ids := rootIDs(graphql.GetOperationContext(ctx))
	if roots == 1 {
		return next(loader.With(ctx, loader.Alone(r.fetchNodes(true))))
	}
	return next(loader.With(ctx, loader.New(r.fetchNodes(false), ids)))
}

// rootIDs counts the root fields and the different ids for which they ask.
func rootIDs(op *graphql.OperationContext) (roots, ids int) {
	if op.Operation == nil {
		return 0, 0
	}
	if set := op.Operation.SelectionSet; len(set) == 1 {
		if _, plain := set[0].(*ast.Field); plain {
			return 1, 0
		}
	}
	fields := graphql.CollectFields(op, op.Operation.SelectionSet, []string{"Query"})
	different := make(map[any]bool, len(fields))
	for _, f := range fields {
		args := f.ArgumentMap(op.Variables)
		if id, ok := args["id"].(string); ok {
			different[id] = true
		}
		if list, ok := args["ids"].([]any); ok {
			for _, id := range list {
				different[id] = true
			}
		}
	}
	return len(fields), len(different)
}

func (r *Resolver) fetchNodes(selected bool) loader.Fetch[model.Node] {
	return func(ctx context.Context, t gid.Type, ids []int64) ([]model.Node, error) {
		fetch := r.nodes(t)
		if fetch == nil {
			return make([]model.Node, len(ids)), nil
		}
		return fetch(ctx, ids, selected)
	}
}

// byID loads an object of type M by its global id; a missing one, and one of another type, is null with NOT_FOUND.
func byID[M model.Node](ctx context.Context, id gid.ID) (M, error) {
	var none M
	node, err := loader.From[model.Node](ctx).One(ctx, id)
	if err != nil {
		return none, err
	}
	object, ok := node.(M)
	if !ok {
		return none, notFound("id", id)
	}
	return object, nil
}

func notFound(field string, id any) error {
	return fault.New(fault.NotFound, field, fmt.Sprintf("There is no %v that you may see.", id), "Check the id.")
}

func (r *Resolver) byIDs(ctx context.Context, ids []gid.ID) ([]model.Node, error) {
	if len(ids) > page.Max {
		return nil, fault.New(fault.BadInput, "ids", "At most 100 ids are read at once.", "Ask in several requests.")
	}
	return loader.From[model.Node](ctx).Many(ctx, ids)
}
