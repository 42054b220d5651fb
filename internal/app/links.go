package app

import (
	"context"

	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/httpd/signin"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// linker makes the links of mails.
type linker struct {
	access  *access.Service
	members *account.Service
}

// NewLink implements mail.Linker: nothing is sent for an invitation that waits for no answer any more.
func (l linker) NewLink(ctx context.Context, purpose vocabulary.LinkPurpose, subject gid.ID, messageID, returnTo string) (string, error) {
	if purpose == vocabulary.LinkPurposeInvitation {
		if _, err := l.members.Offer(ctx, subject); fault.CodeOf(err) == account.LinkInvalid && err != nil {
			return "", mail.ErrNotWanted
		} else if err != nil {
			return "", err
		}
	}
	return l.access.NewLink(ctx, purpose, subject, messageID, returnTo)
}

// readers finds who may sign in by a link.
type readers struct {
	access *access.Service
	db     *store.Store
}

// Recipients implements mail.Recipients.
func (r readers) Recipients(ctx context.Context, address string) ([]mail.Recipient, error) {
	ids, err := r.access.Recipients(ctx, address)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	rows, err := r.db.Client().User.Query().Where(user.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, err
	}
	all := make([]mail.Recipient, 0, len(rows))
	for _, row := range rows {
		if row.Email != nil {
			all = append(all, mail.Recipient{User: row.ID, UserName: row.UserName, Address: *row.Email})
		}
	}
	return all, nil
}

// mailer asks for links to sign in.
type mailer struct {
	outbox *mail.Outbox
	db     *store.Store
}

// SendSignInLink implements signin.LinkMailer.
func (m mailer) SendSignInLink(ctx context.Context, address, returnTo string) error {
	return m.db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		return m.outbox.Enqueue(ctx, tx, mail.SignInLink{Address: address, ReturnTo: returnTo})
	})
}

// invited accepts invitations on the pages of signing in.
type invited struct{ members *account.Service }

// Invitation implements signin.Members.
func (i invited) Invitation(ctx context.Context, id gid.ID) (signin.Invitation, error) {
	offer, err := i.members.Offer(ctx, id)
	return signin.Invitation{Inviter: offer.Inviter, Account: offer.Account, Email: offer.Email, Greeting: offer.Greeting, LastDay: offer.LastDay}, err
}

// AcceptInvitation implements signin.Members.
func (i invited) AcceptInvitation(ctx context.Context, token string) error {
	_, err := i.members.AcceptInvitation(ctx, change.Request{Action: "acceptInvitation"}, token)
	return err
}

// AcceptAsNew implements signin.Members.
func (i invited) AcceptAsNew(ctx context.Context, token, name string) (gid.ID, error) {
	user, _, err := i.members.AcceptAsNew(ctx, token, name)
	return user, err
}
