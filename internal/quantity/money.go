package quantity

import (
	"fmt"

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
