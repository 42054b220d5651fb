package signin

import (
	"net/http"
	"net/url"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// The cookies. The prefix __Host- makes browsers accept them only from this host, and only over a secure connection,
// which includes loopback.
const (
	sessionCookie = "__Host-muniment"
	attemptCookie = "__Host-muniment-attempt"
	// knownCookie recognizes a browser in which somebody has signed in before. It does not authenticate anybody.
	knownCookie = "__Host-muniment-known"
)

// Cookie returns the session token in a request's cookie, or "" if there is none.
func Cookie(r *http.Request) string { return singleCookie(r, sessionCookie) }

// singleCookie returns the value of a cookie, or "" unless it occurs exactly once. If there are two, it is unknown who
// set which.
func singleCookie(r *http.Request, name string) string {
	found := r.CookiesNamed(name)
	if len(found) != 1 {
		return ""
	}
	return found[0].Value
}

// setCookie sets a cookie with a lifetime; 0 keeps it until the browser is closed.
func setCookie(w http.ResponseWriter, name, value string, life time.Duration) {
	http.SetCookie(w, &http.Cookie{Name: name, Value: value, Path: "/", MaxAge: int(life.Seconds()),
		Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

func clearCookie(w http.ResponseWriter, name string) {
	http.SetCookie(w, &http.Cookie{Name: name, Path: "/", MaxAge: -1, Secure: true, HttpOnly: true,
		SameSite: http.SameSiteLaxMode})
}

// maxReturn limits the path to which people are redirected after signing in, in bytes.
const maxReturn = 2000

// localPath returns text if it is a path of this server, and "/" otherwise. It rejects everything that a browser could
// treat as another host.
func localPath(text string) string {
	strange := func(r rune) bool {
		return r == '\\' || r == utf8.RuneError || unicode.IsControl(r) || unicode.IsSpace(r)
	}
	if len(text) > maxReturn || !strings.HasPrefix(text, "/") || strings.HasPrefix(text, "//") ||
		strings.ContainsFunc(text, strange) {
		return "/"
	}
	parsed, err := url.Parse(text)
	if err != nil || parsed.Scheme != "" || parsed.Host != "" || parsed.User != nil {
		return "/"
	}
	return text
}
