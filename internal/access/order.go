package access

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/apikey"
	"github.com/muniment/muniment/ent/session"
	"github.com/muniment/muniment/internal/page"
)

// The orders in which sessions and keys are listed.
var (
	SessionsNewest = page.Order{Name: "NEWEST", Columns: []string{session.FieldCreatedAt}, Descending: true}
	KeysNewest     = page.Order{Name: "NEWEST", Columns: []string{apikey.FieldCreatedAt}, Descending: true}
)

// OfProducer is the condition that a key belongs to a program of the producer.
func OfProducer(q *sql.Selector) { q.Where(sql.NotNull(q.C(apikey.FieldProducerRole))) }
