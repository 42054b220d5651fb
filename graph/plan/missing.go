package plan

import (
	"slices"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// ofRights are the types of ids of rights and their use, which are seen only with the service LICENSING.
var ofRights = []gid.Type{gid.Entitlement, gid.LineItem, gid.Period, gid.Decision, gid.Coverage, gid.CoverageItem,
	gid.Device, gid.LicenseServer, gid.Allocation, gid.Activation, gid.UsageRecord}

// missing returns fault.Missing. If the object is a right, or could be one because only its name in another system is
// known, a viewer who lacks LICENSING in an account is also told that rights are seen only with it. That depends on
// nothing but the viewer and what they ask for, so that it does not tell whether the object exists.
func missing(who *viewer.Viewer, field, typename string, id gid.ID) *fault.Error {
	refused := fault.Missing(field, typename, id)
	lacks := func(g viewer.Grant) bool { return !g.Services.Has(vocabulary.ServiceLicensing) }
	if who == nil || who.SeesEverything() || id != 0 && !slices.Contains(ofRights, id.Type()) ||
		!slices.ContainsFunc(who.Grants, lacks) {
		return refused
	}
	refused.Remedy += " Rights and their use are seen only with the service LICENSING, which your access to an " +
		"account lacks; viewer.services names who can open it."
	return refused
}
