// Package system reads the other systems of record and the names they give to things here. See README.md.
package system

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/page"
)

// Reader fetches the rows of this subject. Every row it returns is one that the viewer may see.
type Reader struct {
	// Systems are the rows of type System.
	Systems page.Set[*ent.System]
	// ExternalIDs are the rows of type ExternalID.
	ExternalIDs page.Set[*ent.ExternalID]
}

// NewReader makes a reader over a client.
func NewReader(c *ent.Client) *Reader {
	return &Reader{
		Systems:     systemSet(c),
		ExternalIDs: externalIDSet(c),
	}
}

func systemSet(c *ent.Client) page.Set[*ent.System] {
	return page.Set[*ent.System]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.System, error) {
			q := c.System.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.System.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.System, column string) any {
			switch column {
			case "code":
				return row.Code
			}
			return int64(row.ID)
		},
	}
}

func externalIDSet(c *ent.Client) page.Set[*ent.ExternalID] {
	return page.Set[*ent.ExternalID]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.ExternalID, error) {
			q := c.ExternalID.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.ExternalID.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.ExternalID, column string) any {
			switch column {
			case "entity_id":
				return int64(row.EntityID)
			}
			return int64(row.ID)
		},
	}
}
