package catalog

import (
	"context"
	"math/big"
	"unicode/utf8"

	"github.com/muniment/muniment/ent/unitofmeasure"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/quantity"
	"github.com/muniment/muniment/internal/value"
)

// Converted is an exact amount in a unit.
type Converted struct {
	Unit   gid.ID
	Amount *big.Rat
}

// Convert converts an amount from one unit into another, with one statement. It returns what CheckAmount returns,
// NOT_FOUND, or UNIT_MISMATCH for units that do not convert into each other.
func Convert(ctx context.Context, v *page.View, amount string, from, to gid.ID) (*Converted, error) {
	exact, err := CheckAmount("amount", amount)
	if err != nil {
		return nil, err
	}
	var found []struct {
		ID       int64   `sql:"id"`
		Code     string  `sql:"code"`
		Kind     string  `sql:"kind"`
		BaseUnit string  `sql:"base_unit"`
		Currency *string `sql:"currency"`
		Scale    int64   `sql:"scale"`
	}
	err = v.Scan(ctx, unitofmeasure.Table, func(q *page.Query) {
		q.Select(q.Columns(unitofmeasure.FieldID, unitofmeasure.FieldCode, unitofmeasure.FieldKind,
			unitofmeasure.FieldBaseUnit, unitofmeasure.FieldCurrency, unitofmeasure.FieldScale)...).
			Where(q.In(q.C(unitofmeasure.FieldID), []int64{int64(from), int64(to)}))
	}, &found)
	if err != nil {
		return nil, wrap("read the units", err)
	}
	units := map[gid.ID]quantity.Unit{}
	for _, u := range found {
		units[gid.ID(u.ID)] = quantity.Unit{Code: u.Code, Kind: u.Kind, BaseUnit: u.BaseUnit,
			Currency: orEmpty(u.Currency), Scale: u.Scale}
	}
	source, known := units[from]
	if !known {
		return nil, fault.Missing("from", "UnitOfMeasure", from)
	}
	target, known := units[to]
	if !known {
		return nil, fault.Missing("to", "UnitOfMeasure", to)
	}
	factor, converts := source.Factor(target)
	if !converts {
		return nil, fault.New(UnitMismatch, "to", "{from} does not convert into {to}.",
			"Name a unit that the field conversions of the other one has.",
			fault.With("from", value.OfReference(from, source.Code)),
			fault.With("to", value.OfReference(to, target.Code)))
	}
	return &Converted{to, exact.Mul(exact, factor)}, nil
}

// CheckAmount reads an amount as quantity.ParseDecimal does. It returns BAD_INPUT for any other text.
func CheckAmount(field, amount string) (*big.Rat, error) {
	exact, ok := quantity.ParseDecimal(amount)
	if !ok {
		return nil, badInput(field, "This is not an amount of at most {max} characters.",
			"Write it in digits, with a point before decimals, such as 12.50.",
			fault.WithNumber("max", quantity.MaxDigits), fault.WithNumber("given", utf8.RuneCountInString(amount)))
	}
	return exact, nil
}
