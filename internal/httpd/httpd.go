// Package httpd is the way in over HTTP: the GraphQL transport with its limits, the health of the process, the
// playground, and what keeps strangers out. It knows the contract only as an executable schema.
package httpd

import (
	"context"
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/go-chi/chi/v5"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/httpd/scim"
)

// Options says what a handler serves. Only Schema is required.
type Options struct {
	// Schema answers the contract.
	Schema graphql.ExecutableSchema
	// Authenticate says who sent a request. Nil knows nobody, so that nothing but the health of the process is answered.
	Authenticate Authenticate
	// PublicURL is the address under which others know the server; nil where only its own machine does.
	PublicURL *url.URL
	// SignIn adds the ways in to the router. Nil adds none.
	SignIn func(chi.Router)
	// Provisioning answers under /scim/v2 for the directories of customers. Nil answers nothing.
	Provisioning http.Handler
	// Exports are files to take home, by the last part of their path under /export/.
	Exports map[string]http.HandlerFunc
	// Ready says whether operations can be answered; a fault in its chain names the reason. Nil is always ready.
	Ready func(context.Context) error
	// Log receives one line a request and one for each failure of the server itself. Nil is silence.
	Log *slog.Logger
	// Playground is served at /playground/, and / leads to it. Nil serves none.
	Playground http.Handler
	// Client tells the network address of a client, in the form in which it is counted; nil is the peer of the connection.
	Client func(*http.Request) string
	// FailedCredentials is how many keys and tokens from one client may fail within five minutes; 0 is no limit.
	FailedCredentials int
	// KeyRequests is how many requests one API key may send in a minute; 0 is no limit.
	KeyRequests int
	// Now tells the time for limits; nil is the clock of the machine.
	Now clock.Clock
	// Deadline is how long an operation may take; 0 is DefaultDeadline.
	Deadline time.Duration
}

// DefaultDeadline is how long an operation may take where Options say nothing.
const DefaultDeadline = 5 * time.Second

// New makes the handler of the whole server. It answers only under its public name and loopback names (127.0.0.1, localhost,
// [::1]) with any port, so a test that calls it without a listener sets the request's Host.
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
	here := places{options.PublicURL}
	router := chi.NewRouter()
	router.Use(identify, access(options.Log), mend(options.Log), harden)
	router.NotFound(noSuchPath)
	router.MethodNotAllowed(noSuchMethod)

	router.Get("/livez", live)
	router.Get("/readyz", ready(options.Ready, options.Log))
	router.Group(func(router chi.Router) {
		router.Use(here.ownHost, authenticate(options))
		router.With(widgets(), somebody, here.fromOwnPages, deadline(options.Deadline)).Handle("/graphql", newGraphQL(options))
		for name, export := range options.Exports {
			router.With(somebody, here.fromOwnPages, noWidgets).Get("/export/"+name, export)
		}
		if options.Provisioning != nil {
			router.With(somebody, deadline(options.Deadline)).Mount(scim.Path, options.Provisioning)
		}
		if options.Playground != nil {
			router.Get("/", http.RedirectHandler("/playground/", http.StatusSeeOther).ServeHTTP)
			router.With(signedIn).Handle("/playground", options.Playground)
			router.With(signedIn).Handle("/playground/*", options.Playground)
			router.Get("/access-requests/{id}", decideRequest)
		}
	})
	if options.SignIn != nil {
		router.Group(func(router chi.Router) {
			router.Use(here.ownHost)
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
