package naive

import (
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/vocabulary"
)

// filterMemberships returns the filter for memberships: in the parent account if own is true, otherwise in all
// accounts.
func filterMemberships(own bool) func(asked) (func(row) bool, any, error) {
	return func(in asked) (func(row) bool, any, error) {
		type input struct {
			inAccount
			Text         *string
			Role         []vocabulary.Role
			LacksService []vocabulary.Service
			Current      *bool
			On           *date
			UpdatedSince *moment
		}
		given, err := argument[input](in, "filter")
		if err != nil {
			return nil, nil, err
		}
		f, on := orZero(given), day.Day(0)
		if given != nil {
			on = in.Today
		}
		if f.On != nil {
			on = day.Day(*f.On)
		}
		if f.On != nil && f.Current == nil {
			return nil, nil, unreadDay()
		}
		if err := f.below(); err != nil {
			return nil, nil, err
		}
		f.Text = trimmed(f.Text)
		narrowed := f.Text != nil || len(f.Role) > 0 || len(f.LacksService) > 0 || f.Current != nil
		if err := refuseUnordered(in, own || f.Account != nil, orderOfMemberships("UPDATED"), f.UpdatedSince,
			narrowed); err != nil {
			return nil, nil, err
		}
		bound := account.MembershipFilter{Account: f.Account.id(), IncludeSubAccounts: orZero(f.IncludeSubAccounts),
			Text: orZero(f.Text), Current: f.Current, On: on, UpdatedSince: (*clock.Instant)(f.UpdatedSince)}
		if bound.Roles, err = vocabulary.Roles(f.Role...); err != nil {
			return nil, nil, err
		}
		if bound.Lacks, err = vocabulary.Services(f.LacksService...); err != nil {
			return nil, nil, err
		}
		words := search.QueryTerms(bound.Text)
		return func(r row) bool {
			granted := vocabulary.RoleSet(r.number("roles") | r.number("directory_roles"))
			return in.isWithin(r, f.Account, f.IncludeSubAccounts) && since(r, f.UpdatedSince) &&
				(len(f.Role) == 0 || slices.ContainsFunc(f.Role, granted.Has)) &&
				(len(f.LacksService) == 0 || slices.ContainsFunc(f.LacksService, func(s vocabulary.Service) bool {
					return !vocabulary.ServiceSet(r.number("service_access") | r.number("directory_services")).Has(s)
				})) &&
				(f.Current == nil || *f.Current == account.InForce(membership(r), on)) &&
				(bound.Text == "" || len(words) > 0 && in.hasWords(r.number("user_id"), gid.User, words))
		}, bound, nil
	}
}

func filterInvitations(in asked) (func(row) bool, any, error) {
	type input struct{ State []vocabulary.InvitationState }
	f, err := argument[input](in, "filter")
	if err != nil || f == nil || len(f.State) == 0 {
		return everyRow, nil, err
	}
	return func(r row) bool {
		return slices.Contains(f.State, in.Members.InvitationState(&ent.Invitation{
			AcceptedAt: pointer[clock.Instant](r, "accepted_at"), RevokedAt: pointer[clock.Instant](r, "revoked_at"),
			ExpiresAt: clock.Instant(r.number("expires_at"))}))
	}, distinct(f.State), nil
}

func filterRequests(in asked) (func(row) bool, any, error) {
	type input struct {
		State []vocabulary.AccessRequestState
	}
	f, err := argument[input](in, "filter")
	if err != nil || f == nil || len(f.State) == 0 {
		return everyRow, nil, err
	}
	return func(r row) bool {
		return slices.Contains(f.State, account.RequestState(pointer[clock.Instant](r, "decided_at"),
			r.truth("granted")))
	}, distinct(f.State), nil
}
