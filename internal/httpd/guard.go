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

// hardened are the headers that keep a browser from guessing, framing and leaking. The playground sets its own policy.
var hardened = map[string][]string{
	"X-Content-Type-Options":       {"nosniff"},
	"X-Frame-Options":              {"DENY"},
	"Referrer-Policy":              {"no-referrer"},
	"Content-Security-Policy":      {"default-src 'none'; frame-ancestors 'none'"},
	"Cross-Origin-Resource-Policy": {"same-origin"},
	"Cross-Origin-Opener-Policy":   {"same-origin"},
}

func harden(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		maps.Copy(w.Header(), hardened)
		next.ServeHTTP(w, r)
	})
}

// places are the names under which the server answers: the machine's own, and its public one where it has one.
type places struct{ public *url.URL }

// ownHost refuses requests under a foreign name: a page whose name was made to point here (DNS rebinding) is of the same
// origin to a browser, and only the Host header gives it away.
func (p places) ownHost(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !loopbackName(r.Host) && (p.public == nil || !strings.EqualFold(r.Host, p.public.Host)) {
			refuse(w, r, http.StatusForbidden, fault.New(ForeignHost, "Host", "This server does not answer under this name.",
				"Use its public URL, or on its own machine 127.0.0.1, localhost or [::1] with its port."))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// ownOrigin refuses what pages of other origins send, reads included. Requests that no browser sent pass.
func (p places) ownOrigin(next http.Handler) http.Handler {
	protection := http.NewCrossOriginProtection()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// CrossOriginProtection lets every GET pass, as reads change nothing; here they are held to the same rule.
		probe := &http.Request{Method: http.MethodPost, Host: r.Host, Header: r.Header, URL: r.URL}
		if !p.knows(r.Header.Values("Origin")) || protection.Check(probe) != nil {
			refuse(w, r, http.StatusForbidden, fault.New(ForeignOrigin, "Origin", "A page of another origin may not send requests to this server.",
				"Open a page of this server, or send the request from a program."))
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (p places) knows(origins []string) bool {
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
