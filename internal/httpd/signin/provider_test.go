package signin_test

import (
	"bufio"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"html"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/oauth2"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/httpd/signin"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/vocabulary"
)

// realProvider starts the certified provider of web/e2e, and stops it at the end of the test.
func realProvider(t *testing.T, server *httptest.Server) (issuer string) {
	t.Helper()
	if slices.Contains(strings.Split(os.Getenv("MUNIMENT_TEST_SKIP"), ","), "web") {
		t.Skip("MUNIMENT_TEST_SKIP names web")
	}
	web, err := filepath.Abs("../../../web")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(web, "node_modules", "oidc-provider")); err != nil {
		t.Fatalf(
			"the identity provider for tests is missing: run `npm ci` in web, or set MUNIMENT_TEST_SKIP=web (%v)", err)
	}
	certificate := filepath.Join(t.TempDir(), "server.pem")
	block := &pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw}
	if err := os.WriteFile(certificate, pem.EncodeToMemory(block), 0o600); err != nil {
		t.Fatal(err)
	}
	command := exec.Command("node", "e2e/identity-provider.mjs")
	command.Dir = web
	command.Env = append(os.Environ(), "NODE_EXTRA_CA_CERTS="+certificate, "NODE_NO_WARNINGS=1")
	command.Stderr = t.Output()
	input, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	output, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatalf("node is missing: install it, or set MUNIMENT_TEST_SKIP=web (%v)", err)
	}
	t.Cleanup(func() {
		_ = input.Close() // the provider ends by itself then
		_ = command.Wait()
	})
	if err := json.NewEncoder(input).Encode(map[string]string{"clientId": clientID, "clientSecret": secret,
		"callback":          server.URL + "/sign-in/callback/company",
		"backchannelLogout": server.URL + backchannel}); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(output)
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), "http://127.0.0.1:") {
			go func() { _, _ = io.Copy(io.Discard, output) }()
			return lines.Text()
		}
	}
	t.Fatal("the identity provider does not start")
	return ""
}

// surfer is a browser that sends requests over the network.
type surfer struct {
	*http.Client
	t *testing.T
}

func newSurfer(t *testing.T, server *httptest.Server) *surfer {
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &surfer{&http.Client{Transport: server.Client().Transport, Jar: jar}, t}
}

// view is a page with its URL.
type view struct {
	at   *url.URL
	text string
	code int
}

func (s *surfer) finish(response *http.Response, err error) view {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return view{response.Request.URL, html.UnescapeString(string(text)), response.StatusCode}
}

func (s *surfer) open(address string) view {
	s.t.Helper()
	return s.finish(s.Get(address))
}

var formAction = regexp.MustCompile(`<form[^>]*action="([^"]*)"`)

// submit sends the form of a page, with its hidden fields and what is typed.
func (s *surfer) submit(v view, typed url.Values) view {
	s.t.Helper()
	action := formAction.FindStringSubmatch(v.text)
	if action == nil {
		s.t.Fatalf("no form at %s: %s", v.at, v.text)
	}
	address, err := v.at.Parse(action[1])
	if err != nil {
		s.t.Fatal(err)
	}
	for _, hidden := range regexp.MustCompile(`<input type="hidden" name="([^"]*)" value="([^"]*)"`).
		FindAllStringSubmatch(v.text, -1) {
		if typed.Get(hidden[1]) == "" {
			typed.Set(hidden[1], hidden[2])
		}
	}
	r, err := http.NewRequestWithContext(s.t.Context(), http.MethodPost, address.String(),
		strings.NewReader(typed.Encode()))
	if err != nil {
		s.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Origin", v.at.Scheme+"://"+v.at.Host)
	return s.finish(s.Do(r))
}

// TestARealProvider signs in and out with an identity provider that the OpenID Foundation has certified.
func TestARealProvider(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	var (
		mu      sync.Mutex
		handler http.Handler = http.NotFoundHandler()
	)
	server := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		serving := handler
		mu.Unlock()
		serving.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	issuer := realProvider(t, server)
	d := open(t, db, func(o *signin.Options) {
		o.PublicURL, o.Now = server.URL, clock.System
		o.Providers = providersFile(t,
			fmt.Sprintf(
				"providers:\n  - {code: company, name: Company directory, issuer: %q, clientId: %s, "+
					"clientSecretFile: secret, audience: %q}\n",
				issuer, clientID, audience))
	})
	mu.Lock()
	handler = d.handler
	mu.Unlock()

	b := newSurfer(t, server)
	page := b.open(server.URL + "/sign-in?return_to=/signed-out")
	link := regexp.MustCompile(`href="(/sign-in/provider/company[^"]*)"`).FindStringSubmatch(page.text)
	if link == nil {
		t.Fatalf("the provider is not offered: %s", page.text)
	}
	page = b.open(server.URL + link[1])
	page = b.submit(page, url.Values{"login": {subject}, "password": {"any"}})
	page = b.submit(page, url.Values{})
	if page.at.Path != "/signed-out" || page.code != http.StatusOK {
		t.Fatalf("the sign-in ends at %s: %d %s\n%s", page.at, page.code, page.text, d.log)
	}
	if len(d.access.claims) != 1 {
		t.Fatalf("claims %+v, want 1 of them", d.access.claims)
	}
	claims := d.access.claims[0] // this provider sends them by userinfo
	if claims.Issuer != issuer || claims.Subject != subject || claims.Email != subject+"@example.com" ||
		!claims.EmailVerified || claims.Name != "Name of "+subject {
		t.Errorf("claims %+v, want Issuer = %v, Subject = %v, Email = %v, EmailVerified = true and Name = %v", claims,
			issuer, subject, subject+"@example.com", "Name of "+subject)
	}
	tokens := d.access.tokens()
	if len(tokens) != 1 {
		t.Fatalf("%d sessions, want 1", len(tokens))
	}
	session := d.access.sessions[tokens[0]]
	if session.Method != vocabulary.SignInMethodOpenID || session.ProviderSubject != subject ||
		session.ProviderSession == "" {
		t.Errorf(`session %+v, want Method = %v, ProviderSubject = %v and ProviderSession != ""`, session,
			vocabulary.SignInMethodOpenID, subject)
	}

	t.Run("an access token", func(t *testing.T) { accessToken(t, d, db, b, issuer) })

	t.Run("signing out at the provider", func(t *testing.T) {
		if _, _, err := d.access.Begin(t.Context(),
			access.NewSession{Provider: "company", ProviderSession: "of another browser",
				ProviderSubject: subject}); err != nil {
			t.Fatal(err)
		}
		page := b.open(server.URL + "/signed-out?provider=company")
		leave := regexp.MustCompile(`href="(http://127[^"]*)"`).FindStringSubmatch(page.text)
		if leave == nil {
			t.Fatalf("signing out there is not offered: %s", page.text)
		}
		page = b.open(leave[1])
		page = b.submit(page, url.Values{"logout": {"yes"}})
		if page.code != http.StatusOK {
			t.Fatalf("%d %s, want %d", page.code, page.text, http.StatusOK)
		}
		if left := d.access.tokens(); len(left) != 1 ||
			d.access.sessions[left[0]].ProviderSession != "of another browser" {
			t.Errorf("left %q, ended %q\n%s", left, d.access.ended, d.log)
		}
	})
}

// accessToken gets a token for a program of the user's, and uses it.
func accessToken(t *testing.T, d *fixture, db *store.Store, b *surfer, issuer string) {
	d.access.subjects[[2]string{issuer, subject}] = true
	verifier := oauth2.GenerateVerifier()
	program := oauth2.Config{ClientID: "program", RedirectURL: "http://127.0.0.1/returned", Scopes: []string{"openid"},
		Endpoint: oauth2.Endpoint{AuthURL: issuer + "/auth", TokenURL: issuer + "/token",
			AuthStyle: oauth2.AuthStyleInParams}}
	get := func(resource string) *oauth2.Token {
		options := []oauth2.AuthCodeOption{oauth2.S256ChallengeOption(verifier)}
		if resource != "" {
			options = append(options, oauth2.SetAuthURLParam("resource", resource))
		}
		code := ""
		b.CheckRedirect = func(r *http.Request, _ []*http.Request) error {
			if r.URL.Path == "/returned" {
				code = r.URL.Query().Get("code")
				return http.ErrUseLastResponse
			}
			return nil
		}
		page := b.open(program.AuthCodeURL("state", options...))
		for code == "" && formAction.MatchString(page.text) {
			page = b.submit(page, url.Values{})
		}
		b.CheckRedirect = nil
		more := []oauth2.AuthCodeOption{oauth2.VerifierOption(verifier)}
		if resource != "" {
			more = append(more, oauth2.SetAuthURLParam("resource", resource))
		}
		token, err := program.Exchange(t.Context(), code, more...)
		if err != nil {
			t.Fatalf("%v; the last page: %s", err, page.text)
		}
		return token
	}
	request := httptest.NewRequest(http.MethodPost, "/graphql", nil)
	request.Header.Set("Authorization", "Bearer "+get(audience).AccessToken)
	who, err := d.Authenticate(request)
	if err != nil || who.User != d.access.user || who.Credential != vocabulary.CredentialKindAccessToken {
		t.Errorf("%+v, %v\n%s", who, err, d.log)
	}
	for name, token := range map[string]string{"for another": get("https://another.example.com").AccessToken,
		"opaque":      get("").AccessToken,
		"an id token": get(audience).Extra("id_token").(string)} {
		if who, err := d.Bearer(t.Context(), token); who != nil || fault.CodeOf(err) != "UNAUTHENTICATED" {
			t.Errorf(`%s: %+v, %v, want who = nil and code = "UNAUTHENTICATED"`, name, who, err)
		}
	}
}
