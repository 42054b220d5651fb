// Package samplesite is a small community site of another company, which the demonstration serves on a second port. It
// shows how a site embeds the widgets: its pages have their tags, and its server fetches their tokens.
package samplesite

import (
	"bytes"
	_ "embed"
	"html/template"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/muniment/muniment/internal/origin"
)

// Options configure the site. All fields are required.
type Options struct {
	// Muniment is the address of the server, and Origin that of the site, both without a slash at the end.
	Muniment, Origin string
	// Key is an API key with the scope MINT_WIDGET_TOKENS.
	Key string
	// Members are the global ids of users by the names under which the site knows them.
	Members map[string]string
	Log     *slog.Logger
}

type site struct {
	muniment, origin, key string
	members               map[string]string
	log                   *slog.Logger
	client                *http.Client
}

// mintTimeout is how long the site waits for a token.
const mintTimeout = 10 * time.Second

// New returns the handler of the site. Only pages of the site itself get tokens from it, and it answers only under
// loopback names, so that no other site can ask for tokens under its name.
func New(o Options) http.Handler {
	// Without keep-alives no idle connection to Muniment is left, for which it would wait when the demonstration ends.
	s := &site{o.Muniment, o.Origin, o.Key, o.Members, o.Log,
		&http.Client{Timeout: mintTimeout, Transport: &http.Transport{DisableKeepAlives: true}}}
	router := http.NewServeMux()
	router.HandleFunc("GET /{$}", s.page)
	router.HandleFunc("POST /widget-token", s.giveToken)
	for name, file := range map[string]struct {
		content     []byte
		contentType string
	}{"site.css": {styles, "text/css; charset=utf-8"}, "site.js": {script, "text/javascript; charset=utf-8"}} {
		router.HandleFunc("GET /"+name, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", file.contentType)
			http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(file.content))
		})
	}
	inner := http.NewCrossOriginProtection().Handler(router)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if host, ok := origin.Authority("http", r.Host); !ok || !origin.Loopback(host) {
			http.Error(w, "this site does not answer under this name", http.StatusForbidden)
			return
		}
		header := w.Header()
		header.Set("Content-Security-Policy", s.policy())
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Referrer-Policy", "strict-origin-when-cross-origin")
		header.Set("Cache-Control", "no-cache")
		inner.ServeHTTP(w, r)
	})
}

// policy is the strictest Content-Security-Policy with which the widgets work. They need
// the two lines that name Muniment.
func (s *site) policy() string {
	return strings.Join([]string{
		"default-src 'none'",
		"script-src 'self' " + s.muniment,
		"connect-src 'self' " + s.muniment,
		"style-src 'self'",
		"img-src 'self' data:",
		"require-trusted-types-for 'script'",
		"trusted-types lit-html",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'",
	}, "; ")
}

//go:embed site.css
var styles []byte

//go:embed site.js
var script []byte

//go:embed token.go
var backend string

//go:embed page.html
var pageText string

var pageTemplate = template.Must(template.New("page").Parse(pageText))

// choice is something that the visitor of the page chooses, with what is chosen first in options.
type choice struct {
	Name, Label, Chosen string
	Options             []option
}

type option struct{ Value, Label string }

// choices are what a visitor may choose; the first option of each is usual.
var choices = []choice{
	{"member", "Signed in as", "", []option{{"administrator", "Account administrator"}, {"manager", "License manager"},
		{"reader", "Member without licenses"}, {"nobody", "Nobody"}}},
	{"theme", "Theme", "", []option{{"house", "House"}, {"brand", "Light, own brand"}, {"dark", "Dark"}}},
	{"lang", "Language", "", []option{{"en", "English"}, {"de", "Deutsch"}}},
	{"script", "Script", "", []option{{"module", "Module, open roots"}, {"classic", "Classic, closed roots"}}},
}

// memberOf returns the global id of the member who is signed in: in this sample, whoever the visitor chose to be.
func (s *site) memberOf(r *http.Request) (user string, signedIn bool) {
	name := r.URL.Query().Get("member")
	if name == "" {
		name = choices[0].Options[0].Value
	}
	user, signedIn = s.members[name]
	return user, signedIn
}

func (s *site) page(w http.ResponseWriter, r *http.Request) {
	if asked, _ := origin.Of(&url.URL{Scheme: "http", Host: r.Host}); asked != s.origin {
		// a token works on pages of one origin only
		http.Redirect(w, r, s.origin+r.URL.RequestURI(), http.StatusTemporaryRedirect)
		return
	}
	asked := r.URL.Query()
	chosen := map[string]string{}
	shown := slices.Clone(choices)
	for i, c := range shown {
		value := asked.Get(c.Name)
		if !slices.ContainsFunc(c.Options, func(o option) bool { return o.Value == value }) {
			value = c.Options[0].Value
		}
		shown[i].Chosen, chosen[c.Name] = value, value
	}
	var page bytes.Buffer
	err := pageTemplate.Execute(&page, map[string]any{"Muniment": s.muniment, "Choices": shown, "Chosen": chosen,
		"Policy": strings.ReplaceAll(s.policy(), "; ", ";\n"), "Backend": backend, "Script": string(script)})
	if err != nil {
		s.log.ErrorContext(r.Context(), "the sample page cannot be written", "error", err)
		http.Error(w, "the page cannot be written", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(page.Bytes()) // the browser has gone
}
