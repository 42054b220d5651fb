package stage

import "github.com/muniment/muniment/internal/legacy"

// layout determines how the stage stores the values of a kind. Binding a value costs more than parsing it, so only
// values that the stage's own queries use get a column. Values that many rows share (what was sold, on which terms)
// are stored once, in a table named <kind>_terms. All others are packed into the column more.
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
