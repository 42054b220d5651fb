package signin

import (
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/httprate"

	"github.com/muniment/muniment/internal/fault"
)

const (
	// maxVisits is how often one client may use the pages that write something, in a minute. A whole company may come from
	// one address in the morning.
	maxVisits    = 300
	visitsWindow = time.Minute
	// maxAsked is how often one client may ask for links, in ten minutes.
	maxAsked    = 30
	askedWindow = 10 * time.Minute
)

// perClient limits how often one client may do something.
func (s *SignIn) perClient(times int, in time.Duration) func(http.Handler) http.Handler {
	return httprate.LimitBy(times, in,
		func(r *http.Request) (string, error) { return httprate.CanonicalizeIP(clientAddress(r)), nil },
		httprate.WithResponseHeaders(httprate.ResponseHeaders{RetryAfter: "Retry-After"}),
		httprate.WithLimitHandler(func(w http.ResponseWriter, r *http.Request) {
			s.fail(w, r, fault.New(fault.RateLimited, "", "Too many requests came from your network address in a short time.",
				"Wait a few minutes, and try again."))
		}))
}

// limited is a router whose requests count together for each client.
func (s *SignIn) limited(r chi.Router, times int, in time.Duration) chi.Router {
	return r.With(s.perClient(times, in))
}
