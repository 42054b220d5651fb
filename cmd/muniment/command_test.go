package main

import (
	"bytes"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/muniment/muniment/internal/testenv/database"
)

func TestUsage(t *testing.T) {
	run(t).want(t, exitDone, "Usage: muniment", "serve", "demo")
	run(t, "fly").want(t, exitUsage, "USAGE", "fly")
	run(t, "serve", "--color").want(t, exitUsage, "USAGE", "--color", "remedy")
	run(t, "serve", "--log-level", "loud").want(t, exitUsage, "USAGE", "loud")
	run(t, "serve", "--grace", "soon").want(t, exitUsage, "USAGE", "grace")
	run(t, "--help").want(t, exitDone, "serve", "demo", "import", "MUNIMENT_DATA")
	run(t, "serve", "--help").want(t, exitDone, "--listen", "MUNIMENT_LISTEN")
	run(t, "version").want(t, exitDone, "muniment ", "go1.")
}

func TestListensBeyondThisMachineOnlyWhereSomebodyCanSignIn(t *testing.T) {
	data := t.TempDir()
	for _, address := range []string{"0.0.0.0:0", ":0", "[::]:0", "192.0.2.1:0", "example.org:0"} {
		run(t, "serve", "--data", data, "--listen", address).want(t, exitFailed, "LISTEN_NOT_LOOPBACK", "--public-url")
		run(t, "serve", "--data", data, "--listen", address, "--public-url", "https://rights.example").want(t,
			exitFailed, "LISTEN_NOT_LOOPBACK", "--smtp")
		run(t, "demo", "--data", data, "--listen", address).want(t, exitFailed, "LISTEN_NOT_LOOPBACK", "anybody")
	}
	run(t, "serve", "--data", data, "--listen", "8080").want(t, exitUsage, "USAGE", "127.0.0.1:8080")
	if entries, err := os.ReadDir(data); err != nil || len(entries) > 0 {
		t.Errorf("a refusal left %v, %v", entries, err)
	}
}

// A public URL that can never match what a browser sends is refused before anything is made.
func TestPublicURLsThatNoBrowserReaches(t *testing.T) {
	data := t.TempDir()
	for _, address := range []string{"https://rights.example:65536", "https://rights.example:0", "https://127.1",
		"https://-rights.example", "https://[fe80::1%25lo]", "https://rights..example"} {
		run(t, "serve", "--data", data, "--listen", "127.0.0.1:0", "--public-url", address).want(t, exitUsage, "USAGE",
			"no browser can reach")
	}
	if entries, err := os.ReadDir(data); err != nil || len(entries) > 0 {
		t.Errorf("a refusal left %v, %v", entries, err)
	}
}

func TestNoDatabase(t *testing.T) {
	data := filepath.Join(t.TempDir(), "missing")
	for _, command := range [][]string{{"doctor"}, {"schema", "status"}, {"backup", filepath.Join(t.TempDir(), "b")}} {
		run(t, append(command, "--data", data)...).want(t, exitFailed, "NO_DATABASE", data)
	}
	if _, err := os.Stat(data); !os.IsNotExist(err) {
		t.Errorf("looking made something: %v", err)
	}
	run(t, "restore", filepath.Join(data, "missing"), "--data", data).want(t, exitFailed, "remedy")
	junk := filepath.Join(t.TempDir(), "junk")
	if err := os.WriteFile(junk, []byte("no backup"), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, "restore", junk, "--data", data).want(t, exitFailed, "BAD_BACKUP")
}

func TestDoctorFindsDamage(t *testing.T) {
	data := t.TempDir()
	run(t, "schema", "up", "--data", data).want(t, exitDone, "applied 20")
	run(t, "schema", "up", "--data", data).want(t, exitDone, "up to date")
	if err := os.WriteFile(filepath.Join(data, "muniment.db"), bytes.Repeat([]byte("x"), 8192), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, "doctor", "--data", data).want(t, exitFailed, "DATABASE_DAMAGED")
	run(t, "serve", "--data", data, "--listen", "127.0.0.1:0").want(t, exitFailed, "DATABASE_DAMAGED")
}

// TestHeads saves the heads, removes the end of a chain, and expects the commands to detect it.
func TestHeads(t *testing.T) {
	directory := t.TempDir()
	data, copied := filepath.Join(directory, "data"), filepath.Join(directory, "copy")
	run(t, "user", "add", "ada@example.com", "--operator", "--data", data).want(t, exitDone, "Added")
	s := start(t, "serve", "--data", data, "--listen", "127.0.0.1:0")
	for strings.Count(run(t, "audit", "heads", "--data", data).want(t, exitDone).stdout, "\n") < 2 {
		s.get("/livez") // what was recorded is sealed within a second
	}
	s.stop()
	<-s.ended
	heads := run(t, "audit", "heads", "--data", data).want(t, exitDone, "muniment-audit-heads 1\nproducer 1 ")
	run(t, "audit", "heads", "--json", "--data", data).want(t, exitDone, `"chain": "producer"`, `"position": 1`)
	run(t, "backup", copied, "--data", data).want(t, exitDone, copied+".heads")
	kept, err := os.ReadFile(copied + ".heads")
	if err != nil || string(kept) != heads.stdout {
		t.Errorf("%s, %v, want %v", kept, err, heads.stdout)
	}
	run(t, "backup", filepath.Join(directory, "other"), "--data", data).want(t, exitDone)
	run(t, "doctor", "--data", data, "--heads", copied+".heads").want(t, exitDone, "AUDIT_HEADS")
	run(t, "doctor", "--data", data, "--heads", copied).want(t, exitFailed, "BAD_HEADS")
	run(t, "doctor", "--data", data, "--heads", copied+".none").want(t, exitFailed, "NO_FILE")
	longer := strings.Replace(string(kept), "producer 1 ", "producer 2 ", 1)
	if err := os.WriteFile(copied+".heads", []byte(longer), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, "doctor", "--data", data, "--heads", copied+".heads").want(t, exitFailed, "AUDIT_HEADS",
		"position 2 of the producer's chain", "was cut", "UNHEALTHY")
	run(t, "restore", copied, "--data", filepath.Join(directory, "new")).want(
		t, exitFailed, "Restored", "was cut", "UNHEALTHY")
	if err := os.Remove(copied); err != nil {
		t.Fatal(err)
	}
	run(t, "backup", copied, "--data", data).want(t, exitFailed, "ALREADY_THERE", ".heads")
	run(t, "restore", filepath.Join(directory, "other"), "--data", filepath.Join(directory, "third")).want(t, exitDone,
		"holds all 1 heads")
}

func TestSettingsFromTheEnvironment(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	t.Setenv("MUNIMENT_DATA", data)
	t.Setenv("MUNIMENT_LISTEN", "127.0.0.1:0")
	t.Setenv("MUNIMENT_LOG_LEVEL", "info")
	s := start(t, "serve")
	s.ask("{__typename}")
	s.stop()
	if code := <-s.ended; code != exitDone {
		t.Errorf("ended with %d, want %v", code, exitDone)
	}
	if !strings.Contains(s.stdout.String(), data) || !strings.Contains(s.stderr.String(), `"path":"/graphql"`) {
		t.Errorf("said:\n%s\n%s", s.stdout, s.stderr)
	}
	t.Setenv("MUNIMENT_LISTEN", "0.0.0.0:0")
	run(t, "serve").want(t, exitFailed, "LISTEN_NOT_LOOPBACK")
	run(t, "serve", "--listen", "8080").want(t, exitUsage, "8080") // the command line counts more
}

func TestPostgres(t *testing.T) {
	address := database.EmptyPostgres(t)
	run(t, "serve", "--database", address, "--listen", "127.0.0.1:0").want(t, exitFailed, "PENDING_MIGRATIONS",
		"schema up")
	run(t, "schema", "status", "--database", address).want(t, exitFailed, "pending", "PENDING_MIGRATIONS")
	run(t, "doctor", "--database", address).want(t, exitFailed, "PENDING_MIGRATIONS")
	run(t, "schema", "up", "--database", address).want(t, exitDone, "applied 20")
	run(t, "schema", "status", "--database", address).want(t, exitDone, "applied 20")
	s := start(t, "serve", "--database", address, "--listen", "127.0.0.1:0").
		with(operatorKey(t, "--database", address))
	if text := s.ask(`{unitsOfMeasure(first: 1) {nodes {code}}}`); !strings.Contains(text, `"code":"`) {
		t.Errorf("no units of measure: %s", text)
	}
	if status, _ := s.get("/readyz"); status != http.StatusOK {
		t.Errorf("readyz %d, want %d", status, http.StatusOK)
	}
	s.stop()
	if code := <-s.ended; code != exitDone || strings.Contains(s.stdout.String(), "sslmode") ||
		strings.Contains(s.stdout.String(), "password") {
		t.Errorf("ended with %d:\n%s\n%s", code, s.stdout, s.stderr)
	}
	run(t, "doctor", "--database", address).want(t, exitDone, "Healthy")
	copied := filepath.Join(t.TempDir(), "copy")
	run(t, "backup", copied, "--database", address).want(t, exitDone, "Copied", copied+".heads")
	run(t, "restore", copied, "--database", database.EmptyPostgres(t)).want(t, exitDone, "Restored", "holds all")
	run(t, "doctor", "--database", address, "--heads", copied+".heads").want(t, exitDone, "AUDIT_HEADS", "Healthy")
	run(t, "restore", copied, "--data", t.TempDir()).want(t, exitFailed, "BAD_BACKUP")
	run(t, "doctor", "--database", "postgres://nobody:secret@127.0.0.1:1/none").want(t, exitFailed, "UNAVAILABLE")
}

func TestDemoOnPostgres(t *testing.T) {
	address := database.EmptyPostgres(t)
	t.Chdir(t.TempDir()) // mails are written to the default data directory
	t.Setenv("MUNIMENT_DATA", filepath.Join(t.TempDir(), "production"))
	s := start(t, "demo", "--database", address, "--listen", "127.0.0.1:0").as("Operator")
	outbox, err := filepath.Abs(filepath.Join(defaultDemoData, "outbox"))
	if err != nil || !strings.Contains(s.stdout.String(), "E-mails are written to "+outbox+".\n") {
		t.Errorf("%s is not named: %v\n%s", outbox, err, s.stdout)
	}
	found := regexp.MustCompile(`"(acct_\w+)"`).FindStringSubmatch(s.ask(`{accounts(first: 1) {nodes {id}}}`))
	if found == nil {
		t.Fatal("there is no account")
	}
	text := s.ask(`mutation {inviteMembers(input: {account: "` + found[1] + `", emails: ["eve@example.com"],
		roles: [READER], serviceAccess: [COMMUNITY]}) {errors {code message}}}`)
	if !strings.Contains(text, `"errors":[]`) {
		t.Fatalf(`invited: %s, want "errors":[] in it`, text)
	}
	eventually(t, "the invitation is mailed", func() bool { return wasMailed(t, outbox, "eve@example.com") })
	if counted := s.ask(
		`{lineItems(first: 1) {totalCount}}`); counted != `{"data":{"lineItems":{"totalCount":7603}}}` {
		t.Errorf(`counted %s, want {"data":{"lineItems":{"totalCount":7603}}}`, counted)
	}
	s.stop()
	if code := <-s.ended; code != exitDone {
		t.Errorf("ended with %d:\n%s\n%s", code, s.stdout, s.stderr)
	}
	run(t, "doctor", "--database", address).want(t, exitDone, "Healthy")
}

// wasMailed reports whether a directory has a mail to an address.
func wasMailed(t *testing.T, directory, address string) bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(directory, "*.eml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), "To: <"+address+">") {
			return true
		}
	}
	return false
}

// program runs this test binary as muniment, in a separate process.
func program(t *testing.T, args ...string) (*exec.Cmd, *screen) {
	t.Helper()
	command := exec.Command(os.Args[0], args...)
	command.Env = append(os.Environ(), asProgram+"=1")
	out := &screen{ready: make(chan string, 1)}
	command.Stdout, command.Stderr = out, out
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	return command, out
}

func TestSignalsStopInOrder(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT} {
		command, out := program(t, "serve", "--data", t.TempDir(), "--listen", "127.0.0.1:0", "--log-level", "info")
		guard := time.AfterFunc(patience, func() { _ = command.Process.Kill() })
		address, ok := "", false
		ended := make(chan error, 1)
		go func() { ended <- command.Wait() }()
		select {
		case address = <-out.ready:
			ok = true
		case err := <-ended:
			t.Errorf("%v: ended with %v before it listened:\n%s", signal, err, out)
		}
		if ok {
			client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
			response, err := client.Get(address + "/readyz")
			if err != nil || response.StatusCode != http.StatusOK {
				t.Errorf("readyz: %v %v, want StatusCode = %d", response, err, http.StatusOK)
			}
			if err == nil {
				_ = response.Body.Close()
			}
			if err := command.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			if err := <-ended; err != nil || !strings.Contains(out.String(), "Stopped.") {
				t.Errorf("%v: ended with %v:\n%s", signal, err, out)
			}
		}
		guard.Stop()
	}
}

func TestEraseUser(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	run(t, "user", "add", "ada@example.com", "--operator", "--data", data).want(t, exitDone, "Added")
	run(t, "user", "erase", "ada@example.com", "--data", data).want(t, exitFailed, "LAST_OPERATOR")
	run(t, "user", "add", "eve@example.com", "--display-name", "Eve Example", "--data", data).want(t, exitDone,
		"Added")
	run(t, "user", "erase", "nobody@example.com", "--data", data).want(t, exitFailed, "NOT_FOUND")
	run(t, "user", "erase", "eve@example.com", "--reason", "Eve Example asked", "--data", data).want(t, exitFailed,
		"BAD_INPUT", "reason")
	run(t, "user", "erase", "eve@example.com", "--dry-run", "--data", data).want(t, exitDone, "searchWords", "dry run")
	done := run(t, "user", "erase", "eve@example.com", "--reason", "asked", "--data", data).want(t, exitDone,
		"auditValues", "Only the id", "user_")
	if strings.Contains(done.stdout, "eve@") {
		t.Errorf("it says the name: %s", done.stdout)
	}
	run(t, "user", "erase", "eve@example.com", "--data", data).want(t, exitFailed, "NOT_FOUND")
	run(t, "doctor", "--data", data).want(t, exitDone, "Healthy")
}
