package plan

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

const (
	// maxErrors is the maximum number of errors in one response. Further errors are dropped.
	maxErrors = 200
	// maxObjects is the maximum number of objects in one response. An object counts each time it is written.
	maxObjects = 200_000
	// maxBytes is the maximum size of one response.
	maxBytes = 32 << 20
)

// AnswerTooLarge is the error code for an operation whose response would have too many objects or bytes.
const AnswerTooLarge fault.Code = "ANSWER_TOO_LARGE"

var errTooLarge = fault.New(AnswerTooLarge, "", "The answer would be too large.",
	"Ask for smaller pages, or in several requests.")

// run is one execution of a plan, or of one mutation of it.
type run struct {
	table *Table
	// call is the context of statements too. A driver may read it from another goroutine while the statement runs, and
	// for a moment longer, so that act replaces it instead of changing it.
	call      *Call
	variables map[string]any
	states    []state
	objects   int
	log       *slog.Logger // nil unless fetches are to be logged
}

// state is what a run holds for one field of the plan.
type state struct {
	err  error         // error of the field at every row
	errs map[int]error // errors at single rows
	args Args
	set  *rowSet
	// index in set of the object of each row, or of each list element; -1 is null; nil if they correspond one to one
	at    []int
	nulls map[int]bool // rows whose list is null
	ends  []int        // exclusive end of the objects of each row, in at, set or refs
	refs  []ref
	paged *paged
}

// paged is what a run holds for a connection: the page of each row, and its total count.
type paged struct {
	request  page.Request
	slices   []page.Slice
	counts   []int64
	countErr error
}

// ref refers to an object in a rowSet. If set is nil, the object is null. Until resolve runs, index holds the id.
type ref struct {
	set   *rowSet
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

// read fetches everything below the objects of a selection. It returns only errors that end the operation; other
// errors are stored in the state of the field.
func (r *run) read(sel *selection, set *rowSet) error {
	if set.n == 0 {
		return nil
	}
	if r.objects += set.n; r.objects > maxObjects {
		return errTooLarge
	}
	if err := r.call.Err(); err != nil {
		return err
	}
	known := r.loadFacts(sel, set)
	batches := make([]*idBatch, len(sel.groups))
	for _, f := range sel.fields {
		if f.decl == nil {
			continue
		}
		st := &r.states[f.state]
		for _, fact := range f.decl.facts {
			if err := known[fact]; err != nil {
				st.err = err
			}
		}
		if st.err != nil {
			continue
		}
		if st.args, st.err = r.arguments(sel, f); st.err != nil {
			continue
		}
		st.err = r.guard(func() error { return r.prepare(f, st, set, batches) })
		if st.err == nil && f.decl.refuse != nil {
			st.err = r.guard(func() error { r.refuse(f, st, set); return nil })
		}
	}
	for _, g := range sel.groups {
		if batch := batches[g.index]; batch != nil {
			began := time.Now()
			batch.err = r.guard(func() error { return r.fetch(g, batch) })
			r.logFetch(sel, g.object.Name, len(batch.rows), began)
		}
	}
	for _, f := range sel.fields {
		if f.target != nil && r.states[f.state].err == nil {
			r.resolve(f, &r.states[f.state], batches)
		}
	}
	for _, f := range sel.fields {
		if f.decl == nil {
			continue
		}
		if err := r.readBelow(f, &r.states[f.state]); err != nil {
			return err
		}
	}
	return nil
}

// refuse stores the errors of the rows at which the field is refused.
func (r *run) refuse(f *field, st *state, set *rowSet) {
	r.call.Args = st.args
	for i := range set.n {
		if err := f.decl.refuse(r.call, Row{set, i}); err != nil {
			st.fail(i, err)
		}
	}
}

// loadFacts loads the facts that the fields of a selection need. It returns the errors of the facts that failed.
func (r *run) loadFacts(sel *selection, set *rowSet) map[*Fact]error {
	if len(sel.facts) == 0 {
		return nil
	}
	failed, rows := map[*Fact]error{}, make([]Row, set.n)
	for i := range rows {
		rows[i] = Row{set, i}
	}
	set.facts = make(map[*Fact]any, len(sel.facts))
	for _, fact := range sel.facts {
		began := time.Now()
		r.call.Args = nil
		err := r.guard(func() error {
			known, err := fact.load(r.call, rows)
			if err == nil && reflect.ValueOf(known).Len() != set.n {
				err = fmt.Errorf("a fact of %s was answered for %d of %d rows", sel.object.Name,
					reflect.ValueOf(known).Len(), set.n)
			}
			set.facts[fact] = known
			return err
		})
		failed[fact] = err
		r.logFetch(sel, "facts", set.n, began)
	}
	return failed
}

// arguments decodes the arguments of a field once for all rows.
func (r *run) arguments(sel *selection, f *field) (args Args, err error) {
	if len(f.node.Definition.Arguments) == 0 || f.args != nil {
		return f.args, nil
	}
	if err := NullArgument(f.node.Arguments, r.variables); err != nil {
		return nil, err
	}
	err = r.guard(func() (err error) {
		args, err = r.table.decode(r.call.Context, sel.object.Name, f.node.Name, f.node.ArgumentMap(r.variables))
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

// recovered converts the value of a panic to an error with gqlgen's recover function, which logs it.
func (r *run) recovered(failure any) error {
	return graphql.GetOperationContext(r.call.Context).Recover(r.call.Context, failure)
}

// prepare fetches or computes the objects of a field, or adds their ids to batches.
func (r *run) prepare(f *field, st *state, set *rowSet, batches []*idBatch) error {
	call := r.call // can be shared: fields are prepared one after another
	call.Args = st.args
	switch {
	case f.values != nil:
		r.compute(call, f, st, set)
	case f.kinds != nil:
		r.computeKinds(call, f, st, set)
	case f.joined != nil:
		joined(f, st, set)
	case f.target != nil:
		r.collectIDs(call, f, st, set, batches)
	case f.page != nil:
		return r.pages(call, f.page, st, set)
	case f.short != nil:
		return r.shortLists(call, f.short, st, set)
	}
	return nil
}

// readBelow reads the selections below a field.
func (r *run) readBelow(f *field, st *state) error {
	if st.err != nil {
		return nil
	}
	switch {
	case f.values != nil:
		return r.read(f.values, st.set)
	case f.joined != nil:
		return r.read(f.joined, st.set)
	case f.short != nil:
		return r.read(f.short.selection, st.set)
	case f.page != nil:
		return r.readBelowPage(f.page, st)
	case f.target != nil, f.kinds != nil:
		done := map[*rowSet]bool{}
		for _, at := range st.refs {
			if at.set != nil && !done[at.set] {
				done[at.set] = true
				if err := r.read(at.set.selection, at.set); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// compute computes the Go values of a field with an object type.
func (r *run) compute(call *Call, f *field, st *state, set *rowSet) {
	list := f.typ.Elem != nil
	out := &rowSet{selection: f.values, columns: set.columns}
	if list {
		st.ends = make([]int, set.n)
	} else {
		st.at = make([]int, 0, set.n)
	}
	add := func(row int, v any) {
		if isNil(v) {
			st.at = append(st.at, -1)
			return
		}
		st.at = append(st.at, len(out.values))
		if set.rows != nil {
			out.rows = append(out.rows, set.rows[row])
		}
		out.values = append(out.values, v)
	}
	for i := range set.n {
		var v any
		err := r.guard(func() (err error) { v, err = f.decl.value(call, Row{set, i}); return err })
		if err != nil {
			st.fail(i, err)
			v = nil
		}
		switch s := reflect.ValueOf(v); {
		case !list:
			add(i, v)
		case !s.IsValid():
			st.nulls = withRow(st.nulls, i)
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
	st.set = out
}

// computeKinds computes the Go values of a field with an abstract type. Each possible type has its own selection.
func (r *run) computeKinds(call *Call, f *field, st *state, set *rowSet) {
	st.refs, st.ends = make([]ref, set.n), make([]int, set.n)
	sets := map[*selection]*rowSet{}
	for i := range set.n {
		st.ends[i] = i + 1
		var v any
		if err := r.guard(func() (err error) { v, err = f.decl.value(call, Row{set, i}); return err }); err != nil {
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
		out := sets[p]
		if out == nil {
			out = &rowSet{selection: p, columns: set.columns}
			sets[p] = out
		}
		if set.rows != nil {
			out.rows = append(out.rows, set.rows[i])
		}
		out.values = append(out.values, v)
		st.refs[i] = ref{out, out.n}
		out.n++
	}
}

func withRow(rows map[int]bool, row int) map[int]bool {
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

// joined makes the objects of a field whose rows were joined to the rows in set.
func joined(f *field, st *state, set *rowSet) {
	out := &rowSet{selection: f.joined, columns: f.joined.columns, rows: set.rows, n: set.n}
	nulls := 0
	for _, row := range set.rows {
		if row[f.presence].Null() {
			nulls++
		}
	}
	if nulls > 0 {
		out.rows, st.at = make([][]page.Cell, 0, set.n-nulls), make([]int, set.n)
		for i, row := range set.rows {
			if st.at[i] = -1; !row[f.presence].Null() {
				st.at[i] = len(out.rows)
				out.rows = append(out.rows, row)
			}
		}
		out.n = len(out.rows)
	}
	st.set = out
}

// idBatch collects the ids that the fields of one selection need from one table, and holds the rows that were fetched.
type idBatch struct {
	ids  page.Keys
	rows [][]page.Cell // the row of each id, in the order of ids; nil if there is no row
	err  error
}

// collectIDs adds the ids of a field's objects to batches.
func (r *run) collectIDs(call *Call, f *field, st *state, set *rowSet, batches []*idBatch) {
	st.ends = make([]int, set.n)
	for i := range set.n {
		var ids []gid.ID
		err := r.guard(func() (err error) { ids, err = f.ids(call, Row{set, i}); return err })
		if err != nil {
			st.fail(i, err)
		}
		for _, id := range ids {
			st.refs = append(st.refs, ref{index: int(id)})
			if t := f.target.targetOf(id); t != nil {
				batch := batches[t.group.index]
				if batch == nil {
					batch = &idBatch{}
					batches[t.group.index] = batch
				}
				batch.ids.Add(id.Key())
			}
		}
		st.ends[i] = len(st.refs)
	}
}

// ids returns the ids of the field's objects for one row. If the field is not a list, it returns exactly one.
func (f *field) ids(call *Call, row Row) ([]gid.ID, error) {
	switch {
	case f.decl.keys != nil:
		return f.decl.keys(call, row)
	case f.decl.key != nil:
		id, err := f.decl.key(call, row)
		return []gid.ID{id}, err
	}
	return []gid.ID{row.ID(f.decl.column)}, nil
}

// targetOf returns the target for an id, or nil if no object of the field's type can have this id.
func (t *reference) targetOf(id gid.ID) *target {
	if id == 0 {
		return nil
	}
	if at := t.targets[id.Type()]; at != nil {
		return at
	}
	return t.targets[0]
}

// fetch reads the rows of a batch in one statement.
func (r *run) fetch(g *group, batch *idBatch) error {
	view := r.call.View
	if g.unscoped {
		view = view.Unscoped()
	}
	var (
		rows page.Rows
		err  error
	)
	if g.object.VisibleByID != nil {
		rows, err = view.All(r.call, g.source, "id", batch.ids.List, page.Order{Name: "ID"},
			g.object.VisibleByID(r.call),
			0)
	} else {
		rows, err = view.ByID(r.call, g.source, batch.ids.List)
	}
	if err != nil {
		return err
	}
	id, _ := g.source.Slot("id")
	batch.rows = make([][]page.Cell, len(batch.ids.List))
	for _, row := range rows {
		batch.rows[batch.ids.IndexOf(row[id].Int())] = row
	}
	return nil
}

// resolve replaces the ids in the refs of a field with the objects that were fetched.
func (r *run) resolve(f *field, st *state, batches []*idBatch) {
	sets, indexes := map[*target]*rowSet{}, map[int64]int{}
	row := 0
	for n := range st.refs {
		for n >= st.ends[row] {
			row++
		}
		id := gid.ID(st.refs[n].index)
		st.refs[n] = ref{}
		t := f.target.targetOf(id)
		if t == nil {
			r.noteMissing(f, st, row, id)
			continue
		}
		batch := batches[t.group.index]
		if batch.err != nil {
			st.fail(row, batch.err)
			continue
		}
		cells := batch.rows[batch.ids.IndexOf(id.Key())]
		if cells == nil {
			r.noteMissing(f, st, row, id)
			continue
		}
		set := sets[t]
		if set == nil {
			set = &rowSet{selection: t.selection, columns: t.selection.columns}
			sets[t] = set
		}
		at, known := indexes[int64(id)]
		if !known {
			at = set.n
			indexes[int64(id)] = at
			set.rows, set.n = append(set.rows, cells), set.n+1
		}
		st.refs[n] = ref{set, at}
	}
}

// noteMissing stores a NOT_FOUND error if the field is declared with Required.
func (r *run) noteMissing(f *field, st *state, row int, id gid.ID) {
	if f.decl.missing == "" || st.errs[row] != nil {
		return
	}
	if typename := f.decl.missingType; typename != "" {
		st.fail(row, missing(r.call.Viewer, f.decl.missing, typename, 0))
		return
	}
	st.fail(row, missing(r.call.Viewer, f.decl.missing, f.typ.Name(), id))
}

// keysOf returns the key of the list of each row.
func (l *listing) keysOf(call *Call, set *rowSet) []int64 {
	keys := make([]int64, set.n)
	for i := range keys {
		row := Row{set, i}
		if l.list.Key != nil {
			keys[i] = int64(l.list.Key(call, row))
		} else {
			keys[i] = row.Int("id")
		}
	}
	return keys
}

// keysOfShort returns the keys of the short lists of all rows, and the exclusive end of the keys of each row.
func (l *listing) keysOfShort(call *Call, set *rowSet) (keys []int64, ends []int) {
	ends = make([]int, set.n)
	if l.list.Keys == nil {
		for i := range ends {
			ends[i] = i + 1
		}
		return l.keysOf(call, set), ends
	}
	for i := range ends {
		for _, id := range l.list.Keys(call, Row{set, i}) {
			keys = append(keys, int64(id))
		}
		ends[i] = len(keys)
	}
	return keys, ends
}

// orderAndFilter returns the order and the condition that the arguments select, and the value to which cursors are
// bound.
func (l *listing) orderAndFilter(call *Call) (o page.Order, where page.Where, binding any, err error) {
	o = l.list.Order
	if l.list.Allow != nil {
		if err := l.list.Allow(call.Viewer); err != nil {
			return o, nil, nil, err
		}
	}
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
func (r *run) pages(call *Call, l *connection, st *state, set *rowSet) error {
	o, where, binding, err := l.orderAndFilter(call)
	if err != nil {
		return err
	}
	pg := &paged{request: page.Request{Args: page.Args{First: optional[int](call, "first"),
		Last:  optional[int](call, "last"),
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
		keys = l.keysOf(call, set)
	}
	if l.total {
		began := time.Now()
		pg.countErr = r.guard(func() (err error) { pg.counts, err = r.count(l, keys, where); return err })
		r.logFetch(set.selection, l.typename+".totalCount", set.n, began)
	}
	if !l.rows {
		return nil
	}
	began := time.Now()
	if keys == nil {
		slice, err := call.View.Page(call, l.source, pg.request, where)
		pg.slices = []page.Slice{slice}
		r.logFetch(set.selection, l.typename, len(slice.Rows), began)
		return err
	}
	pg.slices, err = call.View.PageOf(call, l.source, l.list.Partition, keys, pg.request, where)
	r.logFetch(set.selection, l.typename, len(pg.slices), began)
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

// readBelowPage reads the selections below the nodes and edges of pages.
func (r *run) readBelowPage(l *connection, st *state) error {
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
		if cf.selection != nil {
			if err := r.objectsOf(&l.listing, cf.selection, cf.state, rows); err != nil {
				return err
			}
		}
		for _, p := range cf.parts {
			if p.selection != nil {
				if err := r.objectsOf(&l.listing, p.selection, p.state, rows); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// objectsOf makes the objects from the rows of a list, and reads the selections below them.
func (r *run) objectsOf(l *listing, sel *selection, state int, rows [][]page.Cell) error {
	st := &r.states[state]
	st.set, st.at = objects(l, sel, rows)
	return r.read(sel, st.set)
}

// objects makes the objects from the rows of a list: the rows themselves, or the rows joined to them; see
// List.Through.
func objects(l *listing, sel *selection, rows [][]page.Cell) (set *rowSet, at []int) {
	st := state{}
	if l.presence < 0 {
		return &rowSet{selection: sel, columns: sel.columns, rows: rows, n: len(rows)}, nil
	}
	joined(&field{joined: sel, presence: l.presence}, &st, &rowSet{rows: rows, n: len(rows)})
	return st.set, st.at
}

// shorts fetches a short list for every row.
func (r *run) shortLists(call *Call, l *listing, st *state, set *rowSet) error {
	o, where, _, err := l.orderAndFilter(call)
	if err != nil {
		return err
	}
	began := time.Now()
	st.ends = make([]int, set.n)
	if l.list.Partition == "" {
		rows, err := call.View.AllRows(call, l.source, o, where)
		st.set, st.at = objects(l, l.selection, rows)
		for i := range st.ends {
			st.ends[i] = len(rows)
		}
		r.logFetch(set.selection, l.object.Name, len(rows), began)
		return err
	}
	keys, ends := l.keysOfShort(call, set)
	distinct, at := page.Distinct(keys)
	rows, err := call.View.All(call, l.source, l.list.Partition, distinct, o, where, l.list.Most)
	if err != nil {
		return err
	}
	r.logFetch(set.selection, l.object.Name, len(rows), began)
	st.set, st.at = objects(l, l.selection, l.share(rows, distinct, at, ends, st.ends))
	return nil
}

// share distributes rows to the lists of the parent rows. It returns the rows of the first list, then those of the
// second, and so on, each in the order of rows, and sets ends to the exclusive end of each list. at holds the index in
// distinct of each key, or -1; keyEnds is the exclusive end in at of the keys of each list.
func (l *listing) share(rows [][]page.Cell, distinct []int64, at, keyEnds, ends []int) [][]page.Cell {
	lists := make(map[int64][]int, len(distinct)) // the lists of each key
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

// logFetch logs one fetch and how long it took, at debug level.
func (r *run) logFetch(sel *selection, what string, rows int, began time.Time) {
	if r.log == nil {
		return
	}
	above := ""
	if sel != nil {
		above = sel.object.Name
	}
	r.log.LogAttrs(r.call.Context, slog.LevelDebug, "place", slog.String("of", above), slog.String("fetched", what),
		slog.Int("rows", rows), slog.Duration("took", time.Since(began)))
}

// timedOut tells whether an error means that the operation was canceled or its deadline passed.
func timedOut(err error) bool {
	return errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled)
}
