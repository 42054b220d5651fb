package origin_test

import (
	"net/url"
	"testing"

	"github.com/muniment/muniment/internal/origin"
)

func TestAuthority(t *testing.T) {
	for text, want := range map[string]string{
		"rights.example.com": "rights.example.com", "RIGHTS.Example.COM:443": "rights.example.com",
		"rights.example.com.": "rights.example.com", "rights.example.com:0443": "rights.example.com",
		"rights.example.com:8443": "rights.example.com:8443", "rights.example.com:80": "rights.example.com:80",
		"bücher.example": "xn--bcher-kva.example", "BÜCHER.example:443": "xn--bcher-kva.example",
		"XN--BCHER-KVA.example": "xn--bcher-kva.example", "u\u0308.example": "xn--tda.example",
		"my_host:8080": "my_host:8080", "LOCALHOST": "localhost", "127.0.0.1:8080": "127.0.0.1:8080",
		"[2001:DB8:0:0:0:0:0:1]:443": "[2001:db8::1]", "[2001:db8::0001]:8443": "[2001:db8::1]:8443",
		"[::1]": "[::1]",
		"":      "", ":443": "", "a:": "", "a:0": "", "a:65536": "", "a:x": "", "a:-1": "", "a b": "", "a..b": "",
		".": "", "[fe80::1%25lo]": "", "[::1": "", "::1": "", "[127.0.0.1]": "", "127.1": "", "300.1.1.1": "",
		"host.1": "", "a/b": "", "-a.example": "", "a-.example": "", "user@host": "",
		"xn--a.example": "", "a.xn--.example": "", "XN--A.example:8443": "",
	} {
		got, ok := origin.Authority("https", text)
		if ok != (want != "") || got != want && ok {
			t.Errorf("%q: %q, %t; want %q", text, got, ok, want)
		}
	}
}

func TestOf(t *testing.T) {
	for text, want := range map[string]string{
		"https://RIGHTS.example.com:443/x": "https://rights.example.com", "http://a.example:80": "http://a.example",
		"http://a.example:443": "http://a.example:443", "ftp://a.example": "", "https://": "", "null": "",
	} {
		address, err := url.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := origin.Of(address); ok != (want != "") || ok && got != want {
			t.Errorf("%q: %q, %t; want %q", text, got, ok, want)
		}
	}
}

func TestLoopback(t *testing.T) {
	for text, want := range map[string]bool{
		"localhost": true, "LOCALHOST:8080": true, "localhost.": true, "127.0.0.1": true, "127.9.9.9:1": true,
		"[::1]:8080": true, "[0:0:0:0:0:0:0:1]": true, "[::ffff:127.0.0.1]": true,
		"localhost.evil.example": false, "192.168.1.1": false, "": false, "localhost:": false, "[::1": false,
	} {
		if got := origin.Loopback(text); got != want {
			t.Errorf("%q: %t, want %t", text, got, want)
		}
	}
}
