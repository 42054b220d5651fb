package graph

import (
	"math/big"
	"strconv"

	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/quantity"
)

// measured is an exact amount in base units of a unit: numerator divided by denominator, or sum or ratio if one is not
// nil (they may need more than 64 bits), or unlimited. scale is the number of base units in one unit.
type measured struct {
	Unlimited                     bool
	numerator, denominator, scale int64
	sum                           *big.Int
	ratio                         *big.Rat
	unit                          gid.ID // the unit of sum or ratio
}

// total returns a sum of base units as an amount.
func total(sum *big.Int, scale int64, unit gid.ID) *measured {
	return &measured{sum: sum, denominator: 1, scale: scale, unit: unit}
}

// ratioOf returns an exact fraction of base units as an amount.
func ratioOf(ratio *big.Rat, scale int64, unit gid.ID) *measured {
	return &measured{ratio: ratio, denominator: 1, scale: scale, unit: unit}
}

// unitOfLine is the path to the unit of the line item to which a row belongs.
const unitOfLine = "line_item_id.unit_id"

func quantityObject() *plan.Object {
	return &plan.Object{Name: "Quantity", Value: (*measured)(nil), Fields: plan.Fields{
		"amount": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			m := r.Value().(*measured)
			return m.in(m.scale)
		}),
		"baseAmount": plan.Plain(func(_ *plan.Call, r plan.Row) any { return r.Value().(*measured).in(1) }),
		"unit":       plan.OuterOr(func(_ *plan.Call, r plan.Row) gid.ID { return r.Value().(*measured).unit }),
	}}
}

// in returns the amount as a decimal text in units of scale base units each; nil for unlimited.
func (m *measured) in(scale int64) any {
	switch {
	case m.Unlimited:
		return nil
	case m.ratio != nil:
		text, _ := quantity.TextOfRatio(new(big.Rat).Quo(m.ratio, new(big.Rat).SetInt64(scale)))
		return text
	case m.sum != nil:
		return quantity.TextOf(m.sum, scale)
	case m.denominator == 1 && scale == 1:
		return strconv.FormatInt(m.numerator, 10)
	}
	return quantity.Fraction(m.numerator, m.denominator, scale)
}

// quantityOf declares an amount in the unit whose id is in the column unit. compute returns nil if there is no amount.
func quantityOf(unit string, compute func(*plan.Call, plan.Row) *measured, needs ...string) *plan.Field {
	return quantityOrError(
		unit, func(c *plan.Call, r plan.Row) (*measured, error) { return compute(c, r), nil }, needs...)
}

// quantityOrError is quantityOf for a function that can fail.
func quantityOrError(unit string, compute func(*plan.Call, plan.Row) (*measured, error), needs ...string) *plan.Field {
	scale := unit + ".scale"
	return plan.Value(func(c *plan.Call, r plan.Row) (any, error) {
		m, err := compute(c, r)
		if m == nil || err != nil {
			return nil, err
		}
		if r.Null(scale) {
			return nil, fault.Missing("", "UnitOfMeasure", 0)
		}
		m.scale = r.Int(scale)
		return m, nil
	}, append(needs, scale)...).With("unit", unit)
}

// amount declares an amount whose base units are in a column. It is null if the column is null.
func amount(column, unit string) *plan.Field {
	return quantityOf(unit, func(_ *plan.Call, r plan.Row) *measured {
		if r.Null(column) {
			return nil
		}
		return &measured{numerator: r.Int(column), denominator: 1}
	}, column)
}

// fraction declares an amount whose base units are the quotient of two columns.
func fraction(numerator, denominator, unit string) *plan.Field {
	return quantityOf(unit, func(_ *plan.Call, r plan.Row) *measured {
		return &measured{numerator: r.Int(numerator), denominator: r.Int(denominator)}
	}, numerator, denominator)
}

// amountOrUnlimited is amount for rows that also have the column unlimited.
func amountOrUnlimited(column, unit string) *plan.Field {
	return quantityOf(unit, func(_ *plan.Call, r plan.Row) *measured {
		switch {
		case r.Bool("unlimited"):
			return &measured{Unlimited: true, denominator: 1}
		case r.Null(column):
			return nil
		}
		return &measured{numerator: r.Int(column), denominator: 1}
	}, column, "unlimited")
}
