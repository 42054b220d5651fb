// Package usage has the lists of meters and usage records. See README.md.
package usage

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/meter"
	"github.com/muniment/muniment/ent/usagerecord"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

// MetersByCode sorts meters by their code.
var MetersByCode = page.Order{Name: "CODE", Columns: []string{meter.FieldCode}}

// MeterFilter selects meters. A zero value means no condition.
type MeterFilter struct {
	ProductLine gid.ID
}

// Where adds the condition.
func (f MeterFilter) Where(q *page.Query) {
	if f.ProductLine != 0 {
		q.Equal(meter.FieldProductLineID, int64(f.ProductLine))
	}
}

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
