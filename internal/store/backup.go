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

// Backup copies the database as it is now into a new file that only its owner may read. Others may go on writing. On
// SQLite the copy is a database itself; on PostgreSQL it is an archive that Restore reads. The file has its name only
// once the copy is whole, checked and on the disk. It returns ErrExists when the file is there.
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
// backup keeps its schema; Migrate brings it up to date. It returns ErrExists, ErrInUse, ErrBackup or ErrNewerSchema,
// and the target is then as it was, aside from empty tables on PostgreSQL.
func Restore(ctx context.Context, config Config, file string) error {
	s, err := closed(config)
	if err != nil {
		return err
	}
	if s.engine == SQLite {
		return s.restoreSQLite(ctx, file)
	}
	return s.restorePostgres(ctx, file)
}

// publish gives a finished file its name, unless the name was taken meanwhile, and brings both to the disk.
func publish(finished, file string) error {
	f, err := os.OpenFile(finished, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("finish %s: %w", file, err)
	}
	if err := errors.Join(f.Chmod(0o600), f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("finish %s: %w", file, err)
	}
	// Unlike a rename, a link does not replace. Not every file system has links.
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
