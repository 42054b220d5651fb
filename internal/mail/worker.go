package mail

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/job"
	"github.com/muniment/muniment/internal/portalpath"
	"github.com/muniment/muniment/internal/vocabulary"
)

// The paths under the public URL to which mails link. The first two are followed by the token of the link.
const (
	SignInPath     = "sign-in/link"
	InvitationPath = "invitation"
	// AccessRequestPath is followed by the id of a request, and leads to the requests of its account. A mail links to
	// it if it does not say which account that is.
	AccessRequestPath = "access-requests"
	// HomePath is the path of the page on which people see their own access and their requests.
	HomePath = "home"
)

var (
	// ErrNotWanted is returned by a Linker when there is nothing to link to any more, such as an invitation that was
	// taken back. The mail is then not sent.
	ErrNotWanted = errors.New("the e-mail is no longer wanted")
	// ErrPublicURL is returned for a public URL that no link can be made from.
	ErrPublicURL = errors.New(
		"the public URL must be http:// or https:// with a host, without user, query and fragment")
)

// Linker creates the secret of a link when a mail is sent, so that no secret is stored in the job. Following the link
// proves the address to which the mail goes: if the subject has another address by now, the mail is obsolete. NewLink
// is called again for each attempt to send, with the same message id, so that using the link in one copy of a mail
// uses up all copies. It returns ErrNotWanted, or an error whose text may be logged.
type Linker interface {
	NewLink(ctx context.Context, purpose vocabulary.LinkPurpose, subject gid.ID, address, messageID,
		returnTo string) (token string, err error)
}

// Recipient is a recipient of a sign-in link.
type Recipient struct {
	// Subject is the user whom the link signs in, or the directory record that expects a person.
	Subject gid.ID
	// UserName distinguishes the links of several users with one address.
	UserName string
	// Address is the stored address of the subject. The mail never goes to the address that was typed, which may only
	// look alike.
	Address string
	// Language is the language that the user chose; English if it is empty.
	Language vocabulary.Language
}

// Recipients returns who may sign in by a link to an address that somebody typed. An empty result is no error.
type Recipients interface {
	Recipients(ctx context.Context, address string) ([]Recipient, error)
}

// Options configure a worker. All fields but Clock are required.
type Options struct {
	Delivery   Delivery
	Linker     Linker
	Recipients Recipients
	// PublicURL is the URL of this server, such as https://licenses.example.com.
	PublicURL string
	From      Sender
	// Clock dates the mails; nil is the clock of the machine.
	Clock clock.Clock
}

// Worker sends the mails of an outbox.
type Worker struct {
	options Options
	public  *url.URL
}

// NewWorker returns a worker. It returns ErrPublicURL or ErrAddress for invalid options.
func NewWorker(options Options) (*Worker, error) {
	public, err := url.Parse(options.PublicURL)
	if err != nil || public.Host == "" || public.Scheme != "http" && public.Scheme != "https" ||
		public.User != nil || public.RawQuery != "" || public.Fragment != "" {
		return nil, ErrPublicURL
	}
	if err := options.From.check(); err != nil {
		return nil, err
	}
	if options.Clock == nil {
		options.Clock = clock.System
	}
	return &Worker{options: options, public: public}, nil
}

// Register registers the worker for mail jobs.
func (w *Worker) Register(workers *job.Workers) { job.Register(workers, w.send) }

// Leave leaves mail jobs in the queue for another process that can send them.
func Leave(workers *job.Workers) { job.Leave[envelope](workers) }

// people is the address of the people of an account in the portal, with what its screen is to show.
func (w *Worker) people(account gid.ID, search url.Values) string {
	address := w.public.JoinPath(portalpath.People(account))
	address.RawQuery = search.Encode()
	return address.String()
}

// send renders and delivers one mail, or one for each user if several may sign in. Sending it twice is harmless,
// because the message id is the same.
func (w *Worker) send(ctx context.Context, e envelope) error {
	message, err := e.open()
	if err != nil {
		return err
	}
	v := view{Portal: cmp.Or(w.options.From.Name, w.public.Host), PortalURL: w.public.String(),
		Language: message.language(), Message: message.tidied()}
	switch m := message.(type) {
	case Invitation:
		v.Link, err = w.link(ctx, e.MessageID, InvitationPath, vocabulary.LinkPurposeInvitation, m.Invitation, m.To,
			"")
		if errors.Is(err, ErrNotWanted) {
			return nil
		}
		if err != nil {
			return err
		}
		return w.deliver(ctx, e.MessageID, m.To, v)
	case SignInLink:
		return w.sendSignInLinks(ctx, e.MessageID, m, v)
	case AccessRequest:
		v.Link = w.public.JoinPath(AccessRequestPath, m.Request.String()).String()
		if m.Of != 0 {
			v.Link = w.people(m.Of, url.Values{"tab": {"requests"}})
		}
		return w.deliver(ctx, e.MessageID, m.To, v)
	case AdministratorAdded:
		v.Link = v.PortalURL
		if m.Of != 0 {
			v.Link = w.people(m.Of, url.Values{"role": {string(vocabulary.RoleAccountAdministrator)}})
		}
		return w.deliver(ctx, e.MessageID, m.To, v)
	case AccessDecision:
		v.Link = w.public.JoinPath(HomePath).String()
		return w.deliver(ctx, e.MessageID, m.To, v)
	case MembershipEnded, KeyCreated, AddressChanged, DomainFailing, ActivationIDs:
		return w.deliver(ctx, e.MessageID, message.recipient(), v)
	}
	return fmt.Errorf("messages of type %s cannot be sent", e.Type)
}

func (w *Worker) sendSignInLinks(ctx context.Context, messageID string, m SignInLink, v view) error {
	recipients, err := w.options.Recipients.Recipients(ctx, m.Address)
	if err != nil {
		return fmt.Errorf("find who may sign in: %w", err)
	}
	slices.SortFunc(recipients, func(a, b Recipient) int { return cmp.Compare(a.Subject, b.Subject) })
	for _, recipient := range recipients {
		if checkAddress(recipient.Address) != nil {
			continue
		}
		id := messageID
		if len(recipients) > 1 {
			id = strings.ToLower(recipient.Subject.String()) + "." + messageID
		}
		v.Link, err = w.link(
			ctx, id, SignInPath, vocabulary.LinkPurposeSignIn, recipient.Subject, recipient.Address, m.ReturnTo)
		if errors.Is(err, ErrNotWanted) {
			continue
		}
		if err != nil {
			return err
		}
		v.UserName, v.Language = oneLine(recipient.UserName), recipient.Language
		if err := w.deliver(ctx, id, recipient.Address, v); err != nil {
			return err
		}
	}
	return nil
}

func (w *Worker) link(
	ctx context.Context, messageID, path string, purpose vocabulary.LinkPurpose, subject gid.ID, address,
	returnTo string,
) (string, error) {
	token, err := w.options.Linker.NewLink(ctx, purpose, subject, address, messageID, returnTo)
	if err != nil {
		return "", fmt.Errorf("make a link: %w", err)
	}
	return w.public.JoinPath(path, url.PathEscape(token)).String(), nil
}

func (w *Worker) deliver(ctx context.Context, messageID, to string, v view) error {
	letter, err := render(v)
	if err != nil {
		return job.Permanent(fmt.Errorf("mail %s: %w", messageID, err))
	}
	letter.MessageID, letter.From, letter.To, letter.Date = messageID, w.options.From, to, w.options.Clock()
	err = w.options.Delivery.Deliver(ctx, letter)
	if err != nil {
		err = fmt.Errorf("mail %s: %w", messageID, err)
	}
	if errors.Is(err, ErrRefused) || errors.Is(err, ErrAddress) {
		return job.Permanent(err)
	}
	return err
}
