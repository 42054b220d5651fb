package account

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/invitation"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/person"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// AcceptInvitation makes the viewer a member, by the token of the link that was sent, or gives a member what both give. The
// outcome names the membership. Of many who try at once exactly one succeeds. It returns LINK_INVALID, SUSPENDED, SCOPES_DIFFER,
// or what change.Pipeline.Do does.
func (s *Service) AcceptInvitation(ctx context.Context, r change.Request, token string) (change.Outcome, error) {
	if err := s.somebody(ctx, r); err != nil {
		return change.Outcome{}, err
	}
	i, err := s.peek(ctx, token)
	if err != nil && fault.CodeOf(err) != LinkInvalid {
		return change.Outcome{}, err
	}
	// A link that does not work is refused below: the same request may have used it.
	return s.accept(ctx, r, i, token, func(ctx context.Context, tx store.Tx, done *change.Record) (*ent.User, error) {
		u, err := tx.Client().User.Query().Where(user.ID(viewerID(ctx)), user.Active(true)).Only(ctx)
		if err != nil {
			return nil, fmt.Errorf("read the viewer: %w", err)
		}
		return u, nil
	})
}

// AcceptAsNew accepts an invitation for somebody who is not signed in: the link has proven the e-mail address. The single
// active user who has it becomes the member; where nobody has it a user is made, who is called like the address. Records name
// that user as the one who did it. It returns the user and the membership, or LINK_INVALID, CHOOSE_USER where it is not plain
// who it is, FORBIDDEN for a user who may not sign in any more, SUSPENDED, SCOPES_DIFFER or HOME_ELSEWHERE.
func (s *Service) AcceptAsNew(ctx context.Context, token, displayName string) (who, membership gid.ID, err error) {
	for attempt := 1; ; attempt++ {
		who, membership, err = s.acceptAsNew(ctx, token, displayName)
		if attempt == attempts || !errors.Is(err, errMeanwhile) {
			return who, membership, err
		}
	}
}

// errMeanwhile is returned where another change has made, or renamed, the user who is to accept.
var errMeanwhile = errors.New("the user was made or changed meanwhile")

func (s *Service) acceptAsNew(ctx context.Context, token, displayName string) (who, membership gid.ID, err error) {
	i, err := s.peek(ctx, token)
	if err != nil {
		return 0, 0, err
	}
	known, err := invited(ctx, s.db().Client(), i.Email)
	if err != nil {
		return 0, 0, err
	}
	accepting := &viewer.Viewer{Credential: vocabulary.CredentialKindLink, Name: i.Email, Scopes: vocabulary.EveryKeyScope}
	if known != nil {
		accepting.User, accepting.Name = known.ID, known.UserName
	} else {
		accepting.User = gid.New(gid.User, i.AccountID.Locality())
	}
	outcome, err := s.accept(viewer.With(ctx, accepting.Settle()), change.Request{Action: "acceptInvitation", Needs: change.Needs{Right: change.Arrive}}, i, token,
		func(ctx context.Context, tx store.Tx, done *change.Record) (*ent.User, error) {
			now, err := invited(ctx, tx.Client(), i.Email)
			switch {
			case err != nil:
				return nil, err
			case now == nil && known == nil:
				return makeUser(ctx, tx, done, accepting.User, i, displayName)
			case now == nil || known == nil || now.ID != known.ID:
				return nil, errMeanwhile
			}
			return now, nil
		})
	if errors.Is(err, store.ErrUnique) {
		return 0, 0, errMeanwhile
	}
	if err != nil {
		return 0, 0, err
	}
	return accepting.User, outcome.IDs[0], nil
}

// peek finds the invitation of a link that works, without using it. It returns LINK_INVALID for every other one.
func (s *Service) peek(ctx context.Context, token string) (*ent.Invitation, error) {
	purpose, id, _, err := s.access.PeekLink(ctx, token)
	if err != nil {
		return nil, err
	}
	if purpose != vocabulary.LinkPurposeInvitation {
		return nil, InvalidLink()
	}
	i, err := s.db().Client().Invitation.Query().Where(invitation.ID(id)).Only(store.Beyond(ctx)) // the token proves enough
	if ent.IsNotFound(err) {
		return nil, InvalidLink()
	}
	if err != nil {
		return nil, fmt.Errorf("read the invitation: %w", err)
	}
	return i, nil
}

// accept uses the link and makes the user a member whom who finds or makes. peeked is the invitation; nil where the link did not
// work.
func (s *Service) accept(ctx context.Context, r change.Request, peeked *ent.Invitation, token string,
	who func(context.Context, store.Tx, *change.Record) (*ent.User, error)) (change.Outcome, error) {
	if r.Needs.Right != change.Arrive {
		r.Needs = change.Needs{Right: change.SignedIn}
	}
	if peeked != nil {
		r.Homes = []change.Home{{Account: peeked.AccountID}}
	}
	return s.do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
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
			return InvalidLink() // it became good only now: the next try sees its account
		}
		beyond := store.Beyond(ctx) // the token proves that the invitation is for whoever accepts
		i, err := tx.Client().Invitation.Query().Where(invitation.ID(id), locked).Only(beyond)
		if err != nil {
			return fmt.Errorf("read the invitation: %w", err)
		}
		if invitationState(i, done.Now()) != vocabulary.InvitationStateOpen || i.EndsOn != nil && *i.EndsOn < s.today() {
			return InvalidLink()
		}
		u, err := who(beyond, tx, done)
		if err != nil {
			return err
		}
		member, err := s.admit(ctx, tx, done, admission{account: i.AccountID, user: u, given: givenIn(i),
			origin: vocabulary.MembershipOriginInvitation, grantedBy: orNone(i.InvitedByID), grantedAt: i.ExpiresAt - invitationLife})
		if err != nil {
			return err
		}
		if err := tx.Client().Invitation.UpdateOneID(id).SetAcceptedAt(done.Now()).SetAcceptedByID(u.ID).Exec(beyond); err != nil {
			return fmt.Errorf("accept the invitation: %w", err)
		}
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "InvitationAccepted", Account: i.AccountID, Subject: id,
			Label: i.Email, Fields: append(change.Is("acceptedAt", done.Now().String()), change.Is("acceptedBy", u.UserName)...)})
		done.Result(member)
		return nil
	})
}

// invited returns the user whom a proven address stands for, or nil where nobody has it. It returns CHOOSE_USER or FORBIDDEN
// where it is not plain who that is, or where they may not sign in.
func invited(ctx context.Context, client *ent.Client, address string) (*ent.User, error) {
	people, err := client.User.Query().Where(user.Or(user.EmailKey(email.Key(address)), user.UserNameIn(address, email.Key(address)))).
		Order(ent.Asc(user.FieldID)).All(store.Beyond(ctx)) // nobody is asking yet
	if err != nil {
		return nil, fmt.Errorf("look for the users of an address: %w", err)
	}
	active := slices.DeleteFunc(slices.Clone(people), func(u *ent.User) bool { return !u.Active || !owns(u, address) })
	switch {
	case len(people) == 0:
		return nil, nil
	case len(active) == 1 && active[0].ProducerRole == nil:
		return active[0], nil
	case len(active) == 0 && !slices.ContainsFunc(people, func(u *ent.User) bool { return u.Active }):
		return nil, forbidden("The user with this address may not sign in any more.", "Ask an administrator of your account, or the producer.")
	}
	// Several have the address, or one of the producer's people does, who sign in by stronger means; or a user is called like
	// the address and has another one.
	return nil, fault.New(ChooseUser, "", "It is not plain which user you are.", "Sign in first, and open the link of the invitation again.")
}

// makeUser makes the user who accepts an invitation.
func makeUser(ctx context.Context, tx store.Tx, done *change.Record, id gid.ID, i *ent.Invitation, displayName string) (*ent.User, error) {
	displayName = person.Name(displayName)
	u, err := tx.Client().User.Create().SetID(id).SetUserName(i.Email).SetEmail(i.Email).SetEmailKey(i.EmailKey).
		SetDisplayName(displayName).SetActive(true).SetShared(false).SetCreatedAt(done.Now()).SetUpdatedAt(done.Now()).Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("make the user: %w", err)
	}
	if err := search.KeepUser(ctx, tx, u); err != nil {
		return nil, err
	}
	fields := append(change.Is("userName", i.Email), change.Is("email", i.Email)...)
	if displayName != "" {
		fields = append(fields, change.Is("displayName", displayName)...)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "UserAdded", Account: i.AccountID, Subject: id, Label: i.Email, Fields: fields})
	return u, nil
}
