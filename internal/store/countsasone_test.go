package store_test

import (
	"strings"
	"testing"

	"github.com/muniment/muniment/ent/unitofmeasure"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/migrations"
)

// Units of earlier databases did not say what counts as one. Those that Muniment brings along get the texts of a new
// installation, also in a currency. A producer's own units get none, even if the code begins alike.
func TestUnitsOfEarlierStatesSayWhatCountsAsOne(t *testing.T) {
	test := func(t *testing.T, config store.Config, folder string) {
		ctx := database.Operator(t)
		s := openRelease(t, config, "audit_of_people")
		if _, err := s.Migrate(ctx); err != nil {
			t.Fatal(err)
		}
		client := s.Client()
		want := map[string]catalog.CountsAsOne{}
		for _, u := range catalog.Units() {
			want[u.Code] = u.One
		}
		var units []catalog.Unit
		for _, code := range []string{"REVENUE", "REVENUE_MILLION"} {
			u, known := catalog.UnitIn(code, "CHF")
			if !known {
				t.Fatalf("no unit %s in a currency", code)
			}
			want[u.Code] = u.One
			units = append(units, u)
		}
		own, _ := catalog.UnitIn("SEAT", "")
		for _, code := range []string{"REVENUES", "REVENUE_PER_SEAT", "SEATS"} {
			own.Code, own.One = code, catalog.CountsAsOne{}
			units = append(units, own)
		}
		if _, err := catalog.SeedUnits(ctx, client, units...); err != nil {
			t.Fatal(err)
		}
		client.UnitOfMeasure.Update().ClearCountsAsOneEnglish().ClearCountsAsOneGerman().ExecX(ctx)
		step, err := migrations.Files.ReadFile(folder + "/20261130203353_what_counts_as_one.sql")
		if err != nil {
			t.Fatal(err)
		}
		_, fill, _ := strings.Cut(string(step), "UPDATE")
		execute(t, s, strings.Split("UPDATE"+fill, "\n")...)
		for _, u := range client.UnitOfMeasure.Query().Order(unitofmeasure.ByCode()).AllX(ctx) {
			var got catalog.CountsAsOne
			if u.CountsAsOneEnglish != nil && u.CountsAsOneGerman != nil {
				got = catalog.CountsAsOne{English: *u.CountsAsOneEnglish, German: *u.CountsAsOneGerman}
			}
			if got != want[u.Code] {
				t.Errorf("%s: %q, want %q", u.Code, got, want[u.Code])
			}
		}
	}
	t.Run("sqlite", func(t *testing.T) { test(t, store.Config{Directory: t.TempDir()}, "sqlite") })
	t.Run("postgres", func(t *testing.T) { test(t, store.Config{URL: database.EmptyPostgres(t)}, "postgres") })
}
