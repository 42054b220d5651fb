package testenv

import (
	"context"
	"testing"

	"github.com/muniment/muniment/internal/testenv/database"
)

// Operator returns the context of a test with the system viewer, who sees all rows.
func Operator(t testing.TB) context.Context {
	t.Helper()
	return database.Operator(t)
}
