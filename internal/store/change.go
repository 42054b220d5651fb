package store

import (
	"context"
	"fmt"

	entgo "entgo.io/ent"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/clock"
)

// followed are the types whose rows tell when they were changed last, so that another system can ask for what changed since it asked
// before. Raw statements set the column themselves; there are two: those of an import and those of an erasure.
var followed = map[string]bool{
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

// noteChange writes the moment into every update of a followed type that does not say it.
func (s *Store) noteChange(next entgo.Mutator) entgo.Mutator {
	const column = "updated_at"
	return entgo.MutateFunc(func(ctx context.Context, m entgo.Mutation) (entgo.Value, error) {
		if followed[m.Type()] && m.Op().Is(entgo.OpUpdate|entgo.OpUpdateOne) {
			if _, said := m.Field(column); !said {
				if err := m.SetField(column, s.now()); err != nil {
					return nil, fmt.Errorf("change %s: %w", m.Type(), err)
				}
			}
		}
		return next.Mutate(ctx, m)
	})
}
