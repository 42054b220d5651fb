// Package usage reads what was used, by meter. See README.md.
package usage

import (
	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/meter"
	"github.com/muniment/muniment/ent/usagerecord"
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
		Meters:  page.Of(c.Meter.Query, meter.Columns, placeMeter),
		Records: page.Of(c.UsageRecord.Query, usagerecord.Columns, placeUsageRecord),
	}
}

func placeMeter(row *ent.Meter, _ string) any {
	return int64(row.ID)
}

func placeUsageRecord(row *ent.UsageRecord, column string) any {
	switch column {
	case "account_id":
		return int64(row.AccountID)
	case "starts_on":
		return int64(row.StartsOn)
	case "id":
		return int64(row.ID)
	}
	return nil
}
