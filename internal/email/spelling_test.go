package email_test

import (
	"slices"
	"testing"

	"github.com/muniment/muniment/internal/email"
)

func TestSpellings(t *testing.T) {
	for text, want := range map[string][]string{
		"Lee@Example.com": {"Lee@Example.com", "Lee@example.com", "lee@example.com"},
		"Lee@xn--bcher-kva.example": {"Lee@b\u00fccher.example", "Lee@xn--bcher-kva.example",
			"lee@b\u00fccher.example", "lee@xn--bcher-kva.example"},
		"lee@B\u00dcCHER.example": {"lee@B\u00dcCHER.example", "lee@b\u00fccher.example", "lee@xn--bcher-kva.example"},
		"Lee":                     {"Lee", "lee"},
	} {
		got := email.Spellings(text)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("Spellings(%q) = %q, want %q", text, got, want)
		}
	}
}
