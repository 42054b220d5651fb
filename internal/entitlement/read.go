package entitlement

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/page"
)

// Reader fetches the rows of this subject. Every row it returns is one that the viewer may see.
type Reader struct {
	// Entitlements are the rows of type Entitlement.
	Entitlements page.Set[*ent.Entitlement]
	// LineItems are the rows of type LineItem.
	LineItems page.Set[*ent.LineItem]
	// Periods are the rows of type Period.
	Periods page.Set[*ent.Period]
	// Decisions are the rows of type Decision.
	Decisions page.Set[*ent.Decision]
	// Ledger are the rows of type LedgerEntry.
	Ledger page.Set[*ent.LedgerEntry]
	// Lineage are the rows of type LineageStep.
	Lineage page.Set[*ent.LineageStep]
}

// NewReader makes a reader over a client.
func NewReader(c *ent.Client) *Reader {
	return &Reader{
		Entitlements: entitlementSet(c),
		LineItems:    lineItemSet(c),
		Periods:      periodSet(c),
		Decisions:    decisionSet(c),
		Ledger:       ledgerEntrySet(c),
		Lineage:      lineageStepSet(c),
	}
}

func entitlementSet(c *ent.Client) page.Set[*ent.Entitlement] {
	return page.Set[*ent.Entitlement]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.Entitlement, error) {
			q := c.Entitlement.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.Entitlement.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.Entitlement, column string) any {
			switch column {
			case "account_id":
				return int64(row.AccountID)
			case "created_at":
				return int64(row.CreatedAt)
			case "number":
				return row.Number
			}
			return int64(row.ID)
		},
	}
}

func lineItemSet(c *ent.Client) page.Set[*ent.LineItem] {
	return page.Set[*ent.LineItem]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.LineItem, error) {
			q := c.LineItem.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.LineItem.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.LineItem, column string) any {
			switch column {
			case "account_id":
				return int64(row.AccountID)
			case "entitlement_id":
				return int64(row.EntitlementID)
			case "created_at":
				return int64(row.CreatedAt)
			case "ends_on":
				return int64(row.EndsOn)
			case "activation_id":
				return row.ActivationID
			}
			return int64(row.ID)
		},
	}
}

func periodSet(c *ent.Client) page.Set[*ent.Period] {
	return page.Set[*ent.Period]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.Period, error) {
			q := c.Period.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.Period.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.Period, column string) any {
			switch column {
			case "line_item_id":
				return int64(row.LineItemID)
			}
			return int64(row.ID)
		},
	}
}

func decisionSet(c *ent.Client) page.Set[*ent.Decision] {
	return page.Set[*ent.Decision]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.Decision, error) {
			q := c.Decision.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.Decision.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.Decision, column string) any {
			switch column {
			case "subject_id":
				return int64(row.SubjectID)
			}
			return int64(row.ID)
		},
	}
}

func ledgerEntrySet(c *ent.Client) page.Set[*ent.LedgerEntry] {
	return page.Set[*ent.LedgerEntry]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.LedgerEntry, error) {
			q := c.LedgerEntry.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.LedgerEntry.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.LedgerEntry, column string) any {
			switch column {
			case "line_item_id":
				return int64(row.LineItemID)
			}
			return int64(row.ID)
		},
	}
}

func lineageStepSet(c *ent.Client) page.Set[*ent.LineageStep] {
	return page.Set[*ent.LineageStep]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.LineageStep, error) {
			q := c.LineageStep.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.LineageStep.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.LineageStep, column string) any {
			switch column {
			case "line_item_id":
				return int64(row.LineItemID)
			}
			return int64(row.ID)
		},
	}
}
