package httpd

import (
	"net/http"
	"strings"

	"github.com/go-chi/chi/v5"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/httpd/scim"
)

// methods are the methods that a path may take, in the order of the Allow header.
var methods = [...]string{http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch,
	http.MethodDelete, http.MethodOptions}

// operationMethods are the methods that the path of operations takes. HEAD is answered like GET.
var operationMethods = [...]string{http.MethodGet, http.MethodPost, http.MethodOptions}

// headAsGet answers HEAD like GET, on every path. Package net/http sends no body then. The log still says HEAD.
func headAsGet(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			asGet := *r
			asGet.Method = http.MethodGet
			r = &asGet
		}
		next.ServeHTTP(w, r)
	})
}

// noSuchMethod refuses a method that a path of the router does not take, and names those that it takes. The router
// also asks it about every path with a method that nobody knows, so that the path may be unknown too.
func noSuchMethod(router chi.Routes) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		path := r.URL.RawPath
		if path == "" {
			path = r.URL.Path
		}
		var allowed []string
		for _, method := range methods {
			asked := method
			if method == http.MethodHead {
				asked = http.MethodGet
			}
			if router.Match(chi.NewRouteContext(), asked, path) {
				allowed = append(allowed, method)
			}
		}
		if below, mounted := strings.CutPrefix(path, scim.Path); mounted && len(allowed) > 0 {
			allowed = scim.Methods(below)
		}
		if len(allowed) == 0 {
			NotFound(w, r)
			return
		}
		list := strings.Join(allowed, ", ")
		w.Header().Set("Allow", list)
		refuse(w, r, http.StatusMethodNotAllowed,
			fault.New(MethodNotAllowed, "", "This path does not take this HTTP method.",
				"Use one of the methods that this path takes: {methods}.", fault.WithText("methods", list)))
	}
}
