package signin

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
	"unicode"

	"github.com/go-chi/chi/v5/middleware"
	"github.com/go-chi/httprate"

	"github.com/muniment/muniment/internal/origin"
)

// clientIP returns middleware that determines the network address of the client. Forwarding headers count only if they
// come from a trusted proxy.
func clientIP(trusted []netip.Prefix) func(http.Handler) http.Handler {
	if len(trusted) == 0 {
		return middleware.ClientIPFromRemoteAddr
	}
	texts := make([]string, len(trusted))
	for i, prefix := range trusted {
		texts[i] = prefix.String()
	}
	return middleware.ClientIPFromXFF(texts...)
}

// Client returns the network address of the client in the form in which requests are counted: an IPv6 /64 network
// counts as one client.
func (s *SignIn) Client(r *http.Request) string {
	var address string
	clientIP(s.trusted)(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		address = httprate.CanonicalizeIP(clientAddress(r))
	})).ServeHTTP(nil, r)
	return address
}

// clientAddress returns the network address of the client, or of the last proxy if that does not forward it.
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

// onLoopback reports whether a request came from this machine, with a loopback name as its host, and through no proxy:
// behind a proxy on this machine, every client would seem to be local.
func onLoopback(r *http.Request) bool {
	for _, trace := range []string{"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto",
		"X-Real-Ip", "Via"} {
		if r.Header.Get(trace) != "" {
			return false
		}
	}
	return origin.Loopback(r.Host) && isLoopback(peer(r))
}

// printable removes non-printable characters from a text, and truncates it to longest bytes.
func printable(text string, longest int) string {
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
