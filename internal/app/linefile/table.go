package linefile

import (
	"encoding/csv"
	"io"
	"strconv"

	"github.com/muniment/muniment/internal/spreadsheet"
)

// table writes CSV in UTF-8, without a byte order mark, which programs would take for a part of the first header. A
// text that a spreadsheet could run as a formula gets an apostrophe in front.
type table struct {
	to       *csv.Writer
	language Language
	words    words
	cells    []string
}

func newTable(r Request, w io.Writer) *table {
	return &table{to: csv.NewWriter(w), language: r.Language, words: wordsOf[r.Language],
		cells: make([]string, len(columns))}
}

func (t *table) begin(string, int) error {
	for i, c := range columns {
		t.cells[i] = c.header(t.language)
	}
	return t.to.Write(t.cells)
}

func (t *table) row(l *lineItem) error {
	for i, c := range columns {
		t.cells[i] = textOf(c.value(l, &t.words))
	}
	return t.to.Write(t.cells)
}

func textOf(cell any) string {
	switch v := cell.(type) {
	case string:
		return spreadsheet.Harmless(v)
	case number:
		return string(v)
	case date:
		return string(v)
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

func (t *table) end() error {
	t.to.Flush()
	return t.to.Error()
}

func (t *table) close() error { return nil }
