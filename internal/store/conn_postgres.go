package store

import (
	"context"
	"database/sql/driver"
	"errors"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// postgresConn is an observed connection to PostgreSQL. pgx caches prepared statements itself.
type postgresConn struct {
	*stdlib.Conn
	watch *observer
	// report is the method translate, kept so that statements need not allocate it.
	report func(error) error
	// begins is set if the next statement must also begin the snapshot's transaction, so that one message carries
	// both. began is set while that transaction is open.
	begins, began bool
	// left is how many statements the snapshot may still run; 0 means unknown. The last one is sent together with the
	// statement that ends the transaction; last is set from then on, and no statement may follow.
	left int
	last bool
	// cuts is how many connections the pool had lost when this one was opened. After a restart of the server all others
	// are lost too, so the pool replaces those that were opened before.
	cuts int64
	// ended is set once the connection is known to be closed.
	ended bool
	// refused is set once the session has refused a write because it is read-only. It stays read-only even if new
	// sessions are not, so the pool replaces the connection.
	refused bool
	// aborted is the error that ended the snapshot's transaction, or nil. PostgreSQL refuses further statements in it.
	aborted error
}

var (
	_ driver.QueryerContext    = (*postgresConn)(nil)
	_ driver.ExecerContext     = (*postgresConn)(nil)
	_ driver.ConnBeginTx       = (*postgresConn)(nil)
	_ driver.NamedValueChecker = (*postgresConn)(nil)
	_ driver.SessionResetter   = (*postgresConn)(nil)
	_ driver.Validator         = (*postgresConn)(nil)
)

func newPostgresConn(inner *stdlib.Conn, watch *observer) *postgresConn {
	c := &postgresConn{Conn: inner, watch: watch, cuts: watch.cuts.Load()}
	c.report = c.translate
	return c
}

func (c *postgresConn) pgx() *pgx.Conn { return c.Conn.Conn() }

// IsValid implements driver.Validator.
func (c *postgresConn) IsValid() bool { return !c.refused }

// ResetSession implements driver.SessionResetter.
func (c *postgresConn) ResetSession(ctx context.Context) error {
	if c.cuts != c.watch.cuts.Load() {
		return driver.ErrBadConn
	}
	return c.Conn.ResetSession(ctx)
}

func (c *postgresConn) translate(err error) error { return c.note(c.watch.translate(err)) }

// note remembers that a statement was refused because the session is read-only, or that the connection was lost.
func (c *postgresConn) note(err error) error {
	if errors.Is(err, ErrReadOnly) {
		c.refused = true
	}
	if err == nil || c.ended || !c.pgx().IsClosed() {
		return err
	}
	c.ended = true
	// A deadline ends a connection too, and says nothing about the others.
	if errors.Is(err, ErrUnavailable) && c.watch.cuts.CompareAndSwap(c.cuts, c.cuts+1) {
		c.watch.log.Warn("a connection to PostgreSQL was lost; all are opened anew", "pool", c.watch.pool)
	}
	return err
}

// again marks the error of a query for which the connection was lost, so that database/sql runs the query on another
// connection. It is only for queries that change nothing.
func (c *postgresConn) again(err error) error {
	if c.watch.pool != readerPool || !errors.Is(err, ErrUnavailable) || !c.pgx().IsClosed() {
		return err
	}
	return &Error{Kind: ErrUnavailable, cause: errors.Join(driver.ErrBadConn, err)}
}

func (c *postgresConn) BeginTx(ctx context.Context, options driver.TxOptions) (driver.Tx, error) {
	tx, err := c.Conn.BeginTx(ctx, options)
	if err != nil {
		return nil, c.translate(err)
	}
	return transaction{tx, c.report}, nil
}

func (c *postgresConn) ExecContext(
	ctx context.Context, statement string, values []driver.NamedValue,
) (driver.Result, error) {
	end := c.watch.begin(ctx, statement)
	result, err := c.Conn.ExecContext(ctx, statement, values)
	return result, c.note(end(err))
}

func (c *postgresConn) QueryContext(
	ctx context.Context, statement string, values []driver.NamedValue,
) (driver.Rows, error) {
	end := c.watch.begin(ctx, statement)
	found, err := c.Conn.QueryContext(ctx, statement, values)
	if err = c.note(end(err)); err != nil {
		return nil, c.again(err)
	}
	return &rows{Rows: found, translate: c.report}, nil
}
