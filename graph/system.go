package graph

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/externalid"
	entsystem "github.com/muniment/muniment/ent/system"
	"github.com/muniment/muniment/graph/level"
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/system"
)

// externalIDs fetches the names in other systems, for all rows of the level at once.
func externalIDs[P any](ctx context.Context, r *Resolver, at level.Place[P], key func(P) gid.ID) ([]*model.ExternalID, error) {
	return all(ctx, at, r.kinds.externalID, externalid.FieldEntityID, key, inOrder)
}

// lookup finds what another system calls by a name.
func (r *Resolver) lookup(ctx context.Context, name model.ExternalIDInput) (model.Node, error) {
	id, err := r.system.Find(ctx, system.Name{System: orEmpty(name.System), Kind: orEmpty(name.Kind), Value: name.Value})
	if err != nil {
		return nil, err
	}
	if id == 0 {
		return nil, notFound("externalId.value", "object with this name")
	}
	return byID[model.Node](ctx, id)
}

// systems lists the other systems of record; there are a handful.
func (r *Resolver) systems(ctx context.Context) ([]*model.System, error) {
	rows, err := r.system.Systems.Rows(ctx, nil, func(q *sql.Selector) { q.OrderBy(sql.Asc(q.C(entsystem.FieldCode))) })
	return model.Systems(rows), err
}
