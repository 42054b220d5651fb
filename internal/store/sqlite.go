package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"syscall"
	"time"

	"modernc.org/sqlite"

	"github.com/muniment/muniment/internal/regular"
)

// FileName is the name of the SQLite database in its data directory.
const FileName = "muniment.db"

const (
	// busyTimeout is how long a statement waits for another process, in milliseconds.
	busyTimeout = 5000
	// readerCache and writerCache are sizes of page caches in KiB. Readers map the file instead; the writer's cache
	// must hold the index pages that a bulk load changes.
	readerCache = 2 << 10
	writerCache = 32 << 10
	// checkpointPages is the size of the log, in pages, from which SQLite checkpoints it: 16 MB.
	checkpointPages = 4000
	// journalLimit is the size in bytes to which the log is truncated after a checkpoint.
	journalLimit = 64 << 20
	// checkpointEvery is the interval at which the log is checkpointed if nothing is being written.
	checkpointEvery = 30 * time.Second
	// analysisLimit is the maximum number of rows that PRAGMA optimize reads in each index.
	analysisLimit = 1000
)

// mapSize returns how many bytes of the file a connection maps into memory: all that SQLite allows, or less on 32-bit
// systems.
func mapSize() int64 {
	if strconv.IntSize < 64 {
		return 128 << 20
	}
	return 0x7fff0000
}

// activity tells the checkpoint loop whether anything was written since its last round.
type activity struct {
	writes atomic.Int64
	// commits counts the committed writes of this process. It is incremented after the commit is visible to readers.
	commits atomic.Int64
}

// sqliteDSN returns a data source name with the file and all pragmas; the driver applies them to every new connection.
func sqliteDSN(file string, options url.Values) string {
	absolute, err := filepath.Abs(file)
	if err != nil {
		absolute = file
	}
	path := filepath.ToSlash(absolute)
	if path[0] != '/' {
		path = "/" + path
	}
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + options.Encode()
}

func sqliteOptions() url.Values {
	return url.Values{
		"_busy_timeout": {strconv.Itoa(busyTimeout)},
		"_foreign_keys": {"1"},
		"_synchronous":  {"FULL"},
		"_dqs":          {"0"},
		"_pragma":       {fmt.Sprintf("mmap_size(%d)", mapSize())},
	}
}

func writerDSN(file string) string {
	options := sqliteOptions()
	options.Set("_journal_mode", "WAL")
	options.Set("_txlock", "immediate")
	options.Add("_pragma", fmt.Sprintf("cache_size(-%d)", writerCache))
	options.Add("_pragma", fmt.Sprintf("wal_autocheckpoint(%d)", checkpointPages))
	options.Add("_pragma", fmt.Sprintf("journal_size_limit(%d)", journalLimit))
	options.Add("_pragma", fmt.Sprintf("analysis_limit(%d)", analysisLimit))
	return sqliteDSN(file, options)
}

func readerDSN(file string) string {
	options := sqliteOptions()
	options.Set("_query_only", "1")
	options.Add("_pragma", fmt.Sprintf("cache_size(-%d)", readerCache))
	return sqliteDSN(file, options)
}

// openPool opens a pool of n observed SQLite connections that are never closed when idle.
func (s *Store) openPool(dsn, name string, n int) (*sql.DB, error) {
	base, err := sqlite.NewConnector(dsn)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", name, err)
	}
	watch := s.observe(name)
	db := sql.OpenDB(connector{base, func(conn driver.Conn) driver.Conn { return watchSQLite(conn, watch) }})
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	return db, nil
}

func (s *Store) file() string { return filepath.Join(s.config.Directory, FileName) }

func (s *Store) openSQLite(ctx context.Context) error {
	file := s.file()
	if s.config.ReadOnly {
		if err := readable(file); err != nil {
			return directoryError(err)
		}
		s.immutable = isImmutable(file)
	} else {
		if err := os.MkdirAll(s.config.Directory, 0o700); err != nil {
			return directoryError(err)
		}
		var err error
		if s.lock, err = lockDirectory(s.config.Directory); err != nil {
			return err
		}
		if err := createPrivate(file); err != nil {
			return directoryError(err)
		}
		// The writer is opened first: it switches the file to WAL mode, which readers cannot do.
		if s.writer, err = s.openPool(writerDSN(file), writerPool, 1); err != nil {
			return err
		}
		if err := s.writer.PingContext(ctx); err != nil {
			return fmt.Errorf("open the database: %w", Translate(err))
		}
	}
	var err error
	if s.readers, err = s.openPool(s.asItIs(readerDSN(file)), readerPool, s.readerConnections()); err != nil {
		return err
	}
	if err := s.Ping(ctx); err != nil {
		if s.config.ReadOnly && errors.Is(err, ErrUnavailable) {
			// SQLite says only that it cannot open the file. It may need to create files beside it.
			if err := s.probeCreate(); err != nil {
				return err
			}
		}
		return fmt.Errorf("open the database: %w", err)
	}
	if s.writer != nil {
		background, stop := context.WithCancel(context.WithoutCancel(ctx))
		s.stop = stop
		s.running.Go(func() { s.checkpointLoop(background) })
	}
	return nil
}

// ErrDirectory is returned for a data directory, or a file in it, that does not exist or may not be used. The error of
// the operating system is in the chain.
var ErrDirectory = errors.New("the data directory cannot be used")

// directoryError returns ErrDirectory, with ErrReadOnly if the file system is read-only, or ErrFull if there is no
// space, with the error of the operating system.
func directoryError(err error) error {
	if failure := fileError(err); errors.Is(failure, ErrFull) {
		return failure
	}
	if errors.Is(err, syscall.EROFS) {
		err = readOnlyFileSystem{err}
	}
	return fmt.Errorf("%w: %w", ErrDirectory, err)
}

// readOnlyFileSystem is an error of the operating system that is also ErrReadOnly.
type readOnlyFileSystem struct{ error }

func (e readOnlyFileSystem) Unwrap() []error { return []error{ErrReadOnly, e.error} }

// fileError returns ErrFull if there is no space, and every other error of the operating system unchanged.
func fileError(err error) error {
	if translated := Translate(err); errors.Is(translated, ErrFull) {
		return translated
	}
	return err
}

// readable returns an error unless a path names a regular file that can be opened for reading.
func readable(file string) error {
	f, err := regular.Open(file)
	if err != nil {
		return err
	}
	return f.Close()
}

// isImmutable reports whether a database is on a read-only file system and nobody has it open: a process that has,
// perhaps through another mount that takes changes, keeps a log beside it. SQLite has to be told so, because it cannot
// create the files with which processes that share a database agree.
func isImmutable(file string) bool {
	f, err := os.OpenFile(file, os.O_RDWR, 0)
	if err == nil {
		_ = f.Close()
		return false
	}
	_, missing := os.Stat(file + "-wal")
	return errors.Is(err, syscall.EROFS) && errors.Is(missing, fs.ErrNotExist)
}

// asItIs adds to a data source name that the file cannot change, if that is so.
func (s *Store) asItIs(dsn string) string {
	if !s.immutable {
		return dsn
	}
	return dsn + "&mode=ro&immutable=1"
}

// probeCreate returns an error unless a file can be created in the data directory.
func (s *Store) probeCreate() error {
	file, err := os.CreateTemp(s.config.Directory, ".read-probe-*")
	if err != nil {
		return directoryError(err)
	}
	return errors.Join(file.Close(), os.Remove(file.Name()))
}

// createPrivate creates an empty file with mode 0600 unless it exists. SQLite would apply the umask only.
func createPrivate(file string) error {
	if err := regular.Check(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := os.OpenFile(file, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// checkpointLoop checkpoints the log whenever nothing was written for one round, so that a burst of writes does not
// leave a large log for readers to search.
func (s *Store) checkpointLoop(ctx context.Context) {
	ticker := time.NewTicker(checkpointEvery)
	defer ticker.Stop()
	var seen, done int64
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			now := s.activity.writes.Load()
			if now == seen && now != done {
				if err := s.Checkpoint(ctx); err != nil {
					s.log.WarnContext(ctx, "checkpoint", slog.Any("error", err))
				} else {
					done = now
				}
			}
			seen = now
		}
	}
}

// Checkpoint copies SQLite's write-ahead log into the database file and truncates it. If a reader uses the log, or
// another process writes, it copies what it can without waiting and returns ErrBusy. On PostgreSQL it does nothing.
func (s *Store) Checkpoint(ctx context.Context) error {
	if s.engine != SQLite {
		return nil
	}
	if s.writer == nil {
		return ErrReadOnly
	}
	conn, err := s.writer.Conn(ctx)
	if err != nil {
		return fmt.Errorf("checkpoint: %w", Translate(err))
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, "PRAGMA busy_timeout = 0"); err != nil {
		return fmt.Errorf("checkpoint: %w", Translate(err))
	}
	var busy, log, written int
	err = conn.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &log, &written)
	_, restored := conn.ExecContext(context.WithoutCancel(ctx), fmt.Sprintf("PRAGMA busy_timeout = %d", busyTimeout))
	switch {
	case err != nil:
		return fmt.Errorf("checkpoint: %w", Translate(err))
	case restored != nil:
		return fmt.Errorf("checkpoint: %w", Translate(restored))
	case busy != 0:
		return fmt.Errorf("checkpoint: %w", &Error{Kind: ErrBusy})
	}
	return nil
}

// optimizeSQLite prepares the file for the next start: it updates the planner's statistics if SQLite thinks that it is
// worth it.
func (s *Store) optimizeSQLite() {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if _, err := s.writer.ExecContext(ctx, "PRAGMA optimize"); err != nil {
		s.log.Warn("optimize", slog.Any("error", err))
	}
}
