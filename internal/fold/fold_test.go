package fold_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/muniment/muniment/internal/fold"
)

func TestFold(t *testing.T) {
	for _, same := range [][2]string{{"Lee", "LEE"}, {"\u00c9lan", "e\u0301LAN"}, {"stra\u00dfe", "STRASSE"},
		{"\u0391\u03a3", "\u03b1\u03c2"}} {
		if fold.Text(same[0]) != fold.Text(same[1]) {
			t.Errorf("%q and %q differ", same[0], same[1])
		}
	}
	for _, apart := range [][2]string{{"lee", "le e"}, {"\uff4cee", "lee"}, {"elan", "\u00e9lan"},
		{"\ufb01n", "fi n"}} {
		if fold.Text(apart[0]) == fold.Text(apart[1]) {
			t.Errorf("%q and %q are the same", apart[0], apart[1])
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		if once := fold.Text(text); fold.Text(once) != once {
			t.Errorf("%q folds to %q and %q", text, once, fold.Text(once))
		}
	})
}
