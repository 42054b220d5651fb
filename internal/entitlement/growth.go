package entitlement

import (
	"context"
	"math/big"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/ledgerentry"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/page"
)

// Growth returns by how many base units the use of the line items of each position grew in the days before query.On,
// that day included: the sum of the ledger over these days. A position whose ledger has no entry then is missing. It
// takes one statement. query.On must not be after query.Today.
func Growth(ctx context.Context, v *page.View, query PositionQuery, days day.Day, accounts []int64) (
	map[PositionKey]*big.Int, error) {
	var found []struct {
		Holder      int64   `sql:"holder"`
		Group       *int64  `sql:"grouped"`
		Label       *string `sql:"label"`
		Unit        int64   `sql:"unit"`
		UnitCode    string  `sql:"unit_code"`
		Scale       int64   `sql:"scale"`
		Aggregation string  `sql:"aggregation"`
		High        int64   `sql:"grown_high"`
		Low         int64   `sql:"grown_low"`
	}
	err := v.Scan(ctx, lineitem.Table, func(q *page.Query) {
		columns := query.selectGroups(q, accounts)
		entry := q.Join(ledgerentry.Table, "gr", func(e *sql.SelectTable) *sql.Predicate {
			return sql.And(sql.ColumnsEQ(e.C(ledgerentry.FieldLineItemID), q.C(lineitem.FieldID)),
				sql.GT(e.C(ledgerentry.FieldEffectiveOn), int64(query.On-days)),
				sql.LTE(e.C(ledgerentry.FieldEffectiveOn), int64(query.On)))
		})
		q.SelectSum(usedOf(entry.C), "grown").GroupBy(columns...)
	}, &found)
	if err != nil {
		return nil, err
	}
	grown := make(map[PositionKey]*big.Int, len(found))
	for _, f := range found {
		grown[PositionKey{f.Holder, orZero(f.Group), f.Unit}] = page.Sum(f.High, f.Low)
	}
	return grown, nil
}
