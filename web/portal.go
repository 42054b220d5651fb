package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"io/fs"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/muniment/muniment/internal/day"
)

// portalAssets is the path of the files of the portal's page.
const portalAssets = "/assets/"

// releasePath is the path of a text that names the release of the portal, as its page does. A page that is open reads
// it to learn of another release. Everybody may read it, so that a page asks without the session, which ends if nobody
// works.
const releasePath = portalAssets + "release"

// portalPolicy is the Content-Security-Policy of the portal: nothing that is not from this server. It is no hindrance
// for the first answers in the page, which are data and no script. The icon in index.html is a data: URL, which saves a
// request; browsers apply img-src to it.
const portalPolicy = "default-src 'none'; " +
	"script-src 'self'; " +
	"style-src 'self'; " +
	"img-src 'self' data:; " +
	"font-src 'self'; " +
	"connect-src 'self'; " +
	"base-uri 'none'; " +
	"form-action 'self'; " +
	"frame-ancestors 'none'"

// Ask runs a trusted document for the viewer in the context, and returns its data, or nil if it has errors.
type Ask = func(ctx context.Context, hash string, variables map[string]any) json.RawMessage

// Portal serves the portal for customers and the operator console: one page for every path at and below portalpath.Root
// and portalpath.Console, and its files below /assets/. Mount it for all of them, without stripping a prefix. It serves
// GET and HEAD; the scripts of the page show what its path asks for. Files may be cached for a year, because their
// names contain a hash.
//
// The page names the scripts of the screen in its path. If a browser opens it, it also has the answers to what the
// screen asks first and the time of the server, and is not stored; a script that fetches it gets it without them, and
// revalidates it with its ETag. now tells the time in the time zone of the server, whose day is that of every page.
func Portal(ask Ask, now func() time.Time) http.Handler {
	p, err := newPortal(dist, ask, now)
	if err != nil {
		panic(fmt.Sprintf("web: reading the embedded portal: %v", err))
	}
	return p
}

type portal struct {
	assets map[string]asset
	// release is a hash of the page, which names its scripts and its style sheet by hashes of their content.
	release string
	screens []screen
	// languages are the scripts with the texts of languages, which are not part of every page.
	languages map[string][]string
	ask       Ask
	now       func() time.Time
}

func newPortal(built fs.FS, ask Ask, now func() time.Time) (portal, error) {
	files, err := fs.Sub(built, "dist/portal")
	if err != nil {
		return portal{}, err
	}
	assets, err := readAssets(files)
	if err != nil {
		return portal{}, err
	}
	content, err := fs.ReadFile(built, "dist/screens.json")
	if err != nil {
		return portal{}, err
	}
	screens, languages, err := readScreens(content)
	release := assets["index.html"].forms[""].tag
	text := map[string]form{"": {[]byte(release), release}}
	assets[releasePath[1:]] = asset{text, "text/plain; charset=utf-8", "no-cache"}
	return portal{assets, release, screens, languages, ask, now}, err
}

func (p portal) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Content-Security-Policy", portalPolicy)
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("Cross-Origin-Opener-Policy", "same-origin")
	header.Set("Cross-Origin-Resource-Policy", "same-origin")
	if strings.HasPrefix(r.URL.Path, portalAssets) {
		p.file(w, r)
		return
	}
	shown, ids := p.screenOf(r.URL.Path)
	header.Add("Vary", "Accept-Language")
	language := languageOf(r.Header.Get("Accept-Language"))
	if r.Method == http.MethodGet && r.Header.Get("Sec-Fetch-Mode") == "navigate" {
		now := p.now()
		begin, end := p.page(shown, language, now.Format(time.RFC3339))
		p.open(w, r, begin, end, p.questions(shown, ids, day.Of(now), r.URL.RawQuery == ""))
		return
	}
	begin, end := p.page(shown, language, "")
	whole := append(begin, end...)
	sum := sha256.Sum256(whole)
	page := map[string]form{"": {whole, hex.EncodeToString(sum[:16])}}
	asset{page, "text/html; charset=utf-8", "no-cache"}.serve(w, r)
}

func (p portal) file(w http.ResponseWriter, r *http.Request) {
	file, known := p.assets[r.URL.Path[1:]]
	if !known {
		w.Header().Set("Cache-Control", "no-store")
		http.Error(w, "NOT_FOUND: the portal has no such file; reload its page", http.StatusNotFound)
		return
	}
	file.serve(w, r)
}

// screenOf returns the screen of a path, and the ids in the path. For any other path it returns a screen without
// scripts and queries.
func (p portal) screenOf(path string) (screen, map[string]string) {
	parts := segments(path)
	for _, s := range p.screens {
		if ids, ok := s.match(parts); ok {
			return s, ids
		}
	}
	return screen{}, nil
}

// page returns the page of a screen in a language, with the time of the server unless that is "", in two parts between
// which the first answers come.
func (p portal) page(shown screen, language, now string) (begin, end []byte) {
	var links bytes.Buffer
	fmt.Fprintf(&links, "<meta name=\"release\" content=\"%s\">\n", p.release)
	if now != "" {
		fmt.Fprintf(&links, "<meta name=\"now\" content=\"%s\">\n", now)
	}
	for _, script := range slices.Concat(shown.Scripts, p.languages[language]) {
		fmt.Fprintf(&links, "<link rel=\"modulepreload\" crossorigin href=\"%s\">\n", html.EscapeString(script))
	}
	for _, sheet := range shown.Styles {
		fmt.Fprintf(&links, "<link rel=\"stylesheet\" crossorigin href=\"%s\">\n", html.EscapeString(sheet))
	}
	page := p.assets["index.html"].forms[""].body
	head, rest, _ := bytes.Cut(page, []byte("</head>"))
	body, foot, _ := bytes.Cut(rest, []byte("</body>"))
	begin = bytes.Join([][]byte{head, links.Bytes(), []byte("</head>"), body}, nil)
	return begin, append([]byte("</body>"), foot...)
}

// questions returns what a screen asks first on a day. If the address has a search, other queries than the usual ones
// may be asked, so that only those remain that are the same for every search.
func (p portal) questions(shown screen, ids map[string]string, now day.Day, usual bool) []query {
	var all []query
	for _, q := range shown.Queries {
		if usual || q.fixed() {
			all = append(all, query{q.Hash, fill(q.Variables, ids, now)})
		}
	}
	return all
}

// open sends the page to a browser that opens it. Its first part, which names the scripts, is sent before the first
// answers are known.
func (p portal) open(w http.ResponseWriter, r *http.Request, begin, end []byte, questions []query) {
	header := w.Header()
	header.Set("Content-Type", "text/html; charset=utf-8")
	header.Set("Cache-Control", "no-store")
	header.Add("Vary", "Accept-Encoding")
	var to io.Writer = w
	flush := func() { _ = http.NewResponseController(w).Flush() }
	if accepts(r.Header.Get("Accept-Encoding"), "gzip") {
		header.Set("Content-Encoding", "gzip")
		packed := gzip.NewWriter(w)
		defer packed.Close()
		to = packed
		flush = func() {
			_ = packed.Flush()
			_ = http.NewResponseController(w).Flush()
		}
	}
	// the client may have disconnected; nothing can be done about it
	_, _ = to.Write(begin)
	flush()
	_, _ = to.Write(p.answers(r.Context(), questions))
	_, _ = to.Write(end)
}
