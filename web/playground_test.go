package web

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

// references matches the addresses that a browser loads from the page.
var references = regexp.MustCompile(`(?:src|href)="([^"]+)"`)

func get(t *testing.T, target string, header ...string) *http.Response {
	t.Helper()
	return request(t, http.MethodGet, target, header...)
}

func request(t *testing.T, method, target string, header ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, "http://127.0.0.1:8080/", nil)
	r.URL.Path, r.URL.RawQuery, _ = strings.Cut(target, "?")
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	missing := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, "missing", http.StatusNotFound)
	})
	Playground(missing).ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, response *http.Response) []byte {
	t.Helper()
	content, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func TestPlaygroundPage(t *testing.T) {
	response := get(t, "/playground/")
	if response.StatusCode != http.StatusOK {
		t.Fatalf("status %d, want %d", response.StatusCode, http.StatusOK)
	}
	if page := body(t, response); !bytes.Contains(page, []byte("<title>Muniment playground</title>")) {
		t.Errorf("the page has another title:\n%s", page)
	}
	for name, want := range map[string]string{
		"Content-Type":  "text/html; charset=utf-8",
		"Cache-Control": "no-cache",
	} {
		if got := response.Header.Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}

	again := get(t, "/playground/", "If-None-Match", response.Header.Get("ETag"))
	if again.StatusCode != http.StatusNotModified {
		t.Errorf("with its own ETag: status %d, want 304", again.StatusCode)
	}
}

func TestEveryReferenceOfThePageIsServed(t *testing.T) {
	page := body(t, get(t, "/playground/"))
	found := references.FindAllSubmatch(page, -1)
	if len(found) < 3 {
		t.Fatalf("the page refers to %d files, want a script, a style sheet and an icon at least", len(found))
	}
	types := map[string]string{
		".js":  "text/javascript; charset=utf-8",
		".css": "text/css; charset=utf-8",
		".svg": "image/svg+xml",
	}
	for _, match := range found {
		target := string(match[1])
		response := get(t, target, "Accept-Encoding", "gzip")
		if response.StatusCode != http.StatusOK {
			t.Errorf("%s: status %d, want %d", target, response.StatusCode, http.StatusOK)
		}
		extension := target[strings.LastIndex(target, "."):]
		if got := response.Header.Get("Content-Type"); got != types[extension] {
			t.Errorf("%s: content type %q, want %q", target, got, types[extension])
		}
		if got := response.Header.Get("Cache-Control"); got != "public, max-age=31536000, immutable" {
			t.Errorf(`%s: Cache-Control %q, want "public, max-age=31536000, immutable"`, target, got)
		}
	}
}

func TestPolicyHoldsOnEveryAnswer(t *testing.T) {
	const want = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
		"font-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; " +
		"frame-ancestors 'none'"
	for _, response := range []*http.Response{
		get(t, "/playground/"),
		get(t, "/playground"),
		get(t, "/playground/nothing"),
		request(t, http.MethodPost, "/playground/"),
	} {
		if got := response.Header.Get("Content-Security-Policy"); got != want {
			t.Errorf("status %d: policy %q, want %v", response.StatusCode, got, want)
		}
		if got := response.Header.Get("X-Content-Type-Options"); got != "nosniff" {
			t.Errorf(`status %d: X-Content-Type-Options %q, want "nosniff"`, response.StatusCode, got)
		}
		if got := response.Header.Get("Referrer-Policy"); got != "no-referrer" {
			t.Errorf(`status %d: Referrer-Policy %q, want "no-referrer"`, response.StatusCode, got)
		}
	}
}

func TestOnlyFilesOfTheBuildAreServed(t *testing.T) {
	for _, target := range []string{
		"/playground/nothing",
		"/playground/assets",
		"/playground/assets/",
		"/playground/../embed.go",
		"/playground/../../go.mod",
		"/playground/assets/../../playground/index.html",
		"/playground//index.html",
		"/playground/.",
		"/playground/..",
		"/playground/%2e%2e/embed.go",
		"/playground/assets\\index.js",
		"/playground/\x00",
		"/playgroundx",
		"/",
		"",
	} {
		response := get(t, target)
		if response.StatusCode != http.StatusNotFound {
			t.Errorf("%q: status %d, want 404", target, response.StatusCode)
		}
		content := body(t, response)
		if string(content) != "missing\n" {
			t.Errorf("%q: answered %q, want what the handler of missing files answers", target, content)
		}
		if got := response.Header.Get("Cache-Control"); got != "no-store" {
			t.Errorf(`%q: Cache-Control %q, want "no-store"`, target, got)
		}
	}
}

func TestPackedFormsAreNotServedUnderTheirEmbeddedName(t *testing.T) {
	served := packedFile(t)
	if response := get(t, served+".gz"); response.StatusCode != http.StatusNotFound {
		t.Errorf("%s.gz: status %d, want 404", served, response.StatusCode)
	}
}

func TestMethods(t *testing.T) {
	head := request(t, http.MethodHead, "/playground/")
	if head.StatusCode != http.StatusOK || len(body(t, head)) != 0 {
		t.Errorf("HEAD: status %d, want StatusCode = %d and len(body) = 0", head.StatusCode, http.StatusOK)
	}
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodOptions} {
		response := request(t, method, "/playground/")
		if response.StatusCode != http.StatusMethodNotAllowed || response.Header.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: status %d, Allow %q", method, response.StatusCode, response.Header.Get("Allow"))
		}
	}
}

func TestPathWithoutSlashRedirectsAndKeepsTheQuery(t *testing.T) {
	for target, want := range map[string]string{
		"/playground":                   "/playground/",
		"/playground?query=%7Bnode%7D":  "/playground/?query=%7Bnode%7D",
		"/playground?//elsewhere.test/": "/playground/?//elsewhere.test/",
	} {
		response := get(t, target)
		if response.StatusCode != http.StatusPermanentRedirect || response.Header.Get("Location") != want {
			t.Errorf("%s: status %d to %q, want 308 to %q", target, response.StatusCode,
				response.Header.Get("Location"), want)
		}
	}
}

func TestClientsWithoutGzipGetTheSameContent(t *testing.T) {
	served := packedFile(t)
	packed := get(t, served, "Accept-Encoding", "br;q=1.0, gzip;q=0.8")
	plain := get(t, served, "Accept-Encoding", "gzip;q=0, identity")

	if got := packed.Header.Get("Content-Encoding"); got != "gzip" {
		t.Fatalf("Content-Encoding %q, want gzip", got)
	}
	if got := plain.Header.Get("Content-Encoding"); got != "" {
		t.Fatalf("Content-Encoding %q, want none", got)
	}
	if packed.Header.Get("ETag") == plain.Header.Get("ETag") {
		t.Error("two forms of one file share a strong ETag")
	}
	for _, response := range []*http.Response{packed, plain} {
		if got := response.Header.Get("Vary"); got != "Accept-Encoding" {
			t.Errorf(`Vary %q, want "Accept-Encoding"`, got)
		}
	}
	reader, err := gzip.NewReader(packed.Body)
	if err != nil {
		t.Fatal(err)
	}
	unpacked, err := io.ReadAll(reader)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(unpacked, body(t, plain)) {
		t.Error("the two forms differ")
	}
}

// packedFile returns the address of a file that the build contains only in gzip form.
func packedFile(t *testing.T) string {
	t.Helper()
	for _, match := range references.FindAllSubmatch(body(t, get(t, "/playground/")), -1) {
		if target := string(match[1]); strings.HasSuffix(target, ".js") {
			return target
		}
	}
	t.Fatal("the page refers to no script")
	return ""
}

func TestAcceptedCodings(t *testing.T) {
	for header, want := range map[string]bool{
		"":                       false,
		"gzip":                   true,
		"GZIP":                   true,
		"deflate, gzip;q=0.5":    true,
		"gzip;q=0":               false,
		"gzip; q=0.000":          false,
		"*":                      true,
		"*;q=0":                  false,
		"gzip;q=0, *":            false,
		"*;q=0, gzip":            true,
		"br, identity":           false,
		"gzip;q=often":           false,
		"x-gzipped":              false,
		"gzip;level=9;q=1, br;b": true,
	} {
		if got := accepts(header, "gzip"); got != want {
			t.Errorf("%q: %t, want %t", header, got, want)
		}
	}
}

func TestUnknownFileTypesAreRefused(t *testing.T) {
	_, err := readAssets(fstest.MapFS{"assets/tool.exe": {Data: []byte("MZ")}})
	if err == nil || !strings.Contains(err.Error(), "assets/tool.exe") {
		t.Errorf("error %v, want one that names the file", err)
	}
}
