package access

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/ent/invitation"
	"github.com/muniment/muniment/ent/link"
	"github.com/muniment/muniment/ent/user"
	members "github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// signInLinkLife is how long a sign-in link is valid.
const signInLinkLife = mail.SignInLinkLife

// NewLink creates the token of a link that is sent by mail. A sign-in link is valid for 15 minutes; the link of an
// invitation until the invitation expires. subject is a user, a directory record or an invitation. The link proves
// only the address that the subject has now. NewLink returns that address too: the mail must be sent there and nowhere
// else, since a link proves that its reader owns the address. request identifies the mail: if the mail is sent again
// it gets a new link, and using one of its links uses up all of them. returnTo is where the browser is redirected
// afterwards. Links are not written to the audit log. It returns LINK_INVALID if the subject does not exist or has no
// address.
func (s *Service) NewLink(ctx context.Context, purpose vocabulary.LinkPurpose, subject gid.ID, request,
	returnTo string) (token, to string, err error) {
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
			return fmt.Errorf("look for the subject of the link: %w", err)
		}
		if err := lockLinks(ctx, tx, request); err != nil {
			return err
		}
		create := tx.Client().Link.Create().SetTokenHash(hashOf(token)).SetPurpose(purpose).SetSubjectID(subject).
			SetRequest(request).
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

// addressee returns the address of a subject, and when a link to it expires.
func (s *Service) addressee(ctx context.Context, client *ent.Client, purpose vocabulary.LinkPurpose,
	subject gid.ID) (string, clock.Instant, error) {
	expires := s.now().Add(signInLinkLife)
	switch {
	case purpose == vocabulary.LinkPurposeInvitation:
		row, err := client.Invitation.Query().Where(invitation.ID(subject)).Only(ctx)
		if err != nil {
			return "", 0, err
		}
		return row.Email, row.ExpiresAt, nil
	case subject.Type() == gid.DirectoryRecord:
		row, err := client.DirectoryRecord.Query().Where(directoryrecord.ID(subject), directoryrecord.Active(true)).
			Only(ctx)
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

// lockLinks serializes transactions that use or create a link of the same mail.
func lockLinks(ctx context.Context, tx store.Tx, request string) error {
	return tx.AdvisoryLock(ctx, "links "+request)
}

// PeekLink returns the purpose, the subject and the redirect target of a link, without using it. It returns
// LINK_INVALID for a link that is unknown, used or expired.
func (s *Service) PeekLink(ctx context.Context, token string) (purpose vocabulary.LinkPurpose, subject gid.ID,
	returnTo string, err error) {
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
	row, err := client.Link.Query().Where(link.TokenHash(hashOf(token)), link.UsedAtIsNil(),
		link.ExpiresAtGT(s.now())).
		Only(store.Unscoped(ctx)) // possession of the token is the authorization
	if ent.IsNotFound(err) {
		return nil, members.InvalidLink()
	}
	if err != nil {
		return nil, fmt.Errorf("look for the link: %w", err)
	}
	return row, nil
}

// UseLink uses a link, and with it every other link of the same mail. It must be called in the transaction of what the
// link allows. Of many concurrent uses exactly one succeeds; the others get LINK_INVALID, as for a link that is
// unknown or expired.
func (s *Service) UseLink(ctx context.Context, tx store.Tx, token string,
	purpose vocabulary.LinkPurpose) (subject gid.ID, returnTo string, err error) {
	row, err := s.link(ctx, tx.Client(), token)
	if err != nil {
		return 0, "", err
	}
	if row.Purpose != purpose {
		return 0, "", members.InvalidLink()
	}
	if err := lockLinks(ctx, tx, row.Request); err != nil {
		return 0, "", err
	}
	ctx = store.Unscoped(ctx) // possession of the token is the authorization
	used, err := tx.Client().Link.Update().Where(link.ID(row.ID), link.UsedAtIsNil()).SetUsedAt(s.now()).Save(ctx)
	if err != nil {
		return 0, "", fmt.Errorf("use the link: %w", err)
	}
	if used == 0 {
		return 0, "", members.InvalidLink()
	}
	if err := tx.Client().Link.Update().Where(link.Request(row.Request), link.UsedAtIsNil()).SetUsedAt(s.now()).
		Exec(ctx); err != nil {
		return 0, "", fmt.Errorf("use the other links of the mail: %w", err)
	}
	return row.SubjectID, row.ReturnTo, nil
}
