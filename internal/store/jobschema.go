package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

	"github.com/riverqueue/river/rivermigrate"

	"github.com/muniment/muniment/internal/clock"
)

const (
	// jobVersionTable is the table in which River records the migrations of its own tables.
	jobVersionTable = "river_migration"
	// jobVersions is greater than every version of a River migration (1, 2, 3…). Versions of our own schema history
	// are timestamps.
	jobVersions = 1_000_000
	// jobStepPrefix precedes the names of River's migrations.
	jobStepPrefix = "river_"
	// jobLock is the advisory lock of the process that migrates River's tables on PostgreSQL.
	jobLock = 0x6d756e696d656e74
)

// bookkeeping lists the tables about applied migrations and about running processes. A backup of PostgreSQL leaves
// them out, and rows in them do not count when Restore requires an empty database. River's table of jobs is not
// listed: a backup contains the pending jobs.
var bookkeeping = []string{
	versionTable, jobVersionTable, "river_client", "river_client_queue", "river_leader", "river_queue",
}

func jobMigrator(engine Engine, db *sql.DB) (*rivermigrate.Migrator[*sql.Tx], error) {
	migrator, err := rivermigrate.New(jobDriver(engine, db),
		&rivermigrate.Config{Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		return nil, fmt.Errorf("read the steps of the job tables: %w", err)
	}
	return migrator, nil
}

// jobSteps returns the migrations of River's tables, including those that this program does not know.
func (s *Store) jobSteps(ctx context.Context) ([]SchemaStep, error) {
	migrator, err := jobMigrator(s.engine, nil)
	if err != nil {
		return nil, err
	}
	seconds := "CAST(strftime('%s', created_at) AS INTEGER)"
	if s.engine == Postgres {
		seconds = "CAST(extract(epoch FROM created_at) AS bigint)"
	}
	applied, err := s.appliedSteps(ctx, jobVersionTable, "SELECT version, "+seconds+" FROM "+jobVersionTable)
	if err != nil {
		return nil, err
	}
	known := migrator.AllVersions()
	steps := make([]SchemaStep, 0, len(known))
	for _, version := range known {
		steps = append(steps, jobStep(version.Version, version.Name))
	}
	return markApplied(steps, applied), nil
}

func jobStep(version int, name string) SchemaStep {
	return SchemaStep{Version: int64(version), Name: jobStepPrefix + strings.ReplaceAll(name, " ", "_")}
}

func isJobStep(step SchemaStep) bool {
	return step.Version < jobVersions && strings.HasPrefix(step.Name, jobStepPrefix)
}

// upJobs applies the pending migrations of River's tables up to and including last, each in its own transaction: some
// cannot share one.
func (s *Store) upJobs(ctx context.Context, db *sql.DB, last int64) ([]SchemaStep, error) {
	migrator, err := jobMigrator(s.engine, db)
	if err != nil {
		return nil, err
	}
	var applied []SchemaStep
	for {
		started := time.Now()
		step, err := s.nextJobStep(ctx, db, migrator, last)
		if err != nil {
			return applied, &migrateError{Translate(err)}
		}
		if step == nil {
			return applied, nil
		}
		now := clock.System()
		step.AppliedAt = &now
		applied = append(applied, *step)
		s.log.InfoContext(ctx, "schema step applied", slog.Int64("version", step.Version),
			slog.String("name", step.Name), slog.Duration("took", time.Since(started)))
	}
}

// nextJobStep applies one step, or returns nil if none is pending. It looks for the step under a lock, so that two
// processes do not both apply it.
func (s *Store) nextJobStep(
	ctx context.Context, db *sql.DB, migrator *rivermigrate.Migrator[*sql.Tx], last int64,
) (step *SchemaStep, err error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer func() {
		if undo := tx.Rollback(); !errors.Is(undo, sql.ErrTxDone) {
			err = errors.Join(err, undo)
		}
	}()
	if s.engine == Postgres {
		if _, err := tx.ExecContext(ctx, "SELECT pg_advisory_xact_lock($1)", int64(jobLock)); err != nil {
			return nil, err
		}
	}
	done, err := migrator.ExistingVersionsTx(ctx, tx)
	if err != nil {
		return nil, err
	}
	for _, version := range migrator.AllVersions() {
		if int64(version.Version) > last ||
			slices.ContainsFunc(done, func(m rivermigrate.Migration) bool { return m.Version == version.Version }) {
			continue
		}
		// Migrate would need a second connection in addition to the one that holds the lock.
		if _, err := migrator.MigrateTx(ctx, tx, rivermigrate.DirectionUp, //nolint:staticcheck // one step at a time is fine
			&rivermigrate.MigrateOpts{MaxSteps: 1}); err != nil {
			return nil, err
		}
		step := jobStep(version.Version, version.Name)
		return &step, tx.Commit()
	}
	return nil, nil
}
