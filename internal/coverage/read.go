// Package coverage reads what is maintained, supported or subscribed, and from when to when. See README.md.
package coverage

import (
	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/coverageitem"
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
		Coverages: page.Of(c.Coverage.Query, coverage.Columns, placeCoverage),
		Items:     page.Of(c.CoverageItem.Query, coverageitem.Columns, placeCoverageItem),
	}
}

func placeCoverage(row *ent.Coverage, column string) any {
	switch column {
	case "account_id":
		return int64(row.AccountID)
	case "entitlement_id":
		return int64(*row.EntitlementID)
	case "created_at":
		return int64(row.CreatedAt)
	case "ends_on":
		return int64(row.EndsOn)
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placeCoverageItem(row *ent.CoverageItem, column string) any {
	switch column {
	case "coverage_id":
		return int64(row.CoverageID)
	case "line_item_id":
		return int64(row.LineItemID)
	case "id":
		return int64(row.ID)
	}
	return nil
}
