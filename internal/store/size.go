package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// Sizes are sizes in bytes.
type Sizes struct {
	// Database is the size of the database, on SQLite without the write-ahead log.
	Database int64
	// WAL is the size of SQLite's write-ahead log, and Free the free space on the disk of the data directory. They are
	// nil on PostgreSQL, and Free also if it is not known.
	WAL, Free *int64
}

// Sizes returns the sizes of the database.
func (s *Store) Sizes(ctx context.Context) (Sizes, error) {
	if s.engine == Postgres {
		bytes, err := s.one(ctx, "SELECT CAST(pg_database_size(current_database()) AS text)")
		if err != nil {
			return Sizes{}, err
		}
		var sizes Sizes
		if _, err := fmt.Sscan(bytes, &sizes.Database); err != nil {
			return Sizes{}, fmt.Errorf("read the size of the database: %w", err)
		}
		return sizes, nil
	}
	database, err := size(s.file())
	if err != nil {
		return Sizes{}, err
	}
	wal, err := size(s.file() + "-wal")
	if err != nil {
		return Sizes{}, err
	}
	sizes := Sizes{Database: database, WAL: &wal}
	if free, known := freeBytes(s.config.Directory); known {
		sizes.Free = &free
	}
	return sizes, nil
}

// size returns the size of a file, 0 if there is none.
func size(path string) (int64, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, fmt.Errorf("read the size of a file: %w", err)
	}
	return info.Size(), nil
}

// EngineVersion returns the version of the database program, such as 3.53.0 or 15.14.
func (s *Store) EngineVersion(ctx context.Context) (string, error) {
	if s.engine == Postgres {
		return s.one(ctx, "SELECT current_setting('server_version')")
	}
	return s.one(ctx, "SELECT sqlite_version()")
}

// one runs a query for one text.
func (s *Store) one(ctx context.Context, query string) (string, error) {
	found, err := s.read(ctx, query, nil)
	if err != nil {
		return "", err
	}
	defer found.Close()
	var text string
	if found.Next() {
		if err := found.Scan(&text); err != nil {
			return "", Translate(err)
		}
	}
	return text, Translate(found.Err())
}
