package plan

import (
	"fmt"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

// Row is one object of the response: a database row, a Go value, or a Go value that was made from a row. Its methods
// take names of columns, or paths. They panic if no field of the selection declares that it needs the column, because
// a column that was not fetched must not look like an empty value.
type Row struct {
	set   *rowSet
	index int
}

// Value returns the Go value of the object, or nil if it is a database row.
func (r Row) Value() any {
	if r.set.values == nil {
		return nil
	}
	return r.set.values[r.index]
}

func (r Row) cell(column string) *page.Cell {
	slot, known := r.set.columns.slot(column)
	if !known {
		panic(fmt.Sprintf("%s was not fetched", column))
	}
	return &r.set.rows[r.index][slot]
}

// Null tells whether the column is null.
func (r Row) Null(column string) bool { return r.cell(column).Null() }

// Int returns a number; 0 for null.
func (r Row) Int(column string) int64 { return r.cell(column).Int() }

// ID returns an id; 0 for null.
func (r Row) ID(column string) gid.ID { return gid.ID(r.cell(column).Int()) }

// Text returns a text; "" for null.
func (r Row) Text(column string) string { return r.cell(column).Text() }

// Bool returns a boolean; false for null.
func (r Row) Bool(column string) bool { return r.cell(column).Int() != 0 }

// Day returns a calendar day; nil for null.
func (r Row) Day(column string) *day.Day {
	c := r.cell(column)
	if c.Null() {
		return nil
	}
	d := day.Day(c.Int())
	return &d
}

// Instant returns a moment; nil for null.
func (r Row) Instant(column string) *clock.Instant {
	c := r.cell(column)
	if c.Null() {
		return nil
	}
	i := clock.Instant(c.Int())
	return &i
}

// Enum returns an enum value; nil for null.
func Enum[E ~string](r Row, column string) *E {
	c := r.cell(column)
	if c.Null() {
		return nil
	}
	e := E(c.Text())
	return &e
}

// columns maps the columns of one object, as paths, to their slots in the rows of a statement.
type columns struct {
	source *page.Source
	prefix string // prefix of the paths in the source, for instance "product_id."
	slots  map[string]int
	// noJoins forbids joins: the statement has no scope, so joined rows would have none either.
	noJoins bool
}

// need adds a column to the statement. It panics for Go values, which have no columns.
func (c *columns) need(path string) {
	if c == nil {
		panic("a value of the program has no column " + path)
	}
	if _, known := c.slots[path]; !known {
		c.slots[path] = c.source.Column(c.prefix + path)
	}
}

func (c *columns) slot(path string) (int, bool) {
	if c == nil {
		return 0, false
	}
	slot, known := c.slots[path]
	return slot, known
}

// presenceSlot returns the slot of a column that is null only if the joined row is missing. It is a column that is
// read anyway and is NOT NULL in the table, if there is one; otherwise the id.
func (c *columns) presenceSlot(table *page.Table) int {
	first := -1
	for path, slot := range c.slots {
		if table.Has(path) && !table.Column(path).Nullable && (first < 0 || slot < first) {
			first = slot
		}
	}
	if first >= 0 {
		return first
	}
	c.need("id")
	slot, _ := c.slot("id")
	return slot
}

// rowSet holds the objects of one selection, in the order of the response.
type rowSet struct {
	selection  *selection
	columns    *columns
	rows       [][]page.Cell // nil if the objects are Go values that were not made from rows
	values     []any         // nil if the objects are database rows
	facts      map[*Fact]any
	keyedFacts map[factAndKey]keyedData
	n          int
}
