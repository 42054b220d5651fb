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

const (
	// UpdatedColumn is the column in which a followed row tells when it was changed last.
	UpdatedColumn = "updated_at"
	// SetUpdated is how a raw statement that changes a followed row sets it. It takes the moment twice, and never sets an earlier one
	// than the row has.
	SetUpdated = "updated_at = CASE WHEN updated_at < ? THEN ? ELSE updated_at + 1 END"
)

// Now tells the time of changes. It never goes back while the process runs, though the clock of the machine may: a row that is
// changed later must not seem to have changed earlier.
func (s *Store) Now() clock.Instant { return s.now() }

// noteChange writes the moment into every update of a followed type that does not say it.
func (s *Store) noteChange(next entgo.Mutator) entgo.Mutator {
	return entgo.MutateFunc(func(ctx context.Context, m entgo.Mutation) (entgo.Value, error) {
		if followed[m.Type()] && m.Op().Is(entgo.OpUpdate|entgo.OpUpdateOne) {
			if _, said := m.Field(UpdatedColumn); !said {
				if err := m.SetField(UpdatedColumn, s.now()); err != nil {
					return nil, fmt.Errorf("change %s: %w", m.Type(), err)
				}
			}
		}
		return next.Mutate(ctx, m)
	})
}
