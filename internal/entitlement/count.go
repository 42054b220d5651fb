package entitlement

import (
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/page"
)

// PeriodsInOrder lists the periods of a line in the order in which they were made.
var PeriodsInOrder = page.Order{Name: "ORDINAL", Columns: []string{period.FieldCreatedAt}}
