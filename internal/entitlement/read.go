package entitlement

import (
	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/decision"
	"github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/ent/ledgerentry"
	"github.com/muniment/muniment/ent/lineagestep"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
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
		Entitlements: page.Of(c.Entitlement.Query, entitlement.Columns, placeEntitlement),
		LineItems:    page.Of(c.LineItem.Query, lineitem.Columns, placeLineItem),
		Periods:      page.Of(c.Period.Query, period.Columns, placePeriod),
		Decisions:    page.Of(c.Decision.Query, decision.Columns, placeDecision),
		Ledger:       page.Of(c.LedgerEntry.Query, ledgerentry.Columns, placeLedgerEntry),
		Lineage:      page.Of(c.LineageStep.Query, lineagestep.Columns, placeLineageStep),
	}
}

func placeEntitlement(row *ent.Entitlement, column string) any {
	switch column {
	case "account_id":
		return int64(row.AccountID)
	case "created_at":
		return int64(row.CreatedAt)
	case "number":
		return row.Number
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placeLineItem(row *ent.LineItem, column string) any {
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
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placePeriod(row *ent.Period, column string) any {
	switch column {
	case "line_item_id":
		return int64(row.LineItemID)
	case "created_at":
		return int64(row.CreatedAt)
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placeDecision(row *ent.Decision, column string) any {
	switch column {
	case "subject_id":
		return int64(row.SubjectID)
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placeLedgerEntry(row *ent.LedgerEntry, column string) any {
	switch column {
	case "line_item_id":
		return int64(row.LineItemID)
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placeLineageStep(row *ent.LineageStep, column string) any {
	switch column {
	case "line_item_id":
		return int64(row.LineItemID)
	case "id":
		return int64(row.ID)
	}
	return nil
}
