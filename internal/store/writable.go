package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"
)

const (
	// probeEvery is the shortest interval between two attempts to write only to see whether that is possible again.
	probeEvery = time.Second
	// probeSize is how many bytes such an attempt writes.
	probeSize = 256 << 10
	// writerWait is how long Writable waits for a connection that writes.
	writerWait = 500 * time.Millisecond
)

// refusal remembers that the database refused a write for a reason that lasts: it is full, or takes only reads.
type refusal struct {
	mu     sync.Mutex
	err    error // nil if writes succeed
	probed time.Time
	// now measures the time between two probes; tests replace it. Unlike the time of changes it goes on even if the
	// clock of the machine is set back.
	now func() time.Time
}

// noteRefusal remembers an error of the writer if its reason lasts.
func (s *Store) noteRefusal(err error) {
	if !errors.Is(err, ErrFull) && !errors.Is(err, ErrReadOnly) {
		return
	}
	s.refusal.mu.Lock()
	defer s.refusal.mu.Unlock()
	s.refusal.err = err
}

// Writable returns nil if the database takes writes. Otherwise it returns ErrFull, ErrReadOnly, ErrUnavailable or
// ErrTimeout. It writes something only after a write was refused, to see whether that is over.
func (s *Store) Writable(ctx context.Context) error {
	if s.writer == nil {
		return ErrReadOnly
	}
	if s.engine == Postgres {
		if err := s.requireWritableSession(ctx); err != nil {
			return err
		}
	}
	s.refusal.mu.Lock()
	now := s.refusal.now()
	known, recent := s.refusal.err, now.Sub(s.refusal.probed) < probeEvery
	if known != nil && !recent {
		s.refusal.probed = now
	}
	s.refusal.mu.Unlock()
	if known == nil || recent {
		return known
	}
	if err := s.probe(ctx); err != nil {
		return err
	}
	s.refusal.mu.Lock()
	defer s.refusal.mu.Unlock()
	if s.refusal.err == known {
		s.refusal.err = nil
	}
	return nil
}

// requireWritableSession returns ErrReadOnly if PostgreSQL takes only reads: it is a standby server, or its
// configuration, the database or the role says so. If all connections are writing, it returns nil.
func (s *Store) requireWritableSession(ctx context.Context) error {
	limited, cancel := context.WithTimeout(ctx, writerWait)
	defer cancel()
	conn, err := s.writer.Conn(limited)
	if err != nil {
		if ctx.Err() == nil && errors.Is(err, context.DeadlineExceeded) && s.writer.Stats().InUse > 0 {
			return nil
		}
		return fmt.Errorf("try to write: %w", Translate(err))
	}
	defer conn.Close()
	var readOnly bool
	if err := conn.QueryRowContext(ctx, "SELECT current_setting('transaction_read_only')::bool").
		Scan(&readOnly); err != nil {
		return fmt.Errorf("try to write: %w", Translate(err))
	}
	if !readOnly {
		return nil
	}
	return conn.Raw(func(driver any) error {
		if session, ok := driver.(*postgresConn); ok {
			session.refused = true // the pool replaces it
		}
		return &Error{Kind: ErrReadOnly}
	})
}

// probe writes some data that takes space on the disk, and removes it.
func (s *Store) probe(ctx context.Context) error {
	if s.engine == SQLite {
		if err := s.probeDirectory(); err != nil {
			return err
		}
	}
	return s.Write(ctx, func(ctx context.Context, tx Tx) error {
		if s.engine == SQLite {
			_, err := tx.Exec(ctx, "PRAGMA user_version = 0") // writes the first page; nothing else uses the number
			return err
		}
		_, err := tx.Exec(ctx, fmt.Sprintf(`CREATE TEMPORARY TABLE write_probe ON COMMIT DROP AS
			SELECT repeat('x', 1000) AS filler FROM generate_series(1, %d)`, probeSize/1000))
		var failure *Error
		if errors.As(err, &failure) && failure.Code == "42501" {
			return nil // the role may make no temporary tables; the next change shows what is the case
		}
		return err
	})
}

// probeDirectory writes a file into the data directory and removes it.
func (s *Store) probeDirectory() error {
	file, err := os.CreateTemp(s.config.Directory, ".write-probe-*")
	if err != nil {
		return fmt.Errorf("try to write: %w", directoryError(err))
	}
	_, err = file.Write(make([]byte, probeSize))
	if err == nil {
		err = file.Sync()
	}
	if err := errors.Join(err, file.Close(), os.Remove(file.Name())); err != nil {
		return fmt.Errorf("try to write: %w", directoryError(err))
	}
	return nil
}
