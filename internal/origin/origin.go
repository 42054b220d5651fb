// Package origin compares the addresses of web servers. One server has many spellings: letter case, the default port
// of the scheme, the Unicode and the ASCII form of a domain, the forms of an IPv6 address. Browsers send one of them.
// Whatever compares hosts or origins compares the canonical forms of this package, never letters.
package origin

import (
	"errors"
	"net"
	"net/netip"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/idna"
)

// ErrHost is returned for the URL of a server whose host or port no browser can send.
var ErrHost = errors.New("no browser can reach a server at this host and port")

const (
	maxHost  = 253
	maxLabel = 63
)

// defaultPorts are the ports that browsers leave out.
var defaultPorts = map[string]string{"http": "80", "https": "443"}

// Host returns the canonical form of a host without a port, as browsers send it: a domain in lower case and in its
// ASCII form, without a trailing dot; an IP address in its shortest form, IPv6 in square brackets. It returns false if
// no browser sends the host: for an address with a zone, a domain that ends in a number, or a label in ASCII form that
// stands for nothing (xn--a).
func Host(text string) (string, bool) {
	inner, bracketed := strings.CutPrefix(text, "[")
	if bracketed {
		if inner, bracketed = strings.CutSuffix(inner, "]"); !bracketed {
			return "", false
		}
	}
	if address, err := netip.ParseAddr(inner); err == nil {
		if address.Zone() != "" || address.Is4() == bracketed {
			return "", false
		}
		if address.Is4() {
			return address.String(), true
		}
		return "[" + address.String() + "]", true
	}
	if bracketed {
		return "", false
	}
	return domain(strings.TrimSuffix(text, "."))
}

func domain(text string) (string, bool) {
	name := strings.ToLower(text)
	if strings.ContainsFunc(text, func(r rune) bool { return r > '~' }) {
		var err error
		if name, err = idna.Lookup.ToASCII(text); err != nil {
			return "", false
		}
	}
	if name == "" || len(name) > maxHost {
		return "", false
	}
	last := ""
	for label := range strings.SplitSeq(name, ".") {
		if label == "" || len(label) > maxLabel || label[0] == '-' || label[len(label)-1] == '-' ||
			strings.Trim(label, "abcdefghijklmnopqrstuvwxyz0123456789-_") != "" {
			return "", false
		}
		if strings.HasPrefix(label, "xn--") {
			if _, err := idna.Lookup.ToUnicode(label); err != nil {
				return "", false
			}
		}
		last = label
	}
	return name, strings.Trim(last, "0123456789") != "" // a browser would take the name for an IPv4 address
}

// Authority returns the canonical form of a host with or without a port. The default port of the scheme, http or
// https, is left out. It returns false if no browser sends the authority.
func Authority(scheme, text string) (string, bool) {
	host, port, err := net.SplitHostPort(text)
	if err != nil {
		return Host(text)
	}
	if strings.HasPrefix(text, "[") {
		host = "[" + host + "]"
	}
	host, ok := Host(host)
	number, err := strconv.ParseUint(port, 10, 16)
	if !ok || err != nil || number == 0 {
		return "", false
	}
	if port = strconv.FormatUint(number, 10); port == defaultPorts[scheme] {
		return host, true
	}
	return host + ":" + port, true
}

// Of returns the canonical origin of a URL, such as https://rights.example.com:8443. It returns false if its scheme is
// neither http nor https, or no browser sends its host and port.
func Of(address *url.URL) (string, bool) {
	if defaultPorts[address.Scheme] == "" {
		return "", false
	}
	authority, ok := Authority(address.Scheme, address.Host)
	return address.Scheme + "://" + authority, ok
}

// Canonical returns the URL of a server with its host in canonical form. It returns ErrHost for a URL that never
// matches what a browser sends.
func Canonical(address *url.URL) (*url.URL, error) {
	authority, ok := Authority(address.Scheme, address.Host)
	if !ok {
		return nil, ErrHost
	}
	canonical := *address
	canonical.Host = authority
	return &canonical, nil
}

// OtherScheme reports whether an origin in canonical form has the host and port of a server, whose URL is canonical
// too, but not its scheme. Browsers take it for a foreign origin; comparing hosts alone does not.
func OtherScheme(server *url.URL, sender string) bool {
	_, authority, _ := strings.Cut(sender, "://")
	return authority == server.Host && sender != server.Scheme+"://"+server.Host
}

// Loopback reports whether an authority, with or without a port, is localhost or a loopback address. Unlike other
// names, these cannot be made to resolve elsewhere.
func Loopback(authority string) bool {
	canonical, ok := Authority("", authority)
	if !ok {
		return false
	}
	host := canonical
	if name, _, err := net.SplitHostPort(canonical); err == nil {
		host = name
	}
	if host == "localhost" {
		return true
	}
	address, err := netip.ParseAddr(strings.Trim(host, "[]"))
	return err == nil && address.Unmap().IsLoopback()
}
