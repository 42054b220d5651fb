package httpd

import (
	"context"
	"net/http"
	"strings"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/httpd/media"
)

// ErrorPage shows to a person that a request was refused.
type ErrorPage func(w http.ResponseWriter, r *http.Request, status int, f *fault.Error)

type errorPageKey struct{}

// errorPages lets refuse show a page to a person who opened an address in a browser. Under a foreign host name there
// are no pages, because the server does not serve their style sheet there.
func errorPages(page ErrorPage, own ownNames) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if _, ours := own.canonical(r.Host); page != nil && ours && openedByPerson(r) {
				r = r.WithContext(context.WithValue(r.Context(), errorPageKey{}, page))
			}
			next.ServeHTTP(w, r)
		})
	}
}

// openedByPerson reports whether a browser opens the address as a page. Browsers say so in Sec-Fetch-Dest, except over
// plain HTTP between machines. Without it, the header Accept decides, but not where programs are served: Java's own
// client, for example, asks for text/html first.
func openedByPerson(r *http.Request) bool {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		return false
	}
	if destination := r.Header.Get("Sec-Fetch-Dest"); destination != "" {
		return destination == "document"
	}
	return !forPrograms(r.URL.Path) && prefersHTML(r.Header.Values("Accept"))
}

func forPrograms(path string) bool {
	for _, of := range []string{"/graphql", "/scim", "/export", "/livez", "/readyz"} {
		if path == of || strings.HasPrefix(path, of+"/") {
			return true
		}
	}
	return false
}

// prefersHTML reports whether an Accept header names text/html, and no form of JSON above it.
func prefersHTML(accept []string) bool {
	html, json := 0.0, 0.0
	for _, accepted := range media.List(accept) {
		weight := weightOf(accepted.Parameters["q"])
		switch accepted.Name {
		case "text/html":
			html = max(html, weight)
		case plainJSON, graphqlJSON:
			json = max(json, weight)
		}
	}
	return html > 0 && html >= json
}
