// Package database gives each test a separate database of each engine, with the current schema and no rows.
package database

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/cluster"
	"github.com/muniment/muniment/migrations"
)

// Postgres returns the URL of a PostgreSQL database with the current schema and no rows, which only this test uses.
// The server is the one in MUNIMENT_TEST_POSTGRES, or a temporary one that this process starts. If PostgreSQL is not
// installed, the test fails, unless MUNIMENT_TEST_SKIP contains postgres.
func Postgres(t testing.TB) string {
	t.Helper()
	s := server(t)
	template, err := s.template()
	if err != nil {
		t.Fatal(err)
	}
	if s.own == nil && os.Getenv(cluster.ThrowAway) == "" {
		return s.fresh(t, " TEMPLATE "+template) // on a permanent server nothing would remove the kept copies
	}
	return s.empty(t, template)
}

// PostgresAlone is Postgres for a test that needs a database without any other connection.
func PostgresAlone(t testing.TB) string {
	t.Helper()
	s := server(t)
	template, err := s.template()
	if err != nil {
		t.Fatal(err)
	}
	return s.fresh(t, " TEMPLATE "+template)
}

// EmptyPostgres returns the URL of a PostgreSQL database without tables, which only this test uses.
func EmptyPostgres(t testing.TB) string {
	t.Helper()
	return server(t).fresh(t, "")
}

// SkipPart skips the test if MUNIMENT_TEST_SKIP, a comma-separated list, contains part.
func SkipPart(t testing.TB, part string) {
	t.Helper()
	if slices.Contains(strings.Split(os.Getenv("MUNIMENT_TEST_SKIP"), ","), part) {
		t.Skipf("MUNIMENT_TEST_SKIP names %s", part)
	}
}

// postgresServer creates databases on one server.
type postgresServer struct {
	// own is the cluster that this process started, if any. The reference must be kept: the cluster stops when it is
	// garbage-collected.
	own      *cluster.Cluster
	url      *url.URL
	admin    *store.Store
	template func() (string, error)
	idle     idle
}

// shared is the server of this process. It ends with the process; see package cluster.
var shared = sync.OnceValues(func() (*postgresServer, error) {
	ctx := context.Background()
	address := os.Getenv("MUNIMENT_TEST_POSTGRES")
	var own *cluster.Cluster
	if address == "" {
		var err error
		if own, err = cluster.Start(ctx); err != nil {
			return nil, err
		}
		address = own.URL("postgres")
	}
	parsed, err := url.Parse(address)
	if err != nil {
		return nil, errors.New("MUNIMENT_TEST_POSTGRES is no URL")
	}
	admin, err := store.Open(ctx, store.Config{URL: address, Readers: 1, Writers: 1})
	if err != nil {
		return nil, fmt.Errorf("MUNIMENT_TEST_POSTGRES: %w", err)
	}
	s := &postgresServer{own: own, url: parsed, admin: admin}
	s.template = sync.OnceValues(s.makeTemplate)
	return s, nil
})

func server(t testing.TB) *postgresServer {
	t.Helper()
	SkipPart(t, "postgres")
	s, err := shared()
	if err != nil {
		t.Fatalf("this test needs PostgreSQL (or postgres in MUNIMENT_TEST_SKIP): %v", err)
	}
	return s
}

func (s *postgresServer) database(name string) string {
	address := *s.url
	address.Path = "/" + name
	return address.String()
}

func (s *postgresServer) run(statement string) error {
	_, err := s.admin.Client().ExecContext(context.Background(), statement)
	return err
}

// fresh returns the URL of a new database, which only this test uses.
func (s *postgresServer) fresh(t testing.TB, options string) string {
	t.Helper()
	name := s.create(t, options)
	t.Cleanup(func() { s.drop(t, name) })
	return s.database(name)
}

func (s *postgresServer) create(t testing.TB, options string) string {
	t.Helper()
	name := "muniment_test_" + strings.ToLower(rand.Text())
	if err := s.run("CREATE DATABASE " + name + options); err != nil {
		t.Fatalf("make a database: %v (%s)", err, engineText(err))
	}
	return name
}

func (s *postgresServer) drop(t testing.TB, name string) {
	t.Helper()
	if err := s.run("DROP DATABASE " + name + " WITH (FORCE)"); err != nil {
		t.Errorf("remove the database: %v", err)
	}
}

// makeTemplate creates the database from which others are copied, once for each state of the migrations. The processes
// of a test run share it. It is renamed to its final name when it is finished; a process that finishes later uses the
// first one.
func (s *postgresServer) makeTemplate() (string, error) {
	sum := sha256.New()
	err := fs.WalkDir(migrations.Files, "postgres", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(migrations.Files, path)
		fmt.Fprintf(sum, "%s\n%s\n", path, text)
		return err
	})
	if err != nil {
		return "", err
	}
	name := "muniment_template_" + hex.EncodeToString(sum.Sum(nil)[:8])
	ctx := context.Background()
	rows, err := s.admin.Catalog(ctx, "SELECT 1 FROM pg_database WHERE datname = ?", name)
	if err != nil {
		return "", err
	}
	found := rows.Next()
	if err := rows.Close(); err != nil || found {
		return name, err
	}
	draft := "muniment_draft_" + strings.ToLower(rand.Text())
	if err := s.run("CREATE DATABASE " + draft); err != nil {
		return "", fmt.Errorf("make the template: %w", err)
	}
	made, err := store.Open(ctx, store.Config{URL: s.database(draft)})
	if err != nil {
		return "", fmt.Errorf("make the template: %w", err)
	}
	_, err = made.Migrate(ctx)
	if err := errors.Join(err, made.Close()); err != nil {
		return "", fmt.Errorf("make the template: %w (%s)", err, engineText(err))
	}
	if err := s.run("ALTER DATABASE " + draft + " RENAME TO " + name); err != nil {
		return name, s.run("DROP DATABASE " + draft + " WITH (FORCE)")
	}
	return name, nil
}

// engineText returns the original error message of the database, which the store hides from users but tests show.
func engineText(err error) string {
	var known *store.Error
	if !errors.As(err, &known) {
		return ""
	}
	causes := known.Unwrap()
	return causes[len(causes)-1].Error()
}
