package signin

import (
	"context"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Access stores sessions, keys, links and identities. Errors that are meant for the user are faults.
type Access interface {
	// Session returns the viewer of a session, or UNAUTHENTICATED.
	Session(ctx context.Context, token string) (*viewer.Viewer, error)
	// Bearer returns the viewer of a key or a widget token, or UNAUTHENTICATED, or access.ErrNotOurs for another kind
	// of token.
	Bearer(ctx context.Context, token string) (*viewer.Viewer, error)
	// NewPlaygroundToken returns a token with which the playground may send the text of documents in a session, and
	// when it expires, or UNAUTHENTICATED.
	NewPlaygroundToken(ctx context.Context, session string) (token string, expires clock.Instant, err error)
	// Playground returns the viewer of a session by its token of the playground, or UNAUTHENTICATED.
	Playground(ctx context.Context, session, token string) (*viewer.Viewer, error)
	// ForSubject returns the viewer of a provider's access token that has been verified, or UNAUTHENTICATED, or
	// PROVIDER_REQUIRED.
	ForSubject(ctx context.Context, provider, issuer, subject string, scopes vocabulary.KeyScopeSet) (
		*viewer.Viewer, error)
	// Begin begins a session and returns its token.
	Begin(ctx context.Context, session access.NewSession) (token string, id gid.ID, err error)
	// SignOut ends a session. It is no error if the session has already ended.
	SignOut(ctx context.Context, token string) error
	// EndAtProvider ends the session with the provider's session id or, if that is "", all sessions of the provider's
	// subject. It returns the number of sessions.
	EndAtProvider(ctx context.Context, provider, session, subject string) (int, error)
	// PeekArrival returns who would be signed in by a link, without using it, or LINK_INVALID, NOT_KNOWN or
	// PROVIDER_REQUIRED.
	PeekArrival(ctx context.Context, link string) (access.Arrival, error)
	// BeginByLink uses a link, which is possible once, and begins a session of its user.
	BeginByLink(ctx context.Context, link string, session access.NewSession) (token, returnTo string, err error)
	// RememberBrowser returns a new token by which the browser of a session is recognized, and invalidates its
	// previous one.
	RememberBrowser(ctx context.Context, session, known string) (token string, err error)
	// KnownBrowser returns a name for a browser in which the user with the address has signed in before, or "".
	KnownBrowser(ctx context.Context, known, address string) (string, error)
	// PeekLink returns what a valid link is for, without using it.
	PeekLink(ctx context.Context, token string) (purpose vocabulary.LinkPurpose, subject gid.ID, returnTo string,
		err error)
	// Identify returns the user for a provider's claims, and the address for which the provider is trusted, or "".
	Identify(ctx context.Context, claims access.Claims) (user gid.ID, proven string, err error)
}

var _ Access = (*access.Service)(nil)

// Members accepts invitations, and shows access and requests for it. Errors that are meant for the user are
// faults.
type Members interface {
	// Invitation returns a pending invitation.
	Invitation(ctx context.Context, invitation gid.ID) (Invitation, error)
	// AcceptInvitation accepts the invitation of a link's token for the viewer in the context, and returns its
	// account.
	AcceptInvitation(ctx context.Context, token string) (account gid.ID, err error)
	// AcceptAsNew creates a user with the invited address, which the link has proven, and accepts the invitation for
	// the user. It returns SIGN_IN_REQUIRED if a user with the address exists.
	AcceptAsNew(ctx context.Context, token, name string) (user, account gid.ID, err error)
	// Memberships returns the memberships in force of the viewer in the context.
	Memberships(ctx context.Context) ([]Membership, error)
	// Requests returns the requests for access of the viewer in the context that are open or were decided lately.
	Requests(ctx context.Context) ([]Request, error)
	// AccessRequest returns the account of an access request, and whether the request is open, for who may see it; for
	// others NOT_FOUND, in the same words whether it exists or not.
	AccessRequest(ctx context.Context, request gid.ID) (account gid.ID, open bool, err error)
}

// Invitation is what is shown of an invitation before it is accepted.
type Invitation struct {
	// Inviter is the name of the person who invites; "" if unknown. Account is the name of the account.
	Inviter, Account string
	// Email is the invited address, and Greeting a text by the inviter, which may be empty.
	Email, Greeting string
	// Access is what the person would get.
	Access AccessWords
	// LastDay is the last day on which the invitation can be accepted.
	LastDay day.Day
	// Known says that a user with the address exists, who has to sign in to accept.
	Known bool
}

// LinkMailer sends sign-in links. It reveals neither whether the address is known, which is looked up later, nor
// whether its limit of mails is reached. browser is the name of a known browser, which has a limit of its own; "" for
// any other browser.
type LinkMailer interface {
	SendSignInLink(ctx context.Context, address, returnTo, browser string) error
}
