package graph

import (
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/internal/activation"
)

func deviceFilter(f model.DeviceFilterInput) activation.DeviceFilter {
	return activation.DeviceFilter{Account: f.Account, IncludeSubAccounts: orFalse(f.IncludeSubAccounts),
		Kind: orEmpty(f.Kind), Status: orEmpty(f.Status)}
}

func licenseServerFilter(f model.LicenseServerFilterInput) activation.LicenseServerFilter {
	return activation.LicenseServerFilter{Account: f.Account, IncludeSubAccounts: orFalse(f.IncludeSubAccounts),
		Deployment: orEmpty(f.Deployment)}
}

func activationFilter(f model.ActivationFilterInput) activation.Filter {
	return activation.Filter{Account: orNone(f.Account), LineItem: orNone(f.LineItem), Device: orNone(f.Device),
		LiveOnly: orFalse(f.LiveOnly)}
}
