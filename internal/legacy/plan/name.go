package plan

import (
	"strings"

	"github.com/muniment/muniment/internal/gid"
)

// The kinds of external ids that an import writes. Values are the older system's own keys, verbatim; a key of several
// parts is made by Join.
const (
	KindAccount      = "account"       // account id
	KindCRMAccount   = "crm_account"   // the account's id in the CRM
	KindUser         = "user"          // user name
	KindMembership   = "membership"    // account id | user name
	KindProductLine  = "product_line"  // name
	KindLicenseModel = "license_model" // name
	KindProduct      = "product"       // name | version
	KindPartNumber   = "part_number"   // part id
	KindEntitlement  = "entitlement"   // entitlement id
	KindActivation   = "activation"    // activation id; the entity is the line item, the record its period
	KindMaintenance  = "maintenance"   // activation id of the maintenance line; the entity is the coverage
	KindDevice       = "device"        // device id; a device or a license server
	KindHost         = "host"          // account id | host; a device that the source has no record of
	KindFulfillment  = "fulfillment"   // fulfillment id; the entity is the activation
	KindAddon        = "addon"         // device id | activation id; an activation or an allocation
	KindMeter        = "meter"         // product line | meter | unit
	KindUsage        = "usage"         // account id | product line | meter | first day
)

// Join makes one value of the parts of a key, separated by "|". A "|" or a "\" inside a part is preceded by a "\", so
// that two different keys never become one.
func Join(parts ...string) string {
	var b strings.Builder
	for i, part := range parts {
		if i > 0 {
			b.WriteByte('|')
		}
		if strings.ContainsAny(part, `|\`) {
			part = strings.NewReplacer(`\`, `\\`, `|`, `\|`).Replace(part)
		}
		b.WriteString(part)
	}
	return b.String()
}

// name is an external id in the system of the import.
type name struct{ kind, value string }

// derive makes the id of what a name stands for.
func (n name) derive(t gid.Type, locality gid.Locality, system string, attempt int) gid.ID {
	return gid.Derive(t, locality, system, n.kind+"\x1f"+n.value, attempt)
}
