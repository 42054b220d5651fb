package signin

import (
	"net/http"
	"sync"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/httprate"

	"github.com/muniment/muniment/internal/clock"
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
	// maxSent is how many links go to one address in an hour.
	maxSent    = 5
	sentWindow = time.Hour
	// maxAddresses bounds the memory of the addresses to which links went.
	maxAddresses = 100_000
)

// perClient limits how often one client may do something.
func (s *SignIn) perClient(times int, in time.Duration) func(http.Handler) http.Handler {
	return httprate.LimitBy(times, in,
		func(r *http.Request) (string, error) { return httprate.CanonicalizeIP(clientAddress(r)), nil },
		httprate.WithResponseHeaders(httprate.ResponseHeaders{RetryAfter: "Retry-After"}),
		httprate.WithLimitHandler(func(w http.ResponseWriter, r *http.Request) {
			s.fail(w, r, fault.New(fault.RateLimited, "", "Too much was asked for from your network address in a short time.",
				"Wait some minutes, and try again."))
		}))
}

// limited is a router whose requests count together for each client.
func (s *SignIn) limited(r chi.Router, times int, in time.Duration) chi.Router {
	return r.With(s.perClient(times, in))
}

// recent remembers how often something was done for a name within a window of time. It is exact, in the memory of one
// process.
type recent struct {
	now    clock.Clock
	most   int
	window time.Duration

	mu    sync.Mutex
	times map[string][]clock.Instant // oldest first, at most as many as may be
}

// allow tells whether it may be done once more for a name, and counts it.
func (l *recent) allow(name string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	since := now - clock.Instant(l.window.Microseconds())
	if l.times == nil {
		l.times = map[string][]clock.Instant{}
	}
	if _, known := l.times[name]; !known && len(l.times) >= maxAddresses && !l.tidy(since) {
		return false
	}
	kept := after(l.times[name], since)
	if len(kept) >= l.most {
		l.times[name] = kept
		return false
	}
	l.times[name] = append(kept, now)
	return true
}

// tidy forgets names that were not used within the window, and tells whether there is room now.
func (l *recent) tidy(since clock.Instant) bool {
	for name, times := range l.times {
		if len(after(times, since)) == 0 {
			delete(l.times, name)
		}
	}
	return len(l.times) < maxAddresses
}

func after(times []clock.Instant, since clock.Instant) []clock.Instant {
	for len(times) > 0 && times[0] <= since {
		times = times[1:]
	}
	return times
}
