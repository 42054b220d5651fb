package signin

import (
	"context"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"github.com/go-chi/chi/v5"
	"golang.org/x/oauth2"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/vocabulary"
)

// skew is how far the clocks of a provider and of this server may differ.
const skew = time.Minute

// toProvider sends the browser to an identity provider.
func (s *SignIn) toProvider(w http.ResponseWriter, r *http.Request) {
	p := s.providers[chi.URLParam(r, "code")]
	if p == nil {
		s.fail(w, r, unknownProvider())
		return
	}
	found, err := p.discover(r.Context())
	if err != nil {
		s.fail(w, r, s.unreachable(r.Context(), p, err))
		return
	}
	query := r.URL.Query()
	// One cookie serves all windows of a browser, so that a second attempt does not end the first.
	browser := one(r, attemptCookie)
	if !isSecret(browser) {
		browser = newSecret()
	}
	a := attempt{state: newSecret(), browser: browser, provider: p.Code, issuer: p.Issuer, nonce: newSecret(), verifier: oauth2.GenerateVerifier(),
		returnTo: pathHere(query.Get("return_to"))}
	if err := s.remember(r.Context(), a); err != nil {
		s.fail(w, r, err)
		return
	}
	setCookie(w, attemptCookie, browser, attemptLife)
	options := []oauth2.AuthCodeOption{oidc.Nonce(a.nonce), oauth2.S256ChallengeOption(a.verifier)}
	if hint, ok := addressIn(query.Get("login_hint")); ok {
		options = append(options, oauth2.SetAuthURLParam("login_hint", hint))
	}
	http.Redirect(w, r, found.oauth.AuthCodeURL(a.state, options...), http.StatusSeeOther)
}

func unknownProvider() error {
	return fault.New(UnknownProvider, "", "There is no such identity provider.", "Go back and choose one of those on the page.")
}

// unreachable is what people are told of a provider that does not answer; why it does not stays in the log.
func (s *SignIn) unreachable(ctx context.Context, p *provider, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	s.log.WarnContext(ctx, "an identity provider does not answer", "provider", p.Code, "error", err)
	return fault.New(ProviderUnavailable, "", "{provider} does not answer at the moment.", "Try again in a moment.", fault.WithText("provider", p.Name))
}

// callbackMoved answers a provider at which the old redirect address is registered.
func (s *SignIn) callbackMoved(w http.ResponseWriter, r *http.Request) {
	s.fail(w, r, fault.New(CallbackMoved, "", "The identity provider sent you to an address that is no longer used.",
		"Ask the operator of this server to register the address {path}/CODE at the identity provider, with the code of the provider.",
		fault.WithText("path", callbackPath)))
}

// fromProvider takes the browser back from an identity provider.
func (s *SignIn) fromProvider(w http.ResponseWriter, r *http.Request) {
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil || repeats(query) {
		s.fail(w, r, lost())
		return
	}
	state, browser := query.Get("state"), one(r, attemptCookie)
	if !isSecret(state) || !isSecret(browser) {
		s.fail(w, r, lost())
		return
	}
	began, err := s.recall(r.Context(), state, browser)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	// The attempt is used up whatever comes now: an answer at another provider's address is an attack, or a mistake.
	if chi.URLParam(r, "code") != began.Provider {
		s.fail(w, r, lost())
		return
	}
	p := s.providers[began.Provider]
	if p == nil { // it was taken out of the settings meanwhile
		s.fail(w, r, unknownProvider())
		return
	}
	if p.Issuer != began.Issuer { // the settings gave the code to another provider meanwhile
		s.fail(w, r, lost())
		return
	}
	found, err := p.discover(r.Context())
	if err != nil {
		s.fail(w, r, s.unreachable(r.Context(), p, err))
		return
	}
	if issuer := query.Get("iss"); issuer != p.Issuer && (query.Has("iss") || found.namesItself) {
		s.fail(w, r, s.proves(r.Context(), p, errors.New("the parameter iss names another provider, or is missing")))
		return
	}
	if code := query.Get("error"); code != "" {
		s.fail(w, r, s.refused(r.Context(), p, code))
		return
	}
	who, err := s.exchange(r.Context(), p, found, query.Get("code"), began)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	user, proven, err := s.access.Identify(r.Context(), access.Claims{Provider: p.Code, Issuer: p.Issuer, Subject: who.subject,
		Email: who.email, EmailVerified: who.verified.or(p.TrustEmail), Name: who.name})
	if err != nil {
		s.fail(w, r, err)
		return
	}
	clearCookie(w, attemptCookie)
	s.enter(w, r, access.NewSession{User: user, Method: vocabulary.SignInMethodOpenID, Provider: p.Code, Email: proven,
		ProviderSession: who.session, ProviderSubject: who.subject}, began.ReturnTo)
}

// repeats tells whether a parameter is there twice, which no honest answer has (RFC 6749, section 3.1).
func repeats(query url.Values) bool {
	for _, values := range query {
		if len(values) > 1 {
			return true
		}
	}
	return false
}

// refused is what people are told when the provider did not let them in.
func (s *SignIn) refused(ctx context.Context, p *provider, code string) error {
	s.log.InfoContext(ctx, "an identity provider refused a sign-in", "provider", p.Code, "reason", plain(code, 60))
	switch code {
	case "access_denied", "login_required", "interaction_required", "consent_required", "account_selection_required":
		return fault.New(ProviderRefused, "", "{provider} did not let you in, or the sign-in was canceled there.", "Sign in again, or ask the administrator of your account at {provider}.", fault.WithText("provider", p.Name))
	case "temporarily_unavailable", "server_error":
		return fault.New(ProviderUnavailable, "", "{provider} cannot sign people in at the moment.", "Try again in a moment.", fault.WithText("provider", p.Name))
	}
	return fault.New(ProviderRefused, "", "{provider} refused the sign-in.", "Tell the operator of this server: the log says why.", fault.WithText("provider", p.Name))
}

// proves is what people are told when the answer of a provider does not hold; what was wrong stays in the log.
func (s *SignIn) proves(ctx context.Context, p *provider, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	s.log.WarnContext(ctx, "the answer of an identity provider is not valid", "provider", p.Code, "error", brief(err))
	return fault.New(ProviderAnswerInvalid, "", "The answer of {provider} does not prove who you are.", "Sign in again. If the error stays, tell the operator of this server.", fault.WithText("provider", p.Name))
}

// answer is who a provider says was signed in. Of some it does not say whether it has proven the address.
type answer struct {
	subject, session, email, name string
	verified                      *anyTruth
}

// exchange gets the id token for a code and checks it.
func (s *SignIn) exchange(ctx context.Context, p *provider, found *discovered, code string, began *ent.SignInAttempt) (answer, error) {
	if code == "" {
		return answer{}, s.proves(ctx, p, errors.New("there is neither a code nor an error"))
	}
	talk := p.context(ctx)
	tokens, err := found.oauth.Exchange(talk, code, oauth2.VerifierOption(began.Verifier))
	var refusal *oauth2.RetrieveError
	switch {
	case errors.As(err, &refusal) && refusal.Response.StatusCode < 500:
		return answer{}, s.proves(ctx, p, fmt.Errorf("the code was refused: %d %s", refusal.Response.StatusCode, plain(refusal.ErrorCode, 60)))
	case errors.As(err, &refusal):
		return answer{}, s.unreachable(ctx, p, fmt.Errorf("the code was not taken: %d", refusal.Response.StatusCode))
	case err != nil:
		return answer{}, s.unreachable(ctx, p, brief(err))
	}
	raw, _ := tokens.Extra("id_token").(string)
	if raw == "" {
		return answer{}, s.proves(ctx, p, errors.New("there is no id token"))
	}
	token, err := found.idTokens.Verify(talk, raw)
	if err != nil {
		if err = p.blame(talk, err); errors.Is(err, errUnreachable) {
			return answer{}, s.unreachable(ctx, p, err)
		}
		return answer{}, s.proves(ctx, p, err)
	}
	claims, err := p.check(token, tokens.AccessToken, began.Nonce)
	if err != nil {
		return answer{}, s.proves(ctx, p, err)
	}
	who := claims.answer(token.Subject)
	if who.email == "" && found.oidc.UserInfoEndpoint() != "" {
		if err := who.complete(talk, found, tokens); err != nil {
			if errors.Is(err, errOtherPerson) || errors.Is(err, errClaims) {
				return answer{}, s.proves(ctx, p, err)
			}
			// Whoever is known by the id token needs no address.
			s.log.WarnContext(ctx, "an identity provider does not say who a user is", "provider", p.Code, "error", brief(err))
		}
	}
	return who, nil
}

// idClaims are the claims of an id token that the library leaves to us.
type idClaims struct {
	AuthorizedParty string          `json:"azp"`
	IssuedAt        json.RawMessage `json:"iat"`
	Session         string          `json:"sid"`
	userClaims
}

// userClaims say who somebody is.
type userClaims struct {
	Email    string    `json:"email"`
	Verified *anyTruth `json:"email_verified"`
	Name     string    `json:"name"`
}

// anyTruth reads a truth that some providers write as a text.
type anyTruth bool

// UnmarshalJSON implements json.Unmarshaler.
func (t *anyTruth) UnmarshalJSON(text []byte) error {
	*t = anyTruth(string(text) == "true" || string(text) == `"true"`)
	return nil
}

// or tells what was said, or else what to assume of a provider that says nothing.
func (t *anyTruth) or(assumed bool) bool {
	if t == nil {
		return assumed
	}
	return bool(*t)
}

// check looks at what the library does not (OpenID Connect Core, section 3.1.3.7).
func (p *provider) check(token *oidc.IDToken, accessToken, nonce string) (idClaims, error) {
	var claims idClaims
	if err := clearly(token.Claims); err != nil {
		return claims, err
	}
	if err := token.Claims(&claims); err != nil {
		return claims, fmt.Errorf("the claims cannot be read: %w", err)
	}
	switch {
	case token.Subject == "":
		return claims, errors.New("sub is missing")
	case subtle.ConstantTimeCompare([]byte(token.Nonce), []byte(nonce)) != 1:
		return claims, errors.New("nonce is missing, or that of another sign-in")
	case claims.AuthorizedParty != "" && claims.AuthorizedParty != p.ClientID:
		return claims, errors.New("azp names another client")
	case len(token.Audience) > 1 && claims.AuthorizedParty == "":
		return claims, errors.New("aud names several clients, and azp none")
	case len(claims.IssuedAt) == 0:
		return claims, errors.New("iat is missing")
	case token.IssuedAt.After(p.now().Time().Add(skew)):
		return claims, errors.New("iat is in the future")
	}
	if token.AccessTokenHash != "" {
		if err := token.VerifyAccessToken(accessToken); err != nil {
			return claims, err
		}
	}
	return claims, nil
}

func (c idClaims) answer(subject string) answer {
	return answer{subject: subject, session: c.Session, email: c.Email, verified: c.Verified, name: c.Name}
}

var errOtherPerson = errors.New("userinfo is about somebody else than the id token")

// complete asks the provider for what the id token does not say.
func (w *answer) complete(ctx context.Context, found *discovered, tokens *oauth2.Token) error {
	info, err := found.oidc.UserInfo(ctx, oauth2.StaticTokenSource(tokens))
	if err != nil {
		return err
	}
	if err := clearly(info.Claims); err != nil {
		return fmt.Errorf("userinfo: %w", err)
	}
	if subtle.ConstantTimeCompare([]byte(info.Subject), []byte(w.subject)) != 1 {
		return errOtherPerson
	}
	var claims userClaims
	if err := info.Claims(&claims); err != nil {
		return err
	}
	w.email, w.verified = claims.Email, claims.Verified
	if w.name == "" {
		w.name = claims.Name
	}
	return nil
}

// providerFor returns the provider of the domain of an address, or nil.
func (s *SignIn) providerFor(address string) *provider {
	domain := email.Domain(address)
	for _, p := range s.order {
		if slices.Contains(p.Domains, domain) {
			return p
		}
	}
	return nil
}
