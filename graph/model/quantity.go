package model

import (
	"strconv"

	"github.com/muniment/muniment/internal/quantity"
)

// Quantity is an exact amount with its unit, or unlimited. It is written out only as far as it is asked for.
type Quantity struct {
	// Unlimited says that there is no limit.
	Unlimited bool
	// Unit is what is counted.
	Unit *UnitOfMeasure
	// Numerator divided by Denominator is the number of base units.
	Numerator, Denominator int64
}

// Amount returns the number of units; nil where it is unlimited.
func (q *Quantity) Amount() *string {
	if q.Unlimited {
		return nil
	}
	text := quantity.Fraction(q.Numerator, q.Denominator, q.Unit.UnitOfMeasure.Scale)
	return &text
}

// BaseAmount returns the number of base units; nil where it is unlimited.
func (q *Quantity) BaseAmount() *string {
	if q.Unlimited {
		return nil
	}
	text := strconv.FormatInt(q.Numerator, 10)
	if q.Denominator != 1 {
		text = quantity.Fraction(q.Numerator, q.Denominator, 1)
	}
	return &text
}
