package naive

import (
	"math/big"
	"slices"
	"strings"
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
