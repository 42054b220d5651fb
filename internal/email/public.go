package email

import (
	_ "embed"
	"strings"

	"golang.org/x/net/publicsuffix"
)

// The list of free mail services. internal/email/freemail/main.go writes it anew.
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

// PublicDomain tells whether anybody can have an address of a domain, so that such an address says nothing of where somebody
// belongs: a domain under which others register names, such as co.uk or github.io, or one of a free mail service, or below
// that. The domain is as CanonicalDomain returns it.
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
