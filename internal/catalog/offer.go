package catalog

import (
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/vocabulary"
)

// OfferedWithoutEnd reports whether a product is available and has no last day.
func OfferedWithoutEnd(state vocabulary.CatalogState, last *day.Day) bool {
	return last == nil && state == vocabulary.CatalogStateAvailable
}
