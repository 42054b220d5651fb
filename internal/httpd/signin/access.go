package signin

import (
	"context"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Access keeps sessions, keys, links and identities. Its refusals are faults.
type Access interface {
	// Session returns the viewer of a session, or UNAUTHENTICATED.
	Session(ctx context.Context, token string) (*viewer.Viewer, error)
	// Bearer returns the viewer of a key or a widget token, or UNAUTHENTICATED, or access.ErrNotOurs for another kind of token.
	Bearer(ctx context.Context, token string) (*viewer.Viewer, error)
	// ForSubject returns the viewer of an access token of a provider that was verified, or UNAUTHENTICATED, or PROVIDER_REQUIRED.
	ForSubject(ctx context.Context, provider, issuer, subject string, scopes vocabulary.KeyScopeSet) (*viewer.Viewer, error)
	// Begin begins a session and returns its token.
	Begin(ctx context.Context, session access.NewSession) (token string, id gid.ID, err error)
	// SignOut ends a session. One that has ended already is no error.
	SignOut(ctx context.Context, token string) error
	// EndAtProvider ends the sessions that a provider knows by a name of its own, or else all of one of its users, and
	// returns how many.
	EndAtProvider(ctx context.Context, provider, session, subject string) (int, error)
	// PeekArrival tells whom a link signs in, or LINK_INVALID, NOT_KNOWN or PROVIDER_REQUIRED, and does not use it.
	PeekArrival(ctx context.Context, link string) (access.Arrival, error)
	// BeginByLink uses a link, once, and begins the session of whom it is for.
	BeginByLink(ctx context.Context, link string, session access.NewSession) (token, returnTo string, err error)
	// RememberBrowser returns the token by which a browser is known in which a session began, and forgets the one before.
	RememberBrowser(ctx context.Context, session, known string) (token string, err error)
	// KnownBrowser names the browser in which the user of an address has signed in before; "" is every other one.
	KnownBrowser(ctx context.Context, known, address string) (string, error)
	// PeekLink tells what a link is for that could be used, and does not use it.
	PeekLink(ctx context.Context, token string) (purpose vocabulary.LinkPurpose, subject gid.ID, returnTo string, err error)
	// Identify returns the user whom a provider has proven, and the address that it is believed about, or "".
	Identify(ctx context.Context, claims access.Claims) (user gid.ID, proven string, err error)
}

var _ Access = (*access.Service)(nil)

// Members accepts invitations. Its refusals are faults.
type Members interface {
	// Invitation tells what an invitation that waits asks for.
	Invitation(ctx context.Context, invitation gid.ID) (Invitation, error)
	// AcceptInvitation accepts with the token of a link, for the viewer in the context.
	AcceptInvitation(ctx context.Context, token string) error
	// AcceptAsNew makes a user with the address that was invited, and accepts for them. The link has proven the address. It
	// returns SIGN_IN_REQUIRED if there is such a user already.
	AcceptAsNew(ctx context.Context, token, name string) (gid.ID, error)
}

// Invitation is what somebody sees of an invitation before accepting it.
type Invitation struct {
	// Inviter is who invites; "" where that is not known any more. Account is the name of the account.
	Inviter, Account string
	// Email is the address that was invited, and Greeting a few words to them; may be empty.
	Email, Greeting string
	// LastDay is the last day on which it can be accepted.
	LastDay day.Day
	// Known says that a user has the address, who has to sign in to accept.
	Known bool
}

// LinkMailer sends links to sign in. It does not tell whether anybody has the address: that is looked up later. Nor does it tell
// whether the address has had as many as it may get. browser is the name of a known browser, which may ask for links of its own;
// "" is every other one.
type LinkMailer interface {
	SendSignInLink(ctx context.Context, address, returnTo, browser string) error
}
