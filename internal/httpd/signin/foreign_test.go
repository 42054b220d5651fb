package signin_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/go-jose/go-jose/v4"

	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

// unusableKeys are keys that cannot be used. They must not keep the good key beside them from being used.
var unusableKeys = map[string]string{
	"a curve that is not supported": `{"kty":"EC","crv":"secp256k1","kid":"y","x":"AAAA","y":"AAAA"}`,
	"P-224":                         `{"kty":"EC","crv":"P-224","kid":"y","x":"AAAA","y":"AAAA"}`,
	"brainpool":                     `{"kty":"EC","crv":"BP-256","alg":"ESB256","kid":"y","x":"AAAA","y":"AAAA"}`,
	"a point off its curve":         `{"kty":"EC","crv":"P-256","kid":"y","x":"AAAA","y":"AAAA"}`,
	"Ed448":                         `{"kty":"OKP","crv":"Ed448","kid":"y","x":"AAAA"}`,
	"a short Ed25519":               `{"kty":"OKP","crv":"Ed25519","kid":"y","x":"AAAA"}`,
	"post-quantum":                  `{"kty":"AKP","alg":"ML-DSA-44","kid":"y","pub":"AAAA"}`,
	"RSA without e":                 `{"kty":"RSA","kid":"y","n":"AAAA"}`,
	"RSA with an empty n":           `{"kty":"RSA","kid":"y","n":"","e":"AQAB"}`,
	"RSA with an n that is zero":    `{"kty":"RSA","kid":"y","n":"AA","e":"AQAB"}`,
	"RSA that is not base64url":     `{"kty":"RSA","kid":"y","n":"+/+/","e":"AQAB"}`,
	"no kty":                        `{"kid":"y","x":"AAAA"}`,
	"an unknown kty":                `{"kty":"FUTURE","kid":"y"}`,
	"a number as kty":               `{"kty":5,"kid":"y"}`,
	"a number as alg":               `{"kty":"RSA","alg":5,"kid":"y","n":"AAAA","e":"AQAB"}`,
	"a broken certificate":          `{"kty":"RSA","kid":"y","n":"AAAA","e":"AQAB","x5c":["?"],"x5t":"?"}`,
	"a key for encryption":          `{"kty":"RSA","kid":"y","use":"enc","alg":"RSA-OAEP","n":"AAAA","e":"AQAB"}`,
	"a shared secret":               `{"kty":"oct","kid":"y","k":"AAAA"}`,
	"null":                          `null`, "a text": `"key"`, "a list": `[]`,
}

// One foreign element in an answer of a provider does not keep people out.
func TestForeignElements(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	in := func(at, before, after string) func(p *idp) {
		return func(p *idp) {
			p.rewrite = func(path, text string) string {
				if path == at {
					return strings.Replace(text, before, after, 1)
				}
				return text
			}
		}
	}
	claim := func(name string, value any) func(p *idp) {
		return func(p *idp) {
			p.forge = func(claims map[string]any) string {
				claims[name] = value
				return p.sign(claims)
			}
		}
	}
	fromUserinfo := func(info string) func(p *idp) {
		return func(p *idp) {
			p.info = json.RawMessage(info)
			p.forge = func(claims map[string]any) string {
				delete(claims, "email")
				return p.sign(claims)
			}
		}
	}
	tests := map[string]func(p *idp){
		"a numeric name": claim("name", 42), "an object as name": claim("name", map[string]any{}),
		"a numeric sid": claim("sid", 42), "a list as sid": claim("sid", []string{"x"}),
		"a sid with NUL":   claim("sid", "x\x00"),
		"a numeric family": claim("family_name", 42), "an object as locale": claim("locale", map[string]any{}),
		"a lifetime with a fraction": in("/token", `"token_type"`, `"expires_in":3600.5,"token_type"`),
		"a lifetime in words":        in("/token", `"token_type"`, `"expires_in":"an hour","token_type"`),
		"a lifetime as text":         in("/token", `"token_type"`, `"expires_in":"3600","token_type"`),
		"an object as refresh token": in("/token", `"token_type"`, `"refresh_token":{},"token_type"`),
		"a mark before discovery":    in("/.well-known/openid-configuration", "{", "\ufeff{"),
		"a mark before the keys":     in("/jwks", "{", "\ufeff{"),
		"a mark before the tokens":   in("/token", "{", "\ufeff{"),
		"a text as algorithms": in("/.well-known/openid-configuration", `["ES256","HS256","none"]`,
			`"ES256"`),
		"a text as truth": in("/.well-known/openid-configuration", "{",
			`{"authorization_response_iss_parameter_supported":"yes",`),
		"a text as methods": in("/.well-known/openid-configuration", "{",
			`{"token_endpoint_auth_methods_supported":"client_secret_basic",`),
		"a number as end of sessions": in("/.well-known/openid-configuration", "{",
			`{"device_authorization_endpoint":5,`),
		"a broken certificate in the good key": in("/jwks", `"kty":`, `"x5c":["?"],"x5t":"?","x5t#S256":5,"kty":`),
		"a numeric name in userinfo": fromUserinfo(
			`{"sub":"subject-1","email":"administrator@customer.example","name":5,"profile":{}}`),
		"a mark before userinfo": func(p *idp) {
			fromUserinfo(`{"sub":"subject-1","email":"administrator@customer.example"}`)(p)
			in("/userinfo", "{", "\ufeff{")(p)
		},
	}
	for name, key := range unusableKeys {
		tests["key: "+name] = in("/jwks", `[`, `[`+key+`,`)
	}
	for name, change := range tests {
		t.Run(name, func(t *testing.T) {
			p := newIDP(t)
			change(p)
			d := p.fixture(t, db, "")
			p.through(d.browser(t), "/").leads(t, "/")
			if len(d.access.claims) != 1 || d.access.claims[0].Email != "administrator@customer.example" ||
				d.access.claims[0].Subject != subject {
				t.Errorf("who signed in: %+v\n%s", d.access.claims, d.log)
			}
		})
	}
}

// What is passed over proves nothing.
func TestForeignElementsProveNothing(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	for name, test := range map[string]struct {
		change func(p *idp)
		status int
	}{
		"only unusable keys": {func(p *idp) {
			p.rewrite = func(path, text string) string {
				if path == "/jwks" {
					return `{"keys":[` + unusableKeys["P-224"] + `]}`
				}
				return text
			}
		}, http.StatusBadRequest},
		"no set of keys": {func(p *idp) {
			p.rewrite = func(path, text string) string {
				if path == "/jwks" {
					return `<html>maintenance</html>`
				}
				return text
			}
		}, http.StatusServiceUnavailable},
		"a shared secret as key": {func(p *idp) {
			shared := jose.JSONWebKey{Key: []byte("0123456789abcdef0123456789abcdef"), KeyID: "first",
				Algorithm: string(jose.HS256)}
			p.rewrite = func(path, text string) string {
				if path == "/jwks" {
					return `{"keys":[{"kty":"oct","kid":"first","k":"MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY"}]}`
				}
				return text
			}
			p.forge = func(claims map[string]any) string { return signed(t, shared, "", claims) }
		}, http.StatusBadRequest},
		"a numeric party": {func(p *idp) {
			p.forge = func(claims map[string]any) string {
				claims["azp"] = 5
				return p.sign(claims)
			}
		}, http.StatusBadRequest},
	} {
		t.Run(name, func(t *testing.T) {
			p := newIDP(t)
			test.change(p)
			d := p.fixture(t, db, "")
			p.through(d.browser(t), "/").status(t, test.status)
			if len(d.access.tokens()) != 0 || len(d.access.claims) != 0 {
				t.Errorf("somebody signed in: %+v, want len(tokens) = 0 and len(claims) = 0", d.access.claims)
			}
		})
	}
}
