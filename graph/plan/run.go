package plan

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"slices"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

const (
	// mostErrors is how many errors of one answer are told.
	mostErrors = 200
	// mostObjects is how many objects one answer may hold.
	mostObjects = 200_000
	// mostBytes is how long one answer may be.
	mostBytes = 32 << 20
)

// AnswerTooLarge is the code of an operation whose answer would hold too many objects or bytes.
const AnswerTooLarge fault.Code = "ANSWER_TOO_LARGE"

var errTooLarge = fault.New(AnswerTooLarge, "", "The answer would be too large.", "Ask for smaller pages, or in several requests.")

// run is one execution of a plan, or of one mutation of it.
type run struct {
	table     *Table
	call      Call
	variables map[string]any
	states    []state
	objects   int
	log       *slog.Logger // nil unless every place is to be logged
}

// state is what a run keeps of one field.
type state struct {
	err   error         // the same for every row
	errs  map[int]error // of single rows
	args  Args
	level *level
	at    []int        // where the object of each row, or element of its list, is in level; -1 is null
	nulls map[int]bool // rows whose list is null
	ends  []int        // where the objects of each row end in level or refs
	refs  []ref
	paged *paged
}

// paged is what a run keeps of a connection: the page of each row, and how many rows there are in all.
type paged struct {
	request   page.Request
	slices    []page.Slice
	counts    []int64
	uncounted error
}

// ref is an object that an id named; without a level there is none.
type ref struct {
	level *level
	index int
}

func (s *state) failed(row int) error {
	if s.err != nil {
		return s.err
	}
	return s.errs[row]
}

func (s *state) fail(row int, err error) {
	if s.errs == nil {
		s.errs = map[int]error{}
	}
	s.errs[row] = err
}

// read fetches what lies below the rows of a place. It returns only what ends the operation; other errors stay with the
// fields.
func (r *run) read(p *place, lv *level) error {
	if lv.n == 0 {
		return nil
	}
	if r.objects += lv.n; r.objects > mostObjects {
		return errTooLarge
	}
	if err := r.call.Err(); err != nil {
		return err
	}
	known := r.learn(p, lv)
	asked := make([]*wanted, len(p.groups))
	for _, f := range p.fields {
		if f.feed == nil {
			continue
		}
		st := &r.states[f.state]
		for _, fact := range f.feed.facts {
			if err := known[fact]; err != nil {
				st.err = err
			}
		}
		if st.err != nil {
			continue
		}
		if st.args, st.err = r.arguments(p, f); st.err != nil {
			continue
		}
		st.err = r.guard(func() error { return r.prepare(f, st, lv, asked) })
	}
	for _, g := range p.groups {
		if w := asked[g.place]; w != nil {
			began := time.Now()
			w.err = r.guard(func() error { return r.fetch(g, w) })
			r.note(p, g.object.Name, len(w.rows), began)
		}
	}
	for _, f := range p.fields {
		if f.target != nil && r.states[f.state].err == nil {
			r.resolve(f, &r.states[f.state], asked)
		}
	}
	for _, f := range p.fields {
		if f.feed == nil {
			continue
		}
		if err := r.below(f, &r.states[f.state]); err != nil {
			return err
		}
	}
	return nil
}

// learn finds out the facts that the fields of a place need. It returns the errors of those that cannot be known.
func (r *run) learn(p *place, lv *level) map[*Fact]error {
	if len(p.facts) == 0 {
		return nil
	}
	failed, rows := map[*Fact]error{}, make([]Row, lv.n)
	for i := range rows {
		rows[i] = Row{lv, i}
	}
	lv.facts = make(map[*Fact]any, len(p.facts))
	for _, fact := range p.facts {
		began := time.Now()
		r.call.Args = nil
		err := r.guard(func() error {
			known, err := fact.load(&r.call, rows)
			if err == nil && reflect.ValueOf(known).Len() != lv.n {
				err = fmt.Errorf("a fact of %s was answered for %d of %d rows", p.object.Name, reflect.ValueOf(known).Len(), lv.n)
			}
			lv.facts[fact] = known
			return err
		})
		failed[fact] = err
		r.note(p, "facts", lv.n, began)
	}
	return failed
}

// arguments decodes the arguments of a field once for all rows.
func (r *run) arguments(p *place, f *field) (args Args, err error) {
	if len(f.node.Definition.Arguments) == 0 || f.args != nil {
		return f.args, nil
	}
	if err := NullArgument(f.node.Arguments, r.variables); err != nil {
		return nil, err
	}
	err = r.guard(func() (err error) {
		args, err = r.table.decode(r.call.Context, p.object.Name, f.node.Name, f.node.ArgumentMap(r.variables))
		return err
	})
	return args, err
}

// guard turns a panic into an error of one field.
func (r *run) guard(do func() error) (err error) {
	defer func() {
		if failure := recover(); failure != nil {
			err = r.recovered(failure)
		}
	}()
	if err = do(); errors.Is(err, page.ErrTooManyRows) {
		return errTooLarge
	}
	return err
}

// recovered turns a panic into an error, and lets the log know of it.
func (r *run) recovered(failure any) error {
	return graphql.GetOperationContext(r.call.Context).Recover(r.call.Context, failure)
}

// prepare fetches the objects of a field, or notes which ids are to be fetched.
func (r *run) prepare(f *field, st *state, lv *level, asked []*wanted) error {
	call := &r.call // one field is prepared after the other
	call.Args = st.args
	switch {
	case f.values != nil:
		r.compute(call, f, st, lv)
	case f.kinds != nil:
		r.computeKinds(call, f, st, lv)
	case f.joined != nil:
		joined(f, st, lv)
	case f.target != nil:
		r.name(call, f, st, lv, asked)
	case f.page != nil:
		return r.pages(call, f.page, st, lv)
	case f.short != nil:
		return r.shorts(call, f.short, st, lv)
	}
	return nil
}

// below reads on below a field.
func (r *run) below(f *field, st *state) error {
	if st.err != nil {
		return nil
	}
	switch {
	case f.values != nil:
		return r.read(f.values, st.level)
	case f.joined != nil:
		return r.read(f.joined, st.level)
	case f.short != nil:
		return r.read(f.short.place, st.level)
	case f.page != nil:
		return r.belowPage(f.page, st)
	case f.target != nil, f.kinds != nil:
		done := map[*level]bool{}
		for _, at := range st.refs {
			if at.level != nil && !done[at.level] {
				done[at.level] = true
				if err := r.read(at.level.place, at.level); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// compute makes the values of a field whose objects have fields of their own.
func (r *run) compute(call *Call, f *field, st *state, lv *level) {
	list := f.typ.Elem != nil
	out := &level{place: f.values, columns: lv.columns}
	if list {
		st.ends = make([]int, lv.n)
	} else {
		st.at = make([]int, 0, lv.n)
	}
	add := func(row int, v any) {
		if isNil(v) {
			st.at = append(st.at, -1)
			return
		}
		st.at = append(st.at, len(out.values))
		if lv.rows != nil {
			out.rows = append(out.rows, lv.rows[row])
		}
		out.values = append(out.values, v)
	}
	for i := range lv.n {
		var v any
		err := r.guard(func() (err error) { v, err = f.feed.value(call, Row{lv, i}); return err })
		if err != nil {
			st.fail(i, err)
			v = nil
		}
		switch s := reflect.ValueOf(v); {
		case !list:
			add(i, v)
		case !s.IsValid():
			st.nulls = noted(st.nulls, i)
		default:
			for n := range s.Len() {
				add(i, s.Index(n).Interface())
			}
		}
		if list {
			st.ends[i] = len(st.at)
		}
	}
	out.n = len(out.values)
	st.level = out
}

// computeKinds makes the values of a field that may hold several types, each of which has a place of its own.
func (r *run) computeKinds(call *Call, f *field, st *state, lv *level) {
	st.refs, st.ends = make([]ref, lv.n), make([]int, lv.n)
	levels := map[*place]*level{}
	for i := range lv.n {
		st.ends[i] = i + 1
		var v any
		if err := r.guard(func() (err error) { v, err = f.feed.value(call, Row{lv, i}); return err }); err != nil {
			st.fail(i, err)
			continue
		}
		if isNil(v) {
			continue
		}
		p := f.kinds[reflect.TypeOf(v)]
		if p == nil {
			st.fail(i, fmt.Errorf("a %T is not one of the types of %s", v, f.typ.Name()))
			continue
		}
		out := levels[p]
		if out == nil {
			out = &level{place: p, columns: lv.columns}
			levels[p] = out
		}
		if lv.rows != nil {
			out.rows = append(out.rows, lv.rows[i])
		}
		out.values = append(out.values, v)
		st.refs[i] = ref{out, out.n}
		out.n++
	}
}

func noted(rows map[int]bool, row int) map[int]bool {
	if rows == nil {
		rows = map[int]bool{}
	}
	rows[row] = true
	return rows
}

func isNil(v any) bool {
	if v == nil {
		return true
	}
	value := reflect.ValueOf(v)
	return value.Kind() == reflect.Pointer && value.IsNil()
}

// joined finds the objects that were read along with the rows.
func joined(f *field, st *state, lv *level) {
	out := &level{place: f.joined, columns: f.joined.columns, rows: lv.rows, n: lv.n}
	nulls := 0
	for _, row := range lv.rows {
		if row[f.there].Null() {
			nulls++
		}
	}
	if nulls > 0 {
		out.rows, st.at = make([][]page.Cell, 0, lv.n-nulls), make([]int, lv.n)
		for i, row := range lv.rows {
			if st.at[i] = -1; !row[f.there].Null() {
				st.at[i] = len(out.rows)
				out.rows = append(out.rows, row)
			}
		}
		out.n = len(out.rows)
	}
	st.level = out
}

// wanted are the keys of the ids that the fields of a place ask of one table.
type wanted struct {
	ids    []int64
	places map[int64]int // of the ids, once there are many
	rows   [][]page.Cell // of the ids, in their places; nil if there is none
	err    error
}

// few is up to how many ids looking at each is cheaper than a map.
const few = 8

// place is where an id stands among those that are wanted; -1 if it is not.
func (w *wanted) place(id gid.ID) int {
	if w.places == nil {
		return slices.Index(w.ids, id.Key())
	}
	if n, known := w.places[id.Key()]; known {
		return n
	}
	return -1
}

func (w *wanted) want(id gid.ID) {
	if w.place(id) >= 0 {
		return
	}
	w.ids = append(w.ids, id.Key())
	switch n := len(w.ids); {
	case w.places != nil:
		w.places[id.Key()] = n - 1
	case n > few:
		w.places = make(map[int64]int, 2*n)
		for i, id := range w.ids {
			w.places[id] = i
		}
	}
}

// name notes the ids of a field's objects.
func (r *run) name(call *Call, f *field, st *state, lv *level, asked []*wanted) {
	st.ends = make([]int, lv.n)
	for i := range lv.n {
		var ids []gid.ID
		err := r.guard(func() (err error) { ids, err = f.ids(call, Row{lv, i}); return err })
		if err != nil {
			st.fail(i, err)
		}
		for _, id := range ids {
			st.refs = append(st.refs, ref{index: int(id)})
			if t := f.target.of(id); t != nil {
				w := asked[t.group.place]
				if w == nil {
					w = &wanted{}
					asked[t.group.place] = w
				}
				w.want(id)
			}
		}
		st.ends[i] = len(st.refs)
	}
}

// ids are the ids of a field's objects; a list of one if the field holds one object.
func (f *field) ids(call *Call, row Row) ([]gid.ID, error) {
	switch {
	case f.feed.keys != nil:
		return f.feed.keys(call, row)
	case f.feed.key != nil:
		id, err := f.feed.key(call, row)
		return []gid.ID{id}, err
	}
	return []gid.ID{row.ID(f.feed.column)}, nil
}

// of returns where objects with the id are fetched; nil if no object at the field can have it.
func (t *reference) of(id gid.ID) *target {
	if id == 0 {
		return nil
	}
	if at := t.places[id.Type()]; at != nil {
		return at
	}
	return t.places[0]
}

// fetch reads the rows of a table that the fields of one place ask for.
func (r *run) fetch(g *group, w *wanted) error {
	view := r.call.View
	if g.unscoped {
		view = view.Unscoped()
	}
	var (
		rows page.Rows
		err  error
	)
	if g.object.Shown != nil {
		rows, err = view.All(r.call, g.source, "id", w.ids, page.Order{Name: "ID"}, g.object.Shown(&r.call), 0)
	} else {
		rows, err = view.ByID(r.call, g.source, w.ids)
	}
	if err != nil {
		return err
	}
	id, _ := g.source.Slot("id")
	w.rows = make([][]page.Cell, len(w.ids))
	for _, row := range rows {
		w.rows[w.place(gid.ID(row[id].Int()))] = row
	}
	return nil
}

// resolve puts the objects that were found in the places of their ids.
func (r *run) resolve(f *field, st *state, asked []*wanted) {
	levels, index := map[*target]*level{}, map[int64]int{}
	row := 0
	for n := range st.refs {
		for n >= st.ends[row] {
			row++
		}
		id := gid.ID(st.refs[n].index)
		st.refs[n] = ref{}
		t := f.target.of(id)
		if t == nil {
			r.miss(f, st, row, id)
			continue
		}
		w := asked[t.group.place]
		if w.err != nil {
			st.fail(row, w.err)
			continue
		}
		cells := w.rows[w.place(id)]
		if cells == nil {
			r.miss(f, st, row, id)
			continue
		}
		lv := levels[t]
		if lv == nil {
			lv = &level{place: t.place, columns: t.place.columns}
			levels[t] = lv
		}
		at, known := index[int64(id)]
		if !known {
			at = lv.n
			index[int64(id)] = at
			lv.rows, lv.n = append(lv.rows, cells), lv.n+1
		}
		st.refs[n] = ref{lv, at}
	}
}

// miss notes that there is no object where one has to be.
func (r *run) miss(f *field, st *state, row int, id gid.ID) {
	if f.feed.missing == "" || st.errs[row] != nil {
		return
	}
	what := f.feed.what
	if what == "" {
		what = id.String()
	}
	st.fail(row, NotFound(f.feed.missing, what))
}

// NotFound is the error for an object that does not exist, or that the viewer may not see.
func NotFound(argument string, what any) error {
	return fault.New(fault.NotFound, argument, "There is no {what} that you may see.", "Check the id.", fault.WithText("what", fmt.Sprint(what)))
}

// keysOf returns the key of each row's list.
func (l *listing) keysOf(call *Call, lv *level) []int64 {
	keys := make([]int64, lv.n)
	for i := range keys {
		row := Row{lv, i}
		if l.list.Key != nil {
			keys[i] = int64(l.list.Key(call, row))
		} else {
			keys[i] = row.Int("id")
		}
	}
	return keys
}

// keysOfShort returns the keys of each row's short list, and where those of each row end.
func (l *listing) keysOfShort(call *Call, lv *level) (keys []int64, ends []int) {
	ends = make([]int, lv.n)
	if l.list.Keys == nil {
		for i := range ends {
			ends[i] = i + 1
		}
		return l.keysOf(call, lv), ends
	}
	for i := range ends {
		for _, id := range l.list.Keys(call, Row{lv, i}) {
			keys = append(keys, int64(id))
		}
		ends[i] = len(keys)
	}
	return keys, ends
}

// ask returns the order and the condition of a list.
func (l *listing) ask(call *Call) (o page.Order, where page.Where, binding any, err error) {
	o = l.list.Order
	if l.list.Ordered != nil {
		o = l.list.Ordered(call)
	}
	if d := optional[vocabulary.OrderDirection](call, "direction"); d != nil {
		o.Descending = *d == vocabulary.OrderDirectionDescending
	}
	if l.list.Filter != nil {
		where, binding, err = l.list.Filter(call)
	}
	return o, where, binding, err
}

// pages fetches a page for every row.
func (r *run) pages(call *Call, l *connection, st *state, lv *level) error {
	o, where, binding, err := l.ask(call)
	if err != nil {
		return err
	}
	pg := &paged{request: page.Request{Args: page.Args{First: optional[int](call, "first"), Last: optional[int](call, "last"),
		After: optional[string](call, "after"), Before: optional[string](call, "before")}, Order: o}}
	if l.cursors || pg.request.After != nil || pg.request.Before != nil {
		pg.request.Binding = page.Binding(viewer.Seal(call), l.source.Table().Name(), l.list.Partition, binding)
	}
	st.paged = pg
	if err := pg.request.Check(l.source.Table()); err != nil {
		return err
	}
	var keys []int64
	if l.list.Partition != "" {
		keys = l.keysOf(call, lv)
	}
	if l.total {
		began := time.Now()
		pg.uncounted = r.guard(func() (err error) { pg.counts, err = r.count(l, keys, where); return err })
		r.note(lv.place, l.typename+".totalCount", lv.n, began)
	}
	if !l.rows {
		return nil
	}
	began := time.Now()
	if keys == nil {
		slice, err := call.View.Page(call, l.source, pg.request, where)
		pg.slices = []page.Slice{slice}
		r.note(lv.place, l.typename, len(slice.Rows), began)
		return err
	}
	pg.slices, err = call.View.PageOf(call, l.source, l.list.Partition, keys, pg.request, where)
	r.note(lv.place, l.typename, len(pg.slices), began)
	return err
}

func (r *run) count(l *connection, keys []int64, where page.Where) ([]int64, error) {
	if keys == nil {
		n, err := r.call.View.Count(r.call, l.source.Table(), where)
		return []int64{n}, err
	}
	return r.call.View.CountOf(r.call, l.source.Table(), l.list.Partition, keys, where)
}

func optional[T any](call *Call, name string) *T {
	v, _ := call.Args[name].(*T)
	return v
}

// belowPage reads on below the nodes and edges of pages.
func (r *run) belowPage(l *connection, st *state) error {
	if !l.rows {
		return nil
	}
	var rows [][]page.Cell
	st.ends = make([]int, len(st.paged.slices))
	for i, s := range st.paged.slices {
		rows = append(rows, s.Rows...)
		st.ends[i] = len(rows)
	}
	for _, cf := range l.fields {
		if cf.place != nil {
			if err := r.objectsOf(&l.listing, cf.place, cf.state, rows); err != nil {
				return err
			}
		}
		for _, p := range cf.parts {
			if p.place != nil {
				if err := r.objectsOf(&l.listing, p.place, p.state, rows); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// objectsOf makes the objects of a list's rows, and reads on below them.
func (r *run) objectsOf(l *listing, p *place, state int, rows [][]page.Cell) error {
	st := &r.states[state]
	st.level, st.at = objects(l, p, rows)
	return r.read(p, st.level)
}

// objects makes the objects of a list's rows, which are the rows or what they name.
func objects(l *listing, p *place, rows [][]page.Cell) (lv *level, at []int) {
	st := state{}
	if l.there < 0 {
		return &level{place: p, columns: p.columns, rows: rows, n: len(rows)}, nil
	}
	joined(&field{joined: p, there: l.there}, &st, &level{rows: rows, n: len(rows)})
	return st.level, st.at
}

// shorts fetches a short list for every row.
func (r *run) shorts(call *Call, l *listing, st *state, lv *level) error {
	o, where, _, err := l.ask(call)
	if err != nil {
		return err
	}
	began := time.Now()
	st.ends = make([]int, lv.n)
	if l.list.Partition == "" {
		rows, err := call.View.Every(call, l.source, o, where)
		st.level, st.at = objects(l, l.place, rows)
		for i := range st.ends {
			st.ends[i] = len(rows)
		}
		r.note(lv.place, l.object.Name, len(rows), began)
		return err
	}
	keys, ends := l.keysOfShort(call, lv)
	distinct, at := page.Distinct(keys)
	rows, err := call.View.All(call, l.source, l.list.Partition, distinct, o, where, l.list.Most)
	if err != nil {
		return err
	}
	r.note(lv.place, l.object.Name, len(rows), began)
	st.level, st.at = objects(l, l.place, l.share(rows, distinct, at, ends, st.ends))
	return nil
}

// share returns the rows of each list one list after the other, each in the order in which rows came, and notes where it
// ends. at are the places of the lists' keys among the distinct ones, and keyEnds where those of each list end.
func (l *listing) share(rows [][]page.Cell, distinct []int64, at, keyEnds, ends []int) [][]page.Cell {
	lists := make(map[int64][]int, len(distinct)) // that have a key
	begin := 0
	for i, end := range keyEnds {
		for _, n := range at[begin:end] {
			if n >= 0 {
				lists[distinct[n]] = append(lists[distinct[n]], i)
			}
		}
		begin = end
	}
	shares := make([][][]page.Cell, len(ends))
	for _, row := range rows {
		for _, i := range lists[row[l.partition].Int()] {
			shares[i] = append(shares[i], row)
		}
	}
	var all [][]page.Cell
	for i, share := range shares {
		all = append(all, share...)
		ends[i] = len(all)
	}
	return all
}

// note logs what one place took.
func (r *run) note(p *place, what string, rows int, began time.Time) {
	if r.log == nil {
		return
	}
	above := ""
	if p != nil {
		above = p.object.Name
	}
	r.log.LogAttrs(r.call.Context, slog.LevelDebug, "place", slog.String("of", above), slog.String("fetched", what),
		slog.Int("rows", rows), slog.Duration("took", time.Since(began)))
}

// ended tells whether an error is that of an operation that ran out of time.
func ended(err error) bool {
	return errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled)
}
