// Package signin authenticates people and requests: the pages on which people sign in and out and accept invitations,
// OpenID Connect, links sent by mail, the session cookie, and access tokens of identity providers.
package signin

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/netip"
	"net/url"
	"strings"

	"github.com/go-chi/chi/v5"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/origin"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
)

// Options configure a SignIn. Access, Store and PublicURL are required.
type Options struct {
	Access Access
	// Members accepts invitations and shows access. Nil disables the pages of customers.
	Members Members
	// Setup returns what the server has been given so far, for the sign-in page. Nil shows nothing of it.
	Setup func(context.Context) (access.Setup, error)
	// Machine is what people on the machine of the server are told about it.
	Machine Machine
	// Mailer sends sign-in links. Nil disables them.
	Mailer LinkMailer
	// Store holds the attempts to sign in at a provider.
	Store *store.Store
	// Providers are the identity providers, in the order in which they are shown.
	Providers []Provider
	// PublicURL is the URL under which browsers reach the server: https, or http on loopback, without a path.
	PublicURL string
	// Portal is the displayed name of the server; "" stands for Muniment.
	Portal string
	// Demo are sample users as whom anybody on the machine may sign in. Nil disables them.
	Demo []DemoUser
	// Log receives failures, without secrets. Nil discards them.
	Log *slog.Logger
	// Now is the clock; nil is the clock of the machine.
	Now clock.Clock
	// TrustedProxies are the proxies whose X-Forwarded-For header is trusted.
	TrustedProxies []netip.Prefix
}

// Machine is what only people on the machine of the server are told, and only if its public URL is a loopback address.
// To others it would tell about the inside of the machine.
type Machine struct {
	// Database is the flag with which commands use the database of the server, quoted for a shell. It has no password.
	Database string
	// PasswordMissing says that the commands need the password of the database, too.
	PasswordMissing bool
	// Outbox is the directory to which mails are written; "" if they are sent.
	Outbox string
}

// SignIn serves the sign-in pages and authenticates requests. It is safe for concurrent use.
type SignIn struct {
	access    Access
	members   Members
	mailer    LinkMailer
	setup     func(context.Context) (access.Setup, error)
	machine   *Machine // nil unless the public URL is a loopback address
	db        *store.Store
	providers map[string]*provider
	order     []*provider
	public    *url.URL
	portal    string
	demo      []DemoUser
	log       *slog.Logger
	now       clock.Clock
	trusted   []netip.Prefix
	spent     usedTokens
}

// ErrPublicURL is returned for a public URL that cannot be one.
var ErrPublicURL = errors.New("the public URL is not an https address without user, path, query and fragment " +
	"(only loopback addresses may use http)")

// CanonicalPublicURL returns a public URL in the form in which browsers send it, without a slash at its end. It returns
// origin.ErrHost for a host that no browser can reach, and ErrPublicURL for any other URL that cannot be one.
func CanonicalPublicURL(text string) (*url.URL, error) {
	address, err := url.Parse(text)
	if err != nil || !protected(address) || address.Path != "" && address.Path != "/" || address.RawQuery != "" ||
		address.User != nil || strings.ContainsAny(text, "?#") {
		return nil, ErrPublicURL
	}
	canonical, err := origin.Canonical(address)
	if err != nil {
		return nil, err
	}
	canonical.Path, canonical.RawPath = "", ""
	return canonical, nil
}

// New returns a SignIn. It does not contact any provider yet. It returns ErrPublicURL for an invalid public URL.
func New(options Options) (*SignIn, error) {
	public, err := CanonicalPublicURL(options.PublicURL)
	if errors.Is(err, origin.ErrHost) {
		return nil, fmt.Errorf("%w: %w", ErrPublicURL, err)
	}
	if err != nil {
		return nil, err
	}
	s := &SignIn{
		access: options.Access, members: options.Members, mailer: options.Mailer, db: options.Store,
		setup:     options.Setup,
		providers: map[string]*provider{}, portal: options.Portal, demo: options.Demo, log: options.Log,
		now:     options.Now,
		public:  public,
		trusted: options.TrustedProxies,
	}
	if origin.Loopback(public.Host) {
		s.machine = &options.Machine
	}
	if s.portal == "" {
		s.portal = "Muniment"
	}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	if s.now == nil {
		s.now = clock.System
	}
	// Each provider has its own callback URL, which prevents mix-up attacks (RFC 9700, section 4.4).
	callback := public.Scheme + "://" + public.Host + callbackPath + "/"
	for _, description := range options.Providers {
		p := newProvider(description, callback+description.Code, s.now)
		s.providers[p.Code] = p
		s.order = append(s.order, p)
	}
	s.spent = usedTokens{now: s.now}
	return s, nil
}

// Close closes idle connections to providers.
func (s *SignIn) Close() {
	for _, p := range s.order {
		p.transport.next.CloseIdleConnections()
	}
}

// Routes adds the routes of the pages to a router, at its root.
func (s *SignIn) Routes(router chi.Router) {
	router.Group(func(r chi.Router) {
		r.Use(clientIP(s.trusted), securityHeaders)
		r.Get("/sign-in", s.signIn)
		r.Get(stylesheetPath, s.stylesheet)
		r.Get(markPath, s.mark)
		r.Get("/signed-out", s.signedOut)
		r.Get("/sign-out", s.confirmSignOut)
		visits := s.limited(r, maxVisits, visitsWindow)
		forms := visits.With(s.ownForm)
		forms.Post("/sign-out", s.signOut)
		if len(s.order) > 0 {
			visits.Get("/sign-in/provider/{code}", s.redirectToProvider)
			visits.Get(callbackPath+"/{code}", s.callback)
			r.Get(callbackPath, s.callbackMoved)
			r.With(s.plainForm).Post("/sign-in/backchannel-logout/{code}", s.backchannelLogout)
		}
		if s.mailer != nil {
			s.limited(r, maxAsked, askedWindow).With(s.ownForm).Post("/sign-in/link", s.requestLink)
			visits.Get(linkPath+"{token}", s.showLink)
			forms.Post(linkPath+"{token}", s.useLink)
		}
		r.Get("/", s.root)
		if s.members != nil {
			r.Get(homePath, s.home)
			visits.Get(invitationPath+"{token}", s.showInvitation)
			forms.Post(invitationPath+"{token}", s.acceptInvitation)
			r.Get(accessRequestPath+"{id}", s.accessRequestMoved)
			r.Get(membersPath+"{id}", s.membersMoved)
		}
		if len(s.demo) > 0 {
			forms.Post("/sign-in/demo", s.signInAsDemo)
		}
	})
}

// Authenticate returns the viewer of a request by its bearer token, or else by its session cookie. A token of the
// playground is valid only beside the cookie of its session. It returns nil if there is no credential, and
// UNAUTHENTICATED for an invalid one.
func (s *SignIn) Authenticate(r *http.Request) (*viewer.Viewer, error) {
	switch headers := r.Header.Values("Authorization"); len(headers) {
	case 0:
	case 1:
		scheme, token, _ := strings.Cut(headers[0], " ")
		token = strings.TrimSpace(token)
		if !strings.EqualFold(scheme, "Bearer") || token == "" || len(token) > maxToken {
			return nil, fault.New(change.Unauthenticated, "Authorization",
				"The header Authorization has no bearer token.",
				"Send it as: Authorization: Bearer TOKEN.")
		}
		if access.IsPlaygroundToken(token) {
			return s.access.Playground(r.Context(), Cookie(r), token)
		}
		who, err := s.access.Bearer(r.Context(), token)
		if errors.Is(err, access.ErrNotOurs) {
			return s.Bearer(r.Context(), token)
		}
		return who, err
	default:
		return nil, fault.New(change.Unauthenticated, "Authorization",
			"The request has the header Authorization twice.", "Send it once.")
	}
	switch cookies := r.CookiesNamed(sessionCookie); len(cookies) {
	case 0:
		return nil, nil
	case 1:
		return s.access.Session(r.Context(), cookies[0].Value)
	}
	return nil, notSignedIn()
}

// NewPlaygroundToken returns a token of the playground for the session of a request, and when it expires, or
// UNAUTHENTICATED.
func (s *SignIn) NewPlaygroundToken(r *http.Request) (string, clock.Instant, error) {
	return s.access.NewPlaygroundToken(r.Context(), Cookie(r))
}

// signedIn returns the viewer of the browser's session, or nil if there is no valid session.
func (s *SignIn) signedIn(r *http.Request) (*viewer.Viewer, error) {
	token := Cookie(r)
	if token == "" {
		return nil, nil
	}
	who, err := s.access.Session(r.Context(), token)
	if fault.CodeOf(err) == change.Unauthenticated {
		return nil, nil
	}
	return who, err
}

// enter begins a session, and sends its cookie to the browser.
func (s *SignIn) enter(w http.ResponseWriter, r *http.Request, session access.NewSession, returnTo string) {
	session.UserAgent, session.Address = printable(r.UserAgent(), maxUserAgent), clientAddress(r)
	token, _, err := s.access.Begin(r.Context(), session)
	if err != nil {
		s.fail(w, r, fmt.Errorf("begin a session: %w", err))
		return
	}
	s.finishSignIn(w, r, token, returnTo)
}

// finishSignIn sends the cookie of a new session to the browser, and ends the browser's previous session: its cookie
// must be invalid from now on, whoever set it (session fixation).
func (s *SignIn) finishSignIn(w http.ResponseWriter, r *http.Request, token, returnTo string) {
	if old := Cookie(r); old != "" {
		if err := s.access.SignOut(context.WithoutCancel(r.Context()), old); err != nil &&
			fault.CodeOf(err) != change.Unauthenticated {
			s.log.WarnContext(r.Context(), "the session before could not be ended", "error", err)
		}
	}
	setCookie(w, sessionCookie, token, 0)
	if known, err := s.access.RememberBrowser(r.Context(), token, singleCookie(r, knownCookie)); err != nil {
		s.log.WarnContext(r.Context(), "the browser could not be remembered", "error", err)
	} else {
		setCookie(w, knownCookie, known, access.BrowserLife)
	}
	http.Redirect(w, r, localPath(returnTo), http.StatusSeeOther)
}

// callbackPath is the path of the callback URLs, followed by the provider's code.
const callbackPath = "/sign-in/callback"

// maxUserAgent limits the User-Agent, in bytes.
const maxUserAgent = 300
