package store

import (
	"context"
	"database/sql/driver"
	"io"
	"log/slog"
	"reflect"
	"sync/atomic"
	"time"
)

// defaultSlow is the duration from which a statement is logged as slow, unless the configuration sets another one.
const defaultSlow = 200 * time.Millisecond

// observer counts and times every statement of one pool, and translates its errors.
type observer struct {
	pool string
	log  *slog.Logger
	slow time.Duration
	// failed is told of every error of a statement or a COMMIT; nil for a pool that only reads.
	failed func(error)
	// cuts counts the connections that were lost while they were used.
	cuts atomic.Int64
}

// translate translates an error of the driver, and reports it.
func (o *observer) translate(err error) error {
	translated := translateDriver(err)
	if translated != nil && o.failed != nil {
		o.failed(translated)
	}
	return translated
}

// begin counts the statement. The caller passes the statement's error to the returned function, which translates it.
func (o *observer) begin(ctx context.Context, statement string) func(error) error {
	count(ctx, statement)
	started := time.Now()
	return func(err error) error {
		if took := time.Since(started); took >= o.slow {
			level := slog.LevelWarn
			if isRoutine(ctx) {
				level = slog.LevelDebug
			}
			o.log.LogAttrs(ctx, level, "slow statement",
				slog.String("pool", o.pool), slog.Duration("took", took), slog.String("statement", shorten(statement)))
		}
		return o.translate(err)
	}
}

// shorten cuts a statement for the log. Statements carry no values, only placeholders.
func shorten(statement string) string {
	const most = 2000
	if len(statement) <= most {
		return statement
	}
	return statement[:most] + " ..."
}

// connector opens connections that an observer watches.
type connector struct {
	driver.Connector
	wrap func(driver.Conn) driver.Conn
}

// Connect opens a connection.
func (c connector) Connect(ctx context.Context) (driver.Conn, error) {
	conn, err := c.Connector.Connect(ctx)
	if err != nil {
		return nil, connectFailure(ctx, err)
	}
	return c.wrap(conn), nil
}

// rows wraps a driver's rows and translates their errors.
type rows struct {
	driver.Rows
	translate func(error) error
	closed    func()
}

func (r *rows) Next(dest []driver.Value) error {
	err := r.Rows.Next(dest)
	if err == nil || err == io.EOF { //nolint:errorlint // drivers return io.EOF unwrapped
		return err
	}
	return r.translate(err)
}

func (r *rows) Close() error {
	err := r.Rows.Close()
	if r.closed != nil {
		r.closed()
		r.closed = nil
	}
	return r.translate(err)
}

// ColumnTypeDatabaseTypeName implements driver.RowsColumnTypeDatabaseTypeName.
func (r *rows) ColumnTypeDatabaseTypeName(index int) string {
	if t, ok := r.Rows.(driver.RowsColumnTypeDatabaseTypeName); ok {
		return t.ColumnTypeDatabaseTypeName(index)
	}
	return ""
}

// ColumnTypeScanType implements driver.RowsColumnTypeScanType.
func (r *rows) ColumnTypeScanType(index int) reflect.Type {
	if t, ok := r.Rows.(driver.RowsColumnTypeScanType); ok {
		return t.ColumnTypeScanType(index)
	}
	return reflect.TypeFor[any]()
}

// transaction wraps a driver's transaction and translates its errors.
type transaction struct {
	driver.Tx
	translate func(error) error
}

func (t transaction) Commit() error { return t.translate(t.Tx.Commit()) }

func (t transaction) Rollback() error { return t.translate(t.Tx.Rollback()) }
