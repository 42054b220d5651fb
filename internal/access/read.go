package access

import (
	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/apikey"
	"github.com/muniment/muniment/ent/session"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

// Reader fetches the rows of this subject. Every row it returns is one that the viewer may see.
type Reader struct {
	// Sessions are the rows of type Session.
	Sessions page.Set[*ent.Session]
	// APIKeys are the rows of type APIKey.
	APIKeys page.Set[*ent.APIKey]
}

// The orders in which the rows of this subject are listed.
var (
	SessionsNewest = page.Order{Name: "NEWEST", Columns: []string{session.FieldCreatedAt}, Descending: true}
	KeysNewest     = page.Order{Name: "NEWEST", Columns: []string{apikey.FieldCreatedAt}, Descending: true}
)

// NewReader makes a reader over a client.
func NewReader(c *ent.Client) *Reader {
	return &Reader{
		Sessions: page.Of(c.Session.Query, session.Columns, placeSession),
		APIKeys:  page.Of(c.APIKey.Query, apikey.Columns, placeAPIKey),
	}
}

func placeSession(row *ent.Session, column string) any {
	switch column {
	case "user_id":
		return int64(row.UserID)
	case "created_at":
		return int64(row.CreatedAt)
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placeAPIKey(row *ent.APIKey, column string) any {
	switch column {
	case "user_id":
		return key(row.UserID)
	case "account_id":
		return key(row.AccountID)
	case "created_at":
		return int64(row.CreatedAt)
	case "id":
		return int64(row.ID)
	}
	return nil
}

func key(id *gid.ID) int64 { return int64(orNone(id)) }
