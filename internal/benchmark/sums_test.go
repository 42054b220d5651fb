package benchmark

import (
	"context"
	"fmt"
	"testing"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

// sums holds the operations whose cost grows with the number of line items of an account.
var sums = map[string]string{
	"positions of today":        `positions { lineItemCount granted { amount } used { amount } free { amount } }`,
	"positions of a past day":   `positions(on: "2026-06-01") { lineItemCount granted { amount } used { amount } free { amount } }`,
	"positions of a day ahead":  `positions(on: "2027-06-01") { lineItemCount granted { amount } used { amount } free { amount } }`,
	"renewals of a year":        `renewals(from: "2026-11-22", to: "2027-11-21", by: [MONTH, PRODUCT_LINE]) { lineItemCount coverageCount quantities { amount } }`,
	"renewals of a year, units": `renewals(from: "2026-11-22", to: "2027-11-21", by: UNIT) { lineItemCount coverageCount coveredQuantities { kind quantity { amount } } }`,
	"amounts of a year":         `renewals(from: "2026-11-22", to: "2027-11-21", by: MONTH) { lineItemCount amounts { basis price { amount } } }`,
	"forecast of a year":        `renewalForecast(months: 12, from: "2026-11-22") { months { month sums { committed { price { amount } } due { price { amount } } } } }`,
}

// BenchmarkSums asks for positions and renewals of one account that holds every line item of the load set.
func BenchmarkSums(b *testing.B) {
	for _, engine := range []store.Engine{store.SQLite, store.Postgres} {
		b.Run(string(engine), func(b *testing.B) {
			config := store.Config{Directory: b.TempDir()}
			if engine == store.Postgres {
				config = store.Config{URL: database.Postgres(b)}
			}
			s := filled(b, config, entitlements(b))
			account, lines := s.gather(b)
			for name, question := range sums {
				o := Operation{Name: name, Document: `query ($id: ID!) { account(id: $id) { ` + question + ` } }`,
					Inputs: func(*Sample) []Input { return []Input{{ID: account.String()}} }}
				b.Run(name, func(b *testing.B) {
					s.run(b, o, false)
					b.ReportMetric(float64(lines), "lines")
				})
			}
		})
	}
}

// gather moves all rights to one account, and returns its id and the number of its line items.
func (s *server) gather(b *testing.B) (account gid.ID, lines int) {
	b.Helper()
	err := s.Store.Write(database.Operator(b), func(ctx context.Context, tx store.Tx) error {
		client := tx.Client()
		first, err := client.Account.Query().FirstID(ctx)
		if err != nil {
			return err
		}
		account = first
		for _, move := range []func(context.Context) (int, error){
			client.Entitlement.Update().SetAccountID(first).Save, client.Period.Update().SetAccountID(first).Save,
			client.LedgerEntry.Update().SetAccountID(first).Save, client.Coverage.Update().SetAccountID(first).Save,
			client.CoverageItem.Update().SetAccountID(first).Save,
		} {
			if _, err := move(ctx); err != nil {
				return fmt.Errorf("move rows: %w", err)
			}
		}
		lines, err = client.LineItem.Update().SetAccountID(first).Save(ctx)
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return account, lines
}
