// Package page reads paginated lists: it checks which page a client requests, and builds the statement that fetches it
// for one or for many parents at once, restricted to the rows that the viewer may see.
package page

import (
	"encoding/json"
	"fmt"

	"github.com/muniment/muniment/internal/fault"
)

// Default is the number of rows of a page if the client sets none, Max the maximum.
const (
	Default = 20
	Max     = 100
)

// Args are the pagination arguments of a GraphQL connection, as the client sent them.
type Args struct {
	First, Last   *int
	After, Before *string
}

// Order is a total order by columns, all in one direction, and then by id in the same direction.
type Order struct {
	// Name identifies the order; cursors are bound to it.
	Name string
	// Columns are the columns before the id.
	Columns []string
	// Descending reverses every column and the id.
	Descending bool
}

// Request asks for one page of an ordered list.
type Request struct {
	Args
	Order Order
	// Binding identifies everything else that determines the rows of the list: the list, the filter, the viewer. A
	// cursor with another binding is refused.
	Binding string
}

type window struct {
	limit         int
	backward      bool
	after, before *cursor
}

// Check returns BAD_PAGE_SIZE or BAD_CURSOR if the request is invalid for a table.
func (r Request) Check(t *Table) error {
	_, err := r.window(t)
	return err
}

func (r Request) window(t *Table) (window, error) {
	w := window{limit: Default}
	switch {
	case r.First != nil && r.Last != nil:
		return w, fault.New(fault.BadPageSize, "last", "first and last cannot be given together.", "Give one of them.")
	case r.First != nil:
		w.limit = *r.First
	case r.Last != nil:
		w.limit, w.backward = *r.Last, true
	}
	if w.limit < 1 || w.limit > Max {
		field := "first"
		if w.backward {
			field = "last"
		}
		return w, fault.New(fault.BadPageSize, field, "The number of rows of a page must be {min} to {max}.",
			"Ask for {min} to {max} rows, and read further pages with cursors.",
			fault.WithNumber("min", 1), fault.WithNumber("max", Max), fault.WithNumber("given", w.limit))
	}
	var err error
	if w.after, err = r.read(t, "after", r.After); err != nil {
		return w, err
	}
	w.before, err = r.read(t, "before", r.Before)
	return w, err
}

func (r Request) read(t *Table, field string, text *string) (*cursor, error) {
	if text == nil {
		return nil, nil
	}
	c, err := parseCursor(*text, r.seal(), len(r.Order.Columns)+1)
	if err == nil && !c.fits(t, r.Order) {
		err = errCursor
	}
	if err != nil {
		return nil, foreignCursor(field)
	}
	return c, nil
}

func foreignCursor(field string) error {
	return fault.New(fault.BadCursor, field, "The cursor does not belong to this list.",
		"Use a cursor of the same list with the same order and filter, or begin without one.")
}

// CheckForm returns BAD_PAGE_SIZE for a page that no list has, and BAD_CURSOR for a text that is a cursor of no list.
func (r Request) CheckForm() error {
	for _, at := range []struct {
		field string
		text  *string
	}{{"after", r.After}, {"before", r.Before}} {
		if at.text == nil {
			continue
		}
		if _, _, err := cursorOf(*at.text); err != nil {
			return foreignCursor(at.field)
		}
	}
	r.After, r.Before = nil, nil
	return r.Check(nil)
}

// Cursor returns the cursor of a row of the list. values are those of the order's columns, and the id.
func (r Request) Cursor(values []Cell) string {
	list := make([]any, len(values))
	for i := range values {
		if c := &values[i]; c.kind == text {
			list[i] = c.text
		} else {
			list[i] = c.number
		}
	}
	return formatCursor(r.seal(), list)
}

// Binding returns a text, for Request.Binding, that is different for different parts.
func Binding(parts ...any) string {
	b, err := json.Marshal(parts)
	if err != nil { // parts that cannot be written as JSON must not share a binding either
		return fmt.Sprintf("%#v", parts)
	}
	return string(b)
}
