package signin

import "github.com/muniment/muniment/internal/access"

// Policy makes the rules of signing in from the settings: the identity providers, and the codes of those by which alone the
// producer's people come in; none stand for every way.
func Policy(providers []Provider, producerBy []string) access.Policy {
	policy := access.Policy{ProducerBy: producerBy}
	for _, p := range providers {
		policy.Providers = append(policy.Providers, access.PolicyProvider{Code: p.Code, Name: p.Name, Domains: p.Domains,
			Required: p.RequireForDomains})
	}
	return policy
}
