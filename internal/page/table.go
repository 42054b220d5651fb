package page

import (
	"fmt"
	"math"

	"entgo.io/ent/dialect/sql/schema"
	"entgo.io/ent/schema/field"

	"github.com/muniment/muniment/ent/migrate"
)

// Table is a table of the data model with its columns and foreign keys.
type Table struct {
	name    string
	columns map[string]Column
	refers  map[string]*Table
	// texts are the SELECT statements of a derived table by ent's names of the engines; nil for a table of the data
	// model.
	texts map[string]string
}

// Column says which values a column can hold.
type Column struct {
	// Text says that it holds text; other columns hold integers, or booleans as 0 and 1.
	Text bool
	// Least and Most are the smallest and the largest integer that it can hold.
	Least, Most int64
	// Nullable says that it can hold null.
	Nullable bool
}

var tables = load(migrate.Tables)

func load(list []*schema.Table) map[string]*Table {
	out := make(map[string]*Table, len(list))
	for _, t := range list {
		table := &Table{name: t.Name, columns: make(map[string]Column, len(t.Columns)),
			refers: make(map[string]*Table)}
		for _, c := range t.Columns {
			text := c.Type == field.TypeString || c.Type == field.TypeEnum || c.Type == field.TypeJSON
			least, most := int64(math.MinInt64), int64(math.MaxInt64)
			switch c.Type {
			case field.TypeInt32:
				least, most = math.MinInt32, math.MaxInt32
			case field.TypeInt16:
				least, most = math.MinInt16, math.MaxInt16
			}
			table.columns[c.Name] = Column{Text: text, Least: least, Most: most, Nullable: c.Nullable}
		}
		out[t.Name] = table
	}
	for _, t := range list {
		for _, key := range t.ForeignKeys {
			if len(key.Columns) == 1 {
				out[t.Name].refers[key.Columns[0].Name] = out[key.RefTable.Name]
			}
		}
	}
	return out
}

// TableNamed returns a table of the data model. It panics for an unknown name: names are constants of the program.
func TableNamed(name string) *Table {
	t := tables[name]
	if t == nil {
		panic(fmt.Sprintf("there is no table %s", name))
	}
	return t
}

// Derived returns a table that is not of the data model: the rows of a SELECT statement, which has one text for each
// engine and no arguments. name is that of the rule of the scope. One of the columns is id.
func Derived(name string, columns map[string]Column, texts map[string]string) *Table {
	return &Table{name: name, columns: columns, texts: texts}
}

// Name returns the name of the table.
func (t *Table) Name() string { return t.name }

// Has reports whether the table has a column.
func (t *Table) Has(column string) bool {
	_, known := t.columns[column]
	return known
}

// Column returns a column; the zero value if there is no such column.
func (t *Table) Column(name string) Column { return t.columns[name] }

// Refers returns the table to which a column refers; nil if it is not a reference.
func (t *Table) Refers(column string) *Table { return t.refers[column] }
