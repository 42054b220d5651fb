package language_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/language"
	"github.com/muniment/muniment/internal/vocabulary"
)

const (
	en = vocabulary.LanguageEN
	de = vocabulary.LanguageDE
)

func TestPreferred(t *testing.T) {
	for header, want := range map[string]vocabulary.Language{
		"": en, "de": de, "de-AT, en;q=0.8": de, "en-US,en;q=0.9,de;q=0.8": en, "fr, de;q=0.5": de, "fr": en, "*": en,
		"en;q=0.5, de-DE;q=0.9": de, "de;q=0, en": en, "\x00;;q": en, strings.Repeat("x,", 2000): en, "DE_de": de,
	} {
		if got := language.Preferred(header); got != want {
			t.Errorf("%.40q: %s, want %s", header, got, want)
		}
	}
}

func TestDays(t *testing.T) {
	for month, want := range []string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
		"September", "Oktober", "November", "Dezember"} {
		if got := language.Date(de, day.Date(2026, time.Month(month+1), 3)); got != "3. "+want+" 2026" {
			t.Errorf("%q", got)
		}
	}
	if got := language.Date(en, day.Date(2026, 12, 31)); got != "December 31, 2026" {
		t.Errorf("%q", got)
	}
}

// Every role and every service has a German word, which is not its English one, apart from names.
func TestEveryWordOfAccessIsGerman(t *testing.T) {
	names := []string{"community", "downloads"}
	for _, value := range append(vocabulary.Role("").Values(), vocabulary.Service("").Values()...) {
		word := strings.ToLower(strings.ReplaceAll(value, "_", " "))
		got := language.List(de, []string{word})
		if got == word || strings.EqualFold(got, word) != slices.Contains(names, word) {
			t.Errorf("%s is %q in German", word, got)
		}
		if language.List(en, []string{word}) != word {
			t.Errorf("%s is another word in English", word)
		}
	}
	if got := language.List(de, []string{"Reader", "future role"}); got != "Lesen, future role" {
		t.Errorf("%q", got)
	}
	if !slices.Equal(language.All, []vocabulary.Language{en, de}) || len(language.All) != len(en.Values()) {
		t.Errorf("%v", language.All)
	}
}
