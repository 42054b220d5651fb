package store_test

import (
	"context"
	"embed"
	"errors"
	"path"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/doctor"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

// released holds, for each step of the history that a release ended with, rows for every table as that release knew
// it: NAME.sql for the step called NAME, one statement a line, in words both engines take. A release adds its file; the
// files of older releases are never changed.
//
//go:embed testdata/released/*.sql
var released embed.FS

func TestDatabasesOfEachReleaseComeUpToDate(t *testing.T) {
	entries, err := released.ReadDir("testdata/released")
	if err != nil || len(entries) == 0 {
		t.Fatalf("no releases: %v", err)
	}
	for _, entry := range entries {
		text, err := released.ReadFile(path.Join("testdata/released", entry.Name()))
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(entry.Name(), ".sql")
		t.Run(name, func(t *testing.T) {
			t.Run("sqlite", func(t *testing.T) { upgrade(t, store.Config{Directory: t.TempDir()}, name, string(text)) })
			t.Run("postgres", func(t *testing.T) { upgrade(t, store.Config{URL: database.EmptyPostgres(t)}, name, string(text)) })
		})
	}
}

func upgrade(t *testing.T, config store.Config, name, rows string) {
	ctx := database.Operator(t)
	s := openEmpty(t, config)
	steps, err := s.SchemaStatus(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var version int64
	for _, step := range steps {
		if step.Name == name {
			version = step.Version
		}
	}
	if version == 0 {
		t.Fatalf("the history has no step %s", name)
	}
	if err := s.UpTo(ctx, version); err != nil {
		t.Fatal(err)
	}
	err = s.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		for statement := range strings.Lines(rows) {
			if statement = strings.TrimSpace(statement); statement == "" || strings.HasPrefix(statement, "--") {
				continue
			}
			if _, err := tx.Exec(ctx, statement); err != nil {
				t.Logf("%s", statement)
				return err
			}
		}
		return nil
	})
	if err != nil {
		var known *store.Error
		errors.As(err, &known)
		t.Fatalf("%v: %v", err, known.Unwrap())
	}
	before := rowCounts(t, s)
	for table, n := range before {
		if n == 0 {
			t.Errorf("%s has no row in the file of the release", table)
		}
	}
	if _, err := s.Migrate(ctx); err != nil {
		t.Fatal(err)
	}
	if err := s.RequireSchema(ctx); err != nil {
		t.Error(err)
	}
	after := rowCounts(t, s)
	for table, n := range before {
		if after[table] != n {
			t.Errorf("%s had %d rows and has %d", table, n, after[table])
		}
	}
	report, err := doctor.Check(ctx, s)
	if err != nil {
		t.Fatal(err)
	}
	for _, finding := range report.Findings {
		if finding.Broken > 0 {
			t.Errorf("doctor: %+v", finding)
		}
	}
}

func rowCounts(t *testing.T, s *store.Store) map[string]int {
	t.Helper()
	tables, err := s.Tables(database.Operator(t))
	if err != nil {
		t.Fatal(err)
	}
	counts := make(map[string]int)
	for _, table := range tables {
		rows, err := s.Scoped(database.Operator(t), store.Everything(), "SELECT count(*) FROM "+table+" WHERE /*scope:id*/")
		if err != nil {
			t.Fatal(err)
		}
		var n int
		for rows.Next() {
			if err := rows.Scan(&n); err != nil {
				t.Fatal(err)
			}
		}
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
		counts[table] = n
	}
	return counts
}
