package signin

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"github.com/go-jose/go-jose/v4"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// maxToken is how long a token may be that comes with a request, in bytes.
const maxToken = 16 << 10

// accessScopes are what a token of an identity provider may be used for: what a person does, not what programs do.
var accessScopes = func() vocabulary.KeyScopeSet {
	set, err := vocabulary.KeyScopes(vocabulary.KeyScopeRead, vocabulary.KeyScopeWrite)
	if err != nil {
		panic(err) // both are in the vocabulary
	}
	return set
}()

// Bearer returns the viewer of an access token of an identity provider. Only users who are known by the provider's own
// name of them are let in: an access token proves no e-mail address. It returns UNAUTHENTICATED for a token that does not
// hold, PROVIDER_REQUIRED for a user who has to come in by another provider, and PROVIDER_UNAVAILABLE where the provider cannot be asked for its keys.
func (s *SignIn) Bearer(ctx context.Context, raw string) (*viewer.Viewer, error) {
	issuer, err := unprovenIssuer(raw)
	if err != nil {
		return nil, notSignedIn()
	}
	at := slices.IndexFunc(s.order, func(p *provider) bool { return p.Issuer == issuer && p.Audience != "" })
	if at < 0 {
		return nil, notSignedIn()
	}
	p := s.order[at]
	found, err := p.discover(ctx)
	if err != nil {
		return nil, s.unreachable(ctx, p, err)
	}
	talk := p.context(ctx)
	token, err := found.access.Verify(talk, raw)
	switch {
	case err != nil && (ctx.Err() != nil || errors.Is(p.blame(talk, err), errUnreachable)):
		return nil, s.unreachable(ctx, p, err)
	case err != nil, token.Subject == "", token.IssuedAt.After(p.now().Time().Add(skew)):
		return nil, notSignedIn()
	case slices.Contains(token.Audience, p.ClientID): // an id token, which may name others as well
		return nil, notSignedIn()
	}
	return s.access.ForSubject(ctx, p.Code, p.Issuer, token.Subject, accessScopes)
}

var errNoAccessToken = errors.New("not an access token")

// unprovenIssuer returns who a token says has made it, if its claims are clear and those of an access token. Nothing
// of it is proven.
func unprovenIssuer(raw string) (string, error) {
	if len(raw) > maxToken || strings.Count(raw, ".") != 2 {
		return "", errNoAccessToken
	}
	parsed, err := jose.ParseSignedCompact(raw, joseSignatures)
	if err != nil || len(parsed.Signatures) != 1 || !typed(parsed, "", "jwt", "at+jwt", "application/at+jwt") {
		return "", errNoAccessToken
	}
	claims, err := claimsOf(parsed.UnsafePayloadWithoutVerification())
	if err != nil {
		return "", err
	}
	// Logout tokens have events, id tokens the others.
	for _, name := range []string{"events", "nonce", "at_hash"} {
		if _, there := claims[name]; there {
			return "", errNoAccessToken
		}
	}
	var issuer string
	if err := json.Unmarshal(claims["iss"], &issuer); err != nil {
		return "", errNoAccessToken
	}
	return issuer, nil
}

var joseSignatures = func() []jose.SignatureAlgorithm {
	list := make([]jose.SignatureAlgorithm, len(allSignatures))
	for i, name := range allSignatures {
		list[i] = jose.SignatureAlgorithm(name)
	}
	return list
}()

// typed tells whether the header typ of a token is one of the given ones, in small letters; "" stands for none.
func typed(token *jose.JSONWebSignature, types ...string) bool {
	is, _ := token.Signatures[0].Protected.ExtraHeaders[jose.HeaderType].(string)
	return slices.Contains(types, strings.ToLower(is))
}

func notSignedIn() error {
	return fault.New(change.Unauthenticated, "", "The credential is not valid, or no longer valid.", "Sign in again, or send a valid key or token.")
}
