package spreadsheet_test

import (
	"testing"

	"github.com/muniment/muniment/internal/spreadsheet"
)

func TestNoTextIsAFormula(t *testing.T) {
	signs := map[string]string{
		"=": "equals", "+": "plus", "-": "minus", "@": "at", "|": "bar",
		"\uff1d": "full-width equals", "\uff0b": "full-width plus", "\uff0d": "full-width minus",
		"\uff20": "full-width at",
		"\ufe66": "small equals", "\ufe62": "small plus", "\ufe63": "small minus", "\ufe6b": "small at",
		"\u207c": "raised equals", "\u208c": "lowered equals", "\u207a": "raised plus", "\u208a": "lowered plus",
		"\u207b": "raised minus", "\u208b": "lowered minus", "\ufb29": "Hebrew plus", "\u2212": "minus sign",
		"\u2a74": "two colons and equals", "\u2a75": "two equals",
	}
	delete(signs, "\u2a74") // it begins with a colon
	blanks := map[string]string{
		"": "nothing", " ": "blank", "   ": "blanks", "\u00a0": "no-break", "\u3000": "ideographic", "\u2003": "em",
		"\u2007": "figure", "\u202f": "narrow no-break", "\u205f": "mathematical", "\u1680": "ogham",
		"\u2028": "line separator",
		"\u2029": "paragraph separator", "\u200b": "zero width", "\u200d": "joiner", "\u2060": "word joiner",
		"\ufeff": "byte-order mark",
		"\u202e": "direction", "\u00ad": "soft hyphen", "\u180e": "vowel separator", "\v": "vertical tab",
		"\f":   "form feed",
		"\x00": "NUL", "\x1f": "control", "\u3164": "Hangul filler", "\u115f": "Hangul lead filler",
		"\u034f": "grapheme joiner",
		"\ufe0f": "variation selector", "\u2800": "empty Braille", " \u3000\ufeff\t": "several",
	}
	for sign, name := range signs {
		for blank, behind := range blanks {
			s := blank + sign + "1+1"
			if got := spreadsheet.Harmless(s); got != "'"+s {
				t.Errorf("%s behind %s: %q became %q", name, behind, s, got)
			}
		}
	}
	for _, s := range []string{"\t", "\r", "\n", "\tname", "\nname", "\rname"} {
		if got := spreadsheet.Harmless(s); got != "'"+s {
			t.Errorf("%q became %q", s, got)
		}
	}
}

func TestOtherTextsStay(t *testing.T) {
	for _, s := range []string{"", " ", "\u3000", "ada", " ada", "a=1", "a@example.com", "1-2", "'=1", "東京=1",
		"\u3000東京", "é", "\xff=", "½"} {
		if got := spreadsheet.Harmless(s); got != s {
			t.Errorf("%q became %q", s, got)
		}
	}
}
