package graph

import (
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
)

// orderReference declares the order from which a right came: the column of its number, and that of its line, if there is one.
func orderReference(number string, line ...string) *plan.Field {
	return plan.Plain(func(_ *plan.Call, r plan.Row) any {
		var order model.OrderReference
		order.Number = orNull(r.Text(number))
		if len(line) > 0 {
			order.Line = orNull(r.Text(line[0]))
		}
		if order == (model.OrderReference{}) {
			return nil
		}
		return &order
	}, append(line, number)...)
}
