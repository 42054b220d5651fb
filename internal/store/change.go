package store

import (
	"context"
	"fmt"

	entgo "entgo.io/ent"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/clock"
)

// hasUpdatedAt lists the types with a column updated_at, so that another system can ask for what changed since its last request.
// The two kinds of raw statements that change such rows, of an import and of an erasure, set the column themselves.
var hasUpdatedAt = map[string]bool{
	ent.TypeAccount: true, ent.TypeUser: true, ent.TypeMembership: true, ent.TypeEntitlement: true, ent.TypeLineItem: true,
	ent.TypePeriod: true, ent.TypeCoverage: true, ent.TypeDevice: true, ent.TypeLicenseServer: true, ent.TypeActivation: true,
	ent.TypeAllocation: true,
}

func (s *Store) now() clock.Instant {
	if s.config.Clock != nil {
		return s.config.Clock()
	}
	return clock.System()
}

// setUpdatedAt sets updated_at in every update of a type in hasUpdatedAt that does not set it itself.
func (s *Store) setUpdatedAt(next entgo.Mutator) entgo.Mutator {
	const column = "updated_at"
	return entgo.MutateFunc(func(ctx context.Context, m entgo.Mutation) (entgo.Value, error) {
		if hasUpdatedAt[m.Type()] && m.Op().Is(entgo.OpUpdate|entgo.OpUpdateOne) {
			if _, isSet := m.Field(column); !isSet {
				if err := m.SetField(column, s.now()); err != nil {
					return nil, fmt.Errorf("change %s: %w", m.Type(), err)
				}
			}
		}
		return next.Mutate(ctx, m)
	})
}
