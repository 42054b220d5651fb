package signin

import (
	"net/http"
	"net/url"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// The cookies. The prefix makes browsers refuse them from other hosts, and from pages that are not protected on the way
// here; those on loopback are.
const (
	sessionCookie = "__Host-muniment"
	attemptCookie = "__Host-muniment-attempt"
	// knownCookie tells that somebody has signed in in the browser before. It proves nothing else.
	knownCookie = "__Host-muniment-known"
)

// Cookie returns the token of the session that a browser sent, or "" where it sent none.
func Cookie(r *http.Request) string { return one(r, sessionCookie) }

// one returns the value of a cookie that is there once. Of two by one name nobody can tell who set which.
func one(r *http.Request, name string) string {
	found := r.CookiesNamed(name)
	if len(found) != 1 {
		return ""
	}
	return found[0].Value
}

// setCookie sets a cookie for a while, or until the browser is closed where life is 0.
func setCookie(w http.ResponseWriter, name, value string, life time.Duration) {
	http.SetCookie(w, &http.Cookie{Name: name, Value: value, Path: "/", MaxAge: int(life.Seconds()),
		Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

func clearCookie(w http.ResponseWriter, name string) {
	http.SetCookie(w, &http.Cookie{Name: name, Path: "/", MaxAge: -1, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

// maxReturn is how long the address of a page may be to which people return, in bytes.
const maxReturn = 2000

// pathHere returns the address of a page of this server, or "/" for anything else. What it lets pass begins with a single
// slash and has nothing that browsers read as another host.
func pathHere(text string) string {
	strange := func(r rune) bool {
		return r == '\\' || r == utf8.RuneError || unicode.IsControl(r) || unicode.IsSpace(r)
	}
	if len(text) > maxReturn || !strings.HasPrefix(text, "/") || strings.HasPrefix(text, "//") || strings.ContainsFunc(text, strange) {
		return "/"
	}
	parsed, err := url.Parse(text)
	if err != nil || parsed.Scheme != "" || parsed.Host != "" || parsed.User != nil {
		return "/"
	}
	return text
}
