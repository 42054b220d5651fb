package httpd

import (
	"maps"
	"net/http"
	"net/url"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/origin"
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

// ownNames are the host names under which the server answers: loopback names, and the public one if there is one. It
// compares canonical forms.
type ownNames struct {
	// public is the canonical URL of the server for other machines; nil if there is none.
	public *url.URL
}

func newOwnNames(public *url.URL) ownNames {
	if public == nil {
		return ownNames{}
	}
	if canonical, err := origin.Canonical(public); err == nil {
		return ownNames{canonical}
	}
	return ownNames{} // a name that no browser sends: only loopback names are left
}

// ownHost refuses requests with a foreign Host header. In a DNS rebinding attack, a page whose host name resolves to
// this server has the same origin for the browser, and only the Host header reveals it. The next handlers see the
// canonical form of the host, so that they may compare it.
func (p ownNames) ownHost(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, own := p.canonical(r.Host)
		if !own {
			refuse(w, r, http.StatusForbidden,
				fault.New(ForeignHost, "Host", "This server does not answer under this name.",
					"Use its public URL, or on its own machine 127.0.0.1, localhost or [::1] with its port."))
			return
		}
		if host != r.Host {
			same := *r
			same.Host = host
			r = &same
		}
		next.ServeHTTP(w, r)
	})
}

// canonical returns the canonical form of a Host header, and whether it is a name of this server.
func (p ownNames) canonical(host string) (string, bool) {
	if p.public != nil {
		if canonical, ok := origin.Authority(p.public.Scheme, host); ok && canonical == p.public.Host {
			return canonical, true
		}
	}
	canonical, ok := origin.Authority("http", host)
	return canonical, ok && origin.Loopback(canonical)
}

// ownOrigin refuses requests from pages of other origins, including reads. Requests that were not sent by a browser
// pass.
func (p ownNames) ownOrigin(next http.Handler) http.Handler {
	protection := http.NewCrossOriginProtection()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// CrossOriginProtection lets every GET pass. Checking a POST applies the same rule to reads.
		probe := &http.Request{Method: http.MethodPost, Host: r.Host, Header: http.Header{}, URL: r.URL}
		if site := r.Header.Get("Sec-Fetch-Site"); site != "" {
			probe.Header.Set("Sec-Fetch-Site", site)
		}
		sender, known := p.sender(r.Header.Values("Origin"))
		if sender != "" {
			probe.Header.Set("Origin", sender)
		}
		if !known || protection.Check(probe) != nil {
			refuse(w, r, http.StatusForbidden,
				fault.New(ForeignOrigin, "Origin", "A page of another origin may not send requests to this server.",
					"Open a page of this server, or send the request from a program."))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// sender returns the canonical origin that an Origin header names, "" if there is none, and whether it is one of this
// server.
func (p ownNames) sender(values []string) (canonical string, known bool) {
	switch len(values) {
	case 0:
		return "", true
	case 1:
	default:
		return "", false
	}
	address, err := url.Parse(values[0])
	if err != nil {
		return "", false
	}
	canonical, ok := origin.Of(address)
	if !ok {
		return "", false
	}
	if p.public != nil && canonical == p.public.Scheme+"://"+p.public.Host {
		return canonical, true
	}
	if p.public != nil && origin.OtherScheme(p.public, canonical) {
		return "", false
	}
	return canonical, origin.Loopback(address.Host)
}

// loopbackOrigin reports whether an origin is one of this machine.
func loopbackOrigin(text string) bool {
	_, own := ownNames{}.sender([]string{text})
	return own
}
