// Package store is the access to the database: SQLite in a data directory, or PostgreSQL. It owns the connection pools
// and all write transactions, counts and times statements, translates errors, migrates the schema and makes backups.
// It is the only package that imports a database driver.
package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"sync"
	"time"

	"entgo.io/ent/dialect"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/clock"
)

// Engine is one of the two databases, under the name ent gives it.
type Engine string

// The engines.
const (
	SQLite   Engine = dialect.SQLite
	Postgres Engine = dialect.Postgres
)

// The names of the pools of connections.
const (
	writerPool = "writer"
	readerPool = "reader"
)

// Config says which database to open. Exactly one of Directory and URL must be set.
type Config struct {
	// Directory is the data directory of SQLite; the database is the file muniment.db in it. Open creates it if it is
	// missing.
	Directory string
	// URL is a connection string of PostgreSQL, postgres://user@host/database.
	URL string
	// Readers is the maximum number of connections for reading; 0 chooses by the number of processors.
	Readers int
	// Writers is the maximum number of connections for writing on PostgreSQL; 0 chooses by the number of processors.
	// SQLite has one.
	Writers int
	// ReadOnly opens a database that another process may be serving: no lock is taken and every write is refused with
	// ErrReadOnly.
	ReadOnly bool
	// SlowStatement is the duration from which a statement is logged as slow; 0 means 200 ms.
	SlowStatement time.Duration
	// Log receives slow statements and what the store does by itself. Nil is silence.
	Log *slog.Logger
}

// Store is an open database. It is safe for concurrent use.
type Store struct {
	engine  Engine
	config  Config
	log     *slog.Logger
	now     clock.Clock
	writer  *sql.DB // nil when read-only
	readers *sql.DB
	// snapshots limits the number of concurrent snapshots to the number of configured readers, and longSnapshots that
	// of long ones. Each kind has connections of its own, and the pool has one more than both: code that reads a
	// snapshot may need a second connection, and would deadlock if snapshots used all of them.
	snapshots, longSnapshots chan struct{}
	client                   *ent.Client
	lock                     *lockFile
	// immutable says that a SQLite database is on a read-only file system.
	immutable bool
	activity  activity
	refusal   refusal
	stop      context.CancelFunc
	running   sync.WaitGroup
	close     sync.Once
	closeErr  error
}

// ErrConfig is returned by Open for a Config that names no database, or two.
var ErrConfig = errors.New("name one database: a data directory (SQLite) or a postgres:// URL")

// Open opens the database and checks that it answers. It does not change the schema: see Migrate.
// It returns ErrConfig, ErrInUse when another process serves the directory, ErrDirectory for a directory or a database
// file that cannot be used, ErrURL, ErrTooOld for a PostgreSQL below 15, ErrEncoding for one that is not UTF-8,
// ErrNoSchema, ErrOtherSchema, ErrSetting, ErrUnavailable, ErrReadOnly or ErrDamaged. Reason returns the
// reason for ErrUnavailable.
func Open(ctx context.Context, config Config) (*Store, error) {
	s, err := newStore(config)
	if err != nil {
		return nil, err
	}
	if s.engine == SQLite {
		err = s.openSQLite(ctx)
	} else {
		err = s.openPostgres(ctx)
	}
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	s.client = s.guarded(ent.NewClient(ent.Driver(&router{store: s})))
	return s, nil
}

// newStore returns a store without connections.
func newStore(config Config) (*Store, error) {
	if (config.Directory == "") == (config.URL == "") {
		return nil, ErrConfig
	}
	s := &Store{engine: SQLite, config: config, log: config.Log, now: clock.Forward(clock.System),
		refusal: refusal{now: time.Now}}
	if config.URL != "" {
		s.engine = Postgres
	}
	s.snapshots, s.longSnapshots = make(chan struct{}, s.readerCount()), make(chan struct{}, LongSnapshots)
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	return s, nil
}

// Engine returns the engine of the database.
func (s *Store) Engine() Engine { return s.engine }

// Version increases with every committed Write of this process, after the change is visible to readers. Writes of
// other processes do not change it.
func (s *Store) Version() int64 { return s.activity.commits.Load() }

// Client returns the ent client for reads; each read is restricted to the scope of its context. Its writes use the
// writer without a transaction around several statements, so changes belong in Write.
func (s *Store) Client() *ent.Client { return s.client }

// Ping runs a trivial query on a reader. It returns ErrUnavailable or ErrTimeout.
func (s *Store) Ping(ctx context.Context) error {
	var one int
	if err := s.readers.QueryRowContext(ctx, "SELECT 1").Scan(&one); err != nil {
		return fmt.Errorf("ping: %w", Translate(err))
	}
	return nil
}

// Close stops the background work and closes every connection. It may be called more than once.
func (s *Store) Close() error {
	s.close.Do(func() {
		if s.stop != nil {
			s.stop()
		}
		s.running.Wait()
		var errs []error
		if s.readers != nil {
			errs = append(errs, s.readers.Close())
		}
		if s.writer != nil {
			if s.engine == SQLite {
				s.optimizeSQLite()
			}
			errs = append(errs, s.writer.Close())
		}
		if s.lock != nil {
			errs = append(errs, s.lock.release())
		}
		s.closeErr = errors.Join(errs...)
	})
	return s.closeErr
}

// Analyze updates the engine's planner statistics after a bulk load, so that it picks the right indexes.
func (s *Store) Analyze(ctx context.Context) error {
	if s.writer == nil {
		return ErrReadOnly
	}
	if _, err := s.writer.ExecContext(ctx, "ANALYZE"); err != nil {
		return fmt.Errorf("analyze: %w", Translate(err))
	}
	return nil
}

func (s *Store) readerCount() int {
	if s.config.Readers > 0 {
		return s.config.Readers
	}
	if s.engine == SQLite {
		return max(2, runtime.NumCPU())
	}
	return max(8, 4*runtime.NumCPU())
}

// readerConnections returns the maximum number of open connections for reading.
func (s *Store) readerConnections() int { return s.readerCount() + LongSnapshots + 1 }

func (s *Store) writerCount() int {
	if s.config.Writers > 0 {
		return s.config.Writers
	}
	return max(4, 2*runtime.NumCPU())
}

func (s *Store) observe(pool string) *observer {
	o := &observer{pool: pool, log: s.log, slow: cmp.Or(s.config.SlowStatement, defaultSlow)}
	if pool == writerPool {
		o.failed = s.noteRefusal
	}
	return o
}
