package quantity

import (
	"fmt"
	"math/big"

	"golang.org/x/text/currency"
)

// MinorUnits returns the number of minor units in one main unit of an ISO 4217 currency, such as 100 for EUR. It
// returns an error for an unknown currency.
func MinorUnits(code string) (int64, error) {
	unit, err := currency.ParseISO(code)
	if err != nil {
		return 0, fmt.Errorf("currency %.10q: %w", code, err)
	}
	decimals, _ := currency.Standard.Rounding(unit)
	scale := int64(1)
	for range decimals {
		scale *= 10
	}
	return scale, nil
}

// ParseUnits reads a decimal number that is not negative, such as "12.50", as a whole number of parts, of which one
// unit has scale: 1250 for a scale of 100. It returns false for a number that is not a whole number of parts, or that
// does not fit into 64 bits.
func ParseUnits(text string, scale int64) (int64, bool) {
	r, ok := ParseDecimal(text)
	if !ok {
		return 0, false
	}
	r.Mul(r, new(big.Rat).SetInt64(scale))
	if !r.IsInt() || !r.Num().IsInt64() {
		return 0, false
	}
	return r.Num().Int64(), true
}
