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

// linker creates the links in mails.
type linker struct {
	access  *access.Service
	members *account.Service
}

// NewLink implements mail.Linker. It returns mail.ErrNotWanted for an invitation that can no longer be accepted, and
// if the subject no longer has the address.
func (l linker) NewLink(ctx context.Context, purpose vocabulary.LinkPurpose, subject gid.ID, address, messageID,
	returnTo string) (string, error) {
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

// recipients finds the recipients of sign-in links.
type recipients struct{ access *access.Service }

// Recipients implements mail.Recipients.
func (r recipients) Recipients(ctx context.Context, address string) ([]mail.Recipient, error) {
	found, err := r.access.Addressees(ctx, address)
	if err != nil {
		return nil, err
	}
	all := make([]mail.Recipient, len(found))
	for i, a := range found {
		all[i] = mail.Recipient{Subject: a.Subject, UserName: a.UserName, Address: a.Address,
			Language: a.Language}
	}
	return all, nil
}

// mailer enqueues mails with sign-in links.
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

// members manages members for the pages.
type members struct{ service *account.Service }

// Invitation implements signin.Members.
func (i members) Invitation(ctx context.Context, id gid.ID) (signin.Invitation, error) {
	offer, err := i.service.Offer(ctx, id)
	return signin.Invitation{Inviter: offer.Inviter, Account: offer.Account, Email: offer.Email,
		Greeting: offer.Greeting, Access: signin.AccessWords(offer.Access), LastDay: offer.LastDay,
		Known: offer.Known}, err
}

// Memberships implements signin.Members.
func (i members) Memberships(ctx context.Context) ([]signin.Membership, error) {
	own, err := i.service.OwnMemberships(ctx)
	if err != nil {
		return nil, err
	}
	all := make([]signin.Membership, len(own))
	for n, m := range own {
		all[n] = signin.Membership{Account: m.Account, Access: signin.AccessWords(m.Access)}
	}
	return all, nil
}

// Requests implements signin.Members.
func (i members) Requests(ctx context.Context) ([]signin.Request, error) {
	own, err := i.service.OwnRequests(ctx)
	if err != nil {
		return nil, err
	}
	all := make([]signin.Request, len(own))
	for n, r := range own {
		all[n] = signin.Request{For: r.For, Outside: r.Outside,
			Open:    r.State == vocabulary.AccessRequestStateOpen,
			Granted: r.State == vocabulary.AccessRequestStateGranted, Answer: r.Answer, AskedOn: r.AskedOn}
	}
	return all, nil
}

// AcceptInvitation implements signin.Members.
func (i members) AcceptInvitation(ctx context.Context, token string) (gid.ID, error) {
	outcome, err := i.service.AcceptInvitation(ctx, change.Request{Action: "acceptInvitation"}, token)
	if err != nil {
		return 0, err
	}
	return i.service.AccountOf(ctx, outcome.IDs[0])
}

// AcceptAsNew implements signin.Members.
func (i members) AcceptAsNew(ctx context.Context, token, name string) (user, account gid.ID, err error) {
	user, membership, err := i.service.AcceptAsNew(ctx, token, name)
	if err != nil {
		return 0, 0, err
	}
	account, err = i.service.AccountOf(ctx, membership)
	return user, account, err
}

// AccessRequest implements signin.Members.
func (i members) AccessRequest(ctx context.Context, id gid.ID) (account gid.ID, open bool, err error) {
	return i.service.AccountOfRequest(ctx, id)
}
