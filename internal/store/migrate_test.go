package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

// The second step rebuilds a parent table as a generated SQLite step does. With foreign keys on, that would delete the
// children.
var rebuild = fstest.MapFS{
	"1_first.sql": {Data: []byte(`-- +goose Up
CREATE TABLE parents (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE children (id integer PRIMARY KEY, parent_id integer NOT NULL REFERENCES parents (id) ON DELETE CASCADE);
INSERT INTO parents VALUES (1, 'one');
INSERT INTO children VALUES (1, 1), (2, 1), (3, 1);
`)},
	"2_rebuild.sql": {Data: []byte(`-- +goose Up
PRAGMA foreign_keys = off;
CREATE TABLE new_parents (id integer PRIMARY KEY, name text NULL);
INSERT INTO new_parents SELECT id, name FROM parents;
DROP TABLE parents;
ALTER TABLE new_parents RENAME TO parents;
PRAGMA foreign_keys = on;
`)},
}

func steps(history fstest.MapFS, names ...string) fstest.MapFS {
	picked := fstest.MapFS{}
	for _, name := range names {
		picked[name] = history[name]
	}
	return picked
}

func openEmpty(t *testing.T, config store.Config) *store.Store {
	t.Helper()
	s, err := store.Open(database.Operator(t), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func number(t *testing.T, s *store.Store, query string) int {
	t.Helper()
	rows, err := s.Catalog(database.Operator(t), query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var n int
	if !rows.Next() {
		t.Fatal("no row")
	}
	if err := rows.Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestRebuildOfAParentKeepsItsChildren(t *testing.T) {
	directory := t.TempDir()
	s := openEmpty(t, store.Config{Directory: directory})
	first, err := s.MigrateWith(database.Operator(t), steps(rebuild, "1_first.sql"))
	if err != nil {
		t.Fatal(err)
	}
	if first.Backup != "" || len(first.Applied) != 1 || first.Applied[0].Name != "first" {
		t.Errorf(`first: %+v, want Backup = "", len(Applied) = 1 and Name = "first"`, first)
	}
	second, err := s.MigrateWith(database.Operator(t), rebuild)
	if err != nil {
		t.Fatal(err)
	}
	if n := number(t, s, "SELECT count(*) FROM children"); n != 3 {
		t.Errorf("%d children are left of 3", n)
	}
	if len(second.Applied) != 1 || second.Applied[0].Version != 2 {
		t.Errorf("second: %+v, want len(Applied) = 1 and Version = 2", second)
	}
	if filepath.Dir(second.Backup) != directory {
		t.Fatalf("no backup before a step on a database with rows: %+v", second)
	}
	before := t.TempDir()
	text, err := os.ReadFile(second.Backup)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(before, store.FileName), text, 0o600); err != nil {
		t.Fatal(err)
	}
	old := openEmpty(t, store.Config{Directory: before})
	if n := number(t, old, "SELECT max(version_id) FROM goose_db_version"); n != 1 {
		t.Errorf("the backup is of version %d", n)
	}
	if again, err := s.MigrateWith(database.Operator(t), rebuild); err != nil || len(again.Applied) != 0 ||
		again.Backup != "" {
		t.Errorf("again: %+v, %v", again, err)
	}
}

func TestStepThatLosesAParentIsReported(t *testing.T) {
	s := openEmpty(t, store.Config{Directory: t.TempDir()})
	history := steps(rebuild, "1_first.sql")
	history["2_lose.sql"] = &fstest.MapFile{Data: []byte("-- +goose Up\nDELETE FROM parents;\n")}
	_, err := s.MigrateWith(database.Operator(t), history)
	if !errors.Is(err, store.ErrOrphans) || !strings.Contains(err.Error(), "children -> parents") {
		t.Errorf(`got %v, want err = %v and Error with "children -> parents"`, err, store.ErrOrphans)
	}
}

func TestFailedStepLeavesNoTrace(t *testing.T) {
	history := fstest.MapFS{
		"1_first.sql": {Data: []byte("-- +goose Up\nCREATE TABLE kept (id integer PRIMARY KEY);\n")},
		"2_wrong.sql": {Data: []byte(
			"-- +goose Up\nCREATE TABLE lost (id integer PRIMARY KEY);\nINSERT INTO nowhere VALUES (1);\n")},
	}
	test := func(t *testing.T, config store.Config) {
		s := openEmpty(t, config)
		done, err := s.MigrateWith(database.Operator(t), history)
		if !errors.Is(err, store.ErrStatement) || strings.Contains(err.Error(), "nowhere") {
			t.Errorf(`got %v, want err = %v and Error without "nowhere"`, err, store.ErrStatement)
		}
		if len(done.Applied) != 1 {
			t.Errorf("applied: %+v, want 1 of them", done.Applied)
		}
		tables, err := s.Tables(database.Operator(t))
		if err != nil || len(tables) != 1 || tables[0] != "kept" {
			t.Errorf(`tables %v, %v, want len(tables) = 1 and tables[0] = "kept"`, tables, err)
		}
	}
	t.Run("sqlite", func(t *testing.T) { test(t, store.Config{Directory: t.TempDir()}) })
	t.Run("postgres", func(t *testing.T) { test(t, store.Config{URL: database.EmptyPostgres(t)}) })
}

func TestSchemaStatus(t *testing.T) {
	test := func(t *testing.T, config store.Config) {
		ctx := database.Operator(t)
		s := openEmpty(t, config)
		if err := s.RequireSchema(ctx); !errors.Is(err, store.ErrPendingMigrations) {
			t.Errorf("before: %v, want %v", err, store.ErrPendingMigrations)
		}
		pending, err := s.SchemaStatus(ctx)
		if err != nil || len(pending) == 0 || pending[0].AppliedAt != nil {
			t.Fatalf("before: %+v, %v, want len(pending) != 0 and AppliedAt = nil", pending, err)
		}
		done, err := s.Migrate(ctx)
		if err != nil || len(done.Applied) != len(pending) || done.Backup != "" {
			t.Fatalf(`%+v, %v, want len(Applied) = %v and Backup = ""`, done, err, len(pending))
		}
		if err := s.RequireSchema(ctx); err != nil {
			t.Errorf("after: %v", err)
		}
		after, err := s.SchemaStatus(ctx)
		if err != nil || len(after) != len(pending) || after[0].AppliedAt == nil || after[0].Name != pending[0].Name {
			t.Errorf("after: %+v, %v, want len(after) = %v, AppliedAt != nil and Name = %v", after, err, len(pending),
				pending[0].Name)
		}
		if err := s.Write(ctx, func(ctx context.Context, tx store.Tx) error {
			_, err := tx.Exec(ctx, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (?, ?)",
				99990101000000, true)
			return err
		}); err != nil {
			t.Fatal(err)
		}
		if err := s.RequireSchema(ctx); !errors.Is(err, store.ErrNewerSchema) {
			t.Errorf("newer: %v, want %v", err, store.ErrNewerSchema)
		}
		if _, err := s.Migrate(ctx); !errors.Is(err, store.ErrNewerSchema) {
			t.Errorf("migrate a newer one: %v, want %v", err, store.ErrNewerSchema)
		}
	}
	t.Run("sqlite", func(t *testing.T) { test(t, store.Config{Directory: t.TempDir()}) })
	t.Run("postgres", func(t *testing.T) { test(t, store.Config{URL: database.EmptyPostgres(t)}) })
}
