package httpd

import (
	"crypto/sha256"
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

const (
	// failureWindow is the window in which failed credentials of one client are counted.
	failureWindow = 5 * time.Minute
	// keyWindow is the window in which requests of one key are counted.
	keyWindow = time.Minute
	// maxCounted limits the number of names in a rate, and maxKnown the number of credentials that are remembered as
	// valid.
	maxCounted = 100_000
	maxKnown   = 10_000
)

// overflowName is the name under which all further names are counted once a rate has maxCounted names.
const overflowName = ""

// rate counts events by name in consecutive windows of time. It is kept in the memory of one process.
type rate struct {
	now    clock.Clock
	window clock.Instant

	mu     sync.Mutex
	began  clock.Instant
	counts map[string]int
}

func newRate(now clock.Clock, window time.Duration) *rate {
	return &rate{now: now, window: clock.Instant(window.Microseconds()), counts: map[string]int{}}
}

// add adds n to a name's count. It returns the count in the current window, and the seconds until the window ends, at
// least 1. Names beyond maxCounted share one count, so that a flood of names does not escape the limit.
func (c *rate) add(name string, n int) (counted, left int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	now := c.now()
	if now < c.began || now >= c.began+c.window {
		c.began = now - now%c.window
		c.counts = map[string]int{}
	}
	if _, known := c.counts[name]; !known && len(c.counts) >= maxCounted {
		name = overflowName
	}
	counted = c.counts[name] + n
	if n > 0 {
		c.counts[name] = counted
	}
	second := clock.Instant(time.Second / time.Microsecond)
	return counted, int((c.began + c.window - now + second - 1) / second)
}

// guessLimit limits attempts to guess credentials. A client with too many failures is refused before its credential is
// looked up, unless the credential was valid before: one program with an old key does not lock out others behind the
// same address.
type guessLimit struct {
	most   int // 0 is no limit
	client func(*http.Request) string
	failed *rate
	known  *lru.Cache[[sha256.Size]byte, struct{}]
}

func newGuessLimit(options Options) *guessLimit {
	known, err := lru.New[[sha256.Size]byte, struct{}](maxKnown)
	if err != nil {
		panic(err) // the size is positive
	}
	client := options.Client
	if client == nil {
		client = func(r *http.Request) string { return r.RemoteAddr }
	}
	return &guessLimit{options.FailedCredentials, client, newRate(options.Now, failureWindow), known}
}

// refuse answers a client with too many failures, and reports whether it did. Cookies do not count: a browser with an
// expired one should reach the sign-in page.
func (g *guessLimit) refuse(w http.ResponseWriter, r *http.Request) bool {
	credential := r.Header.Get("Authorization")
	if g.most == 0 || credential == "" || g.known.Contains(sha256.Sum256([]byte(credential))) {
		return false
	}
	failed, left := g.failed.add(g.client(r), 0)
	if failed < g.most {
		return false
	}
	g.failed.refuse(w, r, left, "Too many credentials from this network address were not valid.")
	return true
}

// learn records whether the credential of a request was valid.
func (g *guessLimit) learn(r *http.Request, err error) {
	credential := r.Header.Get("Authorization")
	if g.most == 0 || credential == "" {
		return
	}
	sum := sha256.Sum256([]byte(credential))
	switch {
	case err == nil:
		g.known.Add(sum, struct{}{})
	case fault.CodeOf(err) == change.Unauthenticated:
		g.known.Remove(sum)
		g.failed.add(g.client(r), 1)
	}
}

// keyLimit limits the requests of one API key, and reports the remaining ones in response headers
// (draft-ietf-httpapi-ratelimit-headers).
type keyLimit struct {
	most int // 0 is no limit
	used *rate
}

// refuse counts a request of a key. It answers one that exceeds the limit, and reports whether it did.
func (k *keyLimit) refuse(w http.ResponseWriter, r *http.Request, who *viewer.Viewer) bool {
	if k.most == 0 || who == nil || who.Credential != vocabulary.CredentialKindAPIKey {
		return false
	}
	used, left := k.used.add(who.CredentialID.String(), 1)
	w.Header().Set("RateLimit-Policy", fmt.Sprintf(`"default";q=%d;w=%d`, k.most, int(keyWindow.Seconds())))
	w.Header().Set("RateLimit", fmt.Sprintf(`"default";r=%d;t=%d`, max(0, k.most-used), left))
	if used <= k.most {
		return false
	}
	k.used.refuse(w, r, left, "This key has sent more than {max} requests within a minute.",
		fault.WithNumber("max", k.most), fault.WithNumber("given", used))
	return true
}

// refuse answers a client that has to wait some seconds, until the window ends.
func (c *rate) refuse(w http.ResponseWriter, r *http.Request, seconds int, message string,
	parameters ...fault.Parameter) {
	again := c.now().Add(time.Duration(seconds) * time.Second)
	w.Header().Set("Retry-After", strconv.Itoa(seconds))
	refuse(w, r, http.StatusTooManyRequests, fault.New(fault.RateLimited, "Authorization", message,
		"Try again after {again}.", append(parameters, fault.Again(again))...))
}
