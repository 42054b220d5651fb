package store_test

import (
	"context"
	"errors"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

// change runs statements in one transaction.
func change(t *testing.T, s *store.Store, statements ...string) {
	t.Helper()
	if err := s.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
		for _, statement := range statements {
			if _, err := tx.Exec(ctx, statement); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatalf("%v: %v", statements, err)
	}
}

// one reads one value of the type T within a transaction.
func one[T any](t *testing.T, s *store.Store, query string, args ...any) T {
	t.Helper()
	var value T
	if err := s.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
		return tx.QueryRow(ctx, query, args, &value)
	}); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return value
}

// setDatabase changes a setting of the database of s for new sessions.
func setDatabase(t *testing.T, s *store.Store, setting string) {
	t.Helper()
	change(t, s, `DO $$ BEGIN EXECUTE 'ALTER DATABASE ' || quote_ident(current_database()) || ' `+setting+`'; END $$`)
}

// Whatever the database sets for its sessions, the store has the settings that it depends on.
func TestSettingsOfTheDatabase(t *testing.T) {
	url := database.PostgresAlone(t)
	admin := database.Open(t, store.Config{URL: url})
	for _, setting := range []string{"SET client_encoding TO ''LATIN1''", "SET standard_conforming_strings TO off",
		"SET timezone TO ''Pacific/Kiritimati''", "SET datestyle TO ''German''", "SET search_path TO nowhere",
		"SET default_transaction_isolation TO ''serializable''"} {
		setDatabase(t, admin, setting)
	}
	for name, url := range map[string]string{"database": url,
		"URL": url + "&client_encoding=LATIN1&standard_conforming_strings=off&timezone=Japan" +
			"&datestyle=German",
		"text protocol": url + "&default_query_exec_mode=simple_protocol&DateStyle=SQL,DMY"} {
		t.Run(name, func(t *testing.T) {
			s, err := store.Open(t.Context(), store.Config{URL: url})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			const text = "M\u00fcller \u682a\u5f0f"
			if got := one[string](t, s, "SELECT ?::text", text); got != text {
				t.Errorf("%q is read as %q", text, got)
			}
			if got := one[string](t, s, "SELECT 'M\u00fcller \u682a\u5f0f'"); got != text {
				t.Errorf("%q is read as %q", text, got)
			}
			if got, want := one[int](t, s, "SELECT octet_length(?::text)", text), len(text); got != want {
				t.Errorf("the server has %d bytes, want %d", got, want)
			}
			noon := time.Date(2026, time.March, 4, 12, 0, 0, 0, time.UTC)
			if got := one[time.Time](t, s, "SELECT timestamptz '2026-03-04 12:00:00+00'"); !got.Equal(noon) {
				t.Errorf("the time %v is read as %v", noon, got)
			}
			for setting, want := range map[string]string{"client_encoding": "UTF8",
				"standard_conforming_strings": "on", "timezone": "UTC", "datestyle": "ISO, MDY",
				"transaction_isolation": "read committed", "search_path": "public"} {
				if got := one[string](t, s, "SELECT current_setting(?::text)", setting); got != want {
					t.Errorf("%s is %s, want %s", setting, got, want)
				}
			}
		})
	}
}

// The tables may be in another schema, which the URL names. A schema that does not exist is named at once.
func TestAnotherSchema(t *testing.T) {
	url := database.EmptyPostgres(t)
	// database.Open would make the tables in public.
	admin, err := store.Open(t.Context(), store.Config{URL: url})
	if err != nil {
		t.Fatal(err)
	}
	defer admin.Close()
	change(t, admin, "CREATE SCHEMA rights")
	for _, setting := range []string{"&search_path=rights", "&options=-csearch_path%3Drights"} {
		s, err := store.Open(t.Context(), store.Config{URL: url + setting})
		if err != nil {
			t.Fatal(err)
		}
		_, err = s.Migrate(database.Operator(t))
		if err := errors.Join(err, s.RequireSchema(t.Context()), s.Close()); err != nil {
			t.Fatalf("%s: %v", setting, err)
		}
	}
	if tables := one[int](t, admin, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"); tables != 0 {
		t.Errorf("public has %d tables, want none", tables)
	}
	// Without a name, the empty schema public is not taken for the database.
	for address, want := range map[string]error{url: store.ErrOtherSchema, url + "&search_path=public": nil} {
		s, err := store.Open(t.Context(), store.Config{URL: address})
		if !errors.Is(err, want) || want != nil && !strings.Contains(err.Error(), "rights") {
			t.Errorf("opened with %v, want %v", err, want)
		}
		if err == nil {
			_ = s.Close()
		}
	}
	// A table of the same name that another program made does not hide it either.
	change(t, admin, "CREATE TABLE public.goose_db_version (id integer)")
	if _, err := store.Open(t.Context(), store.Config{URL: url}); !errors.Is(err, store.ErrOtherSchema) {
		t.Errorf("with another program in public: %v, want %v", err, store.ErrOtherSchema)
	}
	_, err = store.Open(t.Context(), store.Config{URL: url + "&search_path=nowhere"})
	if !errors.Is(err, store.ErrNoSchema) || !strings.Contains(err.Error(), "nowhere") {
		t.Errorf("got %v, want %v with the name", err, store.ErrNoSchema)
	}
}

// Each setting is sent once, whatever the case in which the URL and PGTZ write its name. Of two values the server keeps
// the one that happens to be sent last.
func TestSettingsAreSentOnce(t *testing.T) {
	t.Setenv("PGTZ", "Japan")
	for _, query := range []string{"", "?timezone=Japan", "?datestyle=German", "?TIMEZONE=Japan&CLIENT_ENCODING=LATIN1",
		"?Standard_Conforming_Strings=off&application_name=other", "?search_path=rights",
		"?Search_Path=rights", "?options=-csearch_path%3Drights", "?JIT=on"} {
		got, err := store.RequestedSettings("postgres://127.0.0.1/muniment" + query)
		if err != nil {
			t.Fatal(err)
		}
		delete(got, "application_name")
		want := map[string]string{"client_encoding": "UTF8", "standard_conforming_strings": "on", "TimeZone": "UTC",
			"DateStyle": "ISO, MDY"}
		if strings.HasPrefix(query, "?JIT") {
			want["JIT"] = "on" // the URL may ask for it
		} else {
			want["jit"] = "off"
		}
		// The URL may name another schema than public.
		switch _, rest, _ := strings.Cut(query, "?"); {
		case strings.HasPrefix(rest, "options="):
			want["options"] = "-csearch_path=rights"
		case strings.HasSuffix(rest, "=rights"):
			want[strings.TrimSuffix(rest, "=rights")] = "rights"
		default:
			want["search_path"] = "public"
		}
		if !maps.Equal(got, want) {
			t.Errorf("%q: %v, want %v", query, got, want)
		}
	}
}

// cutOthers ends all connections to the database of s but one.
func cutOthers(t *testing.T, s *store.Store) {
	t.Helper()
	change(t, s, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
		WHERE datname = current_database() AND pid <> pg_backend_pid()`)
}

// A database that takes only reads says so until it takes writes, and is used again then.
func TestAReadOnlyDatabase(t *testing.T) {
	url := database.PostgresAlone(t)
	admin := database.Open(t, store.Config{URL: url, Writers: 1})
	change(t, admin, "CREATE TABLE counted AS SELECT 0 AS n")
	s, err := store.Open(t.Context(), store.Config{URL: url})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	write := func() error {
		return s.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
			_, err := tx.Exec(ctx, "UPDATE counted SET n = n + 1")
			return err
		})
	}
	if err := errors.Join(s.Writable(t.Context()), write()); err != nil {
		t.Fatal(err)
	}
	setDatabase(t, admin, "SET default_transaction_read_only TO on")
	cutOthers(t, admin)
	for range 3 {
		// the first may meet a connection that was cut
		if err := s.Writable(t.Context()); !errors.Is(err, store.ErrReadOnly) && !errors.Is(err, store.ErrUnavailable) {
			t.Errorf("writable: %v", err)
		}
	}
	for range 2 {
		if err := write(); !errors.Is(err, store.ErrReadOnly) {
			t.Errorf("a change: %v, want %v", err, store.ErrReadOnly)
		}
		if err := s.Writable(t.Context()); !errors.Is(err, store.ErrReadOnly) {
			t.Errorf("writable: %v, want %v", err, store.ErrReadOnly)
		}
	}
	if err := s.Ping(t.Context()); err != nil {
		t.Errorf("reading: %v", err)
	}
	setDatabase(t, admin, "RESET default_transaction_read_only")
	if err := write(); err != nil {
		t.Errorf("a change once it takes writes: %v", err)
	}
	s.ProbeAt(time.Now().Add(store.ProbeEvery)) // later than every probe so far
	if err := s.Writable(t.Context()); err != nil {
		t.Errorf("writable at the end: %v, want nil", err)
	}
}

// SQLSTATEs of states of PostgreSQL that are no defect of the program, each raised by a statement.
func TestStatesOfPostgreSQL(t *testing.T) {
	s := database.Open(t, store.Config{URL: database.Postgres(t)})
	for state, want := range map[string]error{
		"53100": store.ErrFull, "53400": store.ErrFull, "53200": store.ErrBusy, "53000": store.ErrUnavailable,
		"53300": store.ErrUnavailable, "25006": store.ErrReadOnly, "25P03": store.ErrUnavailable,
		"25P04": store.ErrTimeout, "57014": store.ErrTimeout, "57P01": store.ErrUnavailable,
		"57P05": store.ErrUnavailable, "58030": store.ErrUnavailable, "08006": store.ErrUnavailable,
		"55P03": store.ErrBusy, "42601": store.ErrStatement,
	} {
		err := s.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
			_, err := tx.Exec(ctx, "DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '"+state+"'; END $$")
			return err
		})
		if !errors.Is(err, want) {
			t.Errorf("%s is %v, want %v", state, err, want)
		}
		if outage := store.Outage(err); (outage == nil) != (want == store.ErrStatement) { //nolint:errorlint // a sentinel
			t.Errorf("clients are told %v of %s", outage, state)
		}
	}
}
