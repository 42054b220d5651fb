package account

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/domainproof"
	"github.com/muniment/muniment/ent/predicate"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// DomainIsProven reports whether a domain, or a parent domain of it, is proven for an account. A lapsed proof does not
// count. domain is in lower case and in its ASCII form for DNS; "" is never proven.
func DomainIsProven(ctx context.Context, client *ent.Client, account gid.ID, domain string) (bool, error) {
	accounts, err := provenAt(ctx, client, []gid.ID{account}, domain)
	return len(accounts) > 0, err
}

// ConfirmDomain is DomainIsProven with a lock: until the transaction ends, the proofs can neither be released nor
// lapse.
func ConfirmDomain(ctx context.Context, tx store.Tx, account gid.ID, domain string) (bool, error) {
	q := tx.Client().DomainProof.Query().Where(domainproof.AccountID(account), proves(withParents(domain)))
	if tx.Engine() == store.Postgres {
		q.ForShare()
	}
	proofs, err := q.All(ctx)
	if err != nil {
		return false, fmt.Errorf("confirm the proof of the domain: %w", err)
	}
	return len(proofs) > 0, nil
}

// provenAt returns the subset of accounts for which a domain is proven.
func provenAt(ctx context.Context, client *ent.Client, accounts []gid.ID, domain string) (map[gid.ID]bool, error) {
	names := withParents(domain)
	if len(names) == 0 || len(accounts) == 0 {
		return nil, nil
	}
	var found []gid.ID
	err := client.DomainProof.Query().Where(domainproof.AccountIDIn(accounts...), proves(names)).
		Select(domainproof.FieldAccountID).Scan(ctx, &found)
	if err != nil {
		return nil, fmt.Errorf("look for proofs of the domain: %w", err)
	}
	proven := map[gid.ID]bool{}
	for _, id := range found {
		proven[id] = true
	}
	return proven, nil
}

// AccountsThatProve lists the accounts for which a domain is proven as in DomainIsProven, in the order of their ids.
func AccountsThatProve(ctx context.Context, client *ent.Client, domain string) ([]gid.ID, error) {
	names := withParents(domain)
	if len(names) == 0 {
		return nil, nil
	}
	var ids []gid.ID
	err := client.DomainProof.Query().Where(proves(names)).Unique(true).Select(domainproof.FieldAccountID).Scan(ctx,
		&ids)
	if err != nil {
		return nil, fmt.Errorf("look for accounts that have proven the domain: %w", err)
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}

// ProvenBy applies the rule of DomainIsProven to the proofs of an account, which may be in any state.
func ProvenBy(proofs []*ent.DomainProof, domain string) bool {
	names := withParents(domain)
	return slices.ContainsFunc(proofs, func(p *ent.DomainProof) bool {
		return p.ProvenAt != nil && p.LapsedAt == nil && slices.Contains(names, p.Domain)
	})
}

// proves is the condition that a proof is of one of the domains and has not lapsed.
func proves(names []string) predicate.DomainProof {
	return domainproof.And(domainproof.DomainIn(names...), domainproof.ProvenAtNotNil(), domainproof.LapsedAtIsNil())
}

// withParents lists a domain and its parent domains, without top-level domains.
func withParents(domain string) []string {
	var names []string
	for strings.Contains(domain, ".") {
		names = append(names, domain)
		_, domain, _ = strings.Cut(domain, ".")
	}
	return names
}

const (
	// recordPrefix comes before the domain in the name of the TXT record.
	recordPrefix = "_muniment."
	// valuePrefix comes before the challenge in the record.
	valuePrefix = "muniment-verification="
)

// Intervals of checks.
var (
	// checkEvery is the time between two checks of a domain that is proven, and of one that has lapsed.
	checkEvery = span(7 * 24 * time.Hour)
	// checkFailingEvery is the time between two checks of a domain whose record is missing.
	checkFailingEvery = span(24 * time.Hour)
	// retryAfter is the time to the next query if DNS did not answer.
	retryAfter = span(time.Hour)
	// lapsesAfter is how long a domain stays proven while its record is missing.
	lapsesAfter = span(14 * 24 * time.Hour)
	// silentAfter is how long DNS may not answer before the record counts as missing.
	silentAfter = span(28 * 24 * time.Hour)
)

func span(d time.Duration) clock.Instant { return clock.Instant(d.Microseconds()) }

// DomainState returns the state of a proof.
func DomainState(d *ent.DomainProof) vocabulary.DomainState {
	switch {
	case d.ProvenAt == nil:
		return vocabulary.DomainStateClaimed
	case d.LapsedAt != nil:
		return vocabulary.DomainStateLapsed
	case d.Approved:
		return vocabulary.DomainStateApproved
	case d.FailingSince != nil:
		return vocabulary.DomainStateFailing
	}
	return vocabulary.DomainStateProven
}

// DomainRecord returns the name and the value of the TXT record that proves a domain.
func DomainRecord(d *ent.DomainProof) (name, value string) {
	return recordPrefix + d.Domain, valuePrefix + d.Challenge
}

// DomainLapsesOn returns the first day, in UTC, on which a failing domain is no longer proven; nil for a domain in
// another state.
func DomainLapsesOn(d *ent.DomainProof) *day.Day {
	if DomainState(d) != vocabulary.DomainStateFailing {
		return nil
	}
	on := day.Of((*d.FailingSince + lapsesAfter).Time())
	return &on
}
