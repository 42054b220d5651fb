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

// PolicyProvider is the part of an identity provider's settings that the sign-in policy needs.
type PolicyProvider struct {
	// Code and Name are the provider's code and display name in the settings.
	Code, Name string
	// Domains are the e-mail domains of the provider, in canonical form. None stands for every domain that no other
	// provider lists.
	Domains []string
	// Required forbids every other sign-in method to people with addresses in Domains.
	Required bool
}

// Policy says how people have to authenticate. Every sign-in method checks it. The zero value allows all methods.
type Policy struct {
	// Providers are the identity providers, in the order of the settings.
	Providers []PolicyProvider
	// ProducerBy are the codes of the providers with which the producer's people have to sign in; none allows every
	// method.
	ProducerBy []string
}

// Check returns PROVIDER_REQUIRED unless a person may sign in with the method and the code of a provider ("" for
// none). address is the person's address ("" for none), and producer says whether they are one of the producer's
// people.
func (p Policy) Check(address string, producer bool, method vocabulary.SignInMethod, provider string) error {
	by := provider
	if method != vocabulary.SignInMethodOpenID {
		by = ""
	}
	if producer && len(p.ProducerBy) > 0 && (by == "" || !slices.Contains(p.ProducerBy, by)) {
		return providerRequired("The producer's people sign in with {providers}.", "Choose it on the sign-in page.",
			fault.WithText("providers", p.names()))
	}
	if required := p.Required(address); required != nil && by != required.Code {
		return providerRequired("People with an address of {domain} sign in with {provider}.",
			"Open the sign-in page, type your address, and continue with {provider}.",
			fault.WithText("domain", email.Domain(address)), fault.WithText("provider", required.Name))
	}
	return nil
}

// admits is Check for the user's current address and for the address that the sign-in has proven.
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

// Required returns the provider that is required for an address, or nil.
func (p Policy) Required(address string) *PolicyProvider {
	if found := p.For(address); found != nil && found.Required {
		return found
	}
	return nil
}

// Believes reports whether the provider with the code is trusted to verify an address: one in its own domains or, if
// it has none, in every domain that no other provider lists. An unknown provider is never trusted.
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

// names returns the names of the providers in ProducerBy, joined for use in a sentence.
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

// MayComeIn returns PROVIDER_REQUIRED if an identity provider is required for an address and the viewer did not sign
// in with it. A key does not count as a sign-in, whoever created it.
func (s *Service) MayComeIn(ctx context.Context, address string) error {
	who, method := viewer.From(ctx), vocabulary.SignInMethodLink
	if who.Provider != "" {
		method = vocabulary.SignInMethodOpenID
	}
	return s.policy.Check(address, false, method, who.Provider)
}
