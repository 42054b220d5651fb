package signin_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/httpd/signin"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/vocabulary"
)

func TestSignInAtAProvider(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		p := newIDP(t)
		d := p.fixture(t, db, "    domains: [Customer.example]\n")
		b := d.browser(t)
		p.through(b, "/licenses?x=1#top").leads(t, "/licenses?x=1#top")
		token := b.cookies["__Host-muniment"]
		got := d.access.sessions[token]
		want := access.NewSession{User: d.access.user, Method: vocabulary.SignInMethodOpenID, Provider: "company",
			ProviderSession: "session-1", ProviderSubject: subject, Email: "administrator@customer.example",
			Address: "192.0.2.1"}
		if got != want {
			t.Errorf("session %+v, want %+v", got, want)
		}
		if diff := cmp.Diff([]access.Claims{{Provider: "company", Issuer: p.URL, Subject: subject,
			Email: "administrator@customer.example", EmailVerified: true,
			Name: "Administrator"}}, d.access.claims); diff != "" {
			t.Error(diff)
		}
		if _, left := b.cookies["__Host-muniment-attempt"]; left {
			t.Error("the cookie of the attempt is still there")
		}
		rows, err := db.Client().SignInAttempt.Query().Count(store.WithScope(t.Context(), store.Everything()))
		if err != nil || rows != 0 {
			t.Errorf("%d attempts are left, %v", rows, err)
		}
	})
}

func TestWhatIsKeptOfAnAttempt(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		p := newIDP(t)
		d := p.fixture(t, db, "")
		b := d.browser(t)
		there := b.get("/sign-in/provider/company").status(t, http.StatusSeeOther)
		address, err := url.Parse(there.Header.Get("Location"))
		if err != nil {
			t.Fatal(err)
		}
		row, err := db.Client().SignInAttempt.Query().Only(store.WithScope(t.Context(), store.Everything()))
		if err != nil {
			t.Fatal(err)
		}
		for name, clear := range map[string]string{"state": address.Query().Get("state"),
			"cookie": b.cookies["__Host-muniment-attempt"]} {
			if len(clear) != 43 {
				t.Errorf("%s %q has not 256 bits", name, clear)
			}
			if clear == row.StateHash || clear == row.BrowserHash {
				t.Errorf("%s is kept in the clear", name)
			}
		}
		// An abandoned attempt is deleted with the next attempt.
		d.clock.Advance(11 * time.Minute)
		b.get("/sign-in/provider/company").status(t, http.StatusSeeOther)
		rows, err := db.Client().SignInAttempt.Query().Count(store.WithScope(t.Context(), store.Everything()))
		if err != nil || rows != 1 {
			t.Errorf("%d attempts, %v, want 1", rows, err)
		}
	})
}

func TestAnswersThatAreLost(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		for name, test := range map[string]func(p *idp, d *fixture, b *browser, answer url.Values) page{
			"state replay": func(_ *idp, _ *fixture, b *browser, answer url.Values) page {
				b.get("/sign-in/callback/company?"+answer.Encode()).leads(t, "/")
				b.cookies["__Host-muniment-attempt"] = strings.Repeat("A", 43)
				return b.get("/sign-in/callback/company?" + answer.Encode())
			},
			"foreign browser": func(_ *idp, d *fixture, _ *browser, answer url.Values) page {
				stranger := d.browser(t)
				stranger.get("/sign-in/provider/company")
				return stranger.get("/sign-in/callback/company?" + answer.Encode())
			},
			"no cookie": func(_ *idp, d *fixture, _ *browser, answer url.Values) page {
				return d.browser(t).get("/sign-in/callback/company?" + answer.Encode())
			},
			"unknown state": func(_ *idp, _ *fixture, b *browser, answer url.Values) page {
				answer.Set("state", strings.Repeat("A", 43))
				return b.get("/sign-in/callback/company?" + answer.Encode())
			},
			"no state": func(_ *idp, _ *fixture, b *browser, answer url.Values) page {
				answer.Del("state")
				return b.get("/sign-in/callback/company?" + answer.Encode())
			},
			"two states": func(_ *idp, _ *fixture, b *browser, answer url.Values) page {
				answer.Add("state", answer.Get("state"))
				return b.get("/sign-in/callback/company?" + answer.Encode())
			},
			"too late": func(_ *idp, d *fixture, b *browser, answer url.Values) page {
				d.clock.Advance(10 * time.Minute)
				return b.get("/sign-in/callback/company?" + answer.Encode())
			},
			"unreadable": func(_ *idp, _ *fixture, b *browser, _ url.Values) page {
				return b.get("/sign-in/callback/company?%zz")
			},
		} {
			t.Run(name, func(t *testing.T) {
				p := newIDP(t)
				d := p.fixture(t, db, "")
				b := d.browser(t)
				there := b.get("/sign-in/provider/company")
				before := len(d.access.tokens())
				test(p, d, b, p.authorize(t, there.Header.Get("Location"))).status(t, http.StatusBadRequest).
					contains(t, "SIGN_IN_LOST")
				if now := len(d.access.tokens()); now > before+1 || now == 1 && name != "state replay" {
					t.Errorf("%d sessions", now)
				}
			})
		}
	})
}

func TestAStrangerDoesNotUseAnAttemptUp(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		p := newIDP(t)
		d := p.fixture(t, db, "")
		b, stranger := d.browser(t), d.browser(t)
		there := b.get("/sign-in/provider/company")
		stranger.get("/sign-in/provider/company")
		answer := p.authorize(t, there.Header.Get("Location")).Encode()
		stranger.get("/sign-in/callback/company?"+answer).contains(t, "SIGN_IN_LOST")
		b.get("/sign-in/callback/company?"+answer).leads(t, "/")
	})
}

func TestTwoWindows(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	p := newIDP(t)
	b := p.fixture(t, db, "").browser(t)
	first := b.get("/sign-in/provider/company?return_to=/first").Header.Get("Location")
	second := b.get("/sign-in/provider/company?return_to=/second").Header.Get("Location")
	if first == second {
		t.Error("both windows have one state")
	}
	b.get("/sign-in/callback/company?"+p.authorize(t, first).Encode()).leads(t, "/first")
}

func TestAnAnswerIsAcceptedOnlyOnce(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		p := newIDP(t)
		d := p.fixture(t, db, "")
		b := d.browser(t)
		there := b.get("/sign-in/provider/company")
		answer := p.authorize(t, there.Header.Get("Location")).Encode()
		var all sync.WaitGroup
		for range 8 {
			copied := d.browser(t)
			copied.cookies["__Host-muniment-attempt"] = b.cookies["__Host-muniment-attempt"]
			all.Go(func() { copied.get("/sign-in/callback/company?" + answer) })
		}
		all.Wait()
		if got := len(d.access.tokens()); got != 1 {
			t.Errorf("%d sessions began, want 1", got)
		}
		if _, _, exchanges := p.counts(); exchanges != 1 {
			t.Errorf("the code was sent %d times", exchanges)
		}
	})
}

func TestAnswersThatProveNothing(t *testing.T) {
	other := rsaKey(t, "first", jose.RS256)
	stolen := newKey(t, "first")
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	now := start.Time().Unix()
	with := func(name string, value any) func(p *idp) {
		return func(p *idp) {
			p.forge = func(claims map[string]any) string {
				claims[name] = value
				return p.sign(claims)
			}
		}
	}
	without := func(name string) func(p *idp) {
		return func(p *idp) {
			p.forge = func(claims map[string]any) string {
				delete(claims, name)
				return p.sign(claims)
			}
		}
	}
	for name, test := range map[string]func(p *idp){
		"another key": func(p *idp) {
			p.forge = func(c map[string]any) string {
				return signed(t, stolen,
					"", c)
			}
		},
		"another kind of key": func(p *idp) {
			p.forge = func(c map[string]any) string {
				return signed(t, other, "", c)
			}
		},
		"alg none": func(p *idp) { p.forge = unsigned },
		"HS256 by the public key": func(p *idp) {
			p.forge = func(c map[string]any) string {
				return confused(t,
					p.keys[0], c)
			}
		},
		"HS256 by the client secret": func(p *idp) {
			p.forge = func(c map[string]any) string {
				return signed(t, jose.JSONWebKey{Key: []byte(secret + "                                "),
					Algorithm: "HS256"}, "", c)
			}
		},
		"an algorithm that is not wanted": func(p *idp) {
			key := rsaKey(t, "first", jose.RS512)
			p.keys[0] = key
		},
		"no token":                  func(p *idp) { p.forge = func(map[string]any) string { return "" } },
		"no JWT":                    func(p *idp) { p.forge = func(map[string]any) string { return "x.y.z" } },
		"wrong audience":            with("aud", "somebody-else"),
		"several audiences, no azp": with("aud", []string{clientID, "somebody-else"}),
		"azp of another":            with("azp", "somebody-else"),
		"wrong issuer":              with("iss", "https://evil.example"),
		"expired":                   with("exp", now-1),
		"never expires":             without("exp"),
		"made in the future":        with("iat", now+120),
		"made at no time":           without("iat"),
		"not yet":                   with("nbf", now+600),
		"no nonce":                  without("nonce"),
		"another nonce":             with("nonce", "another"),
		"no subject":                without("sub"),
		"a long subject":            with("sub", strings.Repeat("x", 256)),
		"another access token":      with("at_hash", "AAAAAAAAAAAAAAAAAAAAAA"),
		"a party of another type":   with("azp", 5),
		"userinfo of somebody else": func(p *idp) {
			without("email")(p)
			p.info = map[string]any{"sub": "subject-2", "email": "x@example.com"}
		},
		"userinfo of nobody": func(p *idp) {
			without("email")(
				p)
			p.info = map[string]any{"email": "x@example.com"}
		},
		"nothing can be read of iat": with("iat", "yesterday"),
	} {
		t.Run(name, func(t *testing.T) {
			p := newIDP(t)
			test(p)
			d := p.fixture(t, db, "")
			b := d.browser(t)
			p.through(b, "/").status(t, http.StatusBadRequest).contains(t, "PROVIDER_ANSWER_INVALID",
				"Company directory")
			if len(d.access.tokens()) != 0 || len(d.access.claims) != 0 || b.cookies["__Host-muniment"] != "" {
				t.Error("somebody is signed in")
			}
			if !strings.Contains(d.log.String(), `"provider":"company"`) {
				t.Errorf("the log does not say why: %s", d.log)
			}
		})
	}
}

func TestAnswersThatHold(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	for name, test := range map[string]struct {
		forge func(p *idp, claims map[string]any)
		want  access.Claims
		// silent omits the claim email_verified.
		silent bool
	}{
		"azp with several audiences": {func(_ *idp, c map[string]any) {
			c["aud"],
				c["azp"] = []string{clientID, "other"}, clientID
		},
			access.Claims{Email: "administrator@customer.example", EmailVerified: true, Name: "Administrator"}, false},
		"clocks that differ a little": {func(_ *idp, c map[string]any) { c["iat"] = start.Time().Unix() + 30 },
			access.Claims{Email: "administrator@customer.example", EmailVerified: true, Name: "Administrator"}, false},
		"a truth as text": {func(_ *idp, c map[string]any) { c["email_verified"] = "true" },
			access.Claims{Email: "administrator@customer.example", EmailVerified: true, Name: "Administrator"}, false},
		"an address without proof": {forge: func(_ *idp, c map[string]any) { delete(c, "email_verified") },
			want: access.Claims{Email: "administrator@customer.example", Name: "Administrator"}, silent: true},
		"an address not proven": {func(_ *idp, c map[string]any) { c["email_verified"] = false },
			access.Claims{Email: "administrator@customer.example", Name: "Administrator"}, false},
		"an untruth as number": {func(_ *idp, c map[string]any) { c["email_verified"] = 1 },
			access.Claims{Email: "administrator@customer.example", Name: "Administrator"}, false},
		"the address from userinfo": {func(p *idp, c map[string]any) {
			delete(c, "email")
			delete(c, "name")
			p.info = map[string]any{"sub": subject, "email": "x@customer.example", "email_verified": true, "name": "X"}
		}, access.Claims{Email: "x@customer.example", EmailVerified: true, Name: "X"}, false},
		"an address that is a number": {func(_ *idp, c map[string]any) { c["email"] = 5 },
			access.Claims{EmailVerified: true, Name: "Administrator"}, false},
		"no address anywhere": {func(p *idp, c map[string]any) { delete(c, "email"); delete(c, "email_verified") },
			access.Claims{Name: "Administrator"}, true},
	} {
		for _, trusted := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, trusted %t", name, trusted), func(t *testing.T) {
				p := newIDP(t)
				p.forge = func(claims map[string]any) string {
					test.forge(p, claims)
					return p.sign(claims)
				}
				d := p.fixture(t, db, fmt.Sprintf("    trustEmail: %t\n", trusted))
				p.through(d.browser(t), "/").leads(t, "/")
				want := test.want
				want.Provider, want.Issuer, want.Subject, want.EmailVerified = "company", p.URL, subject,
					want.EmailVerified || trusted && test.silent
				if diff := cmp.Diff([]access.Claims{want}, d.access.claims); diff != "" {
					t.Error(diff)
				}
			})
		}
	}
}

func TestTheParameterIss(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	for name, test := range map[string]struct {
		announced bool
		iss       func(p *idp) []string
		good      bool
	}{
		"not announced, missing": {false, func(*idp) []string { return nil }, true},
		"not announced, right":   {false, func(p *idp) []string { return []string{p.URL} }, true},
		"not announced, wrong":   {false, func(*idp) []string { return []string{"https://evil.example"} }, false},
		"not announced, empty":   {false, func(*idp) []string { return []string{""} }, false},
		"announced, missing":     {true, func(*idp) []string { return nil }, false},
		"announced, right":       {true, func(p *idp) []string { return []string{p.URL} }, true},
		"announced, wrong":       {true, func(*idp) []string { return []string{"https://evil.example"} }, false},
	} {
		for _, failing := range []bool{false, true} {
			t.Run(name, func(t *testing.T) {
				p := newIDP(t)
				p.description["authorization_response_iss_parameter_supported"] = test.announced
				d := p.fixture(t, db, "")
				b := d.browser(t)
				there := b.get("/sign-in/provider/company")
				answer := p.authorize(t, there.Header.Get("Location"))
				if iss := test.iss(p); iss != nil {
					answer["iss"] = iss
				}
				if failing {
					answer.Del("code")
					answer.Set("error", "access_denied")
				}
				got := b.get("/sign-in/callback/company?" + answer.Encode())
				switch {
				case test.good && !failing:
					got.leads(t, "/")
				case test.good:
					got.contains(t, "PROVIDER_REFUSED")
				default:
					got.status(t, http.StatusBadRequest).contains(t, "PROVIDER_ANSWER_INVALID")
					if _, _, exchanges := p.counts(); exchanges != 0 {
						t.Error("the code was exchanged although the response was refused")
					}
				}
			})
		}
	}
}

func TestTheProviderRefuses(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	for answer, want := range map[string]string{"access_denied": "PROVIDER_REFUSED",
		"login_required":          "PROVIDER_REFUSED",
		"temporarily_unavailable": "PROVIDER_UNAVAILABLE", "<script>": "PROVIDER_REFUSED"} {
		p := newIDP(t)
		d := p.fixture(t, db, "")
		b := d.browser(t)
		there := b.get("/sign-in/provider/company")
		state := p.authorize(t, there.Header.Get("Location")).Get("state")
		got := b.get("/sign-in/callback/company?" + url.Values{"state": {state}, "error": {answer},
			"error_description": {"call 555"}}.Encode())
		got.contains(t, want)
		if strings.Contains(got.text, "555") || strings.Contains(got.raw, "<script>") {
			t.Errorf("the page repeats text from the request: %s", got.text)
		}
	}
}

func TestACodeIsExchangedOnce(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	p := newIDP(t)
	d := p.fixture(t, db, "")
	b := d.browser(t)
	answer := p.authorize(t, b.get("/sign-in/provider/company").Header.Get("Location"))
	b.get("/sign-in/callback/company?"+answer.Encode()).leads(t, "/")
	// The same code in another attempt: the code is used up, and its verifier differs.
	again := p.authorize(t, b.get("/sign-in/provider/company").Header.Get("Location"))
	again.Set("code", answer.Get("code"))
	b.get("/sign-in/callback/company?"+again.Encode()).status(t, http.StatusBadRequest).contains(t,
		"PROVIDER_ANSWER_INVALID")
	// No code at all.
	none := p.authorize(t, b.get("/sign-in/provider/company").Header.Get("Location"))
	none.Del("code")
	b.get("/sign-in/callback/company?"+none.Encode()).contains(t, "PROVIDER_ANSWER_INVALID")
}

func TestAProviderThatIsDown(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	p := newIDP(t)
	p.down = true
	d := p.fixture(t, db, "") // the server starts all the same
	b := d.browser(t)
	b.get("/sign-in").status(t, http.StatusOK)
	b.get("/sign-in/provider/company").status(t, http.StatusServiceUnavailable).contains(t, "PROVIDER_UNAVAILABLE")
	p.set(func() { p.down = false })
	b.get("/sign-in/provider/company").status(t, http.StatusServiceUnavailable) // not asked again so soon
	d.clock.Advance(6 * time.Second)
	p.through(b, "/").leads(t, "/")
	p.set(func() { p.down = true })
	d.clock.Advance(25 * time.Hour) // the metadata has expired, but is still used
	b.get("/sign-in/provider/company").status(t, http.StatusSeeOther)
	if n, _, _ := p.counts(); n != 1 {
		t.Errorf("described itself %d times, want 1", n)
	}
}

func TestDescriptionsThatAreRefused(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	for name, change := range map[string]map[string]any{
		"another issuer":       {"issuer": "https://evil.example"},
		"tokens in the clear":  {"token_endpoint": "http://evil.example/token"},
		"keys in the clear":    {"jwks_uri": "http://evil.example/keys"},
		"a script":             {"authorization_endpoint": "javascript:alert(1)"},
		"no keys":              {"jwks_uri": nil},
		"userinfo in the open": {"userinfo_endpoint": "http://evil.example/"},
	} {
		t.Run(name, func(t *testing.T) {
			p := newIDP(t)
			p.description = change
			p.fixture(t, db, "").browser(t).get("/sign-in/provider/company").status(t, http.StatusServiceUnavailable).
				contains(t, "PROVIDER_UNAVAILABLE")
		})
	}
}

func TestKeysAreRotated(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	p := newIDP(t)
	d := p.fixture(t, db, "")
	p.through(d.browser(t), "/").leads(t, "/")
	p.set(func() { p.keys = append([]jose.JSONWebKey{newKey(t, "second")}, p.keys...) })
	d.clock.Advance(time.Minute)
	p.through(d.browser(t), "/").leads(t, "/")
	if _, fetches, _ := p.counts(); fetches != 2 {
		t.Errorf("the keys were fetched %d times, want 2", fetches)
	}
	p.set(func() { p.keys = p.keys[:1] }) // the first key is retired, and forgotten at the next fetch
	p.through(d.browser(t), "/").leads(t, "/")
}

func TestUnknownKeysAreAskedForOnceAMinute(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	p := newIDP(t)
	d := p.fixture(t, db, "")
	p.through(d.browser(t), "/").leads(t, "/")
	refused := func(id string) {
		t.Helper()
		_, err := d.Bearer(t.Context(), signed(t, newKey(t, id), "at+jwt", p.access()))
		if fault.CodeOf(err) != "UNAUTHENTICATED" {
			t.Errorf("%v, want UNAUTHENTICATED", err)
		}
	}
	fetched := func() int {
		_, fetches, _ := p.counts()
		return fetches
	}
	before := fetched()
	for i := range 20 {
		for _, id := range []string{"unknown", strings.Repeat("x", i), "first"} {
			refused(id)
		}
		d.clock.Advance(2 * time.Second)
	}
	if got := fetched() - before; got != 0 {
		t.Errorf("%d fetches within a minute of the first", got)
	}
	for minute := range 3 {
		d.clock.Advance(time.Minute)
		var all sync.WaitGroup
		for range 10 {
			all.Go(func() { refused("unknown") })
		}
		all.Wait()
		// The library may return the result of a fetch that has just ended to new callers, so all ten may have
		// shared one of the minute before. Later callers do not.
		for tries := 0; fetched()-before <= minute && tries < 1000; tries++ {
			refused("unknown")
		}
		for range 3 {
			refused("unknown")
		}
		if got := fetched() - before; got != minute+1 {
			t.Errorf("%d fetches after %d minutes", got, minute+1)
		}
	}
}

func TestKeysThatCannotBeFetched(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	p := newIDP(t)
	p.description["jwks_uri"] = p.URL + "/nowhere"
	d := p.fixture(t, db, "")
	p.through(d.browser(t), "/").status(t, http.StatusServiceUnavailable).contains(t, "PROVIDER_UNAVAILABLE")
	if _, err := d.Bearer(t.Context(), p.sign(p.access())); fault.CodeOf(err) != signin.ProviderUnavailable {
		t.Errorf("%v, want PROVIDER_UNAVAILABLE", err)
	}
}

func TestIdentifyRefuses(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	p := newIDP(t)
	d := p.fixture(t, db, "")
	d.access.identify = errors.Join(fault.New("FORBIDDEN", "", "Nobody here knows you.", "Ask your administrator."))
	b := d.browser(t)
	p.through(b, "/").status(t, http.StatusForbidden).contains(
		t, "Nobody here knows you.", "Ask your administrator.", "FORBIDDEN")
	d.access.identify = errors.New("SELECT secret FROM users")
	got := p.through(b, "/").status(t, http.StatusInternalServerError).contains(t, "INTERNAL")
	if strings.Contains(got.text, "SELECT") || !strings.Contains(d.log.String(), "SELECT") {
		t.Error("the reason must be logged, and not be shown")
	}
}

func TestLoginHint(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	p := newIDP(t)
	b := p.fixture(t, db, "").browser(t)
	there := b.get("/sign-in/provider/company?login_hint=a@example.com").Header.Get("Location")
	address, err := url.Parse(there)
	if err != nil {
		t.Fatal(err)
	}
	if got := address.Query().Get("login_hint"); got != "a@example.com" {
		t.Errorf(`login_hint %q, want "a@example.com"`, got)
	}
	b.get("/sign-in/provider/nobody").status(t, http.StatusNotFound).contains(t, "UNKNOWN_PROVIDER")
}

func TestNothingSecretIsLogged(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	p := newIDP(t)
	d := p.fixture(t, db, "")
	b := d.browser(t)
	p.forge = func(claims map[string]any) string { claims["nonce"] = "wrong"; return p.sign(claims) }
	there := b.get("/sign-in/provider/company")
	answer := p.authorize(t, there.Header.Get("Location"))
	b.get("/sign-in/callback/company?" + answer.Encode())
	for name, clear := range map[string]string{"state": answer.Get("state"), "code": answer.Get("code"),
		"secret": secret,
		"cookie": b.cookies["__Host-muniment-attempt"]} {
		if clear == "" || strings.Contains(d.log.String(), clear) {
			t.Errorf("the log holds the %s %q: %s", name, clear, d.log)
		}
	}
}

func TestAccessTokens(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		p := newIDP(t)
		d := p.fixture(t, db, "")
		d.access.subjects[[2]string{p.URL, subject}] = true
		good := func() map[string]any {
			claims := p.access()
			claims["aud"] = []string{audience, "another"}
			return claims
		}
		for _, typ := range []string{"", "JWT", "at+jwt", "application/at+jwt"} {
			who, err := d.Bearer(t.Context(), signed(t, p.keys[0], typ, good()))
			if err != nil || who.User != d.access.user || who.Credential != vocabulary.CredentialKindAccessToken ||
				who.Scopes.String() != "READ,WRITE" {
				t.Errorf(`typ %q: %+v, %v, want User = %v, Credential = %v and String = "READ,WRITE"`, typ, who, err,
					d.access.user, vocabulary.CredentialKindAccessToken)
			}
		}
		with := func(name string, value any) string {
			claims := good()
			claims[name] = value
			return p.sign(claims)
		}
		now := start.Time().Unix()
		for name, token := range map[string]string{
			"alg none": unsigned(good()), "HS256": confused(t, p.keys[0], good()),
			"another key":                  signed(t, newKey(t, "first"), "", good()),
			"an unknown key":               signed(t, newKey(t, "unknown"), "", good()),
			"a token of another algorithm": signed(t, rsaKey(t, "first", jose.RS384), "", good()),
			"an id token":                  with("aud", clientID),
			"an id token for this as well": with("aud", []string{clientID, audience}),
			"a nonce":                      with("nonce", "x"), "an empty nonce": with("nonce", ""),
			"the hash of a token": with("at_hash", "x"),
			"wrong audience":      with("aud", "x"), "no audience": with("aud", nil),
			"wrong issuer": with("iss", "https://evil.example"), "no issuer": with("iss", nil),
			"expired": with("exp", now-1), "no expiry": with("exp", nil),
			"not yet": with("nbf", now+600), "from the future": with("iat", now+600),
			"unknown subject": with("sub", "subject-2"),
			"no subject":      with("sub", ""), "a number for a subject": with("sub", 5),
			"a logout token": signed(t, p.keys[0], "logout+jwt", good()),
			"an event":       with("events", map[string]any{}), "empty": "", "no token": "x", "dots": "..",
			"nothing": "a.b.c", "four parts": "a.b.c.d",
			"a JSON form":  `{"payload":"","signatures":[]}`,
			"a huge token": with("filling", strings.Repeat("x", 20_000)),
			"cut":          strings.TrimSuffix(with("x", 1), "A")[:40],
			"binary":       "\x00\xff.\x00.\x00",
		} {
			if who, err := d.Bearer(t.Context(), token); who != nil || fault.CodeOf(err) != "UNAUTHENTICATED" {
				t.Errorf(`%s: %+v, %v, want who = nil and code = "UNAUTHENTICATED"`, name, who, err)
			}
		}
	})
}

func TestAccessTokensOfAProviderWithoutAudience(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	p := newIDP(t)
	d := open(t, db, func(o *signin.Options) {
		o.Providers = providersFile(t, "providers:\n  - {code: company, name: Company, issuer: "+p.URL+
			", clientId: muniment, clientSecretFile: secret}\n")
	})
	claims := p.access()
	for _, aud := range []any{"", clientID, nil, []string{}} {
		claims["aud"] = aud
		if _, err := d.Bearer(t.Context(), p.sign(claims)); fault.CodeOf(err) != "UNAUTHENTICATED" {
			t.Errorf(`audience %v: %v, want "UNAUTHENTICATED"`, aud, err)
		}
	}
	if n, _, _ := p.counts(); n != 0 {
		t.Error("no request was sent to the provider")
	}
}

func FuzzBearer(f *testing.F) {
	p := newIDP(f)
	d := p.fixture(f, nil, "")
	f.Add("a.b.c")
	f.Add(unsigned(p.access()))
	claims, _ := json.Marshal(map[string]any{"iss": 5})
	f.Add("eyJhbGciOiJFUzI1NiJ9." + string(claims) + ".")
	f.Fuzz(func(t *testing.T, token string) {
		if _, err := d.Bearer(t.Context(), token); err == nil {
			t.Error("an unsigned token was accepted")
		}
	})
}

func TestManyAskForOneProvider(t *testing.T) {
	p := newIDP(t)
	d := p.fixture(t, nil, "")
	claims := p.access()
	claims["exp"] = start.Time().Unix() - 1
	token := p.sign(claims)
	var all sync.WaitGroup
	for range 16 {
		all.Go(func() {
			if _, err := d.Bearer(t.Context(), token); fault.CodeOf(err) != "UNAUTHENTICATED" {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if discoveries, fetches, _ := p.counts(); discoveries != 1 || fetches != 1 {
		t.Errorf("asked %d times for its description and %d times for its keys", discoveries, fetches)
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := newIDP(t).fixture(t, nil, "").Bearer(gone, token); err == nil {
		t.Error("a canceled request was authenticated")
	}
}
