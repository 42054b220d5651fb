package signin

import (
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/httprate"

	"github.com/muniment/muniment/internal/fault"
)

const (
	// maxVisits limits how often one client may use the pages that write to the database, per visitsWindow. A whole
	// company may share one address.
	maxVisits    = 300
	visitsWindow = time.Minute
	// maxAsked limits how often one client may request links, per askedWindow.
	maxAsked    = 30
	askedWindow = 10 * time.Minute
)

// perClient returns middleware that limits the requests of one client.
func (s *SignIn) perClient(times int, in time.Duration) func(http.Handler) http.Handler {
	return httprate.LimitBy(times, in,
		func(r *http.Request) (string, error) { return httprate.CanonicalizeIP(clientAddress(r)), nil },
		httprate.WithResponseHeaders(httprate.ResponseHeaders{RetryAfter: "Retry-After"}),
		httprate.WithLimitHandler(func(w http.ResponseWriter, r *http.Request) {
			s.fail(w, r, fault.New(fault.RateLimited, "",
				"Too many requests came from your network address in a short time.",
				"Try again after {again}.", fault.Again(s.now().Add(in))))
		}))
}

// limited returns a router with one limit for all its routes together, for each client.
func (s *SignIn) limited(r chi.Router, times int, in time.Duration) chi.Router {
	return r.With(s.perClient(times, in))
}
