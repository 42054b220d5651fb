// Package loader fetches objects that a document names by id, in as few statements as there are types among them. The
// relations of rows need no loader: their level knows all keys beforehand.
package loader

import (
	"context"
	"time"

	"github.com/graph-gophers/dataloader/v7"

	"github.com/muniment/muniment/internal/gid"
)

// Fetch returns the objects with these ids, all of one type, in the order of the ids; the zero value stands for a
// missing one.
type Fetch[N any] func(ctx context.Context, t gid.Type, ids []int64) ([]N, error)

// Loader gathers the ids that the root fields of one operation ask for.
type Loader[N any] struct {
	nodes *dataloader.Loader[gid.ID, N]
}

const (
	// gather is how long a batch waits for further root fields: they run side by side and ask within microseconds, while
	// a lone point query would feel a millisecond.
	gather   = 150 * time.Microsecond
	capacity = 500
)

// New makes the loader of one operation. alone says that the operation has one root field, so that nobody is waited for.
func New[N any](fetch Fetch[N], alone bool) *Loader[N] {
	wait := gather
	if alone {
		wait = 0
	}
	batch := func(ctx context.Context, ids []gid.ID) []*dataloader.Result[N] { return load(ctx, fetch, ids) }
	return &Loader[N]{dataloader.NewBatchedLoader(batch, dataloader.WithWait[gid.ID, N](wait),
		dataloader.WithBatchCapacity[gid.ID, N](capacity))}
}

func load[N any](ctx context.Context, fetch Fetch[N], ids []gid.ID) []*dataloader.Result[N] {
	out := make([]*dataloader.Result[N], len(ids))
	at := map[gid.Type][]int{}
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
			out[place] = &dataloader.Result[N]{Error: err}
			if err == nil {
				out[place].Data = nodes[i]
			}
		}
	}
	return out
}

// One loads one object.
func (l *Loader[N]) One(ctx context.Context, id gid.ID) (N, error) { return l.nodes.Load(ctx, id)() }

// Many loads objects, in the order of the ids.
func (l *Loader[N]) Many(ctx context.Context, ids []gid.ID) ([]N, error) {
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
