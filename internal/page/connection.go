package page

import (
	"context"
)

// Connection is a page as the contract answers it.
type Connection[T any] struct {
	nodes            []T
	hasNext, hasPrev bool
	cursor           func(i int) string
	total            func(context.Context) (int, error)
}

// Edge is a row of a connection with its cursor.
type Edge[T any] struct {
	// Node is the row.
	Node   T
	index  int
	cursor func(i int) string
}

// Info tells where a page stands in the whole list.
type Info struct {
	HasNextPage, HasPreviousPage bool
	StartCursor, EndCursor       *string
}

// NewConnection makes a connection of nodes. cursor and total are called only where they are asked for.
func NewConnection[T any](nodes []T, hasNext, hasPrev bool, cursor func(i int) string,
	total func(context.Context) (int, error)) *Connection[T] {
	return &Connection[T]{nodes, hasNext, hasPrev, cursor, total}
}

// Edges returns the rows with their cursors.
func (c *Connection[T]) Edges() []Edge[T] {
	out := make([]Edge[T], len(c.nodes))
	for i, n := range c.nodes {
		out[i] = Edge[T]{n, i, c.cursor}
	}
	return out
}

// Nodes returns the rows.
func (c *Connection[T]) Nodes() []T { return c.nodes }

// PageInfo tells where the page stands.
func (c *Connection[T]) PageInfo() *Info {
	info := &Info{HasNextPage: c.hasNext, HasPreviousPage: c.hasPrev}
	if n := len(c.nodes); n > 0 {
		first, last := c.cursor(0), c.cursor(n-1)
		info.StartCursor, info.EndCursor = &first, &last
	}
	return info
}

// TotalCount counts the rows on all pages together.
func (c *Connection[T]) TotalCount(ctx context.Context) (int, error) { return c.total(ctx) }

// Cursor returns the place of the row.
func (e Edge[T]) Cursor() string { return e.cursor(e.index) }
