package access

import "testing"

func TestParseOrigin(t *testing.T) {
	for text, want := range map[string]string{
		"https://community.example.com":     "https://community.example.com",
		"https://Community.Example.COM":     "https://community.example.com",
		"https://community.example.com:443": "https://community.example.com",
		"https://a.example:8443":            "https://a.example:8443",
		"http://localhost":                  "http://localhost",
		"http://localhost:3000":             "http://localhost:3000",
		"http://127.0.0.1:80":               "http://127.0.0.1",
		"http://[::1]:3000":                 "http://[::1]:3000",
		"https://[2001:DB8:0::1]":           "https://[2001:db8::1]",
		"https://xn--bcher-kva.example":     "https://xn--bcher-kva.example",
		"https://bücher.example":            "https://xn--bcher-kva.example",
		"https://a.example:08443":           "https://a.example:8443",
		"https://a_b.example":               "https://a_b.example",
	} {
		if got, ok := parseOrigin(text); got != want || !ok {
			t.Errorf("%s: %q %v, want got = %v and ok = true", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "null", "*", "https://*", "https://*.example.com", "https://",
		"community.example.com",
		"http://community.example.com", "http://localhost.example.com", "https://a.example/", "https://a.example/path",
		"https://a.example?",
		"https://a.example?q", "https://a.example#", "https://a.example#f", "https://u@a.example",
		"https://u:p@a.example", "https://a.example:",
		"https://a.example:0", "https://a.example:99999", "https://a..example",
		"https://-a.example",
		"ftp://a.example", "javascript:alert(1)", "https:a.example", "https://a.example https://b.example",
		"https://a.example\n",
		"https://[fe80::1%25eth0]", "http://0.0.0.0", "http://192.0.2.1"} {
		if got, ok := parseOrigin(text); ok {
			t.Errorf("%q is taken for %q", text, got)
		}
	}
}
