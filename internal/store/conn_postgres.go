package store

import (
	"context"
	"database/sql/driver"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// postgresConn is a watched connection to PostgreSQL. pgx keeps prepared statements by itself.
type postgresConn struct {
	*stdlib.Conn
	watch *observer
	// begins says that a snapshot begins with the next statement, so that both go in one message.
	begins, began bool
	// left is how many statements the snapshot may still run; 0 is not known. The last one takes the end of the snapshot along,
	// and none may follow.
	left int
	last bool
	// aborted is why the transaction of the snapshot runs nothing more; nil if it does.
	aborted error
}

var (
	_ driver.QueryerContext    = (*postgresConn)(nil)
	_ driver.ExecerContext     = (*postgresConn)(nil)
	_ driver.ConnBeginTx       = (*postgresConn)(nil)
	_ driver.NamedValueChecker = (*postgresConn)(nil)
	_ driver.SessionResetter   = (*postgresConn)(nil)
)

func (c *postgresConn) pgx() *pgx.Conn { return c.Conn.Conn() }

func (c *postgresConn) BeginTx(ctx context.Context, options driver.TxOptions) (driver.Tx, error) {
	tx, err := c.Conn.BeginTx(ctx, options)
	if err != nil {
		return nil, translateDriver(err)
	}
	return transaction{tx}, nil
}

func (c *postgresConn) ExecContext(
	ctx context.Context, statement string, values []driver.NamedValue,
) (driver.Result, error) {
	end := c.watch.begin(ctx, statement)
	result, err := c.Conn.ExecContext(ctx, statement, values)
	return result, end(err)
}

func (c *postgresConn) QueryContext(
	ctx context.Context, statement string, values []driver.NamedValue,
) (driver.Rows, error) {
	end := c.watch.begin(ctx, statement)
	found, err := c.Conn.QueryContext(ctx, statement, values)
	if err = end(err); err != nil {
		return nil, err
	}
	return &rows{Rows: found}, nil
}
