package signin

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
	"unicode"

	"github.com/go-chi/chi/v5/middleware"
	"github.com/go-chi/httprate"
)

// locate finds out the network address of the client. What a header says of it counts only from a trusted proxy.
func locate(trusted []netip.Prefix) func(http.Handler) http.Handler {
	if len(trusted) == 0 {
		return middleware.ClientIPFromRemoteAddr
	}
	texts := make([]string, len(trusted))
	for i, prefix := range trusted {
		texts[i] = prefix.String()
	}
	return middleware.ClientIPFromXFF(texts...)
}

// Client returns the network address of who sent a request, in the form in which clients are counted: a network of IPv6 (/64)
// is one.
func (s *SignIn) Client(r *http.Request) string {
	var address string
	locate(s.trusted)(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		address = httprate.CanonicalizeIP(clientAddress(r))
	})).ServeHTTP(nil, r)
	return address
}

// clientAddress is the network address of the client, or of the last proxy where that one does not say.
func clientAddress(r *http.Request) string {
	if address := middleware.GetClientIP(r.Context()); address != "" {
		return address
	}
	return peer(r)
}

func peer(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

// onLoopback tells whether a request came from this machine, under its own name, and through no proxy: one would make
// everybody seem to be here.
func onLoopback(r *http.Request) bool {
	for _, trace := range []string{"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-Ip", "Via"} {
		if r.Header.Get(trace) != "" {
			return false
		}
	}
	host := r.Host
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	return isLoopback(strings.Trim(host, "[]")) && isLoopback(peer(r))
}

// plain makes what a client says fit for one line of a log or a record, of at most longest bytes.
func plain(text string, longest int) string {
	text = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))
	if len(text) > longest {
		text = strings.ToValidUTF8(text[:longest], "")
	}
	return text
}
