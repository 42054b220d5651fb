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

// skew is the accepted difference between the clocks of a provider and of this server.
const skew = time.Minute

// redirectToProvider redirects the browser to an identity provider.
func (s *SignIn) redirectToProvider(w http.ResponseWriter, r *http.Request) {
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
	// All attempts of a browser share one cookie, so that a second attempt does not invalidate the first.
	browser := singleCookie(r, attemptCookie)
	if !isSecret(browser) {
		browser = newSecret()
	}
	a := attempt{state: newSecret(), browser: browser, provider: p.Code, issuer: p.Issuer, nonce: newSecret(),
		verifier: oauth2.GenerateVerifier(),
		returnTo: localPath(query.Get("return_to"))}
	if err := s.saveAttempt(r.Context(), a); err != nil {
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
	return fault.New(UnknownProvider, "", "There is no such identity provider.",
		"Go back and choose one of those on the page.")
}

// unreachable returns the error for a provider that does not answer, and logs the reason.
func (s *SignIn) unreachable(ctx context.Context, p *provider, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	s.log.WarnContext(ctx, "an identity provider does not answer", "provider", p.Code, "error", err)
	return fault.New(ProviderUnavailable, "", "{provider} does not answer at the moment.", "Try again in a moment.",
		fault.WithText("provider", p.Name))
}

// callbackMoved answers at the old redirect URL, which may still be registered at a provider.
func (s *SignIn) callbackMoved(w http.ResponseWriter, r *http.Request) {
	s.fail(w, r, fault.New(CallbackMoved, "", "The identity provider sent you to an address that is no longer used.",
		"Ask the operator of this server to register the address {path}/CODE at the identity provider, with the "+
			"code of the provider.",
		fault.WithText("path", callbackPath)))
}

// callback completes a sign-in when the identity provider redirects the browser back.
func (s *SignIn) callback(w http.ResponseWriter, r *http.Request) {
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil || repeats(query) {
		s.fail(w, r, signInLost())
		return
	}
	state, browser := query.Get("state"), singleCookie(r, attemptCookie)
	if !isSecret(state) || !isSecret(browser) {
		s.fail(w, r, signInLost())
		return
	}
	began, err := s.takeAttempt(r.Context(), state, browser)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	// The attempt is already deleted: a response at another provider's callback URL is an attack, or a mistake.
	if chi.URLParam(r, "code") != began.Provider {
		s.fail(w, r, signInLost())
		return
	}
	p := s.providers[began.Provider]
	if p == nil { // it has been removed from the settings
		s.fail(w, r, unknownProvider())
		return
	}
	if p.Issuer != began.Issuer { // the settings now use the code for another provider
		s.fail(w, r, signInLost())
		return
	}
	found, err := p.discover(r.Context())
	if err != nil {
		s.fail(w, r, s.unreachable(r.Context(), p, err))
		return
	}
	if issuer := query.Get("iss"); issuer != p.Issuer && (query.Has("iss") || found.namesItself) {
		s.fail(w, r, s.invalidAnswer(r.Context(), p,
			errors.New("the parameter iss names another provider, or is missing")))
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
	user, proven, err := s.access.Identify(r.Context(),
		access.Claims{Provider: p.Code, Issuer: p.Issuer, Subject: who.subject,
			Email: who.email, EmailVerified: who.verified.or(p.TrustEmail), Name: who.name})
	if err != nil {
		s.fail(w, r, err)
		return
	}
	clearCookie(w, attemptCookie)
	s.enter(w, r, access.NewSession{User: user, Method: vocabulary.SignInMethodOpenID, Provider: p.Code, Email: proven,
		ProviderSession: who.session, ProviderSubject: who.subject}, began.ReturnTo)
}

// repeats reports whether a parameter occurs twice, which RFC 6749, section 3.1, forbids.
func repeats(query url.Values) bool {
	for _, values := range query {
		if len(values) > 1 {
			return true
		}
	}
	return false
}

// refused returns the error for a provider that did not authenticate the person.
func (s *SignIn) refused(ctx context.Context, p *provider, code string) error {
	s.log.InfoContext(ctx, "an identity provider refused a sign-in", "provider", p.Code, "reason", printable(code, 60))
	switch code {
	case "access_denied", "login_required", "interaction_required", "consent_required", "account_selection_required":
		return fault.New(ProviderRefused, "", "{provider} did not let you in, or the sign-in was canceled there.",
			"Sign in again, or ask the administrator of your account at {provider}.",
			fault.WithText("provider", p.Name))
	case "temporarily_unavailable", "server_error":
		return fault.New(ProviderUnavailable, "", "{provider} cannot sign people in at the moment.",
			"Try again in a moment.", fault.WithText("provider", p.Name))
	}
	return fault.New(ProviderRefused, "", "{provider} refused the sign-in.",
		"Tell the operator of this server: the log says why.", fault.WithText("provider", p.Name))
}

// invalidAnswer returns the error for a provider's response that could not be verified, and logs the reason.
func (s *SignIn) invalidAnswer(ctx context.Context, p *provider, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	s.log.WarnContext(ctx, "the answer of an identity provider is not valid", "provider", p.Code, "error", brief(err))
	return fault.New(ProviderAnswerInvalid, "", "The answer of {provider} does not prove who you are.",
		"Sign in again. If the error stays, tell the operator of this server.", fault.WithText("provider", p.Name))
}

// answer holds a provider's claims about the person who signed in. verified is nil if the provider does not send
// email_verified.
type answer struct {
	subject, session, email, name string
	verified                      *looseBool
}

// exchange exchanges a code for an id token, and verifies the token.
func (s *SignIn) exchange(ctx context.Context, p *provider, found *discovered, code string,
	began *ent.SignInAttempt) (answer, error) {
	if code == "" {
		return answer{}, s.invalidAnswer(ctx, p, errors.New("there is neither a code nor an error"))
	}
	talk := p.context(ctx)
	tokens, err := found.oauth.Exchange(talk, code, oauth2.VerifierOption(began.Verifier))
	var refusal *oauth2.RetrieveError
	switch {
	case errors.As(err, &refusal) && refusal.Response.StatusCode < 500:
		return answer{}, s.invalidAnswer(ctx, p, fmt.Errorf("the code was refused: %d %s", refusal.Response.StatusCode,
			printable(refusal.ErrorCode, 60)))
	case errors.As(err, &refusal):
		return answer{}, s.unreachable(ctx, p, fmt.Errorf("the code was not taken: %d", refusal.Response.StatusCode))
	case err != nil:
		return answer{}, s.unreachable(ctx, p, brief(err))
	}
	raw, _ := tokens.Extra("id_token").(string)
	if raw == "" {
		return answer{}, s.invalidAnswer(ctx, p, errors.New("there is no id token"))
	}
	token, err := found.idTokens.Verify(talk, raw)
	if err != nil {
		if err = p.markUnreachable(talk, err); errors.Is(err, errUnreachable) {
			return answer{}, s.unreachable(ctx, p, err)
		}
		return answer{}, s.invalidAnswer(ctx, p, err)
	}
	claims, err := p.check(token, tokens.AccessToken, began.Nonce)
	if err != nil {
		return answer{}, s.invalidAnswer(ctx, p, err)
	}
	who := claims.answer(token.Subject)
	if who.email == "" && found.oidc.UserInfoEndpoint() != "" {
		if err := who.complete(talk, found, tokens); err != nil {
			if errors.Is(err, errOtherPerson) || errors.Is(err, errClaims) {
				return answer{}, s.invalidAnswer(ctx, p, err)
			}
			// A user who is already linked to the issuer and subject needs no address.
			s.log.WarnContext(ctx, "an identity provider does not say who a user is", "provider", p.Code, "error",
				brief(err))
		}
	}
	return who, nil
}

// idClaims are the claims of an id token that the library does not decode.
type idClaims struct {
	AuthorizedParty string          `json:"azp"`
	IssuedAt        json.RawMessage `json:"iat"`
	Session         identifier      `json:"sid"`
	userClaims
}

// userClaims are the claims about the person.
type userClaims struct {
	Email    looseText  `json:"email"`
	Verified *looseBool `json:"email_verified"`
	Name     looseText  `json:"name"`
}

// looseText decodes a text. It is empty for any other value, such as a number: a claim that cannot be used does not
// keep a person out.
type looseText string

// UnmarshalJSON implements json.Unmarshaler.
func (t *looseText) UnmarshalJSON(text []byte) error {
	var s string
	if json.Unmarshal(text, &s) != nil {
		s = ""
	}
	*t = looseText(s)
	return nil
}

// identifier decodes a provider's identifier of a session. It is empty for any other value: the session then ends by
// its subject.
type identifier string

// UnmarshalJSON implements json.Unmarshaler.
func (t *identifier) UnmarshalJSON(text []byte) error {
	*t = ""
	var s string
	if validIdentifier(text) && json.Unmarshal(text, &s) == nil {
		*t = identifier(s)
	}
	return nil
}

// looseBool decodes a boolean that some providers send as a string.
type looseBool bool

// UnmarshalJSON implements json.Unmarshaler.
func (t *looseBool) UnmarshalJSON(text []byte) error {
	*t = looseBool(string(text) == "true" || string(text) == `"true"`)
	return nil
}

// or returns the value, or assumed if the provider did not send the claim.
func (t *looseBool) or(assumed bool) bool {
	if t == nil {
		return assumed
	}
	return bool(*t)
}

// check verifies what the library does not (OpenID Connect Core, section 3.1.3.7).
func (p *provider) check(token *oidc.IDToken, accessToken, nonce string) (idClaims, error) {
	var claims idClaims
	if err := checkClaims(token.Claims); err != nil {
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
	return answer{subject: subject, session: string(c.Session), email: string(c.Email), verified: c.Verified,
		name: string(c.Name)}
}

var errOtherPerson = errors.New("userinfo is about somebody else than the id token")

// complete adds the claims of the userinfo endpoint that the id token lacks.
func (w *answer) complete(ctx context.Context, found *discovered, tokens *oauth2.Token) error {
	info, err := found.oidc.UserInfo(ctx, oauth2.StaticTokenSource(tokens))
	if err != nil {
		return err
	}
	if err := checkClaims(info.Claims); err != nil {
		return fmt.Errorf("userinfo: %w", err)
	}
	if subtle.ConstantTimeCompare([]byte(info.Subject), []byte(w.subject)) != 1 {
		return errOtherPerson
	}
	var claims userClaims
	if err := info.Claims(&claims); err != nil {
		return err
	}
	w.email, w.verified = string(claims.Email), claims.Verified
	if w.name == "" {
		w.name = string(claims.Name)
	}
	return nil
}

// providerFor returns the provider that lists the domain of an address, or nil.
func (s *SignIn) providerFor(address string) *provider {
	domain := email.Domain(address)
	for _, p := range s.order {
		if slices.Contains(p.Domains, domain) {
			return p
		}
	}
	return nil
}
