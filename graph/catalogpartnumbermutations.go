package graph

import (
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/catalog"
)

// partNumberChangeSubject declares the mutations of part numbers and list prices.
func (s *contract) partNumberChangeSubject() subject {
	one := func(name, field string) *plan.Object { return payloadObject(name, plan.Fields{field: changed(0)}) }
	return subject{
		objects: []*plan.Object{
			one("CreatePartNumberPayload", "partNumber"), one("ChangePartNumberPayload", "partNumber"),
			one("SetListPricePayload", "listPrice"), one("RemoveListPricePayload", "partNumber"),
		},
		mutations: plan.Fields{
			"createPartNumber": plan.Action(s.createPartNumber),
			"changePartNumber": plan.Action(s.changePartNumber),
			"setListPrice":     plan.Action(s.setListPrice),
			"removeListPrice":  plan.Action(s.removeListPrice),
		},
	}
}

func (s *contract) createPartNumber(c *plan.Call) (any, error) {
	in := plan.Arg[model.CreatePartNumberInput](c, "input")
	outcome, err := s.catalog.CreatePartNumber(c.Context,
		request("createPartNumber", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Code, catalog.PartNumberDetails{
			Description: in.Description, Product: in.Product, LicenseModel: in.LicenseModel, Unit: in.Unit,
			Term: in.Term, StartRule: in.StartRule, TermLength: in.TermLength, TermUnit: in.TermUnit,
			PackSize: in.PackSize, Overdraft: in.Overdraft, CoverageKind: in.CoverageKind,
			CoverageLength: in.CoverageLength, CoverageLengthUnit: in.CoverageLengthUnit,
			CoverageLevel: in.CoverageLevel, Successor: in.Successor, CancelDays: in.CancelDays,
			UpgradesFrom: listGiven(in.UpgradesFrom)})
	return toPayload(outcome, err, nil)
}

func (s *contract) changePartNumber(c *plan.Call) (any, error) {
	in := plan.Arg[model.ChangePartNumberInput](c, "input")
	outcome, err := s.catalog.ChangePartNumber(c.Context,
		request("changePartNumber", in, in.IdempotencyKey, in.DryRun, in.Reason), in.PartNumber,
		catalog.PartNumberChange{Removes: in.Removes, Retired: in.Retired, PartNumberDetails: catalog.PartNumberDetails{
			Description: in.Description, Product: in.Product, LicenseModel: in.LicenseModel, Unit: in.Unit,
			Term: in.Term, StartRule: in.StartRule, TermLength: in.TermLength, TermUnit: in.TermUnit,
			PackSize: in.PackSize, Overdraft: in.Overdraft, CoverageKind: in.CoverageKind,
			CoverageLength: in.CoverageLength, CoverageLengthUnit: in.CoverageLengthUnit,
			CoverageLevel: in.CoverageLevel, Successor: in.Successor, CancelDays: in.CancelDays,
			UpgradesFrom: listGiven(in.UpgradesFrom)}})
	return toPayload(outcome, err, nil)
}

// listGiven returns a list of an input, or nil for one that is null. An empty list is given.
func listGiven[T any](list []T) *[]T {
	if list == nil {
		return nil
	}
	return &list
}

func (s *contract) setListPrice(c *plan.Call) (any, error) {
	in := plan.Arg[model.SetListPriceInput](c, "input")
	outcome, err := s.catalog.SetListPrice(c.Context,
		request("setListPrice", in, in.IdempotencyKey, in.DryRun, in.Reason), catalog.NewPrice{
			PartNumber: in.PartNumber, Amount: in.Price.Amount, Currency: in.Price.Currency, StartsOn: in.StartsOn})
	return toPayload(outcome, err, nil)
}

func (s *contract) removeListPrice(c *plan.Call) (any, error) {
	in := plan.Arg[model.RemoveListPriceInput](c, "input")
	outcome, err := s.catalog.RemoveListPrice(c.Context,
		request("removeListPrice", in, in.IdempotencyKey, in.DryRun, in.Reason), in.ListPrice)
	return toPayload(outcome, err, nil)
}
