package web

import (
	"fmt"
	"io/fs"
	"net/http"
	"strings"
)

// PortalPath is the path of the portal: its first page, with the pages of an account below.
const PortalPath = "/accounts"

// portalAssets is the path of the files of the portal's page.
const portalAssets = "/assets/"

// portalPolicy is the Content-Security-Policy of the portal: nothing that is not from this server.
const portalPolicy = "default-src 'none'; " +
	"script-src 'self'; " +
	"style-src 'self'; " +
	"img-src 'self' data:; " +
	"font-src 'self'; " +
	"connect-src 'self'; " +
	"base-uri 'none'; " +
	"form-action 'self'; " +
	"frame-ancestors 'none'"

// Portal serves the portal for customers: one page for every path at and below PortalPath, and its files below
// /assets/. Mount it, without stripping a prefix, for all three. It serves GET and HEAD; the scripts of the page show
// what its path asks for. Files may be cached for a year, because their names contain a hash; the page is revalidated
// with its ETag.
func Portal() http.Handler {
	files, err := fs.Sub(dist, "dist/portal")
	if err != nil {
		panic(fmt.Sprintf("web: the embedded build has no portal: %v", err))
	}
	assets, err := readAssets(files)
	if err != nil {
		panic(fmt.Sprintf("web: reading the embedded portal: %v", err))
	}
	return portal{assets}
}

type portal struct {
	assets map[string]asset
}

func (p portal) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Content-Security-Policy", portalPolicy)
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("Cross-Origin-Opener-Policy", "same-origin")
	header.Set("Cross-Origin-Resource-Policy", "same-origin")
	name := "index.html"
	if strings.HasPrefix(r.URL.Path, portalAssets) {
		name = r.URL.Path[1:]
	}
	file, known := p.assets[name]
	if !known {
		header.Set("Cache-Control", "no-store")
		http.Error(w, "NOT_FOUND: the portal has no such file; reload its page", http.StatusNotFound)
		return
	}
	file.serve(w, r)
}
