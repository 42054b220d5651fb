package graph

import (
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/usage"
	"github.com/muniment/muniment/internal/vocabulary"
)

// pacePerDay is the value of a Pace of the contract.
type pacePerDay struct {
	perDay *measured
	Rule   vocabulary.PaceRule
}

func paceObject() *plan.Object {
	return &plan.Object{Name: "Pace", Value: (*pacePerDay)(nil), Fields: plan.Fields{
		"perDay": plan.Plain(func(_ *plan.Call, r plan.Row) any { return r.Value().(*pacePerDay).perDay }).
			WithOwn("unit"),
	}}
}

// paceFields declares how fast positions are used up.
func paceFields() plan.Fields {
	return plan.Fields{
		"pace": plan.Value(func(_ *plan.Call, r plan.Row) (any, error) {
			found := pacesOfPositions.Of(r)
			if found.err != nil || found.pace == nil {
				return nil, found.err
			}
			p := r.Value().(*entitlement.Position)
			return &pacePerDay{ratioOf(found.pace.PerDay, p.Scale, p.Unit), found.pace.Rule}, nil
		}).Using(&pacesOfPositions.Fact),
		"runsOutOn": plan.Value(func(_ *plan.Call, r plan.Row) (any, error) {
			found := pacesOfPositions.Of(r)
			if found.err != nil || found.pace == nil || found.pace.RunsOutOn == nil {
				return nil, found.err
			}
			return found.pace.RunsOutOn, nil
		}).Using(&pacesOfPositions.Fact),
	}
}

// paceOrError is the pace of a position, or why it is not told.
type paceOrError struct {
	pace *usage.Pace
	err  error
}

// pacesOfPositions are the paces of positions of one field.
var pacesOfPositions = plan.NewFacts(func(c *plan.Call, rows []plan.Row) ([]paceOrError, error) {
	out := make([]paceOrError, len(rows))
	of, accounts := map[int64][]int{}, &page.Keys{}
	for i, r := range rows {
		holder := int64(r.Value().(*entitlement.Position).Holder)
		of[holder] = append(of[holder], i)
		accounts.Add(holder)
	}
	holders := accounts.List
	found, err := apart(holders, func(some []int64) ([][]*usage.Pace, error) {
		var positions []*entitlement.Position
		for _, holder := range some {
			for _, i := range of[holder] {
				positions = append(positions, rows[i].Value().(*entitlement.Position))
			}
		}
		paces, err := usage.Paces(c, c.View, some, positions)
		if err != nil {
			return nil, err
		}
		lists := make([][]*usage.Pace, len(some))
		for n, holder := range some {
			lists[n], paces = paces[:len(of[holder])], paces[len(of[holder]):]
		}
		return lists, nil
	})
	if err != nil {
		return nil, err
	}
	for n, holder := range holders {
		for k, i := range of[holder] {
			if out[i].err = found[n].err; out[i].err == nil {
				out[i].pace = found[n].list[k]
			}
		}
	}
	return out, nil
})
