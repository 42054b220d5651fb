package access

import (
	"github.com/muniment/muniment/ent/apikey"
	"github.com/muniment/muniment/ent/session"
	"github.com/muniment/muniment/internal/page"
)

// The orders in which sessions and keys are listed.
var (
	SessionsNewest = page.Order{Name: "NEWEST", Columns: []string{session.FieldCreatedAt}, Descending: true}
	KeysNewest     = page.Order{Name: "NEWEST", Columns: []string{apikey.FieldCreatedAt}, Descending: true}
)
