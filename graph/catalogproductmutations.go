package graph

import (
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/catalog"
)

// productChangeSubject declares the mutations of product lines and products.
func (s *contract) productChangeSubject() subject {
	one := func(name, field string) *plan.Object { return payloadObject(name, plan.Fields{field: changed(0)}) }
	return subject{
		objects: []*plan.Object{
			one("CreateProductLinePayload", "productLine"), one("ChangeProductLinePayload", "productLine"),
			one("CreateProductPayload", "product"), one("ChangeProductPayload", "product"),
			one("SetProductFeaturesPayload", "product"), one("SetSuiteMembersPayload", "product"),
		},
		mutations: plan.Fields{
			"createProductLine":  plan.Action(s.createProductLine),
			"changeProductLine":  plan.Action(s.changeProductLine),
			"createProduct":      plan.Action(s.createProduct),
			"changeProduct":      plan.Action(s.changeProduct),
			"setProductFeatures": plan.Action(s.setProductFeatures),
			"setSuiteMembers":    plan.Action(s.setSuiteMembers),
		},
	}
}

func (s *contract) createProductLine(c *plan.Call) (any, error) {
	in := plan.Arg[model.CreateProductLineInput](c, "input")
	outcome, err := s.catalog.CreateProductLine(c.Context,
		request("createProductLine", in, in.IdempotencyKey, in.DryRun, in.Reason),
		catalog.NewProductLine{Name: in.Name, Description: orEmpty(in.Description)})
	return toPayload(outcome, err, nil)
}

func (s *contract) changeProductLine(c *plan.Call) (any, error) {
	in := plan.Arg[model.ChangeProductLineInput](c, "input")
	outcome, err := s.catalog.ChangeProductLine(c.Context,
		request("changeProductLine", in, in.IdempotencyKey, in.DryRun, in.Reason), in.ProductLine,
		catalog.ProductLineChange{Name: in.Name, Description: in.Description, Retired: in.Retired})
	return toPayload(outcome, err, nil)
}

func (s *contract) createProduct(c *plan.Call) (any, error) {
	in := plan.Arg[model.CreateProductInput](c, "input")
	outcome, err := s.catalog.CreateProduct(c.Context,
		request("createProduct", in, in.IdempotencyKey, in.DryRun, in.Reason), catalog.NewProduct{
			ProductLine: in.ProductLine, LicenseModel: orNone(in.LicenseModel), Name: in.Name,
			Version: orEmpty(in.Version), Description: orEmpty(in.Description),
			Kind: orDefault(in.Kind, ""), State: orDefault(in.State, ""), StartsOn: in.StartsOn, EndsOn: in.EndsOn})
	return toPayload(outcome, err, nil)
}

func (s *contract) changeProduct(c *plan.Call) (any, error) {
	in := plan.Arg[model.ChangeProductInput](c, "input")
	outcome, err := s.catalog.ChangeProduct(c.Context,
		request("changeProduct", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Product, catalog.ProductChange{
			Name: in.Name, Version: in.Version, Description: in.Description, State: in.State,
			LicenseModel: in.LicenseModel, StartsOn: in.StartsOn, EndsOn: in.EndsOn, Perpetual: in.Perpetual})
	return toPayload(outcome, err, nil)
}

func (s *contract) setProductFeatures(c *plan.Call) (any, error) {
	in := plan.Arg[model.SetProductFeaturesInput](c, "input")
	list := make([]catalog.Content, len(in.Features))
	for i, f := range in.Features {
		list[i] = catalog.Content{ID: f.Feature, Quantity: orDefault(f.Quantity, 1)}
	}
	outcome, err := s.catalog.SetProductFeatures(c.Context,
		request("setProductFeatures", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Product, list)
	return toPayload(outcome, err, nil)
}

func (s *contract) setSuiteMembers(c *plan.Call) (any, error) {
	in := plan.Arg[model.SetSuiteMembersInput](c, "input")
	list := make([]catalog.Content, len(in.Members))
	for i, m := range in.Members {
		list[i] = catalog.Content{ID: m.Product, Quantity: orDefault(m.Quantity, 1)}
	}
	outcome, err := s.catalog.SetSuiteMembers(c.Context,
		request("setSuiteMembers", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Suite, list)
	return toPayload(outcome, err, nil)
}
