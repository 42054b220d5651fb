package catalog

import (
	"strings"

	"github.com/muniment/muniment/internal/spreadsheet"
)

// clearing is the text of a cell that removes a value. A text that is the same is written with an apostrophe in front.
const clearing = "-"

// cellOf returns a text as the cell of a table. A text that a spreadsheet could run as a formula gets an apostrophe in
// front, and so does one that looks as if it had got it, so that textOfCell returns the text itself.
func cellOf(text string) string {
	if bare := strings.TrimLeft(text, "'"); spreadsheet.Harmless(bare) != bare {
		return "'" + text
	}
	return text
}

// textOfCell returns the text of a cell that cellOf wrote.
func textOfCell(cell string) string {
	if text, is := strings.CutPrefix(cell, "'"); is && cellOf(text) == cell {
		return text
	}
	return cell
}
