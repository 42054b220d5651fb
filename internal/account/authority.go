package account

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// authority is how much a viewer who manages the members of an account may give and take.
type authority struct {
	// operator may leave an account without an administrator.
	operator bool
	// below may give access to the accounts below.
	below bool
}

// authority looks again at what the viewer was granted, now that others wait: it may have been taken back since the
// request began. It returns FORBIDDEN then.
func (s *Service) authority(ctx context.Context, tx store.Tx, account gid.ID) (authority, error) {
	who := viewer.From(ctx)
	if who.SeesEverything() {
		return authority{operator: who.Producer == vocabulary.ProducerRoleOperator, below: true}, nil
	}
	var ids []gid.ID
	for _, g := range who.Grants {
		if !slices.Contains(g.Accounts, account) || g.ProductLine != 0 || !g.Roles.Has(vocabulary.RoleAccountAdministrator) {
			continue
		}
		if g.Membership == 0 { // the key of a program reaches the accounts below its own
			return authority{below: true}, nil
		}
		ids = append(ids, g.Membership)
	}
	rows, err := tx.Client().Membership.Query().Where(membership.IDIn(ids...)).All(ctx)
	if err != nil {
		return authority{}, fmt.Errorf("read what the viewer was granted: %w", err)
	}
	rows = slices.DeleteFunc(rows, func(m *ent.Membership) bool {
		return !s.administers(m) || m.AccountID != account && !m.IncludeSubAccounts
	})
	if len(rows) == 0 {
		return authority{}, forbidden("Only an administrator of the account may do this.", "Ask an administrator of the account.")
	}
	return authority{below: slices.ContainsFunc(rows, func(m *ent.Membership) bool { return m.IncludeSubAccounts })}, nil
}

// inForce tells whether a membership gives anything today.
func (s *Service) inForce(m *ent.Membership) bool {
	return InForce(m, s.today())
}

// administers tells whether a membership lets its user administer the account today.
func (s *Service) administers(m *ent.Membership) bool {
	return s.inForce(m) && m.ProductLineID == nil && (m.Roles | m.DirectoryRoles).Has(vocabulary.RoleAccountAdministrator)
}
