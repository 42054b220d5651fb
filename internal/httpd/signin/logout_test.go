package signin_test

import (
	"errors"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

const backchannel = "/sign-in/backchannel-logout/company"

// tell sends a logout token as a provider does, without the headers of a browser.
func tell(t *testing.T, d *fixture, address, token string) page {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, publicURL+address,
		strings.NewReader(url.Values{"logout_token": {token}}.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	got := d.browser(t).do(r)
	if got.Header.Get("Cache-Control") != "no-store" {
		t.Error("the response may be cached")
	}
	return got
}

func logoutClaims(p *idp, jti string) map[string]any {
	now := start.Time().Unix()
	return map[string]any{"iss": p.URL, "aud": clientID, "iat": now, "exp": now + 120, "jti": jti, "sub": subject,
		"sid":    "session-1",
		"events": map[string]any{"http://schemas.openid.net/event/backchannel-logout": map[string]any{}}}
}

func TestAProviderEndsSessions(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	for name, test := range map[string]struct {
		typ    string
		change func(claims map[string]any)
		want   string
		left   []string
	}{
		"by session and subject": {"logout+jwt", func(map[string]any) {}, "company session-1 subject-1",
			[]string{"ms_2", "ms_3"}},
		"by session": {"", func(c map[string]any) { delete(c, "sub") }, "company session-1 ",
			[]string{"ms_2", "ms_3"}},
		"by subject": {"JWT", func(c map[string]any) { delete(c, "sid") }, "company  subject-1",
			[]string{"ms_3"}},
		"of a session unknown": {"", func(c map[string]any) { c["sid"] = "x" }, "company x subject-1",
			[]string{"ms_1", "ms_2", "ms_3"}},
	} {
		t.Run(name, func(t *testing.T) {
			p := newIDP(t)
			d := p.fixture(t, db, "")
			for _, s := range []access.NewSession{{Provider: "company", ProviderSession: "session-1",
				ProviderSubject: subject},
				{Provider: "company", ProviderSession: "session-2", ProviderSubject: subject},
				{Provider: "other", ProviderSession: "session-1", ProviderSubject: subject}} {
				if _, _, err := d.access.Begin(t.Context(), s); err != nil {
					t.Fatal(err)
				}
			}
			claims := logoutClaims(p, "one")
			test.change(claims)
			tell(t, d, backchannel, signed(t, p.keys[0], test.typ, claims)).status(t, http.StatusOK)
			if !slices.Equal(d.access.ended, []string{test.want}) || !slices.Equal(d.access.tokens(), test.left) {
				t.Errorf("ended %q, left %q", d.access.ended, d.access.tokens())
			}
		})
	}
}

func TestLogoutTokensThatDoNotHold(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	p := newIDP(t)
	d := p.fixture(t, db, "")
	now := start.Time().Unix()
	with := func(name string, value any) string {
		claims := logoutClaims(p, "one")
		claims[name] = value
		maps.DeleteFunc(claims, func(_ string, v any) bool { return v == nil })
		return signed(t, p.keys[0], "logout+jwt", claims)
	}
	event := "http://schemas.openid.net/event/backchannel-logout"
	for name, token := range map[string]string{
		"another key":       signed(t, newKey(t, "first"), "logout+jwt", logoutClaims(p, "one")),
		"alg none":          unsigned(logoutClaims(p, "one")),
		"HS256":             confused(t, p.keys[0], logoutClaims(p, "one")),
		"another type":      signed(t, p.keys[0], "at+jwt", logoutClaims(p, "one")),
		"another algorithm": signed(t, rsaKey(t, "first", jose.RS384), "", logoutClaims(p, "one")),
		"wrong audience":    with("aud", "x"), "wrong issuer": with("iss", "https://evil.example"),
		"expired": with("exp", now-1), "no expiry": with("exp", nil),
		"a nonce": with("nonce", "x"), "an empty nonce": with("nonce", ""), "no id": with("jti", nil),
		"no event": with("events", nil), "another event": with("events", map[string]any{"x": map[string]any{}}),
		"an event that is no object": with("events", map[string]any{event: true}),
		"an event that is null":      with("events", map[string]any{event: nil}),
		"made six minutes ago":       with("iat", now-301), "made in the future": with("iat", now+301),
		"made at no time": with("iat", nil), "empty": "", "no token": "x", "an id token": p.sign(p.honest("n")),
		"huge": with("x", strings.Repeat("x", 20_000)),
	} {
		got := tell(t, d, backchannel, token)
		if got.StatusCode != http.StatusBadRequest ||
			!strings.HasPrefix(got.Header.Get("Content-Type"), "application/json") {
			t.Errorf(`%s: %d %s, want StatusCode = %d and Content-Type "application/json" at its beginning`, name,
				got.StatusCode, got.text, http.StatusBadRequest)
		}
	}
	both := logoutClaims(p, "one")
	delete(both, "sid")
	delete(both, "sub")
	tell(t, d, backchannel, p.sign(both)).status(t, http.StatusBadRequest)
	tell(t, d, "/sign-in/backchannel-logout/nobody", p.sign(logoutClaims(p, "one"))).status(t, http.StatusNotFound)
	if len(d.access.ended) != 0 {
		t.Errorf("ended %q, want none", d.access.ended)
	}
	// None of them has used up the id.
	tell(t, d, backchannel, p.sign(logoutClaims(p, "one"))).status(t, http.StatusOK)
}

func TestALogoutTokenWorksOnce(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	p := newIDP(t)
	d := p.fixture(t, db, "")
	d.access.fail = errors.New("the database is away")
	token := p.sign(logoutClaims(p, "one"))
	tell(t, d, backchannel, token).status(t, http.StatusServiceUnavailable)
	d.access.fail = nil
	tell(t, d, backchannel, token).status(t, http.StatusOK) // the provider tries again
	tell(t, d, backchannel, token).status(t, http.StatusBadRequest)
	longer := logoutClaims(p, "one") // the same id, in a new token
	longer["exp"] = start.Time().Unix() + 3600
	tell(t, d, backchannel, p.sign(longer)).status(t, http.StatusBadRequest)
	d.clock.Advance(5 * time.Minute)
	tell(t, d, backchannel, p.sign(longer)).status(t, http.StatusBadRequest)
	d.clock.Advance(time.Second)
	tell(t, d, backchannel, p.sign(longer)).status(t, http.StatusBadRequest) // too old by now
	tell(t, d, backchannel, p.sign(logoutClaims(p, "two"))).status(t, http.StatusBadRequest)
	if len(d.access.ended) != 1 {
		t.Errorf("ended %q, want 1 of them", d.access.ended)
	}
}

func TestLogoutWhileTheKeysAreAway(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	p := newIDP(t)
	p.down = true
	d := p.fixture(t, db, "")
	token := p.sign(logoutClaims(p, "one"))
	tell(t, d, backchannel, token).status(t, http.StatusServiceUnavailable)
	p.set(func() { p.down = false })
	d.clock.Advance(11 * time.Second)
	tell(t, d, backchannel, token).status(t, http.StatusOK)
}
