package graph

import (
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/page"
)

// pageBy declares a connection that can be sorted in several orders. Their names are the values of the enum E, which is
// the type of the argument orderBy; the first is the default.
func pageBy[E ~string](orders []page.Order, l plan.List) *plan.Field {
	l.Order, l.Orders = orders[0], orders[1:]
	l.Ordered = func(c *plan.Call) page.Order { return chosenOrder[E](c, orders) }
	return plan.Page(l)
}

// chosenOrder returns the order whose name the argument orderBy has, and the first without the argument.
func chosenOrder[E ~string](c *plan.Call, orders []page.Order) page.Order {
	name := string(orEmpty(plan.Arg[*E](c, "orderBy")))
	for _, o := range orders {
		if name == "" || o.Name == name {
			return o
		}
	}
	panic("the list has no order " + name)
}
