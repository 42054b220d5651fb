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

// maxToken limits a token in a request, in bytes.
const maxToken = 16 << 10

// accessScopes are the scopes of a provider's access token: those of a person, not those of programs.
var accessScopes = func() vocabulary.KeyScopeSet {
	set, err := vocabulary.KeyScopes(vocabulary.KeyScopeRead, vocabulary.KeyScopeWrite)
	if err != nil {
		panic(err) // both are in the vocabulary
	}
	return set
}()

// Bearer returns the viewer of a provider's access token. Only users who are linked to the token's issuer and subject
// are let in, because an access token proves no e-mail address. It returns UNAUTHENTICATED for an invalid token,
// PROVIDER_REQUIRED for a user who has to sign in with another provider, and PROVIDER_UNAVAILABLE if the provider's
// keys cannot be fetched.
func (s *SignIn) Bearer(ctx context.Context, raw string) (*viewer.Viewer, error) {
	issuer, err := unverifiedIssuer(raw)
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
	case err != nil && (ctx.Err() != nil || errors.Is(p.markUnreachable(talk, err), errUnreachable)):
		return nil, s.unreachable(ctx, p, err)
	case err != nil, token.Subject == "", token.IssuedAt.After(p.now().Time().Add(skew)):
		return nil, notSignedIn()
	case slices.Contains(token.Audience, p.ClientID): // an id token, possibly with further audiences
		return nil, notSignedIn()
	}
	return s.access.ForSubject(ctx, p.Code, p.Issuer, token.Subject, accessScopes)
}

var errNoAccessToken = errors.New("not an access token")

// unverifiedIssuer returns the issuer of a token, if its claims are unambiguous and those of an access token. The
// signature has not been verified.
func unverifiedIssuer(raw string) (string, error) {
	if len(raw) > maxToken || strings.Count(raw, ".") != 2 {
		return "", errNoAccessToken
	}
	parsed, err := jose.ParseSignedCompact(raw, joseSignatures)
	if err != nil || len(parsed.Signatures) != 1 || !hasType(parsed, "", "jwt", "at+jwt", "application/at+jwt") {
		return "", errNoAccessToken
	}
	claims, err := claimsOf(parsed.UnsafePayloadWithoutVerification())
	if err != nil {
		return "", err
	}
	// Logout tokens have the claim events, id tokens have nonce or at_hash.
	for _, name := range []string{"events", "nonce", "at_hash"} {
		if _, found := claims[name]; found {
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

// hasType reports whether the header typ of a token is one of types, which are in lower case; "" stands for a missing
// header.
func hasType(token *jose.JSONWebSignature, types ...string) bool {
	is, _ := token.Signatures[0].Protected.ExtraHeaders[jose.HeaderType].(string)
	return slices.Contains(types, strings.ToLower(is))
}

func notSignedIn() error {
	return fault.New(change.Unauthenticated, "", "The credential is not valid, or no longer valid.",
		"Sign in again, or send a valid key or token.")
}
