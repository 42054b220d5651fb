package access

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Every statement that makes a viewer is one, with a row for each account that a membership in force reaches below its
// own. Who asks is known only afterwards, so that it runs in the scope of everything.
const (
	grantColumns   = `m.id, ` + grantedColumns
	grantedColumns = `m.account_id, m.product_line_id, m.roles | m.group_roles, m.service_access | m.group_services, p.descendant_id`
	// inForce takes the day.
	inForce = `m.suspended_at IS NULL AND (m.ends_on IS NULL OR m.ends_on >= ?)`
)

// grantRow is one row of such a statement, the columns that belong to grants.
type grantRow struct {
	membership, account, productLine, roles, services, below sql.NullInt64
}

func (r *grantRow) into() []any {
	return []any{&r.membership, &r.account, &r.productLine, &r.roles, &r.services, &r.below}
}

// gather runs a statement that makes a viewer and scans the columns before those of grants into head. It returns the grants
// of memberships, and the accounts of rows without one; found is false where there is no row at all.
func (s *Service) gather(ctx context.Context, statement string, args []any, head ...any) (grants []viewer.Grant, accounts []gid.ID, found bool, err error) {
	rows, err := s.db().Scoped(ctx, store.Everything(), statement, args...)
	if err != nil {
		return nil, nil, false, err
	}
	defer rows.Close()
	var row grantRow
	into := append(head, row.into()...)
	for rows.Next() {
		found = true
		if err := rows.Scan(into...); err != nil {
			return nil, nil, false, fmt.Errorf("read who asks: %w", store.Translate(err))
		}
		switch {
		case row.membership.Valid:
			grants = row.addTo(grants)
		case row.below.Valid:
			accounts = append(accounts, gid.ID(row.below.Int64))
		}
	}
	if err := rows.Err(); err != nil {
		return nil, nil, false, fmt.Errorf("read who asks: %w", store.Translate(err))
	}
	// Cursors are bound to the order of grants and accounts, and the database promises none.
	slices.SortFunc(grants, func(a, b viewer.Grant) int { return cmp.Compare(a.Membership, b.Membership) })
	for i := range grants {
		slices.Sort(grants[i].Accounts)
	}
	slices.Sort(accounts)
	return grants, accounts, found, nil
}

func (r *grantRow) addTo(grants []viewer.Grant) []viewer.Grant {
	at := len(grants) - 1
	for at >= 0 && grants[at].Membership != gid.ID(r.membership.Int64) {
		at--
	}
	if at < 0 {
		at = len(grants)
		grants = append(grants, viewer.Grant{
			Membership: gid.ID(r.membership.Int64), Account: gid.ID(r.account.Int64), ProductLine: gid.ID(r.productLine.Int64),
			Roles: vocabulary.RoleSet(r.roles.Int64), Services: vocabulary.ServiceSet(r.services.Int64),
		})
	}
	reached := r.account
	if r.below.Valid { // every account is below itself
		reached = r.below
	}
	grants[at].Accounts = append(grants[at].Accounts, gid.ID(reached.Int64))
	return grants
}

// bounded gives a viewer only what its scopes allow to be seen. Without READ it sees nothing of anybody; one who keeps the
// members of an account, or makes tokens for it, still knows which account that is.
func bounded(v *viewer.Viewer) *viewer.Viewer {
	if v.Scopes.Has(vocabulary.KeyScopeRead) {
		return v
	}
	v.Producer = ""
	if v.User != 0 || !v.Scopes.Has(vocabulary.KeyScopeProvision) && !v.Scopes.Has(vocabulary.KeyScopeMintWidgetTokens) {
		v.Grants = nil
	}
	for i := range v.Grants {
		v.Grants[i].Roles, v.Grants[i].Services = 0, 0
	}
	return v
}
