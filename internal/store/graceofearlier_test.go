package store_test

import (
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/migrations"
)

// Periods had days of grace before line items were in grace. A line item of such a database gets the last day of its
// grace, and is due if its grace had not ended when it was settled. Line item 1 ended on day 10, and line item 2 is in
// force.
func TestLinesOfEarlierStatesGetTheirGrace(t *testing.T) {
	test := func(t *testing.T, config store.Config, folder string) {
		ctx := database.Operator(t)
		s := openRelease(t, config, "audit_of_people")
		if _, err := s.Migrate(ctx); err != nil {
			t.Fatal(err)
		}
		execute(t, s, "UPDATE periods SET term = 'SUBSCRIPTION', perpetual = FALSE, starts_on = 1, grace_days = 14, "+
			"ends_on = CASE line_item_id WHEN 1 THEN 10 ELSE 100 END",
			"UPDATE line_items SET settled_on = 20, starts_on = 1, next_starts_on = NULL, "+
				"ends_on = CASE id WHEN 1 THEN 10 ELSE 100 END, in_force_until = CASE id WHEN 1 THEN NULL ELSE 100 END")
		step, err := migrations.Files.ReadFile(folder + "/20261130135600_grace_of_earlier_states.sql")
		if err != nil {
			t.Fatal(err)
		}
		execute(t, s, strings.Split(string(step), "\n")...) // it needs no other columns than those of today
		one, two := s.Client().LineItem.GetX(ctx, 1), s.Client().LineItem.GetX(ctx, 2)
		if one.GraceUntil == nil || *one.GraceUntil != 24 || one.NextStartsOn == nil || *one.NextStartsOn != 1 {
			t.Errorf("the line item that ended has grace until %v and is due since %v, want 24 and 1", one.GraceUntil,
				one.NextStartsOn)
		}
		if two.GraceUntil == nil || *two.GraceUntil != 114 || two.NextStartsOn != nil {
			t.Errorf("the line item in force has grace until %v and is due since %v, want 114 and nil", two.GraceUntil,
				two.NextStartsOn)
		}
	}
	t.Run("sqlite", func(t *testing.T) { test(t, store.Config{Directory: t.TempDir()}, "sqlite") })
	t.Run("postgres", func(t *testing.T) { test(t, store.Config{URL: database.EmptyPostgres(t)}, "postgres") })
}
