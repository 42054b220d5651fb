// Package page holds lists: which rows of an ordered set a client asked for, the statement that fetches them for one
// or for many parents at once, and no more of it than one viewer may see.
package page

import (
	"encoding/json"
	"fmt"

	"github.com/muniment/muniment/internal/fault"
)

// Default and Max are the rows of a page where nothing is asked, and at most.
const (
	Default = 20
	Max     = 100
)

// Args are the arguments of a connection as the client gave them.
type Args struct {
	First, Last   *int
	After, Before *string
}

// Order is a total order: the columns, all in one direction, with the id as the last of them.
type Order struct {
	// Name is bound into cursors.
	Name string
	// Columns come before the id.
	Columns []string
	// Descending turns every column and the id round.
	Descending bool
}

// Request is a page of an ordered set.
type Request struct {
	Args
	Order Order
	// Binding is the text of everything else that decides which rows there are: the set, the filter, the viewer. A
	// cursor made under another binding is refused.
	Binding string
}

type window struct {
	limit         int
	backward      bool
	after, before *cursor
}

// Check returns BAD_PAGE_SIZE or BAD_CURSOR if the request cannot be met for rows of a table.
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
		return w, fault.New(fault.BadPageSize, field, "The number of rows of a page must be 1 to 100.", "Ask for 1 to 100 rows, and read further pages with cursors.")
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
		return nil, fault.New(fault.BadCursor, field, "The cursor does not belong to this list.",
			"Use a cursor of the same list with the same order and filter, or begin without one.")
	}
	return c, nil
}

// Cursor returns the cursor of a row of the list: the values of the order's columns, and the id.
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

// Binding makes the text to which cursors are bound.
func Binding(parts ...any) string {
	b, err := json.Marshal(parts)
	if err != nil { // what cannot be written as JSON still must not share a binding with something else
		return fmt.Sprintf("%#v", parts)
	}
	return string(b)
}
