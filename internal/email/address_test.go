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
	} {
		if email.Same(c.a, c.b) != c.want || email.Same(c.b, c.a) != c.want {
			t.Errorf("Same(%q, %q) = %t", c.a, c.b, !c.want)
		}
	}
	if email.Key("Lee@Example.com") != email.Key("lee@example.COM") {
		t.Error("letter case makes two keys")
	}
}

func TestDomain(t *testing.T) {
	for address, want := range map[string]string{
		"lee@Example.COM":           "example.com",
		`"lee@work"@example.com`:    "example.com",
		"lee":                       "",
		"lee@":                      "",
		"lee@bücher.example":        "",
		"lee@exa\u212Aple.com":      "",
		"lee@xn--bcher-kva.example": "xn--bcher-kva.example",
	} {
		if got := email.Domain(address); got != want {
			t.Errorf("Domain(%q) = %q, not %q", address, got, want)
		}
	}
}
