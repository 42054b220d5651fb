package app_test

import (
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/go-chi/chi/v5"

	"github.com/muniment/muniment/internal/app"
	"github.com/muniment/muniment/internal/httpd/signin"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

var parameterOfRoute = regexp.MustCompile(`\{[^}]*\}`)

// Every path that answers GET answers HEAD in the same way, without a body; and every path that refuses a method says
// which it takes.
func TestMethodsOfEveryPath(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	public, err := url.Parse("https://licenses.example.com")
	if err != nil {
		t.Fatal(err)
	}
	delivery, err := mail.NewDirectory(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	a, err := app.New(app.Options{Base: app.Base{DB: db, Log: slog.New(slog.DiscardHandler),
		From: mail.Sender{Address: "licenses@example.com"}}, PublicURL: public, Delivery: delivery,
		Providers: []signin.Provider{{Code: "idp", Name: "Provider", Issuer: "https://127.0.0.1:1", ClientID: "x",
			Scopes: []string{"openid"}}}})
	if err != nil {
		t.Fatal(err)
	}
	handler := a.Handler(t.Context())
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	client := server.Client()
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	send := func(method, path string) (*http.Response, string) {
		t.Helper()
		request, err := http.NewRequestWithContext(t.Context(), method, server.URL+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		response, err := client.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		body, err := io.ReadAll(response.Body)
		if err != nil {
			t.Fatal(err)
		}
		return response, string(body)
	}
	takes := map[string][]string{}
	err = chi.Walk(handler.(chi.Routes), func(method, route string, _ http.Handler,
		_ ...func(http.Handler) http.Handler) error {
		path := strings.ReplaceAll(parameterOfRoute.ReplaceAllString(route, "x"), "*", "")
		takes[path] = append(takes[path], method)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	reads := 0
	for path, methods := range takes {
		if slices.Contains(methods, "GET") {
			reads++
			got, _ := send("GET", path)
			head, body := send("HEAD", path)
			if head.StatusCode != got.StatusCode || body != "" ||
				head.Header.Get("Content-Type") != got.Header.Get("Content-Type") ||
				head.Header.Get("Location") != got.Header.Get("Location") {
				t.Errorf("HEAD %s: %d %v %q; GET: %d %v", path, head.StatusCode, head.Header, body, got.StatusCode,
					got.Header)
			}
		}
		for _, method := range []string{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"} {
			response, _ := send(method, path)
			allowed := response.Header.Get("Allow")
			if (response.StatusCode == http.StatusMethodNotAllowed) != (allowed != "") &&
				response.StatusCode != http.StatusNoContent {
				t.Errorf("%s %s: %d, Allow %q", method, path, response.StatusCode, allowed)
			}
			if allowed != "" && slices.Contains(strings.Split(allowed, ", "), method) {
				t.Errorf("%s %s: %d, Allow %q", method, path, response.StatusCode, allowed)
			}
		}
	}
	if reads < 15 {
		t.Errorf("only %d paths answer GET: %v", reads, takes)
	}
	for path, want := range map[string]string{"/livez": "GET, HEAD", "/": "GET, HEAD", "/sign-in/link": "POST",
		"/sign-out": "GET, HEAD, POST"} {
		if response, _ := send("DELETE", path); response.Header.Get("Allow") != want {
			t.Errorf("DELETE %s: Allow %q, want %q", path, response.Header.Get("Allow"), want)
		}
	}
}
