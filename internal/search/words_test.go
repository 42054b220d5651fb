package search

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestWords(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Harborline Build-Agent 2025.1", []string{"harborline", "build", "agent", "2025", "1"}},
		{"STRASSE straße Straße", []string{"strasse"}},
		{"Søren Ångström", []string{"søren", "ångström"}},
		{"A\u030Angstro\u0308m ÅNGSTRÖM", []string{"ångström"}},
		{"ﬁle ＡＢＣ", []string{"file", "abc"}},
		{"شركة النور", []string{"شركة", "النور"}},
		{"Jo.Doe+x@Example.test", []string{"jo", "doe", "x", "example", "test"}},
		{" \t--- ", nil},
	} {
		if got := Words(c.text); !slices.Equal(got, c.want) {
			t.Errorf("Words(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func TestLongWordsAreCutAtAWholeCharacter(t *testing.T) {
	words := Words(strings.Repeat("é", 100))
	if len(words) != 1 || len(words[0]) > MaxWordBytes || !utf8.ValidString(words[0]) {
		t.Fatalf("%q", words)
	}
}

func TestKey(t *testing.T) {
	for _, c := range [][2]string{{"  Alder   Systems\tOy ", "alder systems oy"}, {"ALDER systems oy", "alder systems oy"}, {"", ""}} {
		if got := Key(c[0]); got != c[1] {
			t.Errorf("Key(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

func TestFoldingIsDoneOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		key := Key(text)
		if again := Key(key); again != key {
			t.Fatalf("Key(%q) = %q, whose key is %q", text, key, again)
		}
		if other := Key(strings.ToUpper(key)); Key(strings.ToUpper(other)) != other && other == key {
			t.Fatalf("%q and its capitals %q", key, other)
		}
	})
}
