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
	// Services lists at most maxAccounts accounts, and at most maxAdministrators administrators of each.
	maxAccounts, maxAdministrators = 100, 20
)

// OpenService says whether a service is open to the viewer, and in which of their accounts.
type OpenService struct {
	Service  vocabulary.Service
	Open     bool
	Accounts []*OpenAccount
}

// OpenAccount says whether a service is open to the viewer in an account.
type OpenAccount struct {
	Account gid.ID
	Name    string
	Open    bool
	// Reason says why the service is closed; it is "" if the service is open.
	Reason vocabulary.ServiceClosedReason
	// Administrators are who can open it.
	Administrators []*Opener
}

// Opener is an administrator of an account.
type Opener struct {
	User  gid.ID
	Name  string
	Roles vocabulary.RoleSet
}

// viewerAccount is an account of the viewer. membership is nil for the account of a program's key, and for the account
// that the viewer looks at with viewAs.
type viewerAccount struct {
	account    *ent.Account
	membership *ent.Membership
}

// Services returns every service, and whether it is open in each account in which the viewer has a membership, sorted
// by name. Only current members see who can open a service that is closed.
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
		out[i] = &OpenService{Service: service, Open: opens(who, service),
			Accounts: make([]*OpenAccount, len(accounts))}
		for n, p := range accounts {
			a := &OpenAccount{Account: p.account.ID, Name: p.account.Name, Open: who.Reaches(p.account.ID, service)}
			if !a.Open {
				a.Reason = s.closedBecause(who, p)
			}
			if a.Reason == vocabulary.ServiceClosedReasonNotGranted {
				a.Administrators = openers[p.account.ID]
			}
			out[i].Accounts[n] = a
		}
	}
	return out, nil
}

// opens tells whether a service is open to the viewer in any account, also in one that is not among the first
// maxAccounts.
func opens(who *viewer.Viewer, service vocabulary.Service) bool {
	return who.SeesEverything() || slices.ContainsFunc(who.Grants, func(g viewer.Grant) bool {
		return len(g.Accounts) > 0 && g.Services.Has(service)
	})
}

// closedBecause returns the reason why a service is closed in an account. For an account to which the session is not
// narrowed it is always NARROWED, whatever the membership there grants.
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
	case m.EndsOn != nil && *m.EndsOn < s.today():
		return vocabulary.ServiceClosedReasonEnded
	}
	return vocabulary.ServiceClosedReasonNotGranted
}

// viewerAccounts returns the accounts of the viewer, sorted by name. They include accounts in which the membership is
// suspended or has ended. A widget token has only the accounts of its grants, and a person's key without the scope READ
// has none.
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
		of = append(of, membership.IDIn(ownOf(who.Grants)...))
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

// viewerAccountsIn reads accounts in which the viewer has no membership, sorted by name.
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

// ownOf returns the memberships of those grants that reach the account in which they were granted.
func ownOf(grants []viewer.Grant) []gid.ID {
	var ids []gid.ID
	for _, g := range grants {
		if slices.Contains(g.Accounts, g.Account) {
			ids = append(ids, g.Membership)
		}
	}
	return ids
}

// openersStatement ranks the administrators within each account, so that one account with many leaves room for those
// of the others. Its name is that of nameOf.
const openersStatement = `SELECT account_id, user_id, name, roles FROM (
	SELECT o.*, ROW_NUMBER() OVER (PARTITION BY o.account_id ORDER BY o.name, o.id) AS place FROM (
		SELECT m.id, m.account_id, m.user_id, m.roles | m.directory_roles AS roles,
			CASE WHEN u.display_name <> '' THEN u.display_name
				WHEN TRIM(u.first_name || ' ' || u.last_name) <> '' THEN TRIM(u.first_name || ' ' || u.last_name)
				ELSE u.user_name END AS name
		FROM memberships m JOIN users u ON u.id = m.user_id
		WHERE /*scope:m.account_id*/ AND %s AND ` + InForceSQL + ` AND m.product_line_id IS NULL AND u.active
			AND ((m.roles | m.directory_roles) & ?) <> 0) o) ranked
WHERE place <= ? ORDER BY account_id, place`

// openers are the administrators of the accounts in which the viewer is a member in force, by account and name.
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
	// A member is to know who can open what is closed, though the scope shows other members to administrators alone.
	rows, err := s.db().Scoped(ctx, store.Everything(), fmt.Sprintf(openersStatement, s.db().In("m.account_id")),
		s.db().Set(of), int64(s.today()), int64(administrator), maxAdministrators)
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
