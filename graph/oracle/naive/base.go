package naive

import (
	"context"
	"fmt"
	"sort"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// Base reads the database one row at a time and caches the rows.
type Base struct {
	ctx   context.Context
	store *store.Store
	rows  map[place]row
	ids   map[condition][]int64
	// until is the moment after which nothing was recorded yet; nil if everything counts.
	until *clock.Instant
}

// knownAt returns a base with what was recorded up to a moment: rows that were recorded later are missing, decisions
// that were lifted later are not lifted yet, and what was decided later of the renewal of a period is open.
func (b *Base) knownAt(at clock.Instant) *Base {
	then := NewBase(b.ctx, b.store)
	then.until = &at
	return then
}

// recordedIn are the columns with the moment at which rows were recorded.
var recordedIn = map[string]string{"entitlements": "created_at", "line_items": "created_at", "periods": "created_at",
	"coverages": "created_at", "coverage_items": "linked_at", "decisions": "recorded_at",
	"ledger_entries": "recorded_at"}

// then returns a row as it was at the moment of the base; nil if it was not recorded yet.
func (b *Base) then(table string, r row) row {
	if b.until == nil || recordedIn[table] == "" {
		return r
	}
	if r.number(recordedIn[table]) > int64(*b.until) {
		return nil
	}
	if table == "decisions" && !r.null("lifted_at") && r.number("lifted_at") > int64(*b.until) {
		r["ends_on"], r["lifted_at"] = r["planned_ends_on"], nil
	}
	if table == "periods" && r.number("renewal_decided_at") > int64(*b.until) {
		r["renewal_decided_at"], r["renews_on"] = nil, r["cancel_until"] // any day says that it is open
	}
	return r
}

// NewBase returns a base over a store. The rows of the store must not change while the base is in use.
func NewBase(ctx context.Context, s *store.Store) *Base {
	return &Base{ctx: ctx, store: s, rows: map[place]row{}, ids: map[condition][]int64{}}
}

type place struct {
	table string
	id    int64
}

type condition struct {
	table, column string
	value         any
}

// row maps columns to values: nil, int64, string or bool.
type row map[string]any

func (r row) id() gid.ID { return gid.ID(r.number("id")) }

func (r row) number(column string) int64 {
	n, _ := r[column].(int64)
	return n
}

func (r row) text(column string) string {
	s, _ := r[column].(string)
	return s
}

func (r row) truth(column string) bool {
	switch v := r[column].(type) {
	case bool:
		return v
	case int64:
		return v != 0
	}
	return false
}

func (r row) null(column string) bool { return r[column] == nil }

// pointer returns a nullable number column as a pointer to type T.
func pointer[T ~int64 | ~int32](r row, column string) *T {
	if r.null(column) {
		return nil
	}
	n := T(r.number(column))
	return &n
}

// word returns a nullable text column as a pointer to type T.
func word[T ~string](r row, column string) *T {
	if r.null(column) {
		return nil
	}
	s := T(r.text(column))
	return &s
}

// get returns the row with an id; nil if there is none.
func (b *Base) get(table string, id int64) row {
	at := place{table, id}
	if r, known := b.rows[at]; known {
		return r
	}
	found := b.query("SELECT * FROM "+table+" WHERE id = ? AND /*scope:id*/", id)
	b.rows[at] = nil
	if len(found) > 0 {
		b.rows[at] = b.then(table, found[0])
	}
	return b.rows[at]
}

// having returns the rows whose column has a value, ordered by id.
func (b *Base) having(table, column string, value any) []row {
	at := condition{table, column, value}
	ids, known := b.ids[at]
	if !known {
		ids = idsOf(b.query("SELECT id FROM "+table+" WHERE "+column+" = ? AND /*scope:id*/", value))
		b.ids[at] = ids
	}
	return b.each(table, ids)
}

// all returns all rows of a table, ordered by id.
func (b *Base) all(table string) []row {
	at := condition{table: table}
	ids, known := b.ids[at]
	if !known {
		ids = idsOf(b.query("SELECT id FROM " + table + " WHERE /*scope:id*/"))
		b.ids[at] = ids
	}
	return b.each(table, ids)
}

func (b *Base) each(table string, ids []int64) []row {
	rows := make([]row, 0, len(ids))
	for _, id := range ids {
		if r := b.get(table, id); r != nil {
			rows = append(rows, r)
		}
	}
	return rows
}

func idsOf(rows []row) []int64 {
	ids := make([]int64, len(rows))
	for i, r := range rows {
		ids[i] = r.number("id")
	}
	sort.Slice(ids, func(i, j int) bool { return ids[i] < ids[j] })
	return ids
}

// query runs a statement as an operator, who sees all rows. It panics if the database fails.
func (b *Base) query(statement string, args ...any) []row {
	found, err := b.store.Scoped(b.ctx, store.Everything(), statement, args...)
	if err != nil {
		panic(fmt.Sprintf("%s: %v", statement, err))
	}
	defer found.Close()
	columns, err := found.Columns()
	if err != nil {
		panic(err)
	}
	var rows []row
	for found.Next() {
		cells, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := found.Scan(into...); err != nil {
			panic(err)
		}
		r := make(row, len(columns))
		for i, name := range columns {
			if r[name] = cells[i]; cells[i] != nil {
				r[name] = plain(cells[i])
			}
		}
		rows = append(rows, r)
	}
	if err := found.Err(); err != nil {
		panic(err)
	}
	return rows
}

func plain(cell any) any {
	switch v := cell.(type) {
	case []byte:
		return string(v)
	case int64, string, bool:
		return v
	}
	panic(fmt.Sprintf("a cell holds %T", cell))
}
