package graph

import (
	"context"
	"errors"

	"github.com/99designs/gqlgen/graphql"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
)

// heldView is the key of the snapshot that Reading holds.
type heldView struct{}

// Reading calls read with a context in which all queries see the database as it is at one moment. They must run one
// after another, and as the viewer of ctx. It holds a connection, so read must not wait for a client.
func (s *Schema) Reading(ctx context.Context, read func(context.Context) error) error {
	return s.snapshot(ctx, 0, func(view *page.View) error { return read(context.WithValue(ctx, heldView{}, view)) })
}

// Keys returns the ids of the whole list that an operation selects; see plan.Executor.Keys.
func (s *Schema) Keys(ctx context.Context, op *graphql.OperationContext, most int) ([]gid.ID, error) {
	return s.executor.Keys(ctx, op, most)
}

type snapshot func(ctx context.Context, maxStatements int, read func(*page.View) error) error

// snapshots returns what reads a snapshot in the scope of the viewer: the one that Reading holds, or a new one.
func snapshots(s Database) snapshot {
	return func(ctx context.Context, maxStatements int, read func(*page.View) error) error {
		if view, held := ctx.Value(heldView{}).(*page.View); held {
			return read(view)
		}
		scope, err := store.ScopeOf(ctx)
		if errors.Is(err, store.ErrNoScope) {
			anonymous := store.Within(store.Reach{}) // sees no row of any customer
			scope, err = &anonymous, nil
		}
		if err != nil {
			return err
		}
		return s.Snapshot(ctx, scope, maxStatements, read)
	}
}
