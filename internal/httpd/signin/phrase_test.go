package signin

import (
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/vocabulary"
)

// An error is shown in German with the values that it has, and in English if no German text is known.
func TestProblemsInGerman(t *testing.T) {
	for _, known := range germanProblems {
		provider := fault.WithText("provider", "Example")
		f := fault.New("X", "", known.message, known.remedy, provider)
		got := shownIn(vocabulary.LanguageDE, f)[0]
		if got.Untranslated || got.Message == f.Message || got.Remedy == f.Remedy ||
			strings.Contains(got.Message+got.Remedy, "{provider}") {
			t.Errorf("%+v", got)
		}
		if got := shownIn(vocabulary.LanguageEN, f)[0]; got.Message != f.Message || got.Remedy != f.Remedy ||
			got.Untranslated {
			t.Errorf("%+v", got)
		}
	}
	var link *fault.Error = account.InvalidLink().(*fault.Error)
	if got := shownIn(vocabulary.LanguageDE, link)[0]; got.Untranslated {
		t.Errorf("%+v", got)
	}
	if got := shownIn(vocabulary.LanguageDE, fault.New("X", "", "Nobody knows {a}.", "No.",
		fault.WithText("a", "b")))[0]; !got.Untranslated || got.Message != "Nobody knows b." {
		t.Errorf("%+v", got)
	}
	if phrase(vocabulary.LanguageDE, "No such phrase") != "No such phrase" ||
		phrase(vocabulary.LanguageEN, "Sign in") != "Sign in" {
		t.Error("a phrase is in another language")
	}
}
