package catalog

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/licensemodelversion"
	"github.com/muniment/muniment/ent/listprice"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/page"
)

// LastDaysOfPrices returns the last day, inclusive, of each list price, in the order of prices, with one statement:
// the day before the next price of the part number in the same currency begins, or nil if there is no later price.
func LastDaysOfPrices(ctx context.Context, v *page.View, prices []int64) ([]*day.Day, error) {
	return untilNext(ctx, v, prices, listprice.Table, listprice.FieldValidFrom, listprice.FieldPartNumberID,
		listprice.FieldCurrency)
}

// LastDaysOfVersions is LastDaysOfPrices for the versions of a license model.
func LastDaysOfVersions(ctx context.Context, v *page.View, versions []int64) ([]*day.Day, error) {
	return untilNext(ctx, v, versions, licensemodelversion.Table, licensemodelversion.FieldValidFrom,
		licensemodelversion.FieldLicenseModelID)
}

// untilNext returns the day before the next row of the same series begins, for each id. Rows with equal values in the
// columns series form a series; first is the column of the first day.
func untilNext(ctx context.Context, v *page.View, ids []int64, table, first string, series ...string) (
	[]*day.Day, error) {
	out := make([]*day.Day, len(ids))
	if len(ids) == 0 {
		return out, nil
	}
	var found []struct {
		ID   int64   `sql:"id"`
		Next day.Day `sql:"next_day"`
	}
	err := v.Scan(ctx, table, func(q *page.Query) {
		next := q.Join(table, "later", func(n *sql.SelectTable) *sql.Predicate {
			same := []*sql.Predicate{sql.ColumnsGT(n.C(first), q.C(first))}
			for _, column := range series {
				same = append(same, sql.ColumnsEQ(n.C(column), q.C(column)))
			}
			return sql.And(same...)
		})
		q.Select(sql.As(q.C("id"), "id"), sql.As(sql.Min(next.C(first)), "next_day")).
			Where(q.In(q.C("id"), ids)).GroupBy(q.C("id"))
	}, &found)
	if err != nil {
		return nil, err
	}
	at := make(map[int64]*day.Day, len(found))
	for _, f := range found {
		last := f.Next - 1
		at[f.ID] = &last
	}
	for i, id := range ids {
		out[i] = at[id]
	}
	return out, nil
}
