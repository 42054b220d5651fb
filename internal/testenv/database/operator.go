package database

import (
	"context"
	"testing"

	"github.com/muniment/muniment/internal/viewer"
)

// Operator returns the context of a test in which Muniment itself asks, who sees everything.
func Operator(t testing.TB) context.Context {
	t.Helper()
	return viewer.With(t.Context(), viewer.System())
}
