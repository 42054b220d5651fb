package catalog

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/muniment/muniment/internal/spreadsheet"
)

// A text comes back from its cell, and no cell runs as a formula or removes a value.
func TestTextsComeBackFromTheirCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`['=+\-@ a\t]{0,5}`)).Draw(t, "text")
		cell := cellOf(text)
		if got := textOfCell(cell); got != text {
			t.Errorf("%q became %q in the cell %q", text, got, cell)
		}
		if cell == clearing || spreadsheet.Harmless(cell) != cell {
			t.Errorf("the cell of %q is %q", text, cell)
		}
	})
}
