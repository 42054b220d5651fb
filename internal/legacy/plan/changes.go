package plan

import (
	"slices"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/legacy/stage"
)

// RowInsert inserts rows into a table.
type RowInsert struct {
	Table   string
	Columns []string
	Rows    [][]any
	rank    int
}

// RowUpdate sets columns of the rows whose key columns have the values KeyIs.
type RowUpdate struct {
	Table   string
	Columns []string
	Values  []any
	Key     []string
	KeyIs   []any
}

// RowDelete removes the rows with these values; a nil value stands for null. ID and Account are those of a row that
// has an id, and 0 otherwise.
type RowDelete struct {
	Table       string
	Columns     []string
	Values      []any
	ID, Account gid.ID
}

// Changes are the changes to the database for one chunk, applied in this order: deletes, inserts, updates.
type Changes struct {
	Deletes []RowDelete
	Inserts []*RowInsert
	Updates []RowUpdate

	now      clock.Instant
	verdicts []verdict
	settle   []func()
	byTable  map[*table]*RowInsert
	created  map[gid.ID]bool
	pairs    map[pair]bool
	graph    map[gid.ID][]gid.ID // the parents of accounts in this chunk
	moved    []gid.ID            // accounts whose parents have changed
	accounts map[stage.Ref]gid.ID
	crm      map[string]bool
}

func newChanges(now clock.Instant) *Changes {
	return &Changes{now: now, byTable: map[*table]*RowInsert{}, created: map[gid.ID]bool{}, pairs: map[pair]bool{},
		graph: map[gid.ID][]gid.ID{}, accounts: map[stage.Ref]gid.ID{}, crm: map[string]bool{}}
}

// None reports whether there is nothing to do.
func (c *Changes) None() bool { return len(c.Deletes)+len(c.Inserts)+len(c.Updates) == 0 }

// Rows is the number of rows inserted, updated and deleted.
func (c *Changes) Rows() int64 {
	n := len(c.Deletes) + len(c.Updates)
	for _, i := range c.Inserts {
		n += len(i.Rows)
	}
	return int64(n)
}

// order sorts the inserts so that every row comes after those that it refers to.
func (c *Changes) order() {
	slices.SortFunc(c.Inserts, func(a, b *RowInsert) int { return a.rank - b.rank })
}

func (c *Changes) insert(r row) {
	if at := r.table.moment; at >= 0 {
		r.values[at] = int64(c.now)
	}
	columns, values := r.table.inserted(r.values)
	in := c.byTable[r.table]
	if in == nil {
		in = &RowInsert{Table: r.table.name, Columns: columns, rank: r.table.rank}
		c.byTable[r.table] = in
		c.Inserts = append(c.Inserts, in)
	}
	in.Rows = append(in.Rows, values)
}

// update sets columns of a row with an id, and the time of the change if the table has one.
func (c *Changes) update(r *row, columns []string, values []any) {
	if at := r.table.moment; at >= 0 {
		columns, values = append(columns, r.table.columns[at]), append(values, int64(c.now))
	}
	c.Updates = append(c.Updates, RowUpdate{r.table.name, columns, values, r.table.columns[:1], r.values[:1]})
}

func (c *Changes) remove(r row) {
	gone := RowDelete{Table: r.table.name, Columns: r.table.columns, Values: r.values}
	if r.table.keyed {
		gone.Columns, gone.Values, gone.ID = r.table.columns[:1], r.values[:1], idOf(r.values[0])
		if at := slices.Index(r.table.columns, "account_id"); at >= 0 {
			gone.Account = idOf(r.values[at])
		}
	}
	c.Deletes = append(c.Deletes, gone)
}
