// Package system reads the other systems of record and the names they give to things here. See README.md.
package system

import (
	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/externalid"
	"github.com/muniment/muniment/ent/system"
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
		Systems:     page.Of(c.System.Query, system.Columns, placeSystem),
		ExternalIDs: page.Of(c.ExternalID.Query, externalid.Columns, placeExternalID),
	}
}

func placeSystem(row *ent.System, column string) any {
	switch column {
	case "code":
		return row.Code
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placeExternalID(row *ent.ExternalID, column string) any {
	switch column {
	case "entity_id":
		return int64(row.EntityID)
	case "id":
		return int64(row.ID)
	}
	return nil
}
