package email

import (
	_ "embed"
	"strings"

	"golang.org/x/net/publicsuffix"
)

// The list of free mail services. internal/email/freemail/main.go generates it.
//
//go:embed freemail.txt
var freeMailList string

// freeMail holds the domains of free mail services.
var freeMail = func() map[string]bool {
	domains := map[string]bool{}
	for line := range strings.Lines(freeMailList) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			domains[line] = true
		}
	}
	return domains
}()

// PublicDomain reports whether anybody can get an address in domain, so that such an address does not show to which
// organization somebody belongs. This is so for a public suffix, such as co.uk or github.io, and for the domain of a
// free mail service or a subdomain of it. domain must be in the form that CanonicalDomain returns.
func PublicDomain(domain string) bool {
	if suffix, _ := publicsuffix.PublicSuffix(domain); suffix == domain {
		return true
	}
	for strings.Contains(domain, ".") {
		if freeMail[domain] {
			return true
		}
		_, domain, _ = strings.Cut(domain, ".")
	}
	return false
}
