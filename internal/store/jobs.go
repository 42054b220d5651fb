package store

import (
	"context"
	"database/sql"

	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/riverdriver/riverdatabasesql"
	"github.com/riverqueue/river/riverdriver/riversqlite"
)

// JobDriver returns the way for River, the job queue, to the database. It takes the writer like every other: on SQLite
// it waits in the same line, one statement or one short transaction at a time. It returns ErrReadOnly for a store that
// only reads.
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

// Routine returns a context under which slow statements are logged at level debug, or at the usual one again: what
// runs every second by itself would fill the log of a busy machine.
func Routine(ctx context.Context, routine bool) context.Context {
	return context.WithValue(ctx, routineKey{}, routine)
}

func isRoutine(ctx context.Context) bool {
	routine, _ := ctx.Value(routineKey{}).(bool)
	return routine
}
