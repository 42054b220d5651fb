package account

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

const (
	// maxAccounts bounds the accounts in the result of Services, and maxAdministrators the administrators of each.
	maxAccounts, maxAdministrators = 100, 20
)

// OpenService says whether the viewer may use a service, in each of their accounts.
type OpenService struct {
	Service  vocabulary.Service
	Open     bool
	Accounts []*OpenAccount
}

// OpenAccount says whether the viewer may use a service in an account.
type OpenAccount struct {
	Account gid.ID
	Name    string
	Open    bool
	// Reason is why the service is closed; "" if it is open.
	Reason vocabulary.ServiceClosedReason
	// Administrators can open the service.
	Administrators []*Opener
}

// Opener is an administrator of an account.
type Opener struct {
	User  gid.ID
	Name  string
	Roles vocabulary.RoleSet
}

// viewerAccount is an account of the viewer. membership is nil for the account of a program's key, and for the account that the
// viewer views as a customer.
type viewerAccount struct {
	account    *ent.Account
	membership *ent.Membership
}

// Services returns which services the viewer may use in each account in which the viewer has a membership, by name. Only members in
// force get the administrators who can open a closed service.
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
		out[i] = &OpenService{Service: service, Open: who.SeesEverything(), Accounts: make([]*OpenAccount, len(accounts))}
		for n, p := range accounts {
			a := &OpenAccount{Account: p.account.ID, Name: p.account.Name, Open: who.Reaches(p.account.ID, service)}
			if !a.Open {
				a.Reason = s.closedBecause(who, p, service)
			}
			if a.Reason == vocabulary.ServiceClosedReasonNotGranted {
				a.Administrators = openers[p.account.ID]
			}
			out[i].Open, out[i].Accounts[n] = out[i].Open || a.Open, a
		}
	}
	return out, nil
}

// closedBecause returns why a service is closed in an account.
func (s *Service) closedBecause(who *viewer.Viewer, p viewerAccount, service vocabulary.Service) vocabulary.ServiceClosedReason {
	m := p.membership
	switch {
	case !who.Scopes.Has(vocabulary.KeyScopeRead):
		return vocabulary.ServiceClosedReasonKeyScope
	case m == nil:
		return vocabulary.ServiceClosedReasonNotGranted
	case m.SuspendedAt != nil:
		return vocabulary.ServiceClosedReasonSuspended
	case m.EndsOn != nil && *m.EndsOn < s.today():
		return vocabulary.ServiceClosedReasonEnded
	case who.NarrowedTo != 0 && who.NarrowedTo != m.AccountID && (m.ServiceAccess | m.DirectoryServices).Has(service):
		return vocabulary.ServiceClosedReasonNarrowed
	}
	return vocabulary.ServiceClosedReasonNotGranted
}

// viewerAccounts returns the accounts of the viewer by name. A member may see the name of an account even if the membership is not in force.
func (s *Service) viewerAccounts(ctx context.Context, who *viewer.Viewer) ([]viewerAccount, error) {
	ctx = store.Unscoped(ctx)
	var own []gid.ID
	switch {
	case who.SeesEverything():
		return nil, nil
	case who.ViewingAs != 0:
		own = []gid.ID{who.ViewingAs}
	case who.User == 0 && who.Account != 0:
		own = []gid.ID{who.Account}
	case who.User == 0:
		for _, g := range who.Grants {
			own = append(own, g.Account)
		}
	}
	if who.User == 0 || who.ViewingAs != 0 {
		rows, err := s.db().Client().Account.Query().Where(account.IDIn(own...)).
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
	rows, err := s.db().Client().Membership.Query().Where(membership.UserID(who.User)).WithAccount().
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

// openers returns the administrators, by name, of the accounts in which the viewer is a member in force.
func (s *Service) openers(ctx context.Context, who *viewer.Viewer, accounts []viewerAccount) (map[gid.ID][]*Opener, error) {
	ctx = store.Unscoped(ctx) // a member may see who can open a closed service, but no other users
	var of []gid.ID
	for _, p := range accounts {
		if p.membership != nil && InForce(p.membership, s.today()) && who.Widget == nil && who.Scopes.Has(vocabulary.KeyScopeRead) {
			of = append(of, p.account.ID)
		}
	}
	if len(of) == 0 {
		return nil, nil
	}
	rows, err := s.db().Client().Membership.Query().Where(membership.AccountIDIn(of...), InForceOn(s.today()),
		membership.ProductLineIDIsNil(), isAdministrator, membership.HasUserWith(user.Active(true))).WithUser().
		Order(ent.Asc(membership.FieldID)).Limit(maxAccounts * maxAdministrators).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for administrators: %w", err)
	}
	slices.SortStableFunc(rows, func(a, b *ent.Membership) int { return cmp.Compare(nameOf(a.Edges.User), nameOf(b.Edges.User)) })
	list := map[gid.ID][]*Opener{}
	for _, row := range rows {
		if len(list[row.AccountID]) < maxAdministrators {
			list[row.AccountID] = append(list[row.AccountID], &Opener{row.UserID, nameOf(row.Edges.User), row.Roles | row.DirectoryRoles})
		}
	}
	return list, nil
}
