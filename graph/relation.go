package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"github.com/muniment/muniment/graph/level"
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
)

// kind is an object of the contract: its name there, the set its rows E come from, and how rows become objects M.
// whole kinds are small and are fetched with all their columns, so that several fields can share one fetch.
type kind[E, M any] struct {
	name    string
	set     *page.Set[E]
	objects func([]E) []M
	whole   bool
}

// fetchNodes fetches rows by their ids, in the order of the ids; selected says that the current field selects what is
// needed of them.
type fetchNodes func(ctx context.Context, ids []int64, selected bool) ([]model.Node, error)

// byID fetches objects by their ids, in the order of the ids, with the zero value for a missing one. 0 is none.
func (k kind[E, M]) byID(ctx context.Context, ids []int64, columns []string) ([]M, error) {
	keys, at := page.Distinct(ids)
	rows, err := k.set.ByID(ctx, keys, columns)
	if err != nil {
		return nil, err
	}
	found, place := rows[:0:len(rows)], make([]int, len(rows))
	for i, row := range rows {
		place[i] = len(found)
		if any(row) != any(*new(E)) {
			found = append(found, row)
		} else {
			place[i] = -1
		}
	}
	objects := k.objects(found)
	out := make([]M, len(ids))
	for i, n := range at {
		if n >= 0 && place[n] >= 0 {
			out[i] = objects[place[n]]
		}
	}
	return out, nil
}

func (k kind[E, M]) nodes(ctx context.Context, ids []int64, selected bool) ([]model.Node, error) {
	var columns []string
	if selected && !k.whole {
		columns = selectedColumns(ctx, k.name)
	}
	objects, err := k.byID(ctx, ids, columns)
	if err != nil {
		return nil, err
	}
	out := make([]model.Node, len(objects))
	for i, o := range objects {
		if any(o) != any(*new(M)) {
			out[i] = any(o).(model.Node)
		}
	}
	return out, nil
}

// one fetches the object that a row points to, for all rows of the level at once. key returns 0 for none.
func one[P, E, M any](ctx context.Context, at level.Place[P], k kind[E, M], key func(P) gid.ID) (M, error) {
	field := graphql.GetFieldContext(ctx).Field
	name := field.Alias
	if k.whole {
		name = "#" + field.Name
	}
	return level.Load(ctx, at, name, func(ctx context.Context, rows []P) ([]M, error) {
		var columns []string
		if !k.whole {
			columns = selectedColumns(ctx, k.name)
		}
		return k.byID(ctx, keysOf(rows, key), columns)
	})
}

// many fetches the page of objects whose column partition holds a row's key, for all rows of the level at once.
func many[P, E, M any](ctx context.Context, at level.Place[P], k kind[E, M], partition string, key func(P) gid.ID,
	args page.Args, order page.Order, where page.Where, binding ...any) (*page.Connection[M], error) {
	name := graphql.GetFieldContext(ctx).Field.Alias
	return level.Load(ctx, at, name, func(ctx context.Context, rows []P) ([]*page.Connection[M], error) {
		r := page.Request{Args: args, Order: order, Binding: page.Binding(viewer.Seal(ctx), k.name, partition, binding)}
		if !k.whole {
			r.Columns = connectionColumns(ctx, k.name)
		}
		keys := keysOf(rows, key)
		slices, err := k.set.PageOf(ctx, partition, keys, r, where)
		if err != nil {
			return nil, err
		}
		counts := countOnce(func(ctx context.Context) ([]int, error) { return k.set.CountOf(ctx, partition, keys, where) })
		return connections(k, r, slices, counts), nil
	})
}

// all fetches every object whose column partition holds a row's key, for relations that are small by nature.
func all[P, E, M any](ctx context.Context, at level.Place[P], k kind[E, M], partition string, key func(P) gid.ID,
	order page.Order) ([]M, error) {
	name := "#" + graphql.GetFieldContext(ctx).Field.Name
	return level.Load(ctx, at, name, func(ctx context.Context, rows []P) ([][]M, error) {
		groups, err := k.set.All(ctx, partition, keysOf(rows, key), order, nil)
		if err != nil {
			return nil, err
		}
		return split(k.objects, groups), nil
	})
}

// list fetches a page of a root list.
func list[E, M any](ctx context.Context, k kind[E, M], args page.Args, order page.Order, where page.Where,
	binding ...any) (*page.Connection[M], error) {
	r := page.Request{Args: args, Order: order, Binding: page.Binding(viewer.Seal(ctx), k.name, binding)}
	if !k.whole {
		r.Columns = connectionColumns(ctx, k.name)
	}
	slice, err := k.set.Page(ctx, r, where)
	if err != nil {
		return nil, err
	}
	count := countOnce(func(ctx context.Context) ([]int, error) {
		n, err := k.set.Count(ctx, where)
		return []int{n}, err
	})
	return connections(k, r, []page.Slice[E]{slice}, count)[0], nil
}

// connections makes the objects of all slices one level, so that what lies below them is fetched together.
func connections[E, M any](k kind[E, M], r page.Request, slices []page.Slice[E],
	counts func(context.Context, int) (int, error)) []*page.Connection[M] {
	rows := make([][]E, len(slices))
	for i, s := range slices {
		rows[i] = s.Rows
	}
	nodes := split(k.objects, rows)
	out := make([]*page.Connection[M], len(slices))
	for i, s := range slices {
		out[i] = page.NewConnection(nodes[i], s.HasNext, s.HasPrev,
			func(n int) string { return k.set.Cursor(r, s.Rows[n]) },
			func(ctx context.Context) (int, error) { return counts(ctx, i) })
	}
	return out
}

func split[E, M any](objects func([]E) []M, groups [][]E) [][]M {
	n := 0
	for _, g := range groups {
		n += len(g)
	}
	rows := make([]E, 0, n)
	for _, g := range groups {
		rows = append(rows, g...)
	}
	flat := objects(rows)
	out := make([][]M, len(groups))
	for i, g := range groups {
		out[i], flat = flat[:len(g):len(g)], flat[len(g):]
	}
	return out
}

// countOnce counts for all parents when the first of them asks.
func countOnce(count func(context.Context) ([]int, error)) func(context.Context, int) (int, error) {
	group := level.New([]struct{}{})
	return func(ctx context.Context, i int) (int, error) {
		counts, err := level.Shared(ctx, group, "count", count)
		if err != nil {
			return 0, err
		}
		return counts[i], nil
	}
}

func keysOf[P any](rows []P, key func(P) gid.ID) []int64 {
	keys := make([]int64, len(rows))
	for i, row := range rows {
		keys[i] = int64(key(row))
	}
	return keys
}

func orNone(id *gid.ID) gid.ID {
	if id == nil {
		return 0
	}
	return *id
}

func pageArgs(first *int, after *string, last *int, before *string) page.Args {
	return page.Args{First: first, Last: last, After: after, Before: before}
}
