package account

import (
	"context"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Authority is what a viewer may grant in an account: to members, invited people, groups, domains, keys and tokens.
//
//   - A person who administers the account may grant every role and service.
//   - A program may grant only the services of its own key, and every role, since only an administrator's key gets
//     here.
//   - Both may include the accounts below only if their own administrator role does.
type Authority struct {
	// Operator allows leaving an account without an administrator, and approving domains.
	Operator bool
	// Below allows granting access to the accounts below.
	Below bool
	// Roles and Services may be granted.
	Roles    vocabulary.RoleSet
	Services vocabulary.ServiceSet
}

// MayHandOut returns what the viewer may grant in an account. It is called in the transaction of a change, after the
// pipeline has confirmed the viewer. It returns FORBIDDEN if the viewer does not administer the account.
func MayHandOut(ctx context.Context, account gid.ID) (Authority, error) {
	who := viewer.From(ctx)
	if who != nil && who.SeesEverything() {
		return Authority{Operator: who.Producer == vocabulary.ProducerRoleOperator, Below: true,
			Roles: vocabulary.EveryRole, Services: vocabulary.EveryService}, nil
	}
	var (
		by    Authority
		found bool
	)
	if who != nil {
		for _, g := range who.Grants {
			if !g.Administers() || !slices.Contains(g.Accounts, account) {
				continue
			}
			found = true
			by.Below = by.Below || g.Below
			by.Roles |= vocabulary.EveryRole
			if who.User != 0 {
				by.Services |= vocabulary.EveryService
			} else {
				by.Services |= g.Services
			}
		}
	}
	if !found {
		return Authority{}, forbidden("Only an administrator of the account may do this.",
			"Ask an administrator of the account.")
	}
	return by, nil
}

// grantFields names the input fields that the errors of MayGive point to.
type grantFields struct{ roles, services, below string }

// grantInput are the usual fields of a grant in an input.
var grantInput = grantFields{"input.roles", "input.serviceAccess", "input.includeSubAccounts"}

// allAt uses one field for all errors.
func allAt(field string) grantFields { return grantFields{field, field, field} }

// refuse compares a grant with the one it replaces. It returns GRANT_TOO_WIDE for added roles and services, and
// REACH_TOO_WIDE for added accounts below, that the authority does not allow.
func (by Authority) refuse(now, before grant, where grantFields) error {
	if !now.outreaches(before) {
		now.roles &^= before.roles
		now.services &^= before.services
	}
	more := now.roles != 0 || now.services != 0 || !before.below
	return by.MayGive(now.roles, now.services, now.below && more, where.roles, where.services, where.below)
}

// MayGive returns GRANT_TOO_WIDE, at rolesField or servicesField, for roles and services that the authority does not
// allow, and REACH_TOO_WIDE, at belowField, for access to the accounts below.
func (by Authority) MayGive(roles vocabulary.RoleSet, services vocabulary.ServiceSet, below bool, rolesField,
	servicesField, belowField string) error {
	switch {
	case roles&^by.Roles != 0:
		return grantTooWide(rolesField, value.OfEnums("Role", (roles&^by.Roles).List()...))
	case services&^by.Services != 0:
		return grantTooWide(servicesField, value.OfEnums("Service", (services&^by.Services).List()...))
	case below && !by.Below:
		return reachTooWide(belowField)
	}
	return nil
}

func grantTooWide(field string, what value.Value) error {
	return fault.New(GrantTooWide, field, "Your own key does not have {missing}.",
		"Leave it out, use a key that has it, or let an administrator sign in and do it.", fault.With("missing", what))
}

// inForce reports whether a membership grants anything today.
func (s *Service) inForce(m *ent.Membership) bool {
	return InForce(m, s.today())
}

// administers reports whether a membership makes its user an administrator of the account today.
func (s *Service) administers(m *ent.Membership) bool {
	return s.inForce(m) && m.ProductLineID == nil &&
		(m.Roles | m.DirectoryRoles).Has(vocabulary.RoleAccountAdministrator)
}
