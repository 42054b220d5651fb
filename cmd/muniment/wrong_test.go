package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

// wrong is a directory with everything that can be wrong, and a copy of this program that every user may run.
type wrong struct {
	directory, program string
	environment        []string
}

// newWrong makes the directory, and the databases and backups in it.
func newWrong(t *testing.T) *wrong {
	t.Helper()
	directory, err := os.MkdirTemp("", "muniment-wrong-")
	if err != nil {
		t.Fatal(err)
	}
	w := &wrong{directory: directory, program: filepath.Join(directory, "muniment")}
	t.Cleanup(func() {
		_ = os.Chmod(w.in("closed"), 0o755)
		if err := os.RemoveAll(directory); err != nil {
			t.Error(err)
		}
	})
	w.environment = append(os.Environ(), asProgram+"=1")
	own, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	from, err := os.Open(own)
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	to, err := os.OpenFile(w.program, os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	_, err = io.Copy(to, from)
	for _, err := range []error{err, to.Close(), os.Chmod(directory, 0o755), os.WriteFile(w.in("file"), nil, 0o644),
		os.Mkdir(w.in("folder"), 0o755), os.Mkdir(w.in("unwritable"), 0o555),
		os.MkdirAll(w.in("nested/muniment.db"), 0o755), os.Mkdir(w.in("piped"), 0o755), os.Mkdir(w.in("export"), 0o755),
		syscall.Mkfifo(w.in("pipe"), 0o600), syscall.Mkfifo(w.in("piped/muniment.db"), 0o600),
		syscall.Mkfifo(w.in("export/accounts.csv"), 0o600)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	run(t, "schema", "up", "--data", w.in("data")).want(t, exitDone)
	run(t, "backup", w.in("backup"), "--data", w.in("data")).want(t, exitDone)
	run(t, "schema", "up", "--data", w.in("frozen")).want(t, exitDone)
	run(t, "schema", "up", "--data", w.in("secret")).want(t, exitDone)
	run(t, "schema", "up", "--data", w.in("closed")).want(t, exitDone)
	for name, mode := range map[string]os.FileMode{"frozen": 0o777, "frozen/muniment.db": 0o444,
		"frozen/muniment.lock": 0o666, "secret": 0o755, "secret/muniment.db": 0o000,
		"closed": 0o000} {
		if err := os.Chmod(w.in(name), mode); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

func (w *wrong) in(name string) string { return filepath.Join(w.directory, name) }

// run runs the program in a process of its own. Root may do everything, so it gives way to another user if asked. A
// container may forbid that; then MUNIMENT_TEST_SKIP must contain nobody.
func (w *wrong) run(t *testing.T, unprivileged bool, environment []string, args ...string) result {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	var stdout, stderr bytes.Buffer
	command := exec.CommandContext(ctx, w.program, args...)
	command.Dir = w.directory
	command.Env = append(append([]string(nil), w.environment...), environment...)
	command.Stdout, command.Stderr = &stdout, &stderr
	changesUser := unprivileged && os.Getuid() == 0
	if changesUser {
		database.SkipPart(t, "nobody")
		const nobody = 65534
		command.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	var exit *exec.ExitError
	if err := command.Run(); err != nil && !errors.As(err, &exit) {
		if changesUser {
			t.Fatalf("this test runs a program as another user (or nobody in MUNIMENT_TEST_SKIP): %v", err)
		}
		t.Fatal(err)
	}
	return result{command.ProcessState.ExitCode(), stdout.String(), stderr.String()}
}

// variant returns the URL of a PostgreSQL database with other parameters. The parameter database is its name.
func variant(t *testing.T, address, parameter, value string) string {
	t.Helper()
	changed, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	if parameter == "database" {
		changed.Path = "/" + value
	} else {
		query := changed.Query()
		query.Set(parameter, value)
		changed.RawQuery = query.Encode()
	}
	return changed.String()
}

// execute runs a statement in a database of either engine, without Muniment's schema if it has none.
func execute(t *testing.T, config store.Config, statement string) {
	t.Helper()
	ctx := context.WithoutCancel(t.Context()) // it also runs when the test has ended
	db, err := store.Open(ctx, config)
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.Client().ExecContext(ctx, statement)
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

// databaseName returns the name of a PostgreSQL database.
func databaseName(t *testing.T, address string) string {
	t.Helper()
	parsed, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimPrefix(parsed.Path, "/")
}

// keywords returns a connection string of keywords for a database, with a password that the server does not ask for.
func keywords(t *testing.T, address string) string {
	t.Helper()
	parsed, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	text := "dbname=" + databaseName(t, address) + " password=secret@"
	for name, value := range map[string]string{"host": parsed.Hostname(), "port": parsed.Port(),
		"user": parsed.User.Username()} {
		if value == "" {
			value = parsed.Query().Get(name)
		}
		if value != "" {
			text += " " + name + "=" + value
		}
	}
	return text
}

// answering returns the URL of a database on a server that answers the first bytes of every connection with a text, or
// not at all if the text is empty.
func answering(t *testing.T, text string) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				defer conn.Close()
				_, _ = io.ReadFull(conn, make([]byte, 8))
				if text != "" {
					_, _ = io.WriteString(conn, text)
				}
				_, _ = io.Copy(io.Discard, conn) // until the client gives up
			}()
		}
	}()
	patience := "10" // seconds; what answers does so at once, but not always on a busy machine
	if text == "" {
		patience = "1"
	}
	return "postgres://ada@" + listener.Addr().String() + "/x?connect_timeout=" + patience
}

// hold keeps a table of a PostgreSQL database from being read until release is called, so that whoever reads it waits.
func hold(t *testing.T, url, table string) (release func()) {
	t.Helper()
	db := database.Open(t, store.Config{URL: url})
	taken, done, ended := make(chan struct{}), make(chan struct{}), make(chan error, 1)
	go func() {
		ended <- db.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
			if _, err := tx.Exec(ctx, "LOCK TABLE "+table+" IN ACCESS EXCLUSIVE MODE"); err != nil {
				return err
			}
			close(taken)
			<-done
			return nil
		})
	}()
	select {
	case <-taken:
	case err := <-ended:
		t.Fatal(err)
	}
	return func() {
		close(done)
		if err := <-ended; err != nil {
			t.Error(err)
		}
	}
}

// ambiguous is what is said of a URL in which the password may end at several places.
var ambiguous = []string{"USAGE", "where the password ends", "@ as %40, / as %2F, # as %23, ? as %3F"}

// TestBeingWrong runs the program through everything that its user can get wrong. Each answer has its own code, the
// reason, and a remedy.
func TestBeingWrong(t *testing.T) {
	w := newWrong(t)
	postgres := database.Postgres(t)
	run(t, "backup", w.in("archive"), "--database", postgres).want(t, exitDone)
	closed, other, elsewhere := database.EmptyPostgres(t), database.EmptyPostgres(t), database.PostgresAlone(t)
	execute(t, store.Config{URL: postgres}, "ALTER DATABASE "+databaseName(t, closed)+" ALLOW_CONNECTIONS false")
	execute(t, store.Config{URL: other}, "CREATE VIEW accounts AS SELECT 1 AS id")
	execute(t, store.Config{Directory: w.in("other")}, "CREATE TABLE accounts (id integer)")
	execute(t, store.Config{URL: postgres}, "ALTER DATABASE "+databaseName(t, elsewhere)+" SET search_path = nowhere")
	moved := database.EmptyPostgres(t)
	execute(t, store.Config{URL: moved}, "CREATE SCHEMA rights")
	run(t, "schema", "up", "--database", variant(t, moved, "search_path", "rights")).want(t, exitDone)
	private, stranger := database.EmptyPostgres(t), "stranger_"+databaseName(t, closed)
	execute(t, store.Config{URL: postgres}, "REVOKE CONNECT ON DATABASE "+databaseName(t, private)+" FROM public")
	execute(t, store.Config{URL: postgres}, "CREATE ROLE "+stranger+" LOGIN")
	t.Cleanup(func() { execute(t, store.Config{URL: postgres}, "DROP ROLE "+stranger) })
	serve := func(args ...string) []string {
		return append([]string{"serve", "--data", w.in("never"), "--listen", "127.0.0.1:0"}, args...)
	}
	words := func(text ...string) []string { return text }
	for _, test := range []struct {
		name         string
		unprivileged bool
		environment  []string
		args         []string
		// held is a table of the database that somebody else keeps from being read.
		held string
		code int
		// words are said: the code, the reason, and a part of the remedy.
		words []string
	}{
		{name: "nothing", words: words("Usage: muniment", "serve", "demo")},
		{name: "a group alone", args: words("schema"), words: words("Usage: muniment schema", "status", "up")},
		{name: "a missing argument", args: words("restore", "--data", w.in("never")), code: exitUsage,
			words: words("USAGE", "the argument FILE of muniment restore is missing", "muniment restore --help")},
		{name: "a role that does not exist", args: words("user", "role", "ada", "boss", "--data", w.in("never")),
			code: exitUsage, words: words("USAGE", `"operator","support-agent","none"`, "muniment user role --help")},
		{name: "an unknown command", args: words("schema", "down"), code: exitUsage,
			words: words("USAGE", "down", "--help")},

		{name: "no such database", args: words("doctor", "--database", variant(t, postgres, "database", "none")),
			code: exitFailed, words: words("NO_DATABASE", `database "none" does not exist`, "createdb")},
		{name: "no such user", args: words("doctor", "--database", variant(t, postgres, "user", "eve")),
			code: exitFailed, words: words("LOGIN_REFUSED", `role "eve" does not exist`, "the user and the password")},
		{name: "no such host", args: words("doctor", "--database", variant(t, postgres, "host", "nowhere.invalid")),
			code: exitFailed, words: words("UNAVAILABLE", "nowhere.invalid", "check the host")},
		{name: "an unknown parameter", args: words("doctor", "--database", variant(t, postgres, "foo", "bar")),
			code: exitUsage, words: words("USAGE", `unrecognized configuration parameter "foo"`, "this parameter")},
		{name: "a database that is closed", args: words("serve", "--listen", "127.0.0.1:0", "--database", closed),
			code: exitFailed, words: words("UNAVAILABLE", "not currently accepting connections", "ALLOW_CONNECTIONS")},
		{name: "a database of something else", args: words("schema", "up", "--database", other), code: exitFailed,
			words: words("ALREADY_THERE", "table accounts of something else", "empty database")},
		{name: "a file of something else", args: words("schema", "up", "--data", w.in("other")), code: exitFailed,
			words: words("ALREADY_THERE", "table accounts of something else", "empty database")},
		{name: "a connection string of keywords", args: words("doctor", "--database", keywords(t, postgres)),
			words: words("PostgreSQL\n", "Healthy")},
		{name: "a database that is not for this user", args: words("doctor", "--database",
			variant(t, private, "user", stranger)), code: exitFailed,
			words: words("NO_PERMISSION", "permission denied for database", "owner of the database")},
		{name: "a search_path of the database", args: words("doctor", "--database", elsewhere),
			words: words("Healthy")},
		{name: "a search_path of the URL", args: words("doctor", "--database",
			variant(t, postgres, "search_path", "nowhere")), code: exitFailed,
			words: words("NO_PERMISSION", "search_path names no schema", "nowhere", "make the schema")},
		{name: "tables in another schema", args: words("schema", "up", "--database", moved), code: exitUsage,
			words: words("USAGE", "not in the schema public, but in rights", "?search_path=NAME")},
		{name: "tables in another schema that the URL names", args: words("doctor", "--database",
			variant(t, moved, "search_path", "rights")), words: words("Healthy")},
		{name: "no encryption", args: words("doctor", "--database", answering(t, "N")+"&sslmode=require"),
			code: exitFailed, words: words("UNAVAILABLE", "refused TLS", "sslmode=prefer")},
		{name: "something else that refuses encryption", args: words("doctor", "--database", answering(t, "N")),
			code: exitFailed, words: words("UNAVAILABLE", "does not answer as PostgreSQL does", "check the port")},
		{name: "something else at the port", args: words("doctor", "--database", answering(t, "")), code: exitFailed,
			words: words("UNAVAILABLE", "does not answer as PostgreSQL does", "check the port")},
		{name: "a wrong port", args: words("doctor", "--database", variant(t, postgres, "port", "1")),
			code: exitFailed, words: words("UNAVAILABLE", ".s.PGSQL.1", "host and port")},
		{name: "serve without a database", args: words("serve", "--listen", "127.0.0.1:0", "--database",
			variant(t, postgres, "database", "none")), code: exitFailed, words: words("NO_DATABASE", "none")},
		{name: "another engine", args: words("doctor", "--database", "mysql://ada:secret@localhost/x"),
			code: exitUsage, words: words("USAGE", `"mysql"`, "postgres://user@host/name")},
		{name: "a broken URL", args: words("doctor", "--database", "postgres://ada:se%cret@localhost/x"),
			code: exitUsage, words: words("USAGE", "percent", "postgres://user@host/name")},
		{name: "an @ in a password", args: words("doctor", "--database", "postgres://ada:s@cret@127.0.0.1:1/m"),
			code: exitUsage, words: ambiguous},
		{name: "an @ and a / in a password", args: words("doctor", "--database",
			"postgres://ada:s@c/ret@127.0.0.1:1/m"),
			code: exitUsage, words: ambiguous},
		{name: "a / in a password", args: words("doctor", "--database", "postgres://ada:s/cret@127.0.0.1:1/m"),
			code: exitUsage, words: ambiguous},
		{name: "a ? in a password", args: words("doctor", "--database", "postgres://ada:s?cret@127.0.0.1:1/m"),
			code: exitUsage, words: ambiguous},
		{name: "a # in a password", args: words("doctor", "--database", "postgres://ada:s#cret@127.0.0.1:1/m"),
			code: exitUsage, words: ambiguous},
		{name: "a # in a password without a host", args: words("doctor", "--database", "postgres://ada:s#cret"),
			code: exitUsage, words: ambiguous},
		{name: "an @ and a ? in a password", args: words("doctor", "--database",
			"postgres://ada:s@c?ret@127.0.0.1:1/m"), code: exitUsage, words: ambiguous},
		{name: "a ? and a = in a password", args: words("doctor", "--database",
			"postgres://ada:s?c=ret@127.0.0.1:1/m"), code: exitUsage, words: ambiguous},
		{name: "a password without a host", args: words("doctor", "--database", "postgres://ada:5432se?cret"),
			code: exitUsage, words: ambiguous},
		{name: "an @ in a parameter", args: words("doctor", "--database",
			"postgres://127.0.0.1:1/m?application_name=a@b"), code: exitFailed,
			words: words("UNAVAILABLE", "127.0.0.1:1")},
		{name: "an @ in a parameter, with a password", args: words("doctor", "--database",
			"postgres://ada:secret@127.0.0.1:1/m?application_name=a@b"), code: exitFailed,
			words: words("UNAVAILABLE", "127.0.0.1:1")},
		{name: "a mode of TLS that does not exist", args: words("doctor", "--database",
			"postgres://localhost/x?sslmode=bogus"), code: exitUsage,
			words: words("USAGE", "sslmode is invalid", "correct or leave out this parameter")},
		{name: "a time that is no number", args: words("doctor", "--database",
			"postgres://localhost/x?connect_timeout=abc"), code: exitUsage,
			words: words("USAGE", "connect_timeout", "correct or leave out this parameter")},
		{name: "attributes that do not exist", args: words("doctor", "--database",
			"postgres://localhost/x?target_session_attrs=bogus"), code: exitUsage,
			words: words("USAGE", "target_session_attrs", "correct or leave out this parameter")},
		{name: "a mode of TLS in the environment", environment: words("PGSSLMODE=bogus"), args: words("doctor",
			"--database", "postgres://localhost/x"), code: exitUsage,
			words: words("USAGE", "sslmode is invalid", "PGSSLMODE")},
		{name: "a short statement_timeout", args: words("doctor", "--database",
			variant(t, postgres, "statement_timeout", "1")), code: exitFailed, held: "line_items",
			words: words("TIMEOUT", "statement timeout", "raise or leave out statement_timeout")},
		{name: "an encoded password", args: words("doctor", "--database",
			"postgres://ada:s%40%2F%23%3Fcret@127.0.0.1:1/m"),
			code: exitFailed, words: words("UNAVAILABLE", "127.0.0.1:1")},
		{name: "an argument that is no UTF-8", args: words("user", "add", "\xff@x.example", "--data", w.in("never")),
			code: exitUsage, words: words("USAGE", "argument 3 is not UTF-8", "UTF-8 locale")},
		{name: "an option that is no UTF-8", args: words("user", "add", "ada", "--display-name=\xe4", "--data",
			w.in("never")), code: exitUsage, words: words("USAGE", "argument 4 is not UTF-8")},
		{name: "a variable that is no UTF-8", environment: words("MUNIMENT_PUBLIC_URL=\xe4"), args: serve(),
			code: exitUsage, words: words("USAGE", "MUNIMENT_PUBLIC_URL is not UTF-8")},
		{name: "an empty database", args: words("doctor", "--database", ""), code: exitUsage,
			words: words("USAGE", "--database names no database", "leave it out for SQLite")},
		{name: "an empty database after an equals sign", args: words("doctor", "--database="), code: exitUsage,
			words: words("USAGE", "--database names no database", "leave it out for SQLite")},
		{name: "an empty database in the environment", environment: words("MUNIMENT_DATABASE="), args: words("doctor"),
			code: exitUsage, words: words("USAGE", "MUNIMENT_DATABASE names no database", "unset it")},
		{name: "an empty directory", args: words("doctor", "--data", ""), code: exitUsage,
			words: words("USAGE", "--data names no directory", "leave it out")},
		{name: "an empty directory in the environment", environment: words("MUNIMENT_DATA="), args: words("doctor"),
			code: exitUsage, words: words("USAGE", "MUNIMENT_DATA names no directory", "unset it")},
		{name: "an empty path", args: words("restore", "", "--data", w.in("never")), code: exitUsage,
			words: words("USAGE", "an empty path names nothing")},
		{name: "an empty variable that the command line replaces", environment: words("MUNIMENT_DATABASE="),
			args: words("doctor", "--data", w.in("data")), words: words("Healthy")},
		{name: "a large port of PostgreSQL", args: words("doctor", "--database", "postgres://localhost:99999/x"),
			code: exitUsage, words: words("USAGE", "invalid port")},
		{name: "a PostgreSQL that takes no changes", environment: words(
			"PGOPTIONS=-c default_transaction_read_only=on"), args: words("schema", "up", "--database", postgres),
			code: exitFailed, words: words("DATABASE_READ_ONLY", "read-only transactions", "standby")},
		{name: "two databases in the environment", environment: words("MUNIMENT_DATA="+w.in("data"),
			"MUNIMENT_DATABASE="+postgres), args: words("doctor"), code: exitUsage, words: words("USAGE", "unset")},
		{name: "the command line counts more", environment: words("MUNIMENT_DATABASE=mysql://x"),
			args: words("doctor", "--data", w.in("data")), words: words("Healthy")},

		{name: "an unwritable directory", unprivileged: true, args: words("serve", "--data", w.in("unwritable")),
			code: exitFailed, words: words("NO_PERMISSION", "permission denied", "the user who owns")},
		{name: "a directory that cannot be made", unprivileged: true, args: words("schema", "up", "--data",
			w.in("unwritable/new")), code: exitFailed, words: words("NO_PERMISSION", "permission denied")},
		{name: "a file for data", args: words("serve", "--data", w.in("file")), code: exitFailed,
			words: words("BAD_PATH", "not a directory", "give a directory")},
		{name: "a file for data, read", args: words("doctor", "--data", w.in("file")), code: exitFailed,
			words: words("BAD_PATH", "not a directory")},
		{name: "a directory for the database", args: words("doctor", "--data", w.in("nested")), code: exitFailed,
			words: words("BAD_PATH", "muniment.db", "is a directory", "another directory with --data")},
		{name: "a directory for the database, served", args: words("serve", "--data", w.in("nested")),
			code: exitFailed, words: words("BAD_PATH", "muniment.db", "is a directory", "another directory")},
		{name: "a database that may not be read", unprivileged: true, args: words("doctor", "--data", w.in("secret")),
			code: exitFailed, words: words("NO_PERMISSION", "permission denied", "the user who owns")},
		{name: "a directory that may not be read", unprivileged: true, args: words("doctor", "--data",
			w.in("closed")), code: exitFailed, words: words("NO_PERMISSION", "permission denied")},
		{name: "a database that is read-only", unprivileged: true, args: words("serve", "--data", w.in("frozen"),
			"--listen", "127.0.0.1:0"), code: exitFailed,
			words: words("NO_PERMISSION", "muniment.db", "permission denied")},
		{name: "no database", args: words("doctor", "--data", w.in("never")), code: exitFailed,
			words: words("NO_DATABASE", "--data")},
		{name: "users of no database", args: words("user", "list", "--data", w.in("never")), code: exitFailed,
			words: words("NO_DATABASE", "--data")},
		{name: "a user of no database", args: words("user", "role", "ada", "none", "--data", w.in("never")),
			code: exitFailed, words: words("NO_DATABASE", "--data")},
		{name: "erasing in no database", args: words("user", "erase", "ada", "--data", w.in("never")),
			code: exitFailed, words: words("NO_DATABASE", "--data")},
		{name: "a user's key in no database", args: words("token", "create", "--name", "x", "--user", "ada", "--data",
			w.in("never")), code: exitFailed, words: words("NO_DATABASE", "--data")},
		{name: "a key of no database", args: words("token", "revoke", "key_1M8Z3V6Q1M2C4", "--data", w.in("never")),
			code: exitFailed, words: words("NO_DATABASE", "--data")},
		{name: "documents of no database", args: words("token", "widget", "--list", "--data", w.in("never")),
			code: exitFailed, words: words("NO_DATABASE", "--data")},

		{name: "restore of a folder", args: words("restore", w.in("folder"), "--data", w.in("never")), code: exitFailed,
			words: words("BAD_BACKUP", "is a directory", "muniment backup")},
		{name: "restore of a pipe", args: words("restore", w.in("pipe"), "--data", w.in("never")), code: exitFailed,
			words: words("BAD_BACKUP", "not a regular file", "muniment backup")},
		{name: "restore of a pipe into PostgreSQL", args: words("restore", w.in("pipe"), "--database", postgres),
			code: exitFailed, words: words("BAD_BACKUP", "not a regular file")},
		{name: "heads in a pipe", args: words("doctor", "--data", w.in("data"), "--heads", w.in("pipe")),
			code: exitFailed, words: words("BAD_PATH", "not a regular file", "give a file")},
		{name: "a pipe for the database", args: words("doctor", "--data", w.in("piped")), code: exitFailed,
			words: words("BAD_PATH", "muniment.db", "not a regular file")},
		{name: "a pipe for the database, served", args: words("serve", "--data", w.in("piped")), code: exitFailed,
			words: words("BAD_PATH", "muniment.db", "not a regular file")},
		{name: "a document in a pipe", args: words("token", "widget", "--document", w.in("pipe"), "--data",
			w.in("data")), code: exitFailed, words: words("BAD_PATH", "not a regular file")},
		{name: "providers in a pipe", args: serve("--identity-providers", w.in("pipe")), code: exitFailed,
			words: words("BAD_PATH", "not a regular file")},
		{name: "import of a pipe", args: words("import", w.in("export"), "--data", w.in("data")), code: exitFailed,
			words: words("accounts.csv", "not a regular file")},
		{name: "restore of nothing", args: words("restore", w.in("missing"), "--data", w.in("never")), code: exitFailed,
			words: words("NO_FILE", "no such file", "nothing of this name")},
		{name: "restore of something else", args: words("restore", w.in("file"), "--data", w.in("never")),
			code: exitFailed, words: words("BAD_BACKUP", "not written by muniment backup")},
		{name: "restore of an archive into SQLite", args: words("restore", w.in("archive"), "--data", w.in("never")),
			code: exitFailed, words: words("BAD_BACKUP", "other database engine", "--database")},
		{name: "restore of SQLite into PostgreSQL", args: words("restore", w.in("backup"), "--database", postgres),
			code: exitFailed, words: words("BAD_BACKUP", "other database engine", "--data")},
		{name: "restore of a folder into PostgreSQL", args: words("restore", w.in("folder"), "--database", postgres),
			code: exitFailed, words: words("BAD_BACKUP", "is a directory")},
		{name: "backup into a missing folder", args: words("backup", w.in("missing/copy"), "--data", w.in("data")),
			code: exitFailed, words: words("NO_FILE", "no such file", "make the directory first")},
		{name: "backup below a file", args: words("backup", w.in("file/copy"), "--data", w.in("data")),
			code: exitFailed, words: words("BAD_PATH", "not a directory")},
		{name: "backup over a folder", args: words("backup", w.in("folder"), "--data", w.in("data")), code: exitFailed,
			words: words("ALREADY_THERE", "folder")},
		{name: "heads in a folder", args: words("doctor", "--data", w.in("data"), "--heads", w.in("folder")),
			code: exitFailed, words: words("BAD_PATH", "is a directory", "give a file")},
		{name: "import of a file", args: words("import", w.in("file"), "--data", w.in("never")), code: exitFailed,
			words: words("NO_SOURCE", "not a directory", "CSV")},
		{name: "import of a system without a code", args: words("import", w.in("folder"), "--system", "A B", "--data",
			w.in("never")), code: exitFailed, words: words("BAD_SYSTEM", "A B", "small letters")},
		{name: "a document that is missing", args: words("token", "widget", "--document", w.in("missing"), "--data",
			w.in("data")), code: exitFailed, words: words("NO_FILE", "no such file", "check the path")},

		{name: "a user without a mail server", args: serve("--smtp-user", "ada"), code: exitUsage,
			words: words("USAGE", "--smtp-user has no effect without --smtp", "leave --smtp-user out")},
		{name: "the same in the environment", environment: words("MUNIMENT_SMTP_PASSWORD=secret"), args: serve(),
			code: exitUsage, words: words("USAGE", "--smtp-password has no effect without --smtp", "environment")},
		{name: "encryption without a mail server", args: serve("--smtp-security", "starttls"), code: exitUsage,
			words: words("USAGE", "--smtp-security has no effect")},
		{name: "a sender without mails", args: words("serve", "--database", postgres, "--listen", "127.0.0.1:0",
			"--mail-from", "ada@example.com"), code: exitUsage, words: words("USAGE", "--mail-from has no effect")},
		{name: "two ways for mail", args: serve("--smtp", "localhost", "--outbox", w.in("outbox")), code: exitUsage,
			words: words("USAGE", "two ways", "name one")},
		{name: "a provider without a file", args: serve("--operators-by-provider", "corporate"), code: exitUsage,
			words: words("USAGE", "no effect without --identity-providers")},
		{name: "a negative time", args: serve("--grace=-5s"), code: exitUsage, words: words("USAGE", "--grace", "10s")},
		{name: "a negative number of requests", args: serve("--key-requests=-1"), code: exitUsage,
			words: words("USAGE", "--key-requests", "no limit")},
		{name: "an outbox that is a file", args: serve("--outbox", w.in("file")), code: exitFailed,
			words: words("BAD_PATH", "not a directory")},
		{name: "an outbox below a file", args: serve("--outbox", w.in("file/outbox")), code: exitFailed,
			words: words("BAD_PATH", "not a directory")},
		{name: "an outbox that may not be written", unprivileged: true, args: serve("--outbox", w.in("unwritable/a/b")),
			code: exitFailed, words: words("NO_PERMISSION", "permission denied")},
		{name: "a negative time of the demonstration", args: words("demo", "--data", w.in("never"), "--grace=-5s"),
			code: exitUsage, words: words("USAGE", "--grace", "10s")},
		{name: "a small load set", args: words("bench", "seed", "--accounts", "1", "--data", w.in("never")),
			code: exitFailed, words: words("BAD_SHAPE", "at least 10")},
		{name: "a level that does not exist", args: serve("--log-level", "loud"), code: exitUsage,
			words: words("USAGE", "--log-level", `"loud" is not one of debug, info, warn, error`)},
		{name: "an encryption that does not exist", args: serve("--smtp", "localhost", "--smtp-security", "loud"),
			code: exitUsage, words: words("USAGE", `"loud" is not one of starttls, tls, none`)},

		{name: "a public URL with a query", args: serve("--public-url", "https://rights.example/?a=b"),
			code: exitUsage, words: words("USAGE", "--public-url", "query", "https://rights.example.com")},
		{name: "a public URL with a password", args: serve("--public-url", "https://ada:secret@rights.example"),
			code: exitUsage, words: words("USAGE", "--public-url", "user")},
		{name: "a public URL with a fragment", args: serve("--public-url", "https://rights.example/#a"),
			code: exitUsage, words: words("USAGE", "--public-url", "fragment")},
		{name: "a public URL with a path", args: serve("--public-url", "https://rights.example/portal"),
			code: exitUsage, words: words("USAGE", "--public-url", "path")},
		{name: "a public URL without encryption", args: serve("--public-url", "http://rights.example"),
			code: exitUsage, words: words("USAGE", "--public-url", "https", "http is for 127.0.0.1")},
		{name: "a public URL that is none", args: serve("--public-url", "rights.example"),
			code: exitUsage, words: words("USAGE", "--public-url", "https://rights.example.com")},
		{name: "a public URL with a name that cannot be", args: serve("--public-url", "https://xn--a.example"),
			code: exitUsage, words: words("USAGE", "no browser can reach", "xn--a")},
		{name: "a mail server with a name that cannot be", args: serve("--smtp", "a b"), code: exitUsage,
			words: words("USAGE", `"a b" is not the name`, "docs/settings.md")},
		{name: "a resolver with a name that cannot be", args: serve("--dns-resolver", "a b:53"), code: exitUsage,
			words: words("USAGE", "--dns-resolver", "10.0.0.53")},
		{name: "a link without a name", args: serve("--service-link", "https://forum.example.com"), code: exitUsage,
			words: words("USAGE", "--service-link", "no name before =", "Forum=https://forum.example.com")},
		{name: "two links with one name", code: exitUsage,
			args:  serve("--service-link", "Forum=https://a.example", "--service-link", "Forum=https://b.example"),
			words: words("USAGE", "--service-link", "two links with the name", "Forum")},
		{name: "a link without encryption", args: serve("--service-link", "Forum=http://forum.example.com"),
			code: exitUsage, words: words("USAGE", "--service-link", "https://")},
		{name: "a link that runs a script", args: serve("--service-link", "Forum=javascript:alert(1)"),
			code: exitUsage, words: words("USAGE", "--service-link", "not a URL with a host")},
		{name: "a sender with a domain that cannot be", args: serve("--mail-from", "ada@xn--a.example"),
			code: exitUsage, words: words("USAGE", "--mail-from", "xn--a", "Rights <rights@example.com>")},
		{name: "a sender without an address", args: serve("--mail-from", "Rights"), code: exitUsage,
			words: words("USAGE", "--mail-from", "Rights <rights@example.com>")},
		{name: "an operator without a mailbox", args: words("user", "add", "anna@example", "--operator", "--data",
			w.in("never")), code: exitUsage, words: words("USAGE", "no mail reaches", "anna@example.com", "--email")},

		{name: "a large port", args: serve("--listen", "127.0.0.1:65536"), code: exitUsage,
			words: words("USAGE", "65536", "0 to 65535", "port 0 chooses")},
		{name: "a large port of the resolver", args: serve("--dns-resolver", "127.0.0.1:65536"), code: exitUsage,
			words: words("USAGE", "65536", "0 to 65535")},
		{name: "a large port of the mail server", args: serve("--smtp", "localhost:65536"), code: exitUsage,
			words: words("USAGE", "65536", "mail.example.com:587")},
		{name: "a large port of the public URL", args: serve("--public-url", "https://rights.example:65536"),
			code: exitUsage, words: words("USAGE", "65536", "no browser can reach", "1 to 65535")},
		{name: "an address of another machine", args: serve("--listen", "192.0.2.1:0", "--public-url",
			"https://rights.example", "--smtp", "localhost"), code: exitUsage,
			words: words("USAGE", "192.0.2.1 is not an address of this machine")},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.held != "" {
				defer hold(t, postgres, test.held)()
			}
			got := w.run(t, test.unprivileged, test.environment, test.args...).want(t, test.code, test.words...)
			if test.code != exitDone && !strings.Contains(got.stderr, "  remedy: ") {
				t.Error("no remedy is said")
			}
			for _, secret := range []string{"secret@", "se%cret", "cret@", "INTERNAL", `""`} {
				if strings.Contains(got.stdout+got.stderr, secret) {
					t.Errorf("%q is said:\n%s%s", secret, got.stdout, got.stderr)
				}
			}
			if _, err := os.Lstat(w.in("never")); !errors.Is(err, os.ErrNotExist) {
				t.Error("the command left a data directory behind")
				_ = os.RemoveAll(w.in("never"))
			}
		})
	}
}

// smallDisk makes a directory with a file system of its own that is no larger than size. Only root can do that; others
// must name mount in MUNIMENT_TEST_SKIP.
func smallDisk(t *testing.T, directory, size string) {
	t.Helper()
	database.SkipPart(t, "mount")
	if err := os.Mkdir(directory, 0o755); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command("mount", "-t", "tmpfs", "-o", "size="+size, "tmpfs", directory).CombinedOutput()
	if err != nil {
		t.Fatalf("this test mounts a small file system as root (or mount in MUNIMENT_TEST_SKIP): %v %s", err, text)
	}
	t.Cleanup(func() {
		if text, err := exec.Command("umount", directory).CombinedOutput(); err != nil {
			t.Errorf("umount %s: %v %s", directory, err, text)
		}
	})
}

// TestRestoreOntoAFullDisk restores and backs up onto a small file system.
func TestRestoreOntoAFullDisk(t *testing.T) {
	w := newWrong(t)
	small := w.in("small")
	smallDisk(t, small, "64k")
	tiny := w.in("tiny")
	smallDisk(t, tiny, "8k")
	for _, test := range []struct {
		code string
		args []string
	}{
		{"DATABASE_FULL", []string{"restore", w.in("backup"), "--data", small}},
		{"DATABASE_FULL", []string{"restore", w.in("backup"), "--data", filepath.Join(small, "data")}},
		{"OUTPUT_FAILED", []string{"backup", filepath.Join(small, "copy"), "--data", w.in("data")}},
		{"OUTPUT_FAILED", []string{"backup", filepath.Join(tiny, "copy"), "--database", database.Postgres(t)}},
	} {
		w.run(t, false, nil, test.args...).want(t, exitFailed, test.code, "no space", "free space")
		for _, directory := range []string{small, tiny} {
			if left, err := os.ReadDir(directory); err != nil || len(left) > 0 {
				t.Errorf("%v left %v behind, %v", test.args, left, err)
			}
		}
	}
}

// TestOnAReadOnlyDisk reads a database on a read-only file system, as from a snapshot of a disk. Only commands that
// change something are refused.
func TestOnAReadOnlyDisk(t *testing.T) {
	w := newWrong(t)
	disk := w.in("disk")
	smallDisk(t, disk, "32m")
	data := filepath.Join(disk, "data")
	run(t, "user", "add", "ada@example.com", "--operator", "--data", data).want(t, exitDone)
	unclean := filepath.Join(disk, "unclean")
	run(t, "schema", "up", "--data", unclean).want(t, exitDone)
	if err := os.WriteFile(filepath.Join(unclean, "muniment.db-wal"), make([]byte, 4096), 0o600); err != nil {
		t.Fatal(err)
	}
	if text, err := exec.Command("mount", "-o", "remount,ro", disk).CombinedOutput(); err != nil {
		t.Fatalf("remount: %v %s", err, text)
	}
	for _, args := range [][]string{{"doctor"}, {"user", "list"}, {"schema", "status"}, {"audit", "heads"},
		{"backup", w.in("copied")}} {
		w.run(t, false, nil, append(args, "--data", data)...).want(t, exitDone)
	}
	w.run(t, false, nil, "restore", w.in("copied"), "--data", w.in("restored")).want(t, exitDone, "holds all")
	w.run(t, false, nil, "user", "list", "--data", w.in("restored")).want(t, exitDone, "ada@example.com")
	for _, args := range [][]string{
		{"serve", "--listen", "127.0.0.1:0"}, {"user", "add", "eve@example.com"}, {"schema", "up"},
		{"token", "create", "--name", "x", "--producer", "operator"},
	} {
		w.run(t, false, nil, append(args, "--data", data)...).want(t, exitFailed, "DATABASE_READ_ONLY",
			"read-only file system", "make it writable")
	}
	w.run(t, false, nil, "doctor", "--data", unclean).want(t, exitFailed, "DATABASE_READ_ONLY", "read-only file system")
	w.run(t, false, nil, "backup", filepath.Join(disk, "copy"), "--data", w.in("data")).want(t, exitFailed,
		"OUTPUT_FAILED", "read-only file system", "another disk")
}

// fullScreen refuses everything that is printed.
type fullScreen struct{}

func (fullScreen) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

// TestOutputThatCannotBeWritten expects one error of all commands.
func TestOutputThatCannotBeWritten(t *testing.T) {
	database.EachConfig(t, func(t *testing.T, config store.Config) {
		where := []string{"--database", config.URL}
		if config.URL == "" {
			where = []string{"--data", config.Directory}
		}
		run(t, append([]string{"user", "add", "ada@example.com", "--operator"}, where...)...).want(t, exitDone)
		copied := filepath.Join(t.TempDir(), "copy")
		for _, command := range [][]string{{"version"}, {"--help"}, {"serve", "--help"}, {"schema"}, {"doctor"},
			{"user", "list"}, {"user", "add", "eve@example.com"}, {"user", "role", "eve@example.com", "operator"},
			{"schema", "status"}, {"schema", "up"}, {"audit", "heads"}, {"audit", "heads", "--json"},
			{"backup", copied}, {"token", "create", "--name", "x", "--user", "ada@example.com"},
			{"token", "widget", "--list"}, {"user", "erase", "eve@example.com", "--dry-run"}} {
			// The list of documents is empty, and prints nothing.
			wanted, word := exitFailed, "OUTPUT_FAILED"
			if command[0] == "token" && command[1] == "widget" {
				wanted, word = exitDone, ""
			}
			if len(command) > 1 || command[0] == "doctor" {
				command = append(command, where...)
			}
			var stderr bytes.Buffer
			code := Run(t.Context(), command, strings.NewReader(""), fullScreen{}, &stderr)
			said := result{code, "", stderr.String()}.want(t, wanted, word)
			if len(command) > 1 && command[1] == "create" {
				// The key works, but nobody knows it.
				_, id, _ := strings.Cut(said.stderr, "muniment token revoke ")
				id, _, _ = strings.Cut(id, ",")
				run(t, append([]string{"token", "revoke", id}, where...)...).want(t, exitDone, "Revoked the key "+id)
			}
		}
	})
}
