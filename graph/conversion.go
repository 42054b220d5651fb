package graph

import (
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/quantity"
)

// unitConversionObject declares how many of another unit one of a unit is.
func unitConversionObject() *plan.Object {
	of := func(r plan.Row) *catalog.Conversion { return r.Value().(*catalog.Conversion) }
	return &plan.Object{Name: "UnitConversion", Value: (*catalog.Conversion)(nil), Fields: plan.Fields{
		"unit":        plan.Key(func(_ *plan.Call, r plan.Row) gid.ID { return of(r).Unit }),
		"numerator":   plan.Plain(func(_ *plan.Call, r plan.Row) any { return of(r).Factor.Num().String() }),
		"denominator": plan.Plain(func(_ *plan.Call, r plan.Row) any { return of(r).Factor.Denom().String() }),
		"factor": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			text, exact := quantity.TextOfRatio(of(r).Factor)
			if !exact {
				return nil
			}
			return text
		}),
	}}
}

// convertedAmountObject declares an amount in another unit.
func convertedAmountObject() *plan.Object {
	of := func(r plan.Row) *catalog.Converted { return r.Value().(*catalog.Converted) }
	return &plan.Object{Name: "ConvertedAmount", Value: (*catalog.Converted)(nil), Fields: plan.Fields{
		"amount": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			text, _ := quantity.TextOfRatio(of(r).Amount)
			return text
		}),
		"exact": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			_, exact := quantity.TextOfRatio(of(r).Amount)
			return exact
		}),
		"numerator":   plan.Plain(func(_ *plan.Call, r plan.Row) any { return of(r).Amount.Num().String() }),
		"denominator": plan.Plain(func(_ *plan.Call, r plan.Row) any { return of(r).Amount.Denom().String() }),
		"unit":        plan.Key(func(_ *plan.Call, r plan.Row) gid.ID { return of(r).Unit }),
	}}
}

func convert(c *plan.Call, r plan.Row) (any, error) {
	who, err := signedIn(c, r)
	if err != nil || who == nil {
		return nil, err
	}
	converted, err := catalog.Convert(c, c.View, plan.Arg[string](c, "amount"), plan.Arg[gid.ID](c, "from"),
		plan.Arg[gid.ID](c, "to"))
	if err != nil {
		return nil, err
	}
	return converted, nil
}

func judgeConvert(c *plan.Call) error {
	_, err := catalog.CheckAmount("amount", plan.Arg[string](c, "amount"))
	return err
}

// conversionsOfUnits are the other units into which units convert.
var conversionsOfUnits = plan.NewFacts(func(c *plan.Call, rows []plan.Row) ([][]*catalog.Conversion, error) {
	return catalog.Conversions(c, c.View, plan.IDs(rows, "id"))
}, "id")
