// Package usage reads what was used, by meter. See README.md.
package usage

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/page"
)

// Reader fetches the rows of this subject. Every row it returns is one that the viewer may see.
type Reader struct {
	// Meters are the rows of type Meter.
	Meters page.Set[*ent.Meter]
	// Records are the rows of type UsageRecord.
	Records page.Set[*ent.UsageRecord]
}

// NewReader makes a reader over a client.
func NewReader(c *ent.Client) *Reader {
	return &Reader{
		Meters:  meterSet(c),
		Records: usageRecordSet(c),
	}
}

func meterSet(c *ent.Client) page.Set[*ent.Meter] {
	return page.Set[*ent.Meter]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.Meter, error) {
			q := c.Meter.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.Meter.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.Meter, _ string) any { return int64(row.ID) },
	}
}

func usageRecordSet(c *ent.Client) page.Set[*ent.UsageRecord] {
	return page.Set[*ent.UsageRecord]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.UsageRecord, error) {
			q := c.UsageRecord.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.UsageRecord.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.UsageRecord, column string) any {
			switch column {
			case "account_id":
				return int64(row.AccountID)
			case "starts_on":
				return int64(row.StartsOn)
			}
			return int64(row.ID)
		},
	}
}
