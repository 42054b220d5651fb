package naive

import (
	"slices"

	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// licensedInAccount refuses a list of an account that the viewer sees without LICENSING.
func licensedInAccount(f field) field {
	return func(in asked) (any, error) {
		answer, err := f(in)
		if err == nil && closed(viewer.From(in.ctx), in.row.id()) {
			return nil, fault.New(account.ServiceClosed, "", "no LICENSING", "")
		}
		return answer, err
	}
}

// licensedValueInAccount does the same for a value, whose arguments are judged only if it is computed.
func licensedValueInAccount(f field) field {
	return func(in asked) (any, error) {
		if closed(viewer.From(in.ctx), in.row.id()) {
			return nil, fault.New(account.ServiceClosed, "", "no LICENSING", "")
		}
		return f(in)
	}
}

// licensedBy refuses a root list to viewers without LICENSING, anywhere or in the account of the filter.
func licensedBy(f field) field {
	return func(in asked) (any, error) {
		answer, err := f(in)
		if err != nil {
			return nil, err
		}
		who := viewer.From(in.ctx)
		none := len(who.Grants) > 0 && !who.SeesEverything()
		for _, g := range who.Grants {
			none = none && !g.Services.Has(vocabulary.ServiceLicensing)
		}
		if none {
			return nil, fault.New(account.ServiceClosed, "", "no LICENSING", "")
		}
		filter, err := argument[inAccount](in, "filter")
		if err != nil {
			return nil, err
		}
		if filter == nil || filter.Account == nil || !closed(who, filter.Account.id()) {
			return answer, nil
		}
		below := []row(nil)
		if orZero(filter.IncludeSubAccounts) {
			below = in.seenHaving("account_paths", "ancestor_id", int64(*filter.Account))
		}
		if !slices.ContainsFunc(below, func(p row) bool { return !closed(who, gid.ID(p.number("descendant_id"))) }) {
			return nil, fault.New(account.ServiceClosed, "filter.account", "no LICENSING", "")
		}
		return answer, nil
	}
}

func closed(who *viewer.Viewer, at gid.ID) bool {
	if who.SeesEverything() {
		return false
	}
	sees := false
	for _, g := range who.Grants {
		for _, a := range g.Accounts {
			if a == at {
				if g.Services.Has(vocabulary.ServiceLicensing) {
					return false
				}
				sees = true
			}
		}
	}
	return sees
}
