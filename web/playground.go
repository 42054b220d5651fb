package web

import (
	"fmt"
	"io/fs"
	"net/http"
	"strings"
)

// PlaygroundPath is the path of the playground. The addresses in its page are built for this path.
const PlaygroundPath = "/playground/"

// playgroundPolicy is the Content-Security-Policy of the playground alone. Monaco, its editor,
// writes style elements while it runs and draws cursors with data: images, hence 'unsafe-inline' for
// styles and data: for images and fonts; scripts, workers and requests stay on this origin.
const playgroundPolicy = "default-src 'none'; " +
	"script-src 'self'; " +
	"style-src 'self' 'unsafe-inline'; " +
	"img-src 'self' data:; " +
	"font-src 'self' data:; " +
	"connect-src 'self'; " +
	"worker-src 'self'; " +
	"base-uri 'none'; " +
	"form-action 'none'; " +
	"frame-ancestors 'none'"

// Playground serves the offline GraphQL playground: its page at /playground/ and its files below.
// Mount it, without stripping a prefix, for both "/playground" (which it redirects) and
// everything under "/playground/". The page sends its operations to /graphql of the same origin.
//
// It serves GET and HEAD. Other methods get status 405, and missing answers any path that is not a file of the build;
// directories have no listing. Files whose name contains a hash may be cached for a year; the page itself is
// revalidated with its ETag.
func Playground(missing http.Handler) http.Handler {
	files, err := fs.Sub(dist, "dist/playground")
	if err != nil {
		panic(fmt.Sprintf("web: the embedded build has no playground: %v", err))
	}
	assets, err := readAssets(files)
	if err != nil {
		panic(fmt.Sprintf("web: reading the embedded playground: %v", err))
	}
	return playground{assets: assets, missing: missing}
}

type playground struct {
	assets  map[string]asset
	missing http.Handler
}

func (p playground) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Content-Security-Policy", playgroundPolicy)
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("Cross-Origin-Opener-Policy", "same-origin")
	header.Set("Cross-Origin-Resource-Policy", "same-origin")

	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		header.Set("Allow", "GET, HEAD")
		http.Error(w, "METHOD_NOT_ALLOWED: the playground answers GET and HEAD; send operations to /graphql",
			http.StatusMethodNotAllowed)
		return
	}
	if r.URL.Path+"/" == PlaygroundPath {
		target := PlaygroundPath
		if r.URL.RawQuery != "" {
			target += "?" + r.URL.RawQuery
		}
		http.Redirect(w, r, target, http.StatusPermanentRedirect)
		return
	}
	name, below := strings.CutPrefix(r.URL.Path, PlaygroundPath)
	if name == "" {
		name = "index.html"
	}
	file, known := p.assets[name]
	if !below || !known {
		header.Set("Cache-Control", "no-store")
		p.missing.ServeHTTP(w, r)
		return
	}
	file.serve(w, r)
}
