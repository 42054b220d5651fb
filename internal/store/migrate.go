package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	schema "github.com/muniment/muniment/ent/migrate"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/migrations"
)

var (
	// ErrPendingMigrations says that steps of this program's schema history have not been applied.
	ErrPendingMigrations = errors.New("the database schema is older than this program")
	// ErrNewerSchema says that the database has schema steps of a newer program.
	ErrNewerSchema = errors.New("the database schema is newer than this program")
	// ErrOrphans says that rows refer to missing rows after a migration.
	ErrOrphans = errors.New("rows refer to rows that do not exist")
)

// SchemaStep is one file of the schema history.
type SchemaStep struct {
	// Version orders the steps; a step has the same version on both engines.
	Version int64
	// Name describes the step. It is empty for a step this program does not know.
	Name string
	// AppliedAt is when the step was applied to the database; nil while it is pending.
	AppliedAt *clock.Instant
}

// Migration is the result of Migrate.
type Migration struct {
	Applied []SchemaStep
	// Backup is the file to which Migrate copied a SQLite database first; empty if nothing was pending or there were
	// no rows.
	Backup string
}

const versionTable = "goose_db_version"

// lockAttempts is for how many seconds a process waits while another one migrates the same PostgreSQL database.
const lockAttempts = 120

// SchemaStatus returns all steps in order, including steps of the database that this program does not know.
func (s *Store) SchemaStatus(ctx context.Context) ([]SchemaStep, error) {
	history, err := s.history()
	if err != nil {
		return nil, err
	}
	return s.schemaStatus(ctx, history, true)
}

// RequireSchema returns ErrPendingMigrations or ErrNewerSchema unless the database has exactly the steps this program
// knows.
func (s *Store) RequireSchema(ctx context.Context) error {
	steps, err := s.SchemaStatus(ctx)
	if err != nil {
		return err
	}
	return compareSchema(steps)
}

func compareSchema(steps []SchemaStep) error {
	pending := 0
	for _, step := range steps {
		if step.Name == "" {
			return fmt.Errorf("%w: step %d is unknown; use the program that made it, or a newer one",
				ErrNewerSchema, step.Version)
		}
		if step.AppliedAt == nil {
			pending++
		}
	}
	if pending > 0 {
		return fmt.Errorf("%w: %d of %d steps are pending; run muniment schema up",
			ErrPendingMigrations, pending, len(steps))
	}
	return nil
}

// Migrate brings the schema up to date. On SQLite it first copies a database that holds rows to a file next to it. It
// returns ErrNewerSchema for a database of a newer program. A step that fails is rolled back; earlier steps stay
// applied.
func (s *Store) Migrate(ctx context.Context) (Migration, error) {
	history, err := s.history()
	if err != nil {
		return Migration{}, err
	}
	return s.migrate(ctx, history, true)
}

func (s *Store) history() (fs.FS, error) {
	folder := "sqlite"
	if s.engine == Postgres {
		folder = "postgres"
	}
	history, err := fs.Sub(migrations.Files, folder)
	if err != nil {
		return nil, fmt.Errorf("read the schema history: %w", err)
	}
	return history, nil
}

// migrate applies a history and, if asked, the steps of the job tables.
func (s *Store) migrate(ctx context.Context, history fs.FS, jobs bool) (Migration, error) {
	if s.writer == nil {
		return Migration{}, ErrReadOnly
	}
	steps, err := s.schemaStatus(ctx, history, jobs)
	if err != nil {
		return Migration{}, err
	}
	switch err := compareSchema(steps); {
	case err == nil:
		return Migration{}, nil
	case !errors.Is(err, ErrPendingMigrations):
		return Migration{}, err
	}
	if !slices.ContainsFunc(steps, func(step SchemaStep) bool { return step.AppliedAt != nil }) {
		if err := s.requireOwnNames(ctx); err != nil {
			return Migration{}, err
		}
	}
	if s.engine == Postgres {
		applied, err := s.upAll(ctx, s.writer, history, steps)
		return Migration{Applied: applied}, err
	}
	return s.migrateSQLite(ctx, history, steps)
}

// migrateSQLite uses a separate connection with foreign keys off. Rebuilding a table drops the old one. With foreign
// keys on, that would delete referring rows or fail, and they cannot be turned off inside a step's transaction.
func (s *Store) migrateSQLite(ctx context.Context, history fs.FS, steps []SchemaStep) (Migration, error) {
	var done Migration
	rows, err := s.hasRows(ctx)
	if err != nil {
		return done, err
	}
	if rows {
		done.Backup = s.backupName(steps)
		if err := s.Backup(ctx, done.Backup); err != nil {
			return done, fmt.Errorf("back up before migrating: %w", err)
		}
	}
	options := url.Values{
		"_busy_timeout": {strconv.Itoa(busyTimeout)}, "_foreign_keys": {"0"}, "_synchronous": {"FULL"},
		"_txlock": {"immediate"}, "_dqs": {"0"},
	}
	db, err := s.openPool(sqliteDSN(s.file(), options), "migration", 1)
	if err != nil {
		return done, err
	}
	defer db.Close()
	if done.Applied, err = s.upAll(ctx, db, history, steps); err != nil {
		return done, err
	}
	orphans, err := foreignKeyCheck(ctx, db)
	if err != nil {
		return done, err
	}
	if len(orphans) > 0 {
		if done.Backup != "" {
			return done, fmt.Errorf("%w, in %s; the database as it was is %s",
				ErrOrphans, strings.Join(orphans, ", "), done.Backup)
		}
		return done, fmt.Errorf("%w, in %s", ErrOrphans, strings.Join(orphans, ", "))
	}
	return done, nil
}

// requireOwnNames returns ErrExists if a database without Muniment's schema has a table or a view with the name of one
// of its tables. Without it, the first step would fail, and leave a table of its own behind.
func (s *Store) requireOwnNames(ctx context.Context) error {
	query := "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name"
	if s.engine == Postgres {
		query = "SELECT relname::text FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND " +
			"relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY 1"
	}
	names, err := s.names(ctx, query)
	if err != nil {
		return err
	}
	for _, table := range schema.Tables {
		if slices.Contains(names, table.Name) {
			return fmt.Errorf("%w: the database has the table %s of something else", ErrExists, table.Name)
		}
	}
	return nil
}

func (s *Store) backupName(steps []SchemaStep) string {
	var version int64
	for _, step := range steps {
		if step.AppliedAt != nil {
			version = step.Version
		}
	}
	stamp := clock.System().Time().Format("20060102T150405.000000")
	return filepath.Join(s.config.Directory, fmt.Sprintf("muniment-before-schema-%d-%s.db", version, stamp))
}

// upAll applies the pending steps. Those of the job tables come first in the list, but are applied last; they
// are independent of the others.
func (s *Store) upAll(ctx context.Context, db *sql.DB, history fs.FS, steps []SchemaStep) ([]SchemaStep, error) {
	applied, err := s.up(ctx, db, history, steps[len(steps)-1].Version)
	if err != nil || !slices.ContainsFunc(steps, isJobStep) {
		return applied, err
	}
	jobs, err := s.upJobs(ctx, db, jobVersions)
	return append(applied, jobs...), err
}

// up applies the pending steps up to and including last.
func (s *Store) up(ctx context.Context, db *sql.DB, history fs.FS, last int64) ([]SchemaStep, error) {
	dialect := goose.DialectSQLite3
	options := []goose.ProviderOption{goose.WithDisableGlobalRegistry(true), goose.WithLogger(goose.NopLogger())}
	if s.engine == Postgres {
		dialect = goose.DialectPostgres
		locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, lockAttempts))
		if err != nil {
			return nil, fmt.Errorf("migrate: %w", err)
		}
		options = append(options, goose.WithSessionLocker(locker))
	}
	provider, err := goose.NewProvider(dialect, db, history, options...)
	if err != nil {
		return nil, fmt.Errorf("migrate: %w", err)
	}
	results, err := provider.UpTo(ctx, last)
	var partial *goose.PartialError
	if errors.As(err, &partial) {
		results = partial.Applied
	}
	applied := make([]SchemaStep, 0, len(results))
	for _, result := range results {
		step := stepOf(result.Source.Path)
		now := clock.System()
		step.AppliedAt = &now
		applied = append(applied, step)
		s.log.InfoContext(ctx, "schema step applied", slog.Int64("version", step.Version),
			slog.String("name", step.Name), slog.Duration("took", result.Duration))
	}
	if err != nil {
		return applied, &migrateError{err}
	}
	return applied, nil
}

// migrateError hides the SQL text in goose's error from printed messages; the cause is available through Unwrap.
type migrateError struct{ cause error }

func (e *migrateError) Error() string {
	var known *Error
	if errors.As(e.cause, &known) {
		return "a schema step failed: " + known.Error()
	}
	return "a schema step failed"
}

func (e *migrateError) Unwrap() error { return e.cause }

// schemaStatus only reads: it must also work for a database that another process serves, and for an empty one.
func (s *Store) schemaStatus(ctx context.Context, history fs.FS, jobs bool) ([]SchemaStep, error) {
	files, err := fs.Glob(history, "*.sql")
	if err != nil {
		return nil, fmt.Errorf("read the schema history: %w", err)
	}
	seconds := "CAST(strftime('%s', tstamp) AS INTEGER)"
	if s.engine == Postgres {
		seconds = "CAST(extract(epoch FROM tstamp) AS bigint)"
	}
	applied, err := s.appliedSteps(ctx, versionTable,
		"SELECT version_id, "+seconds+" FROM "+versionTable+" WHERE version_id > 0 AND is_applied ORDER BY id")
	if err != nil {
		return nil, err
	}
	var steps []SchemaStep
	for _, file := range files {
		steps = append(steps, stepOf(file))
	}
	steps = markApplied(steps, applied)
	if jobs {
		more, err := s.jobSteps(ctx)
		if err != nil {
			return nil, err
		}
		steps = append(steps, more...)
	}
	sortSteps(steps)
	return steps, nil
}

// markApplied sets AppliedAt of the steps, and adds applied steps that are not in the list.
func markApplied(steps []SchemaStep, applied map[int64]clock.Instant) []SchemaStep {
	for i, step := range steps {
		if at, ok := applied[step.Version]; ok {
			steps[i].AppliedAt = &at
			delete(applied, step.Version)
		}
	}
	for version, at := range applied {
		steps = append(steps, SchemaStep{Version: version, AppliedAt: &at})
	}
	return steps
}

// appliedSteps reads the versions and the Unix times of applied steps from a table that may be missing.
func (s *Store) appliedSteps(ctx context.Context, table, query string) (map[int64]clock.Instant, error) {
	present := "SELECT count(*) FROM sqlite_master WHERE name = '" + table + "'"
	if s.engine == Postgres {
		present = "SELECT count(to_regclass('" + table + "'))"
	}
	var n int
	if err := s.readers.QueryRowContext(ctx, present).Scan(&n); err != nil {
		return nil, fmt.Errorf("read the schema version: %w", Translate(err))
	}
	applied := make(map[int64]clock.Instant)
	if n == 0 {
		return applied, nil
	}
	rows, err := s.readers.QueryContext(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("read the schema version: %w", Translate(err))
	}
	defer rows.Close()
	for rows.Next() {
		var version, seconds int64
		if err := rows.Scan(&version, &seconds); err != nil {
			return nil, fmt.Errorf("read the schema version: %w", Translate(err))
		}
		applied[version] = clock.At(time.Unix(seconds, 0))
	}
	return applied, Translate(rows.Err())
}

// hasRows says whether any table other than the bookkeeping tables has a row.
func (s *Store) hasRows(ctx context.Context) (bool, error) {
	tables, err := s.tables(ctx)
	if err != nil {
		return false, err
	}
	for _, table := range tables {
		var found bool
		row := s.readers.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM "+quote(table)+")")
		if err := row.Scan(&found); err != nil {
			return false, fmt.Errorf("look for rows: %w", Translate(err))
		}
		if found {
			return true, nil
		}
	}
	return false, nil
}

// Untouched reports whether the database has no rows, and no tables either unless Muniment's schema is there.
func (s *Store) Untouched(ctx context.Context) (bool, error) {
	steps, err := s.SchemaStatus(ctx)
	if err != nil {
		return false, err
	}
	if slices.ContainsFunc(steps, func(step SchemaStep) bool { return step.AppliedAt != nil }) {
		rows, err := s.hasRows(ctx)
		return !rows, err
	}
	tables, err := s.tables(ctx)
	return len(tables) == 0, err
}

// tables returns the names of the tables in order, without the engine's own tables and the bookkeeping tables.
func (s *Store) tables(ctx context.Context) ([]string, error) {
	query := "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER " +
		"BY name"
	if s.engine == Postgres {
		query = "SELECT table_name::text FROM information_schema.tables " +
			"WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1"
	}
	names, err := s.names(ctx, query)
	return slices.DeleteFunc(names, func(name string) bool { return slices.Contains(bookkeeping, name) }), err
}

// names reads the names that a query of the catalog returns.
func (s *Store) names(ctx context.Context, query string) ([]string, error) {
	rows, err := s.readers.QueryContext(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("list the tables: %w", Translate(err))
	}
	defer rows.Close()
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, fmt.Errorf("list the tables: %w", Translate(err))
		}
		names = append(names, name)
	}
	return names, Translate(rows.Err())
}
