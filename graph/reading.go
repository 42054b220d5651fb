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
// after another, and as the viewer of ctx. It holds one of the connections for long snapshots, so read must not
// wait for a client.
func (s *Schema) Reading(ctx context.Context, read func(context.Context) error) error {
	scope, err := scopeOf(ctx)
	if err != nil {
		return err
	}
	return s.database.LongSnapshot(ctx, scope, func(view *page.View) error {
		return read(context.WithValue(ctx, heldView{}, view))
	})
}

// Keys returns the ids of the whole list that an operation selects; see plan.Executor.Keys.
func (s *Schema) Keys(ctx context.Context, op *graphql.OperationContext, most int) ([]gid.ID, error) {
	return s.executor.Keys(ctx, op, most)
}

// snapshots returns what reads a snapshot in the scope of the viewer: the one that Reading holds, or a new one.
func snapshots(s Database) func(ctx context.Context, maxStatements int, read func(*page.View) error) error {
	return func(ctx context.Context, maxStatements int, read func(*page.View) error) error {
		if view, held := ctx.Value(heldView{}).(*page.View); held {
			return read(view)
		}
		scope, err := scopeOf(ctx)
		if err != nil {
			return err
		}
		return s.Snapshot(ctx, scope, maxStatements, read)
	}
}

// scopeOf returns the scope of the viewer. If there is none, it is one that has no row of any customer.
func scopeOf(ctx context.Context) (*store.Scope, error) {
	scope, err := store.ScopeOf(ctx)
	if errors.Is(err, store.ErrNoScope) {
		anonymous := store.Within(store.Reach{})
		return &anonymous, nil
	}
	return scope, err
}
