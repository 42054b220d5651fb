package testenv

import (
	"testing"

	"github.com/muniment/muniment/internal/testenv/fixture"
)

// Fixture writes rows for tests.
type Fixture = fixture.Fixture

// Fill runs fill in one transaction over a small catalog; see fixture.Fill.
func (e *Env) Fill(t testing.TB, fill func(f *Fixture)) {
	t.Helper()
	fixture.Fill(t, e.Store, fill)
}
