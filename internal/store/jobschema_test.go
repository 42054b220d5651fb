package store_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

const waitingJob = "INSERT INTO river_job (kind, max_attempts, args) VALUES ('test', 3, '{\"a\": 1}')"

func TestTablesOfJobsAreStepsOfTheSchema(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		ctx := t.Context()
		steps, err := s.SchemaStatus(ctx)
		if err != nil {
			t.Fatal(err)
		}
		jobs := 0
		for _, step := range steps {
			if strings.HasPrefix(step.Name, "river_") && step.AppliedAt != nil {
				jobs++
			}
		}
		if jobs != 6 {
			t.Errorf("%d steps of job tables in %+v", jobs, steps)
		}
		tables, err := s.Tables(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range tables {
			if strings.HasPrefix(table, "river_") && table != "river_job" {
				t.Errorf("%s is listed although it is a bookkeeping table", table)
			}
		}
		execute(t, s, waitingJob, "DELETE FROM river_migration WHERE version = 6", "DROP TABLE river_job")
		if err := s.RequireSchema(ctx); !errors.Is(err, store.ErrPendingMigrations) {
			t.Errorf("without a step of the job tables: %v", err)
		}
	})
}

func TestNewerTablesOfJobsAreRefused(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		execute(t, s, "INSERT INTO river_migration (line, version) VALUES ('main', 7)")
		if err := s.RequireSchema(t.Context()); !errors.Is(err, store.ErrNewerSchema) {
			t.Errorf("got %v, want %v", err, store.ErrNewerSchema)
		}
	})
}

func TestWaitingJobsSurviveARestore(t *testing.T) {
	eachTarget(t, func(t *testing.T, target func() store.Config) {
		s := database.Open(t, target())
		execute(t, s, waitingJob)
		file := filepath.Join(t.TempDir(), "backup")
		if err := s.Backup(t.Context(), file); err != nil {
			t.Fatal(err)
		}
		config := target()
		if err := store.Restore(t.Context(), config, file); err != nil {
			t.Fatal(err)
		}
		restored := openEmpty(t, config)
		if err := restored.RequireSchema(t.Context()); err != nil {
			t.Error(err)
		}
		if n := number(t, restored,
			"SELECT count(*) FROM river_job WHERE kind = 'test' AND state = 'available'"); n != 1 {
			t.Errorf("%d jobs wait, want 1", n)
		}
		// A new job gets an id after that of the restored one.
		execute(t, restored, waitingJob)
	})
}
