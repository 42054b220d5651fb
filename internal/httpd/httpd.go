// Package httpd serves HTTP: the GraphQL transport with its limits, health checks, the playground, and protection
// against foreign hosts and origins. It executes operations of clients only through gqlgen's ExecutableSchema. Of
// package graph it takes the contract for checks of documents that are registered, and for exports what reads a whole
// list at one moment.
package httpd

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/go-chi/chi/v5"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/httpd/scim"
	"github.com/muniment/muniment/internal/portalpath"
)

// Options configure a handler. Only Schema is required.
type Options struct {
	// Schema executes GraphQL operations.
	Schema graphql.ExecutableSchema
	// Documents returns the text of a trusted document by its SHA-256 in hexadecimal, which clients may send in place
	// of the text, and sessions must. Nil knows none.
	Documents func(ctx context.Context, hash string) (text string, found bool, err error)
	// Authenticate returns the viewer of a request. If it is nil, every request that needs a viewer is refused.
	Authenticate Authenticate
	// PublicURL is the URL of the server for other machines; nil if only its own machine uses it.
	PublicURL *url.URL
	// SignIn adds the routes of the sign-in pages. Nil adds none.
	SignIn func(chi.Router)
	// ErrorPage shows refusals to people who open an address in a browser. Nil answers them like programs.
	ErrorPage ErrorPage
	// Provisioning serves SCIM under /scim/v2 for customers' directories. Nil serves nothing there.
	Provisioning http.Handler
	// Exports are handlers of downloads by the last segment of their path under /export/. Their query strings are
	// UTF-8.
	Exports map[string]http.HandlerFunc
	// Ready reports whether operations can be processed. A fault in the chain of its error is shown as the reason. Nil
	// stands for always ready.
	Ready func(context.Context) error
	// Log receives one line for each request and one for each failure of the server. Nil discards them.
	Log *slog.Logger
	// Observe is told the status and the duration of each request; may be nil.
	Observe func(status int, took time.Duration)
	// Playground is served at /playground/, to which / redirects without SignIn. Nil serves none.
	Playground http.Handler
	// Widgets serves the scripts of the widgets below /widgets/, for pages of every site. Nil serves none.
	Widgets http.Handler
	// NewPlaygroundToken exchanges the session of a request for a token of the playground. Nil gives none.
	NewPlaygroundToken NewPlaygroundToken
	// Portal makes the handler that is served at and below portalpath.Root and portalpath.Console, and its files
	// below /assets/. With ask it runs trusted documents for the viewer in a context; ask returns nil for one with
	// errors. Nil serves no portal.
	Portal func(ask func(ctx context.Context, hash string, variables map[string]any) json.RawMessage) http.Handler
	// Client returns the network address of a client in the form in which failures are counted. Nil uses RemoteAddr.
	Client func(*http.Request) string
	// FailedCredentials is how many keys and tokens from one client may fail within five minutes; 0 is no limit.
	FailedCredentials int
	// KeyRequests is how many requests one API key may send per minute; 0 is no limit.
	KeyRequests int
	// Now is the clock of the rate limits; nil is the clock of the machine.
	Now clock.Clock
	// Deadline limits the duration of an operation; 0 stands for DefaultDeadline.
	Deadline time.Duration
}

// graphqlPath is the path of the GraphQL API.
const graphqlPath = "/graphql"

// DefaultDeadline is the deadline of an operation if Options sets none.
const DefaultDeadline = 5 * time.Second

// New returns the handler of the whole server. It answers only if the Host is the public name or a loopback name
// (127.0.0.1, localhost, [::1]) with any port, so a test that calls it without a listener must set the request's Host.
func New(options Options) http.Handler {
	if options.Log == nil {
		options.Log = slog.New(slog.DiscardHandler)
	}
	if options.Deadline == 0 {
		options.Deadline = DefaultDeadline
	}
	if options.Now == nil {
		options.Now = clock.System
	}
	own := newOwnNames(options.PublicURL)
	router := chi.NewRouter()
	router.Use(assignRequestID, logRequests(options.Log, options.Observe), errorPages(options.ErrorPage, own),
		recoverer(options.Log), setSecurityHeaders, headAsGet)
	router.NotFound(NotFound)
	router.MethodNotAllowed(noSuchMethod(router))

	if options.Widgets != nil {
		// Scripts are no secret, so that no credential and no deadline matters.
		router.With(own.ownHost).Method(http.MethodGet, "/widgets/*", options.Widgets)
	}
	router.Get("/livez", live)
	router.Get("/readyz", ready(options.Ready, options.Log))
	router.Group(func(router chi.Router) {
		router.Use(own.ownHost, authenticate(options))
		operations := newGraphQL(options)
		answers := router.With(compressed())
		for _, method := range operationMethods {
			answers.With(widgetCORS(), requireAuth, own.fromOwnPages, sameViewer, deadline(options.Deadline)).
				Method(method, graphqlPath, operations)
		}
		for name, export := range options.Exports {
			answers.With(requireAuth, own.fromOwnPages, sameViewer, noWidgets, readableQuery).
				Get("/export/"+name, export)
		}
		if options.Provisioning != nil {
			router.With(requireAuth, deadline(options.Deadline)).Mount(scim.Path, options.Provisioning)
		}
		if options.Portal != nil {
			portal := options.Portal(inside(operations))
			router.Method(http.MethodGet, "/assets/*", portal)
			for _, root := range []string{portalpath.Root, portalpath.Console} {
				router.With(signedIn).Method(http.MethodGet, root, portal)
				router.With(signedIn).Method(http.MethodGet, root+"/*", portal)
			}
		}
		if options.Playground != nil {
			if options.SignIn == nil {
				router.Get("/", http.RedirectHandler("/playground/", http.StatusSeeOther).ServeHTTP)
			}
			if options.NewPlaygroundToken != nil {
				router.With(requireAuth, own.fromOwnPages, sameViewer, deadline(options.Deadline)).
					Post(playgroundTokenPath, givePlaygroundToken(options.NewPlaygroundToken, options.Log))
			}
			router.With(signedIn).Get("/playground", options.Playground.ServeHTTP)
			router.With(signedIn).Get("/playground/", options.Playground.ServeHTTP)
			router.Get("/playground/*", options.Playground.ServeHTTP) // files, which are no secret
		}
	})
	if options.SignIn != nil {
		router.Group(func(router chi.Router) {
			router.Use(own.ownHost)
			options.SignIn(router)
		})
	}
	return router
}

func deadline(limit time.Duration) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			ctx, cancel := context.WithTimeout(r.Context(), limit)
			defer cancel()
			next.ServeHTTP(w, r.WithContext(ctx))
		})
	}
}
