package plan

import (
	"fmt"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

// Row is one object that is being answered: a row of the database, a value of the program, or a value that was made of a
// row. Its methods take names of columns. They panic for a column that the field does not need: what was not fetched
// must not look like an empty value.
type Row struct {
	level *level
	index int
}

// Value returns what the program made the object of; nil for a row of the database.
func (r Row) Value() any {
	if r.level.values == nil {
		return nil
	}
	return r.level.values[r.index]
}

func (r Row) cell(column string) *page.Cell {
	slot, known := r.level.columns.slot(column)
	if !known {
		panic(fmt.Sprintf("%s was not fetched", column))
	}
	return &r.level.rows[r.index][slot]
}

// Null tells whether the column is null.
func (r Row) Null(column string) bool { return r.cell(column).Null() }

// Int returns a number; 0 for null.
func (r Row) Int(column string) int64 { return r.cell(column).Int() }

// ID returns an id; 0 for null.
func (r Row) ID(column string) gid.ID { return gid.ID(r.cell(column).Int()) }

// Text returns a text; "" for null.
func (r Row) Text(column string) string { return r.cell(column).Text() }

// Bool returns a truth; false for null.
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

// Enum returns a value of an enum; nil for null.
func Enum[E ~string](r Row, column string) *E {
	c := r.cell(column)
	if c.Null() {
		return nil
	}
	e := E(c.Text())
	return &e
}

// columns are the columns of an object in the rows of a statement.
type columns struct {
	source *page.Source
	prefix string // of the paths in the source, "product_id." for instance
	slots  map[string]int
	// alone says that no row is read along: the scope does not bound the statement.
	alone bool
}

// need makes the statement read a column. Values of the program have no columns, and need none.
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

// there returns the slot of a column that is null only if the whole row is missing: one that is read anyway if any is never
// null in the table, or else the id.
func (c *columns) there(table *page.Table) int {
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

// level is the rows of one place, in the order in which they are answered.
type level struct {
	place   *place
	columns *columns
	rows    [][]page.Cell // nil if the objects are values of the program alone
	values  []any         // nil if the objects are rows alone
	facts   map[*Fact]any
	answers map[questioned]answered
	n       int
}
