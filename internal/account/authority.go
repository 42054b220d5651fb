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

// Authority is what a viewer may hand out in an account: to members, invited people, groups, domains, keys and tokens.
//
//   - A person who administers the account hands out every role and service.
//   - A program hands out only the services that its key has. It administers the account, so it holds every role.
//   - Both reach the accounts below only if what makes them administrators does.
type Authority struct {
	// Operator may leave an account without an administrator, and knows whose a domain is.
	Operator bool
	// Below may give access to the accounts below.
	Below bool
	// Roles and Services are what may be given.
	Roles    vocabulary.RoleSet
	Services vocabulary.ServiceSet
}

// MayHandOut tells what the viewer may hand out in an account. It is called in the transaction of a change, in which the pipeline
// has confirmed the viewer. It returns FORBIDDEN for a viewer who does not administer the account.
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
		return Authority{}, forbidden("Only an administrator of the account may do this.", "Ask an administrator of the account.")
	}
	return by, nil
}

// places are the fields of an input to which refusals of MayGive point.
type places struct{ roles, services, below string }

// inGrant are the fields of inputs that say what is to be given.
var inGrant = places{"input.roles", "input.serviceAccess", "input.includeSubAccounts"}

// at points to one field for everything that is given.
func at(field string) places { return places{field, field, field} }

// refuse returns GRANT_TOO_WIDE for roles and services, and REACH_TOO_WIDE for accounts below, that somebody would get and had
// not before, and that the one who gives them may not hand out.
func (by Authority) refuse(now, before given, where places) error {
	if !now.outreaches(before) {
		now.roles &^= before.roles
		now.services &^= before.services
	}
	more := now.roles != 0 || now.services != 0 || !before.below
	return by.MayGive(now.roles, now.services, now.below && more, where.roles, where.services, where.below)
}

// MayGive returns GRANT_TOO_WIDE, at the field of roles or of services, for what may not be handed out, and REACH_TOO_WIDE, at the
// field of below, for access to the accounts below.
func (by Authority) MayGive(roles vocabulary.RoleSet, services vocabulary.ServiceSet, below bool, rolesField, servicesField, belowField string) error {
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

// inForce tells whether a membership gives anything today.
func (s *Service) inForce(m *ent.Membership) bool {
	return InForce(m, s.today())
}

// administers tells whether a membership lets its user administer the account today.
func (s *Service) administers(m *ent.Membership) bool {
	return s.inForce(m) && m.ProductLineID == nil && (m.Roles | m.DirectoryRoles).Has(vocabulary.RoleAccountAdministrator)
}
