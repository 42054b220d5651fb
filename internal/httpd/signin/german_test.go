package signin_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/httpd/signin"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/vocabulary"
)

// in sends a request as a browser does that prefers the languages.
func (b *browser) in(languages string, r *http.Request) page {
	r.Header.Set("Accept-Language", languages)
	return b.do(r)
}

func asked(address string) *http.Request {
	return httptest.NewRequest(http.MethodGet, publicURL+address, nil)
}

// pieces returns the texts of a page template between its tags and values.
func pieces(t *testing.T, file string) []string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, part := range regexp.MustCompile(`\{\{[^}]*\}\}|<[^>]*>|[.:?!;\n]`).Split(string(text), -1) {
		if part = strings.Trim(part, " ,"); len(strings.Fields(part)) > 1 && !strings.HasPrefix(part, "muniment") {
			all = append(all, part)
		}
	}
	return all
}

// Every page is in German for a browser that prefers it: the declared language, the title, the texts, the days.
func TestEveryPageInGerman(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	d := open(t, db, func(o *signin.Options) {
		demo(o)
		o.Providers = providersFile(t, fmt.Sprintf(direct, ""))
	})
	addUser(t, db, d.access.user, "administrator@example.com")
	d.access.links["ml_1"] = &link{purpose: vocabulary.LinkPurposeSignIn, subject: d.access.user}
	d.access.links["ml_2"] = &link{purpose: vocabulary.LinkPurposeInvitation, subject: gid.New(gid.Invitation, 0)}
	known := d.browser(t)
	token, _, _ := d.access.Begin(t.Context(), access.NewSession{User: d.access.user})
	known.cookies["__Host-muniment"] = token
	d.access.member = true
	b := d.browser(t)
	const german = "de-AT,de;q=0.9,en;q=0.5"
	var english []string
	files, err := os.ReadDir("pages/en")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		english = append(english, pieces(t, "pages/en/"+file.Name())...)
		if _, err := os.Stat("pages/de/" + file.Name()); err != nil {
			t.Errorf("%v", err)
		}
	}
	if len(english) < 60 {
		t.Fatalf("only %d texts", len(english))
	}
	foreign := form(t, "/sign-out")
	foreign.Header.Set("Sec-Fetch-Site", "cross-site")
	for name, test := range map[string]struct {
		page page
		want string
	}{
		"sign in":       {b.in(german, asked("/sign-in")), "Ein Passwort gibt es nicht."},
		"sign in, here": {b.in(german, local(asked("/sign-in"))), "Beispielrollen"},
		"sign in again": {known.in(german, asked("/sign-in")), "Weiter als"},
		"wrong address": {b.in(german, form(t, "/sign-in/link", "email", "x")), "Das ist keine E-Mail-Adresse."},
		"link sent": {b.in(german, form(t, "/sign-in/link", "email", "a@example.com")),
			"<h1>Sehen Sie in Ihrem Postfach nach"},
		"choose":   {b.in(german, form(t, "/sign-in/link", "email", "a@customer.example")), "melden sich mit"},
		"use link": {b.in(german, asked("/sign-in/link/ml_1")), "Dieser Link meldet Sie als"},
		// in words that no service has
		"dead link": {b.in(german, asked("/sign-in/link/x")), `<p lang="en">The link was used before.`},
		"invitation": {b.in(german, asked("/invitation/ml_2")),
			"kann bis zum 1. Dezember 2026 angenommen werden"},
		"invitation, name": {b.in(german, form(t, "/invitation/ml_2", "name", "")), "Der Name ist leer."},
		"invitation, long": {b.in(german, form(t, "/invitation/ml_2", "name", strings.Repeat("x", 201))),
			"mehr als 200"},
		"invitation, in": {known.in(german, asked("/invitation/ml_2")), "<dd>Lizenzverwaltung"},
		"sign out":       {b.in(german, asked("/sign-out")), "ist niemand angemeldet"},
		"sign out, in":   {known.in(german, asked("/sign-out")), "<title>Abmelden"},
		"signed out":     {b.in(german, asked("/signed-out")), "Dieser Browser ist abgemeldet."},
		"lost":           {b.in(german, asked("/sign-in/callback")), "Das hat nicht geklappt"},
		"no provider":    {b.in(german, asked("/sign-in/provider/x")), "Diesen Anmeldedienst gibt es nicht."},
		"foreign form":   {b.in(german, foreign), "Das Formular kam von der Seite eines anderen Servers."},
		"home":           {known.in(german, asked("/home")), "was davon zutrifft, sagen wir nicht"},
	} {
		t.Run(name, func(t *testing.T) {
			test.page.contains(t, `<html lang="de">`, test.want)
			if test.page.Header.Get("Content-Language") != "de" ||
				!strings.Contains(strings.Join(test.page.Header.Values("Vary"), ","), "Accept-Language") {
				t.Errorf("%v", test.page.Header)
			}
			for _, text := range english {
				if strings.Contains(test.page.text, text) {
					t.Errorf("the page says %q:\n%s", text, test.page.text)
				}
			}
			if name != "dead link" && strings.Contains(test.page.text, `<p lang="en">`) {
				t.Errorf("an error is not translated: %s", test.page.text)
			}
		})
	}
	for languages, want := range map[string]string{"": "en", "fr": "en", "en-US,de;q=0.5": "en", "de": "de",
		"fr, de;q=0.1": "de"} {
		got := b.in(languages, asked("/sign-in"))
		got.contains(t, `<html lang="`+want+`">`)
		if got.Header.Get("Content-Language") != want || got.Header.Get("Vary") == "" {
			t.Errorf("%q: %v", languages, got.Header)
		}
	}
}
