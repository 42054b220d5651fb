package catalog

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/unitofmeasure"
	"github.com/muniment/muniment/internal/gid"
)

// UnitID returns the id of a unit of Units, which is the same in every installation.
func UnitID(code string) gid.ID { return gid.Derive(gid.UnitOfMeasure, 0, "muniment", code, 0) }

// SeedUnits inserts the units of Units and of besides whose code the catalog does not have, and returns
// how many it inserted. It does not change existing units.
func SeedUnits(ctx context.Context, client *ent.Client, besides ...Unit) (int, error) {
	known, err := client.UnitOfMeasure.Query().Select(unitofmeasure.FieldCode).Strings(ctx)
	if err != nil {
		return 0, fmt.Errorf("read the units of measure: %w", err)
	}
	here := make(map[string]bool, len(known))
	for _, code := range known {
		here[code] = true
	}
	var missing []*ent.UnitOfMeasureCreate
	for _, u := range append(Units(), besides...) {
		if here[u.Code] {
			continue
		}
		create := client.UnitOfMeasure.Create().SetID(UnitID(u.Code)).
			SetCode(u.Code).SetSingular(u.Singular).SetPlural(u.Plural).SetKind(u.Kind).SetPool(u.Pool).
			SetAggregation(u.Aggregation).SetBaseUnit(u.BaseUnit).SetScale(u.Scale).SetDecimals(u.Decimals).
			SetRule(u.Rule)
		if u.Symbol != "" {
			create.SetSymbol(u.Symbol)
		}
		if u.Currency != "" {
			create.SetCurrency(u.Currency)
		}
		create.SetNillableCountsAsOneEnglish(nilIfEmpty(u.One.English)).
			SetNillableCountsAsOneGerman(nilIfEmpty(u.One.German))
		missing = append(missing, create)
	}
	if len(missing) == 0 {
		return 0, nil
	}
	if err := client.UnitOfMeasure.CreateBulk(missing...).Exec(ctx); err != nil {
		return 0, fmt.Errorf("insert the units of measure: %w", err)
	}
	return len(missing), nil
}
