package catalog

import (
	"fmt"

	"github.com/muniment/muniment/internal/quantity"
	"github.com/muniment/muniment/internal/vocabulary"
)

// minorPerMain is the number of minor units per main unit of money that the scales in Units assume.
const minorPerMain = 100

// CodeIn returns the code of a unit in a currency, such as REVENUE_USD: amounts in two currencies have two units,
// which do not convert. With an empty currency it returns code.
func CodeIn(code, currency string) string {
	if currency == "" {
		return code
	}
	return code + "_" + currency
}

// In returns the unit of money in an ISO 4217 currency, whose minor units determine the scale. It returns an error for
// a unit of another kind and for an unknown currency.
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

// UnitIn returns a unit of Units by its code, in a currency unless that is empty. The second result is false
// if there is no such unit.
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

// MinorOf reads an amount of money that a client wrote, such as "12.50" EUR, in minor units of its currency. It returns
// BAD_INPUT for the field amount or currency of field.
func MinorOf(field, amount, currency string) (int64, error) {
	if _, err := quantity.MinorUnits(currency); err != nil || !quantity.IsCurrencyInUse(currency) {
		return 0, unknownCurrency(field + ".currency")
	}
	return MinorOfAmount(field+".amount", amount, currency)
}

// MinorOfAmount is MinorOf for an amount in the currency of a price that is known, which may be an older one. It
// returns BAD_INPUT for field.
func MinorOfAmount(field, amount, currency string) (int64, error) {
	minor, ok := quantity.ParseUnits(amount, scaleOf(currency))
	if !ok {
		return 0, badInput(field, "This is not an amount of the currency: a decimal number that is not "+
			"negative, with no more decimals than the currency has.",
			"Give the amount in the main unit of the currency, such as dollars.")
	}
	return minor, nil
}

// FormOfMoney returns the form in which records keep an amount of money, such as "12.5 EUR".
func FormOfMoney(minor int64, currency string) string {
	return quantity.Text(minor, scaleOf(currency)) + " " + currency
}

func scaleOf(currency string) int64 {
	scale, err := quantity.MinorUnits(currency)
	if err != nil {
		return 1 // not the code of a currency: an older row
	}
	return scale
}
