package email_test

import (
	"testing"

	"github.com/muniment/muniment/internal/email"
)

func TestMisleads(t *testing.T) {
	for name, want := range map[string]bool{
		"ada": false, "lee@localhost": false, "lee@corp_x.example": false, "lee@b\u00fccher.example": false,
		"lee@bu\u0308cher.example": false, "lee@b\u00fcro": false, "lee@xn--bcher-kva.example": false, "lee@": false,
		"A Kelvin, 3 \u212A": false, "y\u0131ld\u0131z@x.example": false, "corp\\lee@10.0.0.1": false,
		"x@xn--a.example": true, "x@XN--A.example": true, "x@xn--zzzz9999": true, "x@corp\u3002example": true,
		"x@\uFF43orp.example": true, "x@corp.example.": true, "\u212Aim@x.example": true, "le\u017F@x": true,
		"lee@exam\u212Ale.example": true,
	} {
		if email.Misleads(name) != want {
			t.Errorf("Misleads(%+q) = %t", name, !want)
		}
	}
}

// Two addresses are one user name if they are one address; other names are compared without regard to letter case.
func TestUserNameKey(t *testing.T) {
	for _, same := range [][2]string{
		{"Ada", "ADA"}, {"\u00c9lan", "e\u0301LAN"}, {"Stra\u00dfe", "STRASSE"}, {"Ada@X.example", "ada@x.EXAMPLE"},
		{"user@b\u00fccher.example", "USER@xn--bcher-kva.example"},
		{"user@b\u00fccher.example", "user@bu\u0308cher.example"},
		{"WEI\u1e9e@x.example", "wei\u00df@x.example"}, {"\u00c9lo@localhost", "\u00e9lo@LOCALHOST"},
		// an address with a character that imitates another is no other name than the one that it imitates
		{"\u212Aim@x.example", "kim@x.example"}, {"le\u017F@x.example", "les@x.example"},
		{"\u212A\u00e9@x.example", "k\u00e9@x.example"},
	} {
		if a, b := email.UserNameKey(same[0]), email.UserNameKey(same[1]); a != b {
			t.Errorf("%+q has the key %+q, and %+q has %+q", same[0], a, same[1], b)
		}
	}
	for _, apart := range [][2]string{
		{"wei\u00df@x.example", "weiss@x.example"}, {"\ufb01n@x.example", "fin@x.example"},
		{"wei\u00df@localhost", "weiss@localhost"}, {"wei\u00df@corp_x.example", "weiss@corp_x.example"},
		{"lee@stra\u00dfe.example", "lee@strasse.example"}, {"y\u0131ld\u0131z@x.example", "yildiz@x.example"},
		{"Stra\u00dfe", "Strase"},
	} {
		if key := email.UserNameKey(apart[0]); key == email.UserNameKey(apart[1]) {
			t.Errorf("%+q and %+q have one key, %+q", apart[0], apart[1], key)
		}
	}
	for _, name := range []string{"Ada", "wei\u00df@x.example", "user@b\u00fccher.example", "\u0130da@x.example"} {
		if key := email.UserNameKey(name); email.UserNameKey(key) != key {
			t.Errorf("the key of %+q is %+q, and the key of that %+q", name, key, email.UserNameKey(key))
		}
	}
}
