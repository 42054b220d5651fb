package page

import (
	"database/sql"
	"fmt"
)

// Cell is one value of a row as the database gave it: null, a number or a text. Truth is the number 1 or 0.
type Cell struct {
	text   string
	number int64
	kind   kind
}

type kind uint8

const (
	null kind = iota
	number
	text
)

// Number makes a cell that holds a number.
func Number(n int64) Cell { return Cell{number: n, kind: number} }

// Text makes a cell that holds a text.
func Text(s string) Cell { return Cell{text: s, kind: text} }

// Null tells whether the cell holds nothing.
func (c *Cell) Null() bool { return c.kind == null }

// Int returns the number; 0 for null. It panics for a text.
func (c *Cell) Int() int64 {
	if c.kind == text {
		panic(fmt.Sprintf("a number was expected, not the text %q", c.text))
	}
	return c.number
}

// Text returns the text; "" for null. It panics for a number.
func (c *Cell) Text() string {
	if c.kind == number {
		panic(fmt.Sprintf("a text was expected, not the number %d", c.number))
	}
	return c.text
}

// Scan implements sql.Scanner.
func (c *Cell) Scan(value any) error {
	switch v := value.(type) {
	case nil:
		*c = Cell{}
	case int64:
		*c = Cell{number: v, kind: number}
	case string:
		*c = Cell{text: v, kind: text}
	case []byte:
		*c = Cell{text: string(v), kind: text}
	case bool:
		*c = Cell{kind: number}
		if v {
			c.number = 1
		}
	default:
		return fmt.Errorf("a column holds a %T", value)
	}
	return nil
}

// scan reads all rows of so many columns, and closes them. expected is about how many rows there are. It returns
// TooMany after most rows.
func scan(found *sql.Rows, width, expected, most int) ([][]Cell, error) {
	defer found.Close()
	var (
		rows  [][]Cell
		room  []Cell
		into  = make([]any, width)
		piece = max(1, min(expected, largestPiece))
	)
	for found.Next() {
		if len(rows) == most {
			return nil, ErrTooManyRows
		}
		if len(room) < width {
			room = make([]Cell, piece*width)
			piece = min(2*piece, largestPiece)
		}
		row := room[:width:width]
		room = room[width:]
		for i := range row {
			into[i] = &row[i]
		}
		if err := found.Scan(into...); err != nil {
			return nil, fmt.Errorf("read a row: %w", err)
		}
		if rows == nil {
			rows = make([][]Cell, 0, piece)
		}
		rows = append(rows, row)
	}
	if err := found.Err(); err != nil {
		return nil, fmt.Errorf("read rows: %w", err)
	}
	return rows, nil
}

// largestPiece is for how many rows room is made at once.
const largestPiece = 64
