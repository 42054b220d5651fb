package web

import (
	"fmt"
	"io/fs"
	"net/http"
	"strings"
)

// WidgetsPath is the path below which the scripts of the widgets are served. Its version changes when pages would have
// to change; the scripts below it get better without that.
const WidgetsPath = "/widgets/v1/"

// Widgets serves the scripts of the widgets below WidgetsPath, for pages of every origin. It serves GET and HEAD;
// missing answers any path that is not a file of the build.
//
// A script may be read by every page (CORS), because there is no secret in it, and so that pages may load it as a
// module. The scripts that pages name are revalidated with their ETags, so that an update reaches every page with its
// next visit. What they load themselves has a hash in its name, and may be cached for a year.
func Widgets(missing http.Handler) http.Handler {
	files, err := fs.Sub(dist, "dist/widgets/v1")
	if err != nil {
		panic(fmt.Sprintf("web: the embedded build has no widgets: %v", err))
	}
	assets, err := readAssets(files)
	if err != nil {
		panic(fmt.Sprintf("web: reading the embedded widgets: %v", err))
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, below := strings.CutPrefix(r.URL.Path, WidgetsPath)
		file, known := assets[name]
		header := w.Header()
		header.Set("Access-Control-Allow-Origin", "*")
		header.Set("Cross-Origin-Resource-Policy", "cross-origin")
		header.Set("X-Content-Type-Options", "nosniff")
		if !below || !known {
			header.Set("Cache-Control", "no-store")
			missing.ServeHTTP(w, r)
			return
		}
		file.serve(w, r)
	})
}
