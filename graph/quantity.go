package graph

import (
	"strconv"

	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/quantity"
)

// measured is an exact amount: numerator divided by denominator base units of a unit with a scale; or unlimited.
type measured struct {
	Unlimited                     bool
	numerator, denominator, scale int64
}

// unitOfLine is the unit of the line item to which a row belongs.
const unitOfLine = "line_item_id.unit_id"

func quantityObject() *plan.Object {
	return &plan.Object{Name: "Quantity", Value: (*measured)(nil), Fields: plan.Fields{
		"amount": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			m := r.Value().(*measured)
			return m.in(m.scale)
		}),
		"baseAmount": plan.Plain(func(_ *plan.Call, r plan.Row) any { return r.Value().(*measured).in(1) }),
		"unit":       plan.Outer(),
	}}
}

// in writes the number of units that are so many base units; nil for unlimited.
func (m *measured) in(scale int64) any {
	switch {
	case m.Unlimited:
		return nil
	case m.denominator == 1 && scale == 1:
		return strconv.FormatInt(m.numerator, 10)
	}
	return quantity.Fraction(m.numerator, m.denominator, scale)
}

// quantityOf declares an amount in the unit that a column names. compute returns nil if there is none.
func quantityOf(unit string, compute func(*plan.Call, plan.Row) *measured, needs ...string) *plan.Field {
	scale := unit + ".scale"
	return plan.Value(func(c *plan.Call, r plan.Row) (any, error) {
		m := compute(c, r)
		if m == nil {
			return nil, nil
		}
		if r.Null(scale) {
			return nil, plan.NotFound("", "unit of this quantity")
		}
		m.scale = r.Int(scale)
		return m, nil
	}, append(needs, scale)...).With("unit", unit)
}

// amount declares a column that counts base units of a unit; null is none.
func amount(column, unit string) *plan.Field {
	return quantityOf(unit, func(_ *plan.Call, r plan.Row) *measured {
		if r.Null(column) {
			return nil
		}
		return &measured{numerator: r.Int(column), denominator: 1}
	}, column)
}

// fraction declares two columns whose quotient counts base units of a unit.
func fraction(numerator, denominator, unit string) *plan.Field {
	return quantityOf(unit, func(_ *plan.Call, r plan.Row) *measured {
		return &measured{numerator: r.Int(numerator), denominator: r.Int(denominator)}
	}, numerator, denominator)
}

// amountOrUnlimited declares a column that counts base units of a unit, beside the column unlimited; null is none.
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
