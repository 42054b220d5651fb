package catalog

import (
	"fmt"

	"github.com/muniment/muniment/internal/quantity"
	"github.com/muniment/muniment/internal/vocabulary"
)

// minorPerMain is how many minor units of money the scales of Units take a main unit to have.
const minorPerMain = 100

// CodeIn is the code of a unit in a currency, such as REVENUE_USD: money of two currencies is of two units, which do not
// convert. Without a currency it is the code itself.
func CodeIn(code, currency string) string {
	if currency == "" {
		return code
	}
	return code + "_" + currency
}

// In is a unit of money in an ISO 4217 currency, whose minor units decide the scale. It fails for a unit of another kind
// and for what is no currency.
func (u Unit) In(currency string) (Unit, error) {
	if u.Kind != vocabulary.UnitKindMoney {
		return Unit{}, fmt.Errorf("unit %s is no money and has no currency", u.Code)
	}
	minor, err := quantity.MinorUnits(currency)
	if err != nil {
		return Unit{}, err
	}
	u.Code, u.Currency, u.Symbol = CodeIn(u.Code, currency), currency, currency
	u.Singular, u.Plural = fmt.Sprintf("%s (%s)", u.Singular, currency), fmt.Sprintf("%s (%s)", u.Plural, currency)
	u.Scale = u.Scale / minorPerMain * minor
	return u, nil
}

// UnitIn finds a unit of Units by its code and puts it into a currency, where one is named. The second result is false
// where there is no such unit.
func UnitIn(code, currency string) (Unit, bool) {
	for _, u := range Units() {
		if u.Code != code {
			continue
		}
		if currency == "" {
			return u, true
		}
		in, err := u.In(currency)
		return in, err == nil
	}
	return Unit{}, false
}
