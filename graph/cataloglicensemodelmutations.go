package graph

import (
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/catalog"
)

// licenseModelChangeSubject declares the mutations of license models.
func (s *contract) licenseModelChangeSubject() subject {
	return subject{
		objects: []*plan.Object{
			payloadObject("CreateLicenseModelPayload", plan.Fields{"licenseModel": changed(0),
				"licenseModelVersion": changed(1)}),
			payloadObject("ChangeLicenseModelPayload", plan.Fields{"licenseModel": changed(0)}),
			payloadObject("ReviseLicenseModelPayload", plan.Fields{"licenseModel": changed(0),
				"licenseModelVersion": changed(1)}),
		},
		mutations: plan.Fields{
			"createLicenseModel": plan.Action(s.createLicenseModel),
			"changeLicenseModel": plan.Action(s.changeLicenseModel),
			"reviseLicenseModel": plan.Action(s.reviseLicenseModel),
		},
	}
}

func (s *contract) createLicenseModel(c *plan.Call) (any, error) {
	in := plan.Arg[model.CreateLicenseModelInput](c, "input")
	outcome, err := s.catalog.CreateLicenseModel(c.Context,
		request("createLicenseModel", in, in.IdempotencyKey, in.DryRun, in.Reason), catalog.NewLicenseModel{
			Name: in.Name, Technology: orEmpty(in.Technology), ActivationModel: in.ActivationModel,
			Metered: in.Metered, Terms: termsOf(in.Terms), StartsOn: in.StartsOn})
	return toPayload(outcome, err, nil)
}

func (s *contract) changeLicenseModel(c *plan.Call) (any, error) {
	in := plan.Arg[model.ChangeLicenseModelInput](c, "input")
	outcome, err := s.catalog.ChangeLicenseModel(c.Context,
		request("changeLicenseModel", in, in.IdempotencyKey, in.DryRun, in.Reason), in.LicenseModel,
		catalog.LicenseModelChange{Name: in.Name, Technology: in.Technology, Retired: in.Retired})
	return toPayload(outcome, err, nil)
}

func (s *contract) reviseLicenseModel(c *plan.Call) (any, error) {
	in := plan.Arg[model.ReviseLicenseModelInput](c, "input")
	outcome, err := s.catalog.ReviseLicenseModel(c.Context,
		request("reviseLicenseModel", in, in.IdempotencyKey, in.DryRun, in.Reason), in.LicenseModel,
		termsOf(in.Terms), in.StartsOn)
	return toPayload(outcome, err, nil)
}

func termsOf(in *model.LicenseTermsInput) catalog.Terms {
	return catalog.Terms{LeaseSeconds: in.LeaseSeconds, GraceDays: in.GraceDays,
		OverdraftAllowed: in.OverdraftAllowed, RehostLimit: in.RehostLimit, OfflineAllowed: in.OfflineAllowed,
		OfflineDays: in.OfflineDays, Surplus: orDefault(in.Surplus, "")}
}
