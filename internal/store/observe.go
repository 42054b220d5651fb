package store

import (
	"context"
	"database/sql/driver"
	"io"
	"log/slog"
	"reflect"
	"time"
)

// defaultSlow is how long a statement may take before the log names it, unless the configuration says.
const defaultSlow = 200 * time.Millisecond

// observer sees every statement of one pool: it counts it, times it and gives its error a kind.
type observer struct {
	pool string
	log  *slog.Logger
	slow time.Duration
}

// begin counts the statement; the function it returns is called with the outcome.
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
		return translateDriver(err)
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
		return nil, translateDriver(err)
	}
	return c.wrap(conn), nil
}

// rows passes rows on, with their errors translated.
type rows struct {
	driver.Rows
	closed func()
}

func (r *rows) Next(dest []driver.Value) error {
	err := r.Rows.Next(dest)
	if err == nil || err == io.EOF { //nolint:errorlint // the end of the rows comes bare
		return err
	}
	return translateDriver(err)
}

func (r *rows) Close() error {
	err := r.Rows.Close()
	if r.closed != nil {
		r.closed()
		r.closed = nil
	}
	return translateDriver(err)
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

// transaction passes a driver's transaction on, with its errors translated.
type transaction struct{ driver.Tx }

func (t transaction) Commit() error { return translateDriver(t.Tx.Commit()) }

func (t transaction) Rollback() error { return translateDriver(t.Tx.Rollback()) }
