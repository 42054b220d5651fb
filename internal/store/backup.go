package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/muniment/muniment/internal/regular"
)

var (
	// ErrExists is returned where a file or database that holds something would be overwritten.
	ErrExists = errors.New("the file or database already exists and is not overwritten")
	// ErrBackup is returned for a backup that is not whole, or not one of this engine.
	ErrBackup = errors.New("not a usable backup")
	// ErrTarget is returned if the file of a backup cannot be written. The error of the operating system is in the
	// chain. Nothing is wrong with the database.
	ErrTarget = errors.New("the backup cannot be written")
	// ErrOtherEngine is returned, together with ErrBackup, for a backup of the other engine.
	ErrOtherEngine = errors.New("it was made from the other database engine")
)

// Backup copies the current state of the database into a new file with mode 0600. Writers are not blocked. On
// SQLite the copy is a database itself; on PostgreSQL it is an archive that Restore reads. The file gets its name only
// after the copy is complete, verified and synced to disk. It returns ErrExists if the file exists, and ErrTarget if it
// cannot be written.
func (s *Store) Backup(ctx context.Context, file string) error {
	if err := RequireNone(file); err != nil {
		return err
	}
	draft, err := os.MkdirTemp(filepath.Dir(file), ".muniment-backup-")
	if err != nil {
		return targetError(err)
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
	switch err := publish(copied, file); {
	case err == nil, errors.Is(err, ErrExists):
		return err
	default:
		return targetError(err)
	}
}

func targetError(err error) error { return fmt.Errorf("%w: %w", ErrTarget, err) }

// target is the file of a backup. It remembers why it could not be written, because the engine, which is handed only
// the writer, may not.
type target struct {
	*os.File
	failed error
}

// Write implements io.Writer.
func (t *target) Write(text []byte) (int, error) {
	n, err := t.File.Write(text)
	if err != nil && t.failed == nil {
		t.failed = targetError(err)
	}
	return n, err
}

// RequireNone returns ErrExists if there is a file of a name already, and the error of the operating system if that
// cannot be found out.
func RequireNone(file string) error {
	switch _, err := os.Lstat(file); {
	case err == nil:
		return fmt.Errorf("%w: %s", ErrExists, file)
	case errors.Is(err, fs.ErrNotExist):
		return nil
	default:
		return fmt.Errorf("look for %s: %w", file, err)
	}
}

// Restore fills an empty database from a backup of the same engine: on SQLite a data directory without a database, on
// PostgreSQL a database without tables, or with the backup's schema and no rows. The server must be stopped. An older
// backup keeps its schema; Migrate brings it up to date. It returns ErrExists, ErrInUse, ErrBackup or ErrNewerSchema;
// the target is then unchanged, except that on PostgreSQL empty tables may have been created. If the file cannot be
// read, it returns the error of the operating system.
func Restore(ctx context.Context, config Config, file string) error {
	s, err := newStore(config)
	if err != nil {
		return err
	}
	if err := s.checkFormat(file); err != nil {
		return err
	}
	if s.engine == SQLite {
		return s.restoreSQLite(ctx, file)
	}
	return s.restorePostgres(ctx, file)
}

// sqliteMagic begins every SQLite database, and archiveMagic every archive of PostgreSQL's tables.
const (
	sqliteMagic  = "SQLite format 3\x00"
	archiveMagic = "PK\x03\x04"
)

// checkFormat returns ErrBackup unless a file begins as a backup of this engine does, with ErrOtherEngine if it begins
// as one of the other engine does.
func (s *Store) checkFormat(file string) error {
	in, err := regular.Open(file)
	if errors.Is(err, syscall.EISDIR) || errors.Is(err, regular.ErrNotRegular) {
		return fmt.Errorf("%w: %w", ErrBackup, err)
	}
	if err != nil {
		return fmt.Errorf("read the backup: %w", err)
	}
	defer in.Close()
	start := make([]byte, len(sqliteMagic))
	n, err := io.ReadFull(in, start)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("read the backup: %w", err)
	}
	own, other := sqliteMagic, archiveMagic
	if s.engine == Postgres {
		own, other = archiveMagic, sqliteMagic
	}
	switch text := string(start[:n]); {
	case strings.HasPrefix(text, own):
		return nil
	case strings.HasPrefix(text, other):
		return fmt.Errorf("%w: %w", ErrBackup, ErrOtherEngine)
	}
	return fmt.Errorf("%w: %s was not written by muniment backup", ErrBackup, file)
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
		if err := RequireNone(file); err != nil {
			return err
		}
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
