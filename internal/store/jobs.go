package store

import (
	"context"
	"database/sql"

	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/riverdriver/riverdatabasesql"
	"github.com/riverqueue/river/riverdriver/riversqlite"
)

// JobDriver returns the database driver for River, the job queue. It shares the writer pool with everything else: on
// SQLite it waits for the only writer, for one statement or one short transaction at a time. It returns ErrReadOnly
// for a store that is read-only.
func (s *Store) JobDriver() (riverdriver.Driver[*sql.Tx], error) {
	if s.writer == nil {
		return nil, ErrReadOnly
	}
	return jobDriver(s.engine, s.writer), nil
}

func jobDriver(engine Engine, db *sql.DB) riverdriver.Driver[*sql.Tx] {
	if engine == SQLite {
		return riversqlite.New(db)
	}
	return riverdatabasesql.New(db)
}

type routineKey struct{}

// Routine returns a context under which slow statements are logged at level debug or, if routine is false, at the
// usual level again. Statements that run every second in the background would fill the log of a busy machine.
func Routine(ctx context.Context, routine bool) context.Context {
	return context.WithValue(ctx, routineKey{}, routine)
}

func isRoutine(ctx context.Context) bool {
	routine, _ := ctx.Value(routineKey{}).(bool)
	return routine
}
