package plan

import (
	"strings"

	"github.com/muniment/muniment/internal/gid"
)

// Kinds of external ids that an import writes. Values are the older system's own keys, verbatim; a key of several
// parts is built by Join.
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

// Join joins the parts of a key with "|". A "|" or a "\" inside a part is escaped by a "\", so
// that different keys have different values.
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

// derive computes the id of the entity with this external id.
func (n name) derive(t gid.Type, locality gid.Locality, system string, attempt int) gid.ID {
	return gid.Derive(t, locality, system, n.kind+"\x1f"+n.value, attempt)
}
