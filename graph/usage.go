package graph

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/graph/level"
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/internal/gid"
)

// metered writes numerator/denominator base units of the unit of a record's meter.
func (r *Resolver) metered(ctx context.Context, u *model.UsageRecord, numerator, denominator int64) (*model.Quantity, error) {
	unit, err := level.Load(ctx, u.Place, "#unit", func(ctx context.Context, rows []*model.UsageRecord) ([]*model.UnitOfMeasure, error) {
		meters, err := r.kinds.meter.byID(ctx, keysOf(rows, func(u *model.UsageRecord) gid.ID { return u.MeterID }), nil)
		if err != nil {
			return nil, err
		}
		return r.kinds.unit.byID(ctx, keysOf(meters, func(m *model.Meter) gid.ID {
			if m == nil {
				return 0
			}
			return m.UnitID
		}), nil)
	})
	if err != nil {
		return nil, err
	}
	if unit == nil {
		return nil, fmt.Errorf("usage record %s has a meter without a unit", u.ID)
	}
	return &model.Quantity{Numerator: numerator, Denominator: denominator, Unit: unit}, nil
}
