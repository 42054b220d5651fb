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
	// keysPause is how long a provider's keys are not fetched again, whatever signatures come.
	keysPause = time.Minute
	// firstKeysPause is the same where none could be fetched yet.
	firstKeysPause = 10 * time.Second
	// providerLimit bounds a request to a provider.
	providerLimit = 10 * time.Second
	// maxProviderAnswer is in bytes.
	maxProviderAnswer = 1 << 20
)

var errKeysLater = errors.New("the keys could not be fetched just now, and are not asked for again so soon")

// courier carries the requests to one provider. The library fetches the keys for every signature that it does not know;
// as anybody can send one, the courier fetches them at most once a minute and else hands out those it has.
type courier struct {
	next *http.Transport
	now  clock.Clock

	mu      sync.Mutex
	address string // of the keys
	asked   clock.Instant
	keys    []byte // nil while none could be fetched
}

func newCourier(now clock.Clock) *courier {
	return &courier{next: http.DefaultTransport.(*http.Transport).Clone(), now: now}
}

// client does not follow redirects: a provider says where it is, and secrets go nowhere else.
func (c *courier) client() *http.Client {
	return &http.Client{Transport: c, Timeout: providerLimit,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
}

// keysAt tells the courier where the keys are.
func (c *courier) keysAt(address string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.address != address {
		c.address, c.asked, c.keys = address, 0, nil
	}
}

// hasKeys tells whether the keys could be fetched at all.
func (c *courier) hasKeys() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.keys != nil
}

// RoundTrip implements http.RoundTripper.
func (c *courier) RoundTrip(r *http.Request) (*http.Response, error) {
	kept, forKeys, err := c.known(r.URL.String())
	if err != nil {
		return nil, err
	}
	if kept != nil {
		return &http.Response{Status: "200 OK", StatusCode: http.StatusOK, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
			Header: http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(bytes.NewReader(kept)),
			ContentLength: int64(len(kept)), Request: r}, nil
	}
	response, err := c.next.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	body := response.Body
	response.Body = struct {
		io.Reader
		io.Closer
	}{io.LimitReader(body, maxProviderAnswer), body}
	if forKeys && response.StatusCode == http.StatusOK {
		return c.keep(response)
	}
	return response, nil
}

// known returns the keys that are kept where they are not to be fetched again yet.
func (c *courier) known(address string) (kept []byte, forKeys bool, err error) {
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

func (c *courier) keep(response *http.Response) (*http.Response, error) {
	body, err := io.ReadAll(response.Body)
	_ = response.Body.Close()
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	c.keys = body
	c.mu.Unlock()
	response.Body, response.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	return response, nil
}
