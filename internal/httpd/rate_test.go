package httpd_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/httpd"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

func asking(path, client, credential string) *http.Request {
	method, body := http.MethodGet, ""
	if path == "/graphql" {
		method, body = http.MethodPost, `{"query": "{ __typename }"}`
	}
	request := httptest.NewRequest(method, "http://127.0.0.1:8080"+path, strings.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	request.RemoteAddr = client
	if credential != "" {
		request.Header.Set("Authorization", "Bearer "+credential)
	}
	return request
}

func TestWhoTriesCredentialsIsStopped(t *testing.T) {
	frozen := clock.Freeze(clock.At(time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)))
	looked := 0
	e := newEdge(t, func(o *httpd.Options) {
		o.Now, o.FailedCredentials = frozen.Now, 30
		o.Provisioning = http.NotFoundHandler()
		o.Authenticate = func(r *http.Request) (*viewer.Viewer, error) {
			looked++
			if r.Header.Get("Authorization") == "" {
				// a browser with an old cookie
				return nil, fault.New(change.Unauthenticated, "", "The session is over.", "Sign in.")
			}
			if strings.HasSuffix(r.Header.Get("Authorization"), "good") {
				return viewer.System(), nil
			}
			return nil, fault.New(change.Unauthenticated, "", "It is not valid.", "Send another.")
		}
	})
	status := func(path, client, credential string, want int) answer {
		t.Helper()
		got := e.send(t, asking(path, client, credential))
		if got.status != want {
			t.Errorf("%s of %s with %q: %d %s, want %d", path, client, credential, got.status, got.text, want)
		}
		return got
	}
	status("/graphql", "a", "good", 200)
	for range 40 {
		status("/graphql", "a", "", 401) // cookies do not count
	}
	for i := range 30 {
		status([]string{"/graphql", "/scim/v2/Users"}[i%2], "a", fmt.Sprint("guess", i), 401)
	}
	before := looked
	got := status("/graphql", "a", "guess", 429)
	if got.code() != "RATE_LIMITED" || got.header.Get("Retry-After") != "300" || looked != before {
		t.Errorf(`%s %v, looked up %d times, want code = "RATE_LIMITED", Retry-After = "300" and looked = %v`,
			got.text, got.header, looked-before, before)
	}
	if got := status("/scim/v2/Users", "a", "guess", 429); !strings.Contains(got.text, `"status":"429"`) ||
		!strings.Contains(got.text, "RATE_LIMITED") {
		t.Error(got.text)
	}
	status("/graphql", "a", "another good", 429)
	status("/graphql", "a", "good", 200) // it was good before
	status("/graphql", "a", "", 401)
	status("/graphql", "b", "another good", 200)
	frozen.Advance(5 * time.Minute)
	status("/graphql", "a", "guess", 401)
}

func TestAKeyIsToldItsLimit(t *testing.T) {
	frozen := clock.Freeze(clock.At(time.Date(2026, 11, 25, 12, 0, 19, 0, time.UTC)))
	keys := map[string]gid.ID{"one": gid.New(gid.APIKey, 1), "two": gid.New(gid.APIKey, 2)}
	e := newEdge(t, func(o *httpd.Options) {
		o.Now, o.KeyRequests = frozen.Now, 3
		ok := func(http.ResponseWriter, *http.Request) {}
		o.Provisioning, o.Exports = http.HandlerFunc(ok), map[string]http.HandlerFunc{"audit": ok}
		o.Authenticate = func(r *http.Request) (*viewer.Viewer, error) {
			v := viewer.System()
			if id, known := keys[strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")]; known {
				v = (&viewer.Viewer{Credential: vocabulary.CredentialKindAPIKey, CredentialID: id,
					Scopes:   vocabulary.EveryKeyScope,
					Producer: vocabulary.ProducerRoleIntegration}).Settle()
			}
			return v, nil
		}
	})
	for i, path := range []string{"/graphql", "/scim/v2/Users", "/export/audit"} {
		got := e.send(t, asking(path, "a", "one"))
		if want := fmt.Sprintf(`"default";r=%d;t=41`, 2-i); got.status != 200 || got.header.Get("RateLimit") != want ||
			got.header.Get("RateLimit-Policy") != `"default";q=3;w=60` {
			t.Errorf(`%s: %d %v, want status = 200, RateLimit = %v and RateLimit-Policy = "default";q=3;w=60`, path,
				got.status, got.header, want)
		}
	}
	for _, path := range []string{"/graphql", "/scim/v2/Users", "/export/audit"} {
		got := e.send(t, asking(path, "a", "one"))
		if got.status != 429 || got.header.Get("Retry-After") != "41" ||
			got.header.Get("RateLimit") != `"default";r=0;t=41` ||
			!strings.Contains(got.text, "RATE_LIMITED") ||
			strings.Contains(got.text, "urn:ietf:params:scim") != strings.HasPrefix(path, "/scim") {
			t.Errorf("%s over the limit: %d %v %s", path, got.status, got.header, got.text)
		}
	}
	if got := e.send(t, asking("/graphql", "a", "two")); got.status != 200 {
		t.Errorf("another key: %d, want 200", got.status)
	}
	if got := e.send(t, asking("/graphql", "a", "a session")); got.status != 200 || got.header.Get("RateLimit") != "" {
		t.Errorf("no key: %d %v", got.status, got.header)
	}
	frozen.Advance(41 * time.Second)
	if got := e.send(t, asking("/graphql", "a", "one")); got.status != 200 {
		t.Errorf("a minute later: %d, want 200", got.status)
	}
}

func TestNamesBeyondTheLimitShareOneCount(t *testing.T) {
	frozen := clock.Freeze(clock.At(time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)))
	rate := httpd.NewRate(frozen.Now, time.Minute)
	for n := range httpd.MaxCounted {
		rate.Add(fmt.Sprint(n), 1)
	}
	for n := 1; n <= 40; n++ {
		if counted, _ := rate.Add(fmt.Sprint("late ", n), 1); counted != n {
			t.Fatalf("%d counted, want %d", counted, n)
		}
	}
	if counted, _ := rate.Add("later", 0); counted != 40 {
		t.Errorf("%d counted, want 40", counted)
	}
	if counted, _ := rate.Add("0", 1); counted != 2 {
		t.Errorf("%d counted of an early one", counted)
	}
	frozen.Advance(time.Minute)
	if counted, _ := rate.Add("later", 1); counted != 1 {
		t.Errorf("%d counted in the next window", counted)
	}
}
