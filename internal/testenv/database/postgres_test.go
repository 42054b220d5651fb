package database_test

import (
	"context"
	"testing"

	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

func TestPostgresGivesEachTestItsOwnDatabase(t *testing.T) {
	ctx := context.Background()
	first, second := database.Postgres(t), database.Postgres(t)
	if first == second {
		t.Fatalf("both are %s", first)
	}
	s, err := store.Open(ctx, store.Config{URL: first})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.RequireSchema(ctx); err != nil {
		t.Error(err)
	}
	empty, err := store.Open(ctx, store.Config{URL: database.EmptyPostgres(t)})
	if err != nil {
		t.Fatal(err)
	}
	defer empty.Close()
	if err := empty.RequireSchema(ctx); err == nil {
		t.Error("an empty database passes for one with the schema")
	}
}
