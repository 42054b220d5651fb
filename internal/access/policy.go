package access

import (
	"context"
	"slices"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// PolicyProvider is an identity provider as far as the rules of signing in go.
type PolicyProvider struct {
	// Code and Name are those of the settings.
	Code, Name string
	// Domains are the domains, in small letters, that the provider is for; none stand for every domain that no other
	// provider lists.
	Domains []string
	// Required keeps people with addresses of these domains from coming in by anything else.
	Required bool
}

// Policy says by what people have to prove who they are. Every way in asks it. The zero value allows all of them.
type Policy struct {
	// Providers are the identity providers, in the order of the settings.
	Providers []PolicyProvider
	// ProducerBy are the codes of the providers by which the producer's people come in; none stand for every way.
	ProducerBy []string
}

// Check tells whether somebody may come in: with an address ("" for none), as one of the producer's people or not, and by a
// method and the code of a provider ("" for none). It returns PROVIDER_REQUIRED.
func (p Policy) Check(address string, producer bool, method vocabulary.SignInMethod, provider string) error {
	by := provider
	if method != vocabulary.SignInMethodOpenID {
		by = ""
	}
	if producer && len(p.ProducerBy) > 0 && (by == "" || !slices.Contains(p.ProducerBy, by)) {
		return providerRequired("The producer's people sign in with {providers}.", "Choose it on the sign-in page.", fault.WithText("providers", p.names()))
	}
	if required := p.Required(address); required != nil && by != required.Code {
		return providerRequired("People with an address of {domain} sign in with {provider}.",
			"Open the sign-in page, type your address, and continue with {provider}.",
			fault.WithText("domain", email.Domain(address)), fault.WithText("provider", required.Name))
	}
	return nil
}

// admits is Check about the user's address of record, and about the one that was proven.
func (p Policy) admits(who *ent.User, n NewSession) error {
	addresses := []string{n.Email}
	if who.Email != nil {
		addresses = append(addresses, *who.Email)
	}
	for _, address := range addresses {
		if err := p.Check(address, who.ProducerRole != nil, n.Method, n.Provider); err != nil {
			return err
		}
	}
	return nil
}

// For returns the provider that lists the domain of an address, or nil.
func (p Policy) For(address string) *PolicyProvider {
	domain := email.Domain(address)
	if domain == "" {
		return nil
	}
	for i := range p.Providers {
		if slices.Contains(p.Providers[i].Domains, domain) {
			return &p.Providers[i]
		}
	}
	return nil
}

// Required returns the provider by which alone people with an address come in, or nil.
func (p Policy) Required(address string) *PolicyProvider {
	if found := p.For(address); found != nil && found.Required {
		return found
	}
	return nil
}

// Believes tells whether a provider, by its code, is believed about an address that it calls verified: one of its own domains,
// or if it has none, every domain that no other provider lists. An unknown provider is believed about nothing.
func (p Policy) Believes(provider, address string) bool {
	if email.Domain(address) == "" {
		return false
	}
	at := slices.IndexFunc(p.Providers, func(o PolicyProvider) bool { return o.Code == provider })
	if at < 0 {
		return false
	}
	if listed := p.For(address); listed != nil {
		return listed.Code == provider
	}
	return len(p.Providers[at].Domains) == 0
}

// names lists the providers of the producer's people for a sentence.
func (p Policy) names() string {
	var names []string
	for _, code := range p.ProducerBy {
		name := code
		for _, known := range p.Providers {
			if known.Code == code {
				name = known.Name
			}
		}
		names = append(names, name)
	}
	return strings.Join(names, " or ")
}

func providerRequired(message, remedy string, parameters ...fault.Parameter) error {
	return fault.New(ProviderRequired, "", message, remedy, parameters...)
}

// MayComeIn returns PROVIDER_REQUIRED if people with an address come in by a provider, and the viewer did not. A key proves no
// sign-in, whoever made it.
func (s *Service) MayComeIn(ctx context.Context, address string) error {
	who, method := viewer.From(ctx), vocabulary.SignInMethodLink
	if who.Provider != "" {
		method = vocabulary.SignInMethodOpenID
	}
	return s.policy.Check(address, false, method, who.Provider)
}
