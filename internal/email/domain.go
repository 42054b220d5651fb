package email

import (
	"slices"
	"strings"

	"golang.org/x/net/idna"
	"golang.org/x/text/unicode/norm"
)

// longestDomain is in bytes, in the form for DNS.
const longestDomain = 253

// CanonicalDomain returns a domain as it is stored and compared: in small letters and in its form for DNS, so that
// bücher.example and xn--bcher-kva.example are one. An at sign before it, a dot behind it and blanks around it are left out. It
// returns false for what is no domain of two labels or more, such as an address of the network.
func CanonicalDomain(text string) (string, bool) {
	text = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(text), "@"), ".")
	domain, err := idna.Lookup.ToASCII(text)
	labels := strings.Split(domain, ".")
	if err != nil || len(domain) > longestDomain || len(labels) < 2 || strings.Trim(labels[len(labels)-1], "0123456789") == "" {
		return "", false
	}
	foreign := !ascii(text)
	for _, label := range labels {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' ||
			strings.Trim(label, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			return "", false
		}
	}
	// Some letters only look like those of another domain and are mapped to them: the sign of the kelvin becomes a k. Who writes
	// them means to deceive.
	if foreign && !strings.HasPrefix(domain, "xn--") && !strings.Contains(domain, ".xn--") {
		return "", false
	}
	return domain, true
}

// plainDomain tells whether a text is a domain and nothing else: CanonicalDomain leaves nothing of it out, and changes only the case
// of its letters and their form for DNS.
func plainDomain(text string) bool {
	canonical, ok := CanonicalDomain(text)
	if !ok {
		return false
	}
	if ascii(text) {
		return strings.EqualFold(text, canonical)
	}
	// Each label is compared for itself: one may be written in its form for DNS and another in its own letters.
	return slices.EqualFunc(strings.Split(text, "."), strings.Split(canonical, "."), func(written, label string) bool {
		if ascii(written) {
			return strings.EqualFold(written, label)
		}
		own, err := idna.Lookup.ToUnicode(label)
		return err == nil && norm.NFC.IsNormalString(written) && strings.ToLower(written) == own
	})
}
