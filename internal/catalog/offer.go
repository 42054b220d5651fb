package catalog

import (
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/vocabulary"
)

// OfferedWithoutEnd tells whether a product is offered without end: it is offered, and nobody has set a last day.
func OfferedWithoutEnd(state vocabulary.CatalogState, last *day.Day) bool {
	return last == nil && state == vocabulary.CatalogStateAvailable
}
