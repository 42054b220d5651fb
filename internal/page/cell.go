package page

import "fmt"

// Cell is one value of a row: null, an integer or a text. Booleans are the integers 1 and 0.
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

// Number returns a cell that holds an integer.
func Number(n int64) Cell { return Cell{number: n, kind: number} }

// Text returns a cell that holds a text.
func Text(s string) Cell { return Cell{text: s, kind: text} }

// Truth returns a cell that holds a boolean.
func Truth(b bool) Cell {
	if b {
		return Number(1)
	}
	return Number(0)
}

// Null reports whether the cell holds null.
func (c *Cell) Null() bool { return c.kind == null }

// Int returns the integer; 0 for null. It panics for a text.
func (c *Cell) Int() int64 {
	if c.kind == text {
		panic(fmt.Sprintf("a number was expected, not the text %q", c.text))
	}
	return c.number
}

// Text returns the text; "" for null. It panics for an integer.
func (c *Cell) Text() string {
	if c.kind == number {
		panic(fmt.Sprintf("a text was expected, not the number %d", c.number))
	}
	return c.text
}

// Set stores a value from a database/sql driver: nil, an integer, a text or a boolean. It returns an error for any
// other type.
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

// Cursor iterates over the rows of a statement.
type Cursor interface {
	// Columns returns the names of the columns.
	Columns() []string
	// Next reads the next row into row; it returns false after the last one.
	Next(row []Cell) (bool, error)
	// Close ends the statement. It may be called more than once.
	Close() error
}

// scan reads all rows and closes the cursor. width is the number of columns, expected the approximate number of rows.
// It returns a TooManyRowsError if there are more than limit rows.
func scan(found Cursor, width, expected, limit int) ([][]Cell, error) {
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
		more, err := found.Next(row)
		if err != nil {
			return nil, fmt.Errorf("read a row: %w", err)
		}
		if !more {
			return rows, nil
		}
		if len(rows) == limit {
			return nil, &TooManyRowsError{limit}
		}
		rows, room = append(rows, row), room[width:]
	}
}

// Cells are allocated for a few rows first, because many pages are not full, and then for twice as many each time.
const firstPiece, largestPiece = 8, 64
