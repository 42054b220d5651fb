package page

import (
	"fmt"
	"strconv"
	"strings"
)

// Source is what one statement reads: columns of a table, and of the rows to which its columns refer. A path names a
// column: "ends_on" is one of the table, "product_id.name" one of the row that product_id refers to, and so on. A row
// that the scope does not show reads as null.
type Source struct {
	table   *Table
	joins   []join
	columns []sourceColumn
	slots   map[string]int
}

// join reads the row to which a column of the table, or of an earlier join, refers.
type join struct {
	path   string
	from   int // the number of the join that has the column; -1 is the table
	column string
	table  *Table
	alias  string
	own    string // a column beside the one that refers; see Own
}

type sourceColumn struct {
	join   int // -1 is the table
	column string
}

// NewSource makes a source that reads the ids of a table.
func NewSource(t *Table) *Source {
	s := &Source{table: t, slots: map[string]int{}}
	s.Column(idColumn)
	return s
}

// Table returns the table.
func (s *Source) Table() *Table { return s.table }

// Joins returns how many rows are read along with each row.
func (s *Source) Joins() int { return len(s.joins) }

// Column adds the column that a path names, and returns its place in the rows. It panics for a path that names none:
// paths are written in the program.
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

// Own lets the row at a path also be read by the user whom a column beside the last one of the path names, though the
// scope does not show it: whoever is a member of an account knows its name.
func (s *Source) Own(path, column string) { s.joins[s.join(path)].own = column }

// Slot returns the place of a column in the rows, and whether the source reads it.
func (s *Source) Slot(path string) (int, bool) {
	slot, known := s.slots[path]
	return slot, known
}

// Refers returns the table of the row to which the column at a path refers; nil if it refers to none.
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
	s.joins = append(s.joins, join{path: path, from: from, column: column, table: table, alias: "j" + strconv.Itoa(len(s.joins)+1)})
	return len(s.joins) - 1
}

// inner returns the columns of the table that the statement needs of it, in whichever order it is written.
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
