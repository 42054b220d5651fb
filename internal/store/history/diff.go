package history

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/sqltool"
	entsql "entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/schema"
	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
	_ "modernc.org/sqlite"             // the driver "sqlite"

	"github.com/muniment/muniment/internal/store"
)

// Folder returns the name of an engine's folder below migrations.
func Folder(engine store.Engine) string {
	if engine == store.SQLite {
		return "sqlite"
	}
	return "postgres"
}

// Diff replays the history in a folder on an empty database and adds a file with the changes that are missing to reach
// the data model. It returns the path of the file, or "" if the history is complete. On PostgreSQL url names a
// database without tables; SQLite ignores it. It returns ErrUnsafe, and writes nothing, for a change that would fail
// on a database with rows.
func Diff(ctx context.Context, engine store.Engine, folder, name, url string) (string, error) {
	tables, err := Tables(engine)
	if err != nil {
		return "", err
	}
	return DiffTables(ctx, engine, folder, name, url, tables)
}

// DiffTables is Diff for a given data model instead of the program's.
func DiffTables(
	ctx context.Context, engine store.Engine, folder, name, url string, tables []*schema.Table,
) (string, error) {
	db, err := scratch(engine, url)
	if err != nil {
		return "", fmt.Errorf("open the database for replays: %w", err)
	}
	defer db.Close()
	directory, err := sqltool.NewGooseDir(folder)
	if err != nil {
		return "", fmt.Errorf("open the history: %w", err)
	}
	before, err := filepath.Glob(filepath.Join(folder, "*.sql"))
	if err != nil {
		return "", fmt.Errorf("read the history: %w", err)
	}
	planner, err := schema.NewMigrate(entsql.OpenDB(string(engine), db),
		schema.WithDir(directory), schema.WithMigrationMode(schema.ModeReplay), schema.WithDialect(string(engine)),
		schema.WithDropColumn(true), schema.WithDropIndex(true), schema.WithErrNoPlan(true))
	if err != nil {
		return "", fmt.Errorf("plan: %w", err)
	}
	if err := planner.NamedDiff(ctx, name, tables...); err != nil {
		if errors.Is(err, migrate.ErrNoPlan) {
			return "", nil
		}
		return "", fmt.Errorf("plan: %w", err)
	}
	written, err := added(folder, before)
	if err != nil {
		return "", err
	}
	if err := forwardOnly(written); err != nil {
		return "", errors.Join(err, os.Remove(written), Seal(folder))
	}
	return written, Seal(folder)
}

// scratch opens the database on which a history is replayed.
func scratch(engine store.Engine, url string) (*sql.DB, error) {
	if engine == store.Postgres {
		return sql.Open("pgx", url)
	}
	db, err := sql.Open("sqlite", "file:replay?mode=memory&_foreign_keys=1")
	if err == nil {
		db.SetMaxOpenConns(1)
	}
	return db, err
}

// added returns the one file that is not in before. If its version, which comes from the clock, is not the last, the
// file is renamed.
func added(folder string, before []string) (string, error) {
	after, err := filepath.Glob(filepath.Join(folder, "*.sql"))
	if err != nil {
		return "", fmt.Errorf("read the history: %w", err)
	}
	after = slices.DeleteFunc(after, func(file string) bool { return slices.Contains(before, file) })
	if len(after) != 1 {
		return "", fmt.Errorf("plan: %d new files", len(after))
	}
	written := after[0]
	if len(before) == 0 || written > before[len(before)-1] {
		return written, nil
	}
	last, _, _ := strings.Cut(filepath.Base(before[len(before)-1]), "_")
	version, err := strconv.ParseInt(last, 10, 64)
	if err != nil {
		return "", fmt.Errorf("the last file has no version: %w", err)
	}
	_, rest, _ := strings.Cut(filepath.Base(written), "_")
	later := filepath.Join(folder, strconv.FormatInt(version+1, 10)+"_"+rest)
	if err := os.Rename(written, later); err != nil {
		return "", fmt.Errorf("rename the plan: %w", err)
	}
	return later, nil
}

// ErrUnsafe is returned for a planned change that works only on an empty table.
var ErrUnsafe = errors.New("the change fails on a table with rows")

// addRequired matches a new NOT NULL column without a default for existing rows.
var addRequired = regexp.MustCompile(`(?i)\bADD COLUMN\s+\S+[^,;]*\bNOT NULL\b[^,;]*`)

// forwardOnly checks a planned file and removes its down migration: the generated one is wrong for SQLite's table
// rebuilds, and restoring a backup is the supported way back.
func forwardOnly(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("read the plan: %w", err)
	}
	up, _, _ := strings.Cut(string(text), "-- +goose Down")
	for _, added := range addRequired.FindAllString(up, -1) {
		if !strings.Contains(strings.ToUpper(added), "DEFAULT") {
			return fmt.Errorf("%w: %s; give the field a default, or add it as optional and fill it", ErrUnsafe, added)
		}
	}
	if err := os.WriteFile(file, []byte(up), 0o644); err != nil {
		return fmt.Errorf("write the plan: %w", err)
	}
	return nil
}

// Seal rewrites the checksum file of a history, after a file was edited by hand.
func Seal(folder string) error {
	directory, err := sqltool.NewGooseDir(folder)
	if err != nil {
		return fmt.Errorf("open the history: %w", err)
	}
	sum, err := directory.Checksum()
	if err != nil {
		return fmt.Errorf("seal the history: %w", err)
	}
	if err := migrate.WriteSumFile(directory, sum); err != nil {
		return fmt.Errorf("seal the history: %w", err)
	}
	return nil
}

// Sealed returns an error if a file of a history was changed since it was sealed.
func Sealed(folder string) error {
	directory, err := sqltool.NewGooseDir(folder)
	if err != nil {
		return fmt.Errorf("open the history: %w", err)
	}
	if err := migrate.Validate(directory); err != nil {
		return fmt.Errorf("%s: %w", folder, err)
	}
	return nil
}
