package email_test

import (
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/email"
)

func TestValid(t *testing.T) {
	local := strings.Repeat("a", 64)
	for text, want := range map[string]bool{
		"lee@example.com":                         true,
		"Lee.O'Neil+x@Example.com":                true,
		"lee@bücher.example":                      true,
		"":                                        false,
		"lee":                                     false,
		"lee@":                                    false,
		"@example.com":                            false,
		" lee@example.com":                        false,
		"Lee <lee@example.com>":                   false,
		"<lee@example.com>":                       false,
		"lee@example.com, ada@example.com":        false,
		"\"a\x00b\"@example.com":                  false,
		"lee\xff@example.com":                     false,
		local + "@" + strings.Repeat("b.", 94):    false,
		local + "@" + strings.Repeat("b", 189):    true,
		local + "@" + strings.Repeat("b", 190):    false,
		"lee@example.com\r\nBcc: ada@example.com": false,
	} {
		if email.Valid(text) != want {
			t.Errorf("Valid(%q) = %t", text, !want)
		}
	}
}

func TestSame(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"lee@example.com", "Lee@EXAMPLE.com", true},
		{"müller@example.com", "müller@example.com", true},
		// Folding makes them one, and they are two mailboxes.
		{"müller@example.com", "MÜLLER@example.com", false},
		{"kim@example.com", "\u212Aim@example.com", false},
		{"lee@example.com", "ada@example.com", false},
		{"lee@Bücher.example", "Lee@xn--bcher-kva.example", true},
		{"lee@bücher.example", "lee@bucher.example", false},
		{"müller@bücher.example", "müller@xn--bcher-kva.example", true},
		{"lee@exam\u212Ale.example", "lee@examkle.example", false},
	} {
		if email.Same(c.a, c.b) != c.want || email.Same(c.b, c.a) != c.want {
			t.Errorf("Same(%q, %q) = %t", c.a, c.b, !c.want)
		}
	}
	for _, c := range [][2]string{{"Lee@Example.com", "lee@example.COM"}, {"Lee@BÜCHER.example", "lee@xn--bcher-kva.example"}} {
		if email.Key(c[0]) != email.Key(c[1]) {
			t.Errorf("%s and %s have two keys", c[0], c[1])
		}
	}
}

func TestDomain(t *testing.T) {
	for address, want := range map[string]string{
		"lee@Example.COM":           "example.com",
		`"lee@work"@example.com`:    "example.com",
		"lee":                       "",
		"lee@":                      "",
		"lee@bücher.example":        "xn--bcher-kva.example",
		"lee@BÜCHER.example":        "xn--bcher-kva.example",
		"lee@büro.example.":         "xn--bro-hoa.example",
		"lee@example":               "",
		"lee@xn--.example":          "",
		"lee@exa\u212Aple.com":      "",
		"lee@xn--bcher-kva.example": "xn--bcher-kva.example",
	} {
		if got := email.Domain(address); got != want {
			t.Errorf("Domain(%q) = %q, not %q", address, got, want)
		}
	}
}

func TestCanonicalDomain(t *testing.T) {
	for text, want := range map[string]string{
		"Harbor.Example": "harbor.example", " @harbor.example. ": "harbor.example", "b\u00FCro.example": "xn--bro-hoa.example",
		"xn--bro-hoa.example": "xn--bro-hoa.example", "": "", "localhost": "", "a..b": "", "-a.com": "", "a-.com": "", "a b.com": "",
		"10.0.0.1": "", "a.com/x": "", "*.com": "", "exam\u212Ale.example": "", "\uFF47oogle.example": "", "a_b.example": "",
		strings.Repeat("a", 64) + ".example": "", strings.Repeat("abcdefgh.", 32) + "example": "",
	} {
		if got, ok := email.CanonicalDomain(text); got != want || ok != (want != "") {
			t.Errorf("CanonicalDomain(%q) = %q, %t, not %q", text, got, ok, want)
		}
	}
}

func TestPublicDomain(t *testing.T) {
	for domain, want := range map[string]bool{
		"gmail.com": true, "gmx.de": true, "mail.ru": true, "proton.me": true, "mailinator.com": true, "smtp.gmail.com": true,
		"co.uk": true, "github.io": true, "blogspot.com": true, "harbor.github.io": false, "harbor.co.uk": false,
		"example.com": false, "harbor.example": false, "notgmail.com": false,
	} {
		if email.PublicDomain(domain) != want {
			t.Errorf("PublicDomain(%q) = %t", domain, !want)
		}
	}
}
