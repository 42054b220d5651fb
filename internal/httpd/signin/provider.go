package signin

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
	"golang.org/x/sync/singleflight"

	"github.com/muniment/muniment/internal/clock"
)

const (
	// discoveryPause is how long a provider that did not answer is left alone.
	discoveryPause = 5 * time.Second
	// discoveryLife is how long what a provider says of itself is believed without asking again.
	discoveryLife = 24 * time.Hour
)

// errUnreachable is returned for a provider that cannot be asked, or says of itself what cannot be.
var errUnreachable = errors.New("the identity provider cannot be reached")

// provider is an identity provider with what it says of itself. That is asked for when it is first needed, so that a
// provider that is down stops nobody else.
type provider struct {
	Provider
	callback string
	now      clock.Clock
	courier  *courier

	asking singleflight.Group

	mu      sync.Mutex
	known   *discovered
	asked   clock.Instant
	failure error
}

// discovered is what a provider says of itself.
type discovered struct {
	oidc       *oidc.Provider
	oauth      oauth2.Config
	idTokens   *oidc.IDTokenVerifier
	access     *oidc.IDTokenVerifier // nil where no access tokens are accepted
	endSession string
	// namesItself says that every answer has the parameter iss (RFC 9207).
	namesItself bool
}

func newProvider(p Provider, callback string, now clock.Clock) *provider {
	return &provider{Provider: p, callback: callback, now: now, courier: newCourier(now)}
}

// context returns a context in which the libraries talk to this provider.
func (p *provider) context(ctx context.Context) context.Context {
	return oidc.ClientContext(context.WithValue(ctx, withoutKeys{}, new(bool)), p.courier.client())
}

// withoutKeys notes in the context of a verification that there were no keys to verify with.
type withoutKeys struct{}

// keySet is the library's, which tells the lack of keys from a wrong signature in words only.
type keySet struct {
	*oidc.RemoteKeySet
	courier *courier
}

// VerifySignature implements oidc.KeySet.
func (k keySet) VerifySignature(ctx context.Context, token string) ([]byte, error) {
	payload, err := k.RemoteKeySet.VerifySignature(ctx, token)
	if note, ok := ctx.Value(withoutKeys{}).(*bool); ok && err != nil && !k.courier.hasKeys() {
		*note = true
	}
	return payload, err
}

// blame tells a signature that does not hold from one that could not be looked at, as the keys were never fetched: it
// adds errUnreachable to the latter. The context is that in which it was looked at.
func (p *provider) blame(ctx context.Context, err error) error {
	if note, ok := ctx.Value(withoutKeys{}).(*bool); ok && *note {
		return fmt.Errorf("%w: %s: %w", errUnreachable, p.Code, err)
	}
	return err
}

// discover returns what the provider says of itself. What was heard long ago serves until the provider says it anew. It
// returns errUnreachable where nothing was ever heard.
func (p *provider) discover(ctx context.Context) (*discovered, error) {
	p.mu.Lock()
	known, failure, age := p.known, p.failure, p.now().Time().Sub(p.asked.Time())
	p.mu.Unlock()
	switch {
	case failure == nil && known != nil && age < discoveryLife, failure != nil && known != nil && age < discoveryPause:
		return known, nil
	case failure != nil && age < discoveryPause:
		return nil, failure
	}
	// One asks for all, and goes on when whoever was first goes away.
	answer := p.asking.DoChan("", func() (any, error) { return p.askAndKeep(context.WithoutCancel(ctx)) })
	if known != nil {
		return known, nil
	}
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case a := <-answer:
		found, _ := a.Val.(*discovered)
		return found, a.Err
	}
}

func (p *provider) askAndKeep(ctx context.Context) (*discovered, error) {
	p.mu.Lock()
	known, failure, age := p.known, p.failure, p.now().Time().Sub(p.asked.Time())
	p.mu.Unlock()
	if age < discoveryPause && (known != nil || failure != nil) { // another one was faster
		return known, failure
	}
	found, err := p.ask(ctx)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.asked, p.failure = p.now(), err
	if err == nil {
		p.known = found
	}
	return found, err
}

func (p *provider) ask(ctx context.Context) (*discovered, error) {
	ctx, cancel := context.WithTimeout(p.context(ctx), providerLimit)
	defer cancel()
	found, err := oidc.NewProvider(ctx, p.Issuer)
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %w", errUnreachable, p.Code, brief(err))
	}
	var says struct {
		AuthorizationEndpoint string   `json:"authorization_endpoint"`
		TokenEndpoint         string   `json:"token_endpoint"`
		UserInfoEndpoint      string   `json:"userinfo_endpoint"`
		Keys                  string   `json:"jwks_uri"`
		EndSession            string   `json:"end_session_endpoint"`
		NamesItself           bool     `json:"authorization_response_iss_parameter_supported"`
		Authentication        []string `json:"token_endpoint_auth_methods_supported"`
	}
	if err := found.Claims(&says); err != nil {
		return nil, fmt.Errorf("%w: %s: its description cannot be read: %w", errUnreachable, p.Code, err)
	}
	for name, endpoint := range map[string]string{"authorization_endpoint": says.AuthorizationEndpoint,
		"token_endpoint": says.TokenEndpoint, "jwks_uri": says.Keys} {
		if !p.usable(endpoint) {
			return nil, fmt.Errorf("%w: %s: its %s is missing or not https", errUnreachable, p.Code, name)
		}
	}
	if says.UserInfoEndpoint != "" && !p.usable(says.UserInfoEndpoint) {
		return nil, fmt.Errorf("%w: %s: its userinfo_endpoint is not https", errUnreachable, p.Code)
	}
	if !p.usable(says.EndSession) {
		says.EndSession = ""
	}
	p.courier.keysAt(says.Keys)
	keys := keySet{oidc.NewRemoteKeySet(oidc.ClientContext(context.WithoutCancel(ctx), p.courier.client()), says.Keys), p.courier}
	d := &discovered{
		oidc: found, endSession: says.EndSession, namesItself: says.NamesItself,
		oauth: oauth2.Config{ClientID: p.ClientID, ClientSecret: string(p.ClientSecret), RedirectURL: p.callback, Scopes: p.Scopes,
			Endpoint: oauth2.Endpoint{AuthURL: says.AuthorizationEndpoint, TokenURL: says.TokenEndpoint,
				AuthStyle: authentication(says.Authentication)}},
		idTokens: p.verifier(keys, p.ClientID),
	}
	if p.Audience != "" {
		d.access = p.verifier(keys, p.Audience)
	}
	return d, nil
}

func (p *provider) verifier(keys oidc.KeySet, audience string) *oidc.IDTokenVerifier {
	return oidc.NewVerifier(p.Issuer, keys, &oidc.Config{ClientID: audience, SupportedSigningAlgs: p.SupportedAlgorithms,
		Now: func() time.Time { return p.now().Time() }})
}

// usable tells whether an endpoint is as well protected as the issuer.
func (p *provider) usable(endpoint string) bool {
	address, err := url.Parse(endpoint)
	if err != nil || !protected(address) {
		return false
	}
	return address.Scheme == "https" || strings.HasPrefix(p.Issuer, "http:")
}

// authentication is how Muniment shows its secret. A provider that lists nothing takes it in the header, by the
// standard; trying both would send the code twice.
func authentication(methods []string) oauth2.AuthStyle {
	if len(methods) > 0 && !slices.Contains(methods, "client_secret_basic") && slices.Contains(methods, "client_secret_post") {
		return oauth2.AuthStyleInParams
	}
	return oauth2.AuthStyleInHeader
}

// brief cuts an error to a length that a log line can have: libraries put whole answers into them.
func brief(err error) error {
	const longest = 300
	if text := err.Error(); len(text) > longest {
		return errors.New(strings.ToValidUTF8(text[:longest], "") + "…")
	}
	return err
}
