package account

import (
	"context"
	"fmt"
	"time"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/invitation"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// resendInterval is the minimum time between two mails of an invitation.
const resendInterval = clock.Instant(5 * time.Minute / time.Microsecond)

// InvitationState returns the state of an invitation now.
func (s *Service) InvitationState(i *ent.Invitation) vocabulary.InvitationState {
	return invitationState(i, s.now())
}

func invitationState(i *ent.Invitation, now clock.Instant) vocabulary.InvitationState {
	switch {
	case i.AcceptedAt != nil:
		return vocabulary.InvitationStateAccepted
	case i.RevokedAt != nil:
		return vocabulary.InvitationStateRevoked
	case i.ExpiresAt <= now:
		return vocabulary.InvitationStateExpired
	}
	return vocabulary.InvitationStateOpen
}

// ResendInvitation sends an open or expired invitation again, valid for another 14 days. Links that were sent earlier
// become invalid. It returns NOT_FOUND, ALREADY_DECIDED, GRANT_TOO_WIDE, REACH_TOO_WIDE, RATE_LIMITED if it was sent
// within the last five minutes or the mail budget is used up, or an error of change.Pipeline.Do.
func (s *Service) ResendInvitation(ctx context.Context, r change.Request, id gid.ID) (change.Outcome, error) {
	return s.manageInvitation(ctx, r, id,
		func(ctx context.Context, tx store.Tx, done *change.Record, i *ent.Invitation) error {
			by, err := MayHandOut(ctx, i.AccountID)
			if err != nil {
				return err
			}
			what := grantIn(i)
			if i.EndsOn != nil && *i.EndsOn < s.today() {
				return badInput("input.invitation", "The membership would have a last day in the past.",
					"Revoke the invitation, and send a new one.")
			}
			if err := by.refuse(what, grant{}, allAt("input.invitation")); err != nil {
				return err
			}
			if next := i.ExpiresAt - invitationLife + resendInterval; done.Now() < next {
				return fault.New(fault.RateLimited, "input.invitation",
					"The invitation was sent a few minutes ago. The link in it works.",
					"Wait for the mail to arrive, or send it again after {again}.",
					fault.Again(next))
			}
			was := i.ExpiresAt
			if i, err = tx.Client().Invitation.UpdateOneID(id).SetExpiresAt(done.Now() + invitationLife).
				Save(ctx); err != nil {
				return fmt.Errorf("extend the invitation: %w", err)
			}
			if err := EndLinks(ctx, tx, done.Now(), id); err != nil {
				return err
			}
			done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "InvitationResent", Account: i.AccountID,
				Subject: id, Label: i.Email,
				Fields: change.Became("expiresAt", was.String(), i.ExpiresAt.String())})
			return overBudget(s.sendInvitationAgain(ctx, tx, i), "input.invitation")
		})
}

// RevokeInvitation revokes an open or expired invitation. It returns NOT_FOUND, ALREADY_DECIDED, or an error of
// change.Pipeline.Do.
func (s *Service) RevokeInvitation(ctx context.Context, r change.Request, id gid.ID) (change.Outcome, error) {
	return s.manageInvitation(ctx, r, id,
		func(ctx context.Context, tx store.Tx, done *change.Record, i *ent.Invitation) error {
			return s.revoke(ctx, tx, done, i)
		})
}

func (s *Service) revoke(ctx context.Context, tx store.Tx, done *change.Record, i *ent.Invitation) error {
	if err := tx.Client().Invitation.UpdateOneID(i.ID).SetRevokedAt(done.Now()).Exec(ctx); err != nil {
		return fmt.Errorf("take the invitation back: %w", err)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "InvitationRevoked", Account: i.AccountID,
		Subject: i.ID, Label: i.Email,
		Fields: change.Is("revokedAt", done.Now().String())})
	return EndLinks(ctx, tx, done.Now(), i.ID)
}

// manageInvitation runs a change of an invitation that was neither accepted nor revoked.
func (s *Service) manageInvitation(ctx context.Context, r change.Request, id gid.ID,
	rule func(ctx context.Context, tx store.Tx, done *change.Record, i *ent.Invitation) error) (change.Outcome,
	error) {
	if err := s.requireAuth(ctx, r); err != nil {
		return change.Outcome{}, err
	}
	i, err := s.db().Client().Invitation.Query().Where(invitation.ID(id)).Only(ctx)
	if err != nil {
		return change.Outcome{}, orNotFound(err, "input.invitation", "Invitation", id)
	}
	r.Needs.Missing = fault.Missing("input.invitation", "Invitation", id)
	return s.manage(ctx, r, i.AccountID, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		i, err := tx.Client().Invitation.Query().Where(invitation.ID(id), store.Locked).Only(ctx)
		if err != nil {
			return orNotFound(err, "input.invitation", "Invitation", id)
		}
		if i.AcceptedAt != nil || i.RevokedAt != nil {
			return alreadyDecided("The invitation was accepted or revoked in the meantime.")
		}
		done.Result(id)
		return rule(ctx, tx, done, i)
	})
}

// Offer is what the holder of an invitation link sees before accepting.
type Offer struct {
	// Inviter is the name of who invited, or "" if that user no longer exists. Account is the name of the account.
	Inviter, Account string
	// Email is the invited address. Greeting may be empty.
	Email, Greeting string
	// Access is what the person would get.
	Access AccessWords
	// LastDay is the last day, in UTC, on which it can be accepted.
	LastDay day.Day
	// Known is true if a user has the address; that user must sign in to accept.
	Known bool
}

// Offer returns what an invitation offers, for the holder of a link to it. It returns LINK_INVALID if the invitation
// is not open; the sender of mails uses that to skip it.
func (s *Service) Offer(ctx context.Context, id gid.ID) (Offer, error) {
	ctx = store.Unscoped(ctx) // holding the link is the authorization
	i, err := s.db().Client().Invitation.Query().Where(invitation.ID(id)).WithAccount().Only(ctx)
	if ent.IsNotFound(err) || err == nil && s.InvitationState(i) != vocabulary.InvitationStateOpen {
		return Offer{}, InvalidLink()
	}
	if err != nil {
		return Offer{}, fmt.Errorf("read the invitation: %w", err)
	}
	nobody := requireNobody(ctx, s.db().Client(), i)
	if code := fault.CodeOf(nobody); nobody != nil && code != SignInRequired && code != change.Forbidden {
		return Offer{}, nobody
	}
	offer := Offer{Known: nobody != nil, Account: i.Edges.Account.Name, Email: i.Email, Greeting: i.Greeting,
		LastDay: lastDay(i)}
	if offer.Access, err = grantIn(i).words(ctx, s.db().Client()); err != nil {
		return Offer{}, err
	}
	if i.InvitedByID != nil {
		inviter, err := s.db().Client().User.Query().Where(user.ID(*i.InvitedByID)).Only(ctx)
		if err != nil {
			return Offer{}, fmt.Errorf("read who invites: %w", err)
		}
		offer.Inviter = nameOf(inviter)
	}
	return offer, nil
}
