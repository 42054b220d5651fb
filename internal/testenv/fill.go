package testenv

import (
	"testing"

	"github.com/muniment/muniment/internal/testenv/fixture"
)

// Fixture creates rows for tests.
type Fixture = fixture.Fixture

// Fill creates a small catalog and runs fill in one transaction; see fixture.Fill.
func (e *Env) Fill(t testing.TB, fill func(f *Fixture)) {
	t.Helper()
	fixture.Fill(t, e.Store, fill)
}
