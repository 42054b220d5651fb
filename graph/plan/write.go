package plan

import (
	"errors"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/muniment/muniment/internal/page"
)

// writer writes the response after everything has been read. The methods that write a value return whether it is null.
// A null in a non-null position makes the parent null, as section 6.4.4 of the GraphQL specification says.
type writer struct {
	run               *run
	b                 []byte
	path              ast.Path
	stopped           bool // the response is too large, or the deadline has passed
	written, failures int
	introspect        func(f *field) ([]byte, error)
	act               func(f *field) bool
}

var errNull = errors.New("a field that must not be null is null")

// fail adds an error at the current path to the response.
func (w *writer) fail(f *field, err error) {
	if w.failures++; w.failures > maxErrors {
		return
	}
	wrapped := &gqlerror.Error{Err: err, Message: err.Error(), Path: append(ast.Path(nil), w.path...)}
	var inner *gqlerror.Error
	if errors.As(err, &inner) {
		wrapped.Path = append(wrapped.Path, inner.Path...) // the path of the argument
	}
	if f != nil && f.node.Position != nil {
		wrapped.Locations = []gqlerror.Location{{Line: f.node.Position.Line, Column: f.node.Position.Column}}
	}
	graphql.AddError(withPath(w.run.call.Context, w.path), wrapped)
}

// object writes an object. It writes nothing and returns false if a null in a non-null field makes the object null.
func (w *writer) object(sel *selection, set *rowSet, index int) bool {
	if w.written++; w.written > maxObjects || len(w.b) > maxBytes || w.written%1024 == 0 && w.run.call.Err() != nil {
		w.stopped = true
	}
	if w.stopped {
		return false
	}
	begin, depth := len(w.b), len(w.path)
	w.b = append(w.b, '{')
	for i, f := range sel.fields {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		w.b = append(w.b, f.label...)
		w.path = append(w.path, f.step)
		null := w.field(f, set, index)
		w.path = w.path[:depth]
		if !null {
			continue
		}
		if f.typ != nil && f.typ.NonNull {
			w.b = w.b[:begin]
			return false
		}
		w.b = append(w.b, "null"...)
	}
	w.b = append(w.b, '}')
	return true
}

// missing adds an error if a field that must not be null is null. It always returns true.
func (w *writer) missing(f *field, typ *ast.Type) bool {
	if typ.NonNull {
		w.fail(f, errNull)
	}
	return true
}

func (w *writer) field(f *field, set *rowSet, index int) (null bool) {
	begin, depth := len(w.b), len(w.path)
	defer func() {
		if failure := recover(); failure != nil {
			w.b, w.path = w.b[:begin], w.path[:depth]
			w.fail(f, w.run.recovered(failure))
			null = true
		}
	}()
	switch {
	case f.typename != nil:
		w.b = append(w.b, f.typename...)
		return false
	case f.isIntrospection():
		answer, err := w.introspect(f)
		if err != nil {
			w.fail(f, err)
			return true
		}
		w.b = append(w.b, answer...)
		return false
	case f.decl == nil:
		return w.column(f, &set.rows[index][f.slot])
	case f.decl.kind == byAction:
		return w.act(f)
	}
	st := &w.run.states[f.state]
	if err := st.failed(index); err != nil {
		w.fail(f, err)
		return true
	}
	switch {
	case f.values != nil:
		return w.objects(f, f.values, st, index)
	case f.joined != nil:
		return w.one(f, f.joined, st.set, st.at, index)
	case f.target != nil, f.kinds != nil:
		return w.references(f, st, index)
	case f.page != nil:
		return w.connection(f, st, index)
	case f.short != nil:
		return w.objects(f, f.short.selection, st, index)
	}
	return w.scalar(f, st, set, index)
}

func (w *writer) column(f *field, c *page.Cell) bool {
	b, null, err := f.leaf.cell(w.b, c)
	if err != nil {
		w.fail(f, err)
		return true
	}
	if w.b = b; null {
		return w.missing(f, f.typ)
	}
	return false
}

func (w *writer) scalar(f *field, st *state, set *rowSet, index int) bool {
	begin := len(w.b)
	null, err := w.compute(f, st, set, index)
	if err != nil {
		w.b = w.b[:begin]
		w.fail(f, err)
		return true
	}
	if null {
		return w.missing(f, f.typ)
	}
	return false
}

// compute writes a scalar that is computed from the row.
func (w *writer) compute(f *field, st *state, set *rowSet, index int) (null bool, err error) {
	call := w.run.call
	call.Args = st.args
	defer func() {
		if failure := recover(); failure != nil {
			err = w.run.recovered(failure)
		}
	}()
	v, err := f.decl.value(call, Row{set, index})
	if err != nil {
		return false, err
	}
	w.b, null, err = f.leaf.value(w.b, v)
	return null, err
}

// one writes the single object of a row.
func (w *writer) one(f *field, sel *selection, set *rowSet, at []int, index int) bool {
	if at != nil {
		index = at[index]
	}
	if index < 0 {
		return w.missing(f, f.typ)
	}
	return !w.object(sel, set, index)
}

// objects writes the object of a row, or its list of objects.
func (w *writer) objects(f *field, sel *selection, st *state, index int) bool {
	if f.typ.Elem == nil {
		return w.one(f, sel, st.set, st.at, index)
	}
	if st.nulls[index] {
		return w.missing(f, f.typ)
	}
	begin := 0
	if index > 0 {
		begin = st.ends[index-1]
	}
	return w.list(f, f.typ, st.ends[index]-begin,
		func(n int) bool { return w.element(f, sel, st.set, st.at, begin+n) })
}

func (w *writer) element(f *field, sel *selection, set *rowSet, at []int, n int) bool {
	if at != nil {
		n = at[n]
	}
	if n < 0 {
		return w.missing(f, f.typ.Elem)
	}
	return !w.object(sel, set, n)
}

// list writes a list. A null element makes the list null if elements must not be null.
func (w *writer) list(f *field, typ *ast.Type, n int, element func(int) bool) (null bool) {
	begin, depth := len(w.b), len(w.path)
	w.b = append(w.b, '[')
	for i := range n {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		w.path = append(w.path, ast.PathIndex(i))
		null := element(i)
		w.path = w.path[:depth]
		if !null {
			continue
		}
		if typ == nil || typ.Elem.NonNull {
			w.b = w.b[:begin]
			return true
		}
		w.b = append(w.b, "null"...)
	}
	w.b = append(w.b, ']')
	return false
}

func (w *writer) references(f *field, st *state, index int) bool {
	begin := 0
	if index > 0 {
		begin = st.ends[index-1]
	}
	write := func(at ref, typ *ast.Type) bool {
		if at.set == nil {
			return w.missing(f, typ)
		}
		return !w.object(at.set.selection, at.set, at.index)
	}
	if f.typ.Elem == nil {
		return write(st.refs[begin], f.typ)
	}
	return w.list(f, f.typ, st.ends[index]-begin, func(n int) bool { return write(st.refs[begin+n], f.typ.Elem) })
}

// connection writes a page.
func (w *writer) connection(f *field, st *state, index int) bool {
	l := f.page
	begin, depth := len(w.b), len(w.path)
	w.b = append(w.b, '{')
	for i, cf := range l.fields {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		w.b = append(w.b, cf.label...)
		w.path = append(w.path, cf.step)
		null := w.partOfPage(f, cf, st, index)
		w.path = w.path[:depth]
		if null {
			w.b = w.b[:begin]
			return true
		}
	}
	w.b = append(w.b, '}')
	return false
}

func (w *writer) partOfPage(f *field, cf *connectionField, st *state, index int) bool {
	l := f.page
	switch cf.kind {
	case connectionTypename:
		w.b = appendQuoted(w.b, l.typename)
		return false
	case connectionTotal:
		if st.paged.countErr != nil {
			w.fail(f, st.paged.countErr)
			return true
		}
		b, _, err := (&leaf{}).integer(w.b, st.paged.counts[index])
		if w.b = b; err != nil {
			w.fail(f, err)
		}
		return err != nil
	case connectionInfo:
		w.info(l, cf, st, index)
		return false
	}
	begin := 0
	if index > 0 {
		begin = st.ends[index-1]
	}
	n := st.ends[index] - begin
	if cf.kind == connectionNodes {
		own := &w.run.states[cf.state]
		return w.list(f, nil, n, func(i int) bool { return w.node(f, cf.selection, own, begin+i) })
	}
	return w.list(f, nil, n, func(i int) bool { return w.edge(f, cf, st, index, begin, i) })
}

func (w *writer) node(f *field, sel *selection, own *state, at int) bool {
	if own.at != nil {
		at = own.at[at]
	}
	if at < 0 {
		w.fail(f, errNull)
		return true
	}
	return !w.object(sel, own.set, at)
}

func (w *writer) edge(f *field, cf *connectionField, st *state, index, begin, i int) bool {
	start, depth := len(w.b), len(w.path)
	w.b = append(w.b, '{')
	for n, p := range cf.parts {
		if n > 0 {
			w.b = append(w.b, ',')
		}
		w.b = append(w.b, p.label...)
		switch {
		case p.text != nil:
			w.b = append(w.b, p.text...)
		case p.selection == nil:
			w.b = appendQuoted(w.b, f.page.cursor(st.paged.request, st.paged.slices[index].Rows[i]))
		default:
			w.path = append(w.path, p.step)
			null := w.node(f, p.selection, &w.run.states[p.state], begin+i)
			w.path = w.path[:depth]
			if null {
				w.b = w.b[:start]
				return true
			}
		}
	}
	w.b = append(w.b, '}')
	return false
}

// cursor returns the cursor of a row.
func (l *connection) cursor(r page.Request, row []page.Cell) string {
	values := make([]page.Cell, 0, len(r.Order.Columns)+1)
	for _, column := range append(r.Order.Columns[:len(r.Order.Columns):len(r.Order.Columns)], "id") {
		slot, known := l.source.Slot(column)
		if !known {
			panic(column + " orders a list, and was not fetched")
		}
		values = append(values, row[slot])
	}
	return r.Cursor(values)
}

func (w *writer) info(l *connection, cf *connectionField, st *state, index int) {
	slice := st.paged.slices[index]
	w.b = append(w.b, '{')
	for n, p := range cf.parts {
		if n > 0 {
			w.b = append(w.b, ',')
		}
		w.b = append(w.b, p.label...)
		rows := slice.Rows
		switch p.name {
		case "hasNextPage":
			w.b = strconv.AppendBool(w.b, slice.HasNext)
		case "hasPreviousPage":
			w.b = strconv.AppendBool(w.b, slice.HasPrev)
		case "startCursor", "endCursor":
			if len(rows) == 0 {
				w.b = append(w.b, "null"...)
				break
			}
			row := rows[0]
			if p.name == "endCursor" {
				row = rows[len(rows)-1]
			}
			w.b = appendQuoted(w.b, l.cursor(st.paged.request, row))
		default:
			w.b = append(w.b, p.text...)
		}
	}
	w.b = append(w.b, '}')
}
