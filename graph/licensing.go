package graph

import (
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// licensedInAccount refuses fields of an account to viewers who see the account, but not its rights. Without it they
// would get empty lists, as if the account had no rights.
func licensedInAccount(fields plan.Fields) plan.Fields {
	for _, f := range fields {
		f.Unless(func(c *plan.Call, r plan.Row) error {
			if c.Viewer.Closed(r.ID("id"), vocabulary.ServiceLicensing) {
				return account.LicensingClosed("")
			}
			return nil
		}, "id")
	}
	return fields
}

// licensedBy is the same for root lists. It refuses a list of all accounts if the viewer sees the rights of none. It
// refuses a list of the account in the filter, which of returns, if the viewer sees that account but not its rights,
// and with the accounts below if the viewer does not see the rights of any of these either.
func licensedBy[F any](of func(*F) (account *gid.ID, below *bool)) func(*plan.Call, plan.Row) error {
	return func(c *plan.Call, _ plan.Row) error {
		if c.Viewer.ClosedEverywhere(vocabulary.ServiceLicensing) {
			return account.LicensingClosed("")
		}
		f := plan.Arg[*F](c, "filter")
		if f == nil {
			return nil
		}
		named, below := of(f)
		if named == nil {
			return nil
		}
		if !orFalse(below) {
			if c.Viewer.Closed(*named, vocabulary.ServiceLicensing) {
				return account.LicensingClosed("filter.account")
			}
			return nil
		}
		closed, err := account.ClosedBelow(c, c.View, c.Viewer, *named, vocabulary.ServiceLicensing)
		if err == nil && closed {
			err = account.LicensingClosed("filter.account")
		}
		return err
	}
}
