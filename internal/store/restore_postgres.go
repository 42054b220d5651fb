package store

import (
	"archive/zip"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/muniment/muniment/internal/clock"
)

func (s *Store) restorePostgres(ctx context.Context, backup string) error {
	if err := checkArchive(backup); err != nil {
		return err
	}
	archive, err := zip.OpenReader(backup)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrBackup, err)
	}
	defer archive.Close()
	content, err := readManifest(&archive.Reader)
	if err != nil {
		return err
	}
	if err := s.openPostgres(ctx); err != nil {
		return errors.Join(err, s.Close())
	}
	return errors.Join(s.fill(ctx, &archive.Reader, content), s.Close())
}

func (s *Store) fill(ctx context.Context, archive *zip.Reader, content manifest) error {
	if err := s.requireAlone(ctx); err != nil {
		return err
	}
	if err := s.prepareSchema(ctx, content); err != nil {
		return err
	}
	return s.onConn(ctx, s.writer, func(conn *sql.Conn) error {
		tx, err := conn.BeginTx(ctx, nil)
		if err != nil {
			return fmt.Errorf("restore: %w", Translate(err))
		}
		defer tx.Rollback()
		if err := load(ctx, conn, tx, archive, content); err != nil {
			return fmt.Errorf("restore: %w", Translate(err))
		}
		if err := tx.Commit(); err != nil {
			return fmt.Errorf("restore: %w", Translate(err))
		}
		return nil
	})
}

// disconnectWait is how long requireAlone waits for the connections of a process that has just stopped.
const disconnectWait = 2 * time.Second

// requireAlone returns ErrInUse if other clients are connected to the database.
func (s *Store) requireAlone(ctx context.Context) error {
	for until := time.Now().Add(disconnectWait); ; time.Sleep(disconnectWait / 40) {
		var others int
		row := s.readers.QueryRowContext(ctx, `SELECT count(*) FROM pg_stat_activity
			WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`)
		switch err := row.Scan(&others); {
		case err != nil:
			return fmt.Errorf("look for other processes: %w", Translate(err))
		case others == 0:
			return nil
		case time.Now().After(until):
			return fmt.Errorf("%w (%d connections)", ErrInUse, others)
		}
	}
}

// prepareSchema creates the tables of the backup's schema, or checks that they exist and are empty.
func (s *Store) prepareSchema(ctx context.Context, content manifest) error {
	history, err := s.history()
	if err != nil {
		return err
	}
	steps, err := s.schemaStatus(ctx, history, true)
	if err != nil {
		return err
	}
	var present []int64
	for i, step := range steps {
		if step.AppliedAt != nil {
			present = append(present, step.Version)
		}
		steps[i].AppliedAt = nil
		if slices.Contains(content.Schema, step.Version) {
			steps[i].AppliedAt = new(clock.Instant)
		}
	}
	for _, version := range content.Schema {
		if !slices.ContainsFunc(steps, func(step SchemaStep) bool { return step.Version == version }) {
			steps = append(steps, SchemaStep{Version: version, AppliedAt: new(clock.Instant)})
		}
	}
	if err := checkSteps(steps); err != nil {
		return err
	}
	filled, err := s.hasRows(ctx)
	if err != nil {
		return err
	}
	tables, err := s.tables(ctx)
	if err != nil {
		return err
	}
	switch {
	case filled:
		return fmt.Errorf("%w: the database has rows; restore into an empty one", ErrExists)
	case len(present) == 0 && len(tables) > 0:
		return fmt.Errorf("%w: the database has tables of something else", ErrExists)
	case len(present) > 0 && !slices.Equal(present, content.Schema):
		return fmt.Errorf("%w: the database has another schema than the backup; restore into an empty one", ErrExists)
	case len(present) > 0:
		return nil
	}
	if _, err := s.up(ctx, s.writer, history, content.Schema[len(content.Schema)-1]); err != nil {
		return err
	}
	var jobs int64
	for _, version := range content.Schema {
		if version < jobVersions {
			jobs = version
		}
	}
	_, err = s.upJobs(ctx, s.writer, jobs)
	return err
}

func load(ctx context.Context, conn *sql.Conn, tx *sql.Tx, archive *zip.Reader, content manifest) error {
	for _, table := range content.Tables {
		entry, err := archive.Open(table.entry())
		if err != nil {
			return fmt.Errorf("%w: %w", ErrBackup, err)
		}
		var loaded int64
		err = conn.Raw(func(raw any) error {
			return withPGX(raw, func(conn *pgx.Conn) error {
				tag, err := conn.PgConn().CopyFrom(ctx, io.Reader(entry), table.copyText("FROM STDIN"))
				loaded = tag.RowsAffected()
				return err
			})
		})
		if err := errors.Join(err, entry.Close()); err != nil {
			return fmt.Errorf("table %s: %w", table.Name, err)
		}
		if loaded != table.Rows {
			return fmt.Errorf("%w: table %s has %d rows where the manifest says %d",
				ErrBackup, table.Name, loaded, table.Rows)
		}
		if err := advance(ctx, tx, table); err != nil {
			return fmt.Errorf("table %s: %w", table.Name, err)
		}
	}
	return nil
}

// advance sets the id sequence of a table to continue after the loaded rows.
func advance(ctx context.Context, tx *sql.Tx, table manifestTable) error {
	if !slices.Contains(table.Columns, "id") {
		return nil
	}
	_, err := tx.ExecContext(ctx, `SELECT setval(numbering, greatest(highest, 1), highest IS NOT NULL)
		FROM (SELECT pg_get_serial_sequence($1, 'id') AS numbering, (SELECT max(id)
			FROM `+quote(table.Name)+`) AS highest) t
		WHERE numbering IS NOT NULL`, quote(table.Name))
	return err
}
