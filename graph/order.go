package graph

import "github.com/muniment/muniment/graph/plan"

// order is the order from which a right came. What is not known of it is "".
type order struct{ Number, Line string }

// orderReference declares the order from which a right came: the column of its number, and that of its line, if there is one.
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
