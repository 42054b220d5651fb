package database

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/muniment/muniment/internal/store"
)

// Open opens a store with the current schema, which is closed at the end of the test. For SQLite it copies a database
// that was migrated once into an empty directory, because the migrations take half a second with the race detector.
func Open(t testing.TB, config store.Config) *store.Store {
	t.Helper()
	if config.URL == "" {
		if err := copySchema(config.Directory); err != nil {
			t.Fatal(err)
		}
	}
	s, err := store.Open(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("close the store: %v", err)
		}
	})
	if _, err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	return s
}

// migrated returns the content of an SQLite file with the current schema and no rows.
var migrated = sync.OnceValues(func() (file []byte, err error) {
	directory, err := os.MkdirTemp("", "muniment-schema-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(directory)) }()
	ctx := context.Background()
	s, err := store.Open(ctx, store.Config{Directory: directory})
	if err != nil {
		return nil, err
	}
	_, err = s.Migrate(ctx)
	if err := errors.Join(err, s.Close()); err != nil {
		return nil, fmt.Errorf("make the file that others are copied from: %w", err)
	}
	return os.ReadFile(filepath.Join(directory, store.FileName))
})

func copySchema(directory string) error {
	there, err := os.ReadDir(directory)
	if err != nil && !errors.Is(err, fs.ErrNotExist) || len(there) > 0 {
		return err
	}
	if err := os.MkdirAll(directory, 0o700); err != nil {
		return err
	}
	file, err := migrated()
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(directory, store.FileName), file, 0o600)
}
