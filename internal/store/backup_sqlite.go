package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"syscall"
)

func (s *Store) backupSQLite(ctx context.Context, file string) error {
	if err := createPrivate(file); err != nil {
		return targetError(err)
	}
	// This needs a separate connection: the readers refuse the statement, and the only writer must not be blocked.
	db, err := s.openPool(s.asItIs(sqliteDSN(s.file(), sqliteOptions())), "backup", 1)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "VACUUM INTO ?", file)
	switch err := Translate(errors.Join(err, db.Close())); {
	case errors.Is(err, ErrFull): // this statement writes nothing else
		return targetError(&fs.PathError{Op: "write", Path: file, Err: syscall.ENOSPC})
	case err != nil:
		return fmt.Errorf("back up: %w", err)
	}
	return s.checkFile(ctx, file)
}

// checkFile returns ErrBackup unless a file is an undamaged SQLite database. It creates no files next to it.
func (s *Store) checkFile(ctx context.Context, file string) error {
	options := sqliteOptions()
	options.Set("mode", "ro")
	options.Set("immutable", "1")
	db, err := s.openPool(sqliteDSN(file, options), "check", 1)
	if err != nil {
		return err
	}
	defer db.Close()
	problem, err := integrity(ctx, db)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrBackup, err)
	}
	if problem != "" {
		return fmt.Errorf("%w: %s", ErrBackup, problem)
	}
	return nil
}

// integrity returns the first problem that SQLite finds in a file, or "".
func integrity(ctx context.Context, db *sql.DB) (string, error) {
	var answer string
	if err := db.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&answer); err != nil {
		return "", Translate(err)
	}
	if answer == "ok" {
		return "", nil
	}
	return answer, nil
}

// restoreSQLite puts a copy of the backup into a data directory that has no database yet.
// If it fails, it removes what it has created.
func (s *Store) restoreSQLite(ctx context.Context, backup string) (err error) {
	_, missing := os.Lstat(s.config.Directory)
	if err := os.MkdirAll(s.config.Directory, 0o700); err != nil {
		return directoryError(err)
	}
	lock, err := lockDirectory(s.config.Directory)
	if err != nil {
		return err
	}
	defer func() {
		if err == nil {
			err = lock.release()
			return
		}
		_ = lock.discard() // the error that is returned already matters more
		if errors.Is(missing, os.ErrNotExist) {
			_ = os.Remove(s.config.Directory) // only an empty one is removed
		}
	}()
	// SQLite would replay the log of an older database into the restored one.
	for _, rest := range []string{"", "-wal", "-shm", "-journal"} {
		if err := RequireNone(s.file() + rest); err != nil {
			return err
		}
	}
	draft, err := os.MkdirTemp(s.config.Directory, ".muniment-restore-")
	if err != nil {
		return directoryError(err)
	}
	defer os.RemoveAll(draft)
	// A database in use also needs its write-ahead log, and a backup is a single file.
	if log, err := os.Stat(backup + "-wal"); err == nil && log.Size() > 0 {
		return fmt.Errorf("%w: %s is in use, or was not closed; make one with muniment backup", ErrBackup, backup)
	}
	copied := filepath.Join(draft, "copy")
	if err := copyFile(backup, copied); err != nil {
		return err
	}
	if err := s.checkFile(ctx, copied); err != nil {
		return err
	}
	if err := s.checkBackupSchema(ctx, copied); err != nil {
		return err
	}
	return publish(copied, s.file())
}

// checkBackupSchema returns ErrBackup for a database without Muniment's schema, and ErrNewerSchema for one that a
// newer program created.
func (s *Store) checkBackupSchema(ctx context.Context, file string) error {
	options := url.Values{"mode": {"ro"}, "immutable": {"1"}}
	db, err := s.openPool(sqliteDSN(file, options), "check", 1)
	if err != nil {
		return err
	}
	defer db.Close()
	look := &Store{config: s.config, engine: SQLite, log: s.log, now: s.now, readers: db}
	steps, err := look.SchemaStatus(ctx)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrBackup, err)
	}
	return checkSteps(steps)
}

func checkSteps(steps []SchemaStep) error {
	applied := 0
	for _, step := range steps {
		if step.AppliedAt != nil {
			applied++
		}
	}
	if applied == 0 {
		return fmt.Errorf("%w: it has no schema of Muniment", ErrBackup)
	}
	// An older backup is fine: the next start migrates it.
	if err := compareSchema(steps); err != nil && !errors.Is(err, ErrPendingMigrations) {
		return err
	}
	return nil
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return fmt.Errorf("read the backup: %w", err)
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return directoryError(err)
	}
	_, err = io.Copy(out, in)
	if err := errors.Join(err, out.Close()); err != nil {
		return fmt.Errorf("restore: %w", fileError(err))
	}
	return nil
}
