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
	// discoveryPause is how long a provider that did not answer is not asked again.
	discoveryPause = 5 * time.Second
	// discoveryLife is how long a provider's metadata is used before it is fetched again.
	discoveryLife = 24 * time.Hour
)

// errUnreachable is returned for a provider that does not answer, or whose metadata is invalid.
var errUnreachable = errors.New("the identity provider cannot be reached")

// provider is an identity provider with its metadata. The metadata is fetched when it is first needed, so that an
// unavailable provider affects only its own users.
type provider struct {
	Provider
	callback  string
	now       clock.Clock
	transport *jwksTransport

	asking singleflight.Group

	mu      sync.Mutex
	known   *discovered
	asked   clock.Instant
	failure error
}

// discovered holds a provider's metadata.
type discovered struct {
	oidc       *oidc.Provider
	oauth      oauth2.Config
	idTokens   *oidc.IDTokenVerifier
	access     *oidc.IDTokenVerifier // nil if no access tokens are accepted
	endSession string
	// namesItself metadata that every authorization response has the parameter iss (RFC 9207).
	namesItself bool
}

func newProvider(p Provider, callback string, now clock.Clock) *provider {
	return &provider{Provider: p, callback: callback, now: now, transport: newJWKSTransport(now)}
}

// context returns a context in which the libraries use the HTTP client of this provider.
func (p *provider) context(ctx context.Context) context.Context {
	return oidc.ClientContext(context.WithValue(ctx, withoutKeys{}, new(bool)), p.transport.client())
}

// withoutKeys is the context key of a flag that is set if there were no keys to verify a signature with.
type withoutKeys struct{}

// keySet extends the library's key set, whose error does not distinguish missing keys from a wrong signature.
type keySet struct {
	*oidc.RemoteKeySet
	transport *jwksTransport
}

// VerifySignature implements oidc.KeySet.
func (k keySet) VerifySignature(ctx context.Context, token string) ([]byte, error) {
	payload, err := k.RemoteKeySet.VerifySignature(ctx, token)
	if note, ok := ctx.Value(withoutKeys{}).(*bool); ok && err != nil && !k.transport.hasKeys() {
		*note = true
	}
	return payload, err
}

// markUnreachable adds errUnreachable to the error of a verification that failed because the keys could never be
// fetched. ctx is the context of the verification.
func (p *provider) markUnreachable(ctx context.Context, err error) error {
	if note, ok := ctx.Value(withoutKeys{}).(*bool); ok && *note {
		return fmt.Errorf("%w: %s: %w", errUnreachable, p.Code, err)
	}
	return err
}

// discover returns the provider's metadata. Expired metadata is still used while it is being fetched again. It returns
// errUnreachable if the metadata has never been fetched.
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
	// One request serves all callers, and continues if the first caller's context ends.
	answer := p.asking.DoChan("", func() (any, error) { return p.fetchAndCache(context.WithoutCancel(ctx)) })
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

func (p *provider) fetchAndCache(ctx context.Context) (*discovered, error) {
	p.mu.Lock()
	known, failure, age := p.known, p.failure, p.now().Time().Sub(p.asked.Time())
	p.mu.Unlock()
	if age < discoveryPause && (known != nil || failure != nil) { // a concurrent call has just fetched it
		return known, failure
	}
	found, err := p.fetch(ctx)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.asked, p.failure = p.now(), err
	if err == nil {
		p.known = found
	}
	return found, err
}

func (p *provider) fetch(ctx context.Context) (*discovered, error) {
	ctx, cancel := context.WithTimeout(p.context(ctx), providerLimit)
	defer cancel()
	found, err := oidc.NewProvider(ctx, p.Issuer)
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %w", errUnreachable, p.Code, brief(err))
	}
	var metadata struct {
		AuthorizationEndpoint string   `json:"authorization_endpoint"`
		TokenEndpoint         string   `json:"token_endpoint"`
		UserInfoEndpoint      string   `json:"userinfo_endpoint"`
		Keys                  string   `json:"jwks_uri"`
		EndSession            string   `json:"end_session_endpoint"`
		NamesItself           bool     `json:"authorization_response_iss_parameter_supported"`
		Authentication        []string `json:"token_endpoint_auth_methods_supported"`
	}
	if err := found.Claims(&metadata); err != nil {
		return nil, fmt.Errorf("%w: %s: its description cannot be read: %w", errUnreachable, p.Code, err)
	}
	for name, endpoint := range map[string]string{"authorization_endpoint": metadata.AuthorizationEndpoint,
		"token_endpoint": metadata.TokenEndpoint, "jwks_uri": metadata.Keys} {
		if !p.usable(endpoint) {
			return nil, fmt.Errorf("%w: %s: its %s is missing or not https", errUnreachable, p.Code, name)
		}
	}
	if metadata.UserInfoEndpoint != "" && !p.usable(metadata.UserInfoEndpoint) {
		return nil, fmt.Errorf("%w: %s: its userinfo_endpoint is not https", errUnreachable, p.Code)
	}
	if !p.usable(metadata.EndSession) {
		metadata.EndSession = ""
	}
	p.transport.setKeysURL(metadata.Keys)
	keys := keySet{oidc.NewRemoteKeySet(oidc.ClientContext(context.WithoutCancel(ctx), p.transport.client()),
		metadata.Keys), p.transport}
	d := &discovered{
		oidc: found, endSession: metadata.EndSession, namesItself: metadata.NamesItself,
		oauth: oauth2.Config{ClientID: p.ClientID, ClientSecret: string(p.ClientSecret), RedirectURL: p.callback,
			Scopes: p.Scopes,
			Endpoint: oauth2.Endpoint{AuthURL: metadata.AuthorizationEndpoint, TokenURL: metadata.TokenEndpoint,
				AuthStyle: authentication(metadata.Authentication)}},
		idTokens: p.verifier(keys, p.ClientID),
	}
	if p.Audience != "" {
		d.access = p.verifier(keys, p.Audience)
	}
	return d, nil
}

func (p *provider) verifier(keys oidc.KeySet, audience string) *oidc.IDTokenVerifier {
	return oidc.NewVerifier(p.Issuer, keys,
		&oidc.Config{ClientID: audience, SupportedSigningAlgs: p.SupportedAlgorithms,
			Now: func() time.Time { return p.now().Time() }})
}

// usable reports whether an endpoint is at least as well protected as the issuer.
func (p *provider) usable(endpoint string) bool {
	address, err := url.Parse(endpoint)
	if err != nil || !protected(address) {
		return false
	}
	return address.Scheme == "https" || strings.HasPrefix(p.Issuer, "http:")
}

// authentication returns how Muniment sends its client secret. A provider that lists no methods expects it in the
// header, as the standard says; trying both would send the code twice.
func authentication(methods []string) oauth2.AuthStyle {
	if len(methods) > 0 && !slices.Contains(methods, "client_secret_basic") &&
		slices.Contains(methods, "client_secret_post") {
		return oauth2.AuthStyleInParams
	}
	return oauth2.AuthStyleInHeader
}

// brief truncates an error for the log, because libraries include whole responses in errors.
func brief(err error) error {
	const longest = 300
	if text := err.Error(); len(text) > longest {
		return errors.New(strings.ToValidUTF8(text[:longest], "") + "…")
	}
	return err
}
