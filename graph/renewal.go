package graph

import (
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/renewal"
	"github.com/muniment/muniment/internal/vocabulary"
)

// renewalObject declares rights that end and can be renewed.
func renewalObject() *plan.Object {
	return &plan.Object{Name: "Renewal", Value: (*renewal.Renewal)(nil), Fields: plan.Fields{
		"productLine":               renewalOf(func(r *renewal.Renewal) gid.ID { return r.ProductLine }),
		"unit":                      renewalOf(func(r *renewal.Renewal) gid.ID { return r.Unit }),
		"quantities":                renewalSums(func(r *renewal.Renewal) []*renewal.Quantity { return r.Quantities }),
		"amounts":                   pricedField(func(p *renewal.Priced) any { return p.Amounts }),
		"withoutPriceLineItemCount": pricedField(func(p *renewal.Priced) any { return p.WithoutPrice }),
	}}
}

// coveredQuantityObject declares how much coverages of one kind cover.
func coveredQuantityObject() *plan.Object {
	return &plan.Object{Name: "CoveredQuantity", Value: (*renewal.CoveredQuantity)(nil), Fields: plan.Fields{
		"quantity": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			q := r.Value().(*renewal.CoveredQuantity)
			return total(q.Base, q.Scale, q.Unit)
		}).WithOwn("unit"),
	}}
}

// renewalAmountObject declares a sum of prices.
func renewalAmountObject() *plan.Object {
	return &plan.Object{Name: "RenewalAmount", Value: (*renewal.Amount)(nil), Fields: plan.Fields{
		"price": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			a := r.Value().(*renewal.Amount)
			return moneyOf(a.Minor, a.Currency)
		}),
	}}
}

// pricedRenewal is what the lines of a renewal cost; err says why that is not known.
type pricedRenewal struct {
	*renewal.Priced
	err error
}

// pricesOfRenewals is what the lines of each renewal cost. All of them are renewals of one field.
var pricesOfRenewals = plan.NewFacts(func(c *plan.Call, rows []plan.Row) ([]pricedRenewal, error) {
	list := make([]*renewal.Renewal, len(rows))
	at := map[int64][]int{} // the rows of each account
	var accounts []int64
	for i, r := range rows {
		list[i] = r.Value().(*renewal.Renewal)
		holder := list[i].Holder()
		if at[holder] == nil {
			accounts = append(accounts, holder)
		}
		at[holder] = append(at[holder], i)
	}
	found, err := apart(accounts, func(accounts []int64) ([][]*renewal.Priced, error) {
		return renewal.Prices(c, c.View, c.Viewer, list, accounts)
	})
	if err != nil {
		return nil, err
	}
	out := make([]pricedRenewal, len(rows))
	for i, holder := range accounts {
		for n, row := range at[holder] {
			if out[row].err = found[i].err; out[row].err == nil {
				out[row].Priced = found[i].list[n]
			}
		}
	}
	return out, nil
})

func pricedField(read func(*renewal.Priced) any) *plan.Field {
	return plan.Value(func(_ *plan.Call, r plan.Row) (any, error) {
		of := pricesOfRenewals.Of(r)
		if of.err != nil {
			return nil, of.err
		}
		return read(of.Priced), nil
	}).Using(&pricesOfRenewals.Fact)
}

func renewalOf(id func(*renewal.Renewal) gid.ID) *plan.Field {
	return plan.Key(func(_ *plan.Call, r plan.Row) gid.ID { return id(r.Value().(*renewal.Renewal)) })
}

func renewalSums(of func(*renewal.Renewal) []*renewal.Quantity) *plan.Field {
	return plan.Plain(func(_ *plan.Call, r plan.Row) any {
		sums := of(r.Value().(*renewal.Renewal))
		list := make([]*measured, len(sums))
		for i, q := range sums {
			list[i] = total(q.Base, q.Scale, q.Unit)
		}
		return list
	}).WithOwn("unit")
}

// renewalsOfAccounts is the rights of each account that end in an interval.
var renewalsOfAccounts = plan.NewKeyedFacts(func(c *plan.Call, request renewal.Request,
	rows []plan.Row) ([]sums[*renewal.Renewal],
	error) {
	return apart(plan.IDs(rows, "id"), func(accounts []int64) ([][]*renewal.Renewal, error) {
		return renewal.Renewals(c, c.View, request, accounts)
	})
}, "id")

func renewalRequest(c *plan.Call) (renewal.Request, error) {
	request, err := renewal.NewRequest(plan.Arg[day.Day](c, "from"), plan.Arg[day.Day](c, "to"),
		plan.Arg[[]vocabulary.RenewalGrouping](c, "by"), orFalse(plan.Arg[*bool](c, "includeSubAccounts")))
	request.Today = c.Today
	return request, err
}

func judgeRenewals(c *plan.Call) error {
	_, err := renewalRequest(c)
	return err
}

func renewals(c *plan.Call, r plan.Row) (any, error) {
	request, err := renewalRequest(c)
	if err != nil {
		return nil, err
	}
	list, err := renewalsOfAccounts.Of(c, r, request)
	if err != nil {
		return nil, err
	}
	return list.of()
}
