package httpd

import (
	"maps"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"

	"github.com/muniment/muniment/internal/fault"
)

// securityHeaders forbid browsers to sniff content types, to frame pages, and to send referrers. The playground sets
// its own Content-Security-Policy.
var securityHeaders = map[string][]string{
	"X-Content-Type-Options":       {"nosniff"},
	"X-Frame-Options":              {"DENY"},
	"Referrer-Policy":              {"no-referrer"},
	"Content-Security-Policy":      {"default-src 'none'; frame-ancestors 'none'"},
	"Cross-Origin-Resource-Policy": {"same-origin"},
	"Cross-Origin-Opener-Policy":   {"same-origin"},
}

func setSecurityHeaders(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		maps.Copy(w.Header(), securityHeaders)
		next.ServeHTTP(w, r)
	})
}

// ownNames are the host names under which the server answers: loopback names, and the public one if there is one.
type ownNames struct{ public *url.URL }

// ownHost refuses requests with a foreign Host header. In a DNS rebinding attack, a page whose host name resolves to
// this server has the same origin for the browser, and only the Host header reveals it.
func (p ownNames) ownHost(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !loopbackName(r.Host) && (p.public == nil || !strings.EqualFold(r.Host, p.public.Host)) {
			refuse(w, r, http.StatusForbidden,
				fault.New(ForeignHost, "Host", "This server does not answer under this name.",
					"Use its public URL, or on its own machine 127.0.0.1, localhost or [::1] with its port."))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// ownOrigin refuses requests from pages of other origins, including reads. Requests that were not sent by a browser
// pass.
func (p ownNames) ownOrigin(next http.Handler) http.Handler {
	protection := http.NewCrossOriginProtection()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// CrossOriginProtection lets every GET pass. Checking a POST applies the same rule to reads.
		probe := &http.Request{Method: http.MethodPost, Host: r.Host, Header: r.Header, URL: r.URL}
		if !p.knows(r.Header.Values("Origin")) || protection.Check(probe) != nil {
			refuse(w, r, http.StatusForbidden,
				fault.New(ForeignOrigin, "Origin", "A page of another origin may not send requests to this server.",
					"Open a page of this server, or send the request from a program."))
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (p ownNames) knows(origins []string) bool {
	if p.public != nil && len(origins) == 1 && strings.EqualFold(origins[0], p.public.Scheme+"://"+p.public.Host) {
		return true
	}
	return loopbackOrigin(origins)
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

// loopbackName reports whether the authority of a URL, with or without a port, is localhost or a loopback address.
// Unlike other names, these cannot be made to resolve elsewhere.
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
