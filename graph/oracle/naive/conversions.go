package naive

import (
	"math/big"
	"regexp"
	"slices"
	"strings"

	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
)

// conversions answers into which other units a unit converts.
func conversions(in asked) (any, error) {
	list := []*value{}
	if in.row.text("kind") == "NONE" || in.row.text("kind") == "MONEY" && in.row.null("currency") {
		return list, nil
	}
	units := slices.Clone(in.Base.all("units_of_measure"))
	slices.SortFunc(units, func(x, y row) int { return strings.Compare(x.text("code"), y.text("code")) })
	for _, u := range units {
		if u.number("id") == in.row.number("id") || u.text("kind") != in.row.text("kind") ||
			u.text("base_unit") != in.row.text("base_unit") || u.text("currency") != in.row.text("currency") {
			continue
		}
		factor := big.NewRat(in.row.number("scale"), u.number("scale"))
		fields := map[string]any{"unit": in.object("UnitOfMeasure", u.number("id")),
			"numerator": factor.Num().String(), "denominator": factor.Denom().String(), "factor": nil}
		if places, exact := factor.FloatPrec(); exact {
			fields["factor"] = factor.FloatString(places)
		}
		list = append(list, &value{"UnitConversion", fields})
	}
	return list, nil
}

// convert answers an amount in another unit.
func convert(in asked) (any, error) {
	var amount string
	var from, to key
	for name, into := range map[string]any{"from": &from, "to": &to} {
		if err := read(in.args[name], into, name); err != nil {
			return nil, err
		}
	}
	if err := read(in.args["amount"], &amount, "amount"); err != nil {
		return nil, err
	}
	if !plainDecimal.MatchString(amount) || len(amount) > 40 {
		return nil, badInput("amount", "This is not an amount.")
	}
	units := map[string]row{}
	for _, name := range []string{"from", "to"} {
		o := in.node(gid.ID(map[string]key{"from": from, "to": to}[name]))
		if o == nil || o.typ != "UnitOfMeasure" {
			return nil, notFound(name)
		}
		units[name] = o.row
	}
	a, b := units["from"], units["to"]
	same := a.text("kind") == b.text("kind") && a.text("base_unit") == b.text("base_unit") &&
		a.text("currency") == b.text("currency")
	if !same || a.text("kind") == "NONE" || a.text("kind") == "MONEY" && a.null("currency") {
		return nil, fault.New(catalog.UnitMismatch, "to", "They do not convert.", "")
	}
	exact, _ := new(big.Rat).SetString(amount)
	exact.Mul(exact, big.NewRat(a.number("scale"), b.number("scale")))
	places, isExact := exact.FloatPrec()
	if !isExact {
		places = 9
	}
	return &value{"ConvertedAmount", map[string]any{"amount": exact.FloatString(places), "exact": isExact,
		"numerator": exact.Num().String(), "denominator": exact.Denom().String(),
		"unit": in.object("UnitOfMeasure", b.number("id"))}}, nil
}

var plainDecimal = regexp.MustCompile(`^\d+(\.\d+)?$`)
