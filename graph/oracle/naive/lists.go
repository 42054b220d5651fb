package naive

import (
	"cmp"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"hash/fnv"
	"slices"
	"strings"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// order is a total order of rows: first by columns, then by id.
type order struct {
	name       string
	columns    []string
	descending bool
}

var (
	byID   = order{name: "ID"}
	newest = order{name: "NEWEST", descending: true} // for tables whose ids increase
)

func by(name string, columns ...string) order { return order{name: name, columns: columns} }

func latest(column string) order { return order{"NEWEST", []string{column}, true} }

// made is the order of creation, for lists with the argument orderBy.
var made = order{"CREATED", []string{"created_at"}, true}

// moved is the order of the last change.
var moved = by("UPDATED", "updated_at")

// place returns the values by which a row is ordered.
func (o order) place(r row) []any {
	place := make([]any, 0, len(o.columns)+1)
	for _, c := range o.columns {
		place = append(place, r[c])
	}
	return append(place, r["id"])
}

func (o order) compare(a, b []any) int {
	for i := range a {
		c := 0
		if text, ok := a[i].(string); ok {
			c = strings.Compare(text, b[i].(string))
		} else {
			c = cmp.Compare(a[i].(int64), b[i].(int64))
		}
		if c != 0 {
			if o.descending {
				return -c
			}
			return c
		}
	}
	return 0
}

func (o order) sort(rows []row) []row {
	rows = slices.Clone(rows)
	slices.SortFunc(rows, func(a, b row) int { return o.compare(o.place(a), o.place(b)) })
	return rows
}

// list describes the objects of a list field.
type list struct {
	typ   string // the type of the objects
	table string // the table of the rows
	of    string // the column that holds the id of the parent object; "" for root lists
	// through is the column that holds the id of the object, if the rows are not the objects themselves.
	through string
	order   order
	ordered func(asked) (order, error)
	// filter returns the condition, and the value to which cursors are bound.
	filter func(asked) (func(row) bool, any, error)
}

// rows returns all rows of the list in order, and the value to which cursors are bound.
func (l list) rows(in asked) (rows []row, o order, binding any, err error) {
	o = l.order
	if l.ordered != nil {
		if o, err = l.ordered(in); err != nil {
			return nil, o, nil, err
		}
	}
	direction, err := argument[vocabulary.OrderDirection](in, "direction")
	if err != nil {
		return nil, o, nil, err
	}
	if direction != nil {
		o.descending = *direction == vocabulary.OrderDirectionDescending
	}
	condition := func(row) bool { return true }
	if l.filter != nil {
		if condition, binding, err = l.filter(in); err != nil {
			return nil, o, nil, err
		}
	}
	if l.of == "" {
		rows = in.Base.all(l.table)
	} else {
		rows = in.Base.having(l.table, l.of, in.row.number("id"))
	}
	rows = slices.DeleteFunc(in.keep(l.table, rows), func(r row) bool { return !condition(r) })
	return o.sort(rows), o, binding, nil
}

// objects returns the objects of rows. An object that the viewer does not see is nil.
func (l list) objects(in asked, rows []row) []*item {
	list := make([]*item, len(rows))
	for i, r := range rows {
		if l.through == "" {
			list[i] = &item{typ: l.typ, row: r}
		} else {
			list[i] = in.object(l.typ, r.number(l.through))
		}
	}
	return list
}

// object returns the object of a type with an id; nil if it does not exist or the viewer does not see it.
func (a *Answerer) object(typ string, id int64) *item {
	r := a.seen(types[typ].table, id)
	if r == nil {
		return nil
	}
	return &item{typ: typ, row: r}
}

// short answers a list without pages.
func short(l list) field {
	return func(in asked) (any, error) {
		rows, _, _, err := l.rows(in)
		return l.objects(in, rows), err
	}
}

// shortList answers a short list of the rows whose column `of` holds the id of the parent object.
func shortList(typ, table, of string, o order) field {
	return short(list{typ: typ, table: table, of: of, order: o})
}

// pageOf answers a page of the rows whose column `of` holds the id of the parent object.
func pageOf(typ, table, of string, o order) field {
	return page(list{typ: typ, table: table, of: of, order: o})
}

const (
	usualPage   = 20
	longestPage = 100
)

// page answers a connection.
func page(l list) field {
	return func(in asked) (any, error) {
		first, err := argument[int](in, "first")
		if err != nil {
			return nil, err
		}
		last, err := argument[int](in, "last")
		if err != nil {
			return nil, err
		}
		rows, o, binding, err := l.rows(in)
		if err != nil {
			return nil, err
		}
		size := usualPage
		switch {
		case first != nil && last != nil:
			return nil, fault.New(fault.BadPageSize, "last", "first and last are given", "")
		case first != nil:
			size = *first
		case last != nil:
			size = *last
		}
		if size < 1 || size > longestPage {
			return nil, fault.New(fault.BadPageSize, "first", "the size is out of range", "")
		}
		bound, err := json.Marshal([]any{viewer.Seal(in.ctx), l.table, l.of, binding})
		if err != nil {
			return nil, err
		}
		seal := seal(o, string(bound))
		after, err := cursorArgument(in, "after", seal, o)
		if err != nil {
			return nil, err
		}
		before, err := cursorArgument(in, "before", seal, o)
		if err != nil {
			return nil, err
		}
		total := len(rows)
		rows = slices.DeleteFunc(rows, func(r row) bool {
			at := o.place(r)
			return after != nil && o.compare(at, after) <= 0 || before != nil && o.compare(at, before) >= 0
		})
		next, previous := before != nil, after != nil // the row of a cursor is outside of the page
		switch {
		case len(rows) <= size:
		case last == nil:
			rows, next = rows[:size], true
		default:
			rows, previous = rows[len(rows)-size:], true
		}
		return connection(l, in, rows, total, func(r row) string { return cursor(seal, o.place(r)) }, next,
			previous), nil
	}
}

func connection(l list, in asked, rows []row, total int, cursor func(row) string, next, previous bool) *value {
	info := map[string]any{"hasNextPage": next, "hasPreviousPage": previous, "startCursor": nil, "endCursor": nil}
	edges := make([]*value, len(rows))
	nodes := l.objects(in, rows)
	for i, r := range rows {
		edges[i] = &value{l.typ + "Edge", map[string]any{"cursor": cursor(r), "node": nodes[i]}}
	}
	if len(rows) > 0 {
		info["startCursor"], info["endCursor"] = cursor(rows[0]), cursor(rows[len(rows)-1])
	}
	return &value{l.typ + "Connection", map[string]any{"edges": edges, "nodes": nodes, "totalCount": total,
		"pageInfo": &value{"PageInfo", info}}}
}

// seal returns the first part of every cursor of a list: a checksum of the list, its order and its filter.
func seal(o order, bound string) uint64 {
	direction := "+"
	if o.descending {
		direction = "-"
	}
	h := fnv.New64a()
	_, _ = h.Write([]byte(o.name + "\x00" + direction + "\x00" + bound))
	return h.Sum64()
}

// cursor encodes the order values of a row.
func cursor(seal uint64, place []any) string {
	b := binary.BigEndian.AppendUint64(nil, seal)
	for _, v := range place {
		switch v := v.(type) {
		case int64:
			b = binary.AppendVarint(append(b, 'n'), v)
		case string:
			b = append(binary.AppendUvarint(append(b, 's'), uint64(len(v))), v...)
		}
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

// cursorArgument decodes a cursor argument to order values; nil if it is not given.
func cursorArgument(in asked, name string, seal uint64, o order) ([]any, error) {
	text, err := argument[string](in, name)
	if err != nil || text == nil {
		return nil, err
	}
	bad := fault.New(fault.BadCursor, name, "the cursor is of another list", "")
	b, err := base64.RawURLEncoding.DecodeString(*text)
	if err != nil || len(b) < 8 || binary.BigEndian.Uint64(b) != seal {
		return nil, bad
	}
	var place []any
	for b = b[8:]; len(b) > 0; {
		if b[0] == 'n' {
			n, size := binary.Varint(b[1:])
			place, b = append(place, n), b[1+size:]
			continue
		}
		n, size := binary.Uvarint(b[1:])
		begin := 1 + size
		place, b = append(place, string(b[begin:begin+int(n)])), b[begin+int(n):]
	}
	if len(place) != len(o.columns)+1 {
		return nil, bad
	}
	return place, nil
}
