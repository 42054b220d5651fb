package main

import (
	"html"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/testenv/database"
)

// TestFirstSteps reads the sign-in page of a new server: its commands use the database of the server, and show no
// password. Reading commands run beside the server, and say which database they used.
func TestFirstSteps(t *testing.T) {
	directory := filepath.Join(t.TempDir(), "its data")
	address := database.EmptyPostgres(t)
	secret := variant(t, address, "password", "opensesame")
	for _, engine := range []struct {
		name, flag, value string
		words             []string
		mails             string
	}{
		{"sqlite", "--data", directory,
			[]string{"--operator --data '" + directory + "'", "--home here --data '" + directory + "'"},
			filepath.Join(directory, "outbox")},
		{"postgres", "--database", secret,
			[]string{"--home here --database 'postgres:", "user=muniment'", "PGPASSWORD"}, ""},
	} {
		t.Run(engine.name, func(t *testing.T) {
			database := []string{engine.flag, engine.value}
			shown := filepath.Join(directory, "muniment.db")
			if engine.flag == "--database" {
				shown = "PostgreSQL"
			}
			run(t, append([]string{"schema", "up"}, database...)...).want(t, exitDone, shown)
			s := start(t, append([]string{"serve", "--listen", "127.0.0.1:0"}, database...)...)
			_, page := s.get("/sign-in")
			page = html.UnescapeString(strings.NewReplacer("<span>", "", "</span>", "").Replace(page))
			for _, word := range engine.words {
				if !strings.Contains(page, word) {
					t.Errorf("the page lacks %q:\n%s", word, page)
				}
			}
			if strings.Contains(page, "opensesame") {
				t.Errorf("the page shows the password:\n%s", page)
			}
			if engine.mails != "" {
				s.headers.Set("Sec-Fetch-Site", "same-origin")
				sent := read(t, s.send(http.MethodPost, "/sign-in/link", "application/x-www-form-urlencoded",
					url.Values{"email": {"ada@example.com"}}.Encode()))
				if !strings.Contains(html.UnescapeString(sent), "in <code>"+engine.mails+"</code>") {
					t.Errorf("the page does not name the directory of mails:\n%s", sent)
				}
			}
			run(t, append([]string{"user", "list"}, database...)...).want(t, exitDone, shown, "NAME")
			s.stop()
			if code := <-s.ended; code != exitDone {
				t.Errorf("ended with %d, want %d", code, exitDone)
			}
			run(t, append([]string{"user", "add", "Ada@Example.com", "--operator"}, database...)...).
				want(t, exitDone, "Added", shown)
			run(t, append([]string{"user", "add", "ada@example.com", "--operator"}, database...)...).
				want(t, exitFailed, "USER_NAME_TAKEN", "muniment user role")
			run(t, append([]string{"user", "add", "eve", "--operator"}, database...)...).want(t, exitDone, "Added",
				"cannot sign in", "muniment user email")
			run(t, append([]string{"user", "email", "eve", "ada@example.com"}, database...)...).want(t, exitDone,
				"Changed", shown, "The user Ada@Example.com has the same e-mail address")
			listed := run(t, append([]string{"user", "list"}, database...)...).want(t, exitDone, shown, "Ada@", "eve")
			if strings.Contains(listed.stdout, "opensesame") {
				t.Errorf("the list shows the password:\n%s", listed.stdout)
			}
		})
	}
}
