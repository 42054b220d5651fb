package access_test

import (
	"testing"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/vocabulary"
)

func TestPolicy(t *testing.T) {
	policy := access.Policy{Providers: []access.PolicyProvider{
		{Code: "strict", Name: "Strict", Domains: []string{"strict.example"}, Required: true},
		{Code: "company", Name: "Company", Domains: []string{"company.example"}},
		{Code: "open", Name: "Open"},
	}, ProducerBy: []string{"company", "open"}}
	openID, link := vocabulary.SignInMethodOpenID, vocabulary.SignInMethodLink
	for _, c := range []struct {
		address  string
		producer bool
		method   vocabulary.SignInMethod
		provider string
		comesIn  bool
	}{
		{"lee@strict.example", false, openID, "strict", true},
		{"LEE@Strict.Example", false, openID, "strict", true},
		{"LEE@Strict.Example", false, link, "", false},
		{"lee@strict.example", false, openID, "open", false},
		{"lee@strict.example", false, openID, "company", false},
		{"lee@strict.example", false, "", "", false},
		{"lee@strict.example", false, link, "strict", false},
		{"lee@strict.example", false, vocabulary.SignInMethodDemo, "", false},
		{"lee@company.example", false, link, "", true},
		{"lee@company.example", false, openID, "open", true},
		{"lee@else.example", false, link, "", true},
		{"", false, link, "", true},
		{"", true, link, "", false},
		{"lee@else.example", true, openID, "open", true},
		{"lee@else.example", true, openID, "strict", false},
		{"lee@else.example", true, vocabulary.SignInMethodDemo, "", false},
		{"lee@strict.example", true, openID, "strict", false},
		{"lee@strict.example", true, openID, "company", false},
	} {
		err := policy.Check(c.address, c.producer, c.method, c.provider)
		if c.comesIn && err != nil || !c.comesIn && fault.CodeOf(err) != access.ProviderRequired {
			t.Errorf("%+v: %v", c, err)
		}
	}
	for _, c := range []struct {
		provider, address string
		believed          bool
	}{
		{"strict", "lee@strict.example", true}, {"strict", "lee@company.example", false},
		{"strict", "lee@else.example", false},
		{"company", "lee@COMPANY.example", true}, {"open", "lee@else.example", true},
		{"open", "lee@strict.example", false},
		{"open", "lee@company.example", false}, {"another", "lee@else.example", false}, {"open", "lee", false},
	} {
		if policy.Believes(c.provider, c.address) != c.believed {
			t.Errorf("%+v, want %v", c, c.believed)
		}
	}
	if err := (access.Policy{}).Check("lee@strict.example", true, link, ""); err != nil {
		t.Error(err)
	}
}
