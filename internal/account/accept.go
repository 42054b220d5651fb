package account

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/ent/invitation"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/person"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// AcceptInvitation makes the viewer a member by the token of an invitation link. A viewer who is a member already gets
// the union of the old and the invited access. The outcome names the membership. Of concurrent attempts with one token
// exactly one succeeds. It returns LINK_INVALID, SUSPENDED, SCOPES_DIFFER, PROVIDER_REQUIRED if the domain of the
// invited address requires an identity provider that the viewer did not sign in with, or an error of
// change.Pipeline.Do.
func (s *Service) AcceptInvitation(ctx context.Context, r change.Request, token string) (change.Outcome, error) {
	if err := s.requireAuth(ctx, r); err != nil {
		return change.Outcome{}, err
	}
	i, err := s.peekInvitation(ctx, token)
	if err != nil && fault.CodeOf(err) != LinkInvalid {
		return change.Outcome{}, err
	}
	// An invalid link is refused in accept and not here: a repetition of this very request may have used it already.
	return s.accept(ctx, r, i, token, func(ctx context.Context, tx store.Tx, done *change.Record) (*ent.User, error) {
		u, err := tx.Client().User.Query().Where(user.ID(viewerID(ctx)), user.Active(true)).Only(ctx)
		if err != nil {
			return nil, fmt.Errorf("read the viewer: %w", err)
		}
		return u, nil
	})
}

// AcceptAsNew accepts an invitation without a signed-in viewer: the link has proven the e-mail address, and a user
// with that address and displayName is created. The audit log names that user as the actor. It returns the user and
// the membership, or LINK_INVALID, SIGN_IN_REQUIRED if a user has the address, FORBIDDEN if that user is deactivated,
// PROVIDER_REQUIRED or HOME_ELSEWHERE.
func (s *Service) AcceptAsNew(ctx context.Context, token, displayName string) (who, membership gid.ID, err error) {
	err = change.Retry(ctx, func(ctx context.Context) error {
		who, membership, err = s.acceptAsNew(ctx, token, displayName)
		return err
	})
	return who, membership, err
}

func (s *Service) acceptAsNew(ctx context.Context, token, displayName string) (who, membership gid.ID, err error) {
	i, err := s.peekInvitation(ctx, token)
	if err != nil {
		return 0, 0, err
	}
	accepting := &viewer.Viewer{Credential: vocabulary.CredentialKindLink, Name: i.Email,
		Scopes: vocabulary.EveryKeyScope,
		User:   gid.New(gid.User, i.AccountID.Locality())}
	r := change.Request{Action: "acceptInvitation", Needs: change.Needs{Right: change.Arrive}}
	outcome, err := s.accept(viewer.With(ctx, accepting.Settle()), r, i, token,
		func(ctx context.Context, tx store.Tx, done *change.Record) (*ent.User, error) {
			if err := LockAddress(ctx, tx, i.Email); err != nil {
				return nil, err
			}
			if err := requireNobody(ctx, tx.Client(), i); err != nil {
				return nil, err
			}
			return makeUser(ctx, tx, done, accepting.User, i, displayName)
		})
	if err != nil {
		return 0, 0, err
	}
	return accepting.User, outcome.IDs[0], nil
}

// AccountOf returns the account of a membership, for who has just become a member by it.
func (s *Service) AccountOf(ctx context.Context, id gid.ID) (gid.ID, error) {
	row, err := s.db().Client().Membership.Query().Where(membership.ID(id)).Select(membership.FieldAccountID).
		Only(store.Unscoped(ctx)) // the viewer of the request was loaded before there was the membership
	if err != nil {
		return 0, fmt.Errorf("read the new membership: %w", err)
	}
	return row.AccountID, nil
}

// peekInvitation finds the invitation of a valid link without using the link. It returns LINK_INVALID if the link is
// not valid.
func (s *Service) peekInvitation(ctx context.Context, token string) (*ent.Invitation, error) {
	purpose, id, _, err := s.access.PeekLink(ctx, token)
	if err != nil {
		return nil, err
	}
	if purpose != vocabulary.LinkPurposeInvitation {
		return nil, InvalidLink()
	}
	// the token proves enough
	i, err := s.db().Client().Invitation.Query().Where(invitation.ID(id)).Only(store.Unscoped(ctx))
	if ent.IsNotFound(err) {
		return nil, InvalidLink()
	}
	if err != nil {
		return nil, fmt.Errorf("read the invitation: %w", err)
	}
	return i, nil
}

// accept uses the link and makes the user whom findUser returns a member. peeked is the invitation, or nil if the link
// was not valid when it was read.
func (s *Service) accept(ctx context.Context, r change.Request, peeked *ent.Invitation, token string,
	findUser func(context.Context, store.Tx, *change.Record) (*ent.User, error)) (change.Outcome, error) {
	if r.Needs.Right != change.Arrive {
		r.Needs = change.Needs{Right: change.SignedIn}
	}
	if peeked != nil {
		r.Homes = []change.Home{{Account: peeked.AccountID}}
	}
	return s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		if peeked != nil {
			if err := LockAccount(ctx, tx, peeked.AccountID); err != nil {
				return err
			}
		}
		id, _, err := s.access.UseLink(ctx, tx, token, vocabulary.LinkPurposeInvitation)
		if err != nil {
			return err
		}
		if peeked == nil || peeked.ID != id {
			return InvalidLink() // the link became valid after peekInvitation; a retry sees its account
		}
		unscoped := store.Unscoped(ctx) // holding the token authorizes whoever accepts
		i, err := tx.Client().Invitation.Query().Where(invitation.ID(id), store.Locked).Only(unscoped)
		if err != nil {
			return fmt.Errorf("read the invitation: %w", err)
		}
		if invitationState(i, done.Now()) != vocabulary.InvitationStateOpen || i.EndsOn != nil &&
			*i.EndsOn < s.today() {
			return InvalidLink()
		}
		if err := s.access.MayComeIn(ctx, i.Email); err != nil {
			return err
		}
		u, err := findUser(unscoped, tx, done)
		if err != nil {
			return err
		}
		if owns(u, i.Email) {
			if err := s.access.Proven(unscoped, tx, done, u, i.Email); err != nil {
				return err
			}
		}
		member, err := s.admit(ctx, tx, done, admission{account: i.AccountID, user: u, grant: grantIn(i),
			origin:    vocabulary.MembershipOriginInvitation,
			grantedBy: viewer.Author{User: i.InvitedByID, Key: i.InvitedByKeyID}})
		if err != nil {
			return err
		}
		if err := tx.Client().Invitation.UpdateOneID(id).SetAcceptedAt(done.Now()).SetAcceptedByID(u.ID).
			Exec(unscoped); err != nil {
			return fmt.Errorf("accept the invitation: %w", err)
		}
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "InvitationAccepted", Account: i.AccountID,
			Subject: id,
			Label:   i.Email, Fields: append(change.Is("acceptedAt", done.Now().String()),
				change.Is("acceptedBy", value.OfReference(u.ID, u.UserName).Form)...)})
		done.Result(member)
		return nil
	})
}

// requireNobody returns SIGN_IN_REQUIRED if a user has the address of an invitation. That user must sign in: somebody
// who reads the mail of an address is not necessarily its user. It returns FORBIDDEN if the user is deactivated.
func requireNobody(ctx context.Context, client *ent.Client, i *ent.Invitation) error {
	people, err := client.User.Query().Where(user.EmailKey(email.Key(i.Email))).All(ctx)
	if err != nil {
		return fmt.Errorf("look for the users of an address: %w", err)
	}
	people = slices.DeleteFunc(people, func(u *ent.User) bool { return !owns(u, i.Email) })
	known := slices.ContainsFunc(people, func(u *ent.User) bool { return u.Active })
	if !known && len(people) > 0 {
		return forbidden("The user with this address is deactivated and may not sign in.",
			"Ask an administrator of your account, or the producer.")
	}
	if !known {
		if known, err = linkedRecord(ctx, client, i); err != nil {
			return err
		}
	}
	if known {
		return fault.New(SignInRequired, "", "A user with the address {address} already exists.",
			"Sign in, and open the link of the invitation again.", fault.WithText("address", i.Email))
	}
	return nil
}

// linkedRecord reports whether a directory has an active record of the invited address that is linked to a user. It
// looks in the directory of the inviting account and in those of accounts that have proven the domain of the address.
func linkedRecord(ctx context.Context, client *ent.Client, i *ent.Invitation) (bool, error) {
	// before the records: a directory may hold any number of them
	accounts, err := AccountsThatProve(ctx, client, email.Domain(i.Email))
	if err != nil {
		return false, err
	}
	linked, err := client.DirectoryRecord.Query().Where(directoryrecord.AccountIDIn(append(accounts, i.AccountID)...),
		directoryrecord.EmailKey(email.Key(i.Email)), directoryrecord.Active(true), directoryrecord.UserIDNotNil()).
		Exist(ctx)
	if err != nil {
		return false, fmt.Errorf("look for the records of an address: %w", err)
	}
	return linked, nil
}

// makeUser creates the user who accepts an invitation.
func makeUser(ctx context.Context, tx store.Tx, done *change.Record, id gid.ID, i *ent.Invitation,
	displayName string) (*ent.User, error) {
	displayName = person.Name(displayName)
	name, err := FreeUserName(ctx, tx, i.Email)
	if err != nil {
		return nil, err
	}
	u, err := tx.Client().User.Create().SetID(id).SetUserName(name).
		SetUserNameKey(email.UserNameKey(name)).SetEmail(i.Email).SetEmailKey(i.EmailKey).
		SetDisplayName(displayName).SetActive(true).SetShared(false).SetCreatedAt(done.Now()).SetUpdatedAt(done.Now()).
		Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("make the user: %w", err)
	}
	if err := search.KeepUser(ctx, tx, u); err != nil {
		return nil, err
	}
	fields := append(change.Is("userName", name), change.Is("email", i.Email)...)
	if displayName != "" {
		fields = append(fields, change.Is("displayName", displayName)...)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "UserAdded", Account: i.AccountID, Subject: id,
		Label: i.Email, Fields: fields})
	return u, nil
}
