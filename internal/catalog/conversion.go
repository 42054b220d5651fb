package catalog

import (
	"cmp"
	"context"
	"math/big"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/unitofmeasure"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/quantity"
)

// Conversion says how many of another unit one of a unit is.
type Conversion struct {
	// Unit is the other unit.
	Unit gid.ID
	// Factor is exact. It must not be changed.
	Factor *big.Rat
}

// alike is a unit and another one of the same kind and base unit.
type alike struct {
	ID            int64   `sql:"id"`
	Kind          string  `sql:"kind"`
	Currency      *string `sql:"currency"`
	Scale         int64   `sql:"scale"`
	Other         int64   `sql:"other_id"`
	OtherCode     string  `sql:"other_code"`
	OtherCurrency *string `sql:"other_currency"`
	OtherScale    int64   `sql:"other_scale"`
}

// Conversions returns the other units into which each unit converts, by code, with one statement.
func Conversions(ctx context.Context, v *page.View, units []int64) ([][]*Conversion, error) {
	out := make([][]*Conversion, len(units))
	if len(units) == 0 {
		return out, nil
	}
	var found []alike
	err := v.Scan(ctx, unitofmeasure.Table, func(q *page.Query) {
		other := q.Join(unitofmeasure.Table, "other", func(o *sql.SelectTable) *sql.Predicate {
			return sql.And(sql.ColumnsEQ(o.C(unitofmeasure.FieldKind), q.C(unitofmeasure.FieldKind)),
				sql.ColumnsEQ(o.C(unitofmeasure.FieldBaseUnit), q.C(unitofmeasure.FieldBaseUnit)),
				sql.ColumnsNEQ(o.C(unitofmeasure.FieldID), q.C(unitofmeasure.FieldID)))
		})
		q.Select(q.Columns(unitofmeasure.FieldID, unitofmeasure.FieldKind, unitofmeasure.FieldCurrency,
			unitofmeasure.FieldScale)...)
		for _, column := range []string{unitofmeasure.FieldID, unitofmeasure.FieldCode, unitofmeasure.FieldCurrency,
			unitofmeasure.FieldScale} {
			q.AppendSelect(sql.As(other.C(column), "other_"+column))
		}
		q.Where(q.In(q.C(unitofmeasure.FieldID), units))
	}, &found)
	if err != nil {
		return nil, wrap("read the units of the same kind", err)
	}
	slices.SortFunc(found, func(a, b alike) int { return cmp.Compare(a.OtherCode, b.OtherCode) })
	of := map[int64][]*Conversion{}
	for _, f := range found {
		// Kind and base unit are equal.
		from := quantity.Unit{Kind: f.Kind, Currency: orEmpty(f.Currency), Scale: f.Scale}
		to := quantity.Unit{Kind: f.Kind, Currency: orEmpty(f.OtherCurrency), Scale: f.OtherScale}
		if factor, ok := from.Factor(to); ok {
			of[f.ID] = append(of[f.ID], &Conversion{gid.ID(f.Other), factor})
		}
	}
	for i, id := range units {
		out[i] = of[id]
	}
	return out, nil
}
