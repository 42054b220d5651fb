package graph

import (
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/coverage"
)

// coverageChangeSubject declares the mutations of coverages.
func (s *contract) coverageChangeSubject() subject {
	one := func(name, field string) *plan.Object { return payloadObject(name, plan.Fields{field: changed(0)}) }
	return subject{
		objects: []*plan.Object{
			one("AddCoveragePayload", "coverage"), one("ExtendCoveragePayload", "coverage"),
			one("LinkCoveragePayload", "coverageItem"),
			one("UnlinkCoveragePayload", "coverageItem"), one("EndCoveragePayload", "coverage"),
			payloadObject("CorrectCoveragePayload", plan.Fields{"coverage": changed(0), "corrected": changed(1)}),
		},
		mutations: plan.Fields{
			"addCoverage":     plan.Action(s.addCoverage),
			"extendCoverage":  plan.Action(s.extendCoverage),
			"linkCoverage":    plan.Action(s.linkCoverage),
			"unlinkCoverage":  plan.Action(s.unlinkCoverage),
			"endCoverage":     plan.Action(s.endCoverage),
			"correctCoverage": plan.Action(s.correctCoverage),
		},
	}
}

func (s *contract) addCoverage(c *plan.Call) (any, error) {
	in := plan.Arg[model.AddCoverageInput](c, "input")
	a := coverage.Addition{LineItem: in.LineItem, Kind: in.Kind, StartsOn: in.StartsOn, EndsOn: in.EndsOn,
		Length: in.Length, LengthUnit: in.LengthUnit, Level: in.Level, Quantity: in.Quantity,
		Order: orderGiven(in.Order), Again: orFalse(in.Again)}
	if in.Price != nil {
		a.Price = &coverage.Price{Amount: in.Price.Amount, Currency: in.Price.Currency}
	}
	outcome, err := s.coverages.Add(c.Context, request("addCoverage", in, in.IdempotencyKey, in.DryRun, in.Reason), a)
	return toPayload(outcome, err, nil)
}

func (s *contract) extendCoverage(c *plan.Call) (any, error) {
	in := plan.Arg[model.ExtendCoverageInput](c, "input")
	e := coverage.Extension{Coverage: in.Coverage, StartsOn: in.StartsOn, EndsOn: in.EndsOn, Length: in.Length,
		LengthUnit: in.LengthUnit, Level: in.Level, Order: orderGiven(in.Order), Again: orFalse(in.Again)}
	for _, p := range in.Prices {
		e.Prices = append(e.Prices, coverage.ItemPrice{Item: p.CoverageItem, Amount: p.Price.Amount,
			Currency: p.Price.Currency})
	}
	outcome, err := s.coverages.Extend(c.Context,
		request("extendCoverage", in, in.IdempotencyKey, in.DryRun, in.Reason), e)
	return toPayload(outcome, err, nil)
}

// orderGiven returns the order of an input; nil if there is none.
func orderGiven(in *model.OrderReferenceInput) *coverage.Order {
	if in == nil {
		return nil
	}
	return &coverage.Order{Number: in.Number, Line: orEmpty(in.Line)}
}

func (s *contract) linkCoverage(c *plan.Call) (any, error) {
	in := plan.Arg[model.LinkCoverageInput](c, "input")
	outcome, err := s.coverages.Link(c.Context, request("linkCoverage", in, in.IdempotencyKey, in.DryRun, in.Reason),
		coverage.Link{Coverage: in.Coverage, LineItem: in.LineItem, From: in.From, Quantity: in.Quantity,
			Level: in.Level})
	return toPayload(outcome, err, nil)
}

func (s *contract) unlinkCoverage(c *plan.Call) (any, error) {
	in := plan.Arg[model.UnlinkCoverageInput](c, "input")
	outcome, err := s.coverages.Unlink(c.Context,
		request("unlinkCoverage", in, in.IdempotencyKey, in.DryRun, in.Reason), in.CoverageItem, in.From)
	return toPayload(outcome, err, nil)
}

func (s *contract) endCoverage(c *plan.Call) (any, error) {
	in := plan.Arg[model.EndCoverageInput](c, "input")
	outcome, err := s.coverages.End(c.Context, request("endCoverage", in, in.IdempotencyKey, in.DryRun, in.Reason),
		in.Coverage, in.From)
	return toPayload(outcome, err, nil)
}

func (s *contract) correctCoverage(c *plan.Call) (any, error) {
	in := plan.Arg[model.CorrectCoverageInput](c, "input")
	k := coverage.Correction{Coverage: in.Coverage, StartsOn: in.StartsOn, EndsOn: in.EndsOn, Perpetual: in.Perpetual,
		Kind: in.Kind, Level: in.Level, WithoutLevel: orFalse(in.WithoutLevel), Order: orderGiven(in.Order)}
	for _, i := range in.Items {
		k.Items = append(k.Items, coverage.ItemCorrection{Item: i.CoverageItem, Quantity: i.Quantity,
			All: orFalse(i.All), Level: i.Level, WithoutLevel: orFalse(i.WithoutLevel)})
	}
	outcome, err := s.coverages.Correct(c.Context,
		request("correctCoverage", in, in.IdempotencyKey, in.DryRun, in.Reason), k)
	return toPayload(outcome, err, nil)
}
