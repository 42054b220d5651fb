// Package httpd is the way in over HTTP: the GraphQL transport with its limits, the health of the process, the
// playground, and what keeps strangers out. It knows the contract only as an executable schema.
package httpd

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/go-chi/chi/v5"
)

// Options says what a handler serves. Only Schema is required.
type Options struct {
	// Schema answers the contract.
	Schema graphql.ExecutableSchema
	// Operation is called around every operation. Nil adds nothing.
	Operation graphql.OperationMiddleware
	// Ready says whether operations can be answered; a fault in its chain names the reason. Nil is always ready.
	Ready func(context.Context) error
	// Log receives one line a request and one for each failure of the server itself. Nil is silence.
	Log *slog.Logger
	// Playground is served at /playground/, and / leads to it. Nil serves none.
	Playground http.Handler
	// Deadline is how long an operation may take; 0 is DefaultDeadline.
	Deadline time.Duration
}

// DefaultDeadline is how long an operation may take where Options say nothing.
const DefaultDeadline = 5 * time.Second

// New makes the handler of the whole server. It answers only under a loopback name (127.0.0.1, localhost, [::1]) with
// any port, so a test that calls it without a listener sets the request's Host.
func New(options Options) http.Handler {
	if options.Log == nil {
		options.Log = slog.New(slog.DiscardHandler)
	}
	if options.Deadline == 0 {
		options.Deadline = DefaultDeadline
	}
	router := chi.NewRouter()
	router.Use(identify, access(options.Log), mend(options.Log), harden, ownHost)
	router.NotFound(noSuchPath)
	router.MethodNotAllowed(noSuchMethod)

	router.Get("/livez", live)
	router.Get("/readyz", ready(options.Ready, options.Log))
	router.With(ownOrigin, deadline(options.Deadline)).Handle("/graphql", newGraphQL(options))
	if options.Playground != nil {
		router.Get("/", http.RedirectHandler("/playground/", http.StatusSeeOther).ServeHTTP)
		router.Handle("/playground", options.Playground)
		router.Handle("/playground/*", options.Playground)
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
