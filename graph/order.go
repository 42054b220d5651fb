package graph

import "github.com/muniment/muniment/graph/plan"

// order is the order from which a right came. An unknown part is "".
type order struct{ Number, Line string }

// orderReference declares the order from which a right came: number is the column of the order number, line that of
// the order line, if any.
func orderReference(number string, line ...string) *plan.Field {
	return plan.Plain(func(_ *plan.Call, r plan.Row) any {
		o := order{Number: r.Text(number)}
		if len(line) > 0 {
			o.Line = r.Text(line[0])
		}
		if o == (order{}) {
			return nil
		}
		return &o
	}, append(line, number)...)
}
