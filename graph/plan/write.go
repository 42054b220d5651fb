package plan

import (
	"errors"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/muniment/muniment/internal/page"
)

// writer writes the answer once everything is read. Each of its methods that write a value tells whether it is null: a null
// where the contract allows none takes the object with it, as section 6.4.4 of the specification says.
type writer struct {
	run               *run
	b                 []byte
	path              ast.Path
	full              bool // the answer has become too long, or is too late
	written, failures int
	meta              func(f *field) ([]byte, error)
	act               func(f *field) bool
}

var errNull = errors.New("a field that must not be null is null")

// fail notes an error at the current path.
func (w *writer) fail(f *field, err error) {
	if w.failures++; w.failures > mostErrors {
		return
	}
	wrapped := &gqlerror.Error{Err: err, Message: err.Error(), Path: append(ast.Path(nil), w.path...)}
	var inner *gqlerror.Error
	if errors.As(err, &inner) {
		wrapped.Path = append(wrapped.Path, inner.Path...) // which argument it is
	}
	if f != nil && f.node.Position != nil {
		wrapped.Locations = []gqlerror.Location{{Line: f.node.Position.Line, Column: f.node.Position.Column}}
	}
	graphql.AddError(inside(w.run.call.Context, w.path), wrapped)
}

// object writes an object. It writes nothing, and returns false, if the object is null for what is in it.
func (w *writer) object(p *place, lv *level, index int) bool {
	if w.written++; w.written > mostObjects || len(w.b) > mostBytes || w.written%1024 == 0 && w.run.call.Err() != nil {
		w.full = true
	}
	if w.full {
		return false
	}
	begin, depth := len(w.b), len(w.path)
	w.b = append(w.b, '{')
	for i, f := range p.fields {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		w.b = append(w.b, f.label...)
		w.path = append(w.path, f.step)
		null := w.field(f, lv, index)
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

// missing notes that a field is null that must not be.
func (w *writer) missing(f *field, typ *ast.Type) bool {
	if typ.NonNull {
		w.fail(f, errNull)
	}
	return true
}

func (w *writer) field(f *field, lv *level, index int) (null bool) {
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
	case f.meta():
		answer, err := w.meta(f)
		if err != nil {
			w.fail(f, err)
			return true
		}
		w.b = append(w.b, answer...)
		return false
	case f.feed == nil:
		return w.column(f, &lv.rows[index][f.slot])
	case f.feed.kind == byAction:
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
		return w.one(f, f.joined, st.level, st.at, index)
	case f.target != nil, f.kinds != nil:
		return w.references(f, st, index)
	case f.page != nil:
		return w.connection(f, st, index)
	case f.short != nil:
		return w.objects(f, f.short.place, st, index)
	}
	return w.scalar(f, st, lv, index)
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

func (w *writer) scalar(f *field, st *state, lv *level, index int) bool {
	begin := len(w.b)
	null, err := w.compute(f, st, lv, index)
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

// compute writes a scalar that is computed of the row.
func (w *writer) compute(f *field, st *state, lv *level, index int) (null bool, err error) {
	call := &w.run.call
	call.Args = st.args
	defer func() {
		if failure := recover(); failure != nil {
			err = w.run.recovered(failure)
		}
	}()
	v, err := f.feed.value(call, Row{lv, index})
	if err != nil {
		return false, err
	}
	w.b, null, err = f.leaf.value(w.b, v)
	return null, err
}

// one writes the object of a row.
func (w *writer) one(f *field, p *place, lv *level, at []int, index int) bool {
	if at != nil {
		index = at[index]
	}
	if index < 0 {
		return w.missing(f, f.typ)
	}
	return !w.object(p, lv, index)
}

// objects writes the object of a row, or its list of objects.
func (w *writer) objects(f *field, p *place, st *state, index int) bool {
	if f.typ.Elem == nil {
		return w.one(f, p, st.level, st.at, index)
	}
	if st.nulls[index] {
		return w.missing(f, f.typ)
	}
	begin := 0
	if index > 0 {
		begin = st.ends[index-1]
	}
	return w.list(f, f.typ, st.ends[index]-begin, func(n int) bool { return w.element(f, p, st.level, st.at, begin+n) })
}

func (w *writer) element(f *field, p *place, lv *level, at []int, n int) bool {
	if at != nil {
		n = at[n]
	}
	if n < 0 {
		return w.missing(f, f.typ.Elem)
	}
	return !w.object(p, lv, n)
}

// list writes a list. An element that must not be null, and is, takes the list with it.
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
		if at.level == nil {
			return w.missing(f, typ)
		}
		return !w.object(at.level.place, at.level, at.index)
	}
	if f.typ.Elem == nil {
		return write(st.refs[begin], f.typ)
	}
	return w.list(f, f.typ, st.ends[index]-begin, func(n int) bool { return write(st.refs[begin+n], f.typ.Elem) })
}

// connection writes a page. All of its own fields but totalCount are of a page that is there.
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
		if st.paged.uncounted != nil {
			w.fail(f, st.paged.uncounted)
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
		return w.list(f, nil, n, func(i int) bool { return w.node(f, cf.place, own, begin+i) })
	}
	return w.list(f, nil, n, func(i int) bool { return w.edge(f, cf, st, index, begin, i) })
}

func (w *writer) node(f *field, p *place, own *state, at int) bool {
	if own.at != nil {
		at = own.at[at]
	}
	if at < 0 {
		w.fail(f, errNull)
		return true
	}
	return !w.object(p, own.level, at)
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
		case p.place == nil:
			w.b = appendQuoted(w.b, f.page.cursor(st.paged.request, st.paged.slices[index].Rows[i]))
		default:
			w.path = append(w.path, p.step)
			null := w.node(f, p.place, &w.run.states[p.state], begin+i)
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
