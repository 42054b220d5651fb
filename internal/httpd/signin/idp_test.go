package signin_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/go-jose/go-jose/v4"

	"github.com/muniment/muniment/internal/httpd/signin"
	"github.com/muniment/muniment/internal/store"
)

const (
	clientID = "muniment"
	audience = "https://rights.example.com/api"
	subject  = "subject-1"
)

// idp is an identity provider whose behavior tests can change.
type idp struct {
	*httptest.Server
	t testing.TB

	mu sync.Mutex
	// keys are published; the first signs.
	keys []jose.JSONWebKey
	// description is merged into the provider's metadata; nil removes a member.
	description map[string]any
	// forge replaces the id token, given the valid claims.
	forge func(claims map[string]any) string
	// info is the response of the userinfo endpoint; nil if there is none.
	info any
	// codes maps the valid codes to the challenge and the nonce of their requests.
	codes map[string][2]string
	// rewrite changes the text of the answers with status 200, by their path; nil changes nothing.
	rewrite func(path, text string) string
	// down makes all requests fail.
	down bool

	fetches, exchanges, discoveries int
}

func newKey(t testing.TB, id string) jose.JSONWebKey {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return jose.JSONWebKey{Key: key, KeyID: id, Algorithm: string(jose.ES256), Use: "sig"}
}

func newIDP(t testing.TB) *idp {
	p := &idp{t: t, keys: []jose.JSONWebKey{newKey(t, "first")}, codes: map[string][2]string{},
		description: map[string]any{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/.well-known/openid-configuration", p.describe)
	mux.HandleFunc("/jwks", p.publish)
	mux.HandleFunc("/token", p.exchange)
	mux.HandleFunc("/userinfo", p.userinfo)
	p.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p.mu.Lock()
		defer p.mu.Unlock()
		if p.down {
			http.Error(w, "down", http.StatusBadGateway)
			return
		}
		if p.rewrite == nil {
			mux.ServeHTTP(w, r)
			return
		}
		recorder := httptest.NewRecorder()
		mux.ServeHTTP(recorder, r)
		maps.Copy(w.Header(), recorder.Header())
		w.WriteHeader(recorder.Code)
		_, _ = w.Write([]byte(p.rewrite(r.URL.Path, recorder.Body.String())))
	}))
	t.Cleanup(p.Close)
	return p
}

func answer(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(v)
}

func (p *idp) describe(w http.ResponseWriter, _ *http.Request) {
	p.discoveries++
	says := map[string]any{"issuer": p.URL, "authorization_endpoint": p.URL + "/authorize",
		"token_endpoint": p.URL + "/token",
		"jwks_uri":       p.URL + "/jwks", "userinfo_endpoint": p.URL + "/userinfo",
		"end_session_endpoint":                  p.URL + "/leave",
		"id_token_signing_alg_values_supported": []string{"ES256", "HS256", "none"}}
	maps.Copy(says, p.description)
	maps.DeleteFunc(says, func(_ string, v any) bool { return v == nil })
	answer(w, says)
}

func (p *idp) publish(w http.ResponseWriter, _ *http.Request) {
	p.fetches++
	set := jose.JSONWebKeySet{}
	for _, key := range p.keys {
		set.Keys = append(set.Keys, key.Public())
	}
	answer(w, set)
}

func (p *idp) userinfo(w http.ResponseWriter, r *http.Request) {
	if p.info == nil || r.Header.Get("Authorization") != "Bearer opaque" {
		http.Error(w, "no", http.StatusForbidden)
		return
	}
	answer(w, p.info)
}

func (p *idp) exchange(w http.ResponseWriter, r *http.Request) {
	p.exchanges++
	id, password, _ := r.BasicAuth()
	plainSecret, _ := url.QueryUnescape(password)
	known, found := p.codes[r.PostFormValue("code")]
	delete(p.codes, r.PostFormValue("code"))
	sum := sha256.Sum256([]byte(r.PostFormValue("code_verifier")))
	if id != clientID || plainSecret != secret || !found || base64.RawURLEncoding.EncodeToString(sum[:]) != known[0] ||
		!strings.HasPrefix(r.PostFormValue("redirect_uri"), publicURL+"/sign-in/callback/") {
		w.WriteHeader(http.StatusBadRequest)
		answer(w, map[string]string{"error": "invalid_grant"})
		return
	}
	claims := p.honest(known[1])
	token := ""
	if p.forge != nil {
		token = p.forge(claims)
	} else {
		token = p.sign(claims)
	}
	answer(w, map[string]any{"access_token": "opaque", "token_type": "Bearer", "id_token": token})
}

// honest returns the claims of a valid id token.
func (p *idp) honest(nonce string) map[string]any {
	now := start.Time().Unix()
	return map[string]any{"iss": p.URL, "sub": subject, "aud": clientID, "iat": now, "exp": now + 300, "nonce": nonce,
		"email": "administrator@customer.example", "email_verified": true, "name": "Administrator", "sid": "session-1"}
}

// access returns the claims of a valid access token.
func (p *idp) access() map[string]any {
	claims := p.honest("")
	delete(claims, "nonce")
	claims["aud"] = audience
	return claims
}

func (p *idp) sign(claims map[string]any) string { return signed(p.t, p.keys[0], "", claims) }

// signed returns a token with the claims, signed with a key.
func signed(t testing.TB, key jose.JSONWebKey, typ string, claims map[string]any) string {
	t.Helper()
	text, err := json.Marshal(claims)
	if err != nil {
		t.Fatal(err)
	}
	return signedText(t, key, typ, text)
}

func signedText(t testing.TB, key jose.JSONWebKey, typ string, text []byte) string {
	t.Helper()
	options := &jose.SignerOptions{}
	if typ != "" {
		options.WithType(jose.ContentType(typ))
	}
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.SignatureAlgorithm(key.Algorithm), Key: key},
		options)
	if err != nil {
		t.Fatal(err)
	}
	object, err := signer.Sign(text)
	if err != nil {
		t.Fatal(err)
	}
	token, err := object.CompactSerialize()
	if err != nil {
		t.Fatal(err)
	}
	return token
}

// unsigned returns a token with the algorithm none.
func unsigned(claims map[string]any) string {
	text, _ := json.Marshal(claims)
	encode := base64.RawURLEncoding.EncodeToString
	return encode([]byte(`{"alg":"none"}`)) + "." + encode(text) + "."
}

// confused returns a token that is signed with the public key as if it were a shared secret (algorithm confusion).
func confused(t testing.TB, key jose.JSONWebKey, claims map[string]any) string {
	t.Helper()
	der, err := x509.MarshalPKIXPublicKey(key.Public().Key)
	if err != nil {
		t.Fatal(err)
	}
	shared := pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der})
	return signed(t, jose.JSONWebKey{Key: shared, KeyID: key.KeyID, Algorithm: string(jose.HS256)}, "", claims)
}

// set changes the behavior of the running provider.
func (p *idp) set(change func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	change()
}

func (p *idp) counts() (discoveries, fetches, exchanges int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.discoveries, p.fetches, p.exchanges
}

// fixture returns a fixture with this provider. more is added to its settings in the file.
func (p *idp) fixture(t testing.TB, db *store.Store, more string) *fixture {
	t.Helper()
	providers := providersFile(t, fmt.Sprintf(`providers:
  - code: company
    name: Company directory
    issuer: %s
    clientId: %s
    clientSecretFile: secret
    audience: %s
%s`, p.URL, clientID, audience, more))
	return open(t, db, func(o *signin.Options) { o.Providers = providers })
}

// authorize acts as the provider's authorization page: it returns the query with which the browser is redirected back.
func (p *idp) authorize(t testing.TB, location string) url.Values {
	t.Helper()
	address, err := url.Parse(location)
	if err != nil {
		t.Fatal(err)
	}
	asked := address.Query()
	for name, want := range map[string]string{"client_id": clientID, "response_type": "code",
		"code_challenge_method": "S256",
		"redirect_uri":          publicURL + "/sign-in/callback/company", "scope": "openid email profile"} {
		if got := asked.Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	code := rand.Text()
	p.set(func() { p.codes[code] = [2]string{asked.Get("code_challenge"), asked.Get("nonce")} })
	return url.Values{"state": {asked.Get("state")}, "code": {code}}
}

// through signs in at the provider and returns the final page.
func (p *idp) through(b *browser, returnTo string) page {
	b.t.Helper()
	there := b.get("/sign-in/provider/company?"+url.Values{"return_to": {returnTo}}.Encode()).status(b.t,
		http.StatusSeeOther)
	return b.get("/sign-in/callback/company?" + p.authorize(b.t, there.Header.Get("Location")).Encode())
}

func rsaKey(t testing.TB, id string, algorithm jose.SignatureAlgorithm) jose.JSONWebKey {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	return jose.JSONWebKey{Key: key, KeyID: id, Algorithm: string(algorithm), Use: "sig"}
}
