package account

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/accessrequest"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// RequestInWords is an access request in the words of the page on which an administrator decides it.
type RequestInWords struct {
	// Name, UserName and Email are of the person who asks. Email may be empty.
	Name, UserName, Email string
	// Account is the name of the account.
	Account string
	// Asked are the roles and services that are asked for.
	Asked AccessWords
	// Note is what the person wrote; may be empty.
	Note    string
	AskedOn day.Day
	// Has is the access of the person as it is now; nil for somebody who is no member.
	Has *AccessWords
	// Suspended and Ended say that the membership gives nothing today.
	Suspended, Ended bool
	State            vocabulary.AccessRequestState
	// DecidedBy is the name of who decided; "" if nobody did, or if it is not known any more.
	DecidedBy string
	// DecidedOn is the day of the decision, in UTC; nil if nobody decided.
	DecidedOn *day.Day
	// Answer is what the administrator wrote; may be empty.
	Answer string
	// ReadsOnly says that the viewer may see the request, and may not decide it.
	ReadsOnly bool
}

// noRequest is the same refusal whether the request exists or not.
func noRequest() error {
	return fault.New(fault.NotFound, "", "There is no such request for access that you may decide.",
		"Check the link. If you administer the account with another user, sign in as that user.")
}

// RequestInWords returns an access request for who may decide it, and for support agents. It returns NOT_FOUND, in the
// same words whether the request exists or not, for everybody else.
func (s *Service) RequestInWords(ctx context.Context, id gid.ID) (RequestInWords, error) {
	who := viewer.From(ctx)
	asked, err := s.db().Client().AccessRequest.Query().Where(accessrequest.ID(id)).Only(ctx)
	if ent.IsNotFound(err) || err == nil && (who == nil || !who.Administers(asked.AccountID)) {
		return RequestInWords{}, noRequest()
	}
	if err != nil {
		return RequestInWords{}, fmt.Errorf("read the request: %w", err)
	}
	unscoped := store.Unscoped(ctx) // who administers the account may know who asks, and who decided
	asked, err = s.db().Client().AccessRequest.Query().Where(accessrequest.ID(id)).WithUser().WithAccount().
		WithDecidedBy().WithDecidedByKey().Only(unscoped)
	if err != nil {
		return RequestInWords{}, fmt.Errorf("read the request: %w", err)
	}
	u := asked.Edges.User
	words := RequestInWords{Name: nameOf(u), UserName: u.UserName, Email: orEmpty(u.Email),
		Account: asked.Edges.Account.Name, Note: asked.Note, AskedOn: day.Of(asked.CreatedAt.Time()),
		State: RequestState(asked.DecidedAt, asked.Granted), Answer: asked.Answer,
		ReadsOnly: !who.Manages(asked.AccountID),
		Asked: AccessWords{Roles: displayWords(asked.Roles.List()),
			Services: displayWords(asked.ServiceAccess.List())}}
	if asked.DecidedAt != nil {
		on := day.Of(asked.DecidedAt.Time())
		words.DecidedOn = &on
	}
	if by := asked.Edges.DecidedBy; by != nil {
		words.DecidedBy = nameOf(by)
	} else if by := asked.Edges.DecidedByKey; by != nil {
		words.DecidedBy = by.Name
	}
	m, err := s.db().Client().Membership.Query().Where(membership.AccountID(asked.AccountID),
		membership.UserID(asked.UserID)).Only(unscoped)
	if ent.IsNotFound(err) {
		return words, nil
	}
	if err != nil {
		return RequestInWords{}, fmt.Errorf("read the membership of who asks: %w", err)
	}
	has, err := reinstatedGrant(m, grantOf(m)).words(ctx, s.db().Client())
	words.Has, words.Suspended, words.Ended = &has, m.SuspendedAt != nil, ended(m, s.today())
	return words, err
}
