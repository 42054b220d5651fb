// Package loader fetches objects that a document names by id, in as few statements as there are types among them. The
// relations of rows need no loader: their level knows all keys beforehand.
package loader

import (
	"context"
	"errors"
	"time"

	"github.com/graph-gophers/dataloader/v7"

	"github.com/muniment/muniment/internal/gid"
)

// Fetch returns the objects with these ids, all of one type, in the order of the ids; the zero value stands for a
// missing one.
type Fetch[N any] func(ctx context.Context, t gid.Type, ids []int64) ([]N, error)

// Loader gathers the ids that the root fields of one operation ask for.
type Loader[N any] struct {
	fetch Fetch[N]
	nodes *dataloader.Loader[gid.ID, N] // nil where nobody is waited for
}

const (
	// gather is how long a batch waits for further root fields: they run side by side and ask within microseconds, while
	// a lone point query would feel a millisecond.
	gather = 150 * time.Microsecond
	// patience is how long a batch waits for objects that are known to be asked for. On a busy machine a root field may
	// be late; the batch does not wait once all have asked.
	patience = 2 * time.Millisecond
	capacity = 500
)

// New makes the loader of an operation with several root fields, which ask for so many objects by their ids; 0 where
// that is not known.
func New[N any](fetch Fetch[N], expected int) *Loader[N] {
	wait, most := gather, capacity
	if expected > 0 {
		wait, most = patience, min(expected, capacity)
	}
	batch := func(ctx context.Context, ids []gid.ID) []*dataloader.Result[N] {
		out := make([]*dataloader.Result[N], len(ids))
		nodes, errs := load(ctx, fetch, ids)
		for i := range ids {
			out[i] = &dataloader.Result[N]{Data: nodes[i], Error: errs[i]}
		}
		return out
	}
	return &Loader[N]{fetch, dataloader.NewBatchedLoader(batch, dataloader.WithWait[gid.ID, N](wait),
		dataloader.WithBatchCapacity[gid.ID, N](most))}
}

// Alone makes the loader of an operation with one root field, which fetches at once: fetch runs with the context of the
// field that asks.
func Alone[N any](fetch Fetch[N]) *Loader[N] { return &Loader[N]{fetch: fetch} }

// load fetches the ids of each type together. An error is that of all ids of one type.
func load[N any](ctx context.Context, fetch Fetch[N], ids []gid.ID) ([]N, []error) {
	out, errs := make([]N, len(ids)), make([]error, len(ids))
	at := make(map[gid.Type][]int, 1)
	for i, id := range ids {
		at[id.Type()] = append(at[id.Type()], i)
	}
	for t, places := range at {
		keys := make([]int64, len(places))
		for i, place := range places {
			keys[i] = int64(ids[place])
		}
		nodes, err := fetch(ctx, t, keys)
		for i, place := range places {
			if errs[place] = err; err == nil {
				out[place] = nodes[i]
			}
		}
	}
	return out, errs
}

// One loads one object.
func (l *Loader[N]) One(ctx context.Context, id gid.ID) (N, error) {
	if l.nodes != nil {
		return l.nodes.Load(ctx, id)()
	}
	nodes, errs := load(ctx, l.fetch, []gid.ID{id})
	return nodes[0], errs[0]
}

// Many loads objects, in the order of the ids.
func (l *Loader[N]) Many(ctx context.Context, ids []gid.ID) ([]N, error) {
	if l.nodes == nil {
		nodes, errs := load(ctx, l.fetch, ids)
		return nodes, errors.Join(errs...)
	}
	thunks := make([]dataloader.Thunk[N], len(ids))
	for i, id := range ids {
		thunks[i] = l.nodes.Load(ctx, id)
	}
	out := make([]N, len(ids))
	for i, thunk := range thunks {
		node, err := thunk()
		if err != nil {
			return nil, err
		}
		out[i] = node
	}
	return out, nil
}

type key struct{}

// With puts the loader of an operation into its context.
func With[N any](ctx context.Context, l *Loader[N]) context.Context {
	return context.WithValue(ctx, key{}, l)
}

// From returns the loader of the operation.
func From[N any](ctx context.Context) *Loader[N] {
	l, _ := ctx.Value(key{}).(*Loader[N])
	return l
}
