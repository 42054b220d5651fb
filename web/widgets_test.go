package web

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
)

func widget(t *testing.T, path string, header ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, "http://127.0.0.1:8080"+path, nil)
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	Widgets(http.NotFoundHandler()).ServeHTTP(w, r)
	return w.Result()
}

func TestEveryPageMayLoadTheScriptsOfTheWidgets(t *testing.T) {
	for _, name := range []string{"widgets.js", "entitlements.js", "renewals.js", "classic.js"} {
		for coding, want := range map[string]string{"br, gzip": "br", "gzip": "gzip", "identity": ""} {
			got := widget(t, WidgetsPath+name, "Origin", "https://community.example", "Accept-Encoding", coding)
			if got.StatusCode != http.StatusOK || got.Header.Get("Content-Encoding") != want ||
				got.Header.Get("Content-Type") != "text/javascript; charset=utf-8" ||
				got.Header.Get("Access-Control-Allow-Origin") != "*" ||
				got.Header.Get("Cross-Origin-Resource-Policy") != "cross-origin" ||
				got.Header.Get("Cache-Control") != "no-cache" || got.Header.Get("Vary") != "Accept-Encoding" {
				t.Errorf("%s with %q: %d %v", name, coding, got.StatusCode, got.Header)
			}
			again := widget(t, WidgetsPath+name, "Accept-Encoding", coding, "If-None-Match", got.Header.Get("ETag"))
			if again.StatusCode != http.StatusNotModified {
				t.Errorf("%s with %q and its ETag: %d", name, coding, again.StatusCode)
			}
		}
	}
}

func TestAModuleOfTheWidgetsNamesItsTexts(t *testing.T) {
	script := string(body(t, widget(t, WidgetsPath+"widgets.js")))
	texts := regexp.MustCompile("\\./assets/(?:de|en)-[^`'\"]+\\.js").FindAllString(script, -1)
	if len(texts) != 2 {
		t.Fatalf("the module names %v", texts)
	}
	for _, name := range texts {
		got := widget(t, WidgetsPath+strings.TrimPrefix(name, "./"))
		if got.StatusCode != http.StatusOK || !strings.Contains(got.Header.Get("Cache-Control"), "immutable") {
			t.Errorf("%s: %d %v", name, got.StatusCode, got.Header)
		}
	}
}

func TestWhatIsNoScriptOfTheWidgetsIsMissing(t *testing.T) {
	for _, path := range []string{"/widgets/", WidgetsPath, WidgetsPath + "assets/", WidgetsPath + "none.js",
		"/widgets/v2/widgets.js", WidgetsPath + "widgets.js.gz"} {
		got := widget(t, path)
		if got.StatusCode != http.StatusNotFound || got.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %d %v", path, got.StatusCode, got.Header)
		}
	}
}
