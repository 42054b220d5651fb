// Package coverage reads what is maintained, supported or subscribed, and from when to when. See README.md.
package coverage

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/page"
)

// Reader fetches the rows of this subject. Every row it returns is one that the viewer may see.
type Reader struct {
	// Coverages are the rows of type Coverage.
	Coverages page.Set[*ent.Coverage]
	// Items are the rows of type CoverageItem.
	Items page.Set[*ent.CoverageItem]
}

// NewReader makes a reader over a client.
func NewReader(c *ent.Client) *Reader {
	return &Reader{
		Coverages: coverageSet(c),
		Items:     coverageItemSet(c),
	}
}

func coverageSet(c *ent.Client) page.Set[*ent.Coverage] {
	return page.Set[*ent.Coverage]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.Coverage, error) {
			q := c.Coverage.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.Coverage.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.Coverage, column string) any {
			switch column {
			case "account_id":
				return int64(row.AccountID)
			case "entitlement_id":
				return int64(*row.EntitlementID)
			case "created_at":
				return int64(row.CreatedAt)
			case "ends_on":
				return int64(row.EndsOn)
			}
			return int64(row.ID)
		},
	}
}

func coverageItemSet(c *ent.Client) page.Set[*ent.CoverageItem] {
	return page.Set[*ent.CoverageItem]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.CoverageItem, error) {
			q := c.CoverageItem.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.CoverageItem.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.CoverageItem, column string) any {
			switch column {
			case "coverage_id":
				return int64(row.CoverageID)
			case "line_item_id":
				return int64(row.LineItemID)
			}
			return int64(row.ID)
		},
	}
}
