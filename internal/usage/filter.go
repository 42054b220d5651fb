// Package usage has the lists of usage records. See README.md.
package usage

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/usagerecord"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

// Newest sorts usage records by their first day, the latest first.
var Newest = page.Order{Name: "NEWEST", Columns: []string{usagerecord.FieldStartsOn}, Descending: true}

// Filter selects usage records of an account. Zero values mean no condition. A record matches if its days overlap the
// range from First to Last, both inclusive; nil means open.
type Filter struct {
	Meter       gid.ID
	First, Last *day.Day
}

// Where adds the condition.
func (f Filter) Where(q *page.Query) {
	if f.Meter != 0 {
		// The index by meter would read the records of all accounts.
		q.Where(sql.EQ(q.Unindexed(usagerecord.FieldMeterID), int64(f.Meter)))
	}
	if f.First != nil {
		q.AtLeast(usagerecord.FieldEndsOn, int64(*f.First))
	}
	if f.Last != nil {
		q.AtMost(usagerecord.FieldStartsOn, int64(*f.Last))
	}
}
