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

// A viewer is built by one statement, which has a row for each membership in force. The accounts that a membership
// reaches are joined into one text, which is much cheaper than a row for each. The viewer is known only afterwards, so
// the statement is not restricted to rows that a viewer may see.
const (
	grantColumns = `m.id, m.account_id, m.include_sub_accounts, m.product_line_id, m.roles, m.service_access, m.directory_roles, m.directory_services, `
	// reached is completed with an account id, and selects that account and all accounts below it; null gives null.
	reached = `(SELECT string_agg(CAST(p.descendant_id AS text), ',') FROM account_paths p WHERE p.ancestor_id = `
)

// grantRow holds the grant columns of one row of such a statement.
type grantRow struct {
	membership, account, productLine  sql.NullInt64
	below                             sql.NullBool
	roles, services                   sql.NullInt64
	directoryRoles, directoryServices sql.NullInt64
	reached                           sql.NullString
}

// source runs a statement that builds a viewer, either on a reader connection or in a transaction.
type source func(ctx context.Context, statement string, args []any) (*sql.Rows, error)

// outsideTx is the source for requests outside of a transaction.
func (s *Service) outsideTx(ctx context.Context, statement string, args []any) (*sql.Rows, error) {
	if s.db().Engine() == store.SQLite {
		// To make a statement of SQLite cancelable takes two goroutines, and as much time as the statement itself.
		if err := ctx.Err(); err != nil {
			return nil, store.Translate(err)
		}
		ctx = context.WithoutCancel(ctx)
	}
	return s.db().Scoped(ctx, store.Everything(), statement+` AND /*scope:u.id*/`, args...)
}

// readGrants runs a statement that builds a viewer, and scans the columns before the grant columns into head. It
// returns the grants of memberships, and the accounts that are reached by a row without a membership. found is false
// if there is no row.
func readGrants(ctx context.Context, from source, statement string, args []any, head ...any) (grants []viewer.Grant,
	accounts []gid.ID, found bool, err error) {
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
			return nil, nil, false, fmt.Errorf("read the viewer: %w", store.Translate(err))
		}
		reached, err := parseAccounts(row.reached.String)
		switch {
		case err != nil:
			return nil, nil, false, fmt.Errorf("read the viewer: %w", err)
		case !row.membership.Valid:
			accounts = reached
			continue
		case !row.reached.Valid:
			reached = []gid.ID{gid.ID(row.account.Int64)}
		case len(reached) == 0: // outside of the accounts of the widget's key
			continue
		}
		grants = append(grants, row.grants(reached)...)
	}
	if err := rows.Err(); err != nil {
		return nil, nil, false, fmt.Errorf("read the viewer: %w", store.Translate(err))
	}
	// The seal of cursors depends on the order of grants and accounts, and the database guarantees none.
	slices.SortStableFunc(grants, func(a, b viewer.Grant) int { return cmp.Compare(a.Membership, b.Membership) })
	return grants, accounts, found, nil
}

// grants returns the grants of a membership that reaches the given accounts. Roles from a directory apply only to the
// directory's own account: whoever maintains the directory does not decide about the accounts below.
func (r grantRow) grants(reached []gid.ID) []viewer.Grant {
	direct := viewer.Grant{
		Membership: gid.ID(r.membership.Int64), Account: gid.ID(r.account.Int64), Accounts: reached,
		Below:       r.below.Bool,
		ProductLine: gid.ID(r.productLine.Int64), Roles: vocabulary.RoleSet(r.roles.Int64),
		Services: vocabulary.ServiceSet(r.services.Int64),
	}
	directory := direct
	directory.Below = false
	directory.Accounts = slices.DeleteFunc(slices.Clone(reached), func(a gid.ID) bool { return a != direct.Account })
	directory.Roles, directory.Services = vocabulary.RoleSet(r.directoryRoles.Int64),
		vocabulary.ServiceSet(r.directoryServices.Int64)
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

// parseAccounts parses comma-separated keys and sorts them.
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

// limitToScopes removes the grants of a viewer without the READ scope, so that it sees no rows. A program that
// provisions the directory of an account, or mints tokens for it, knows the account from viewer.Viewer.Account.
func limitToScopes(v *viewer.Viewer) *viewer.Viewer {
	if !v.Scopes.Has(vocabulary.KeyScopeRead) {
		v.Grants = nil
	}
	return v
}
