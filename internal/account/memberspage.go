package account

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/predicate"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// MembersInWords are the members of an account in the words of a page.
type MembersInWords struct {
	// Account is the name of the account.
	Account string
	// Administrators and Others are by user name, together at most 100.
	Administrators, Others []MemberInWords
	// Total is the number of all memberships of the account.
	Total int
}

// MemberInWords is a member of an account.
type MemberInWords struct {
	// Name, UserName and Email are of the member. Email may be empty.
	Name, UserName, Email string
	Access                AccessWords
	// Origin is how the membership came about.
	Origin string
	// Since is the first day, in UTC.
	Since day.Day
	// Suspended and Ended say that the membership gives nothing today.
	Suspended, Ended bool
}

// maxMembersShown is how many members MembersInWords returns.
const maxMembersShown = 100

// MembersInWords returns the members of an account for who may see them. It returns NOT_FOUND, in the same words
// whether the account exists or not, for everybody else.
func (s *Service) MembersInWords(ctx context.Context, of gid.ID) (MembersInWords, error) {
	who, client := viewer.From(ctx), s.db().Client()
	row, err := client.Account.Query().Where(account.ID(of)).Only(ctx)
	if ent.IsNotFound(err) || err == nil && (who == nil || !who.Administers(of)) {
		return MembersInWords{}, fault.New(fault.NotFound, "", "There is no such account whose members you may see.",
			"Check the link. If you administer the account with another user, sign in as that user.")
	}
	if err != nil {
		return MembersInWords{}, fmt.Errorf("read the account: %w", err)
	}
	unscoped := store.Unscoped(ctx) // who administers the account may see all of its members
	all := MembersInWords{Account: row.Name}
	if all.Total, err = client.Membership.Query().Where(membership.AccountID(of)).Count(unscoped); err != nil {
		return MembersInWords{}, fmt.Errorf("count the members: %w", err)
	}
	if all.Administrators, err = s.membersInWords(unscoped, of, isAdministrator, maxMembersShown); err != nil {
		return MembersInWords{}, err
	}
	if left := maxMembersShown - len(all.Administrators); left > 0 {
		all.Others, err = s.membersInWords(unscoped, of, membership.Not(isAdministrator), left)
	}
	return all, err
}

func (s *Service) membersInWords(ctx context.Context, of gid.ID, which predicate.Membership, limit int) (
	[]MemberInWords, error) {
	rows, err := s.db().Client().Membership.Query().Where(membership.AccountID(of), which).WithUser().
		Order(ent.Asc(membership.FieldUserName, membership.FieldID)).Limit(limit).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the members: %w", err)
	}
	list := make([]MemberInWords, len(rows))
	for i, m := range rows {
		access, err := reinstatedGrant(m, grantOf(m)).words(ctx, s.db().Client())
		if err != nil {
			return nil, err
		}
		u := m.Edges.User
		list[i] = MemberInWords{Name: nameOf(u), UserName: u.UserName, Email: orEmpty(u.Email), Access: access,
			Origin: displayWords([]vocabulary.MembershipOrigin{m.Origin})[0], Since: day.Of(m.CreatedAt.Time()),
			Suspended: m.SuspendedAt != nil, Ended: ended(m, s.today())}
	}
	return list, nil
}
