package main

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.uber.org/goleak"

	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

func TestDemoTwice(t *testing.T) {
	before := goleak.IgnoreCurrent()
	data := filepath.Join(t.TempDir(), "new", "data")
	const sizes = `{accounts(first: 1) {totalCount} entitlements(first: 1) {totalCount} lineItems(first: 1) {totalCount}}`

	first := start(t, "demo", "--data", data, "--listen", "127.0.0.1:0")
	if status, _ := first.get("/playground/"); status != http.StatusSeeOther {
		t.Errorf("the playground without signing in: %d", status)
	}
	if refused := first.ask(sizes); !strings.Contains(refused, "UNAUTHENTICATED") {
		t.Errorf("without signing in: %s", refused)
	}
	first.as("Operator")
	if console := "  console     " + first.address + "/console/\n"; !strings.Contains(first.stdout.String(), console) {
		t.Errorf("the address of the console is not said:\n%s", first.stdout)
	}
	if said := first.stdout.String(); !strings.Contains(said, "Loading the sample") ||
		!strings.Contains(said, filepath.Join(data, "muniment.db")) ||
		!strings.Contains(said, "sample roles") || strings.Contains(said, ":0/") {
		t.Errorf("said:\n%s", said)
	}
	counted := first.ask(sizes)
	if counted != `{"data":{"accounts":{"totalCount":238},"entitlements":{"totalCount":5131},"lineItems":{"totalCount":7603}}}` {
		t.Errorf("counted %s, want %q", counted,
			`{"data":{"accounts":{"totalCount":238},"entitlements":{"totalCount":5131},"lineItems":{"totalCount":7603}}}`)
	}
	if found := first.ask(`{lookup(externalId: {value: "HLI-90100000-3AA95"}) {__typename}}`); !strings.Contains(found,
		`"LineItem"`) {
		t.Errorf("a legacy id is not found: %s", found)
	}
	for path, word := range map[string]string{"/readyz": "true", "/livez": "true", "/playground/": "<html",
		"/sign-in": "<html"} {
		if status, text := first.get(path); status != 200 || !strings.Contains(text, word) {
			t.Errorf("%s: %d %.200s, want status = 200 and text with %v", path, status, text, word)
		}
	}

	// Some commands may run while a server is running, and others may not.
	run(t, "doctor", "--data", data).want(t, exitDone, "Healthy")
	copied := filepath.Join(t.TempDir(), "copy.db")
	run(t, "backup", copied, "--data", data).want(t, exitDone, "Copied")
	run(t, "backup", copied, "--data", data).want(t, exitFailed, "ALREADY_THERE")
	run(t, "schema", "status", "--data", data).want(t, exitDone, "applied 20")
	run(t, "serve", "--data", data, "--listen", "127.0.0.1:0").want(t, exitFailed, "DATABASE_IN_USE")
	run(t, "serve", "--data", t.TempDir(), "--listen", strings.TrimPrefix(first.address, "http://")).want(t,
		exitFailed, "ADDRESS_IN_USE")
	first.end(before)

	second := start(t, "demo", "--data", data, "--listen", "127.0.0.1:0").as("Support agent")
	if said := second.stdout.String(); !strings.Contains(said, "Using the data in") ||
		strings.Contains(said, "Loading") {
		t.Errorf("said:\n%s", said)
	}
	if again := second.ask(sizes); again != counted {
		t.Errorf("counted %s, before %s", again, counted)
	}
	second.end(before)

	restored := filepath.Join(t.TempDir(), "restored")
	run(t, "restore", copied, "--data", restored).want(t, exitDone, "Restored")
	run(t, "restore", copied, "--data", restored).want(t, exitFailed, "ALREADY_THERE")
	run(t, "doctor", "--data", restored).want(t, exitDone, "Healthy")
	key := operatorKey(t, "--data", restored)
	third := start(t, "serve", "--data", restored, "--listen", "localhost:0").with(key)
	if again := third.ask(sizes); again != counted {
		t.Errorf("restored %s, before %s", again, counted)
	}
	third.end(before)

	leftovers, err := filepath.Glob(filepath.Join(data, "import-*"))
	if err != nil || len(leftovers) > 0 {
		t.Errorf("left behind: %v %v", leftovers, err)
	}
	info, err := os.Stat(filepath.Join(data, "muniment.db"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the database is readable for other users: %v %v", info, err)
	}
}

// TestDemoUsesOnlyItsOwnDatabase starts the demonstration on databases of servers. It must refuse them and leave them
// as they are.
func TestDemoUsesOnlyItsOwnDatabase(t *testing.T) {
	directory := t.TempDir()
	upgraded, filled := filepath.Join(directory, "upgraded"), filepath.Join(directory, "filled")
	run(t, "schema", "up", "--data", upgraded).want(t, exitDone)
	run(t, "user", "add", "ada@example.com", "--operator", "--data", filled).want(t, exitDone)
	production := database.EmptyPostgres(t)
	run(t, "schema", "up", "--database", production).want(t, exitDone)
	foreign := database.EmptyPostgres(t)
	other, err := store.Open(t.Context(), store.Config{URL: foreign})
	if err != nil {
		t.Fatal(err)
	}
	_, err = other.Client().ExecContext(t.Context(), "CREATE TABLE invoices (id bigint)")
	if err := errors.Join(err, other.Close()); err != nil {
		t.Fatal(err)
	}
	for _, place := range [][]string{{"--data", upgraded}, {"--data", filled}, {"--database", production},
		{"--database", foreign}} {
		run(t, append([]string{"demo", "--listen", "127.0.0.1:0"}, place...)...).want(t, exitFailed,
			"NOT_A_DEMONSTRATION", "not made by muniment demo", "empty database")
	}
	run(t, "schema", "status", "--database", foreign).want(t, exitFailed, "PENDING_MIGRATIONS")
	if users := run(t, "user", "list", "--data", filled).want(t, exitDone); strings.Count(users.stdout, "@") != 2 {
		t.Errorf("there are other users than ada now:\n%s", users.stdout)
	}

	// Settings of a server that are exported in the same shell are not those of the demonstration.
	t.Chdir(directory)
	t.Setenv("MUNIMENT_DATA", filled)
	t.Setenv("MUNIMENT_DATABASE", production)
	s := start(t, "demo", "--listen", "127.0.0.1:0")
	if own := filepath.Join(directory, defaultDemoData, store.FileName); !strings.Contains(s.stdout.String(), own) {
		t.Errorf("%s is not used:\n%s", own, s.stdout)
	}
	s.stop()
	if code := <-s.ended; code != exitDone {
		t.Errorf("ended with %d, want %d", code, exitDone)
	}
}
