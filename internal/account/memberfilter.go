package account

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/accessrequest"
	"github.com/muniment/muniment/ent/invitation"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/vocabulary"
)

// MembershipFilter selects memberships. Zero values mean no condition; On is the day for Current. Text holds words of
// the member's name, user name or address, each of which may be cut short.
type MembershipFilter struct {
	Account            gid.ID
	IncludeSubAccounts bool
	Text               string
	Roles              vocabulary.RoleSet
	// Lacks are services of which a membership does not grant all.
	Lacks        vocabulary.ServiceSet
	Current      *bool
	On           day.Day
	UpdatedSince *clock.Instant
}

// Where returns the condition, or FILTER_TOO_BROAD: without an account, memberships are listed only in the order
// UPDATED and with UpdatedSince.
func (f MembershipFilter) Where(o page.Order) (page.Where, error) {
	if f.Account != 0 {
		return f.Condition, nil
	}
	if err := CheckWithin(f.Account, f.IncludeSubAccounts); err != nil {
		return nil, err
	}
	if o.Name != page.UpdatedOrder {
		return nil, fault.New(fault.FilterTooBroad, "orderBy",
			"The memberships of all accounts cannot be listed in this order.",
			"Give filter.account, or order by UPDATED.")
	}
	other := page.FirstGiven(page.GivenIf("filter.text", f.Text != ""), page.GivenIf("filter.role", f.Roles != 0),
		page.GivenIf("filter.lacksService", f.Lacks != 0), page.GivenIf("filter.current", f.Current != nil))
	return f.Condition, page.CheckSinceAlone(f.UpdatedSince, other, o, page.ByAccount)
}

// Condition adds the condition without a check, for lists within one account.
func (f MembershipFilter) Condition(q *page.Query) {
	if f.Account != 0 {
		Within(membership.FieldAccountID, f.Account, f.IncludeSubAccounts)(q)
	}
	search.WhereNamed(q, membership.FieldUserID, f.Text)
	if f.Roles != 0 {
		q.Where(grants(q.C, f.Roles))
	}
	if f.Lacks != 0 {
		q.Where(lacks(q.C, f.Lacks))
	}
	if f.Current != nil {
		is := inForceOn(q.C, f.On)
		if !*f.Current {
			is = sql.Not(is)
		}
		q.Where(is)
	}
	q.Since(f.UpdatedSince)
}

// InvitationsIn is the condition that invitations are in one of the states at an instant; an empty list is no
// condition.
func InvitationsIn(states []vocabulary.InvitationState, now clock.Instant) page.Where {
	return func(q *page.Query) {
		isAccepted, isRevoked := sql.NotNull(q.C(invitation.FieldAcceptedAt)),
			sql.NotNull(q.C(invitation.FieldRevokedAt))
		waits := func() *sql.Predicate {
			return sql.And(sql.IsNull(q.C(invitation.FieldAcceptedAt)), sql.IsNull(q.C(invitation.FieldRevokedAt)))
		}
		var in []*sql.Predicate
		for _, state := range states {
			switch state {
			case vocabulary.InvitationStateAccepted:
				in = append(in, isAccepted)
			case vocabulary.InvitationStateRevoked:
				in = append(in, isRevoked)
			case vocabulary.InvitationStateExpired:
				in = append(in, sql.And(waits(), sql.LTE(q.C(invitation.FieldExpiresAt), int64(now))))
			case vocabulary.InvitationStateOpen:
				in = append(in, sql.And(waits(), sql.GT(q.C(invitation.FieldExpiresAt), int64(now))))
			}
		}
		if len(in) > 0 {
			q.Where(sql.Or(in...))
		}
	}
}

// InvitationsNowIn is InvitationsIn at the current time.
func (s *Service) InvitationsNowIn(states []vocabulary.InvitationState) page.Where {
	return func(q *page.Query) { InvitationsIn(states, s.now())(q) } // the time is that of the statement
}

// RequestsIn is the condition that access requests are in one of the states; an empty list is no condition.
func RequestsIn(states []vocabulary.AccessRequestState) page.Where {
	return func(q *page.Query) {
		decided := q.C(accessrequest.FieldDecidedAt)
		granted := func(is bool) *sql.Predicate {
			return sql.And(sql.NotNull(decided), sql.EQ(q.C(accessrequest.FieldGranted), is))
		}
		var in []*sql.Predicate
		for _, state := range states {
			switch state {
			case vocabulary.AccessRequestStateOpen:
				in = append(in, sql.IsNull(decided))
			case vocabulary.AccessRequestStateGranted:
				in = append(in, granted(true))
			case vocabulary.AccessRequestStateDeclined:
				in = append(in, granted(false))
			}
		}
		if len(in) > 0 {
			q.Where(sql.Or(in...))
		}
	}
}
