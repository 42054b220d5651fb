package httpd

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"

	"github.com/muniment/muniment/internal/fault"
)

// harden sets the headers that keep a browser from guessing, framing and leaking. The playground sets its own policy.
func harden(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("X-Frame-Options", "DENY")
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		header.Set("Cross-Origin-Resource-Policy", "same-origin")
		header.Set("Cross-Origin-Opener-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}

// ownHost refuses requests under a name that is not this machine's own: a page whose name was made to point here (DNS
// rebinding) is of the same origin to a browser, and only the Host header gives it away.
func ownHost(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !loopbackName(r.Host) {
			refuse(w, r, http.StatusForbidden, fault.New(ForeignHost, "Host", "This server answers on this machine only.",
				"Use 127.0.0.1, localhost or [::1] with the server's port."))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// ownOrigin refuses what pages of other origins send, reads included. Requests that no browser sent pass.
func ownOrigin(next http.Handler) http.Handler {
	protection := http.NewCrossOriginProtection()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// CrossOriginProtection lets every GET pass, as reads are harmless where a cookie is what identifies; here
		// whoever can send is the operator, so reads are held to the same rule.
		probe := &http.Request{Method: http.MethodPost, Host: r.Host, Header: r.Header, URL: r.URL}
		if !loopbackOrigin(r.Header.Values("Origin")) || protection.Check(probe) != nil {
			refuse(w, r, http.StatusForbidden, fault.New(ForeignOrigin, "Origin", "A page of another origin may not ask this server.",
				"Open the playground of this server, or send the request from a program."))
			return
		}
		next.ServeHTTP(w, r)
	})
}

func loopbackOrigin(values []string) bool {
	if len(values) == 0 {
		return true
	}
	if len(values) > 1 {
		return false
	}
	origin, err := url.Parse(values[0])
	return err == nil && (origin.Scheme == "http" || origin.Scheme == "https") && loopbackName(origin.Host)
}

// loopbackName says whether the authority of a URL, with a port or without, names loopback: localhost, or an address of
// it. Addresses cannot be made to point elsewhere, as names can.
func loopbackName(authority string) bool {
	host, port, err := net.SplitHostPort(authority)
	if err != nil {
		host = authority
		if inner, found := strings.CutPrefix(authority, "["); found {
			host, found = strings.CutSuffix(inner, "]")
			if !found {
				return false
			}
		}
	} else if port == "" {
		return false
	}
	if host == "localhost" {
		return true
	}
	address, err := netip.ParseAddr(host)
	return err == nil && address.IsLoopback()
}
