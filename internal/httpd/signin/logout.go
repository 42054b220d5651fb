package signin

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-jose/go-jose/v4"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/session"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/store"
)

// logoutWindow is the maximum difference between the issue time of a logout token and now. The id of a used token is
// remembered for at least this long.
const logoutWindow = 5 * time.Minute

const logoutEvent = "http://schemas.openid.net/event/backchannel-logout"

// signOut ends the session of the browser. If the session began at an identity provider, the next page offers to sign
// out there too.
func (s *SignIn) signOut(w http.ResponseWriter, r *http.Request) {
	token := Cookie(r)
	where := ""
	if token != "" {
		where = s.providerOf(r, token)
		if err := s.access.SignOut(r.Context(), token); err != nil {
			s.fail(w, r, err)
			return
		}
	}
	clearCookie(w, sessionCookie)
	target := "/signed-out"
	if where != "" {
		target += "?" + url.Values{"provider": {where}}.Encode()
	}
	http.Redirect(w, r, target, http.StatusSeeOther)
}

// providerOf returns the code of the provider at which a session began, or "". A failure is only logged, so that it
// does not prevent signing out.
func (s *SignIn) providerOf(r *http.Request, token string) string {
	who, err := s.access.Session(r.Context(), token)
	if err != nil || who == nil {
		return ""
	}
	row, err := s.db.Client().Session.Query().Where(session.ID(who.CredentialID)).Select(session.FieldProvider).
		Only(store.Unscoped(r.Context())) // the token has authenticated the user
	if err != nil {
		if !ent.IsNotFound(err) {
			s.log.WarnContext(r.Context(), "the identity provider of a session is unknown", "error", err)
		}
		return ""
	}
	return row.Provider
}

func (s *SignIn) signedOut(w http.ResponseWriter, r *http.Request) {
	view := signedOutView{}
	if p := s.providers[r.URL.Query().Get("provider")]; p != nil {
		if found, err := p.discover(r.Context()); err == nil && found.endSession != "" {
			view.Provider, view.Leave = p.Name, withQuery(found.endSession, url.Values{"client_id": {p.ClientID}})
		}
	}
	s.show(w, r, http.StatusOK, "signed_out", "Signed out", view)
}

func withQuery(address string, more url.Values) string {
	parsed, err := url.Parse(address)
	if err != nil {
		return address
	}
	query := parsed.Query()
	for name, values := range more {
		query[name] = values
	}
	parsed.RawQuery = query.Encode()
	return parsed.String()
}

// backchannelLogout ends sessions at the request of a provider (OpenID Connect Back-Channel Logout 1.0).
func (s *SignIn) backchannelLogout(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	p := s.providers[chi.URLParam(r, "code")]
	if p == nil {
		answerLogout(w, http.StatusNotFound, "invalid_request", "There is no such identity provider.")
		return
	}
	token, err := s.logoutToken(r, p)
	switch {
	case errors.Is(err, errUnreachable):
		s.log.WarnContext(r.Context(), "an identity provider does not answer", "provider", p.Code, "error", err)
		answerLogout(w, http.StatusServiceUnavailable, "temporarily_unavailable",
			"The keys of the provider cannot be fetched at the moment.")
		return
	case err != nil:
		s.log.WarnContext(r.Context(), "a logout token is not valid", "provider", p.Code, "error", brief(err))
		answerLogout(w, http.StatusBadRequest, "invalid_request", "The logout token is not valid.")
		return
	}
	if !s.spent.take(p.Code+" "+token.id, token.until) {
		s.log.WarnContext(r.Context(), "a logout token was used twice", "provider", p.Code)
		answerLogout(w, http.StatusBadRequest, "invalid_request", "The logout token was used before.")
		return
	}
	ended, err := s.access.EndAtProvider(r.Context(), p.Code, token.session, token.subject)
	if err != nil {
		s.spent.give(p.Code + " " + token.id) // so that the provider may send it again
		s.log.ErrorContext(r.Context(), "sessions could not be ended for an identity provider", "provider", p.Code,
			"error", err)
		answerLogout(w, http.StatusServiceUnavailable, "temporarily_unavailable",
			"The sessions could not be ended at the moment.")
		return
	}
	s.log.InfoContext(r.Context(), "an identity provider ended sessions", "provider", p.Code, "ended", ended)
	w.WriteHeader(http.StatusOK)
}

func answerLogout(w http.ResponseWriter, status int, code, description string) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]string{"error": code, "error_description": description})
}

// logout holds the claims of a logout token. until is when its id may be forgotten.
type logout struct {
	id, session, subject string
	until                clock.Instant
}

func (s *SignIn) logoutToken(r *http.Request, p *provider) (logout, error) {
	raw := r.PostForm.Get("logout_token")
	if raw == "" || len(raw) > maxToken {
		return logout{}, errors.New("there is no logout token")
	}
	// Some providers set the type JWT on every token, so it is accepted too.
	parsed, err := jose.ParseSignedCompact(raw, joseSignatures)
	if err != nil || len(parsed.Signatures) != 1 ||
		!hasType(parsed, "", "jwt", "logout+jwt", "application/logout+jwt") {
		return logout{}, errors.New("it is a token of another type")
	}
	found, err := p.discover(r.Context())
	if err != nil {
		return logout{}, fmt.Errorf("%w: %w", errUnreachable, err)
	}
	talk := p.context(r.Context())
	token, err := found.idTokens.VerifyLogout(talk, raw)
	if err != nil {
		return logout{}, p.markUnreachable(talk, err)
	}
	if err := checkClaims(token.Claims, "sid"); err != nil {
		return logout{}, err
	}
	var claims struct {
		Events map[string]json.RawMessage `json:"events"`
	}
	if err := token.Claims(&claims); err != nil {
		return logout{}, err
	}
	var event map[string]any
	if err := json.Unmarshal(claims.Events[logoutEvent], &event); err != nil || event == nil {
		return logout{}, errors.New("the logout event is not an object")
	}
	now := p.now().Time()
	if age := now.Sub(token.IssuedAt); age > logoutWindow || age < -logoutWindow {
		return logout{}, errors.New("iat is missing, or more than five minutes away")
	}
	until := clock.At(token.IssuedAt.Add(2 * logoutWindow))
	return logout{id: token.TokenID, session: token.SessionID, subject: token.Subject, until: until}, nil
}

// usedTokens remembers the ids of logout tokens until the tokens expire, so that each can be used only once. Only
// providers can issue valid ones, so there are few.
type usedTokens struct {
	now clock.Clock

	mu    sync.Mutex
	until map[string]clock.Instant
}

// take marks an id as used, and reports whether it was unused.
func (u *usedTokens) take(id string, until clock.Instant) bool {
	u.mu.Lock()
	defer u.mu.Unlock()
	now := u.now()
	for other, end := range u.until {
		if end < now {
			delete(u.until, other)
		}
	}
	if _, used := u.until[id]; used {
		return false
	}
	if u.until == nil {
		u.until = map[string]clock.Instant{}
	}
	u.until[id] = until
	return true
}

func (u *usedTokens) give(id string) {
	u.mu.Lock()
	defer u.mu.Unlock()
	delete(u.until, id)
}
