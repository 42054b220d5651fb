package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

var (
	// ErrExists is returned where a file or database that holds something would be overwritten.
	ErrExists = errors.New("the file or database already exists and is not overwritten")
	// ErrBackup is returned for a backup that is not whole, or not one of this engine.
	ErrBackup = errors.New("not a usable backup")
)

// Backup copies the current state of the database into a new file with mode 0600. Writers are not blocked. On
// SQLite the copy is a database itself; on PostgreSQL it is an archive that Restore reads. The file gets its name only
// after the copy is complete, verified and synced to disk. It returns ErrExists if the file exists.
func (s *Store) Backup(ctx context.Context, file string) error {
	if _, err := os.Lstat(file); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: %s", ErrExists, file)
	}
	draft, err := os.MkdirTemp(filepath.Dir(file), ".muniment-backup-")
	if err != nil {
		return fmt.Errorf("%w: make the backup: %w", ErrUnavailable, err)
	}
	defer os.RemoveAll(draft)
	copied := filepath.Join(draft, "copy")
	if s.engine == SQLite {
		err = s.backupSQLite(ctx, copied)
	} else {
		err = s.backupPostgres(ctx, copied)
	}
	if err != nil {
		return err
	}
	return publish(copied, file)
}

// Restore fills an empty database from a backup of the same engine: on SQLite a data directory without a database, on
// PostgreSQL a database without tables, or with the backup's schema and no rows. The server must be stopped. An older
// backup keeps its schema; Migrate brings it up to date. It returns ErrExists, ErrInUse, ErrBackup or ErrNewerSchema;
// the target is then unchanged, except that on PostgreSQL empty tables may have been created.
func Restore(ctx context.Context, config Config, file string) error {
	s, err := newStore(config)
	if err != nil {
		return err
	}
	if s.engine == SQLite {
		return s.restoreSQLite(ctx, file)
	}
	return s.restorePostgres(ctx, file)
}

// publish gives a finished file its final name and syncs the file and its directory. It returns ErrExists if another
// process created a file of that name meanwhile.
func publish(finished, file string) error {
	f, err := os.OpenFile(finished, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("finish %s: %w", file, err)
	}
	if err := errors.Join(f.Chmod(0o600), f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("finish %s: %w", file, err)
	}
	// Unlike a rename, a link does not replace an existing file. Not every file system has links.
	err = os.Link(finished, file)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		err = os.Rename(finished, file)
	}
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%w: %s", ErrExists, file)
	}
	if err != nil {
		return fmt.Errorf("finish %s: %w", file, err)
	}
	directory, err := os.Open(filepath.Dir(file))
	if err != nil {
		return fmt.Errorf("finish %s: %w", file, err)
	}
	// Some systems cannot sync a directory; the file itself is safe.
	_ = directory.Sync()
	return directory.Close()
}
