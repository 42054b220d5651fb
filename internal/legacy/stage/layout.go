package stage

import "github.com/muniment/muniment/internal/legacy"

// layout says where the stage keeps the values of a kind. Binding a value costs more than typing it, so only what the
// stage's own queries ask for gets a column. Values that many rows share (what was sold, on which terms) are kept once,
// in a table of their own named <kind>_terms; all others travel together in the column more.
type layout struct {
	own    []string
	shared []string
}

func layoutOf(kind legacy.Kind, derived []string) layout {
	switch kind {
	case legacy.Accounts:
		return layout{own: []string{"accountId", "name", "nameKey"}}
	case legacy.Users:
		return layout{own: []string{"userName", "emailAddress", "emailKey", "shared"}}
	case legacy.Entitlements:
		return layout{own: []string{"entitlementId", "soldTo", "channelPartner", "state"}}
	case legacy.LineItems:
		return layout{
			own: []string{"activationId", "entitlementId", "numberOfCopies", "fulfilledAmount", "overdraftMax",
				"termDuration", "state", "firstDay", "lastDay", "perpetual", "pred", "reason"},
			shared: []string{"productName", "productVersion", "productLine", "partNumber", "licenseModel",
				"unitOfMeasure", "startDateOption", "termUnit", "unit", "currency"},
		}
	case legacy.Maintenance:
		return layout{
			own:    []string{"activationId", "entitlementId", "state", "startDate", "lastDay"},
			shared: []string{"maintenanceProduct", "version", "partNumber", "level"},
		}
	case legacy.Devices:
		return layout{own: []string{"deviceId", "deviceType", "soldTo", "parentDeviceId"}}
	case legacy.DeviceAddons:
		return layout{own: []string{"deviceId", "activationId", "consumedCopies"}}
	case legacy.Fulfillments:
		return layout{own: []string{"fulfillmentId", "activationId", "fulfilledCount", "startDate", "host", "live"}}
	default:
		var all []string
		for _, c := range kind.Columns() {
			all = append(all, c.Name)
		}
		return layout{own: append(all, derived...)}
	}
}
