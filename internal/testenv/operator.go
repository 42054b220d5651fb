package testenv

import (
	"context"
	"testing"

	"github.com/muniment/muniment/internal/testenv/database"
)

// Operator returns the context of a test in which Muniment itself asks, who sees everything.
func Operator(t testing.TB) context.Context {
	t.Helper()
	return database.Operator(t)
}
