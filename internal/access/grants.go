package access

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Every statement that makes a viewer is one, with a row for each membership in force and the accounts that it reaches as one
// text, which is much cheaper than a row for each. Who asks is known only afterwards, so that it runs in the scope of everything.
const (
	grantColumns = `m.id, m.account_id, m.include_sub_accounts, m.product_line_id, m.roles, m.service_access, m.directory_roles, m.directory_services, `
	// reached takes an account, and gives it with all below it; null gives null.
	reached = `(SELECT string_agg(CAST(p.descendant_id AS text), ',') FROM account_paths p WHERE p.ancestor_id = `
)

// grantRow is one row of such a statement, the columns that belong to grants.
type grantRow struct {
	membership, account, productLine  sql.NullInt64
	below                             sql.NullBool
	roles, services                   sql.NullInt64
	directoryRoles, directoryServices sql.NullInt64
	reached                           sql.NullString
}

// source runs a statement that makes a viewer: on the readers, or in a transaction.
type source func(ctx context.Context, statement string, args []any) (*sql.Rows, error)

// outside is the source of those who ask outside of a transaction.
func (s *Service) outside(ctx context.Context, statement string, args []any) (*sql.Rows, error) {
	if s.db().Engine() == store.SQLite {
		// Watching over a statement of SQLite takes two goroutines and as long as this one takes by itself.
		if err := ctx.Err(); err != nil {
			return nil, store.Translate(err)
		}
		ctx = context.WithoutCancel(ctx)
	}
	return s.db().Scoped(ctx, store.Everything(), statement+` AND /*scope:u.id*/`, args...)
}

// gather runs a statement that makes a viewer and scans the columns before those of grants into head. It returns the grants
// of memberships, and the accounts that a row without one reaches; found is false where there is no row at all.
func gather(ctx context.Context, from source, statement string, args []any, head ...any) (grants []viewer.Grant, accounts []gid.ID, found bool, err error) {
	rows, err := from(ctx, statement, args)
	if err != nil {
		return nil, nil, false, err
	}
	defer rows.Close()
	var row grantRow
	into := append(head, &row.membership, &row.account, &row.below, &row.productLine, &row.roles, &row.services,
		&row.directoryRoles, &row.directoryServices, &row.reached)
	for rows.Next() {
		found = true
		if err := rows.Scan(into...); err != nil {
			return nil, nil, false, fmt.Errorf("read who asks: %w", store.Translate(err))
		}
		reached, err := parseAccounts(row.reached.String)
		switch {
		case err != nil:
			return nil, nil, false, fmt.Errorf("read who asks: %w", err)
		case !row.membership.Valid:
			accounts = reached
			continue
		case !row.reached.Valid:
			reached = []gid.ID{gid.ID(row.account.Int64)}
		case len(reached) == 0: // a widget's page may not show what it reaches
			continue
		}
		grants = append(grants, row.grants(reached)...)
	}
	if err := rows.Err(); err != nil {
		return nil, nil, false, fmt.Errorf("read who asks: %w", store.Translate(err))
	}
	// Cursors are bound to the order of grants and accounts, and the database promises none.
	slices.SortStableFunc(grants, func(a, b viewer.Grant) int { return cmp.Compare(a.Membership, b.Membership) })
	return grants, accounts, found, nil
}

// grants makes the grants of a membership that reaches accounts. What a directory grants holds in its own account alone: nobody
// who keeps a directory decides about the accounts below.
func (r grantRow) grants(reached []gid.ID) []viewer.Grant {
	direct := viewer.Grant{
		Membership: gid.ID(r.membership.Int64), Account: gid.ID(r.account.Int64), Accounts: reached, Below: r.below.Bool,
		ProductLine: gid.ID(r.productLine.Int64), Roles: vocabulary.RoleSet(r.roles.Int64),
		Services: vocabulary.ServiceSet(r.services.Int64),
	}
	directory := direct
	directory.Below = false
	directory.Accounts = slices.DeleteFunc(slices.Clone(reached), func(a gid.ID) bool { return a != direct.Account })
	directory.Roles, directory.Services = vocabulary.RoleSet(r.directoryRoles.Int64), vocabulary.ServiceSet(r.directoryServices.Int64)
	switch {
	case directory.Roles == 0:
		return []viewer.Grant{direct}
	case direct.Roles == 0:
		return []viewer.Grant{directory}
	case !direct.Below:
		direct.Roles |= directory.Roles
		direct.Services |= directory.Services
		return []viewer.Grant{direct}
	}
	return []viewer.Grant{direct, directory}
}

// parseAccounts reads keys with commas between them, and puts them in order.
func parseAccounts(text string) ([]gid.ID, error) {
	if text == "" {
		return nil, nil
	}
	ids := make([]gid.ID, 0, strings.Count(text, ",")+1)
	for part := range strings.SplitSeq(text, ",") {
		id, err := strconv.ParseInt(part, 10, 64)
		if err != nil {
			return nil, err
		}
		ids = append(ids, gid.ID(id))
	}
	slices.Sort(ids)
	return ids, nil
}

// bounded gives a viewer only what its scopes allow to be seen: without READ it sees nothing of anybody. A program that keeps the
// records of an account, or makes tokens for it, knows the account by viewer.Viewer.Account.
func bounded(v *viewer.Viewer) *viewer.Viewer {
	if !v.Scopes.Has(vocabulary.KeyScopeRead) {
		v.Grants = nil
	}
	return v
}
