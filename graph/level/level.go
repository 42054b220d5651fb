// Package level lets rows that were fetched together fetch their relations together. All rows of one list, or of the
// same list of all parents of one level, share a Level; the first of them that is asked for a relation fetches it for
// all, so that the number of statements grows with the depth of a query and never with its rows.
package level

import (
	"context"
	"fmt"
	"sync"
)

// Level is a group of rows that were fetched together for one place in a query.
type Level[T any] struct {
	rows []T
	mu   sync.Mutex
	memo map[string]*answer
}

type answer struct {
	once  sync.Once
	value any
	err   error
}

// Place is where a row stands in its level. Rows embed it.
type Place[T any] struct {
	level *Level[T]
	index int
}

// New makes a level of rows. Each row must be given its place with At before it is used.
func New[T any](rows []T) *Level[T] { return &Level[T]{rows: rows} }

// At returns the place of the i-th row.
func (l *Level[T]) At(i int) Place[T] { return Place[T]{l, i} }

// Load returns the row's value of a relation. The first row of the level that asks runs fetch, which answers for all
// rows in their order; an error is the same for all. name tells relations apart, and relations with arguments by the
// name under which the client asks for them.
func Load[T, V any](ctx context.Context, p Place[T], name string, fetch func(context.Context, []T) ([]V, error)) (V, error) {
	values, err := Shared(ctx, p.level, name, func(ctx context.Context) ([]V, error) {
		values, err := fetch(ctx, p.level.rows)
		if err == nil && len(values) != len(p.level.rows) {
			err = fmt.Errorf("relation %s answered %d values for %d rows", name, len(values), len(p.level.rows))
		}
		return values, err
	})
	if err != nil {
		var none V
		return none, err
	}
	return values[p.index], nil
}

// Shared returns what fetch answered when it was first asked for under this name.
func Shared[T, V any](ctx context.Context, l *Level[T], name string, fetch func(context.Context) (V, error)) (V, error) {
	l.mu.Lock()
	a, known := l.memo[name]
	if !known {
		if l.memo == nil {
			l.memo = make(map[string]*answer, 4)
		}
		a = &answer{}
		l.memo[name] = a
	}
	l.mu.Unlock()
	a.once.Do(func() {
		value, err := fetch(ctx)
		a.value, a.err = value, err
	})
	if a.err != nil {
		var none V
		return none, a.err
	}
	value, ok := a.value.(V)
	if !ok {
		return value, fmt.Errorf("relation %s was first asked for as %T", name, a.value)
	}
	return value, nil
}
