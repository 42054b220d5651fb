package mail_test

import (
	"cmp"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/vocabulary"
)

// actions of a template, and what separates its sentences: tags, and the names of templates.
var (
	action    = regexp.MustCompile(`\{\{.*?\}\}`)
	value     = regexp.MustCompile(`\{\{[^}]*\}\}`)
	cuts      = regexp.MustCompile(`[.:?!;\n]|<[^>]*>|\x00`)
	anyLetter = regexp.MustCompile(`\p{L}`)
)

// phrases returns the texts of a template between its values, tags and the ends of its sentences.
func phrases(t *testing.T, file string) []string {
	t.Helper()
	text, err := os.ReadFile("templates/" + file)
	if err != nil {
		t.Fatal(err)
	}
	plain := strings.ReplaceAll(action.ReplaceAllString(string(text), "\x00"), "&nbsp;", " ")
	var all []string
	for _, part := range cuts.Split(plain, -1) {
		// A single word, such as Name, may be the same in both languages.
		if part = strings.Trim(part, " ,—()“”"); anyLetter.MatchString(part) && strings.Contains(part, " ") {
			all = append(all, part)
		}
	}
	return all
}

// templateFiles returns the names of the templates of a language.
func templateFiles(t *testing.T, tag string) []string {
	t.Helper()
	entries, err := os.ReadDir("templates/" + tag)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// Both languages have the same templates, with the same values: a German mail says no less than an English one.
func TestBothLanguagesSayTheSame(t *testing.T) {
	files := templateFiles(t, "en")
	if got := templateFiles(t, "de"); !slices.Equal(got, files) || len(files) < 2*9 {
		t.Fatalf("%v, want %v", got, files)
	}
	for _, file := range files {
		values := map[string][]string{}
		for _, tag := range []string{"en", "de"} {
			text, err := os.ReadFile("templates/" + tag + "/" + file)
			if err != nil {
				t.Fatal(err)
			}
			var found []string
			for _, v := range value.FindAllString(string(text), -1) {
				if strings.Contains(v, ".Message.") && !strings.Contains(v, "{{if") &&
					!strings.Contains(v, "{{else if") ||
					strings.Contains(v, ".Link") || strings.Contains(v, ".Portal") || strings.Contains(v, ".UserName") {
					found = append(found, v)
				}
			}
			slices.SortFunc(found, cmp.Compare[string])
			values[tag] = slices.Compact(found)
		}
		if !slices.Equal(values["en"], values["de"]) {
			t.Errorf("%s: English has %v, German %v", file, values["en"], values["de"])
		}
	}
}

// No German mail has a phrase of an English template in it, neither its own nor another.
func TestGermanMailsHaveNoEnglishPhrase(t *testing.T) {
	var english []string
	for _, file := range templateFiles(t, "en") {
		english = append(english, phrases(t, "en/"+file)...)
	}
	if len(english) < 80 || !slices.Contains(english, "Without your") {
		t.Fatalf("%d phrases: %q", len(english), english)
	}
	spaces := regexp.MustCompile(`\s+`)
	for name, message := range messages(vocabulary.LanguageDE) {
		l := printed(t, vocabulary.LanguageDE, message)
		for _, part := range []string{l.Subject, l.Text, l.HTML} {
			part = " " + spaces.ReplaceAllString(part, " ") + " "
			for _, phrase := range english {
				if strings.Contains(part, " "+phrase+" ") || strings.Contains(part, ">"+phrase+"<") ||
					strings.Contains(part, phrase+".") || strings.Contains(part, phrase+":") {
					t.Errorf("%s: %q is in\n%s", name, phrase, part)
				}
			}
		}
		if !strings.Contains(l.HTML, `<html lang="de">`) || !strings.HasPrefix(l.Text, "Guten Tag,\n") {
			t.Errorf("%s: %s\n%s", name, l.Text, l.HTML)
		}
	}
	// The property finds what it looks for.
	found := false
	text := printed(t, vocabulary.LanguageEN, messages(vocabulary.LanguageEN)["membership_ended"]).Text
	for _, phrase := range english {
		found = found || strings.Contains(text, phrase)
	}
	if !found {
		t.Error("no phrase is found in an English mail")
	}
}

// Each of several people with one address gets the link in their own language, and a mail that was enqueued without
// one, or by a later version with one that this version does not know, is English.
func TestLinksComeInTheLanguageOfEach(t *testing.T) {
	letters := newTray()
	people := directory{"team@example.org": {
		{Subject: ada, UserName: "ada", Address: "team@example.org", Language: vocabulary.LanguageDE},
		{Subject: ada + 1, UserName: "bo", Address: "team@example.org"}}}
	worker := newWorker(t, letters, &linker{}, people)
	if err := worker.Send(t.Context(), "id@example.com", mail.SignInLink{Address: "team@example.org"}); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"Ihr Link zum Anmelden bei Example Licensing",
		"Your link to sign in to Example Licensing"} {
		if got := letters.all()[i].Subject; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for _, in := range []vocabulary.Language{"", "FR"} {
		message := mail.MembershipEnded{Wording: mail.Wording{Language: in}, To: "bo@example.org", Account: "A"}
		if got := printed(t, "", message); got.Subject != "Your membership in A has ended" ||
			!strings.Contains(got.HTML, `lang="en"`) {
			t.Errorf("%s: %q", in, got.Subject)
		}
	}
}
