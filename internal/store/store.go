// Package store is the database: SQLite in a data directory, or PostgreSQL. It owns the pools and the one way to write,
// counts and times statements, gives errors their kind, keeps the schema histories and makes backups. It is the only
// package that imports a database driver.
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

// Config says which database to open. Exactly one of Directory and URL is to be given.
type Config struct {
	// Directory is the data directory of SQLite; the database is the file muniment.db in it. It is made when missing.
	Directory string
	// URL is a connection string of PostgreSQL, postgres://user@host/database.
	URL string
	// Readers is the most connections used for reading; 0 chooses by the number of processors.
	Readers int
	// Writers is the most connections used for writing on PostgreSQL; 0 chooses. SQLite has one.
	Writers int
	// ReadOnly opens a database that another process may serve: no lock is taken and every write is refused.
	ReadOnly bool
	// SlowStatement is how long a statement may take before the log names it; 0 is 200 ms.
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
	// snapshots lets so many snapshots be read at once that a reader is left: what reads one may need another reader, for a
	// rule that reads by itself, and would wait for ever if every reader had gone to a snapshot.
	snapshots chan struct{}
	client    *ent.Client
	lock      *lockFile
	activity  activity
	stop      context.CancelFunc
	running   sync.WaitGroup
	close     sync.Once
	closeErr  error
}

// ErrConfig is returned by Open for a Config that names no database, or two.
var ErrConfig = errors.New("name one database: a data directory (SQLite) or a postgres:// URL")

// Open opens the database and proves that it answers. It does not touch the schema: see Migrate.
// It returns ErrConfig, ErrInUse when another process serves the directory, ErrTooOld for a PostgreSQL below 15,
// ErrEncoding for one that is not UTF-8, and ErrUnavailable or ErrDamaged.
func Open(ctx context.Context, config Config) (*Store, error) {
	s, err := closed(config)
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

// closed returns a store without connections.
func closed(config Config) (*Store, error) {
	if (config.Directory == "") == (config.URL == "") {
		return nil, ErrConfig
	}
	s := &Store{engine: SQLite, config: config, log: config.Log, now: clock.Forward(clock.System)}
	if config.URL != "" {
		s.engine = Postgres
	}
	s.snapshots = make(chan struct{}, s.readerCount())
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	return s, nil
}

// Engine returns which database this is.
func (s *Store) Engine() Engine { return s.engine }

// Version changes with every Write of this process, once what it wrote can be read. Others' writes do not change it.
func (s *Store) Version() int64 { return s.activity.commits.Load() }

// Client returns the ent client for reads; each keeps to the scope of its context. What it writes goes to the writer
// too, statement by statement; changes belong in Write.
func (s *Store) Client() *ent.Client { return s.client }

// Ping proves that the database answers a reader. It returns ErrUnavailable or ErrTimeout.
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
				s.leaveSQLite()
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

// Analyze lets the engine look at the data anew, after a bulk load, so that it picks the right indexes.
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

func (s *Store) writerCount() int {
	if s.config.Writers > 0 {
		return s.config.Writers
	}
	return max(4, 2*runtime.NumCPU())
}

func (s *Store) observe(pool string) *observer {
	return &observer{pool: pool, log: s.log, slow: cmp.Or(s.config.SlowStatement, defaultSlow)}
}
