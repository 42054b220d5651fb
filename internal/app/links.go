package app

import (
	"context"

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

// NewLink implements mail.Linker: nothing is sent for an invitation that waits for no answer any more, nor to an address that the
// subject has no longer.
func (l linker) NewLink(ctx context.Context, purpose vocabulary.LinkPurpose, subject gid.ID, address, messageID, returnTo string) (string, error) {
	var (
		token, to string
		err       error
	)
	if purpose == vocabulary.LinkPurposeInvitation {
		_, err = l.members.Offer(ctx, subject)
	}
	if err == nil {
		token, to, err = l.access.NewLink(ctx, purpose, subject, messageID, returnTo)
	}
	if fault.CodeOf(err) == account.LinkInvalid || err == nil && to != address {
		return "", mail.ErrNotWanted
	}
	return token, err
}

// readers finds who may sign in by a link.
type readers struct{ access *access.Service }

// Recipients implements mail.Recipients.
func (r readers) Recipients(ctx context.Context, address string) ([]mail.Recipient, error) {
	found, err := r.access.Addressees(ctx, address)
	if err != nil {
		return nil, err
	}
	all := make([]mail.Recipient, len(found))
	for i, a := range found {
		all[i] = mail.Recipient{Subject: a.Subject, UserName: a.UserName, Address: a.Address}
	}
	return all, nil
}

// mailer asks for links to sign in.
type mailer struct {
	outbox *mail.Outbox
	db     *store.Store
}

// SendSignInLink implements signin.LinkMailer.
func (m mailer) SendSignInLink(ctx context.Context, address, returnTo, browser string) error {
	return m.db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		return m.outbox.Enqueue(ctx, tx, mail.SignInLink{Address: address, ReturnTo: returnTo, Browser: browser})
	})
}

// invited accepts invitations on the pages of signing in.
type invited struct{ members *account.Service }

// Invitation implements signin.Members.
func (i invited) Invitation(ctx context.Context, id gid.ID) (signin.Invitation, error) {
	offer, err := i.members.Offer(ctx, id)
	return signin.Invitation{Inviter: offer.Inviter, Account: offer.Account, Email: offer.Email, Greeting: offer.Greeting, LastDay: offer.LastDay,
		Known: offer.Known}, err
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
