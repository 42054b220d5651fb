package plan

import (
	"slices"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// withoutRights are types whose objects are seen without the service LICENSING.
var withoutRights = []string{"Account", "User", "Membership", "Invitation", "AccessRequest", "ApiKey", "Session",
	"AuditEntry", "DirectoryRecord", "DirectoryGroup"}

// missing returns fault.Missing. To a viewer who lacks LICENSING in an account it also says that rights are seen only
// with it. That depends on nothing but the viewer and the type, so that it does not tell whether the object exists.
func missing(who *viewer.Viewer, field, typename string, id gid.ID) *fault.Error {
	refused := fault.Missing(field, typename, id)
	lacks := func(g viewer.Grant) bool { return !g.Services.Has(vocabulary.ServiceLicensing) }
	if who == nil || who.SeesEverything() || slices.Contains(withoutRights, typename) ||
		!slices.ContainsFunc(who.Grants, lacks) {
		return refused
	}
	refused.Remedy += " Rights and their use are seen only with the service LICENSING, which your access to an " +
		"account lacks; viewer.services names who can open it."
	return refused
}
