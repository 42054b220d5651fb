package page

import (
	"fmt"
	"strconv"
	"strings"
)

// Source lists the columns that one statement reads, of a table and of the rows to which its columns refer. A path
// names a column: "ends_on" is a column of the table, "product_id.name" a column of the row that product_id refers to,
// and so on. A row outside the scope reads as null.
type Source struct {
	table   *Table
	joins   []join
	columns []sourceColumn
	slots   map[string]int
}

// join joins the row to which a column of the table, or of an earlier join, refers.
type join struct {
	path   string
	from   int // the index of the join that has the column; -1 is the table
	column string
	table  *Table
	alias  string
	own    string // a column of the same row as the referring column; see Own
}

type sourceColumn struct {
	join   int // -1 is the table
	column string
}

// NewSource returns a source that reads the ids of a table.
func NewSource(t *Table) *Source {
	s := &Source{table: t, slots: map[string]int{}}
	s.Column(idColumn)
	return s
}

// Table returns the table.
func (s *Source) Table() *Table { return s.table }

// Joins returns the number of joined rows for each row.
func (s *Source) Joins() int { return len(s.joins) }

// Column adds the column that a path names and returns its index in the rows. It panics if there is no such column:
// paths are constants of the program.
func (s *Source) Column(path string) int {
	if slot, known := s.slots[path]; known {
		return slot
	}
	from, column := -1, path
	if at := strings.LastIndexByte(path, '.'); at >= 0 {
		from, column = s.join(path[:at]), path[at+1:]
	}
	if t := s.tableOf(from); !t.Has(column) {
		panic(fmt.Sprintf("%s: table %s has no column %s", path, t.name, column))
	}
	slot := len(s.columns)
	s.columns = append(s.columns, sourceColumn{from, column})
	s.slots[path] = slot
	return slot
}

// Own also allows the row at a path to be read by the user to whom column, in the row that refers to it, refers, even
// if the row is outside the scope. For instance, a member of an account may read the account's name.
func (s *Source) Own(path, column string) { s.joins[s.join(path)].own = column }

// Slot returns the index of a column in the rows, and whether the source reads it.
func (s *Source) Slot(path string) (int, bool) {
	slot, known := s.slots[path]
	return slot, known
}

// Refers returns the table to which the column at a path refers; nil if it is not a reference.
func (s *Source) Refers(path string) *Table {
	at := strings.LastIndexByte(path, '.')
	if at < 0 {
		return s.table.Refers(path)
	}
	above := s.Refers(path[:at])
	if above == nil {
		return nil
	}
	return above.Refers(path[at+1:])
}

func (s *Source) tableOf(join int) *Table {
	if join < 0 {
		return s.table
	}
	return s.joins[join].table
}

func (s *Source) join(path string) int {
	for i := range s.joins {
		if s.joins[i].path == path {
			return i
		}
	}
	from, column := -1, path
	if at := strings.LastIndexByte(path, '.'); at >= 0 {
		from, column = s.join(path[:at]), path[at+1:]
	}
	table := s.tableOf(from).Refers(column)
	if table == nil {
		panic(fmt.Sprintf("%s: the column refers to no table", path))
	}
	s.joins = append(s.joins, join{path: path, from: from, column: column, table: table,
		alias: "j" + strconv.Itoa(len(s.joins)+1)})
	return len(s.joins) - 1
}

// inner returns the columns of the table that a statement needs, including those of the order.
func (s *Source) inner(o Order) []string {
	columns := []string{idColumn}
	add := func(column string) {
		for _, c := range columns {
			if c == column {
				return
			}
		}
		columns = append(columns, column)
	}
	for _, c := range s.columns {
		if c.join < 0 {
			add(c.column)
		}
	}
	for _, j := range s.joins {
		if j.from < 0 {
			add(j.column)
		}
		if j.from < 0 && j.own != "" {
			add(j.own)
		}
	}
	for _, c := range o.Columns {
		add(c)
	}
	return columns
}
