package app_test

import (
	"context"
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

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/app"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/httpd/signin"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/vocabulary"
)

var parameterOfRoute = regexp.MustCompile(`\{[^}]*\}`)

// Every path that answers GET answers HEAD in the same way, without a body, to a stranger and to an operator; and every
// path that refuses a method says which it takes.
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
	const stranger = ""
	operator, account := operatorKey(t, a), anAccount(t, db)
	sendAs := func(secret, method, path string) (*http.Response, string) {
		t.Helper()
		request, err := http.NewRequestWithContext(t.Context(), method, server.URL+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		if secret != stranger {
			request.Header.Set("Authorization", "Bearer "+secret)
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
	send := func(method, path string) (*http.Response, string) {
		t.Helper()
		return sendAs(stranger, method, path)
	}
	// sameHead fails unless HEAD is answered like GET, without the body, and returns what GET is answered.
	sameHead := func(secret, path string) (*http.Response, string) {
		t.Helper()
		got, text := sendAs(secret, "GET", path)
		head, body := sendAs(secret, "HEAD", path)
		if head.StatusCode != got.StatusCode || body != "" {
			t.Errorf("HEAD %s: %d %q, want %d without a body", path, head.StatusCode, body, got.StatusCode)
		}
		for _, name := range []string{"Content-Type", "Content-Disposition", "Location"} {
			if head.Header.Get(name) != got.Header.Get(name) {
				t.Errorf("HEAD %s: %s %q, want %q", path, name, head.Header.Get(name), got.Header.Get(name))
			}
		}
		return got, text
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
	reads, answered := 0, 0
	for path, methods := range takes {
		if slices.Contains(methods, "GET") {
			reads++
			sameHead(stranger, path)
			if got, _ := sameHead(operator, path); got.StatusCode == http.StatusOK {
				answered++
			}
		}
		for _, method := range []string{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "FOO"} {
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
	if reads < 15 || answered < 5 {
		t.Errorf("only %d paths take GET, and %d of them answer an operator with 200: %v", reads, answered, takes)
	}
	for _, path := range []string{"/export/audit?account=" + account, "/export/audit?format=csv&account=" + account,
		"/export/catalog?list=UNITS_OF_MEASURE", "/export/access-review?account=" + account,
		"/graphql?query=" + url.QueryEscape("{ viewer { name } }")} {
		if got, text := sameHead(operator, path); got.StatusCode != http.StatusOK || text == "" {
			t.Errorf("GET %s: %d %q, want 200 and a body", path, got.StatusCode, text)
		}
	}
	for path, want := range map[string]string{"/livez": "GET, HEAD", "/": "GET, HEAD", "/sign-in/link": "POST",
		"/sign-out": "GET, HEAD, POST", "/graphql": "GET, HEAD, POST, OPTIONS", "/playground/": "GET, HEAD"} {
		for _, method := range []string{"DELETE", "FOO"} {
			if response, _ := send(method, path); response.Header.Get("Allow") != want {
				t.Errorf("%s %s: Allow %q, want %q", method, path, response.Header.Get("Allow"), want)
			}
		}
	}
	for path, want := range map[string]string{"/scim/v2/Users": "GET, HEAD, POST", "/scim/v2/Schemas": "GET, HEAD",
		"/scim/v2/Groups/x": "GET, HEAD, PUT, PATCH, DELETE"} {
		if response, _ := send("FOO", path); response.Header.Get("Allow") != want {
			t.Errorf("FOO %s: Allow %q, want %q", path, response.Header.Get("Allow"), want)
		}
	}
	for _, path := range []string{"/nope", "/graphql/nope", "/scim/v2/nope"} {
		if response, _ := send("FOO", path); response.StatusCode != http.StatusNotFound {
			t.Errorf("FOO %s: %d, want %d", path, response.StatusCode, http.StatusNotFound)
		}
	}
}

// operatorKey returns the secret of a key of an operator.
func operatorKey(t *testing.T, a *app.App) string {
	t.Helper()
	_, secret, err := a.Access.CreateKey(database.Operator(t), change.Request{Action: "createApiKey"},
		access.NewKey{Name: "test", Producer: vocabulary.ProducerRoleOperator,
			Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeRead}})
	if err != nil {
		t.Fatal(err)
	}
	return secret
}

// anAccount returns the id of a new account with an entry in its audit log.
func anAccount(t *testing.T, db *store.Store) string {
	t.Helper()
	id := gid.New(gid.Account, gid.NewLocality())
	if err := db.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
		if err := tx.Client().Account.Create().SetID(id).SetName("Harbor").SetNameKey("harbor").
			SetKind(vocabulary.AccountKindCustomer).SetVisible(true).SetCreatedAt(1).SetUpdatedAt(1).
			Exec(ctx); err != nil {
			return err
		}
		return audit.Record(ctx, tx, db.Now(), audit.Entry{Account: id, Action: "import", Subject: id})
	}); err != nil {
		t.Fatal(err)
	}
	return id.String()
}
