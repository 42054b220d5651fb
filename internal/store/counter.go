package store

import (
	"context"
	"sync"
)

type counterKey struct{}

// Counter records the statements that ran under one context. It is safe for concurrent use.
type Counter struct {
	mu         sync.Mutex
	statements []string
}

// WithCounter returns a context under which every statement of every pool is recorded, except BEGIN and COMMIT.
// If the context already has a counter, only the new one records.
func WithCounter(ctx context.Context) (context.Context, *Counter) {
	counter := new(Counter)
	return context.WithValue(ctx, counterKey{}, counter), counter
}

// Count returns the number of recorded statements.
func (c *Counter) Count() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.statements)
}

// Statements returns the texts of the recorded statements in the order in which they started, with placeholders for
// values.
func (c *Counter) Statements() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return append([]string(nil), c.statements...)
}

func (c *Counter) add(statement string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.statements = append(c.statements, statement)
}

func count(ctx context.Context, statement string) {
	if counter, ok := ctx.Value(counterKey{}).(*Counter); ok {
		counter.add(statement)
	}
}
