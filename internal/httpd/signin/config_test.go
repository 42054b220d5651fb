package signin_test

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/internal/httpd/signin"
)

func TestAFileOfProviders(t *testing.T) {
	t.Setenv("MUNIMENT_TEST_CLIENT_SECRET", "from the environment")
	got := providersFile(t, `
# Two of them.
providers:
  - code: company
    name: Company directory
    issuer: https://login.example.com/tenant
    clientId: muniment
    clientSecretEnv: MUNIMENT_TEST_CLIENT_SECRET
    scopes: [openid, email, groups]
    domains: [Example.COM, example.org, "Bücher.example", xn--hndler-bua.example]
    requireForDomains: true
    audience: https://rights.example.com
    trustEmail: true
    supportedAlgorithms: [PS512]
  - code: local-1
    name: Local
    issuer: http://127.0.0.1:9000
    clientId: m
    clientSecretFile: secret
`)
	want := []signin.Provider{
		{Code: "company", Name: "Company directory", Issuer: "https://login.example.com/tenant", ClientID: "muniment",
			ClientSecret: "from the environment", Scopes: []string{"openid", "email", "groups"},
			Domains: []string{"example.com", "example.org", "xn--bcher-kva.example",
				"xn--hndler-bua.example"},
			RequireForDomains: true, Audience: "https://rights.example.com", TrustEmail: true,
			SupportedAlgorithms: []string{"PS512"}},
		{Code: "local-1", Name: "Local", Issuer: "http://127.0.0.1:9000", ClientID: "m", ClientSecret: secret,
			Scopes:              []string{"openid", "email", "profile"},
			SupportedAlgorithms: []string{"RS256", "ES256", "PS256", "EdDSA"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	var log bytes.Buffer
	slog.New(slog.NewTextHandler(&log, nil)).Info("providers", "secret", got[0].ClientSecret)
	for _, text := range []string{log.String(), fmt.Sprint(got), fmt.Sprintf("%+v %#v", got, got)} {
		if strings.Contains(text, "from the environment") {
			t.Errorf("the secret shows itself: %s", text)
		}
	}
}

func TestFilesOfProvidersThatAreRefused(t *testing.T) {
	good := map[string]string{"code": "company", "name": "Company", "issuer": "https://login.example.com",
		"clientId": "muniment", "clientSecretFile": "secret"}
	entry := func(name, value string) string {
		text := "providers:\n  - "
		for _, key := range []string{"code", "name", "issuer", "clientId", "clientSecretFile", "clientSecretEnv",
			"scopes", "domains", "requireForDomains",
			"audience", "trustEmail", "supportedAlgorithms", "clientSecret"} {
			v, there := good[key]
			if key == name {
				v, there = value, value != "-"
			}
			if there {
				text += key + ": " + v + "\n    "
			}
		}
		return text + "\n"
	}
	two := func(second string) string {
		return entry("domains", "[example.com]") + "  - {" + second + ", clientSecretFile: secret}\n"
	}
	for text, why := range map[string]string{
		"":                                   "providers is missing",
		"providers: []":                      "providers is missing",
		"providers: 5":                       "providers.yaml:1:12",
		"provider: []":                       "providers.yaml:1:1: unknown field",
		"providers:\n  - code: [":            "providers.yaml:2",
		"a: b\na: c":                         "providers.yaml:2:1",
		entry("code", "-"):                   "providers[0]: code is missing",
		entry("code", "A B"):                 "code has other than",
		entry("name", "-"):                   "providers[0] (company): name is missing",
		entry("issuer", "-"):                 "issuer is missing",
		entry("issuer", "http://x"):          "issuer is not an https address",
		entry("issuer", "https://x?y"):       "issuer is not an https address",
		entry("issuer", "login.example.com"): "issuer is not an https address",
		entry("clientId", "-"):               "clientId is missing",
		entry("clientSecretFile", "-"):       "clientSecretEnv or clientSecretFile is missing",
		entry("clientSecretFile", "nowhere"): "clientSecretFile cannot be read",
		entry("clientSecretFile", "empty"):   "which is empty",
		entry("clientSecretEnv", "MUNIMENT_TEST_NOTHING"): "are both there",
		entry("clientSecret", "hunter2"):                  "unknown field",
		entry("scopes", "[email]"):                        "scopes lacks openid",
		entry("domains", "[a@example.com]"):               "is not a domain",
		entry("domains", "['*.example.com']"):             "is not a domain",
		entry("domains", "[example]"):                     "is not a domain",
		entry("requireForDomains", "true"):                "domains is missing",
		entry("audience", "muniment"):                     "audience is the clientId",
		entry("trustEmail", "perhaps"):                    "providers.yaml:7",
		entry("supportedAlgorithms", "[none]"):            `"none"`,
		entry("supportedAlgorithms", "[RS256, HS256]"):    `"HS256"`,
		two(
			"code: company, name: B, issuer: https://b, clientId: b"): "providers[1] (company): code is that of " +
			"another",
		two("code: b, name: B, issuer: https://login.example.com, clientId: b"): "issuer is that of company",
		two(
			"code: b, name: B, issuer: https://b, clientId: b, domains: [EXAMPLE.com]"): "example.com, which is " +
			"for company already",
	} {
		folder := t.TempDir()
		for name, text := range map[string]string{"providers.yaml": text, "secret": "x", "empty": "\n"} {
			if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		_, err := signin.LoadProviders(filepath.Join(folder, "providers.yaml"))
		if !errors.Is(err, signin.ErrProviders) || !strings.Contains(err.Error(), why) ||
			!strings.Contains(err.Error(), "providers.yaml") {
			t.Errorf("%s\n\t%v, want %q", text, err, why)
		}
		if err != nil && strings.Contains(err.Error(), "hunter2") {
			t.Errorf("the error quotes a secret: %v", err)
		}
	}
	if _, err := signin.LoadProviders(filepath.Join(t.TempDir(), "none.yaml")); !errors.Is(err, signin.ErrProviders) ||
		!errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
}

func TestAllProblemsAreReported(t *testing.T) {
	file := filepath.Join(t.TempDir(), "providers.yaml")
	if err := os.WriteFile(file, []byte("providers:\n  - {}\n  - {code: b}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := signin.LoadProviders(file)
	if err == nil || strings.Count(err.Error(), "\n") != 8 {
		t.Errorf("not every fault is said: %v", err)
	}
}
