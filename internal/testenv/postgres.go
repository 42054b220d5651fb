package testenv

import (
	"testing"

	"github.com/muniment/muniment/internal/testenv/database"
)

// Postgres returns the URL of a PostgreSQL database with the current schema and no rows, which only this test uses.
func Postgres(t testing.TB) string {
	t.Helper()
	return database.Postgres(t)
}
