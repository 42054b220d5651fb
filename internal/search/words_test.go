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
		{"株式会社東京電機", []string{"株式", "式会", "会社", "社東", "東京", "京電", "電機", "機"}},
		{"ABC商事2号", []string{"abc", "商事", "事", "2", "号"}},
		{"サーバー ｻｰﾊﾞｰ", []string{"サー", "ーバ", "バー", "ー"}},
		{"한국 전자", []string{"한국", "국", "전자", "자"}},
		{"น้ำ", []string{"น\u0e49", "\u0e49\u0e4d", "\u0e4d\u0e32", "\u0e32"}},
		{" \t--- ", nil},
	} {
		if got := Words(c.text); !slices.Equal(got, c.want) {
			t.Errorf("Words(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func TestAsked(t *testing.T) {
	for text, want := range map[string][]string{
		"har bor har": {"bor", "har"},
		"東京":          {"東京"},
		"東京電機":        {"東京", "京電", "電機"},
		"京":           {"京"},
		"abc東":        {"abc", "東"},
		"++":          nil,
	} {
		slices.Sort(want)
		if got := QueryTerms(text); !slices.Equal(got, want) {
			t.Errorf("QueryTerms(%q) = %q, want %q", text, got, want)
		}
	}
}

// A part of a name finds the name: a prefix of a word or, in scripts without spaces, a part that begins anywhere.
func TestPartsOfNamesAreFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := []rune(rapid.StringOfN(rapid.RuneFrom([]rune("東京電機カメラ한국ไทย a1")), 1, 12, -1).Draw(t, "name"))
		begin := rapid.IntRange(0, len(name)-1).Draw(t, "begin")
		if begin > 0 && (name[begin] < 0x80 && name[begin-1] < 0x80) {
			return // in the middle of a word of a script with spaces
		}
		part := string(name[begin:rapid.IntRange(begin+1, len(name)).Draw(t, "end")])
		words := Words(string(name))
		for _, asked := range QueryTerms(part) {
			if !slices.ContainsFunc(words, func(word string) bool { return strings.HasPrefix(word, asked) }) {
				t.Fatalf("%q is not found by %q: %q has no word that begins with %q", string(name), part, words, asked)
			}
		}
	})
}

func TestLongWordsAreCutAtAWholeCharacter(t *testing.T) {
	words := Words(strings.Repeat("é", 100))
	if len(words) != 1 || len(words[0]) > MaxWordBytes || !utf8.ValidString(words[0]) {
		t.Fatalf("%q, want len(words) = 1, len(words[0]) <= %v and ValidString(words[0]) = true", words, MaxWordBytes)
	}
}

func TestKey(t *testing.T) {
	for _, c := range [][2]string{{"  Alder   Systems\tOy ", "alder systems oy"},
		{"ALDER systems oy", "alder systems oy"}, {"", ""}} {
		if got := Key(c[0]); got != c[1] {
			t.Errorf("Key(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

func TestKeyIsIdempotent(t *testing.T) {
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
