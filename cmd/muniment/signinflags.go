package main

import (
	"cmp"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"slices"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/httpd/signin"
	"github.com/muniment/muniment/internal/origin"
)

// SignInFlags says under which address people come in, and how they prove who they are.
type SignInFlags struct {
	PublicURL           string   `placeholder:"URL" help:"URL under which browsers reach the server, such as https://rights.example.com. Required if --listen is not an address of this machine only. Default: the address it listens on."`
	IdentityProviders   string   `type:"path" placeholder:"FILE" help:"YAML file of the identity providers at which people may sign in; see docs/signing-in.md."`
	OperatorsByProvider []string `placeholder:"CODE" help:"Codes of the only identity providers with which the producer's own people may sign in. Default: every way to sign in."`
	TrustedProxies      []string `placeholder:"CIDR" help:"Networks of the proxies whose X-Forwarded-For header is trusted."`
	KeyRequests         int      `default:"600" placeholder:"N" help:"Number of requests that one API key may send in a minute; 0 is no limit. Default: 600."`
}

// maxFailedCredentials is how many keys and tokens from one client may fail within five minutes.
const maxFailedCredentials = 30

// check refuses settings that cannot be used or have no effect.
func (e *SignInFlags) check() error {
	if len(e.OperatorsByProvider) > 0 && e.IdentityProviders == "" {
		return fault.New(usage, "operators-by-provider", "--operators-by-provider has no effect without "+
			"--identity-providers", "name the file of the identity providers, or leave it out")
	}
	if e.KeyRequests < 0 {
		return fault.New(usage, "key-requests", "--key-requests must not be negative", "0 is no limit")
	}
	if _, err := e.proxies(); err != nil {
		return err
	}
	providers, err := e.providers()
	if err != nil {
		return err
	}
	_, err = e.operatorsBy(providers)
	return err
}

// public returns the URL under which browsers reach a server that listens on the given address.
func (e *SignInFlags) public(listening net.Addr) (*url.URL, error) {
	return publicURL(cmp.Or(e.PublicURL, "http://"+listening.String()))
}

func publicURL(text string) (*url.URL, error) {
	canonical, err := signin.CanonicalPublicURL(text)
	switch {
	case errors.Is(err, origin.ErrHost):
		return nil, fault.New(usage, "public-url",
			fmt.Sprintf("--public-url: no browser can reach a server at %.80q", text),
			"give a host name without special characters and a port from 1 to 65535, as in https://rights.example.com")
	case err != nil: // the text may contain a password
		return nil, fault.New(usage, "public-url", "--public-url: "+err.Error(),
			"write it as https://rights.example.com; http is for 127.0.0.1 and localhost only")
	}
	return canonical, nil
}

// providers reads the file of identity providers, if one is given.
func (e *SignInFlags) providers() ([]signin.Provider, error) {
	if e.IdentityProviders == "" {
		return nil, nil
	}
	return signin.LoadProviders(e.IdentityProviders)
}

// operatorsBy returns the codes of the providers with which the producer's people have to sign in. Each must be the
// code of one of the providers: a mistyped code would lock all of them out.
func (e *SignInFlags) operatorsBy(providers []signin.Provider) ([]string, error) {
	for _, code := range e.OperatorsByProvider {
		if !slices.ContainsFunc(providers, func(p signin.Provider) bool { return p.Code == code }) {
			return nil, fault.New(usage, "operators-by-provider",
				fmt.Sprintf("--operators-by-provider: %.80q is the code of no identity provider", code),
				"give codes from the file that --identity-providers names, with commas between them")
		}
	}
	return e.OperatorsByProvider, nil
}

// proxies parses the networks of trusted proxies.
func (e *SignInFlags) proxies() ([]netip.Prefix, error) {
	var all []netip.Prefix
	for _, text := range e.TrustedProxies {
		prefix, err := netip.ParsePrefix(text)
		if err != nil {
			return nil, fault.New(usage, "trusted-proxies",
				fmt.Sprintf("--trusted-proxies: %.80q is not a network", text),
				"write it as 10.0.0.0/8")
		}
		all = append(all, prefix)
	}
	return all, nil
}
