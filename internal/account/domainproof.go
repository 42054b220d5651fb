package account

import (
	"context"
	"fmt"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/domainproof"
	"github.com/muniment/muniment/internal/gid"
)

// DomainIsProven tells whether a domain is proven to be an account's own: by itself, or as part of a domain above it that is.
// A proof that has lapsed proves nothing. The domain is in small letters, in its form for DNS; "" is never proven.
func DomainIsProven(ctx context.Context, client *ent.Client, account gid.ID, domain string) (bool, error) {
	names := withParents(domain)
	if len(names) == 0 {
		return false, nil
	}
	proven, err := client.DomainProof.Query().Where(domainproof.AccountID(account), domainproof.DomainIn(names...),
		domainproof.ProvenAtNotNil(), domainproof.LapsedAtIsNil()).Exist(ctx)
	if err != nil {
		return false, fmt.Errorf("look for proofs of the domain: %w", err)
	}
	return proven, nil
}

// withParents lists a domain and those above it that have two labels or more.
func withParents(domain string) []string {
	var names []string
	for strings.Contains(domain, ".") {
		names = append(names, domain)
		_, domain, _ = strings.Cut(domain, ".")
	}
	return names
}
