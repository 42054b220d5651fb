package access

import (
	"context"
	"fmt"
	"time"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/ent/invitation"
	"github.com/muniment/muniment/ent/link"
	"github.com/muniment/muniment/ent/user"
	members "github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// signInLinkLife is how long a link that signs in is good.
const signInLinkLife = 15 * time.Minute

// NewLink makes the token of a link that is sent by mail: one that signs a user in is good for 15 minutes, one that accepts an
// invitation until that expires. The subject is a user or the record of a directory, or the invitation; the link proves the
// address that the subject has now, and no other. It returns that address as well: the mail must go there and nowhere else, or a link would prove an
// address to whoever reads another mailbox. request names the mail: if it is sent again it gets a new link, and using one
// of its links uses all. returnTo is where the browser goes on. Links are no change of anybody's business and stand in no record.
// It returns LINK_INVALID for a subject that there is not, or that has no address.
func (s *Service) NewLink(ctx context.Context, purpose vocabulary.LinkPurpose, subject gid.ID, request, returnTo string) (token, to string, err error) {
	err = s.db().Write(store.Unscoped(ctx), func(ctx context.Context, tx store.Tx) error {
		token = newSecret(linkPrefix)
		now := s.now()
		var expires clock.Instant
		var err error
		to, expires, err = s.addressee(ctx, tx.Client(), purpose, subject)
		if ent.IsNotFound(err) || err == nil && to == "" {
			return members.InvalidLink()
		}
		if err != nil {
			return fmt.Errorf("look for whom the link is: %w", err)
		}
		if err := holdLinks(ctx, tx, request); err != nil {
			return err
		}
		create := tx.Client().Link.Create().SetTokenHash(hashOf(token)).SetPurpose(purpose).SetSubjectID(subject).SetRequest(request).
			SetEmailKey(email.Key(to)).SetReturnTo(returnTo).SetCreatedAt(now).SetExpiresAt(expires)
		used, err := tx.Client().Link.Query().Where(link.Request(request), link.UsedAtNotNil()).Exist(ctx)
		if err != nil {
			return fmt.Errorf("look for other links of the mail: %w", err)
		}
		if used {
			create.SetUsedAt(now)
		}
		if err := create.Exec(ctx); err != nil {
			return fmt.Errorf("make a link: %w", err)
		}
		return nil
	})
	if err != nil {
		return "", "", err
	}
	return token, to, nil
}

// addressee returns the address of a subject, and until when a link to it is good.
func (s *Service) addressee(ctx context.Context, client *ent.Client, purpose vocabulary.LinkPurpose, subject gid.ID) (string, clock.Instant, error) {
	expires := after(s.now(), signInLinkLife)
	switch {
	case purpose == vocabulary.LinkPurposeInvitation:
		row, err := client.Invitation.Query().Where(invitation.ID(subject)).Only(ctx)
		if err != nil {
			return "", 0, err
		}
		return row.Email, row.ExpiresAt, nil
	case subject.Type() == gid.DirectoryRecord:
		row, err := client.DirectoryRecord.Query().Where(directoryrecord.ID(subject), directoryrecord.Active(true)).Only(ctx)
		if err != nil || row.Email == nil {
			return "", 0, err
		}
		return *row.Email, expires, nil
	}
	row, err := client.User.Query().Where(user.ID(subject), user.Active(true)).Only(ctx)
	if err != nil || row.Email == nil {
		return "", 0, err
	}
	return *row.Email, expires, nil
}

// holdLinks keeps others waiting who use or make a link of the same mail.
func holdLinks(ctx context.Context, tx store.Tx, request string) error {
	return tx.Hold(ctx, "links "+request)
}

// PeekLink tells what a link is for, whose it is and where it leads, without using it. It returns LINK_INVALID for one that is
// not known, was used or has expired.
func (s *Service) PeekLink(ctx context.Context, token string) (purpose vocabulary.LinkPurpose, subject gid.ID, returnTo string, err error) {
	row, err := s.link(ctx, s.db().Client(), token)
	if err != nil {
		return "", 0, "", err
	}
	return row.Purpose, row.SubjectID, row.ReturnTo, nil
}

func (s *Service) link(ctx context.Context, client *ent.Client, token string) (*ent.Link, error) {
	if !isSecret(token, linkPrefix) {
		return nil, members.InvalidLink()
	}
	row, err := client.Link.Query().Where(link.TokenHash(hashOf(token)), link.UsedAtIsNil(), link.ExpiresAtGT(s.now())).
		Only(store.Unscoped(ctx)) // who holds the token has proven enough
	if ent.IsNotFound(err) {
		return nil, members.InvalidLink()
	}
	if err != nil {
		return nil, fmt.Errorf("look for the link: %w", err)
	}
	return row, nil
}

// UseLink uses a link of a purpose, and every other one of the same mail, in the transaction of what follows from it. Of many
// who try at once exactly one succeeds; the others get LINK_INVALID, as for a link that is not known or has expired.
func (s *Service) UseLink(ctx context.Context, tx store.Tx, token string, purpose vocabulary.LinkPurpose) (subject gid.ID, returnTo string, err error) {
	row, err := s.link(ctx, tx.Client(), token)
	if err != nil {
		return 0, "", err
	}
	if row.Purpose != purpose {
		return 0, "", members.InvalidLink()
	}
	if err := holdLinks(ctx, tx, row.Request); err != nil {
		return 0, "", err
	}
	ctx = store.Unscoped(ctx) // as above
	used, err := tx.Client().Link.Update().Where(link.ID(row.ID), link.UsedAtIsNil()).SetUsedAt(s.now()).Save(ctx)
	if err != nil {
		return 0, "", fmt.Errorf("use the link: %w", err)
	}
	if used == 0 {
		return 0, "", members.InvalidLink()
	}
	if err := tx.Client().Link.Update().Where(link.Request(row.Request), link.UsedAtIsNil()).SetUsedAt(s.now()).Exec(ctx); err != nil {
		return 0, "", fmt.Errorf("use the other links of the mail: %w", err)
	}
	return row.SubjectID, row.ReturnTo, nil
}
