package person_test

import (
	"testing"

	"github.com/muniment/muniment/internal/person"
)

func TestWhatNamesAPerson(t *testing.T) {
	var c person.Called
	c.Add("Will", "Will Élan", "will@harbor.example", "", " ", "o.w", "w-7")
	for text, want := range map[string]bool{
		"Will": true, "will": true, " WILL ": true, "Will Élan": true, "will e\u0301lan": true,
		"will@harbor.example":     true,
		"for Will Élan, who left": true, "mail <WILL@harbor.example>": true, "(will élan)": true,
		"he will leave": false, "goodwill Élan": false, "Will Élanor": false, "will@harbor.example2": false,
		"Willy": false, "": false,
		"o.w": true, "no.ww": false, "no.w": false, "to o.w today": false, "goodwill@harbor.example": false,
		"goodwill@harbor.example will@harbor.example": true,
	} {
		if got := c.Names(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
	text, found := c.Scrub(`{"a":["Will",{"b":"by will@harbor.example","n":1311768467463790320}],"will":"other"}`)
	if want := `{"a":["",{"b":"","n":1311768467463790320}],"will":"other"}`; !found || text != want {
		t.Errorf("%s, %v, want found = true and text = %v", text, found, want)
	}
	for _, text := range []string{`{"a": "other"}`, "will@harbor.example {", ""} {
		if got, found := c.Scrub(text); found || got != text {
			t.Errorf("%q became %q", text, got)
		}
	}
}

// A final sigma is the same letter as any other sigma.
func TestNamesInAnyLetterCase(t *testing.T) {
	var c person.Called
	c.Add("Γιώργος")
	for text, want := range map[string]bool{"ΓΙΏΡΓΟΣ": true, "γιώργοσ": true, "ΓΙΏΡΓΟ": false} {
		if c.Is(text) != want || c.Names(text) != want || c.QuotedIn("550 <"+text+">") != want {
			t.Errorf("%q: %v, %v and %v, want %v", text, c.Is(text), c.Names(text), c.QuotedIn("550 <"+text+">"), want)
		}
	}
}
