package graph

import (
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/catalog"
)

// catalogChangeSubject declares the mutations of units of measure, coverage levels and features.
func (s *contract) catalogChangeSubject() subject {
	one := func(name, field string) *plan.Object { return payloadObject(name, plan.Fields{field: changed(0)}) }
	return subject{
		objects: []*plan.Object{
			one("CreateUnitOfMeasurePayload", "unitOfMeasure"), one("ChangeUnitOfMeasurePayload", "unitOfMeasure"),
			one("CreateCoverageLevelPayload", "coverageLevel"), one("ChangeCoverageLevelPayload", "coverageLevel"),
			one("CreateFeaturePayload", "feature"), one("ChangeFeaturePayload", "feature"),
		},
		mutations: plan.Fields{
			"createUnitOfMeasure": plan.Action(s.createUnitOfMeasure),
			"changeUnitOfMeasure": plan.Action(s.changeUnitOfMeasure),
			"createCoverageLevel": plan.Action(s.createCoverageLevel),
			"changeCoverageLevel": plan.Action(s.changeCoverageLevel),
			"createFeature":       plan.Action(s.createFeature),
			"changeFeature":       plan.Action(s.changeFeature),
		},
	}
}

func (s *contract) createUnitOfMeasure(c *plan.Call) (any, error) {
	in := plan.Arg[model.CreateUnitOfMeasureInput](c, "input")
	outcome, err := s.catalog.CreateUnit(c.Context,
		request("createUnitOfMeasure", in, in.IdempotencyKey, in.DryRun, in.Reason), catalog.NewUnit{
			Unit: catalog.Unit{Code: in.Code, Singular: in.Singular, Plural: in.Plural, Symbol: orEmpty(in.Symbol),
				Kind: in.Kind, Pool: in.Pool, Aggregation: in.Aggregation, BaseUnit: in.BaseUnit,
				Decimals: orDefault(in.Decimals, 0), Rule: in.Rule, Currency: orEmpty(in.Currency),
				One: catalog.CountsAsOne{English: orEmpty(in.CountsAsOneEnglish),
					German: orEmpty(in.CountsAsOneGerman)}},
			Scale: orEmpty(in.Scale)})
	return toPayload(outcome, err, nil)
}

func (s *contract) changeUnitOfMeasure(c *plan.Call) (any, error) {
	in := plan.Arg[model.ChangeUnitOfMeasureInput](c, "input")
	outcome, err := s.catalog.ChangeUnit(c.Context,
		request("changeUnitOfMeasure", in, in.IdempotencyKey, in.DryRun, in.Reason), in.UnitOfMeasure,
		catalog.UnitChange{Singular: in.Singular, Plural: in.Plural, Rule: in.Rule, Symbol: in.Symbol,
			OneEnglish: in.CountsAsOneEnglish, OneGerman: in.CountsAsOneGerman, Decimals: in.Decimals,
			Retired: in.Retired})
	return toPayload(outcome, err, nil)
}

func (s *contract) createCoverageLevel(c *plan.Call) (any, error) {
	in := plan.Arg[model.CreateCoverageLevelInput](c, "input")
	outcome, err := s.catalog.CreateLevel(c.Context,
		request("createCoverageLevel", in, in.IdempotencyKey, in.DryRun, in.Reason),
		catalog.NewLevel{Code: in.Code, Name: in.Name, Rank: in.Rank})
	return toPayload(outcome, err, nil)
}

func (s *contract) changeCoverageLevel(c *plan.Call) (any, error) {
	in := plan.Arg[model.ChangeCoverageLevelInput](c, "input")
	outcome, err := s.catalog.ChangeLevel(c.Context,
		request("changeCoverageLevel", in, in.IdempotencyKey, in.DryRun, in.Reason), in.CoverageLevel,
		catalog.LevelChange{Name: in.Name, Rank: in.Rank, Retired: in.Retired})
	return toPayload(outcome, err, nil)
}

func (s *contract) createFeature(c *plan.Call) (any, error) {
	in := plan.Arg[model.CreateFeatureInput](c, "input")
	outcome, err := s.catalog.CreateFeature(c.Context,
		request("createFeature", in, in.IdempotencyKey, in.DryRun, in.Reason),
		catalog.NewFeature{Code: in.Code, Version: orEmpty(in.Version), Name: orEmpty(in.Name)})
	return toPayload(outcome, err, nil)
}

func (s *contract) changeFeature(c *plan.Call) (any, error) {
	in := plan.Arg[model.ChangeFeatureInput](c, "input")
	outcome, err := s.catalog.ChangeFeature(c.Context,
		request("changeFeature", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Feature,
		catalog.FeatureChange{Name: in.Name, Retired: in.Retired})
	return toPayload(outcome, err, nil)
}

// orDefault returns a value of an input, or the default that the contract names for one that is null.
func orDefault[T any](value *T, otherwise T) T {
	if value == nil {
		return otherwise
	}
	return *value
}
