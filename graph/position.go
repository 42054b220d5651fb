package graph

import (
	"math/big"

	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// positionObject declares the position of an account: how much it may use, and how much it uses.
func positionObject() *plan.Object {
	return &plan.Object{Name: "Position", Value: (*entitlement.Position)(nil), Fields: merge(paceFields(), plan.Fields{
		"product":     positionOf(func(p *entitlement.Position) gid.ID { return p.Product }),
		"productLine": positionOf(func(p *entitlement.Position) gid.ID { return p.ProductLine }),
		"account":     positionOf(func(p *entitlement.Position) gid.ID { return p.Account }),
		"unit":        positionOf(func(p *entitlement.Position) gid.ID { return p.Unit }),
		"granted":     positionSum(func(p *entitlement.Position) *big.Int { return p.Granted }),
		"used":        positionSum(func(p *entitlement.Position) *big.Int { return p.Used }),
		"free":        positionSum(func(p *entitlement.Position) *big.Int { return p.Free }),
		"excess":      positionSum(func(p *entitlement.Position) *big.Int { return p.Excess }),
		"overdraft":   positionSum(func(p *entitlement.Position) *big.Int { return p.Overdraft }),
		"overdraftUsed": positionSum(func(p *entitlement.Position) *big.Int {
			return p.OverdraftUsed
		}),
	})}
}

func positionOf(id func(*entitlement.Position) gid.ID) *plan.Field {
	return plan.Key(func(_ *plan.Call, r plan.Row) gid.ID { return id(r.Value().(*entitlement.Position)) })
}

func positionSum(of func(*entitlement.Position) *big.Int) *plan.Field {
	return plan.Plain(func(_ *plan.Call, r plan.Row) any {
		p := r.Value().(*entitlement.Position)
		return total(of(p), p.Scale, p.Unit)
	}).WithOwn("unit")
}

// positionsOfAccounts is the positions of each account.
var positionsOfAccounts = plan.NewKeyedFacts(readPositions, "id")

func readPositions(c *plan.Call, query entitlement.PositionQuery, rows []plan.Row) ([]sums[*entitlement.Position],
	error) {
	return apart(plan.IDs(rows, "id"), func(accounts []int64) ([][]*entitlement.Position, error) {
		return entitlement.Positions(c, c.View, query, accounts)
	})
}

func positions(c *plan.Call, r plan.Row) (any, error) {
	list, err := positionsOfAccounts.Of(c, r, entitlement.PositionQuery{
		By: plan.Arg[vocabulary.PositionGrouping](c, "by"), Below: orFalse(plan.Arg[*bool](c, "includeSubAccounts")),
		On: c.On(), Today: c.Today})
	if err != nil {
		return nil, err
	}
	return list.of()
}
