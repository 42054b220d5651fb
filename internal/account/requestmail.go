package account

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/accessrequest"
	"github.com/muniment/muniment/ent/outsiderequest"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
)

// standing is the access of a person in an account as it is: none unless the person is a member, whose membership is
// in force.
type standing struct {
	member bool
	grant
}

func (s *Service) standingOf(ctx context.Context, tx store.Tx, account, user gid.ID) (standing, error) {
	m, err := membershipOf(ctx, tx, account, user)
	if err != nil || m == nil || !s.inForce(m) {
		return standing{}, err
	}
	return standing{true, reinstatedGrant(m, grantOf(m))}, nil
}

// requestLetter describes an access request to the administrators, except for who gets the mail.
func (s *Service) requestLetter(ctx context.Context, tx store.Tx, id gid.ID) (mail.AccessRequest, error) {
	asked, err := tx.Client().AccessRequest.Query().Where(accessrequest.ID(id)).Only(store.Unscoped(ctx))
	if err != nil {
		return mail.AccessRequest{}, fmt.Errorf("read the request: %w", err)
	}
	has, err := s.standingOf(ctx, tx, asked.AccountID, asked.UserID)
	return mail.AccessRequest{Request: id, Of: asked.AccountID, Reason: asked.Note,
		Roles:    displayWords(asked.Roles.List()),
		Services: displayWords(asked.ServiceAccess.List()), Member: has.member,
		HasRoles: displayWords(has.roles.List()), HasServices: displayWords(has.services.List())}, err
}

// grantLetter describes the access of the requester after a grant. before is the access as it was.
func (s *Service) grantLetter(ctx context.Context, tx store.Tx, asked *ent.AccessRequest, before standing) (
	mail.AccessDecision, error) {
	now, err := s.standingOf(ctx, tx, asked.AccountID, asked.UserID)
	if err != nil {
		return mail.AccessDecision{}, err
	}
	words, err := now.words(ctx, tx.Client())
	letter := mail.AccessDecision{Granted: true, Roles: words.Roles, Services: words.Services,
		ProductLine: words.ProductLine, IncludeSubAccounts: words.IncludeSubAccounts, EndsOn: words.EndsOn}
	if before.member {
		letter.Was = mail.AccessWidened
		if len(now.became(before.grant)) == 0 {
			letter.Was = mail.AccessUnchanged
		}
	}
	return letter, err
}

// typedBy returns what the requester named the account by in an outside request; "" if it is not known.
func typedBy(ctx context.Context, tx store.Tx, asked *ent.AccessRequest) (string, error) {
	row, err := tx.Client().OutsideRequest.Query().Where(outsiderequest.AccessRequestID(asked.ID),
		outsiderequest.UserID(asked.UserID)).Order(ent.Asc(outsiderequest.FieldID)).
		First(store.Unscoped(ctx)) // only its requester reads the mail
	if ent.IsNotFound(err) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("read what was typed: %w", err)
	}
	return row.Reference, nil
}
