package store_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

// eachTarget runs a test for each engine. target returns the configuration of a new, empty database.
func eachTarget(t *testing.T, test func(t *testing.T, target func() store.Config)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) {
		test(t, func() store.Config { return store.Config{Directory: filepath.Join(t.TempDir(), "data")} })
	})
	t.Run("postgres", func(t *testing.T) {
		test(t, func() store.Config { return store.Config{URL: database.EmptyPostgres(t)} })
	})
}

// family writes two linked accounts whose names have characters that are hard to back up correctly.
func family(t *testing.T, s *store.Store) {
	t.Helper()
	if err := s.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
		parent, err := addAccount(ctx, tx, "tab\there, \\N and \\. and\nnew line")
		if err != nil {
			return err
		}
		child, err := addAccount(ctx, tx, "Ωmega \"quoted\" 'x' \u0001")
		if err != nil {
			return err
		}
		if _, err := addLine(ctx, tx, "line"); err != nil {
			return err
		}
		return tx.Client().AccountLink.Create().SetParentID(parent).SetChildID(child).Exec(ctx)
	}); err != nil {
		t.Fatal(err)
	}
}

func familyNames(t *testing.T, s *store.Store) map[gid.ID]string {
	t.Helper()
	found, err := s.Client().Account.Query().All(database.Operator(t))
	if err != nil {
		t.Fatal(err)
	}
	byID := make(map[gid.ID]string)
	for _, account := range found {
		byID[account.ID] = account.Name
	}
	return byID
}

func TestBackupAndRestore(t *testing.T) {
	eachTarget(t, func(t *testing.T, target func() store.Config) {
		ctx := database.Operator(t)
		s := database.Open(t, target())
		family(t, s)
		file := filepath.Join(t.TempDir(), "backup")
		if err := s.Backup(ctx, file); err != nil {
			t.Fatal(err)
		}
		if err := s.Backup(ctx, file); !errors.Is(err, store.ErrExists) {
			t.Errorf("over a file: %v, want %v", err, store.ErrExists)
		}
		config := target()
		if err := store.Restore(ctx, config, file); err != nil {
			t.Fatal(err)
		}
		restored := openEmpty(t, config)
		if err := restored.RequireSchema(ctx); err != nil {
			t.Error(err)
		}
		want, got := familyNames(t, s), familyNames(t, restored)
		if len(want) != 2 || len(got) != 2 {
			t.Fatalf("%d accounts became %d", len(want), len(got))
		}
		for id, name := range want {
			if got[id] != name {
				t.Errorf("%q became %q", name, got[id])
			}
		}
		// New rows get ids after those of the restored ones.
		if err := restored.Write(ctx, func(ctx context.Context, tx store.Tx) error {
			link, err := tx.Client().AccountLink.Query().Only(ctx)
			if err != nil {
				return err
			}
			return tx.Client().AccountLink.Create().SetParentID(link.ChildID).SetChildID(link.ParentID).Exec(ctx)
		}); err != nil {
			t.Errorf("a new link: %v", err)
		}
		if err := store.Restore(ctx, config, file); !errors.Is(err, store.ErrInUse) {
			t.Errorf("while it is open: %v", err)
		}
		if err := restored.Close(); err != nil {
			t.Fatal(err)
		}
		if err := store.Restore(ctx, config, file); !errors.Is(err, store.ErrExists) {
			t.Errorf("over rows: %v, want %v", err, store.ErrExists)
		}
	})
}

func TestRestoreIntoAMigratedEmptyDatabase(t *testing.T) {
	file := filepath.Join(t.TempDir(), "backup")
	s := database.Open(t, store.Config{URL: database.Postgres(t)})
	family(t, s)
	if err := s.Backup(database.Operator(t), file); err != nil {
		t.Fatal(err)
	}
	config := store.Config{URL: database.PostgresAlone(t)}
	if err := store.Restore(database.Operator(t), config, file); err != nil {
		t.Fatal(err)
	}
	if got := familyNames(t, openEmpty(t, config)); len(got) != 2 {
		t.Errorf("%d accounts, want 2", len(got))
	}
}

func TestRestoreRefusesWhatIsNoBackup(t *testing.T) {
	eachTarget(t, func(t *testing.T, target func() store.Config) {
		ctx := database.Operator(t)
		s := database.Open(t, target())
		family(t, s)
		directory := t.TempDir()
		good := filepath.Join(directory, "good")
		if err := s.Backup(ctx, good); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(good)
		if err != nil {
			t.Fatal(err)
		}
		damaged := append([]byte(nil), text...)
		// The damage begins at the header of a page: damage in the unused part of a page would not be noticed.
		from := len(damaged) / 3 / 4096 * 4096
		for i := from; i < from+2000 && i < len(damaged); i++ {
			damaged[i] ^= 0x5a
		}
		for name, content := range map[string][]byte{
			"empty": nil, "a text": []byte("no backup at all"), "cut short": text[:len(text)/2], "damaged": damaged,
		} {
			file := filepath.Join(directory, name)
			if err := os.WriteFile(file, content, 0o600); err != nil {
				t.Fatal(err)
			}
			config := target()
			if err := store.Restore(ctx, config, file); !errors.Is(err, store.ErrBackup) {
				t.Errorf("%s: got %v, want %v", name, err, store.ErrBackup)
			}
			// The target is still empty, so that a valid backup can be restored next.
			if err := store.Restore(ctx, config, good); err != nil {
				t.Errorf("after %s: %v", name, err)
			}
		}
		if err := store.Restore(ctx, target(), filepath.Join(directory, "missing")); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("missing: %v", err)
		}
	})
}

func TestRestoreRefusesALiveFileAndANewerSchema(t *testing.T) {
	directory := t.TempDir()
	s := database.Open(t, store.Config{Directory: directory})
	family(t, s)
	live := filepath.Join(directory, store.FileName)
	target := func() store.Config { return store.Config{Directory: filepath.Join(t.TempDir(), "data")} }
	if err := store.Restore(database.Operator(t), target(), live); !errors.Is(err, store.ErrBackup) {
		t.Errorf("a live file: %v, want %v", err, store.ErrBackup)
	}
	if err := s.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Exec(
			ctx, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (?, ?)", 99990101000000, true)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	newer := filepath.Join(t.TempDir(), "newer")
	if err := s.Backup(database.Operator(t), newer); err != nil {
		t.Fatal(err)
	}
	if err := store.Restore(database.Operator(t), target(), newer); !errors.Is(err, store.ErrNewerSchema) {
		t.Errorf("a newer one: %v, want %v", err, store.ErrNewerSchema)
	}
}

func TestBackupWhileOthersWrite(t *testing.T) {
	database.EachConfig(t, func(t *testing.T, config store.Config) {
		s := database.Open(t, config)
		family(t, s)
		config.ReadOnly = true
		reader := openEmpty(t, config)
		file := filepath.Join(t.TempDir(), "backup")
		err := s.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
			if _, err := addLine(ctx, tx, "not committed"); err != nil {
				return err
			}
			return reader.Backup(database.Operator(t), file)
		})
		if err != nil {
			t.Fatal(err)
		}
		restored := store.Config{Directory: filepath.Join(t.TempDir(), "data")}
		if config.URL != "" {
			restored = store.Config{URL: database.EmptyPostgres(t)}
		}
		if err := store.Restore(database.Operator(t), restored, file); err != nil {
			t.Fatal(err)
		}
		if n := countLines(t, openEmpty(t, restored)); n != 1 {
			t.Errorf("%d lines in the copy, want the committed one", n)
		}
	})
}
