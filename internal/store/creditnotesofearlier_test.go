package store_test

import (
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/migrations"
)

// Amendments of credit notes did not say the systems of these. Each gets that of the only credit note with its number
// for its entitlement; of two, none.
func TestAmendmentsOfEarlierStatesGetTheSystemsOfCreditNotes(t *testing.T) {
	test := func(t *testing.T, config store.Config, folder string) {
		ctx := database.Operator(t)
		s := openRelease(t, config, "audit_of_people")
		if _, err := s.Migrate(ctx); err != nil {
			t.Fatal(err)
		}
		note := "INSERT INTO external_ids (id, kind, value, system_id, entity_id) SELECT "
		execute(t, s, "UPDATE periods SET amends_id = 3 - id, order_id = CASE id WHEN 1 THEN 'CN-1' ELSE 'CN-2' END",
			note+"11, 'credit', 'CN-1', 2, entitlement_id FROM line_items WHERE id = 1",
			note+"12, 'credit', 'CN-1', 1, entitlement_id FROM line_items WHERE id = 2",
			note+"13, 'credit', 'CN-2', 1, entitlement_id FROM line_items WHERE id = 2",
			note+"14, 'credit', 'CN-2', 2, entitlement_id FROM line_items WHERE id = 2")
		step, err := migrations.Files.ReadFile(folder + "/20261130182305_systems_of_credit_notes.sql")
		if err != nil {
			t.Fatal(err)
		}
		_, fill, _ := strings.Cut(string(step), "UPDATE")
		execute(t, s, "UPDATE"+fill)
		one, two := s.Client().Period.GetX(ctx, 1), s.Client().Period.GetX(ctx, 2)
		if one.CreditSystemID == nil || *one.CreditSystemID != 2 || two.CreditSystemID != nil {
			t.Errorf("the systems are %v and %v, want 2 and nil", one.CreditSystemID, two.CreditSystemID)
		}
	}
	t.Run("sqlite", func(t *testing.T) { test(t, store.Config{Directory: t.TempDir()}, "sqlite") })
	t.Run("postgres", func(t *testing.T) { test(t, store.Config{URL: database.EmptyPostgres(t)}, "postgres") })
}
