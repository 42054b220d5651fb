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

// conversionsOfUnits are the other units into which units convert.
var conversionsOfUnits = plan.NewFacts(func(c *plan.Call, rows []plan.Row) ([][]*catalog.Conversion, error) {
	return catalog.Conversions(c, c.View, plan.IDs(rows, "id"))
}, "id")
