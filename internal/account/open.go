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
	// mostPlaces is of how many accounts the services are told, and mostOpeners how many administrators of each.
	mostPlaces, mostOpeners = 100, 20
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
	// Reason is why it is closed; "" if it is open.
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

// place is an account of the viewer. membership is nil for the account of a program's key, and for the one as whom the viewer
// looks.
type place struct {
	account    *ent.Account
	membership *ent.Membership
}

// Services tells which services are open to the viewer in each account in which the viewer has a membership, by name. Members
// in force are told who can open what is closed; nobody else is.
func (s *Service) Services(ctx context.Context) ([]*OpenService, error) {
	who := viewer.From(ctx)
	if who == nil {
		return nil, nil
	}
	all := vocabulary.EveryService.List()
	out := make([]*OpenService, len(all))
	places, err := s.places(ctx, who)
	if err != nil {
		return nil, err
	}
	openers, err := s.openers(ctx, who, places)
	if err != nil {
		return nil, err
	}
	for i, service := range all {
		out[i] = &OpenService{Service: service, Open: who.SeesEverything(), Accounts: make([]*OpenAccount, len(places))}
		for n, p := range places {
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

// closedBecause tells why a service is closed in an account.
func (s *Service) closedBecause(who *viewer.Viewer, p place, service vocabulary.Service) vocabulary.ServiceClosedReason {
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

// places are the accounts of the viewer by name. Whoever has a membership knows where, also if it gives nothing.
func (s *Service) places(ctx context.Context, who *viewer.Viewer) ([]place, error) {
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
			Order(ent.Asc(account.FieldNameKey, account.FieldID)).Limit(mostPlaces).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("read the accounts of a viewer: %w", err)
		}
		list := make([]place, len(rows))
		for i, row := range rows {
			list[i] = place{account: row}
		}
		return list, nil
	}
	rows, err := s.db().Client().Membership.Query().Where(membership.UserID(who.User)).WithAccount().
		Order(membership.ByAccountField(account.FieldNameKey), ent.Asc(membership.FieldID)).Limit(mostPlaces).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the memberships of a viewer: %w", err)
	}
	list := make([]place, len(rows))
	for i, row := range rows {
		list[i] = place{row.Edges.Account, row}
	}
	return list, nil
}

// openers are the administrators of the accounts in which the viewer is a member in force, by account and name.
func (s *Service) openers(ctx context.Context, who *viewer.Viewer, places []place) (map[gid.ID][]*Opener, error) {
	ctx = store.Unscoped(ctx) // a member is to know who can open what is closed, and only these people
	var of []gid.ID
	for _, p := range places {
		if p.membership != nil && InForce(p.membership, s.today()) && who.Widget == nil && who.Scopes.Has(vocabulary.KeyScopeRead) {
			of = append(of, p.account.ID)
		}
	}
	if len(of) == 0 {
		return nil, nil
	}
	rows, err := s.db().Client().Membership.Query().Where(membership.AccountIDIn(of...), InForceOn(s.today()),
		membership.ProductLineIDIsNil(), isAdministrator, membership.HasUserWith(user.Active(true))).WithUser().
		Order(ent.Asc(membership.FieldID)).Limit(mostPlaces * mostOpeners).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for administrators: %w", err)
	}
	slices.SortStableFunc(rows, func(a, b *ent.Membership) int { return cmp.Compare(nameOf(a.Edges.User), nameOf(b.Edges.User)) })
	list := map[gid.ID][]*Opener{}
	for _, row := range rows {
		if len(list[row.AccountID]) < mostOpeners {
			list[row.AccountID] = append(list[row.AccountID], &Opener{row.UserID, nameOf(row.Edges.User), row.Roles | row.DirectoryRoles})
		}
	}
	return list, nil
}
