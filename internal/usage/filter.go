// Package usage holds what was used, by meter. See README.md.
package usage

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/usagerecord"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

// Newest lists usage records, the latest days first.
var Newest = page.Order{Name: "NEWEST", Columns: []string{usagerecord.FieldStartsOn}, Descending: true}

// Filter says which usage records of an account. Zero values stand for no condition; of the records at least one day is in the
// range from First to Last, either of which may be nil.
type Filter struct {
	Meter       gid.ID
	First, Last *day.Day
}

// Where is the condition.
func (f Filter) Where(q *page.Query) {
	if f.Meter != 0 {
		// The sign hides the index by meter, which finds the records of all accounts.
		q.Where(sql.EQ("+"+q.C(usagerecord.FieldMeterID), int64(f.Meter)))
	}
	if f.First != nil {
		q.AtLeast(usagerecord.FieldEndsOn, int64(*f.First))
	}
	if f.Last != nil {
		q.AtMost(usagerecord.FieldStartsOn, int64(*f.Last))
	}
}
