package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/muniment/muniment/ent"
)

const (
	// attempts is the maximum number of times that Write runs one change on PostgreSQL.
	attempts = 6
	// firstPause is the mean of the first randomized pause between two attempts; it doubles with each attempt.
	firstPause = 5 * time.Millisecond
	// commitTime is the timeout of a COMMIT. The caller's deadline does not apply, because the outcome of an
	// interrupted COMMIT is unknown.
	commitTime = 30 * time.Second
	// changeTime bounds a change on PostgreSQL, from its beginning to its COMMIT. Changes run side by side there, so
	// that rows may become visible that long after the moment that stands in them. With commitTime it is less than the
	// five minutes by which docs/filters.md tells mirrors to look back.
	changeTime = 4 * time.Minute
)

// ErrNested is returned by a Write inside the function of another Write: on SQLite it would deadlock.
var ErrNested = errors.New("a write inside a write")

type writingKey struct{}

// Write runs change in one transaction and commits it if change returns nil. If change returns an error or panics, the
// transaction is rolled back. change may run more than once: on PostgreSQL after a serialization failure or a
// deadlock, and after a connection is lost before COMMIT. So it must set its results anew each time and have no effect
// that a rollback does not undo.
//
// A change takes at most four minutes on PostgreSQL. Once ctx is done no further statement begins and nothing is
// committed. On SQLite a statement that runs is not cut off, which would take the whole transaction with it, and in
// time that of others.
//
// It returns the error of change, or a store error: ErrTimeout, ErrBusy, ErrFull, ErrReadOnly, ErrUnavailable,
// ErrNested.
func (s *Store) Write(ctx context.Context, change func(ctx context.Context, tx Tx) error) error {
	if s.writer == nil {
		return ErrReadOnly
	}
	if ctx.Value(writingKey{}) != nil {
		return ErrNested
	}
	pause := firstPause
	for attempt := 1; ; attempt++ {
		err := s.writeOnce(ctx, change)
		if err == nil || attempt == attempts || s.engine != Postgres || !repeatable(err) {
			return err
		}
		select {
		case <-ctx.Done():
			return Translate(ctx.Err())
		case <-time.After(pause/2 + rand.N(pause)):
		}
		pause *= 2
	}
}

// isolation returns how transactions are isolated from each other. PostgreSQL is told with each transaction, because
// the database may have another default.
func (s *Store) isolation() *sql.TxOptions {
	if s.engine == Postgres {
		return &sql.TxOptions{Isolation: sql.LevelReadCommitted}
	}
	return nil
}

func (s *Store) writeOnce(ctx context.Context, change func(context.Context, Tx) error) (err error) {
	conn, err := s.writer.Conn(ctx)
	if err != nil {
		return fmt.Errorf("wait for the writer: %w", Translate(err))
	}
	defer conn.Close()
	// The transaction does not use ctx: when ctx is done, database/sql would roll it back from another goroutine at
	// any moment.
	open, err := conn.BeginTx(context.WithoutCancel(ctx), s.isolation())
	if err != nil {
		return fmt.Errorf("begin: %w", Translate(err))
	}
	committed := false
	defer func() {
		if committed {
			return
		}
		if undo := open.Rollback(); undo != nil && !errors.Is(undo, sql.ErrTxDone) && err != nil {
			err = errors.Join(err, fmt.Errorf("roll back: %w", Translate(undo)))
		}
	}()
	s.activity.writes.Add(1)
	state := &txState{store: s, conn: conn, tx: open}
	if s.engine == Postgres {
		var end context.CancelFunc
		ctx, end = context.WithTimeout(ctx, changeTime)
		defer end()
	}
	state.client = s.guarded(ent.NewClient(ent.Driver(&txDriver{state})))
	if err := change(context.WithValue(ctx, writingKey{}, true), Tx{state}); err != nil {
		return Translate(err)
	}
	if err := ctx.Err(); err != nil {
		return Translate(err)
	}
	committed = true
	defer s.activity.commits.Add(1)
	if err := open.Commit(); err != nil {
		return fmt.Errorf("%w: %w", errCommit, Translate(err))
	}
	return nil
}
