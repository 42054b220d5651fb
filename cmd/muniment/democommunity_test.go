package main

import (
	"encoding/json"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"go.uber.org/goleak"
)

// TestDemoServesACommunity follows a widget of the sample community: its script, its token and its documents, and what
// a page learns of a token that it may not use.
func TestDemoServesACommunity(t *testing.T) {
	before := goleak.IgnoreCurrent()
	s := start(t, "demo", "--data", t.TempDir(), "--listen", "127.0.0.1:0", "--community", "127.0.0.1:0")
	found := regexp.MustCompile(`community +(http://127\.0\.0\.1:\d+)/`).FindStringSubmatch(s.stdout.String())
	if found == nil {
		t.Fatalf("no community is named:\n%s", s.stdout)
	}
	muniment, community := s.address, found[1]
	at := func(address, method, path, body string, header http.Header) (*http.Response, string) {
		s.address, s.headers = address, header
		response := s.send(method, path, "application/json", body)
		return response, read(t, response)
	}

	page, text := at(community, http.MethodGet, "/?theme=dark", "", http.Header{})
	policy := page.Header.Get("Content-Security-Policy")
	if page.StatusCode != http.StatusOK || !strings.Contains(text, muniment+"/widgets/v1/widgets.js") ||
		!strings.Contains(policy, "script-src 'self' "+muniment) || strings.Contains(policy, "unsafe") ||
		!strings.Contains(text, "func (s *site) mintWidgetToken") {
		t.Errorf("the page: %d %q\n%.500s", page.StatusCode, policy, text)
	}
	if script, _ := at(muniment, http.MethodGet, "/widgets/v1/widgets.js", "", http.Header{}); script.StatusCode !=
		http.StatusOK || script.Header.Get("Access-Control-Allow-Origin") != "*" {
		t.Errorf("the script: %d %v", script.StatusCode, script.Header)
	}

	const path = "/widget-token?member=administrator"
	if got, _ := at(community, http.MethodPost, "/widget-token?member=nobody", "", http.Header{}); got.StatusCode !=
		http.StatusNoContent {
		t.Errorf("nobody: %d", got.StatusCode)
	}
	foreign := http.Header{"Origin": {"https://evil.example"}, "Sec-Fetch-Site": {"cross-site"}}
	if got, _ := at(community, http.MethodPost, path, "", foreign); got.StatusCode != http.StatusForbidden {
		t.Errorf("a page of another origin: %d", got.StatusCode)
	}
	_, text = at(community, http.MethodPost, path, "", http.Header{"Origin": {community}})
	var given struct{ Token, ExpiresAt string }
	if err := json.Unmarshal([]byte(text), &given); err != nil || given.Token == "" || given.ExpiresAt == "" {
		t.Fatalf("the token: %v %s", err, text)
	}

	const accounts = `{"documentId": "e3e0e403345231921fbfa641271c3571764626bdd65cbf9a520cad89d95443e7"}`
	for name, test := range map[string]struct {
		token, origin string
		status        int
		answer        string
	}{
		"the site":           {given.Token, community, http.StatusOK, `"accountName"`},
		"another site":       {given.Token, "https://evil.example", http.StatusForbidden, "FOREIGN_ORIGIN"},
		"a token that ended": {"mw_" + strings.Repeat("0", 32), community, http.StatusUnauthorized, "UNAUTHENTICATED"},
	} {
		got, text := at(muniment, http.MethodPost, "/graphql", accounts,
			http.Header{"Origin": {test.origin}, "Authorization": {"Bearer " + test.token}})
		if got.StatusCode != test.status || !strings.Contains(text, test.answer) ||
			got.Header.Get("Access-Control-Allow-Origin") != test.origin ||
			got.Header.Get("Access-Control-Allow-Credentials") != "" {
			t.Errorf("%s: %d %v\n%.300s", name, got.StatusCode, got.Header, text)
		}
	}
	got, _ := at(muniment, http.MethodPost, "/graphql", accounts, http.Header{"Origin": {"https://evil.example"},
		"Authorization": {"Bearer mk_" + strings.Repeat("0", 32)}})
	if got.Header.Get("Access-Control-Allow-Origin") != "" {
		t.Error("another site may read what became of an API key")
	}
	s.address, s.headers = muniment, http.Header{}
	s.end(before)

	run(t, "demo", "--data", t.TempDir(), "--listen", "127.0.0.1:0", "--community", "0.0.0.0:0").want(t, exitFailed,
		"LISTEN_NOT_LOOPBACK", "0.0.0.0:0")
	run(t, "demo", "--data", t.TempDir(), "--listen", "127.0.0.1:0", "--community", "8081").want(t, exitUsage,
		"--community")
}
