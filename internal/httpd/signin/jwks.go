package signin

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/muniment/muniment/internal/clock"
)

const (
	// keysPause is the minimum interval between two requests for a provider's keys, however many unknown signatures
	// arrive.
	keysPause = time.Minute
	// firstKeysPause replaces keysPause until the keys have been fetched once.
	firstKeysPause = 10 * time.Second
	// providerLimit is the timeout of a request to a provider.
	providerLimit = 10 * time.Second
	// maxProviderAnswer limits a provider's response, in bytes.
	maxProviderAnswer = 1 << 20
)

var errKeysLater = errors.New("the keys could not be fetched just now, and are not asked for again so soon")

// jwksTransport sends the requests to one provider, and passes over what cannot be used in the answers, so that one
// foreign element does not spoil the rest (usableMembers, usableKeys). The OpenID Connect library fetches the
// provider's keys (JWKS) for each signature with an unknown key. Because anybody can send such a signature,
// jwksTransport fetches them at most once a minute, and otherwise returns the cached keys.
type jwksTransport struct {
	next *http.Transport
	now  clock.Clock

	mu      sync.Mutex
	address string // URL of the keys
	// asked is the time of the last request for the keys.
	asked clock.Instant
	keys  []byte // nil until they have been fetched once
}

func newJWKSTransport(now clock.Clock) *jwksTransport {
	return &jwksTransport{next: http.DefaultTransport.(*http.Transport).Clone(), now: now}
}

// client returns an HTTP client that does not follow redirects, so that secrets are sent only to the endpoints that
// the provider has published.
func (c *jwksTransport) client() *http.Client {
	return &http.Client{Transport: c, Timeout: providerLimit,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
}

// setKeysURL sets the URL of the keys. A new URL clears the cache.
func (c *jwksTransport) setKeysURL(address string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.address != address {
		c.address, c.asked, c.keys = address, 0, nil
	}
}

// hasKeys reports whether the keys have ever been fetched.
func (c *jwksTransport) hasKeys() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.keys != nil
}

// RoundTrip implements http.RoundTripper.
func (c *jwksTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	kept, forKeys, err := c.cached(r.URL.String())
	if err != nil {
		return nil, err
	}
	if kept != nil {
		return &http.Response{Status: "200 OK", StatusCode: http.StatusOK, Proto: "HTTP/1.1", ProtoMajor: 1,
			ProtoMinor: 1,
			Header:     http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(bytes.NewReader(kept)),
			ContentLength: int64(len(kept)), Request: r}, nil
	}
	response, err := c.next.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(io.LimitReader(response.Body, maxProviderAnswer))
	_ = response.Body.Close()
	if err != nil {
		return nil, err
	}
	if response.StatusCode == http.StatusOK {
		body = usableMembers(body)
	}
	if forKeys && response.StatusCode == http.StatusOK {
		if body, err = usableKeys(body); err != nil {
			return nil, err
		}
		c.mu.Lock()
		c.keys = body
		c.mu.Unlock()
	}
	response.Body, response.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	response.Header.Del("Content-Length")
	return response, nil
}

// cached returns the cached keys, or errKeysLater, if it is too early to fetch them again. forKeys reports whether the
// request is for the keys.
func (c *jwksTransport) cached(address string) (kept []byte, forKeys bool, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.address == "" || address != c.address {
		return nil, false, nil
	}
	pause := keysPause
	if c.keys == nil {
		pause = firstKeysPause
	}
	now := c.now()
	if c.asked != 0 && now.Time().Sub(c.asked.Time()) < pause {
		if c.keys == nil {
			return nil, true, errKeysLater
		}
		return c.keys, true, nil
	}
	c.asked = now
	return nil, true, nil
}
