package audit

import (
	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/auditentry"
	"github.com/muniment/muniment/internal/page"
)

// Reader fetches the rows of this subject. Every row it returns is one that the viewer may see.
type Reader struct {
	// Entries are the rows of type AuditEntry.
	Entries page.Set[*ent.AuditEntry]
}

// NewReader makes a reader over a client.
func NewReader(c *ent.Client) *Reader {
	return &Reader{Entries: page.Of(c.AuditEntry.Query, auditentry.Columns, placeEntry)}
}

func placeEntry(row *ent.AuditEntry, column string) any {
	switch column {
	case "account_id":
		if row.AccountID == nil {
			return int64(0)
		}
		return int64(*row.AccountID)
	case "id":
		return row.ID
	}
	return nil
}
