package store_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

func TestOpenRefusesWhatIsNoDatabase(t *testing.T) {
	directory := t.TempDir()
	damaged := filepath.Join(directory, "damaged")
	if err := os.Mkdir(damaged, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(damaged, store.FileName), []byte(strings.Repeat("no database ", 1000)),
		0o600); err != nil {
		t.Fatal(err)
	}
	plain := filepath.Join(directory, "plain")
	if err := os.WriteFile(plain, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		config store.Config
		want   error
	}{
		"nothing":        {store.Config{}, store.ErrConfig},
		"both":           {store.Config{Directory: directory, URL: "postgres://localhost/x"}, store.ErrConfig},
		"no URL":         {store.Config{URL: "postgres://local host:port/x?secret=no"}, store.ErrURL},
		"another engine": {store.Config{URL: "mysql://u:secret@localhost/x"}, store.ErrURL},
		"no scheme":      {store.Config{URL: "muniment"}, store.ErrURL},
		"a bad password": {store.Config{URL: "postgres://u:secret%@localhost/x"}, store.ErrURL},
		"a large port":   {store.Config{URL: "postgres://u:secret@localhost:99999/x"}, store.ErrURL},
		"nobody listens": {store.Config{URL: "postgres://u:secret@127.0.0.1:1/x"}, store.ErrUnavailable},
		"not a database": {store.Config{Directory: damaged}, store.ErrDamaged},
		"a file":         {store.Config{Directory: plain}, store.ErrDirectory},
		"read only, none yet": {store.Config{Directory: filepath.Join(directory, "new"), ReadOnly: true},
			store.ErrDirectory},
	} {
		t.Run(name, func(t *testing.T) {
			s, err := store.Open(database.Operator(t), test.config)
			if !errors.Is(err, test.want) {
				t.Errorf("got %v, want %v", err, test.want)
			}
			if err == nil {
				_ = s.Close()
				return
			}
			if strings.Contains(err.Error(), "secret@") || strings.Contains(err.Error(), "u:secret") ||
				strings.Contains(store.Reason(err), "secret") {
				t.Errorf(
					`%q contains the password, want Error without "secret@", Error without "u:secret" and `+
						`Reason(err) without "secret"`,
					err)
			}
		})
	}
}

func TestOneProcessServesADirectory(t *testing.T) {
	directory := t.TempDir()
	s := database.Open(t, store.Config{Directory: directory})
	_, err := store.Open(database.Operator(t), store.Config{Directory: directory})
	if !errors.Is(err, store.ErrInUse) {
		t.Fatalf("got %v, want %v", err, store.ErrInUse)
	}
	reader, err := store.Open(database.Operator(t), store.Config{Directory: directory, ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	if n := countLines(t, reader); n != 0 {
		t.Errorf("%d lines, want 0", n)
	}
	write := func(context.Context, store.Tx) error { t.Error("it ran"); return nil }
	if err := reader.Write(database.Operator(t), write); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("write: %v, want %v", err, store.ErrReadOnly)
	}
	if _, err := reader.Client().ProductLine.Delete().Exec(database.Operator(t)); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("delete: %v, want %v", err, store.ErrReadOnly)
	}
	if err := errors.Join(reader.Close(), s.Close(), s.Close()); err != nil {
		t.Fatal(err)
	}
	again, err := store.Open(database.Operator(t), store.Config{Directory: directory})
	if err != nil {
		t.Fatalf("after closing: %v", err)
	}
	if err := again.Close(); err != nil {
		t.Error(err)
	}
}

func TestFilesBelongToTheirOwnerOnly(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("files have other rules there")
	}
	directory := filepath.Join(t.TempDir(), "data with ? and #")
	s := database.Open(t, store.Config{Directory: directory})
	if err := s.Backup(database.Operator(t), filepath.Join(directory, "copy.db")); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(directory)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) < 3 {
		t.Errorf("only %v", entries)
	}
	for _, entry := range entries {
		info, err := entry.Info()
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", entry.Name(), info.Mode())
		}
	}
}

func TestConnectionsAreSetUp(t *testing.T) {
	s := database.Open(t, store.Config{Directory: t.TempDir()})
	for pragma, want := range map[string]string{
		"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "query_only": "0", "busy_timeout": "5000",
	} {
		var writer string
		if err := s.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
			return tx.QueryRow(ctx, "PRAGMA "+pragma, nil, &writer)
		}); err != nil {
			t.Fatal(err)
		}
		if writer != want {
			t.Errorf("writer: %s = %s, want %s", pragma, writer, want)
		}
		if pragma == "query_only" {
			want = "1"
		}
		rows, err := s.Catalog(database.Operator(t), "PRAGMA "+pragma)
		if found := names(t, rows, err); len(found) != 1 || found[0] != want {
			t.Errorf("reader: %s = %v, want %s", pragma, found, want)
		}
	}
}

func TestCheckpointEmptiesTheLog(t *testing.T) {
	directory := t.TempDir()
	s := database.Open(t, store.Config{Directory: directory})
	log := filepath.Join(directory, store.FileName+"-wal")
	size := func() int64 {
		info, err := os.Stat(log)
		if err != nil {
			t.Fatal(err)
		}
		return info.Size()
	}
	if err := s.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
		_, err := addLine(ctx, tx, "x")
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if size() == 0 {
		t.Fatal("the log is empty before")
	}
	rows, err := s.Catalog(database.Operator(t), "SELECT name FROM product_lines UNION ALL SELECT 'more'")
	if err != nil {
		t.Fatal(err)
	}
	if !rows.Next() {
		t.Fatal("no row")
	}
	if err := s.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
		_, err := addLine(ctx, tx, "y")
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if err := s.Checkpoint(database.Operator(t)); !errors.Is(err, store.ErrBusy) {
		t.Errorf("under a reader: %v, want %v", err, store.ErrBusy)
	}
	if err := rows.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Checkpoint(database.Operator(t)); err != nil {
		t.Error(err)
	}
	if n := size(); n != 0 {
		t.Errorf("the log has %d bytes", n)
	}
	if err := s.Analyze(database.Operator(t)); err != nil {
		t.Error(err)
	}
}

func TestCloseLeavesNothingRunning(t *testing.T) {
	database.EachConfig(t, func(t *testing.T, config store.Config) {
		before := goleak.IgnoreCurrent()
		s, err := store.Open(database.Operator(t), config)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Migrate(database.Operator(t)); err != nil {
			t.Error(err)
		}
		family(t, s)
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		goleak.VerifyNone(t, before)
	})
}

// The log contains slow statements, but never their values.
func TestSlowStatementsAreLogged(t *testing.T) {
	for slow, want := range map[time.Duration]bool{time.Hour: false, time.Nanosecond: true} {
		var log bytes.Buffer
		s := database.Open(t, store.Config{
			Directory: t.TempDir(), SlowStatement: slow, Log: slog.New(slog.NewJSONHandler(&log, nil))})
		log.Reset()
		rows, err := s.Catalog(database.Operator(t), "SELECT 'found' || ?", "secret")
		_ = names(t, rows, err)
		if got := strings.Contains(log.String(), "SELECT 'found'"); got != want {
			t.Errorf("%v: the log is %q", slow, log.String())
		}
		if strings.Contains(log.String(), "secret") {
			t.Errorf("the log contains a value: %s", log.String())
		}
	}
}
