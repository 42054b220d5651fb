package signin

import "github.com/muniment/muniment/internal/access"

// Policy returns the sign-in policy of the settings. producerBy are the codes of the providers with which the
// producer's people have to sign in; none allows every method.
func Policy(providers []Provider, producerBy []string) access.Policy {
	policy := access.Policy{ProducerBy: producerBy}
	for _, p := range providers {
		policy.Providers = append(policy.Providers,
			access.PolicyProvider{Code: p.Code, Name: p.Name, Domains: p.Domains,
				Required: p.RequireForDomains})
	}
	return policy
}
