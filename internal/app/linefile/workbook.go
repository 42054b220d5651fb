package linefile

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"math/big"
	"strconv"
	"time"

	"github.com/xuri/excelize/v2"
)

// workbook writes XLSX. The library keeps rows beyond a few megabytes in a temporary file, and the finished workbook is
// written to its destination without being held in memory. Texts are stored as texts, so that none is a formula.
type workbook struct {
	file     *excelize.File
	stream   *excelize.StreamWriter
	language Language
	words    words
	on       string
	cells    []any
	next     int // the row that is written next, from 1
	styles   struct{ note, header, day, number int }
}

// headerRow is the row of the headers, below the note.
const headerRow = 2

func newWorkbook(r Request, w io.Writer) (*workbook, error) {
	b := &workbook{file: excelize.NewFile(), language: r.Language, words: wordsOf[r.Language], on: r.on,
		cells: make([]any, len(columns)), next: headerRow + 1}
	// The library would hold the finished file in memory; this writes it where it belongs.
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return zip.NewWriter(w) })
	if err := b.file.SetSheetName("Sheet1", b.words.sheet); err != nil {
		return nil, err
	}
	dayFormat, numberFormat := "yyyy-mm-dd", "#,##0.######"
	var errs []error
	style := func(s excelize.Style) int {
		id, err := b.file.NewStyle(&s)
		errs = append(errs, err)
		return id
	}
	b.styles.note = style(excelize.Style{Font: &excelize.Font{Bold: true, Size: 12}})
	b.styles.header = style(excelize.Style{Font: &excelize.Font{Bold: true},
		Fill:   excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E3EFED"}},
		Border: []excelize.Border{{Type: "bottom", Color: "1F5E5A", Style: 1}}})
	b.styles.day = style(excelize.Style{CustomNumFmt: &dayFormat})
	b.styles.number = style(excelize.Style{CustomNumFmt: &numberFormat})
	var err error
	b.stream, err = b.file.NewStreamWriter(b.words.sheet)
	return b, errors.Join(append(errs, err)...)
}

func (b *workbook) begin(account string, rows int) error {
	for i, c := range columns {
		if err := b.stream.SetColWidth(i+1, i+1, c.width); err != nil {
			return err
		}
	}
	first, err := excelize.CoordinatesToCellName(1, headerRow+1)
	if err != nil {
		return err
	}
	err = b.stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: headerRow, TopLeftCell: first,
		ActivePane: "bottomLeft"})
	if err != nil {
		return err
	}
	last, err := excelize.CoordinatesToCellName(len(columns), headerRow+rows)
	if err != nil {
		return err
	}
	if err := b.file.AutoFilter(b.words.sheet, fmt.Sprintf("A%d:%s", headerRow, last), nil); err != nil {
		return err
	}
	note := fmt.Sprintf(b.words.note, account, b.on, rows)
	if err := b.file.SetDocProps(&excelize.DocProperties{Title: note, Creator: "Muniment"}); err != nil {
		return err
	}
	if err := b.stream.SetRow("A1", []any{excelize.Cell{StyleID: b.styles.note, Value: note}}); err != nil {
		return err
	}
	for i, c := range columns {
		b.cells[i] = excelize.Cell{StyleID: b.styles.header, Value: c.header(b.language)}
	}
	return b.stream.SetRow("A"+strconv.Itoa(headerRow), b.cells)
}

func (b *workbook) row(l *lineItem) error {
	for i, c := range columns {
		cell, err := b.cellOf(c.value(l, &b.words))
		if err != nil {
			return err
		}
		b.cells[i] = cell
	}
	err := b.stream.SetRow("A"+strconv.Itoa(b.next), b.cells)
	b.next++
	return err
}

func (b *workbook) cellOf(cell any) (any, error) {
	switch v := cell.(type) {
	case string:
		if v == "" {
			return nil, nil
		}
	case number:
		return b.numberOf(string(v)), nil
	case date:
		t, err := time.Parse(time.DateOnly, string(v))
		if err != nil {
			return nil, err
		}
		return excelize.Cell{StyleID: b.styles.day, Value: t}, nil
	}
	return cell, nil
}

// numberOf returns a number as the binary fraction that a spreadsheet computes with, or as a text if it has more digits
// than that keeps.
func (b *workbook) numberOf(text string) any {
	exact, ok := new(big.Rat).SetString(text)
	if !ok {
		return text
	}
	f, _ := exact.Float64()
	if back := strconv.FormatFloat(f, 'g', 15, 64); !same(back, exact) {
		return text
	}
	return excelize.Cell{StyleID: b.styles.number, Value: f}
}

func same(text string, exact *big.Rat) bool {
	back, ok := new(big.Rat).SetString(text)
	return ok && back.Cmp(exact) == 0
}

func (b *workbook) end() error {
	if err := b.stream.Flush(); err != nil {
		return err
	}
	_, err := b.file.WriteTo(io.Discard) // see newWorkbook
	return err
}

func (b *workbook) close() error { return b.file.Close() }
