package store

import (
	"archive/zip"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"
)

// archiveFormat is the version of the archive format: a zip with manifest.json and, for each table, PostgreSQL's COPY
// text.
const archiveFormat = 1

const manifestName = "manifest.json"

type manifest struct {
	Format int             `json:"format"`
	Schema []int64         `json:"schema"` // versions of the schema steps that were applied
	Tables []manifestTable `json:"tables"` // every table comes after the tables it refers to
}

type manifestTable struct {
	Name    string   `json:"name"`
	Columns []string `json:"columns"`
	Rows    int64    `json:"rows"`
}

func (t manifestTable) entry() string { return "tables/" + t.Name }

func (t manifestTable) copyText(direction string) string {
	columns := make([]string, len(t.Columns))
	for i, column := range t.Columns {
		columns[i] = quote(column)
	}
	return "COPY " + quote(t.Name) + " (" + strings.Join(columns, ", ") + ") " + direction
}

// backupPostgres writes the rows of all tables, read in one snapshot.
func (s *Store) backupPostgres(ctx context.Context, file string) error {
	steps, err := s.SchemaStatus(ctx)
	if err != nil {
		return err
	}
	if err := checkSteps(steps); err != nil {
		return err
	}
	content := manifest{Format: archiveFormat}
	for _, step := range steps {
		if step.AppliedAt != nil {
			content.Schema = append(content.Schema, step.Version)
		}
	}
	f, err := os.OpenFile(file, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return targetError(err)
	}
	out := &target{File: f}
	archive := zip.NewWriter(out)
	err = s.onConn(ctx, s.readers, func(conn *sql.Conn) error {
		return s.dump(ctx, conn, archive, &content)
	})
	if err := errors.Join(err, archive.Close(), out.Close()); err != nil {
		if out.failed != nil {
			return out.failed
		}
		return fmt.Errorf("back up: %w", Translate(err))
	}
	return checkArchive(file)
}

func (s *Store) onConn(ctx context.Context, pool *sql.DB, do func(*sql.Conn) error) error {
	conn, err := pool.Conn(ctx)
	if err != nil {
		return Translate(err)
	}
	return errors.Join(do(conn), conn.Close())
}

func (s *Store) dump(ctx context.Context, conn *sql.Conn, archive *zip.Writer, content *manifest) error {
	snapshot, err := conn.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	if err != nil {
		return err
	}
	defer snapshot.Rollback()
	if content.Tables, err = postgresTables(ctx, snapshot); err != nil {
		return err
	}
	for i := range content.Tables {
		table := &content.Tables[i]
		entry, err := archive.Create(table.entry())
		if err != nil {
			return err
		}
		err = conn.Raw(func(raw any) error {
			return withPGX(raw, func(conn *pgx.Conn) error {
				tag, err := conn.PgConn().CopyTo(ctx, entry, table.copyText("TO STDOUT"))
				table.Rows = tag.RowsAffected()
				return err
			})
		})
		if err != nil {
			return fmt.Errorf("table %s: %w", table.Name, err)
		}
	}
	entry, err := archive.Create(manifestName)
	if err != nil {
		return err
	}
	return json.NewEncoder(entry).Encode(content)
}

func withPGX(raw any, do func(*pgx.Conn) error) error {
	conn, ok := raw.(*postgresConn)
	if !ok {
		return fmt.Errorf("%w: unknown connection %T", ErrStatement, raw)
	}
	return do(conn.pgx())
}

// postgresTables returns the tables with their columns, each after the tables it refers to.
func postgresTables(ctx context.Context, tx *sql.Tx) ([]manifestTable, error) {
	columns, err := pairs(ctx, tx, `SELECT c.relname::text, a.attname::text FROM pg_class c
		JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
		WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
		AND c.relname NOT IN ('`+strings.Join(bookkeeping, "', '")+`')
		ORDER BY c.relname, a.attnum`)
	if err != nil {
		return nil, err
	}
	references, err := pairs(ctx, tx, `SELECT child.relname::text, parent.relname::text FROM pg_constraint f
		JOIN pg_class child ON child.oid = f.conrelid JOIN pg_class parent ON parent.oid = f.confrelid
		WHERE f.contype = 'f' AND f.connamespace = current_schema()::regnamespace AND f.conrelid <> f.confrelid`)
	if err != nil {
		return nil, err
	}
	var tables []manifestTable
	for _, pair := range columns {
		if last := len(tables) - 1; last >= 0 && tables[last].Name == pair[0] {
			tables[last].Columns = append(tables[last].Columns, pair[1])
			continue
		}
		tables = append(tables, manifestTable{Name: pair[0], Columns: []string{pair[1]}})
	}
	return parentsFirst(tables, references)
}

func pairs(ctx context.Context, tx *sql.Tx, query string) ([][2]string, error) {
	rows, err := tx.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var found [][2]string
	for rows.Next() {
		var pair [2]string
		if err := rows.Scan(&pair[0], &pair[1]); err != nil {
			return nil, err
		}
		found = append(found, pair)
	}
	return found, rows.Err()
}

func parentsFirst(tables []manifestTable, references [][2]string) ([]manifestTable, error) {
	waits := make(map[string][]string)
	for _, pair := range references {
		waits[pair[0]] = append(waits[pair[0]], pair[1])
	}
	placed := make(map[string]bool)
	var ordered []manifestTable
	for len(ordered) < len(tables) {
		before := len(ordered)
		for _, table := range tables {
			ready := !slices.ContainsFunc(waits[table.Name], func(parent string) bool { return !placed[parent] })
			if ready && !placed[table.Name] {
				placed[table.Name] = true
				ordered = append(ordered, table)
			}
		}
		if len(ordered) == before {
			return nil, fmt.Errorf("%w: tables refer to each other in a circle", ErrStatement)
		}
	}
	return ordered, nil
}

// checkArchive reads every entry of an archive to its end, which verifies the checksums.
func checkArchive(file string) error {
	archive, err := zip.OpenReader(file)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrBackup, err)
	}
	defer archive.Close()
	for _, entry := range archive.File {
		content, err := entry.Open()
		if err != nil {
			return fmt.Errorf("%w: %w", ErrBackup, err)
		}
		_, err = io.Copy(io.Discard, content)
		if err := errors.Join(err, content.Close()); err != nil {
			return fmt.Errorf("%w: %s: %w", ErrBackup, entry.Name, err)
		}
	}
	_, err = readManifest(&archive.Reader)
	return err
}

func readManifest(archive *zip.Reader) (manifest, error) {
	var content manifest
	entry, err := archive.Open(manifestName)
	if err != nil {
		return content, fmt.Errorf("%w: it has no %s", ErrBackup, manifestName)
	}
	defer entry.Close()
	if err := json.NewDecoder(entry).Decode(&content); err != nil {
		return content, fmt.Errorf("%w: %s: %w", ErrBackup, manifestName, err)
	}
	if content.Format != archiveFormat {
		return content, fmt.Errorf(
			"%w: it has form %d, this program reads form %d", ErrBackup, content.Format, archiveFormat)
	}
	return content, nil
}
