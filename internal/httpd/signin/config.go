package signin

import (
	"errors"
	"fmt"
	"log/slog"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/coreos/go-oidc/v3/oidc"
	"github.com/goccy/go-yaml"

	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/origin"
	"github.com/muniment/muniment/internal/regular"
)

// Provider holds the settings of an identity provider.
type Provider struct {
	// Code identifies the provider in URLs and in the database: lower-case letters, digits and dashes, at most 32.
	Code string
	// Name is the displayed name.
	Name string
	// Issuer is the issuer identifier: an https URL, or an http URL on loopback.
	Issuer string
	// ClientID and ClientSecret are the credentials of Muniment at the provider.
	ClientID     string
	ClientSecret Secret
	// Scopes are the requested scopes, including openid.
	Scopes []string
	// Domains are the e-mail domains of the provider's users, as email.CanonicalDomain returns them.
	Domains []string
	// RequireForDomains forbids people in these domains to sign in with a link sent by mail.
	RequireForDomains bool
	// Audience is the audience of access tokens for Muniment; if it is "", the provider's access tokens are refused.
	Audience string
	// TrustEmail treats e-mail addresses as verified if the provider does not send email_verified.
	TrustEmail bool
	// SupportedAlgorithms are the accepted signature algorithms.
	SupportedAlgorithms []string
}

// Secret is a text that is never shown in logs and errors.
type Secret string

const hidden = "(secret)"

// String hides the secret.
func (Secret) String() string { return hidden }

// GoString hides the secret.
func (Secret) GoString() string { return hidden }

// LogValue hides the secret.
func (Secret) LogValue() slog.Value { return slog.StringValue(hidden) }

// ErrProviders is returned for an invalid file of identity providers. Its message says where and why.
var ErrProviders = errors.New("the file of identity providers cannot be used")

var (
	signatures    = []string{oidc.RS256, oidc.ES256, oidc.PS256, oidc.EdDSA}
	allSignatures = []string{oidc.RS256, oidc.RS384, oidc.RS512, oidc.ES256, oidc.ES384, oidc.ES512, oidc.PS256,
		oidc.PS384,
		oidc.PS512, oidc.EdDSA}
	scopes   = []string{oidc.ScopeOpenID, oidc.ScopeEmail, oidc.ScopeProfile}
	codeForm = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,31}$`)
)

// providerConfig is a provider in the form of the file.
type providerConfig struct {
	Code                string   `yaml:"code"`
	Name                string   `yaml:"name"`
	Issuer              string   `yaml:"issuer"`
	ClientID            string   `yaml:"clientId"`
	ClientSecretEnv     string   `yaml:"clientSecretEnv"`
	ClientSecretFile    string   `yaml:"clientSecretFile"`
	Scopes              []string `yaml:"scopes"`
	Domains             []string `yaml:"domains"`
	RequireForDomains   bool     `yaml:"requireForDomains"`
	Audience            string   `yaml:"audience"`
	TrustEmail          bool     `yaml:"trustEmail"`
	SupportedAlgorithms []string `yaml:"supportedAlgorithms"`
}

// LoadProviders reads a YAML file of identity providers, and their client secrets from the environment variables or
// files that it names. Relative file names are relative to the directory of the YAML file. It returns ErrProviders for
// an invalid file.
func LoadProviders(path string) ([]Provider, error) {
	text, err := regular.Read(path)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrProviders, err)
	}
	var file struct {
		Providers []providerConfig `yaml:"providers"`
	}
	if err := yaml.UnmarshalWithOptions(text, &file, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("%w: %s%s", ErrProviders, path, yamlProblem(err))
	}
	if len(file.Providers) == 0 {
		return nil, fmt.Errorf("%w: %s: providers is missing, or lists none", ErrProviders, path)
	}
	var (
		providers []Provider
		faults    []error
	)
	for i, w := range file.Providers {
		p, problems := w.provider(filepath.Dir(path))
		problems = append(problems, clashes(p, providers)...)
		for _, problem := range problems {
			faults = append(faults, fmt.Errorf(
				"%w: %s: providers[%d]%s: %s", ErrProviders, path, i, named(w.Code), problem))
		}
		providers = append(providers, p)
	}
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	return providers, nil
}

// yamlProblem returns the position and the message of a YAML error. It does not quote the file, because that may
// contain a secret.
func yamlProblem(err error) string {
	var at yaml.Error
	if !errors.As(err, &at) {
		return ": " + err.Error()
	}
	where := ""
	if token := at.GetToken(); token != nil && token.Position != nil {
		where = fmt.Sprintf(":%d:%d", token.Position.Line, token.Position.Column)
	}
	return where + ": " + at.GetMessage()
}

func named(code string) string {
	if code == "" {
		return ""
	}
	return " (" + code + ")"
}

// provider returns the provider with default values filled in, and all problems of its settings.
func (w providerConfig) provider(folder string) (Provider, []string) {
	p := Provider{
		Code: w.Code, Name: w.Name, Issuer: w.Issuer, ClientID: w.ClientID, Scopes: w.Scopes,
		RequireForDomains: w.RequireForDomains, Audience: w.Audience, TrustEmail: w.TrustEmail,
		SupportedAlgorithms: w.SupportedAlgorithms,
	}
	if len(p.Scopes) == 0 {
		p.Scopes = scopes
	}
	if len(p.SupportedAlgorithms) == 0 {
		p.SupportedAlgorithms = signatures
	}
	var problems []string
	wrong := func(is bool, why string) {
		if is {
			problems = append(problems, why)
		}
	}
	wrong(p.Code == "", "code is missing")
	wrong(p.Code != "" && !codeForm.MatchString(p.Code),
		"code has other than small letters, digits and dashes, or more than 32 of them")
	wrong(p.Name == "", "name is missing")
	wrong(p.Issuer == "", "issuer is missing")
	wrong(p.Issuer != "" && !isIssuer(p.Issuer),
		"issuer is not an https address without a query (only loopback addresses may use http)")
	wrong(p.ClientID == "", "clientId is missing")
	wrong(!slices.Contains(p.Scopes, oidc.ScopeOpenID), "scopes lacks openid")
	wrong(p.Audience != "" && p.Audience == p.ClientID,
		"audience is the clientId: id tokens would pass for access tokens")
	for _, algorithm := range p.SupportedAlgorithms {
		wrong(!slices.Contains(allSignatures, algorithm),
			fmt.Sprintf("supportedAlgorithms has %.20q, which is not one of %s",
				algorithm, strings.Join(allSignatures, " ")))
	}
	for _, text := range w.Domains {
		domain, ok := email.CanonicalDomain(text)
		wrong(!ok, fmt.Sprintf("domains has %.80q, which is not a domain", text))
		p.Domains = append(p.Domains, domain)
	}
	wrong(p.RequireForDomains && len(p.Domains) == 0, "requireForDomains is set, and domains is missing")
	secret, problem := w.secret(folder)
	wrong(problem != "", problem)
	p.ClientSecret = secret
	return p, problems
}

func (w providerConfig) secret(folder string) (Secret, string) {
	switch {
	case w.ClientSecretEnv != "" && w.ClientSecretFile != "":
		return "", "clientSecretEnv and clientSecretFile are both there: one is enough"
	case w.ClientSecretEnv != "":
		secret := os.Getenv(w.ClientSecretEnv)
		if secret == "" {
			return "", "clientSecretEnv names " + w.ClientSecretEnv + ", which is not set"
		}
		return Secret(secret), ""
	case w.ClientSecretFile != "":
		name := w.ClientSecretFile
		if !filepath.IsAbs(name) {
			name = filepath.Join(folder, name)
		}
		text, err := regular.Read(name)
		if err != nil {
			return "", "clientSecretFile cannot be read: " + err.Error()
		}
		secret := strings.TrimRight(string(text), "\r\n")
		if secret == "" {
			return "", "clientSecretFile names " + name + ", which is empty"
		}
		return Secret(secret), ""
	}
	return "", "clientSecretEnv or clientSecretFile is missing"
}

// clashes returns the values that a provider shares with earlier ones although they must be unique.
func clashes(p Provider, earlier []Provider) []string {
	var problems []string
	for _, other := range earlier {
		if p.Code != "" && p.Code == other.Code {
			problems = append(problems, "code is that of another provider")
		}
		if p.Issuer != "" && p.Issuer == other.Issuer {
			problems = append(problems, "issuer is that of "+other.Code)
		}
		for _, domain := range p.Domains {
			if slices.Contains(other.Domains, domain) {
				problems = append(problems, fmt.Sprintf("domains has %s, which is for %s already", domain, other.Code))
			}
		}
	}
	return problems
}

func isIssuer(text string) bool {
	address, err := url.Parse(text)
	if err != nil || !protected(address) || address.RawQuery != "" || address.Fragment != "" || address.User != nil {
		return false
	}
	_, err = origin.Canonical(address)
	return err == nil
}

// protected reports whether a URL is protected against eavesdropping and tampering: https, or http on loopback.
func protected(address *url.URL) bool {
	return address.Host != "" && (address.Scheme == "https" || address.Scheme == "http" &&
		isLoopback(address.Hostname()))
}

// isLoopback reports whether a host without a port is localhost or a loopback address. Other names could be made to
// resolve elsewhere.
func isLoopback(host string) bool {
	if host == "localhost" {
		return true
	}
	address, err := netip.ParseAddr(host)
	return err == nil && address.Unmap().IsLoopback()
}
