package person_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/muniment/muniment/internal/person"
)

func TestName(t *testing.T) {
	for text, want := range map[string]string{
		"Ada Lovelace":                          "Ada Lovelace",
		"  Ada \t Lovelace\r\n":                 "Ada Lovelace",
		"Ada\nBcc: somebody@else.example":       "Ada Bcc: somebody@else.example",
		"Ada\u2028Lovelace":                     "Ada Lovelace",
		"Ada\x00\x1b[31m":                       "Ada[31m",
		"\u202Egnp.exe\u202C":                   "gnp.exe",
		"\u2066Ada\u2069 \u200EL\u200F":         "Ada L",
		"\uFEFFAda":                             "Ada",
		"A\u00ADda":                             "Ada",
		"\u3164":                                "",
		"\U000E0041Ada":                         "Ada",
		"\u200D":                                "",
		"نمی\u200Cخواهم":                        "نمی\u200Cخواهم",
		"क\u094D\u200Dष":                        "क\u094D\u200Dष",
		"Zoe\u0308":                             "Zoë",
		"Ada \xff":                              "Ada",
		strings.Repeat("ä", 300):                strings.Repeat("ä", 200),
		strings.Repeat("a", 199) + " b c":       strings.Repeat("a", 199),
		strings.Repeat("a", 199) + "\u200Dbcd":  strings.Repeat("a", 199) + "b",
		strings.Repeat("ک", 199) + "\u200Cبcd":  strings.Repeat("ک", 199),
		"A\u200Cda":                             "Ada",
		"A\u200Dda":                             "Ada",
		"Ada1\uFE0F":                            "Ada1",
		"Zoe\u0308\u200C":                       "Zoë",
		"Zoe\u200D\u0308":                       "Zoë",
		"Zoe\u0308\u200D\u0308x":                "Zoë\u0308x",
		"Ада\u200D\u200CЛ":                      "АдаЛ",
		"A\u2800da":                             "Ada",
		"\u2800":                                "",
		"葛\U000E0100城":                          "葛\U000E0100城",
		"\U0001F469\u200D\U0001F4BB":            "\U0001F469\u200D\U0001F4BB",
		strings.Repeat("e\u0301", 150) + " \t ": strings.Repeat("é", 150),
	} {
		got := person.Name(text)
		if got != want {
			t.Errorf("Name(%q) = %q, want %q", text, got, want)
		}
		if person.IsName(text) != (text == want && text != "") {
			t.Errorf("IsName(%q) = %t, want %v", text, person.IsName(text), text == want && text != "")
		}
	}
}

func TestVisible(t *testing.T) {
	for text, want := range map[string]string{
		"Harbor\u202E gpj.exe":           "Harbor gpj.exe",
		"\u200BHar\u00ADbor\uFEFF":       "Harbor",
		" Two  blanks\t\r\n\u00A0 ":      " Two  blanks\t\r\n\u00A0 ",
		"one\u2028two\vthree":            "one two three",
		"Cafe\u0301":                     "Cafe\u0301",
		"bell\x07\x7F":                   "bell",
		"\u0646\u0645\u06CC\u200C\u062E": "\u0646\u0645\u06CC\u200C\u062E",
		"A\u200Dda":                      "Ada",
		"\u2800\u3164":                   "",
		"\U0001F469\u200D\U0001F4BB":     "\U0001F469\u200D\U0001F4BB",
	} {
		got := person.Visible(text)
		if got != want {
			t.Errorf("Visible(%+q) = %+q, want %+q", text, got, want)
		}
		if person.Name(text) != person.Name(got) {
			t.Errorf("Name(%+q) = %+q, and %+q after Visible", text, person.Name(text), person.Name(got))
		}
	}
}

func FuzzName(f *testing.F) {
	f.Add("Ada\n\u202ELovelace\u200D")
	f.Fuzz(func(t *testing.T, text string) {
		name := person.Name(text)
		if person.Name(name) != name || !utf8.ValidString(name) || utf8.RuneCountInString(name) > person.LongestName ||
			strings.ContainsAny(name, "\x00\n\r\u202E") {
			t.Errorf("Name(%q) = %q", text, name)
		}
	})
}
