package email_test

import (
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/email"
)

func TestValid(t *testing.T) {
	local, long := strings.Repeat("a", 64), strings.Repeat(strings.Repeat("b", 63)+".", 2)
	for text, want := range map[string]bool{
		"lee@example.com":                      true,
		"Lee.O'Neil+x@Example.com":             true,
		"lee@bücher.example":                   true,
		"":                                     false,
		"lee":                                  false,
		"lee@":                                 false,
		"@example.com":                         false,
		" lee@example.com":                     false,
		"Lee <lee@example.com>":                false,
		"<lee@example.com>":                    false,
		"lee@example.com, ada@example.com":     false,
		"\"a\x00b\"@example.com":               false,
		"lee\xff@example.com":                  false,
		local + "@" + strings.Repeat("b.", 94): false,
		local + "@" + long + strings.Repeat("b", 61): true,
		local + "@" + long + strings.Repeat("b", 62): false,
		"lee@example.com\r\nBcc: ada@example.com":    false,
		local + "@example.com":                       true,
		local + "a@example.com":                      false,
		strings.Repeat("\u00E9", 33) + "@x.example":  false,
	} {
		if email.Valid(text) != want {
			t.Errorf("Valid(%q) = %t", text, !want)
		}
	}
}

// An address has one key and one stored form, however its accents are encoded.
func TestNormal(t *testing.T) {
	composed, decomposed := "\u00E9lo@x.example", "e\u0301lo@x.example"
	if got := email.Normal(decomposed); got != composed {
		t.Errorf("Normal = %+q, want %+q", got, composed)
	}
	for _, pair := range [][2]string{{composed, decomposed}, {"\u00E9lo@x.example", "E\u0301LO@X.example"},
		{"lo@b\u00FCcher.example", "lo@bu\u0308cher.example"}} {
		if a, b := email.Key(pair[0]), email.Key(pair[1]); a != b {
			t.Errorf("%+q has the key %+q, and %+q has %+q", pair[0], a, pair[1], b)
		}
	}
	if kelvin := "\u212Aim@x.example"; email.Normal(kelvin) != kelvin || email.Key(kelvin) == "Kim@x.example" {
		t.Errorf("%+q became %+q", kelvin, email.Normal(kelvin))
	}
	if !email.Same(composed, decomposed) {
		t.Error("two encodings of one address are not the same")
	}
}

// A directory may hold addresses whose domain is not valid, but none with characters that nobody sees.
func TestReadable(t *testing.T) {
	for text, want := range map[string]bool{
		"lee@localhost": true, "lee@corp_x.example": true, "l\u00E9e@x.example": true,
		"lee\u200B@x.example": false, "lee\u202E@x.example": false, "\"lee\u00A0o\"@x.example": false,
		"lee@x\u00AD.example": false, "lee\u2066@x.example": false, "lee\u007F@x.example": false,
		"lee\u3164@x.example": false, "lee\uFE0F@x.example": false, "lee\uFEFF@x.example": false, "Lee": false,
		// characters that are ASCII letters in another case or in NFC
		"\u212Aim@x.example": false, "lee@exam\u212Ale.example": false, "\u0130da@x.example": false,
		"le\u017F@x.example": false, "lee@b\u00FCcher.\u212A.example": false, "lee\u037E@x.example": false,
		// other spellings of a domain, and labels that are none
		"y@exa\u3002mple.com": false, "y@corp\uFF0Eexample": false, "x@xn--a.example": false,
		"x@xn--zzzz9999.example": false, "a@-x.example": false, "a@x-.example": false, "a@x/.example": false,
		// letters that no comparison takes for ASCII ones
		"y\u0131ld\u0131z@firma.example": true, "lee@f\u0131rma.example": true, "\ufb01n@x.example": true,
		"wei\u00df@x.example":      true,
		"lee@bu\u0308cher.example": false, "lee@xn--bcher-kva.example": true, "lee@B\u00DCCHER.example": true,
		strings.Repeat("a", 65) + "@localhost": false,
	} {
		if email.Readable(text) != want {
			t.Errorf("Readable(%+q) = %t", text, !want)
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
		// Lower-casing makes them equal, but they are two mailboxes.
		{"müller@example.com", "MÜLLER@example.com", false},
		{"kim@example.com", "\u212Aim@example.com", false},
		{"lee@example.com", "ada@example.com", false},
		{"lee@Bücher.example", "Lee@xn--bcher-kva.example", true},
		{"lee@bücher.example", "lee@bucher.example", false},
		{"müller@bücher.example", "müller@xn--bcher-kva.example", true},
		{"lee@exam\u212Ale.example", "lee@examkle.example", false},
	} {
		if email.Same(c.a, c.b) != c.want || email.Same(c.b, c.a) != c.want {
			t.Errorf("Same(%q, %q) = %t, want Same = %v and Same = %v", c.a, c.b, !c.want, c.want, c.want)
		}
	}
	for _, c := range [][2]string{{"Lee@Example.com", "lee@example.COM"},
		{"Lee@BÜCHER.example", "lee@xn--bcher-kva.example"}} {
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
		"Harbor.Example": "harbor.example", " @harbor.example. ": "harbor.example",
		"b\u00FCro.example":   "xn--bro-hoa.example",
		"xn--bro-hoa.example": "xn--bro-hoa.example", "": "", "localhost": "", "a..b": "", "-a.com": "", "a-.com": "",
		"a b.com":  "",
		"10.0.0.1": "", "a.com/x": "", "*.com": "", "exam\u212Ale.example": "", "\uFF47oogle.example": "",
		"a_b.example":                        "",
		strings.Repeat("a", 64) + ".example": "", strings.Repeat("abcdefgh.", 32) + "example": "",
	} {
		if got, ok := email.CanonicalDomain(text); got != want || ok != (want != "") {
			t.Errorf("CanonicalDomain(%q) = %q, %t, not %q", text, got, ok, want)
		}
	}
}

func TestPublicDomain(t *testing.T) {
	for domain, want := range map[string]bool{
		"gmail.com": true, "gmx.de": true, "mail.ru": true, "proton.me": true, "mailinator.com": true,
		"smtp.gmail.com": true,
		"co.uk":          true, "github.io": true, "blogspot.com": true, "harbor.github.io": false,
		"harbor.co.uk": false,
		"example.com":  false, "harbor.example": false, "notgmail.com": false,
	} {
		if email.PublicDomain(domain) != want {
			t.Errorf("PublicDomain(%q) = %t", domain, !want)
		}
	}
}

// TestValidDomain checks that addresses are refused if their domain differs from the one that is displayed, or cannot
// be canonicalized.
func TestValidDomain(t *testing.T) {
	for address, want := range map[string]bool{
		"lee@b\u00FCcher.example": true, "lee@B\u00DCCHER.example": true, "lee@xn--bcher-kva.example": true,
		"lee@XN--BCHER-KVA.example": true, "lee@b\u00FCcher.xn--bro-hoa.example": true, "lee@Corp.EXAMPLE": true,
		"lee@stra\u00DFe.example": true, "lee@\u4F8B\u3048.example": true, "l\u00E9e@corp.example": true,

		"boss@\uFF43orp.example": false, "boss@corp\u3002example": false, "boss@corp\uFF0Eexample": false,
		"boss@corp\uFF61example":  false,
		"boss@co\u00ADrp.example": false, "boss@b\u00FC\u00ADcher.example": false,
		"boss@b\u00FCcher\u3002example": false,
		"boss@b\u00FCcher.\uFF45xample": false, "boss@bu\u0308cher.example": false, "boss@corp.exa\u212Aple": false,
		"boss@\u017Ftra\u00DFe.example": false, "boss@co\u200Crp.example": false,
		"x@[127.0.0.1]": false, "x@127.0.0.1": false, "x@corp_x.example": false, "x@corp.example/": false,
		"x@corp.example.":        false,
		"x@b\u00FCcher.example.": false, "x@@corp.example": false, "x@corp": false, "x@-corp.example": false,
		"x@xn--.example": false,

		"bo\u200Bss@corp.example": false, "bo\u00A0ss@corp.example": false, "bo\u202Ess@corp.example": false,
		"bo\u00ADss@corp.example": false, "bo\u2028ss@corp.example": false, "bo\u3000ss@corp.example": false,
		"bo\u3164ss@corp.example": false, "bo\u034Fss@corp.example": false, "bo\uFE0Fss@corp.example": false,
		"bo\u2800ss@corp.example": false, "bo\u200Css@corp.example": false, "bo\u200Dss@corp.example": false,
		"bo\uFEFFss@corp.example": false, "bo\U000E0061ss@corp.example": false, "bo\uE000ss@corp.example": false,
		"\"bo\u00A0ss\"@corp.example": false,
	} {
		if email.Valid(address) != want {
			t.Errorf("Valid(%+q) = %t", address, !want)
		}
		if want && email.Domain(address) == "" {
			t.Errorf("%+q is valid and has no domain", address)
		}
	}
	for _, address := range []string{"lee@B\u00DCCHER.example", "lee@XN--BCHER-KVA.example"} {
		if !email.Same(address, "lee@b\u00FCcher.example") || email.Key(address) != "lee@xn--bcher-kva.example" {
			t.Errorf("%q is another address", address)
		}
	}
}
