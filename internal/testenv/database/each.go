package database

import (
	"testing"

	"github.com/muniment/muniment/internal/store"
)

// Each runs a test with an open, migrated, empty store of each engine.
func Each(t *testing.T, test func(t *testing.T, s *store.Store)) {
	t.Helper()
	EachConfig(t, func(t *testing.T, config store.Config) { test(t, Open(t, config)) })
}

// EachConfig runs a test with the configuration of an empty store of each engine. PostgreSQL has the schema already.
func EachConfig(t *testing.T, test func(t *testing.T, config store.Config)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { test(t, store.Config{Directory: t.TempDir()}) })
	t.Run("postgres", func(t *testing.T) { test(t, store.Config{URL: Postgres(t)}) })
}
