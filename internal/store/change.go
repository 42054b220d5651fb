package store

import (
	"context"
	"fmt"

	entgo "entgo.io/ent"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/clock"
)

// hasUpdatedAt lists the types that have the column updated_at, with which another system can ask for what changed
// since its last request. The raw statements of imports and erasures that change such rows set the column themselves.
// In the tables of directories the column is the version of a resource, which only their rules set.
var hasUpdatedAt = map[string]bool{
	ent.TypeAccount: true, ent.TypeUser: true, ent.TypeMembership: true,
	ent.TypeEntitlement: true, ent.TypeLineItem: true, ent.TypePeriod: true, ent.TypeCoverage: true,
	ent.TypeDevice: true, ent.TypeLicenseServer: true, ent.TypeActivation: true, ent.TypeAllocation: true,
	ent.TypeCustomValue: true,
}

const (
	// UpdatedColumn is the column that tells when a row was last changed.
	UpdatedColumn = "updated_at"
	// SetUpdated is the assignment with which a raw statement sets updated_at. The time of the change must be given
	// twice as a parameter. The new value is always later than the old one.
	SetUpdated = "updated_at = CASE WHEN updated_at < ? THEN ? ELSE updated_at + 1 END"
)

// Now returns the time of changes. It never goes back while the process runs, even if the clock of the machine does: a
// row that is changed later must not seem to have been changed earlier.
func (s *Store) Now() clock.Instant { return s.now() }

// setUpdatedAt sets updated_at in every update of a type that has it, unless the update sets it itself.
func (s *Store) setUpdatedAt(next entgo.Mutator) entgo.Mutator {
	return entgo.MutateFunc(func(ctx context.Context, m entgo.Mutation) (entgo.Value, error) {
		if hasUpdatedAt[m.Type()] && m.Op().Is(entgo.OpUpdate|entgo.OpUpdateOne) {
			if _, given := m.Field(UpdatedColumn); !given {
				if err := m.SetField(UpdatedColumn, s.now()); err != nil {
					return nil, fmt.Errorf("change %s: %w", m.Type(), err)
				}
			}
		}
		return next.Mutate(ctx, m)
	})
}
