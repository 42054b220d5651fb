package page

import "fmt"

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

// Truth makes a cell that holds a truth.
func Truth(b bool) Cell {
	if b {
		return Number(1)
	}
	return Number(0)
}

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

// Set puts in what a driver of database/sql gave: null, a whole number, a text or a truth.
func (c *Cell) Set(value any) error {
	switch v := value.(type) {
	case nil:
		*c = Cell{}
	case int64:
		*c = Number(v)
	case string:
		*c = Text(v)
	case []byte:
		*c = Text(string(v))
	case bool:
		*c = Truth(v)
	default:
		return fmt.Errorf("a column holds a %T", value)
	}
	return nil
}

// Cursor is the rows that a statement finds, one after the other.
type Cursor interface {
	// Columns returns the names of the columns.
	Columns() []string
	// Next reads the next row; false is the end.
	Next(row []Cell) (bool, error)
	// Close ends the statement. It may be called more than once.
	Close() error
}

// scan reads all rows of so many columns, and closes them. expected is about how many rows there are. It returns
// ErrTooManyRows after most rows.
func scan(found Cursor, width, expected, most int) ([][]Cell, error) {
	defer found.Close()
	var (
		rows  [][]Cell
		room  []Cell
		piece = max(1, min(expected, firstPiece))
	)
	for {
		if len(room) < width {
			room = make([]Cell, piece*width)
			if rows == nil {
				rows = make([][]Cell, 0, piece)
			}
			piece = min(2*piece, largestPiece)
		}
		row := room[:width:width]
		there, err := found.Next(row)
		if err != nil {
			return nil, fmt.Errorf("read a row: %w", err)
		}
		if !there {
			return rows, nil
		}
		if len(rows) == most {
			return nil, ErrTooManyRows
		}
		rows, room = append(rows, row), room[width:]
	}
}

// Room is made for a few rows first, since many pages are not full, and then for twice as many each time.
const firstPiece, largestPiece = 8, 64
