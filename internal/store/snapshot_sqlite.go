package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"reflect"

	"github.com/muniment/muniment/internal/page"
)

var _ snapshotter = (*sqliteConn)(nil)

func (c *sqliteConn) begin(ctx context.Context, _ int) error { return c.run(ctx, "BEGIN") }

func (c *sqliteConn) end(ctx context.Context) {
	if err := c.run(context.WithoutCancel(ctx), "ROLLBACK"); err != nil {
		c.stuck = true
	}
}

// IsValid implements driver.Validator: a connection whose transaction could not be ended is not used again.
func (c *sqliteConn) IsValid() bool { return !c.stuck && c.sqliteInner.IsValid() }

// run runs a statement that is not counted.
func (c *sqliteConn) run(ctx context.Context, statement string) error {
	kept, err := c.prepared(ctx, statement)
	if err != nil {
		return err
	}
	if kept == nil {
		return fmt.Errorf("%s runs already", statement)
	}
	_, err = kept.stmt.(driver.StmtExecContext).ExecContext(context.WithoutCancel(ctx), nil)
	return err
}

// Query implements page.Querier.
func (c *sqliteConn) Query(ctx context.Context, statement string, args []any) (page.Cursor, error) {
	if err := ctx.Err(); err != nil {
		return nil, Translate(err)
	}
	values := make([]driver.NamedValue, len(args))
	for i, arg := range args {
		values[i] = driver.NamedValue{Ordinal: i + 1, Value: basicValue(arg)}
	}
	found, err := c.QueryContext(ctx, statement, values)
	if err != nil {
		return nil, Translate(err)
	}
	return &sqliteCursor{found, make([]driver.Value, len(found.Columns()))}, nil
}

// basicValue converts a value of a named type, such as an enum or an id, to the basic type that drivers take.
func basicValue(arg any) any {
	switch arg.(type) {
	case nil, int64, string, bool, []int64:
		return arg
	}
	switch v := reflect.ValueOf(arg); {
	case v.CanInt():
		return v.Int()
	case v.Kind() == reflect.String:
		return v.String()
	case v.Kind() == reflect.Bool:
		return v.Bool()
	}
	return arg
}

// sqliteCursor reads the rows of a statement.
type sqliteCursor struct {
	driver.Rows
	values []driver.Value
}

// Next implements page.Cursor.
func (c *sqliteCursor) Next(row []page.Cell) (bool, error) {
	if err := c.Rows.Next(c.values); err != nil {
		if errors.Is(err, io.EOF) {
			return false, nil
		}
		return false, Translate(err)
	}
	for i := range row {
		if err := row[i].Set(c.values[i]); err != nil {
			return false, err
		}
	}
	return true, nil
}
