package main

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/store"
)

// The sample export says nothing of money, as exports of licensing systems do. A demonstration of budgets needs what
// was paid, so that each term with a last day gets a price: so much for each unit, by its part number.

// samplePrices are the prices of one unit, in cents, which the part numbers of the sample take in turn.
var samplePrices = []int64{1200, 4800, 9900, 24000, 2500, 14900}

// paySample records what was paid for the terms of the sample.
func paySample(ctx context.Context, db *store.Store) error {
	return db.Write(store.Unscoped(ctx), func(ctx context.Context, tx store.Tx) error {
		parts, err := tx.Client().PartNumber.Query().WithUnit().All(ctx)
		if err != nil {
			return fmt.Errorf("read the part numbers of the sample: %w", err)
		}
		for i, part := range parts {
			unit := part.Edges.Unit
			if unit == nil || unit.ID == catalog.UnitID("UNKNOWN") {
				continue
			}
			price := samplePrices[i%len(samplePrices)]
			_, err := tx.Client().Period.Update().
				Where(period.PartNumberID(part.ID), period.EndsOnNotNil(), period.QuantityGT(0),
					period.Unlimited(false)).
				SetCurrency("EUR").Modify(func(u *sql.UpdateBuilder) {
				u.Set(period.FieldPriceMinor, sql.Expr(fmt.Sprintf("quantity * %d / %d", price, unit.Scale)))
			}).Save(ctx)
			if err != nil {
				return fmt.Errorf("record what was paid for %s: %w", part.Code, err)
			}
		}
		return nil
	})
}
