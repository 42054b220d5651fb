// Package signin is the way in for people and for tokens of identity providers: the pages on which people sign in and
// out and accept invitations, OpenID Connect, links sent by mail, the session cookie, and the credentials of requests.
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
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
)

// Options says how people come in. Access, Store and PublicURL are required.
type Options struct {
	Access Access
	// Members accepts invitations. Nil serves none.
	Members Members
	// Mailer sends links. Nil offers none.
	Mailer LinkMailer
	// Store keeps what is remembered of a way to a provider.
	Store *store.Store
	// Providers are the identity providers, in the order in which they are shown.
	Providers []Provider
	// PublicURL is the address under which browsers reach the server: https, or http on loopback, without a path.
	PublicURL string
	// Portal is how the pages call the server; "" is Muniment.
	Portal string
	// Demo are sample roles that anybody on the machine may take. Nil offers none.
	Demo []DemoUser
	// Log receives what went wrong; nil is silence. Secrets never stand in it.
	Log *slog.Logger
	// Now tells the time; nil is the clock of the machine.
	Now clock.Clock
	// TrustedProxies are those whose X-Forwarded-For is believed.
	TrustedProxies []netip.Prefix
}

// SignIn is the way in. It is safe for concurrent use.
type SignIn struct {
	access    Access
	members   Members
	mailer    LinkMailer
	db        *store.Store
	providers map[string]*provider
	order     []*provider
	portal    string
	demo      []DemoUser
	log       *slog.Logger
	now       clock.Clock
	trusted   []netip.Prefix
	spent     spent
}

// ErrPublicURL is returned by New for a public URL that cannot be one.
var ErrPublicURL = errors.New("the public URL is not an https address without a path (only loopback addresses may use http)")

// New makes the way in. It asks no provider for anything yet. It returns ErrPublicURL.
func New(options Options) (*SignIn, error) {
	public, err := url.Parse(options.PublicURL)
	if err != nil || !protected(public) || public.Path != "" && public.Path != "/" || public.RawQuery != "" || public.User != nil {
		return nil, ErrPublicURL
	}
	s := &SignIn{
		access: options.Access, members: options.Members, mailer: options.Mailer, db: options.Store,
		providers: map[string]*provider{}, portal: options.Portal, demo: options.Demo, log: options.Log, now: options.Now,
		trusted: options.TrustedProxies,
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
	// Each provider has an address of its own, so that the answer of one is never taken for that of another (RFC 9700, 4.4).
	callback := public.Scheme + "://" + public.Host + callbackPath + "/"
	for _, description := range options.Providers {
		p := newProvider(description, callback+description.Code, s.now)
		s.providers[p.Code] = p
		s.order = append(s.order, p)
	}
	s.spent = spent{now: s.now}
	return s, nil
}

// Close drops idle connections to providers.
func (s *SignIn) Close() {
	for _, p := range s.order {
		p.courier.next.CloseIdleConnections()
	}
}

// Routes adds the pages to a router, at its root.
func (s *SignIn) Routes(router chi.Router) {
	router.Group(func(r chi.Router) {
		r.Use(locate(s.trusted), s.guarded)
		r.Get("/sign-in", s.signIn)
		r.Get(stylesheetPath, s.stylesheet)
		r.Get(markPath, s.mark)
		r.Get("/signed-out", s.signedOut)
		r.Get("/sign-out", s.askSignOut)
		visits := s.limited(r, maxVisits, visitsWindow)
		forms := visits.With(s.ownForm)
		forms.Post("/sign-out", s.signOut)
		if len(s.order) > 0 {
			visits.Get("/sign-in/provider/{code}", s.toProvider)
			visits.Get(callbackPath+"/{code}", s.fromProvider)
			r.Get(callbackPath, s.callbackMoved)
			r.With(s.plainForm).Post("/sign-in/backchannel-logout/{code}", s.backchannelLogout)
		}
		if s.mailer != nil {
			s.limited(r, maxAsked, askedWindow).With(s.ownForm).Post("/sign-in/link", s.askLink)
			visits.Get(linkPath+"{token}", s.showLink)
			forms.Post(linkPath+"{token}", s.useLink)
		}
		if s.members != nil {
			visits.Get(invitationPath+"{token}", s.showInvitation)
			forms.Post(invitationPath+"{token}", s.acceptInvitation)
		}
		if len(s.demo) > 0 {
			forms.Post("/sign-in/demo", s.takeRole)
		}
	})
}

// Authenticate returns who sends a request: by the bearer token in its header, or else by its session cookie. It returns
// nil where there is no credential at all, and UNAUTHENTICATED for one that is not valid.
func (s *SignIn) Authenticate(r *http.Request) (*viewer.Viewer, error) {
	switch headers := r.Header.Values("Authorization"); len(headers) {
	case 0:
	case 1:
		scheme, token, _ := strings.Cut(headers[0], " ")
		token = strings.TrimSpace(token)
		if !strings.EqualFold(scheme, "Bearer") || token == "" || len(token) > maxToken {
			return nil, fault.New(change.Unauthenticated, "Authorization", "The header Authorization has no bearer token.",
				"Send it as: Authorization: Bearer TOKEN.")
		}
		who, err := s.access.Bearer(r.Context(), token)
		if errors.Is(err, access.ErrNotOurs) {
			return s.Bearer(r.Context(), token)
		}
		return who, err
	default:
		return nil, fault.New(change.Unauthenticated, "Authorization", "The request has the header Authorization twice.", "Send it once.")
	}
	switch cookies := r.CookiesNamed(sessionCookie); len(cookies) {
	case 0:
		return nil, nil
	case 1:
		return s.access.Session(r.Context(), cookies[0].Value)
	}
	return nil, notSignedIn()
}

// signedIn returns the viewer of the browser's session, or nil where nobody is signed in (any more).
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

// enter begins a session in the browser.
func (s *SignIn) enter(w http.ResponseWriter, r *http.Request, session access.NewSession, returnTo string) {
	session.UserAgent, session.Address = plain(r.UserAgent(), maxUserAgent), clientAddress(r)
	token, _, err := s.access.Begin(r.Context(), session)
	if err != nil {
		s.fail(w, r, fmt.Errorf("begin a session: %w", err))
		return
	}
	s.entered(w, r, token, returnTo)
}

// entered gives the browser the session that has begun, and ends the one that it was in: a cookie from before is worth nothing
// afterwards, whoever put it there.
func (s *SignIn) entered(w http.ResponseWriter, r *http.Request, token, returnTo string) {
	if old := Cookie(r); old != "" {
		if err := s.access.SignOut(context.WithoutCancel(r.Context()), old); err != nil && fault.CodeOf(err) != change.Unauthenticated {
			s.log.WarnContext(r.Context(), "the session before could not be ended", "error", err)
		}
	}
	setCookie(w, sessionCookie, token, 0)
	if known, err := s.access.RememberBrowser(r.Context(), token, one(r, knownCookie)); err != nil {
		s.log.WarnContext(r.Context(), "the browser could not be remembered", "error", err)
	} else {
		setCookie(w, knownCookie, known, access.BrowserLife)
	}
	http.Redirect(w, r, pathHere(returnTo), http.StatusSeeOther)
}

// callbackPath is where providers send browsers back, each to its own code below it.
const callbackPath = "/sign-in/callback"

// maxUserAgent is in bytes.
const maxUserAgent = 300
