package httpd_test

import (
	"net/http"
	"testing"

	"github.com/go-chi/chi/v5"

	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/httpd"
)

const (
	ofFirefox = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
	ofJava    = "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2"
)

func TestPeopleSeeAPageAndProgramsJSON(t *testing.T) {
	e := &edge{Handler: httpd.New(httpd.Options{
		Schema: generated.NewExecutableSchema(generated.Config{}),
		ErrorPage: func(w http.ResponseWriter, _ *http.Request, status int, f *fault.Error) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.WriteHeader(status)
			_, _ = w.Write([]byte("a page about " + f.Code))
		},
		SignIn: func(router chi.Router) {
			router.Post("/sign-in/link", func(http.ResponseWriter, *http.Request) {})
		},
	})}
	for name, test := range map[string]struct {
		method, path, accept, destination, host string
		status                                  int
		page                                    bool
	}{
		"a mistyped path":                 {"GET", "/nothing", ofFirefox, "", "", 404, true},
		"the head of one":                 {"HEAD", "/nothing", ofFirefox, "", "", 404, true},
		"the address of a form":           {"GET", "/sign-in/link", ofFirefox, "", "", 405, true},
		"a form to a mistyped path":       {"POST", "/nothing", ofFirefox, "", "", 404, false},
		"a program that accepts anything": {"GET", "/nothing", "*/*", "", "", 404, false},
		"a program that says nothing":     {"GET", "/nothing", "", "", "", 404, false},
		"a program that wants JSON": {"GET", "/nothing", "application/json, text/html;q=0.5", "", "", 404,
			false},
		"a script of a page":                 {"GET", "/nothing", "text/html", "empty", "", 404, false},
		"a person at the contract":           {"GET", "/graphql", ofFirefox, "document", "", 401, true},
		"a program at the contract":          {"GET", "/graphql", ofJava, "", "", 401, false},
		"a person at a download":             {"GET", "/export/audit", ofFirefox, "document", "", 404, true},
		"a program at a download":            {"GET", "/export/audit", ofJava, "", "", 404, false},
		"a mistyped path below the contract": {"GET", "/graphql/x", ofJava, "", "", 404, false},
		"a foreign name, without styles":     {"GET", "/nothing", ofFirefox, "document", "rebound.example", 404, false},
	} {
		t.Run(name, func(t *testing.T) {
			request := post("")
			request.Method, request.URL.Path = test.method, test.path
			request.Header.Set("Accept", test.accept)
			if test.destination != "" {
				request.Header.Set("Sec-Fetch-Dest", test.destination)
			}
			if test.host != "" {
				request.Host = test.host
			}
			got := e.send(t, request)
			want := "application/json; charset=utf-8"
			if test.page {
				want = "text/html; charset=utf-8"
			}
			if kind := got.header.Get("Content-Type"); got.status != test.status || kind != want {
				t.Errorf("%d %s, want %d %s: %s", got.status, kind, test.status, want, got.text)
			}
		})
	}
}
