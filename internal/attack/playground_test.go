package attack_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/muniment/muniment/internal/change"
)

// exchanged returns a token of the playground for the session of an actor.
func (w *world) exchanged(as actor) string {
	w.t.Helper()
	r := w.request(http.MethodPost, "/playground/token", nil)
	as.credential(r)
	a := w.serve(r)
	var given struct{ Token string }
	if a.status != http.StatusOK || json.Unmarshal([]byte(a.text), &given) != nil || given.Token == "" {
		w.t.Fatalf("no token of the playground: %d %s", a.status, a.text)
	}
	return given.Token
}

// asked sends an operation by its text with the credentials of an actor, without a token of the playground.
func (w *world) asked(as actor, method string) answer {
	w.t.Helper()
	const text = "{ viewer { name } }"
	r := w.request(method, "/graphql", strings.NewReader(`{"query": "`+text+`"}`))
	if method != http.MethodPost {
		r = w.request(method, "/graphql?query="+url.QueryEscape(text), nil)
	}
	r.Header.Set("Content-Type", "application/json")
	as.credential(r)
	return w.serveAsIs(r)
}

// A session runs no text, by whatever method it is sent. A key does.
func TestASessionSendsNoText(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		session := w.alder.chief.actor
		key := w.key(session, input{"scopes": []string{"READ"}})
		for _, method := range []string{http.MethodPost, http.MethodGet, http.MethodHead} {
			if a := w.asked(session, method); a.status != http.StatusForbidden ||
				method != http.MethodHead && a.code != "TRUSTED_DOCUMENTS_ONLY" {
				t.Errorf("%s with a session: %d %.300s, want 403 TRUSTED_DOCUMENTS_ONLY", method, a.status, a.text)
			}
			if a := w.asked(key, method); a.status != http.StatusOK {
				t.Errorf("%s with a key: %d %.300s, want 200", method, a.status, a.text)
			}
		}
	})
}

// A token of the playground opens nothing but /graphql, only beside the cookie of its session, and ends with it.
func TestATokenOfThePlaygroundIsForThePlayground(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		session := w.alder.chief.actor
		token := w.exchanged(session)
		both := actor{name: "playground", bearer: token, cookie: session.cookie}
		if a := w.asked(both, http.MethodPost); a.status != http.StatusOK {
			t.Fatalf("%d %.300s, want 200", a.status, a.text)
		}
		of := w.alder.account.String()
		for _, path := range []string{"/export/audit?account=" + of, "/export/access-review?account=" + of,
			"/scim/v2/Users", "/accounts/" + of, "/playground/"} {
			r := w.request(http.MethodGet, path, nil)
			both.credential(r)
			if a := w.serveAsIs(r); a.status != http.StatusUnauthorized {
				t.Errorf("%s: %d %.300s, want 401", path, a.status, a.text)
			}
		}
		r := w.request(http.MethodPost, "/playground/token", nil)
		both.credential(r)
		if a := w.serveAsIs(r); a.status != http.StatusUnauthorized {
			t.Errorf("a token is exchanged for another: %d %.300s, want 401", a.status, a.text)
		}
		for name, as := range map[string]actor{"without the cookie": {bearer: token},
			"beside another session": {bearer: token, cookie: w.alder.reader.cookie},
			"as the cookie":          {cookie: token}, "the session as a token": {bearer: session.cookie}} {
			if a := w.asked(as, http.MethodPost); a.status != http.StatusUnauthorized {
				t.Errorf("%s: %d %.300s, want 401", name, a.status, a.text)
			}
		}
		w.clock.Advance(5 * time.Minute)
		if a := w.asked(both, http.MethodPost); a.status != http.StatusUnauthorized {
			t.Errorf("after five minutes: %d %.300s, want 401", a.status, a.text)
		}
		both.bearer = w.exchanged(session)
		b := w.browser()
		b.cookies["__Host-muniment"] = session.cookie
		b.post("/sign-out")
		if a := w.asked(both, http.MethodPost); a.status != http.StatusUnauthorized {
			t.Errorf("after the end of the session: %d %.300s, want 401", a.status, a.text)
		}
	})
}

// Only a page of the server exchanges a session.
func TestOnlyPagesOfTheServerExchangeASession(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		r := w.request(http.MethodPost, "/playground/token", nil)
		w.alder.chief.credential(r)
		r.Header.Set("Origin", "https://evil.example")
		r.Header.Set("Sec-Fetch-Site", "cross-site")
		if a := w.serve(r); a.code != "FOREIGN_ORIGIN" || strings.Contains(a.text, "mp_") {
			t.Errorf("%d %.300s, want FOREIGN_ORIGIN", a.status, a.text)
		}
		nobody := w.serve(w.request(http.MethodPost, "/playground/token", nil))
		if nobody.code != string(change.Unauthenticated) {
			t.Errorf("without a session: %d %.300s, want UNAUTHENTICATED", nobody.status, nobody.text)
		}
	})
}
