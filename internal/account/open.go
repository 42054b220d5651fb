package account

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/predicate"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

const (
	// maxAccounts limits the accounts in the result of Services, and maxAdministrators the administrators of each.
	maxAccounts, maxAdministrators = 100, 20
)

// OpenService says whether a service is open to the viewer, and in which of their accounts.
type OpenService struct {
	Service  vocabulary.Service
	Open     bool
	Accounts []*OpenAccount
}

// OpenAccount says whether a service is open to the viewer in one account.
type OpenAccount struct {
	Account gid.ID
	Name    string
	Open    bool
	// ClosedReason says why the service is closed; "" if it is open.
	ClosedReason vocabulary.ServiceClosedReason
	// Administrators are who can open it: administrators of the account, and of an account above whose membership
	// reaches the accounts below.
	Administrators []*Opener
}

// Opener is an administrator of an account. Roles are those of the membership by which they are: the one in the
// account itself, or else the one nearest above.
type Opener struct {
	User  gid.ID
	Name  string
	Roles vocabulary.RoleSet
}

// viewerAccount is an account of the viewer. membership is nil for the account of a program's key, and for the account
// as which an operator is viewing.
type viewerAccount struct {
	account    *ent.Account
	membership *ent.Membership
}

// Services reports which services are open to the viewer in each account in which the viewer has a membership, sorted
// by name. For a service that is closed because it was not granted, it adds the administrators who can grant it, but
// only if the viewer's membership is in force.
func (s *Service) Services(ctx context.Context) ([]*OpenService, error) {
	who := viewer.From(ctx)
	if who == nil {
		return nil, nil
	}
	all := vocabulary.EveryService.List()
	out := make([]*OpenService, len(all))
	accounts, err := s.viewerAccounts(ctx, who)
	if err != nil {
		return nil, err
	}
	openers, err := s.openers(ctx, who, accounts)
	if err != nil {
		return nil, err
	}
	for i, service := range all {
		out[i] = &OpenService{Service: service, Open: isOpen(who, service),
			Accounts: make([]*OpenAccount, len(accounts))}
		for n, p := range accounts {
			a := &OpenAccount{Account: p.account.ID, Name: p.account.Name, Open: who.Reaches(p.account.ID, service)}
			if !a.Open {
				a.ClosedReason = s.closedBecause(who, p)
			}
			if a.ClosedReason == vocabulary.ServiceClosedReasonNotGranted {
				a.Administrators = openers[p.account.ID]
			}
			out[i].Accounts[n] = a
		}
	}
	return out, nil
}

// isOpen reports whether a service is open to the viewer in any account, also in one beyond the first maxAccounts.
func isOpen(who *viewer.Viewer, service vocabulary.Service) bool {
	return who.SeesEverything() || slices.ContainsFunc(who.Grants, func(g viewer.Grant) bool {
		return len(g.Accounts) > 0 && g.Services.Has(service)
	})
}

// closedBecause returns why a service is closed in an account. If the session is narrowed to another account, that is
// the reason, whatever the membership grants.
func (s *Service) closedBecause(who *viewer.Viewer, p viewerAccount) vocabulary.ServiceClosedReason {
	m := p.membership
	switch {
	case !who.Scopes.Has(vocabulary.KeyScopeRead):
		return vocabulary.ServiceClosedReasonKeyScope
	case who.NarrowedTo != 0 && who.NarrowedTo != p.account.ID:
		return vocabulary.ServiceClosedReasonNarrowed
	case m == nil:
		return vocabulary.ServiceClosedReasonNotGranted
	case m.SuspendedAt != nil:
		return vocabulary.ServiceClosedReasonSuspended
	case ended(m, s.today()):
		return vocabulary.ServiceClosedReasonEnded
	}
	return vocabulary.ServiceClosedReasonNotGranted
}

// viewerAccounts returns the accounts of the viewer, sorted by name. A person who signs in sees the accounts of all
// their memberships, also of those that are not in force. A widget token sees only the accounts of its grants, and a
// person's key without the scope READ sees none.
func (s *Service) viewerAccounts(ctx context.Context, who *viewer.Viewer) ([]viewerAccount, error) {
	ctx = store.Unscoped(ctx) // bounded here by the viewer
	switch {
	case who.SeesEverything():
		return nil, nil
	case who.ViewingAs != 0:
		return s.viewerAccountsIn(ctx, []gid.ID{who.ViewingAs})
	case who.User == 0 && who.Account != 0:
		return s.viewerAccountsIn(ctx, []gid.ID{who.Account})
	case who.User == 0:
		own := make([]gid.ID, len(who.Grants))
		for i, g := range who.Grants {
			own[i] = g.Account
		}
		return s.viewerAccountsIn(ctx, own)
	case !who.Scopes.Has(vocabulary.KeyScopeRead):
		return nil, nil
	}
	of := []predicate.Membership{membership.UserID(who.User)}
	if who.Widget != nil {
		of = append(of, membership.IDIn(membershipsOf(who.Grants)...))
	}
	rows, err := s.db().Client().Membership.Query().Where(of...).WithAccount().
		Order(membership.ByAccountField(account.FieldNameKey), ent.Asc(membership.FieldID)).Limit(maxAccounts).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the memberships of a viewer: %w", err)
	}
	list := make([]viewerAccount, len(rows))
	for i, row := range rows {
		list[i] = viewerAccount{row.Edges.Account, row}
	}
	return list, nil
}

// viewerAccountsIn returns accounts without a membership, sorted by name.
func (s *Service) viewerAccountsIn(ctx context.Context, accounts []gid.ID) ([]viewerAccount, error) {
	rows, err := s.db().Client().Account.Query().Where(account.IDIn(accounts...)).
		Order(ent.Asc(account.FieldNameKey, account.FieldID)).Limit(maxAccounts).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the accounts of a viewer: %w", err)
	}
	list := make([]viewerAccount, len(rows))
	for i, row := range rows {
		list[i] = viewerAccount{account: row}
	}
	return list, nil
}

// membershipsOf returns the memberships of the grants that include the account in which they were granted.
func membershipsOf(grants []viewer.Grant) []gid.ID {
	var ids []gid.ID
	for _, g := range grants {
		if slices.Contains(g.Accounts, g.Account) {
			ids = append(ids, g.Membership)
		}
	}
	return ids
}

// openersStatement numbers the administrators within each account, so that the limit applies to each account. It
// includes administrators of an account above whose membership includes the accounts below. Of these only the granted
// roles count, because roles from a directory apply only in the account of the directory. A user who is an
// administrator through several memberships is listed once, with the nearest one. The name follows the same rule as
// nameOf.
const openersStatement = `SELECT account_id, user_id, name, roles FROM (
	SELECT o.*, ROW_NUMBER() OVER (PARTITION BY o.account_id ORDER BY o.name, o.id) AS place FROM (
		SELECT m.id, p.descendant_id AS account_id, m.user_id,
			CASE WHEN p.depth = 0 THEN m.roles | m.directory_roles ELSE m.roles END AS roles,
			CASE WHEN u.display_name <> '' THEN u.display_name
				WHEN TRIM(u.first_name || ' ' || u.last_name) <> '' THEN TRIM(u.first_name || ' ' || u.last_name)
				ELSE u.user_name END AS name,
			ROW_NUMBER() OVER (PARTITION BY p.descendant_id, m.user_id ORDER BY p.depth, m.id) AS nearest
		FROM account_paths p JOIN memberships m ON m.account_id = p.ancestor_id JOIN users u ON u.id = m.user_id
		WHERE /*scope:p.descendant_id*/ AND %s AND ` + InForceSQL + ` AND m.product_line_id IS NULL AND u.active
			AND (p.depth = 0 AND ((m.roles | m.directory_roles) & ?) <> 0
				OR p.depth > 0 AND m.include_sub_accounts AND (m.roles & ?) <> 0)) o
	WHERE nearest = 1) ranked
WHERE place <= ? ORDER BY account_id, place`

// openers returns the administrators who can open a service in the accounts in which the viewer's membership is in
// force, by account and sorted by name.
func (s *Service) openers(ctx context.Context, who *viewer.Viewer, accounts []viewerAccount) (map[gid.ID][]*Opener,
	error) {
	var of []gid.ID
	for _, p := range accounts {
		here := who.NarrowedTo == 0 || who.NarrowedTo == p.account.ID
		if p.membership != nil && InForce(p.membership, s.today()) && who.Widget == nil && here {
			of = append(of, p.account.ID)
		}
	}
	if len(of) == 0 {
		return nil, nil
	}
	// The scope shows other members to administrators only, but every member may see who can grant access.
	rows, err := s.db().Scoped(ctx, store.Everything(), fmt.Sprintf(openersStatement, s.db().In("p.descendant_id")),
		s.db().Set(of), int64(s.today()), int64(administrator), int64(administrator),
		maxAdministrators)
	if err != nil {
		return nil, fmt.Errorf("look for administrators: %w", err)
	}
	defer rows.Close()
	list := map[gid.ID][]*Opener{}
	for rows.Next() {
		var at, user, roles int64
		o := &Opener{}
		if err := rows.Scan(&at, &user, &o.Name, &roles); err != nil {
			return nil, fmt.Errorf("read an administrator: %w", store.Translate(err))
		}
		o.User, o.Roles = gid.ID(user), vocabulary.RoleSet(roles)
		list[gid.ID(at)] = append(list[gid.ID(at)], o)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read the administrators: %w", store.Translate(err))
	}
	return list, nil
}
