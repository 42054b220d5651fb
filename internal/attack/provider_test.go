package attack_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/go-jose/go-jose/v4"

	"github.com/muniment/muniment/internal/httpd/signin"
)

const (
	clientID     = "muniment"
	clientSecret = "the secret of a client"
)

// idp is an identity provider whose claims a test chooses.
type idp struct {
	*httptest.Server
	t   testing.TB
	key jose.JSONWebKey

	mu    sync.Mutex
	codes map[string]grantedCode
}

// grantedCode is an authorization code that can be exchanged, and the claims of its id token.
type grantedCode struct {
	challenge string
	claims    map[string]any
}

func newIDP(t testing.TB) *idp {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	p := &idp{t: t, key: jose.JSONWebKey{Key: key, KeyID: "first", Algorithm: string(jose.ES256), Use: "sig"},
		codes: map[string]grantedCode{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/.well-known/openid-configuration", func(w http.ResponseWriter, _ *http.Request) {
		reply(w, map[string]any{"issuer": p.URL, "authorization_endpoint": p.URL + "/authorize",
			"token_endpoint": p.URL + "/token",
			"jwks_uri":       p.URL + "/jwks", "id_token_signing_alg_values_supported": []string{"ES256"}})
	})
	mux.HandleFunc("/jwks", func(w http.ResponseWriter, _ *http.Request) {
		reply(w, jose.JSONWebKeySet{Keys: []jose.JSONWebKey{p.key.Public()}})
	})
	mux.HandleFunc("/token", p.exchange)
	p.Server = httptest.NewServer(mux)
	t.Cleanup(p.Close)
	return p
}

func reply(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(v)
}

func (p *idp) exchange(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	granted, known := p.codes[r.PostFormValue("code")]
	delete(p.codes, r.PostFormValue("code"))
	p.mu.Unlock()
	sum := sha256.Sum256([]byte(r.PostFormValue("code_verifier")))
	if !known || base64.RawURLEncoding.EncodeToString(sum[:]) != granted.challenge {
		w.WriteHeader(http.StatusBadRequest)
		reply(w, map[string]string{"error": "invalid_grant"})
		return
	}
	reply(w, map[string]any{"access_token": "opaque", "token_type": "Bearer", "id_token": p.sign("", granted.claims)})
}

func (p *idp) sign(typ string, claims map[string]any) string {
	p.t.Helper()
	options := &jose.SignerOptions{}
	if typ != "" {
		options.WithType(jose.ContentType(typ))
	}
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.ES256, Key: p.key}, options)
	if err != nil {
		p.t.Fatal(err)
	}
	text, err := json.Marshal(claims)
	if err != nil {
		p.t.Fatal(err)
	}
	object, err := signer.Sign(text)
	if err != nil {
		p.t.Fatal(err)
	}
	token, err := object.CompactSerialize()
	if err != nil {
		p.t.Fatal(err)
	}
	return token
}

// described returns the provider as configured in a providers file. more is YAML at the same level as code.
func (p *idp) described(code string, more ...string) signin.Provider {
	p.t.Helper()
	folder := p.t.TempDir()
	for name, text := range map[string]string{"secret": clientSecret, "providers.yaml": fmt.Sprintf(`providers:
  - code: %s
    name: The provider %s
    issuer: %s
    clientId: %s
    clientSecretFile: secret
    audience: %s/api
    %s
`, code, code, p.URL, clientID, publicURL, strings.Join(more, "\n    "))} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			p.t.Fatal(err)
		}
	}
	all, err := signin.LoadProviders(filepath.Join(folder, "providers.yaml"))
	if err != nil {
		p.t.Fatal(err)
	}
	return all[0]
}

// startedSignIn is a sign-in at a provider that a browser has started.
type startedSignIn struct {
	redirect, state, challenge, nonce string
}

// begin starts a sign-in at a provider.
func (b *browser) begin(code, returnTo string) startedSignIn {
	b.w.t.Helper()
	there := b.get("/sign-in/provider/"+code+"?"+url.Values{"return_to": {returnTo}}.Encode()).is(b.w.t,
		http.StatusSeeOther)
	address, err := url.Parse(there.location)
	b.w.must(err)
	q := address.Query()
	return startedSignIn{q.Get("redirect_uri"), q.Get("state"), q.Get("code_challenge"), q.Get("nonce")}
}

// grant lets the provider issue a code for a started sign-in. claims are added to the correct claims or replace them.
func (p *idp) grant(w *world, from startedSignIn, claims map[string]any) string {
	now := w.clock.Now().Time().Unix()
	says := map[string]any{"iss": p.URL, "sub": "subject", "aud": clientID, "iat": now, "exp": now + 300,
		"nonce": from.nonce, "auth_time": now}
	maps.Copy(says, claims)
	code := rand.Text()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.codes[code] = grantedCode{from.challenge, says}
	return code
}

// through signs in at the provider with the given claims.
func (p *idp) through(b *browser, code string, claims map[string]any) page {
	b.w.t.Helper()
	return p.returning(b, code, "/", claims)
}

func (p *idp) returning(b *browser, code, returnTo string, claims map[string]any) page {
	b.w.t.Helper()
	from := b.begin(code, returnTo)
	return b.get(from.redirect + "?" + url.Values{"state": {from.state},
		"code": {p.grant(b.w, from, claims)}}.Encode())
}

// proven returns the claims of a user with a verified address.
func proven(subject, address string) map[string]any {
	return map[string]any{"sub": subject, "email": address, "email_verified": true, "name": "The person " + address}
}

// accessToken returns an actor that uses an access token of the provider.
func (p *idp) accessToken(w *world, claims map[string]any) actor {
	now := w.clock.Now().Time().Unix()
	says := map[string]any{"iss": p.URL, "sub": "subject", "aud": publicURL + "/api", "iat": now, "exp": now + 300,
		"client_id": clientID, "jti": rand.Text()}
	maps.Copy(says, claims)
	return actor{name: "access token", bearer: p.sign("at+jwt", says)}
}
