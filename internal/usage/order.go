// Package usage holds what was used, by meter. See README.md.
package usage

import (
	"github.com/muniment/muniment/ent/usagerecord"
	"github.com/muniment/muniment/internal/page"
)

// Newest lists usage records, the latest days first.
var Newest = page.Order{Name: "NEWEST", Columns: []string{usagerecord.FieldStartsOn}, Descending: true}
