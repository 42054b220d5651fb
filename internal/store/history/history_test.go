package history_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"entgo.io/ent/dialect/sql/schema"
	"entgo.io/ent/schema/field"

	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/store/history"
	"github.com/muniment/muniment/internal/testenv/database"
)

const top = "../../../migrations"

func folder(engine store.Engine) string { return filepath.Join(top, history.Folder(engine)) }

// each runs a test on each engine with the URL of a database for replays.
func each(t *testing.T, test func(t *testing.T, engine store.Engine, url string)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { test(t, store.SQLite, "") })
	t.Run("postgres", func(t *testing.T) { test(t, store.Postgres, database.EmptyPostgres(t)) })
}

// copyHistory copies a history, for a test that may add to it.
func copyHistory(t *testing.T, engine store.Engine) string {
	t.Helper()
	directory := t.TempDir()
	if err := os.CopyFS(directory, os.DirFS(folder(engine))); err != nil {
		t.Fatal(err)
	}
	return directory
}

func TestHistoryReplaysToTheDataModel(t *testing.T) {
	each(t, func(t *testing.T, engine store.Engine, url string) {
		if err := history.Sealed(folder(engine)); err != nil {
			t.Error(err)
		}
		file, err := history.Diff(t.Context(), engine, copyHistory(t, engine), "difference", url)
		if err != nil {
			t.Fatal(err)
		}
		if file != "" {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Error(err)
			}
			t.Errorf("the history lacks the following; run go run ./migrations/generate NAME:\n%s", text)
		}
	})
}

func TestHistoriesHaveTheSameSteps(t *testing.T) {
	var names [2][]string
	for i, engine := range []store.Engine{store.SQLite, store.Postgres} {
		files, err := filepath.Glob(filepath.Join(folder(engine), "*.sql"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			names[i] = append(names[i], filepath.Base(file))
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(string(text), "+goose Down") {
				t.Errorf("%s has a down migration; histories only go forward", file)
			}
		}
	}
	// A step that only one engine needs is in the other folder too, with a comment instead of statements.
	if a, b := strings.Join(names[0], " "), strings.Join(names[1], " "); a != b || a == "" {
		t.Errorf("SQLite has %s\nPostgreSQL has %s", a, b)
	}
}

func TestEveryCheckIsInBothHistories(t *testing.T) {
	for _, engine := range []store.Engine{store.SQLite, store.Postgres} {
		var all strings.Builder
		files, err := filepath.Glob(filepath.Join(folder(engine), "*.sql"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			all.Write(text)
		}
		tables, err := history.Tables(engine)
		if err != nil {
			t.Fatal(err)
		}
		checks := 0
		for _, table := range tables {
			if table.Annotation == nil {
				continue
			}
			for name := range table.Annotation.Checks {
				checks++
				if !strings.Contains(all.String(), "CONSTRAINT `"+name+"` CHECK") &&
					!strings.Contains(all.String(), `CONSTRAINT "`+name+`" CHECK`) {
					t.Errorf("%s: %s has no check %s", engine, table.Name, name)
				}
			}
		}
		if checks == 0 {
			t.Error("the data model has no checks at all")
		}
	}
}

func TestPostgresComparesTextsByteByByte(t *testing.T) {
	s := database.Open(t, store.Config{URL: database.Postgres(t)})
	rows, err := s.Catalog(t.Context(), `SELECT c.table_name || '.' || c.column_name FROM information_schema.columns c
		WHERE c.table_schema = current_schema() AND c.data_type IN ('text', 'character varying')
		AND c.collation_name IS DISTINCT FROM 'C' AND c.table_name NOT LIKE 'river\_%'`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var column string
		if err := rows.Scan(&column); err != nil {
			t.Fatal(err)
		}
		t.Errorf("%s has a language-specific collation", column)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}

// withColumn returns the data model with one more column, as if ent/schema had been edited.
func withColumn(t *testing.T, engine store.Engine, column *schema.Column) []*schema.Table {
	t.Helper()
	tables, err := history.Tables(engine)
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range tables {
		if table.Name == "accounts" {
			table.Columns = append(table.Columns, column)
		}
	}
	return tables
}

func filesIn(t *testing.T, directory string) []string {
	t.Helper()
	entries, err := os.ReadDir(directory)
	if err != nil {
		t.Fatal(err)
	}
	names := make([]string, len(entries))
	for i, entry := range entries {
		names[i] = entry.Name()
	}
	return names
}

func TestDiffRefusesARequiredColumnWithoutDefault(t *testing.T) {
	each(t, func(t *testing.T, engine store.Engine, url string) {
		directory := copyHistory(t, engine)
		before := filesIn(t, directory)
		_, err := history.DiffTables(t.Context(), engine, directory, "required", url,
			withColumn(t, engine, &schema.Column{Name: "rank", Type: field.TypeInt64}))
		if !errors.Is(err, history.ErrUnsafe) {
			t.Errorf("got %v, want %v", err, history.ErrUnsafe)
		}
		if after := filesIn(t, directory); !slices.Equal(after, before) {
			t.Errorf("the files are %v, want %v as before", after, before)
		}
		if err := history.Sealed(directory); err != nil {
			t.Error(err)
		}
	})
}

func TestDiffWritesAStep(t *testing.T) {
	each(t, func(t *testing.T, engine store.Engine, url string) {
		directory := copyHistory(t, engine)
		tables := withColumn(t, engine, &schema.Column{Name: "rank", Type: field.TypeInt64, Nullable: true})
		file, err := history.DiffTables(t.Context(), engine, directory, "rank", url, tables)
		if err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), "ADD COLUMN") || strings.Contains(string(text), "Down") {
			t.Errorf("the step is\n%s", text)
		}
		if err := history.Sealed(directory); err != nil {
			t.Error(err)
		}
		if again, err := history.DiffTables(t.Context(), engine, directory, "again", url, tables); again != "" ||
			err != nil {
			t.Errorf("again: %q, %v", again, err)
		}
		if err := os.WriteFile(file, append(text, "-- edited\n"...), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := history.Sealed(directory); err == nil {
			t.Error("an edited step passes")
		}
	})
}
